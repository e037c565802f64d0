"""Bodies that a lexicon lists: armed groups, news agencies, institutions.

An abbreviation or a name that is a common word needs support: its full name or its country in the
report, or a telling word beside it ("ELN rebels", "the Saba news agency", "Petra reported"). Where
two bodies share a name, the country beside it or in the report decides; else its country is left
open. A nation beside a name of several words that is not its own makes it another body, which no
lexicon lists: "Pakistan's Foreign Office".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.entities.contested import Match, chosen_of, told_here, weighed
from onrecord.extract.entities.drafts import HYPHENS, POSSESSIVES, Draft, Page
from onrecord.extract.entities.support import (
    LONGEST_NATION,
    countries_named,
    is_contradicted,
    is_party,
    is_place,
    is_supported,
)
from onrecord.model import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.extract.entities.tables import Listed
    from onrecord.model import Sentence

RANK = 2
_SEVERAL = re.compile(r"[\s\-–/]")
# Tags of the Penn Treebank for pronouns, prepositions, articles and the like.
_SMALL_WORDS = frozenset("CC DT IN MD PRP PRP$ TO WDT WP WP$ WRB".split())
_OF_STATES = frozenset({EntityKind.GOVERNMENT, EntityKind.SECURITY_FORCE})


def listed(page: Page, filed_in: frozenset[str], year: int | None) -> tuple[Draft, ...]:
    """Return the listed bodies a report names.

    Args:
        page: The report.
        filed_in: Codes of the nations that its dateline tells.
        year: The year it was published; None where unknown.
    """
    every = [match for sentence in page.analysis.sentences for match in _matches(page, sentence)]
    found = _with_parties(page, every, year)
    countries = countries_named(page) | filed_in if found else frozenset()
    meant = _meant(page, found, countries)
    here = ((match, _here(page, match, meant.get(match.spelling), countries)) for match in found)
    return tuple(_draft(page, match, *told) for match, told in here if told is not None)


def _with_parties(page: Page, found: Sequence[Match], year: int | None) -> list[Match]:
    """Return the names found, armed groups that are parties by now as organisations."""
    parties = {
        one.ref
        for match in found
        for one in match.every
        if is_party(page, (match.first, match.last), one, year)
    }
    return [
        replace(
            match,
            every=tuple(
                replace(one, kind=EntityKind.ORGANISATION) if one.ref in parties else one
                for one in match.every
            ),
        )
        for match in found
    ]


def _match(page: Page, here: tuple[int, int], names: list[Listed]) -> Match | None:
    """Return a name with the bodies that it may mean here; None where there are none."""
    first, last = here
    beside = page.nation_before(first) or _nation_behind(page, last)
    nation = beside[0] if beside else None
    goes_on = nation is None and _goes_on(page, last)
    contradicted = any(not one.sure for one in names) and is_contradicted(page, here)
    every = tuple(
        one
        for one in names
        if (one.sure or not contradicted)
        and not (one.seat and is_place(page, here))
        and not (nation and _is_anothers(one, nation))
        and not (goes_on and one.kind in _OF_STATES and one.countries)
    )
    spelling = page.text(first, last).lower()
    kinds = len({one.kind for one in names})
    return Match(first, last, spelling, nation, every, kinds) if every else None


def _nation_behind(page: Page, last: int) -> tuple[str, int] | None:
    """Return code and end of the nation behind a name: "Supreme Court of Canada"."""
    if page.lower[last : last + 1] != ("of",):
        return None
    start = last + 1 + (page.lower[last + 1 : last + 2] == ("the",))
    for end in range(min(len(page.lower), start + LONGEST_NATION), start, -1):
        code = page.words.nations.get(page.text(start, end))
        if code:
            return code, end
    return None


def _goes_on(page: Page, last: int) -> bool:
    """Say whether a name is the start of a longer one: "State Department of Labor"."""
    behind = page.lower[last : last + 1] == ("of",)
    return behind and last + 1 < len(page.lower) and page.is_capital(last + 1)


def _is_anothers(one: Listed, nation: str) -> bool:
    several = " " in one.spelling
    return (
        several and one.kind in _OF_STATES and bool(one.countries) and nation not in one.countries
    )


def _meant(
    page: Page, found: Sequence[Match], named: frozenset[str]
) -> dict[str, tuple[Listed, str | None]]:
    """Return the body that each spelling means in this report, with its country.

    A spelling supported once is supported wherever it comes again. One that bodies of several kinds
    bear means what most speaks for, over the whole report.
    """
    full = frozenset(one.ref for match in found for one in match.every if one.sure)
    contested = {match.spelling for match in found if match.kinds > 1}
    meant = weighed(page, found, named)
    for match in found:
        if match.spelling in meant or match.spelling in contested:
            continue
        supported = [
            one
            for one in match.every
            if one.sure
            or one.ref in full
            or match.nation in one.countries
            or is_supported(page, (match.first, match.last), one, named)
        ]
        if supported:
            meant[match.spelling] = chosen_of(supported, match.nation, named)
    return meant


def _here(
    page: Page, match: Match, meant: tuple[Listed, str | None] | None, named: frozenset[str]
) -> tuple[Listed, str | None] | None:
    """Return what a spelling means at one place: a nation right before it decides."""
    if match.kinds > 1:
        return told_here(page, match, named) or meant
    if meant is None:
        return None
    one, _ = meant
    if match.nation is None or match.nation in one.countries:
        return meant
    own = [other for other in match.every if match.nation in other.countries]
    if own:
        return own[0], match.nation
    if one.kind in _OF_STATES and not one.countries:
        return one, match.nation
    return meant


def _matches(page: Page, sentence: Sentence) -> Iterator[Match]:
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
        match = _match(page, (index, end), every) if every else None
        if match is not None:
            yield match
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


def _is_small_word(page: Page, index: int) -> bool:
    """Say whether the grammar takes a word for no noun: "who" in capitals is not the WHO."""
    tag = page.tokens[index].tag
    return tag in _SMALL_WORDS or (page.analysis.upper_case and tag.startswith("VB"))


def _has_capitals(page: Page, first: int, last: int, spelling: str) -> bool:
    """Say whether the words have capitals where the name has them.

    A noun at its end may do without: "Sinaloa cartel".
    """
    if last - first == 1 and _is_small_word(page, first):
        return False
    if page.analysis.upper_case:
        # Words of the common vocabulary were put in small letters.
        return last - first > 1 or page.is_capital(first)
    text = page.text(first, last)
    if spelling.isupper():
        return text.isupper()
    if not _SEVERAL.search(spelling) and spelling[1:] != spelling[1:].lower():
        # "Let" is not the LeT.
        return text == spelling
    nouns = page.words.sets["names.nouns"]
    pairs = list(zip(spelling.split(), text.split(), strict=False))
    return text != text.lower() and all(
        there[:1].isupper() or not word[:1].isupper() or (place and there in nouns)
        for place, (word, there) in enumerate(pairs)
    )


def _draft(page: Page, match: Match, one: Listed, country: str | None) -> Draft:
    first, last = match.first, match.last
    if country and one.kind in _OF_STATES and " " in one.spelling:
        first, last = _with_nation(page, first, last)
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


def _with_nation(page: Page, first: int, last: int) -> tuple[int, int]:
    """Return the bounds of "the U.S. State Department", "the Supreme Court of Canada"."""
    before = page.nation_before(first)
    if before and page.lower[first - 1] not in POSSESSIVES:
        return before[1], last
    behind = None if before else _nation_behind(page, last)
    return first, behind[1] if behind else last


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
