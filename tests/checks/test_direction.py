"""The desk check for directions that do not fit the map."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import read_story
from onrecord.checks import direction
from onrecord.checks._extents import Extent, extent_of
from onrecord.model import PlaceRef, Query, Severity
from readings import a_report


def checked(text: str) -> tuple[Query, ...]:
    """Return what the check finds in a story."""
    story = f"{text} Police gave no more details."
    return direction.CHECK.run(a_report(story), read_story(story))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "A bomb hit Mombasa, a city of a million some 440 km northwest of Nairobi, on Monday.",
            "Mombasa lies southeast of Nairobi on the map, not northwest.",
        ),
        (
            "Two men died in Aleppo, 310 km south of Damascus, on Monday.",
            "Aleppo lies north of Damascus on the map, not south.",
        ),
        (
            "The clash took place in Khuzdar, 300 km (185 miles) east of Quetta, he said.",
            "Khuzdar lies south of Quetta on the map, not east.",
        ),
        (
            "Rebels held Kidal, south of Gao, on Monday.",
            "Kidal lies northeast of Gao on the map, not south.",
        ),
        (
            "Two men died in Timbuktu, which lies 1,000 km southwest of Bamako.",
            "Timbuktu lies northeast of Bamako on the map, not southwest.",
        ),
        (
            "A blast shook Maiduguri in southwestern Nigeria on Monday, killing two.",
            "Maiduguri lies in the east of Nigeria on the map, not in the southwest.",
        ),
        (
            "A shop burned in Toulouse, in the north of France, on Monday.",
            "Toulouse lies in the south of France on the map, not in the north.",
        ),
        (
            "Two men died in Derna, a port town in western Libya, on Monday.",
            "Derna lies in the northeast of Libya on the map, not in the west.",
        ),
        (
            "The army entered the northern Iraqi city of Basra on Monday.",
            "Basra lies in the southeast of Iraq on the map, not in the north.",
        ),
    ],
)
def test_direction_against_the_map_is_asked_about(text: str, message: str) -> None:
    """The place lies elsewhere, beyond what a rough word may mean."""
    (query,) = checked(text)
    assert query.severity is Severity.QUERY
    assert query.message == message
    assert query.cited


@pytest.mark.parametrize(
    "text",
    [
        # Right.
        "A bomb hit Mombasa, some 440 km (275 miles) southeast of Nairobi, on Monday.",
        "Two men died in Mosul, 400 km (250 miles) north of Baghdad, on Monday.",
        "A blast shook Maiduguri in northeastern Nigeria on Monday, killing two.",
        "A shop burned in Marseille in southern France on Monday.",
        "Two men died in Derna, a port town in eastern Libya, on Monday.",
        "The army entered the southern Iraqi city of Basra on Monday.",
        # Roughly right.
        "A bomb hit Mombasa, some 440 km (275 miles) south of Nairobi, on Monday.",
        "Two men died in Kidal, some 290 km north of Gao, on Monday.",
        "Two men died in Brest, in the north of France, on Monday.",
        # In the middle of the country, or of a wide province.
        "Two men died in Gao, in southern Mali, on Monday.",
        "Two men died in Bourges, in the north of France, on Monday.",
        # The southern province, not the south of it.
        "Soldiers clashed in Lashkar Gah in southern Helmand province on Monday.",
        # A body, a street, a place of a name that may be elsewhere.
        "North Korea fired on South Korea on Monday.",
        "A shop burned in Springfield, south of Chicago, on Monday.",
        "A shop burned in San Isidro, north of Managua, on Monday.",
        "Two men died in a village north of Gao. Bamako is calm.",
        # Of another place than the one before it.
        "From Aleppo, rebels drove to a town where they shot two men 30 km south of Damascus.",
        "Mombasa and a town northwest of Nairobi were hit on Monday.",
        # Too near to tell, and one in the other.
        "Police in Giza, east of Cairo, arrested two men on Monday.",
    ],
)
def test_direction_that_may_be_right_rings_no_alarm(text: str) -> None:
    """Words are rough, and what is not said right beside a name may be said of another place."""
    assert checked(text) == ()


def test_place_that_the_words_put_on_the_map_agrees_with_them() -> None:
    """A village that no map knows lies where the report says."""
    assert checked("Gunmen raided Tal Hamrouna, 60 km southwest of Mosul, on Monday.") == ()


def test_report_that_says_it_twice_is_told_once() -> None:
    """The same words of the same place."""
    text = (
        "A bomb hit Mombasa, northwest of Nairobi, on Monday. Men in Mombasa, northwest of "
        "Nairobi, ran."
    )
    assert len(checked(text)) == 1


box = st.builds(
    lambda south, tall, west, wide: Extent(
        south=south, north=south + tall, west=west, east=west + wide
    ),
    st.floats(-60, 40),
    st.floats(1, 30),
    st.floats(-170, 100),
    st.floats(1, 60),
)


@given(box, st.floats(0, 1), st.floats(0, 1), st.integers(0, 7))
def test_opposite_directions_share_a_box(
    extent: Extent, up: float, aside: float, eighth: int
) -> None:
    """How far north and how far south a point lies in a box add up to the whole of it."""
    latitude = extent.south + up * (extent.north - extent.south)
    longitude = extent.west + aside * (extent.east - extent.west)
    there = extent.share(eighth * 45.0, latitude, longitude)
    back = extent.share((eighth * 45.0 + 180) % 360, latitude, longitude)
    assert -1e-6 <= there <= 1 + 1e-6
    assert isclose(there + back, 1.0, abs_tol=1e-6)


def test_extent_of_a_country_is_that_of_its_borders() -> None:
    """Mali reaches from 10 to 25 degrees north."""
    mali = PlaceRef(
        name="Mali",
        gazetteer_id="iso:ML",
        latitude=18.0,
        longitude=-2.0,
        uncertainty_m=1_300_000,
        feature="country",
        country="ML",
    )
    extent = extent_of(mali)
    assert extent is not None
    assert (round(extent.south), round(extent.north)) == (10, 25)


@pytest.mark.parametrize(
    "place",
    [
        PlaceRef(name="Nowhere", feature="country", country="XX"),
        PlaceRef(name="Fiji", feature="country", country="FJ"),
        PlaceRef(name="Somewhere", feature="admin1", country="ML"),
    ],
    ids=["unknown", "date line", "no point"],
)
def test_extent_that_nobody_knows_is_none(place: PlaceRef) -> None:
    """Without borders or a radius there is no box, and none reaches around the world."""
    assert extent_of(place) is None


def test_extent_of_a_province_is_its_circle() -> None:
    """A degree is 111 km."""
    place = PlaceRef(
        name="X", latitude=0.0, longitude=10.0, uncertainty_m=111_200, feature="admin1"
    )
    extent = extent_of(place)
    assert extent is not None
    assert extent.north == pytest.approx(1.0)
    assert extent.west == pytest.approx(9.0)
