"""Where a place without an entry lies, worked out from what is said of it.

A relation draws a disc: "60 km south-west of Mosul" the point 60 km along 225 degrees, wide enough
for the rounding, a winding road and half a step of the compass; "near Mosul" Mosul and its
surroundings; "near the border with Libya" of somewhere in Algeria the whole stretch of that border.
Where several relations are told of one place, the points of the smallest disc that fit them all are
kept. The radius is honest: whoever draws the circle should find the place in it, as far as the
words are right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import atan2, cos, degrees, hypot, radians, sqrt
from typing import NamedTuple

from onrecord.extract.places.fitting import (
    DETOUR,
    OWN_RADIUS,
    SECTOR,
    Grounded,
    border_codes,
    border_reach_km,
    is_spread,
    reach_km,
    relation_fit,
    said_km,
)
from onrecord.extract.places.related import Relation, RelationKind
from onrecord.extract.places.sphere import bearing, destination
from onrecord.model import PlaceRef
from onrecord.resources.borders import Borders, Line, distance_km, vector
from onrecord.resources.gazetteer import PlaceEntry

# The side of an area that a wind names: a disc in the middle of that half, as shares of the area's
# radius. It holds all beyond half the radius, and nearly all of the half.
PART_OFF = 0.5
PART_RADIUS = 0.87
MIDDLE_RADIUS = 0.5
# A wider circle tells nothing that the country does not.
_WIDEST_KM = 2_500.0
# A wider circle is seldom all in one country, and dear to look up.
_ONE_COUNTRY_KM = 300.0
# A point fits a relation if it is no more than a little outside.
_FITS = 0.8
_RINGS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_TURNS = 16
_STEP = 0.2
# Coordinates are told to 100 m and radii to the next 100 m: finer would pretend.
_DIGITS = 3
_ROUND_M = 100
_M = 1_000.0


class Disc(NamedTuple):
    """A circle on the sphere: its middle in degrees, its radius in kilometres."""

    latitude: float
    longitude: float
    km: float


def derived(
    name: str,
    told: Sequence[Grounded],
    *,
    words: str,
    country: str | None = None,
    borders: Borders | None = None,
) -> PlaceRef | None:
    """Return a place where the relations put it; None where they put it nowhere.

    Args:
        name: What to call it.
        told: The relations that locate it.
        words: The words of them, for `derived_from`.
        country: Code of the country it is said to lie in; None where that is not said.
        borders: The borders and coasts; None where the file is missing.
    """
    discs = [(each, disc_of(each, country, borders)) for each in told]
    known = [(each, disc) for each, disc in discs if disc is not None]
    if not known:
        return None
    smallest = min((disc for _, disc in known), key=lambda disc: disc.km)
    code = country or _country(told)
    disc = _narrowed(smallest, told, code, borders) if len(known) > 1 else smallest
    if disc.km > _WIDEST_KM:
        return None
    return PlaceRef(
        name=name,
        latitude=round(disc.latitude, _DIGITS),
        longitude=round(disc.longitude, _DIGITS),
        uncertainty_m=(disc.km * _M // _ROUND_M + 1) * _ROUND_M,
        country=code or _country_of(disc, borders),
        derived_from=words,
    )


def disc_of(told: Grounded, country: str | None, borders: Borders | None) -> Disc | None:
    """Return the circle that one relation draws; None where its ground is not known."""
    relation = told.relation
    if relation.kind is RelationKind.BORDER:
        return _of_border(told, country, borders)
    grounds = [each[0] for each in told.grounds if each]
    if len(grounds) < max(1, len(told.grounds)):
        return None
    if relation.kind is RelationKind.BETWEEN:
        return _of_stretch(grounds[0], grounds[1])
    if relation.kind is RelationKind.COAST and grounds[0].feature == "country":
        return _of_coast(relation, grounds[0], borders)
    measure = _of_part if relation.kind is RelationKind.PART else _of_ground
    return measure(relation, grounds[0])


def _of_ground(relation: Relation, ground: PlaceEntry) -> Disc:
    """Return the circle around what lies at a distance, in a direction, or near."""
    low, high = reach_km(relation, ground)
    if relation.bearing is None:
        return Disc(ground.latitude, ground.longitude, high)
    if relation.distance_m is not None:
        low, high = said_km(relation)
    middle = (low + high) / 2 if relation.distance_m is None else relation.distance_m / _M
    north, east = destination(
        ground.latitude, ground.longitude, bearing=relation.bearing, metres=middle * _M
    )
    wide = max(_corner(middle, low), _corner(middle, high))
    if not is_spread(ground):
        return Disc(north, east, wide + ground.radius_m * OWN_RADIUS / _M)
    # The distance counts from an edge that may lie anywhere between the middle and the radius.
    half = ground.radius_m / 2
    north, east = destination(north, east, bearing=relation.bearing, metres=half)
    return Disc(north, east, wide + ground.radius_m / _M)


def _corner(middle: float, end: float) -> float:
    """Return how far a corner of a sector is from its middle, by the law of cosines."""
    return sqrt(middle**2 + end**2 - 2 * middle * end * cos(radians(SECTOR)))


def _of_stretch(one: PlaceEntry, other: PlaceEntry) -> Disc:
    """Return the circle around the ways between two places: an ellipse's long half."""
    straight = distance_km(one.latitude, one.longitude, other.latitude, other.longitude)
    heading = bearing(one.latitude, one.longitude, other.latitude, other.longitude)
    half = straight * _M / 2
    north, east = destination(one.latitude, one.longitude, bearing=heading, metres=half)
    edges = max(one.radius_m, other.radius_m) / _M
    return Disc(north, east, straight / 2 * DETOUR + edges)


def _of_part(relation: Relation, ground: PlaceEntry) -> Disc:
    """Return the circle around the side or the middle of an area."""
    edge = ground.radius_m / _M
    if relation.bearing is None:
        return Disc(ground.latitude, ground.longitude, MIDDLE_RADIUS * edge)
    north, east = destination(
        ground.latitude,
        ground.longitude,
        bearing=relation.bearing,
        metres=PART_OFF * ground.radius_m,
    )
    return Disc(north, east, PART_RADIUS * edge)


def _of_border(told: Grounded, country: str | None, borders: Borders | None) -> Disc | None:
    """Return the circle around a border, as far off it as the relation says."""
    named = border_codes(told.grounds)
    if borders is None or named is None:
        return None
    codes = sorted(named | ({country} if country else set()))
    lines: list[Line] = []
    if len(codes) == 1:
        for other in borders.neighbours(codes[0]):
            lines += borders.between(codes[0], other)
    elif len(codes) == 2:  # noqa: PLR2004 - a border has two sides
        lines += borders.between(*codes)
    return _around(lines, border_reach_km(told.relation)[1])


def _of_coast(relation: Relation, ground: PlaceEntry, borders: Borders | None) -> Disc | None:
    if borders is None:
        return None
    return _around(borders.coast(ground.country or ""), border_reach_km(relation)[1])


def _around(lines: Iterable[Line], reach: float) -> Disc | None:
    """Return the circle around the ends of some lines and so much more; None for no lines."""
    points = [end for line in lines for end in (line.points[0], line.points[-1])]
    if not points:
        return None
    north, east = _middle(points)
    return Disc(north, east, _farthest(north, east, points) + reach)


def _narrowed(
    disc: Disc, told: Sequence[Grounded], country: str | None, borders: Borders | None
) -> Disc:
    """Return the circle around the points of a disc that fit all relations; itself for none."""
    kept = [point for point in _points(disc) if _fits(point, told, country, borders)]
    if not kept:
        return disc
    north, east = _middle(kept)
    return Disc(north, east, min(disc.km, _farthest(north, east, kept) + _STEP * disc.km))


def _fits(
    point: tuple[float, float],
    told: Sequence[Grounded],
    country: str | None,
    borders: Borders | None,
) -> bool:
    latitude, longitude = point
    entry = PlaceEntry(
        ref="",
        name="",
        latitude=latitude,
        longitude=longitude,
        radius_m=0.0,
        feature="",
        country=country,
    )
    fits = (relation_fit(each, entry, borders) for each in told)
    return all(fit is None or fit >= _FITS for fit in fits)


def _points(disc: Disc) -> Iterator[tuple[float, float]]:
    """Return points all over a disc, its middle first."""
    for ring in _RINGS:
        for turn in range(_TURNS if ring else 1):
            yield destination(
                disc.latitude,
                disc.longitude,
                bearing=360.0 * turn / _TURNS,
                metres=ring * disc.km * _M,
            )


def _middle(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the mean of points on the sphere, in degrees north and east."""
    vectors = [vector(*point) for point in points]
    x, y, z = (sum(axis) for axis in zip(*vectors, strict=True))
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))


def _farthest(north: float, east: float, points: Iterable[tuple[float, float]]) -> float:
    return max(distance_km(north, east, *point) for point in points)


def _country(told: Sequence[Grounded]) -> str | None:
    """Return the country that a part of it, or of a town in it, lies in."""
    inside = {RelationKind.PART, RelationKind.WITHIN}
    codes = {
        each.grounds[0][0].country
        for each in told
        if each.relation.kind in inside and each.grounds and each.grounds[0]
    }
    return codes.pop() if len(codes) == 1 else None


def _country_of(disc: Disc, borders: Borders | None) -> str | None:
    """Return the country that holds all of a disc; None where it may lie in another, or at sea."""
    if borders is None or disc.km > _ONE_COUNTRY_KM:
        return None
    code = borders.country_at(disc.latitude, disc.longitude)
    if code is None:
        return None
    edge = borders.nearest_frontier(disc.latitude, disc.longitude, code)
    return code if edge is None or edge.km > disc.km else None
