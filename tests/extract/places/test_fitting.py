"""How well a place on the map fits what is said of where it lies."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.places.fitting import Grounded, candidates_fit
from onrecord.extract.places.related import Relation, RelationKind
from onrecord.extract.places.sphere import bearing, destination, turn_between
from onrecord.model import Span
from onrecord.resources import open_library
from onrecord.resources.borders import NAME, Borders, distance_km, open_borders
from onrecord.resources.gazetteer import PlaceEntry


@cache
def borders() -> Borders:
    """Return the borders that ship."""
    return open_borders(open_library().path(NAME))


def at(latitude: float, longitude: float, country: str | None = None) -> PlaceEntry:
    """Return a town there."""
    return PlaceEntry(
        ref=f"test:{latitude},{longitude}",
        name="Tal Amara",
        latitude=latitude,
        longitude=longitude,
        radius_m=3_000,
        feature="town",
        country=country,
    )


def a_relation(kind: RelationKind, **parts: object) -> Relation:
    """Return a relation of a kind."""
    return replace(Relation(kind=kind, span=Span(0, 1), grounds=()), **parts)  # type: ignore[arg-type]


def near_border(code: str) -> Grounded:
    """Return "near the border with" a country."""
    land = replace(at(0, 0, code), feature="country")
    return Grounded(relation=a_relation(RelationKind.BORDER), grounds=((land,),))


MOSUL = at(36.34, 43.13, "IQ")
BOSTON = at(42.36, -71.06, "US")
IN_AMENAS = at(28.04, 9.55, "DZ")


def test_town_near_the_border_is_preferred() -> None:
    """In Amenas lies 29 km from Libya, Algiers far off, and Tokyo has no such border."""
    told = (near_border("LY"),)
    fits = [
        candidates_fit(told, place, borders())
        for place in (IN_AMENAS, at(36.75, 3.06, "DZ"), at(35.68, 139.69, "JP"))
    ]
    assert fits == [pytest.approx(1), pytest.approx(-1, abs=0.01), pytest.approx(-1)]


def test_border_of_the_place_s_own_country() -> None:
    """ "Near the Algerian border" said of a town in Algeria: any border of Algeria."""
    assert candidates_fit((near_border("DZ"),), IN_AMENAS, borders()) == pytest.approx(1)
    assert candidates_fit((near_border("DZ"),), at(36.75, 3.06, "DZ"), borders()) < 0


def test_springfield_southwest_of_boston() -> None:
    """Of the Springfields, the one 90 miles south-west of Boston; none of Illinois or Missouri."""
    told = (
        Grounded(
            relation=a_relation(RelationKind.DISTANCE, low_m=130e3, high_m=160e3, bearing=225.0),
            grounds=((BOSTON,),),
        ),
    )
    massachusetts = candidates_fit(told, at(42.10, -72.59, "US"), None)
    illinois = candidates_fit(told, at(39.80, -89.64, "US"), None)
    assert massachusetts > 0.4
    assert illinois < -0.9


def test_the_ground_s_best_reading_counts() -> None:
    """Which Boston is meant is not known yet: the one that fits is enough."""
    relation = a_relation(RelationKind.NEAR)
    told = (Grounded(relation=relation, grounds=((at(52.98, -0.02, "GB"), BOSTON),)),)
    assert candidates_fit(told, at(42.3, -71.1, "US"), None) == pytest.approx(1)


def test_between_two_towns() -> None:
    """Hawija lies on the way from Kirkuk to Tikrit, Baghdad does not."""
    kirkuk, tikrit = at(35.47, 44.39, "IQ"), at(34.60, 43.68, "IQ")
    told = (Grounded(relation=a_relation(RelationKind.BETWEEN), grounds=((kirkuk,), (tikrit,))),)
    assert candidates_fit(told, at(35.32, 43.77, "IQ"), None) > 0.3
    assert candidates_fit(told, at(33.34, 44.40, "IQ"), None) < -0.5


def test_part_of_a_country() -> None:
    """Kano is in northern Nigeria, Lagos is not."""
    nigeria = replace(at(10, 8, "NG"), feature="country", radius_m=810_000)
    told = (Grounded(relation=a_relation(RelationKind.PART, bearing=0.0), grounds=((nigeria,),)),)
    assert candidates_fit(told, at(12.0, 8.52, "NG"), None) == pytest.approx(1)
    assert candidates_fit(told, at(6.45, 3.39, "NG"), None) < 0
    assert candidates_fit(told, at(12.64, -8.0, "ML"), None) == pytest.approx(-1)


def test_nothing_said_speaks_for_nobody() -> None:
    """No relation, a ground that no list has, or a continent to be near to: no word either way."""
    vast = replace(at(10, 20), radius_m=3_000_000)
    near = a_relation(RelationKind.NEAR)
    assert candidates_fit((), MOSUL, borders()) == 0
    assert candidates_fit((Grounded(relation=near, grounds=((),)),), MOSUL, borders()) == 0
    assert candidates_fit((Grounded(relation=near, grounds=((vast,),)),), MOSUL, borders()) == 0
    assert candidates_fit((near_border("LY"),), IN_AMENAS, None) == 0
    texas = replace(at(31, -100, "US"), feature="admin1")
    by_texas = Grounded(relation=a_relation(RelationKind.BORDER), grounds=((texas,),))
    assert candidates_fit((by_texas,), at(49.0, -123.0, "CA"), borders()) == 0


@given(st.floats(-70, 70), st.floats(-180, 180), st.floats(0, 359.9), st.floats(1_000, 2_000_000))
def test_way_there_and_its_measure_agree(
    latitude: float, longitude: float, heading: float, metres: float
) -> None:
    """A point set off so far in a direction lies so far off, in that direction."""
    north, east = destination(latitude, longitude, bearing=heading, metres=metres)
    assert -180 <= east <= 180
    assert distance_km(latitude, longitude, north, east) * 1000 == pytest.approx(metres, rel=1e-6)
    assert turn_between(bearing(latitude, longitude, north, east), heading) < 0.01


@given(st.floats(0, 359.9), st.floats(5_000, 500_000))
def test_what_is_said_truly_fits(heading: float, metres: float) -> None:
    """A town set off from Mosul fits a distance and direction told of it."""
    north, east = destination(MOSUL.latitude, MOSUL.longitude, bearing=heading, metres=metres)
    relation = a_relation(
        RelationKind.DISTANCE, low_m=0.9 * metres, high_m=1.1 * metres, bearing=heading
    )
    told = (Grounded(relation=relation, grounds=((MOSUL,),)),)
    assert candidates_fit(told, at(north, east), None) > 0.5
    opposite = destination(MOSUL.latitude, MOSUL.longitude, bearing=heading + 180, metres=metres)
    assert candidates_fit(told, at(*opposite), None) < candidates_fit(told, at(north, east), None)
