"""The desk check of stated distances against the map."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from onrecord.checks import distance
from onrecord.checks._atlas import km_between
from onrecord.model import (
    Citation,
    Distance,
    Mentions,
    PlaceMention,
    PlaceRef,
    PlaceUse,
    Quantity,
    Query,
    Severity,
    a_claim,
)
from readings import BY_HAND, a_reading, a_report, where

MINE = PlaceRef(name="Karu Hill", latitude=-11.0, longitude=31.0, uncertainty_m=2000)
NDOLA = PlaceRef(name="Ndola", latitude=-12.97, longitude=28.63, uncertainty_m=9000)
LUSAKA = PlaceRef(name="Lusaka", latitude=-15.41, longitude=28.29, uncertainty_m=15_000)


def checked(
    amount: float,
    unit: str = "km",
    *,
    mine: PlaceRef = MINE,
    origin: PlaceRef = LUSAKA,
    text: str = "They came. Karu Hill lies far from Lusaka.",
) -> tuple[Query, ...]:
    """Return what the check finds in a report that puts the mine so far from the capital."""
    report = a_report(text)
    words = where(report, "far from Lusaka")
    stated = Distance(stated=(Quantity(amount=amount, unit=unit, resolution=1),), origin="Lusaka")
    claims = (
        a_claim(
            report_id=report.report_id,
            slot="place",
            value=mine,
            evidence=where(report, "Karu Hill"),
            read_by=BY_HAND,
        ),
        a_claim(
            report_id=report.report_id,
            slot="distance",
            value=stated,
            evidence=words,
            read_by=BY_HAND,
        ),
    )
    named = {"Karu Hill": mine, "Lusaka": origin, "Ndola": NDOLA}
    places = tuple(
        PlaceMention(
            span=where(report, name),
            read_by=BY_HAND,
            place=place,
            candidates=(),
            use=PlaceUse.RELATION,
            relation="far from",
            extent=where(report, name),
        )
        for name, place in named.items()
        if name in text
    )
    reading = replace(a_reading(report, claims=claims), mentions=Mentions(places=places))
    return distance.CHECK.run(report, reading)


@pytest.mark.parametrize(
    ("amount", "unit", "severity"),
    [
        (570, "km", Severity.OK),
        (600, "km", Severity.OK),
        (354, "mi", Severity.OK),
        (700, "km", Severity.NOTE),
        (1_000, "km", Severity.NOTE),
        (450, "mi", Severity.NOTE),
        (400, "km", Severity.QUERY),
        (57, "km", Severity.QUERY),
        (5_700, "km", Severity.QUERY),
    ],
)
def test_map_judges_a_stated_distance(amount: float, unit: str, severity: Severity) -> None:
    """The straight line is 570 km: less is wrong, some more may be by road, far more is odd."""
    (query,) = checked(amount, unit)
    assert query.severity is severity
    assert (query.suggestion is None) == (severity is not Severity.QUERY)


@pytest.mark.parametrize(
    "text",
    [
        "Karu Hill was raided. It lies far from Lusaka.",
        "Karu Hill was raided by men from Ndola, far from Lusaka.",
    ],
)
def test_distance_that_may_be_of_another_place_is_not_asked_about(text: str) -> None:
    """Too short for the mine, it may be told of somewhere else; what agrees still agrees."""
    assert checked(40, text=text) == ()
    (query,) = checked(570, text=text)
    assert query.severity is Severity.OK


def test_message_gives_the_straight_line() -> None:
    """The editor sees both lengths."""
    (query,) = checked(700)
    assert query.message == (
        "Karu Hill is about 570 km from Lusaka in a straight line; 700 km may be by road."
    )
    assert query.cited == (Citation(0, 2),)


@pytest.mark.parametrize(
    ("mine", "origin"),
    [
        (PlaceRef(name="Karu Hill"), LUSAKA),
        (MINE, PlaceRef(name="Lusaka")),
        (replace(MINE, uncertainty_m=200_000), LUSAKA),
        (replace(LUSAKA, uncertainty_m=100), LUSAKA),
        (MINE, replace(LUSAKA, name="Kitwe")),
    ],
    ids=["no place", "no origin", "vague place", "same place", "other origin"],
)
def test_what_the_map_does_not_know_is_left_alone(mine: PlaceRef, origin: PlaceRef) -> None:
    """Without two places known well enough there is nothing to compare."""
    assert checked(40, mine=mine, origin=origin) == ()


def test_no_length_is_no_distance() -> None:
    """ "Three hours from Lusaka" is not measured in kilometres."""
    assert checked(3, "hours") == ()


@pytest.mark.parametrize(
    ("left", "right", "km"),
    [
        ((0.0, 0.0), (0.0, 90.0), 10_007.6),
        ((0.0, 0.0), (0.0, 180.0), 20_015.1),
        ((51.5, -0.1), (48.9, 2.4), 339.4),
        ((10.0, 179.0), (10.0, -179.0), 219.0),
        ((5.0, 5.0), (5.0, 5.0), 0.0),
    ],
)
def test_great_circle(left: tuple[float, float], right: tuple[float, float], km: float) -> None:
    """Quarter and half of the earth, a short way, over the date line, and no way at all."""
    one, other = (
        PlaceRef(name="X", latitude=north, longitude=east, uncertainty_m=1)
        for north, east in (left, right)
    )
    assert km_between(one, other) == pytest.approx(km, abs=0.6)


BAMAKO = PlaceRef(
    name="Bamako", latitude=12.61, longitude=-7.98, uncertainty_m=26_000, country="ML"
)
LIBYA = PlaceRef(name="Libya", feature="country", country="LY")
NIGER = PlaceRef(name="Niger", feature="country", country="NE")
GUINEA = PlaceRef(name="Guinea", feature="country", country="GN")


def by_border(
    country: PlaceRef,
    relation: str = "near the border with",
    *,
    place: PlaceRef = BAMAKO,
    lead: str = "Bamako was raided,",
) -> tuple[Query, ...]:
    """Return what the check finds in a report that puts Bamako near a border."""
    text = f"{lead} {relation} {country.name}. Bamako is calm."
    report = a_report(text)
    claim = a_claim(
        report_id=report.report_id,
        slot="place",
        value=place,
        evidence=where(report, "Bamako"),
        read_by=BY_HAND,
    )
    named = {"Bamako": place, "Ndola": NDOLA, country.name: country}
    places = tuple(
        PlaceMention(
            span=where(report, name),
            read_by=BY_HAND,
            place=one,
            candidates=(),
            use=PlaceUse.RELATION if name == country.name else PlaceUse.LOCATION,
            relation=relation if name == country.name else None,
            extent=where(report, name),
        )
        for name, one in named.items()
        if name in text
    )
    reading = replace(a_reading(report, claims=(claim,)), mentions=Mentions(places=places))
    return distance.CHECK.run(report, reading)


def test_place_far_from_the_border_it_is_said_to_be_near() -> None:
    """Bamako is 900 km from Niger, and Mali has no border with Libya at all."""
    (far,) = by_border(NIGER)
    assert far.severity is Severity.QUERY
    assert "km from the nearest point of the border with Niger" in far.message
    assert far.cited == (Citation(0, 1),)
    (none,) = by_border(LIBYA)
    assert none.message == "Bamako lies in a country that has no land border with Libya."


@pytest.mark.parametrize(
    ("country", "parts"),
    [
        (GUINEA, {}),
        (NIGER, {"relation": "900 km from the border with"}),
        (NIGER, {"relation": "south of"}),
        (NIGER, {"lead": "Bamako heard of Ndola,"}),
        (NIGER, {"lead": "They fled,"}),
        (NIGER, {"place": replace(BAMAKO, country=None)}),
        (NIGER, {"place": replace(BAMAKO, uncertainty_m=900_000)}),
        (NIGER, {"place": replace(BAMAKO, derived_from="in Mali")}),
    ],
    ids="near measured unbounded third elsewhere stateless vague derived".split(),
)
def test_border_that_fits_or_is_not_surely_meant_is_left_alone(
    country: PlaceRef, parts: dict[str, Any]
) -> None:
    """Bamako is some 100 km from Guinea; what may be told of another place is not asked about."""
    assert by_border(country, **parts) == ()


def test_distance_that_placed_the_place_is_not_checked() -> None:
    """A place put 570 km from the capital by the report agrees with the report: no news."""
    assert checked(570, mine=replace(MINE, derived_from="570 km from Lusaka")) == ()
