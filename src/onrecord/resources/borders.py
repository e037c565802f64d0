"""Borders and coasts: which countries meet where, and how far a point lies from the line.

One SQLite file, opened read-only, made by `resources/build_borders.py` from Natural Earth at
1:10 million. Lines are drawn as territory is held, not as it is claimed (but Crimea is Ukraine's,
as in the gazetteer), and simplified to within 250 m, which is finer than the source is right.
Countries are named by ISO 3166-1 alpha-2 codes. Lines are read when asked for, and kept.

Known limits: islands and states smaller than about a kilometre are lost, and so is the border of
150 m between Botswana and Zambia.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from onrecord.errors import ResourceError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

NAME = "borders"
"""Name of the resource."""

STEPS = 1_000
"""Steps of the file's grid in a degree: 111 m north to south."""

SEAM = "~"
"""In the file, the other side of the 180th meridian: no line on the ground."""

# IUGG mean radius of the earth.
_EARTH_KM = 6371.0088
# A straight line of degrees is cut finer than this before it is measured on the sphere: the chord
# of 28 km runs 15 m below the arc.
_LONGEST_DEGREES = 0.25
_BITS = 7
_MORE = 1 << _BITS

Vector = tuple[float, float, float]


class Nearest(NamedTuple):
    """The point of a line nearest to somewhere.

    Attributes:
        latitude: Degrees north, WGS 84.
        longitude: Degrees east, WGS 84.
        km: How far it is from there, along the great circle.
    """

    latitude: float
    longitude: float
    km: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A piece of border or coast.

    Attributes:
        points: Degrees north and east of its points, in order.
        south: Its southernmost latitude.
        north: Its northernmost latitude.
        west: Its westernmost longitude.
        east: Its easternmost longitude.
    """

    points: tuple[tuple[float, float], ...]
    south: float
    north: float
    west: float
    east: float
    _vectors: list[Vector] = field(default_factory=list, repr=False, compare=False)

    def vectors(self) -> Sequence[Vector]:
        """Return its points on the unit sphere, close enough for chords to do."""
        if not self._vectors:
            self._vectors.extend(vector(*point) for point in _fine(self.points))
        return self._vectors

    def at_least_km(self, latitude: float, longitude: float) -> float:
        """Return a distance that no point of the line is nearer than."""
        up = max(self.south - latitude, latitude - self.north, 0.0)
        aside = max(
            min((self.west - longitude) % 360, (longitude - self.east) % 360)
            if not self.west <= longitude <= self.east
            else 0.0,
            0.0,
        )
        across = asin(cos(radians(latitude)) * sin(radians(min(aside, 90.0))))
        return _EARTH_KM * max(radians(up), across)


@dataclass(frozen=True, slots=True)
class Borders:
    """The opened file. Safe to share between threads: it only ever reads.

    Attributes:
        connection: The open database.
    """

    connection: sqlite3.Connection
    _lines: dict[tuple[str, str], tuple[Line, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _neighbours: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def between(self, one: str, other: str) -> tuple[Line, ...]:
        """Return the border of two countries; () where they do not meet on land."""
        pair = (min(one, other), max(one, other))
        if pair not in self._lines:
            self._lines[pair] = self._read("one = ? AND other = ?", pair)
        return self._lines[pair]

    def coast(self, code: str) -> tuple[Line, ...]:
        """Return the coast of a country, its islands included; () where it has none."""
        if (code, "") not in self._lines:
            self._lines[code, ""] = self._read("one = ? AND other = ''", (code,))
        return self._lines[code, ""]

    def neighbours(self, code: str) -> tuple[str, ...]:
        """Return the countries that a country has a land border with, in order of their codes."""
        if code not in self._neighbours:
            rows = self.connection.execute(
                "SELECT other FROM line WHERE one = ? AND other NOT IN ('', ?) "
                "UNION SELECT one FROM line WHERE other = ?",
                (code, SEAM, code),
            )
            self._neighbours[code] = tuple(sorted(row[0] for row in rows))
        return self._neighbours[code]

    def nearest(self, latitude: float, longitude: float, one: str, other: str) -> Nearest | None:
        """Return the nearest point of a border; None where the two countries do not meet."""
        return nearest_of(self.between(one, other), latitude, longitude)

    def distance_km(self, latitude: float, longitude: float, one: str, other: str) -> float | None:
        """Return how far a point lies from a border; None where the two countries do not meet."""
        found = self.nearest(latitude, longitude, one, other)
        return None if found is None else found.km

    def nearest_frontier(self, latitude: float, longitude: float, code: str) -> Nearest | None:
        """Return the nearest point of a country's land borders; None where it has none."""
        lines = [line for other in self.neighbours(code) for line in self.between(code, other)]
        return nearest_of(lines, latitude, longitude)

    def nearest_coast(self, latitude: float, longitude: float, code: str) -> Nearest | None:
        """Return the nearest point of a country's coast; None where it has none."""
        return nearest_of(self.coast(code), latitude, longitude)

    def country_at(self, latitude: float, longitude: float) -> str | None:
        """Return the country that holds a point; None at sea, or where nobody's hold is shown."""
        rows = self.connection.execute(
            "SELECT one, other, points, west FROM line "
            "WHERE south <= ? AND north >= ? AND east >= ?",
            (latitude, latitude, longitude),
        )
        crossed: dict[str, int] = {}
        for one, other, blob, west in rows:
            times = _crossings(unpacked(blob), latitude, longitude, east_of=west > longitude)
            for code in filter(None, (one, other.strip(SEAM))):
                crossed[code] = crossed.get(code, 0) + times
        return min((code for code, times in crossed.items() if times % 2), default=None)

    def _read(self, condition: str, values: Sequence[str]) -> tuple[Line, ...]:
        # The condition is one of ours, the values are bound.
        rows = self.connection.execute(
            f"SELECT points, south, north, west, east FROM line WHERE {condition}",  # noqa: S608
            tuple(values),
        )
        return tuple(
            Line(points=unpacked(blob), south=south, north=north, west=west, east=east)
            for blob, south, north, west, east in rows
        )


def nearest_of(lines: Iterable[Line], latitude: float, longitude: float) -> Nearest | None:
    """Return the point of some lines nearest to a point; None where there are none."""
    here = vector(latitude, longitude)
    best: tuple[float, Vector] | None = None
    reach = float("inf")
    ordered = sorted(
        (line.at_least_km(latitude, longitude), index, line) for index, line in enumerate(lines)
    )
    for least, _, line in ordered:
        if least > reach:
            break
        for found in _feet(line.vectors(), here):
            if best is None or found[0] < best[0]:
                best = found
        reach = _arc_km(sqrt(best[0])) if best else reach
    if best is None:
        return None
    x, y, z = best[1]
    north, east = degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))
    return Nearest(north, east, distance_km(latitude, longitude, north, east))


def distance_km(latitude: float, longitude: float, north: float, east: float) -> float:
    """Return the length of the great circle between two points, in kilometres.

    On a sphere of the earth's mean radius, within 0.6% of the ellipsoid's.
    """
    up, aside = radians(north - latitude), radians(east - longitude)
    across = cos(radians(latitude)) * cos(radians(north)) * sin(aside / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(sin(up / 2) ** 2 + across)))


def vector(latitude: float, longitude: float) -> Vector:
    """Return a point on the unit sphere."""
    north, east = radians(latitude), radians(longitude)
    return (cos(north) * cos(east), cos(north) * sin(east), sin(north))


def _arc_km(chord: float) -> float:
    return 2 * _EARTH_KM * asin(min(1.0, chord / 2))


def _feet(points: Sequence[Vector], here: Vector) -> Iterator[tuple[float, Vector]]:
    """Return the nearest point of each chord, after its squared distance."""
    px, py, pz = here
    ax, ay, az = points[0]
    for bx, by, bz in points[1:]:
        dx, dy, dz = bx - ax, by - ay, bz - az
        length = dx * dx + dy * dy + dz * dz
        along = ((px - ax) * dx + (py - ay) * dy + (pz - az) * dz) / length if length else 0.0
        along = min(1.0, max(0.0, along))
        x, y, z = ax + along * dx, ay + along * dy, az + along * dz
        yield (px - x) ** 2 + (py - y) ** 2 + (pz - z) ** 2, (x, y, z)
        ax, ay, az = bx, by, bz


def _fine(points: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Return the points of a line, long stretches of it cut evenly in degrees."""
    north, east = points[0]
    yield north, east
    for lat, lon in points[1:]:
        parts = int(max(abs(lat - north), abs(lon - east)) / _LONGEST_DEGREES) + 1
        for part in range(1, parts + 1):
            yield north + (lat - north) * part / parts, east + (lon - east) * part / parts
        north, east = lat, lon


def _crossings(
    points: Sequence[tuple[float, float]], latitude: float, longitude: float, *, east_of: bool
) -> int:
    """Count how often a line crosses the parallel east of a point."""
    if east_of:
        # All of it lies east: only the sides of its ends matter.
        return int((points[0][0] > latitude) != (points[-1][0] > latitude))
    count = 0
    y, x = points[0]
    for lat, lon in points[1:]:
        if (y > latitude) != (lat > latitude):
            count += x + (latitude - y) / (lat - y) * (lon - x) > longitude
        y, x = lat, lon
    return count


def packed(points: Iterable[tuple[int, int]]) -> bytes:
    """Return points of the grid as bytes: steps from one to the next, seven bits a byte."""
    written = bytearray()
    last = (0, 0)
    for point in points:
        for step in (point[0] - last[0], point[1] - last[1]):
            value = step << 1 if step >= 0 else (-step << 1) - 1
            while value >= _MORE:
                written.append(value & (_MORE - 1) | _MORE)
                value >>= _BITS
            written.append(value)
        last = point
    return bytes(written)


def unpacked(content: bytes) -> tuple[tuple[float, float], ...]:
    """Return the degrees north and east of packed points."""
    steps: list[int] = []
    value = shift = 0
    for byte in content:
        value |= (byte & (_MORE - 1)) << shift
        if byte & _MORE:
            shift += _BITS
            continue
        steps.append(-((value + 1) >> 1) if value & 1 else value >> 1)
        value = shift = 0
    points = []
    north = east = 0
    for up, aside in zip(steps[::2], steps[1::2], strict=True):
        north, east = north + up, east + aside
        points.append((north / STEPS, east / STEPS))
    return tuple(points)


def open_borders(path: Path) -> Borders:
    """Open the file, read-only.

    Raises:
        ResourceError: It is no file of borders.
    """
    # Only a run that asks for a border should pay for loading it.
    import sqlite3  # noqa: PLC0415

    # "immutable" spares the locks: the file is verified and nobody writes it.
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        connection.execute("SELECT one FROM line LIMIT 1").fetchone()
    except sqlite3.Error as error:
        raise ResourceError(NAME, "is not a readable file of borders") from error
    return Borders(connection)
