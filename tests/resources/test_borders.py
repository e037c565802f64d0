"""Borders and coasts: who meets whom, and how far a point lies from the line."""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ResourceError
from onrecord.resources import open_library
from onrecord.resources.borders import (
    NAME,
    STEPS,
    Borders,
    distance_km,
    nearest_of,
    open_borders,
    packed,
    unpacked,
)

IN_AMENAS = (28.04, 9.55)
POINTS = st.tuples(st.integers(-90 * STEPS, 90 * STEPS), st.integers(-180 * STEPS, 180 * STEPS))


@cache
def shipped() -> Borders:
    """Return the borders that ship."""
    return open_borders(open_library().path(NAME))


@pytest.fixture(scope="module")
def borders() -> Borders:
    """The borders that ship."""
    return shipped()


def test_in_amenas_is_29_km_from_libya(borders: Borders) -> None:
    """The gas town in Algeria lies close to the Libyan border, wherever one asks from."""
    assert borders.distance_km(*IN_AMENAS, "DZ", "LY") == pytest.approx(28.6, abs=1)
    assert borders.distance_km(*IN_AMENAS, "LY", "DZ") == pytest.approx(28.6, abs=1)


@pytest.mark.parametrize(
    ("point", "pair", "km"),
    [
        ((36.20, 37.13), ("SY", "TR"), 45),  # Aleppo
        ((34.53, 69.17), ("AF", "PK"), 75),  # Kabul
        ((45.00, -100.0), ("US", "CA"), 444),  # a border that is a parallel: 4 degrees
        ((22.50, 28.0), ("EG", "SD"), 56),  # and another: half a degree
    ],
)
def test_distances_are_those_of_a_map(
    borders: Borders, point: tuple[float, float], pair: tuple[str, str], km: float
) -> None:
    """The great circle to the nearest point of the line."""
    assert borders.distance_km(*point, *pair) == pytest.approx(km, rel=0.15)


@pytest.mark.parametrize(
    ("code", "others"),
    [
        ("DZ", ("EH", "LY", "MA", "ML", "MR", "NE", "TN")),
        ("XK", ("AL", "ME", "MK", "RS")),
        ("SO", ("DJ", "ET", "KE")),
        ("UA", ("BY", "HU", "MD", "PL", "RO", "RU", "SK")),
        ("GF", ("BR", "SR")),
        ("CY", ()),
        ("JP", ()),
    ],
)
def test_neighbours(borders: Borders, code: str, others: tuple[str, ...]) -> None:
    """Kosovo, Somaliland and French Guiana are where ISO's codes put them."""
    assert borders.neighbours(code) == others


def test_countries_that_do_not_meet_have_no_border(borders: Borders) -> None:
    """No line, so no distance to it."""
    assert borders.between("DZ", "EG") == ()
    assert borders.distance_km(*IN_AMENAS, "DZ", "EG") is None
    assert borders.nearest_frontier(35.0, 139.0, "JP") is None
    assert borders.nearest_coast(47.0, 8.0, "CH") is None


def test_nearest_frontier_is_the_nearest_of_all(borders: Borders) -> None:
    """From In Amenas no border of Algeria is nearer than that with Libya."""
    found = borders.nearest_frontier(*IN_AMENAS, "DZ")
    assert found is not None
    assert found.km == borders.distance_km(*IN_AMENAS, "DZ", "LY")


def test_nearest_coast(borders: Borders) -> None:
    """Tokyo lies on the coast; Madrid lies some 300 km inland."""
    tokyo, madrid = (
        borders.nearest_coast(35.65, 139.77, "JP"),
        borders.nearest_coast(40.42, -3.7, "ES"),
    )
    assert tokyo is not None
    assert tokyo.km < 5
    assert madrid is not None
    assert madrid.km == pytest.approx(305, rel=0.1)


@pytest.mark.parametrize(
    ("point", "code"),
    [
        (IN_AMENAS, "DZ"),
        ((42.66, 21.16), "XK"),
        ((9.56, 44.06), "SO"),
        ((4.9, -52.3), "GF"),
        ((31.5, 34.45), "PS"),
        ((44.95, 34.1), "UA"),
        ((-17.7, 178.0), "FJ"),
        ((66.5, -175.0), "RU"),
        ((55.75, 37.6), "RU"),
        ((65.84, 24.14), "SE"),  # as far north as Russia where it crosses the 180th meridian
        ((0.0, 0.0), None),
        ((12.0, 47.0), None),  # the Gulf of Aden
    ],
)
def test_country_that_holds_a_point(
    borders: Borders, point: tuple[float, float], code: str | None
) -> None:
    """None at sea; the antimeridian divides nobody."""
    assert borders.country_at(*point) == code


@given(st.floats(-60, 70), st.floats(-180, 180))
def test_nearest_point_is_no_farther_than_any_other(latitude: float, longitude: float) -> None:
    """Passing over far pieces of line loses nothing: no point of the line is nearer."""
    lines = shipped().between("AF", "PK")
    found = nearest_of(lines, latitude, longitude)
    assert found is not None
    corners = [point for line in lines for point in line.points]
    assert found.km <= min(distance_km(latitude, longitude, *point) for point in corners) + 0.1
    assert distance_km(latitude, longitude, found.latitude, found.longitude) == found.km
    for line in lines:
        alone = nearest_of([line], latitude, longitude)
        assert alone is not None
        assert line.at_least_km(latitude, longitude) <= alone.km + 0.1


@given(st.lists(POINTS, min_size=1))
def test_packed_points_come_back(points: list[tuple[int, int]]) -> None:
    """Nothing is lost on the grid."""
    assert unpacked(packed(points)) == tuple(
        (north / STEPS, east / STEPS) for north, east in points
    )


def test_a_degree_of_latitude() -> None:
    """A degree of a meridian is 111.2 km on the sphere."""
    assert distance_km(0, 0, 1, 0) == pytest.approx(math.pi * 6371.0088 / 180)


def test_damaged_file_is_refused(tmp_path: Path) -> None:
    """A file of something else is named with what is wrong."""
    file = tmp_path / "borders.sqlite"
    file.write_text("no database")
    with pytest.raises(ResourceError, match="not a readable file of borders"):
        open_borders(file)
