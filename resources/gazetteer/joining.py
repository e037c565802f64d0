"""Which places of two sources are one."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from onrecord.resources.gazetteer import folded
from resources.gazetteer.outlines import box, inside
from resources.gazetteer.place import SMALL, Place, bare, kilometres

# Our own row and a town of the same name this near are one place.
_SAME_KM = 25.0
# Our own row of an airport and the listed one.
_AIRPORT_KM = 5.0

# Features of our own tables that may be a listed province.
_LARGE = frozenset({"region", "island", "islands"})


def place_in_provinces(places: list[Place], folder: Path, admin: dict[str, str]) -> None:
    """Give our own towns and sites the province they lie in."""
    content = json.loads((folder / "data" / "states" / "admin1.json").read_text("utf-8"))
    features = [(feature, box(feature["geometry"])) for feature in content["features"]]
    for place in places:
        if place.feature not in SMALL or not place.country:
            continue
        for feature, (south, north, west, east) in features:
            row = feature["properties"]
            if row["iso_a2"] != place.country or not row.get("name"):
                continue
            if not (south <= place.latitude <= north and west <= place.longitude <= east):
                continue
            if inside(feature["geometry"], place.point):
                place.admin1 = f"naturalearth.{row['ne_id']}"
                admin[place.admin1] = bare(row.get("name_en") or row["name"])
                break


def merged(own: list[Place], towns: list[Place], provinces: list[Place]) -> list[Place]:
    """Return our places and the towns, ours joined to the town or province that they mean."""
    named = {"town": _by_name(towns), "province": _by_name(provinces)}
    kept = []
    for place in own:
        if place.feature in SMALL:
            twins = [town for town in _named(place, named["town"]) if _same(place, town)]
        elif place.feature in _LARGE and place.number:
            twins = [each for each in _named(place, named["province"]) if _covers(each, place)]
        else:
            twins = []
        if not twins:
            kept.append(place)
            continue
        twin = max(twins, key=lambda each: (each.population, -each.number))
        twin.others = [*twin.others, twin.name, *place.others]
        if place.feature in SMALL:
            twin.name = place.name
            twin.radius_m = max(twin.radius_m, place.radius_m)
        else:
            twin.others.append(place.name)
    return [*kept, *towns]


def rename(names: Iterable[tuple[str, str, list[str]]], towns: list[Place]) -> None:
    """Add former and foreign names to the largest town of a name.

    Raises:
        LookupError: There is no such town.
    """
    named = _by_name(towns)
    for name, country, others in names:
        bearers = [town for town in named[folded(name)] if town.country == country]
        if not bearers:
            raise LookupError(f"names.toml: no town {name!r} in {country}; mend or drop the row")
        max(bearers, key=lambda town: town.population).others += others


def airfields(own: list[Place], airports: list[Place]) -> list[Place]:
    """Return the airports that are not in our own tables; those that are lend their names."""
    ours = [place for place in own if any("irport" in name for name in place.others)]
    ours += [place for place in own if "irport" in place.name]
    kept = []
    for airport in airports:
        twin = next(
            (each for each in ours if kilometres(each.point, airport.point) <= _AIRPORT_KM), None
        )
        if twin is None:
            kept.append(airport)
        else:
            twin.others = [*twin.others, airport.name, *airport.others]
    return kept


def _by_name(places: list[Place]) -> dict[str, list[Place]]:
    named: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        for key in sorted(place.folded_names()):
            named[key].append(place)
    return named


def _named(place: Place, named: dict[str, list[Place]]) -> list[Place]:
    return [each for key in sorted(place.folded_names()) for each in named.get(key, ())]


def _same(place: Place, town: Place) -> bool:
    """Say whether two places of one name are one."""
    return place.country == town.country and kilometres(place.point, town.point) <= _SAME_KM


def _covers(province: Place, place: Place) -> bool:
    """Say whether a province of the same name is what a row of ours means."""
    within = kilometres(place.point, province.point) * 1_000 <= province.radius_m
    return place.country == province.country and within
