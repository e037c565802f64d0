"""Nations, regions, armed groups and agencies: what must hold for the tables."""

from __future__ import annotations

from collections import Counter

import pytest

from onrecord.resources import open_library

LIBRARY = open_library()
NATIONS = LIBRARY.lexicon("nations").entries["nations"]
REGIONS = LIBRARY.lexicon("regions").entries["places"]


@pytest.mark.parametrize("code", sorted(NATIONS))
def test_every_nation_is_whole(code: str) -> None:
    """Name, point and radius, and its own name among its names."""
    nation = NATIONS[code]
    assert len(code) == 2
    assert nation["name"] in nation["names"]
    assert -90 <= nation["latitude"] <= 90
    assert -180 <= nation["longitude"] <= 180
    assert 1_000 <= nation["radius_m"] <= 5_000_000


def test_no_name_means_two_nations() -> None:
    """Names are unique; demonyms ("Congolese") need not be."""
    names = Counter(name for nation in NATIONS.values() for name in nation["names"])
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Irishman", "IE"),
        ("Frenchwoman", "FR"),
        ("Filipinas", "PH"),
        ("Burkinabe", "BF"),
        ("Nigeriens", "NE"),
        ("Nigerians", "NG"),
        ("Spaniards", "ES"),
        ("Turks", "TR"),
        ("Sri Lankans", "LK"),
        ("New Zealanders", "NZ"),
        ("Dutchman", "NL"),
        ("Burmese", "MM"),
    ],
)
def test_people_are_known_by_their_nouns(word: str, code: str) -> None:
    """Irregular demonyms are there too."""
    assert [key for key, nation in NATIONS.items() if word in nation["people"]] == [code]


@pytest.mark.parametrize(
    ("name", "code"),
    [("Zaire", "CD"), ("Ceylon", "LK"), ("Rhodesia", "ZW"), ("USSR", "RU"), ("U.K.", "GB")],
)
def test_former_and_short_names_are_there(name: str, code: str) -> None:
    """Old reports are read too."""
    assert name in NATIONS[code]["names"]


def test_regions_have_points_and_radii() -> None:
    """A region without a radius would pass for a point."""
    for row in [*REGIONS["region"], *REGIONS["state"]]:
        assert -90 <= row["latitude"] <= 90
        assert row["radius_m"] >= 1_000
        assert row.get("country", "XX").isupper()


def test_no_region_is_listed_twice() -> None:
    """One row for each name."""
    names = Counter(row["name"] for row in REGIONS["region"])
    assert [name for name, times in names.items() if times > 1] == []


def test_groups_and_agencies_name_real_countries() -> None:
    """Each country is a code of the nations."""
    groups = LIBRARY.lexicon("armed-groups").entries["armed"]["groups"]
    agencies = LIBRARY.lexicon("news-agencies").entries["agencies"]["listed"]
    assert len(groups) >= 120
    assert len(agencies) >= 60
    for row in [*groups, *agencies]:
        assert set(row["countries"]) <= set(NATIONS), row["name"]
