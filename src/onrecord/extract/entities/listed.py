"""Bodies that a lexicon lists: armed groups, news agencies, institutions.

An abbreviation or a name that is a common word needs support: its full name or its country in the
report, or a telling word beside it ("ELN rebels", "the Saba news agency", "Petra reported"). Where
two bodies share a name, the country beside it or in the report decides; else its country is left
open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.entities.drafts import HYPHENS, Draft, Page
from onrecord.model import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.entities.lexicon import Listed
    from onrecord.model import Sentence

RANK = 2
# How far a supporting word may stand from the name.
_BESIDE = 2
# Support for which a name must stand by itself: "IS", "AU".
_TINY = 2


def listed(page: Page) -> tuple[Draft, ...]:
    """Return the listed bodies a report names."""
    found = [match for sentence in page.analysis.sentences for match in _matches(page, sentence)]
    full = {one.name for _, _, every in found for one in every if one.sure}
    countries = _countries(page)
    meant = _meant(page, found, full, countries)
    return tuple(
        _draft(page, (first, last), meant[spelling])
        for first, last, every in found
        for spelling in (page.text(first, last).lower(),)
        if spelling in meant
    )


def _meant(
    page: Page,
    found: list[tuple[int, int, list[Listed]]],
    full: set[str],
    countries: frozenset[str],
) -> dict[str, tuple[Listed, str | None]]:
    """Return the body that each spelling means in this report, with its country.

    A spelling supported once is supported wherever it comes again.
    """
    meant: dict[str, tuple[Listed, str | None]] = {}
    for first, last, every in found:
        spelling = page.text(first, last).lower()
        supported = [
            one
            for one in every
            if one.sure or one.name in full or _is_supported(page, (first, last), one, countries)
        ]
        if spelling not in meant and supported:
            before = page.nation_before(first)
            meant[spelling] = _chosen(supported, before[0] if before else None, countries)
    return meant


def _matches(page: Page, sentence: Sentence) -> Iterator[tuple[int, int, list[Listed]]]:
    """Return the longest listed name at each word, with all bodies that bear it."""
    index = sentence.first
    while index < sentence.last:
        names = page.words.listed.get(_plain(page, index), ())
        end, length = index + 1, 0
        every: list[Listed] = []
        for words, one in names:
            if len(words) < length:
                break
            reached = _reach(page, sentence, index, words)
            if reached and _has_capitals(page, index, reached, one.spelling):
                end, length = reached, len(words)
                every.append(one)
        if every:
            yield index, end, every
        index = end


def _plain(page: Page, index: int) -> str:
    return page.lower[index].replace("’", "'")


def _reach(page: Page, sentence: Sentence, index: int, words: tuple[str, ...]) -> int | None:
    """Return the index after a name that starts here, or None; hyphens between words are passed."""
    here = index
    for number, word in enumerate(words):
        while number and here < sentence.last and page.lower[here] in HYPHENS:
            here += 1
        rest = word
        # The engine parts "Jama'atu", "workers'" and the like; their pieces are put together.
        while rest and here < sentence.last and rest.startswith(_plain(page, here)):
            rest = rest[len(_plain(page, here)) :]
            here += 1
        if rest:
            return None
    return here


def _has_capitals(page: Page, first: int, last: int, spelling: str) -> bool:
    """Say whether the words have capitals where the name has them."""
    if page.analysis.upper_case:
        # Words of the common vocabulary were put in small letters: "who" is not the WHO.
        return last - first > 1 or page.is_capital(first)
    text = page.text(first, last)
    if spelling.isupper():
        return text.isupper()
    return any(character.isupper() for character in text)


def _countries(page: Page) -> frozenset[str]:
    """Return the codes of the nations whose names or people the report names in one word."""
    upper = page.analysis.upper_case
    words = (token.text.capitalize() if upper else token.text for token in page.tokens)
    codes = (page.words.nation(word) for word in words)
    return frozenset(code for code in codes if code)


def _is_supported(
    page: Page, here: tuple[int, int], one: Listed, countries: frozenset[str]
) -> bool:
    """Say whether what stands around an unsure name makes it this body."""
    first, last = here
    beside = {*page.lower[max(0, first - _BESIDE) : first], *page.lower[last : last + _BESIDE]}
    if one.kind is EntityKind.ARMED_GROUP:
        told = bool(beside & page.words.sets["armed.support"])
        return told or (len(one.spelling) > _TINY and bool(countries.intersection(one.countries)))
    return bool(beside & (page.words.sets["agency.reporting"] | {"agency", "news"}))


def _draft(page: Page, here: tuple[int, int], meant: tuple[Listed, str | None]) -> Draft:
    one, country = meant
    first, last = here
    return Draft(
        first=first,
        last=_with_noun(page, last, one),
        core=(first, last),
        kind=one.kind,
        name=one.spelling if page.analysis.upper_case else page.text(first, last),
        key=f"{one.kind}:{one.name}",
        rank=RANK,
        country=country,
    )


def _chosen(
    every: list[Listed], beside: str | None, countries: frozenset[str]
) -> tuple[Listed, str | None]:
    """Return the body meant of those that share a name, and its country where that is sure."""
    ordered = sorted(
        every,
        key=lambda one: (
            beside not in one.countries,
            countries.isdisjoint(one.countries),
        ),
    )
    one = ordered[0]
    sole = len({other.name for other in every}) == 1
    told = sole or not countries.isdisjoint(one.countries)
    return one, one.countries[0] if told and len(one.countries) == 1 else None


def _with_noun(page: Page, last: int, one: Listed) -> int:
    """Return the end of a name with the noun behind it: "Taliban fighters", "Jiji news agency"."""
    if last >= len(page.lower):
        return last
    if one.kind is EntityKind.NEWS_AGENCY:
        for words in page.words.phrases["agency.nouns"]:
            if page.lower[last : last + len(words)] == words:
                return last + len(words)
    people = page.words.sets["armed.people"] | {"group", "movement"}
    if one.kind is EntityKind.ARMED_GROUP and page.lower[last] in people:
        return last + 1
    return last
