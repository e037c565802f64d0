"""What a report says of the whereabouts of its places, read once for all candidates.

Which nations it names, their people included; which provinces; what each name is said to lie in
("In Amenas, Algeria") or to hold.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.extract.places.distances import bare
from onrecord.resources.gazetteer import PlaceEntry

if TYPE_CHECKING:
    from onrecord.extract.places.lexicon import PlaceWords
    from onrecord.extract.places.spotting import Spot
    from onrecord.model import Analysis

Entries = Mapping[str, tuple[PlaceEntry, ...]]
"""The candidates of each name of a report."""

_NATION = "country"
_COMMA = re.compile(r",\s+(?:in )?")
# What shows that a comma parts the items of a list.
_GOES_ON = re.compile(r",?\s+(?:and|or|nor)\b|,\s+[A-Z]|['’-]")
# Characters behind a name in which that shows.
_BEHIND = 12

# A name of which all places lie in one country speaks for that country, less than its own name.
_SOLE_COUNTRY = 0.5
# Candidates of a held name that a holder is compared with.
_COMPARED = 8

_LINK = re.compile(
    r"(?:['’]s [\w-]*(?: [\w-]+){0,2}|,|,? ?\(|,? (?:[\w-]+ )?(?:in|of|,)(?: the)?(?: [\w-]+){0,2}"
    r"|,(?: [\w-]+){1,2},? (?:in|of)| [\w-]+,)\s*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What a report says of the whereabouts of its places.

    Attributes:
        countries: How often each country is named, by code, its people included.
        sole: How much a name that means one country only has added to it, by name.
        provinces: Code and folded name of the provinces named.
        holders: What a spot is said to lie in, by its place in the row.
        holding: What a spot is said to hold, by its place in the row.
        held: What a name is said to lie in anywhere, by name.
        nations: Code of the nation right behind a spot that must hold it, by its place in the row.
        kinds: Features of the gazetteer that a kind of place asks for.
        capitals: Names of the capitals of nations.
    """

    countries: Mapping[str, float]
    sole: Mapping[str, float]
    provinces: frozenset[str]
    holders: Mapping[int, tuple[PlaceEntry, ...]]
    holding: Mapping[int, tuple[PlaceEntry, ...]]
    held: Mapping[str, tuple[PlaceEntry, ...]]
    nations: Mapping[int, str]
    kinds: Mapping[str, frozenset[str]]
    capitals: frozenset[str]

    def times(self, code: str | None, name: str) -> float:
        """Return how often a country is named, what a name says of its own country left out."""
        return max(0.0, self.countries.get(code or "", 0.0) - self.sole.get(name, 0.0))

    def total(self, name: str) -> float:
        """Return how often any country is named, what a name says of its own left out."""
        return max(0.0, sum(self.countries.values()) - self.sole.get(name, 0.0))


def hints(analysis: Analysis, found: Sequence[Spot], words: PlaceWords, entries: Entries) -> Hints:
    """Read what a report says of the whereabouts of its places.

    Args:
        analysis: The report.
        found: The names of places in it, its demonyms included, in reading order.
        words: The lexica.
        entries: The candidates of each name.
    """
    holders, holding = _holders(analysis, found, entries)
    held: dict[str, tuple[PlaceEntry, ...]] = {}
    for index, around in holders.items():
        held[found[index].name] = held.get(found[index].name, ()) + around
    countries, sole = _countries(found, words, entries)
    return Hints(
        countries=countries,
        sole=sole,
        provinces=frozenset(
            f"{entry.country}.{bare(entry.name)}"
            for spot in found
            for entry in entries[spot.name]
            if entry.feature == "admin1"
        ),
        holders=holders,
        holding=holding,
        held=held,
        nations=_nations(analysis, found, words),
        kinds=words.features,
        capitals=words.capitals,
    )


def _nations(analysis: Analysis, found: Sequence[Spot], words: PlaceWords) -> dict[int, str]:
    """Return the nations that surely hold a spot: "in Tal Amara, Sudan"; no list goes on behind."""
    nations: dict[int, str] = {}
    for index, (spot, after) in enumerate(pairwise(found)):
        if after.people or after.name not in words.known or spot.name in words.known:
            continue
        between = analysis.text[spot.span.end : after.span.start]
        behind = analysis.text[after.span.end : after.span.end + _BEHIND]
        entry = words.known[after.name][0]
        if _COMMA.fullmatch(between) and not _GOES_ON.match(behind) and entry.feature == _NATION:
            nations[index] = entry.country or ""
    return nations


def _countries(
    found: Sequence[Spot], words: PlaceWords, entries: Entries
) -> tuple[dict[str, float], dict[str, float]]:
    """Return how often each country is named, and what each name of one country added."""
    countries: dict[str, float] = defaultdict(float)
    sole: dict[str, float] = defaultdict(float)
    for spot in found:
        codes = {entry.country for entry in entries[spot.name]}
        for entry in words.known.get(spot.name, ()):
            if entry.feature == "country" and entry.country:
                countries[entry.country] += 1
        if len(codes) == 1:
            for code in filter(None, codes):
                countries[code] += _SOLE_COUNTRY
                sole[spot.name] += _SOLE_COUNTRY
    return countries, sole


def _holders(
    analysis: Analysis, found: Sequence[Spot], entries: Entries
) -> tuple[dict[int, tuple[PlaceEntry, ...]], dict[int, tuple[PlaceEntry, ...]]]:
    """Return what the words say a spot lies in, and what it holds: "In Amenas, Algeria"."""
    holders: dict[int, tuple[PlaceEntry, ...]] = {}
    holding: dict[int, tuple[PlaceEntry, ...]] = {}
    for index, (spot, after) in enumerate(pairwise(found)):
        between = analysis.text[spot.span.end : after.span.start]
        if not _LINK.fullmatch(between):
            continue
        if between[0] in "'’":
            holders[index + 1] = entries[spot.name]
        else:
            holders[index] = entries[after.name]
            holding[index + 1] = entries[spot.name][:_COMPARED]
    return holders, holding
