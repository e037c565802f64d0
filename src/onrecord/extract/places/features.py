"""What speaks for a candidate, as numbers with names.

Three kinds: of the candidate and the report as a whole (`OF_CANDIDATE`), of the words beside one
mention (`OF_MENTION`), and of the report's other places (`coherence.OF_OTHERS`); and for none of
the candidates, `OF_DOUBT`. What each counts
is in the resource `toponyms`, fitted by `python -m training toponyms`.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.extract.places.distances import agree, bare, holds
from onrecord.resources.gazetteer import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.places.hints import Hints
    from onrecord.extract.places.spotting import Spot
    from onrecord.resources.gazetteer import PlaceEntry

# How well known a place is, in powers of ten of a town's people above a hundred.
_RANK = {
    "country": 4.2,
    "continent": 4.0,
    "region": 3.4,
    "sea": 3.4,
    "desert": 3.4,
    "strait": 3.4,
    "islands": 3.0,
    "island": 3.0,
    "mountains": 3.0,
    "admin1": 3.6,
    "river": 2.5,
    "lake": 2.5,
    "site": 3.0,
    "airport": 2.0,
    "admin2": 1.2,
}
# Our own table has towns and sites only because they make news.
_OURS = 2.0
_OWN_REF = "onrecord:"

# A town that gave its province its name is as well known as that.
_SEAT = _RANK["admin1"]

# Pairs of names told apart again and again in a batch of reports.
_REMEMBERED = 50_000

_SORTS = {
    **dict.fromkeys(("region", "desert", "mountains", "peninsula", "island", "islands"), "land"),
    **dict.fromkeys(("sea", "ocean", "gulf", "bay", "strait", "canal"), "land"),
    **dict.fromkeys(("river", "lake"), "river"),
    **dict.fromkeys(("site", "airport", "crossing", "pass", "border"), "site"),
    **dict.fromkeys(("district", "borough"), "quarter"),
}
_TOWNS = frozenset({"city", "town", "village"})
_AREAS = frozenset({"admin1", "admin2"})
# What "province", "state" and "district" ask for.
_ASKED_AREAS = frozenset({"admin1", "admin2", "region", "district"})
# Nations whose states English news names without the word: "in Quebec" may be the province, "in
# Kidal" is the town unless the region is said to be meant.
_BARE_STATES = frozenset({"AU", "CA", "US"})
_KINDS = (
    "country",
    "continent",
    "land",
    "river",
    "admin1",
    "admin2",
    "city",
    "town",
    "village",
    "site",
    "quarter",
)

OF_CANDIDATE = (
    *(f"is {kind}" for kind in _KINDS),
    "people",
    "prominence",
    "behind the best known",
    "best known",
    "usual name",
    "like the usual name",
    "of our own",
    "times country",
    "share country",
    "country named",
    "other countries only",
    "province named",
    "capital of its nation",
    "has a town of its name",
    "state with a town of its name",
    "in an area of its name",
)
"""Features of a candidate in a report, whatever the mention."""

OF_MENTION = (
    "held",
    "another is held",
    "held elsewhere",
    "holds",
    "of the kind",
    "of another kind",
    "area where one is named",
    "town where an area is named",
)
"""Features of a candidate at one mention."""

OF_DOUBT = (
    "none",
    "all in one place",
    "another form of the name",
    "no other name",
)
"""Features of the chance that a name means none of its candidates."""


def prominence(entry: PlaceEntry) -> float:
    """Return how well known a place is: its rank, or the order of its population."""
    rank = _RANK.get(entry.feature, math.log10(entry.population + 100) - 2)
    return max(rank, _OURS) if entry.ref.startswith(_OWN_REF) else rank


def of_candidates(
    name: str, entries: Sequence[PlaceEntry], hints: Hints
) -> list[tuple[float, ...]]:
    """Return the features `OF_CANDIDATE` of each candidate of a name."""
    towns = [entry for entry in entries if entry.feature in _TOWNS]
    areas = [entry for entry in entries if entry.feature in _AREAS]
    inside = [(area, town) for area in areas for town in towns if holds(area, town)]
    seats = {town.ref for area, town in inside if area.feature == "admin1"}
    named_for = {area.ref for area, _ in inside}
    known = [max(prominence(entry), _SEAT if entry.ref in seats else 0.0) for entry in entries]
    most = max(known)
    total = hints.total(name)
    rows = []
    for entry, rank in zip(entries, known, strict=True):
        times = hints.times(entry.country, name)
        province = f"{entry.country}.{bare(entry.admin1 or '')}"
        rows.append(
            (
                *_kind(entry),
                math.log10(entry.population + 1),
                rank,
                rank - most,
                float(rank == most),
                float(entry.usual),
                likeness(name, entry.name),
                float(entry.ref.startswith(_OWN_REF)),
                math.log1p(times),
                times / total if total else 0.0,
                float(times > 0),
                float(total > 0 and not times and entry.country is not None),
                float(province in hints.provinces),
                float(entry.feature == "city" and name in hints.capitals),
                float(entry.ref in named_for and entry.country not in _BARE_STATES),
                float(entry.ref in named_for and entry.country in _BARE_STATES),
                float(entry.ref in seats),
            )
        )
    return rows


@lru_cache(maxsize=_REMEMBERED)
def likeness(name: str, other: str) -> float:
    """Return how alike two names are, 0 to 1: the pairs of letters they share (Dice 1945).

    A name in another spelling ("Raqqa" for Ar Raqqah) is likelier meant than another name.
    """
    one, two = _pairs(name), _pairs(other)
    return 2 * len(one & two) / (len(one) + len(two)) if one and two else 0.0


def _pairs(name: str) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(f" {folded(name)} "))


def of_doubt(entries: Sequence[PlaceEntry], names: int) -> tuple[float, ...]:
    """Return the features `OF_DOUBT` of a name.

    A name that only one corner of the world bears is seldom that of a place we do not know; one
    that no place bears in this form often is. Where no other place is named, none can speak for it.

    Args:
        entries: Its candidates.
        names: How many names of the report have candidates.
    """
    return (
        1.0,
        float(all(agree(entries[0], other) for other in entries[1:])),
        float(not any(entry.usual for entry in entries)),
        float(names == 1),
    )


def _kind(entry: PlaceEntry) -> tuple[float, ...]:
    kind = _SORTS.get(entry.feature, entry.feature)
    return tuple(float(kind == each) for each in _KINDS)


def of_mention(
    index: int, spot: Spot, entries: Sequence[PlaceEntry], hints: Hints
) -> list[tuple[float, ...]]:
    """Return the features `OF_MENTION` of each candidate at a spot.

    Args:
        index: The spot's place in the row of the report's spots.
        spot: The spot.
        entries: Its candidates.
        hints: What the report says of the whereabouts of its places.
    """
    here, elsewhere = hints.holders.get(index, ()), hints.held.get(spot.name, ())
    holding = hints.holding.get(index, ())
    asked = frozenset(feature for kind in spot.kinds for feature in hints.kinds.get(kind, ()))
    if not (here or elsewhere or holding or asked):
        return [(0.0,) * len(OF_MENTION)] * len(entries)
    held = [any(holds(holder, entry) for holder in here) for entry in entries]
    settled = any(held)
    area = bool(asked) and asked <= _ASKED_AREAS
    rows: list[tuple[float, ...]] = []
    for entry, inside in zip(entries, held, strict=True):
        rows.append(
            (
                float(inside),
                float(settled and not inside),
                float(not settled and any(holds(holder, entry) for holder in elsewhere)),
                float(any(holds(entry, other) for other in holding)),
                float(entry.feature in asked),
                float(bool(asked) and entry.feature not in asked),
                float(area and entry.feature in asked),
                float(area and entry.feature in _TOWNS),
            )
        )
    return rows
