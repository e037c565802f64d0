"""Distances between places of the gazetteer, and which lies in which."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.resources.gazetteer import folded

if TYPE_CHECKING:
    from onrecord.resources.gazetteer import PlaceEntry

_KM_A_DEGREE = 111.2
_NEAR_KM = 161.0
_REMEMBERED = 50_000
_KINDS_OF_AREA = frozenset(
    "state province department region governorate district county parish oblast prefecture krai"
    " municipality republic wilaya provincia departamento region estado departement de del of du"
    " muhafazah voblast judet".split()
)
_NAMED = frozenset({"admin1", "admin2"})
# A place whose province is known by another name may lie in this one all the same, as sources spell
# names in two ways; but then nearer to its middle than to its border.
_CORE = 0.5


def kilometres(here: PlaceEntry, there: PlaceEntry) -> float:
    """Return the distance between two places, to within a hundredth up to some 2,000 km."""
    north = here.latitude - there.latitude
    east = (here.longitude - there.longitude + 180) % 360 - 180
    east *= math.cos(math.radians((here.latitude + there.latitude) / 2))
    return _KM_A_DEGREE * math.hypot(north, east)


def agree(one: PlaceEntry, other: PlaceEntry) -> bool:
    """Say whether two places are near each other, or one lies in the other.

    Near is within 161 km, 100 miles, the bound of the field (Gritta et al. 2020).
    """
    return kilometres(one, other) <= _NEAR_KM or holds(one, other) or holds(other, one)


@lru_cache(maxsize=_REMEMBERED)
def bare(name: str) -> str:
    """Return a folded name without the words for the kind of an area.

    Sources differ in these: "Borno" and "Borno State", "Provincia de Lima" and "Lima".
    """
    words = folded(name).split()
    kept = [word for word in words if word not in _KINDS_OF_AREA]
    return " ".join(kept or words)


def holds(holder: PlaceEntry, entry: PlaceEntry) -> bool:
    """Say whether a place lies in another."""
    if holder.ref == entry.ref or entry.feature == "country":
        return False
    if holder.feature == "country":
        return holder.country == entry.country
    if holder.country and entry.country and holder.country != entry.country:
        return False
    around = {bare(name) for name in (entry.admin1, entry.admin2) if name}
    if holder.feature in _NAMED and bare(holder.name) in around:
        return True
    reach = holder.radius_m * (_CORE if holder.feature in _NAMED and entry.admin1 else 1.0)
    return kilometres(holder, entry) * 1_000 <= reach and holder.radius_m > entry.radius_m
