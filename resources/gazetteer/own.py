"""Our own tables: nations, regions and US states beside this folder, the tables in it.

A table is a TOML file with `[meta]` and `[rows]`: under each feature a list of rows of name,
country, latitude, longitude, radius in kilometres and other names, these parted by "|".
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.resources.gazetteer import folded
from resources.gazetteer.place import FIRST_NUMBER, Place, slug

HERE = Path(__file__).resolve().parent
TABLES = ("lands", "waters", "islands", "towns", "quarters", "sites")

_REGIONS_FROM = FIRST_NUMBER + 1_000
_TABLES_FROM = FIRST_NUMBER + 2_000


def read(name: str, folder: Path = HERE) -> dict[str, Any]:
    """Read a table of this folder, or one beside it."""
    return tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))


def nations() -> Iterator[Place]:
    """Read the nations."""
    content = read("nations", HERE.parent)["nations"]
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


def peoples() -> frozenset[str]:
    """Return the words for peoples and what is theirs, folded: "syrian", "frenchwoman"."""
    rows = read("nations", HERE.parent)["nations"].values()
    return frozenset(
        folded(word) for row in rows for word in [*row["adjectives"], *row["people"]]
    ) - frozenset(folded(name) for row in rows for name in row["names"])


def regions() -> Iterator[Place]:
    """Read the regions, sites and US states that are known without the gazetteer too."""
    content = read("regions", HERE.parent)["places"]
    for number, row in enumerate(content["region"], _REGIONS_FROM):
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


def tables() -> list[Place]:
    """Read the tables of this folder."""
    rows = [
        (feature, row)
        for table in TABLES
        for feature, listed in read(table)["rows"].items()
        for row in listed
    ]
    times = Counter(slug(row[0]) for _, row in rows)
    return [
        _placed(number, feature, row, alone=times[slug(row[0])] == 1)
        for number, (feature, row) in enumerate(rows, _TABLES_FROM)
    ]


def _placed(number: int, feature: str, row: list[Any], *, alone: bool) -> Place:
    name, country, latitude, longitude, kilometres = row[:5]
    # Namesakes are told apart by their country, and there are no two in one.
    end = "" if alone else f"-{(country or 'shared').lower()}"
    return Place(
        number=number,
        ref=f"onrecord:{slug(name)}{end}",
        name=name,
        latitude=float(latitude),
        longitude=float(longitude),
        radius_m=1_000.0 * kilometres,
        feature=feature,
        country=country or None,
        others=row[5].split("|") if len(row) > 5 else [],  # noqa: PLR2004 - the other names
    )


def former() -> list[tuple[str, str, list[str]]]:
    """Read names that towns had or are called by: town, country, its other names."""
    rows = read("names")["rows"]
    return [(name, code, others.split("|")) for name, code, others in rows["town"]]


def points() -> dict[tuple[str, str], tuple[float, float]]:
    """Read the points of provinces so large that maps differ: by name and country."""
    rows = read("provinces")["rows"]["point"]
    return {(name, code): (latitude, longitude) for name, code, latitude, longitude in rows}


def abbreviations() -> dict[str, list[str]]:
    """Return what newspapers put for the provinces of Canada, by name."""
    short: dict[str, list[str]] = {}
    for abbreviation, name in read("regions", HERE.parent)["province"].items():
        short.setdefault(name, []).append(abbreviation)
    return short


def states() -> frozenset[str]:
    """Return the postal codes of the US states."""
    return frozenset(row["code"] for row in read("regions", HERE.parent)["places"]["state"])
