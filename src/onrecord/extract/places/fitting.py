"""How well a place on the map fits what is said of where it lies.

Each relation is an area with soft edges: a point inside fits fully, one outside the less the
farther off it is. The grounds stand for all places their names may mean: the one that fits best
counts, so that a scorer of one name need not know what the other names mean. Used to weigh the
candidates of a name, and to narrow a place that has none (see `deriving`).

Widths and scales below were set by us from how reports word things, before any measuring; a
relation speaks for or against a candidate, it never decides alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import cos, exp, radians

from onrecord.extract.places.related import Relation, RelationKind
from onrecord.extract.places.sphere import bearing, turn_between
from onrecord.resources.borders import Borders, distance_km
from onrecord.resources.gazetteer import PlaceEntry

# A distance by road is up to 1 / 0.7 of the straight line between the towns of a country (the
# ratio of road to straight line is 1.2 to 1.4 in most studies).
BY_ROAD = 0.7
# Half a step between eight directions is 22.5 degrees; writers are often a little farther off
# (Springfield, Massachusetts, "south-west" of Boston, by 33).
SECTOR = 30.0
# "Near" and "outside" without a distance, beyond the place's own edge.
NEAR_KM = 25.0
# "South of" without a distance: farther off another town would serve better.
BEARING_KM = 120.0
# "Near the border", "on the border", "off the coast" without a distance.
BORDER_KM = 50.0
ON_BORDER_KM = 15.0
COAST_KM = 100.0
# A way between two towns that is longer by this part passes elsewhere.
DETOUR = 1.2
# An area so large is no ground that one can be near to.
_LARGE_M = 150_000.0
# The part of an area that a wind names, as a share of its radius on that side of its middle.
_PART_FROM = -0.1
# Beyond its edge a fit falls by e within so many kilometres, and this share of the distance.
_SOFT_KM = 20.0
_SOFT_SHARE = 0.25
_SOFT_TURN = 30.0
# A radius in the gazetteer is generous; a town is measured from its middle.
OWN_RADIUS = 0.5
_SPOTS_KEPT = 4
# A distance so long speaks half as loud for whoever fits it: many places do.
_HALF_SAID_KM = 800.0
# Half a radius on the wrong side of an area leaves a tenth of the fit.
_SOFTER = 4.6
_M = 1_000.0
_COUNTRY = "country"
_SPOTS = frozenset({"city", "town", "village", "site", "airport", "crossing", "district"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounded:
    """A relation with what its grounds may be on the map.

    Attributes:
        relation: The relation.
        grounds: For each ground, the places its name may mean, the likeliest first; the country
            itself for an adjective, its capital where the relation is to the capital.
    """

    relation: Relation
    grounds: tuple[tuple[PlaceEntry, ...], ...]


def candidates_fit(told: Sequence[Grounded], entry: PlaceEntry, borders: Borders | None) -> float:
    """Return how well a place fits what is said of it.

    Args:
        told: The relations whose figure the place may be.
        entry: The place.
        borders: The borders and coasts; None where the file is missing: they say nothing then.

    Returns:
        From -1 (fits nothing said) over 0 (nothing is said, or nothing can be measured) to 1 (fits
        all of it). The mean over the relations that can be measured.
    """
    fits = [fit for fit in (_said(each, entry, borders) for each in told) if fit is not None]
    return sum(fits) / len(fits) if fits else 0.0


def _said(told: Grounded, entry: PlaceEntry, borders: Borders | None) -> float | None:
    """Return how well one relation fits, -1 to 1; a long distance says less for who fits."""
    fit = relation_fit(told, entry, borders)
    if fit is None:
        return None
    signed = 2 * fit - 1
    high = told.relation.high_m
    if signed > 0 and high is not None:
        signed /= 1 + high / _M / _HALF_SAID_KM
    return signed


def relation_fit(told: Grounded, entry: PlaceEntry, borders: Borders | None) -> float | None:
    """Return how well a place fits one relation, 0 to 1; None where that cannot be measured."""
    relation = told.relation
    kept = [each[:_SPOTS_KEPT] for each in told.grounds]
    if relation.kind is RelationKind.BORDER:
        return None if borders is None else _border(relation, kept, entry, borders)
    if not kept or not all(kept):
        return None
    if relation.kind is RelationKind.BETWEEN:
        return max(_between(one, other, entry) for one in kept[0] for other in kept[1])
    if relation.kind is RelationKind.COAST:
        return None if borders is None else _coast(relation, kept[0], entry, borders)
    measure = _MEASURES[relation.kind]
    fits = [measure(relation, ground, entry) for ground in kept[0] if ground.ref != entry.ref]
    known = [fit for fit in fits if fit is not None]
    return max(known) if known else None


def reach_km(relation: Relation, ground: PlaceEntry) -> tuple[float, float]:
    """Return how near and how far the figure may lie from a ground, on the straight line."""
    edge = ground.radius_m / _M
    if relation.low_m is not None and relation.high_m is not None:
        low, high = said_km(relation)
        slack = edge if is_spread(ground) else min(edge * OWN_RADIUS, high)
        return max(0.0, low - slack), high + slack
    if relation.kind is RelationKind.BEARING:
        return 0.0, edge + BEARING_KM
    if relation.kind is RelationKind.WITHIN:
        return 0.0, edge
    return 0.0, edge + NEAR_KM


def is_spread(ground: PlaceEntry) -> bool:
    """Say whether a ground is an area or an island: distances count from its edge."""
    return ground.feature not in _SPOTS


def said_km(relation: Relation) -> tuple[float, float]:
    """Return the straight line that a stated distance stands for: as said, or shorter by road."""
    low, high = relation.low_m or 0.0, relation.high_m or 0.0
    return min(low, (low + high) / 2 * BY_ROAD) / _M, high / _M


def _measured(relation: Relation, ground: PlaceEntry, entry: PlaceEntry) -> float | None:
    """Fit distance and direction from a ground."""
    if ground.radius_m > _LARGE_M:
        return None
    away = _km(ground, entry)
    low, high = reach_km(relation, ground)
    fit = _soft(away, low, high)
    if relation.bearing is None:
        return fit
    heading = bearing(ground.latitude, ground.longitude, entry.latitude, entry.longitude)
    # From so near, any direction may be right.
    if away * _M <= ground.radius_m * OWN_RADIUS:
        return fit
    off = max(0.0, turn_between(heading, relation.bearing) - SECTOR)
    return fit * exp(-off / _SOFT_TURN)


def _within(relation: Relation, ground: PlaceEntry, entry: PlaceEntry) -> float | None:
    """Fit a part of a town, or of an area."""
    low, high = reach_km(relation, ground)
    return _soft(_km(ground, entry), low, high)


def _part(relation: Relation, ground: PlaceEntry, entry: PlaceEntry) -> float | None:
    """Fit the side of an area that a wind names: how far that way from its middle."""
    inside = _soft(_km(ground, entry), 0.0, ground.radius_m / _M)
    if ground.country and entry.country and ground.country != entry.country:
        return 0.0
    if relation.bearing is None or ground.radius_m <= 0:
        return inside
    heading = bearing(ground.latitude, ground.longitude, entry.latitude, entry.longitude)
    ahead = _km(ground, entry) * cos(radians(turn_between(heading, relation.bearing)))
    short = max(0.0, _PART_FROM - ahead * _M / ground.radius_m)
    return inside * exp(-short * _SOFTER)


_MEASURES: dict[RelationKind, Callable[[Relation, PlaceEntry, PlaceEntry], float | None]] = {
    RelationKind.DISTANCE: _measured,
    RelationKind.BEARING: _measured,
    RelationKind.NEAR: _measured,
    RelationKind.WITHIN: _within,
    RelationKind.PART: _part,
}


def _border(
    relation: Relation,
    grounds: Sequence[Sequence[PlaceEntry]],
    entry: PlaceEntry,
    borders: Borders,
) -> float | None:
    """Fit the distance to a border of the place's own country."""
    own = entry.country
    codes = border_codes(grounds)
    if own is None or codes is None:
        return None
    away = border_km(entry.latitude, entry.longitude, own, codes=codes, borders=borders)
    if away is None:
        return 0.0
    low, high = border_reach_km(relation)
    # The place itself has a size; its middle may lie farther off than its edge.
    return _soft(away, low, high + min(high, entry.radius_m / _M * OWN_RADIUS))


def border_codes(grounds: Sequence[Sequence[PlaceEntry]]) -> set[str] | None:
    """Return the codes of the countries a border is of; None where one is not known, or no country.

    The border of a state or a region within a country is in no file of ours.
    """
    first = [each[0] for each in grounds if each and each[0].feature == _COUNTRY]
    codes = {ground.country for ground in first if ground.country}
    return codes if len(codes) == len(grounds) else None


def border_km(
    latitude: float, longitude: float, own: str, *, codes: set[str], borders: Borders
) -> float | None:
    """Return how far a point in a country lies from the border meant; None if there is none.

    Args:
        latitude: Degrees north.
        longitude: Degrees east.
        own: Code of the country the point lies in.
        codes: Codes of the countries named: that of either side, both, or none for any border.
        borders: The borders.
    """
    others = codes - {own}
    if len(others) > 1:
        return None  # a border of two other countries
    if not others:
        found = borders.nearest_frontier(latitude, longitude, own)
        return None if found is None else found.km
    return borders.distance_km(latitude, longitude, own, *others)


def border_reach_km(relation: Relation) -> tuple[float, float]:
    """Return how near and how far from its border or coast a relation puts its figure."""
    if relation.low_m is not None and relation.high_m is not None:
        return said_km(relation)
    if relation.kind is RelationKind.COAST:
        return 0.0, COAST_KM
    return 0.0, ON_BORDER_KM if relation.on else BORDER_KM


def _coast(
    relation: Relation, grounds: Sequence[PlaceEntry], entry: PlaceEntry, borders: Borders
) -> float | None:
    code = grounds[0].country
    if code is None or grounds[0].feature != _COUNTRY:
        return _measured(relation, grounds[0], entry)
    found = borders.nearest_coast(entry.latitude, entry.longitude, code)
    return None if found is None else _soft(found.km, *border_reach_km(relation))


def _between(one: PlaceEntry, other: PlaceEntry, entry: PlaceEntry) -> float:
    """Fit the way between two places: the detour over the figure is short."""
    straight = _km(one, other)
    around = _km(one, entry) + _km(entry, other)
    edges = (one.radius_m + other.radius_m) / _M * OWN_RADIUS
    return _soft(around, 0.0, straight * DETOUR + edges)


def _soft(value: float, low: float, high: float) -> float:
    """Return 1 between two bounds, and less the farther outside."""
    off = max(low - value, value - high, 0.0)
    return exp(-off / (_SOFT_KM + _SOFT_SHARE * high))


def _km(one: PlaceEntry, other: PlaceEntry) -> float:
    return distance_km(one.latitude, one.longitude, other.latitude, other.longitude)
