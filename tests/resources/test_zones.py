"""Zones of places."""

from __future__ import annotations

import pytest

from onrecord.resources.zones import (
    find_zone,
    find_zone_at,
    find_zone_of_country,
    zones_of_country,
)


@pytest.mark.parametrize(
    ("code", "zone"),
    [("DZ", "Africa/Algiers"), ("NP", "Asia/Kathmandu"), ("US", None), ("XX", None)],
)
def test_country_of_one_zone_needs_no_point(code: str, zone: str | None) -> None:
    """One of several gives none."""
    assert find_zone_of_country(code) == zone


def test_country_of_several_zones_gives_all() -> None:
    """Its chief one first."""
    zones = zones_of_country("RU")
    assert "Asia/Vladivostok" in zones
    assert len(zones) > 10


@pytest.mark.parametrize(
    ("point", "zone"),
    [
        ((41.88, -87.63), "America/Chicago"),
        ((-31.95, 115.86), "Australia/Perth"),
        ((12.5, 48.0), None),
    ],
    ids=["Chicago", "Perth", "Gulf of Aden"],
)
def test_point_on_land_has_a_zone(point: tuple[float, float], zone: str | None) -> None:
    """The sea has none."""
    assert find_zone_at(*point) == zone


def test_zone_nobody_knows_is_none() -> None:
    """Data and map may be of different years."""
    assert find_zone("Mars/Olympus") is None
    assert find_zone("../etc") is None
