"""Zones of the clock: which one a place keeps, and what its clocks showed.

A country that keeps one zone needs no point: the table of countries is the one of the IANA time
zone database (`zone.tab`, public domain), as the package tzdata holds it. Elsewhere a point is
looked up in the map of the package tzfpy (MIT; drawn by timezone-boundary-builder from
OpenStreetMap, ODbL), loaded when first asked. Both are offline.

Known limits: the map is simplified, so within some kilometres of a border it may name the
neighbour's zone; the sea has no zone here; and the database keeps no sure record of clocks before
1970, so days before that have none.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

FIRST_SURE_YEAR = 1970
"""The year from which on the database is sure of clocks ("Theory and pragmatics", IANA tz)."""

# Zones of the sea count hours from Greenwich; no clock on land is set by them.
_AT_SEA = "Etc/"
_REMEMBERED = 4096


@cache
def find_zone(name: str) -> ZoneInfo | None:
    """Return a zone by its IANA name; None where the database has none of it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None


def find_zone_of_country(code: str) -> str | None:
    """Return the IANA name of the one zone of a country; None where it has several, or none.

    Args:
        code: ISO 3166-1 alpha-2 code.
    """
    zones = zones_of_country(code)
    return zones[0] if len(zones) == 1 else None


def zones_of_country(code: str) -> tuple[str, ...]:
    """Return the IANA names of the zones of a country, the chief one first; () where unknown."""
    return _zones_of_countries().get(code, ())


@lru_cache(maxsize=_REMEMBERED)
def find_zone_at(latitude: float, longitude: float) -> str | None:
    """Return the IANA name of the zone of a point on land; None at sea.

    Args:
        latitude: Degrees north, WGS 84.
        longitude: Degrees east, WGS 84.
    """
    from tzfpy import get_tz  # noqa: PLC0415 - 34 MB of memory, loaded by the first report that needs it

    name: str = get_tz(longitude, latitude)
    return name if name and not name.startswith(_AT_SEA) else None


@cache
def _zones_of_countries() -> dict[str, tuple[str, ...]]:
    """Return the zones of each country, by its code."""
    found: dict[str, tuple[str, ...]] = {}
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            code, _, zone = line.split("\t")[:3]
            found[code] = (*found.get(code, ()), zone)
    return found
