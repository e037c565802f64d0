"""Writing the file."""

from __future__ import annotations

import sqlite3
import struct
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from onrecord.resources.gazetteer import folded, loosened
from resources.gazetteer.place import Place
from resources.gazetteer.spellings import ARAB

_SCHEMA = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
CREATE TABLE place (id INTEGER PRIMARY KEY, ref TEXT, name TEXT NOT NULL, latitude INTEGER NOT NULL,
  longitude INTEGER NOT NULL, radius INTEGER NOT NULL, feature TEXT NOT NULL, country TEXT,
  admin1 INTEGER, admin2 INTEGER, population INTEGER NOT NULL);
CREATE TABLE name (folded TEXT PRIMARY KEY, places BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE variant (loose TEXT PRIMARY KEY, places BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE admin (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
"""

# Where a place without people stands among towns of its name, as if it had so many: a village is
# not to come before a country or a sea.
_STANDING = {
    "country": 1_000_000_000,
    "continent": 1_000_000_000,
    "admin1": 20_000,
    "region": 500_000,
    "sea": 500_000,
    "desert": 500_000,
    "strait": 500_000,
    "mountains": 500_000,
    "island": 200_000,
    "islands": 200_000,
    "river": 200_000,
    "lake": 200_000,
    "canal": 200_000,
    "borough": 100_000,
    "district": 100_000,
    "site": 100_000,
    "crossing": 100_000,
    "pass": 100_000,
    "border": 100_000,
    "admin2": 5_000,
}

# Countries whose names reports spell in many ways, as they hear them.
_SPELLED_FREELY = ARAB | set("AF AM AZ BY ER GE IL IR KG KZ PK RU TD TJ TM UA UZ".split())
# A loose spelling of more places than this says nothing.
_MOST_VARIANTS = 12


def write(
    places: list[Place], admin: Mapping[str, str], peoples: frozenset[str], target: Path
) -> int:
    """Write the file; return how many places it has.

    Args:
        places: The places; of two with one number the first counts.
        admin: Names of the areas they lie in, by code.
        peoples: Folded words for peoples; no place is looked up by one as an alternate.
        target: The file.
    """
    target.unlink(missing_ok=True)
    database = sqlite3.connect(target)
    database.executescript(_SCHEMA)
    ids = {code: number for number, code in enumerate(sorted(admin), 1)}
    database.executemany(
        "INSERT INTO admin VALUES (?, ?)", ((ids[code], admin[code]) for code in sorted(ids))
    )
    rows = {place.number: place for place in reversed(places)}
    database.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_row(place, ids) for _, place in sorted(rows.items())),
    )
    names = _names(rows, peoples)
    variants = _variants(names, rows, {loosened(word) for word in peoples})
    database.executemany("INSERT INTO name VALUES (?, ?)", _packed(names, rows))
    database.executemany("INSERT INTO variant VALUES (?, ?)", _packed(variants, rows))
    database.commit()
    database.execute("VACUUM")
    database.close()
    return len(rows)


def _row(place: Place, ids: Mapping[str, int]) -> tuple[object, ...]:
    return (
        place.number,
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


def _names(rows: Mapping[int, Place], peoples: frozenset[str]) -> dict[str, dict[int, bool]]:
    """Return by folded name the places that bear it, and whether it is their usual name."""
    names: dict[str, dict[int, bool]] = defaultdict(dict)
    for number, place in sorted(rows.items()):
        for name in [*place.others, place.name]:
            key = folded(name)
            if key and (name == place.name or key not in peoples):
                names[key][number] = name == place.name or names[key].get(number, False)
    return names


def _variants(
    names: Mapping[str, Mapping[int, bool]], rows: Mapping[int, Place], but: set[str | None]
) -> dict[str, dict[int, bool]]:
    """Return by loosened name the places of the countries whose names are spelled freely."""
    variants: dict[str, dict[int, bool]] = defaultdict(dict)
    for key, bearers in names.items():
        free = [number for number in bearers if rows[number].country in _SPELLED_FREELY]
        if free and (loose := loosened(key)) and loose not in but:
            variants[loose] |= dict.fromkeys(free, False)
    return {key: found for key, found in variants.items() if len(found) <= _MOST_VARIANTS}


def _packed(
    names: Mapping[str, Mapping[int, bool]], rows: Mapping[int, Place]
) -> list[tuple[str, bytes]]:
    """Return each name with the numbers of its places, best known first; negative: an alternate."""
    standing = {
        number: -max(place.population, _STANDING.get(place.feature, 0))
        for number, place in rows.items()
    }
    packed = []
    for key, bearers in sorted(names.items()):
        ordered = sorted(bearers, key=lambda number: (standing[number], number))
        numbers = [number if bearers[number] else -number for number in ordered]
        packed.append((key, struct.pack(f"<{len(numbers)}i", *numbers)))
    return packed
