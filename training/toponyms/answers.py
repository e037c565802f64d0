"""What annotators say a name means: a point (LGL, TR-News), or a kind of place (MUC-4)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from onrecord.model import Span
from onrecord.resources.gazetteer import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.extract.places.spotting import Spot
    from onrecord.resources.gazetteer import PlaceEntry

# 100 miles, the bound of the field (Gritta et al. 2020).
RIGHT_KM = 161.0
_EARTH_KM = 6371.0088

_TOWNS = frozenset({"city", "town", "village"})
_PROVINCES = frozenset({"admin1"})
# Features of the gazetteer that a kind of MUC-4's keys may have; a town is what a municipality is
# named for, and either is right.
_KINDS = {
    "CITY": _TOWNS,
    "TOWN": _TOWNS,
    "VILLAGE": _TOWNS,
    "CAPITAL": _TOWNS,
    "MUNICIPALITY": _TOWNS | {"admin2"},
    "DEPARTMENT": _PROVINCES,
    "PROVINCE": _PROVINCES,
}


class Answer(Protocol):
    """What a name means."""

    def fits(self, entry: PlaceEntry) -> bool:
        """Say whether a candidate is it."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the map, with its number in GeoNames where the annotators give it."""

    latitude: float
    longitude: float
    number: int | None

    def fits(self, entry: PlaceEntry) -> bool:
        """Say whether a candidate has the number, or lies within 161 km."""
        if self.number and entry.ref == f"geonames:{self.number}":
            return True
        here, there = math.radians(self.latitude), math.radians(entry.latitude)
        east = math.radians(entry.longitude - self.longitude)
        half = math.sin((there - here) / 2) ** 2
        half += math.cos(here) * math.cos(there) * math.sin(east / 2) ** 2
        return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half))) <= RIGHT_KM


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of place in a country."""

    country: str
    features: frozenset[str]

    def fits(self, entry: PlaceEntry) -> bool:
        """Say whether a candidate is of the kind, and in the country."""
        return entry.country == self.country and entry.feature in self.features


def points(row: Mapping[str, Any]) -> dict[Span, Answer]:
    """Return what the names of a document of LGL or TR-News mean, where it is known."""
    return {
        Span(one["start"], one["end"]): Point(one["lat"], one["lon"], one.get("geonameid"))
        for one in row["toponyms"]
        if one["lat"] is not None
    }


def kinds(
    row: Mapping[str, Any],
    spots: Sequence[Spot],
    codes: Mapping[str, str],
    features: Mapping[str, frozenset[str]],
) -> dict[Span, Answer]:
    """Return what the names of a MUC-4 report mean that its key gives a kind.

    A name to which the key gives two kinds teaches nothing, nor does a mention beside which the
    report has another kind: which of the mentions the key means is not said.

    Args:
        row: The report with its key.
        spots: The names of places in it.
        codes: Codes of nations by folded name.
        features: Features of the gazetteer that a kind of place asks for.
    """
    found: dict[str, set[Kind]] = {}
    for name, kind in _named(row, codes):
        found.setdefault(folded(name), set()).add(kind)
    sole = {name: next(iter(some)) for name, some in found.items() if len(some) == 1}
    return {
        spot.span: sole[folded(spot.name)]
        for spot in spots
        if folded(spot.name) in sole and _agrees(spot, sole[folded(spot.name)], features)
    }


def _agrees(spot: Spot, kind: Kind, features: Mapping[str, frozenset[str]]) -> bool:
    """Say whether the kinds beside a mention, if any, are that of the key."""
    asked = {feature for beside in spot.kinds for feature in features.get(beside, ())}
    return not asked or bool(asked & kind.features)


def _named(row: Mapping[str, Any], codes: Mapping[str, str]) -> Iterator[tuple[str, Kind]]:
    for template in row["templates"]:
        for filler in template["incident_location"]:
            for place in filler["parsed"]:
                code = codes.get(folded(place["country"]))
                for part in place["path"]:
                    features = _KINDS.get(part.get("kind") or "")
                    if code and features:
                        yield part["name"], Kind(code, features)
