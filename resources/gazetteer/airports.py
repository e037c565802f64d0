"""Airports that have a code of IATA's."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from resources.gazetteer.place import FIRST_NUMBER, Place

_AIRPORTS_FROM = FIRST_NUMBER + 200_000

# How far the grounds of an airport reach.
_RADIUS_M = 3_000

_KIND = re.compile(r"\b(?:International|Intercontinental|Intl\.?) (?=Airport$)")
# Airports whose name tells that they are not international.
_INLAND = re.compile(r"\b(?:Regional|Municipal|County|Field|Memorial|City|Air Base|Airfield)\b")
# Landing places without a story of their own.
_SMALL = re.compile(r"\b(?:Heliport|Seaplane|Railway|Bus|Ferry|Airstrip)\b")


def airports(folder: Path) -> list[Place]:
    """Read the airports, with their names as people say them."""
    text = (folder / "airports.csv").read_text("utf-8")
    rows = [row for row in csv.DictReader(text.splitlines()) if row["iata"]]
    return [
        Place(
            number=_AIRPORTS_FROM + _number(row["iata"]),
            ref=f"iata:{row['iata']}",
            name=row["name"],
            latitude=float(row["lat"]),
            longitude=float(row["lon"]),
            radius_m=_RADIUS_M,
            feature="airport",
            country=row["country"],
            others=_shorter(row["name"], row["city"]),
        )
        for row in sorted(rows, key=lambda each: each["iata"])
        if row["name"].endswith(("Airport", "Air Base", "Airfield"))
        and not _SMALL.search(row["name"])
    ]


def _number(code: str) -> int:
    """Return a number for a code of three letters or digits."""
    return int(code, 36)


def _shorter(name: str, city: str) -> list[str]:
    """Return "Pearson Airport" for "Toronto Pearson International Airport", and the other way."""
    names = [name, _KIND.sub("", name)]
    if names[0] == names[1] and not _INLAND.search(name):
        names.append(f"{name.removesuffix('Airport')}International Airport")
    rest = [each.removeprefix(f"{city} ") for each in names] if city else []
    # "Toronto International Airport" leaves nothing that names it.
    own = [each for each in rest if each.split()[0] not in {"International", "Airport", "Air"}]
    if city and _KIND.search(name):
        names.append(f"{city} Airport")
    return [each for each in dict.fromkeys([*names, *own]) if each != name]
