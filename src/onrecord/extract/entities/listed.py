"""Bodies that a lexicon lists: armed groups, news agencies, institutions.

An abbreviation or a name that is a common word needs support: its full name or its country in the
report, or a telling word beside it ("ELN rebels", "the Saba news agency", "Petra reported"). Where
two bodies share a name, the country beside it or in the report decides; else its country is left
open. A nation beside a name of several words that is not its own makes it another body, which no
lexicon lists: "Pakistan's Foreign Office".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.entities.drafts import HYPHENS, Draft, Page
from onrecord.extract.entities.support import (
    countries_named,
    is_contradicted,
    is_place,
    is_supported,
)
from onrecord.model import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.extract.entities.tables import Listed
    from onrecord.model import Sentence

RANK = 2
_OF_STATES = frozenset({EntityKind.GOVERNMENT, EntityKind.SECURITY_FORCE})

Match = tuple[int, int, list["Listed"]]


def listed(page: Page) -> tuple[Draft, ...]:
    """Return the listed bodies a report names."""
    found = [
        (first, last, every)
        for sentence in page.analysis.sentences
        for first, last, names in _matches(page, sentence)
        for every in (_possible(page, (first, last), names),)
        if every
    ]
    meant = _meant(page, found)
    return tuple(
        _draft(page, (first, last), chosen, code)
        for first, last, every in found
        for spelling in (page.text(first, last).lower(),)
        if spelling in meant
        for chosen, code in (_here(page, first, every, meant[spelling]),)
    )


def _possible(page: Page, here: tuple[int, int], every: list[Listed]) -> list[Listed]:
    """Return those bodies that the words right around their name do not rule out."""
    before = page.nation_before(here[0])
    contradicted = is_contradicted(page, here)
    return [
        one
        for one in every
        if (one.sure or not contradicted)
        and not (one.seat and is_place(page, here))
        and not (before and _is_anothers(one, before[0]))
    ]


def _is_anothers(one: Listed, nation: str) -> bool:
    several = " " in one.spelling
    return (
        several and one.kind in _OF_STATES and bool(one.countries) and nation not in one.countries
    )


def _meant(page: Page, found: Sequence[Match]) -> dict[str, tuple[Listed, str | None]]:
    """Return the body that each spelling means in this report, with its country.

    A spelling supported once is supported wherever it comes again.
    """
    full = {one.ref for _, _, every in found for one in every if one.sure}
    named = countries_named(page)
    meant: dict[str, tuple[Listed, str | None]] = {}
    for first, last, every in found:
        spelling = page.text(first, last).lower()
        supported = [
            one
            for one in every
            if one.sure or one.ref in full or is_supported(page, (first, last), one, named)
        ]
        if spelling not in meant and supported:
            before = page.nation_before(first)
            meant[spelling] = _chosen(supported, before[0] if before else None, named)
    return meant


def _here(
    page: Page, first: int, every: list[Listed], meant: tuple[Listed, str | None]
) -> tuple[Listed, str | None]:
    """Return what a spelling means at one place: a nation right before it decides."""
    before = page.nation_before(first)
    if before is None or before[0] in meant[0].countries:
        return meant
    code = before[0]
    own = [one for one in every if code in one.countries]
    if own:
        return own[0], code
    if meant[0].kind in _OF_STATES and not meant[0].countries:
        return meant[0], code
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
    nouns = page.words.sets["names.nouns"]
    pairs = list(zip(spelling.split(), text.split(), strict=False))
    return text != text.lower() and all(
        there[:1].isupper() or not word[:1].isupper() or there in nouns for word, there in pairs
    )


def _draft(page: Page, here: tuple[int, int], one: Listed, country: str | None) -> Draft:
    first, last = here
    return Draft(
        first=first,
        last=_with_noun(page, last, one),
        core=(first, last),
        kind=one.kind,
        name=one.spelling if page.analysis.upper_case else page.text(first, last),
        key=f"{one.ref}:{country}" if country and not one.countries else one.ref,
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
    sole = len({other.ref for other in every}) == 1
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
