"""The desk check for amounts given in two units."""

from __future__ import annotations

import pytest

from onrecord.checks import units
from onrecord.model import Citation, Query, Severity
from readings import a_reading, a_report, an_amount


def checked(first: str, unit: str, second: str, other: str) -> tuple[Query, ...]:
    """Return what the check finds in a report that gives an amount in two units."""
    report = a_report(f"Police came. It measures {first} ({second}) in all.")
    original = an_amount(report, first, unit)
    restated = an_amount(report, second, other, restates=original)
    return units.CHECK.run(report, a_reading(report, original, restated))


@pytest.mark.parametrize(
    ("first", "unit", "second", "other"),
    [
        # To the last digit, up, down, or cut off.
        ("160 km", "km", "100 miles", "mi"),
        ("60 miles", "mi", "97 km", "km"),
        ("60 miles", "mi", "96 km", "km"),
        ("12 km", "km", "7 miles", "mi"),
        ("26 miles", "mi", "42 km", "km"),
        ("1.5 miles", "mi", "2.4 km", "km"),
        ("1 mile", "mi", "1.6 km", "km"),
        ("1 mile", "mi", "2 km", "km"),
        ("3 miles", "mi", "5 km", "km"),
        # To the ten, the hundred, the thousand.
        ("1,300 km", "km", "810 miles", "mi"),
        ("1,300 km", "km", "800 miles", "mi"),
        ("1,300 km", "km", "808 miles", "mi"),
        ("100 metres", "m", "320 feet", "ft"),
        ("1,000 km", "km", "600 miles", "mi"),
        ("100 metres", "m", "330 feet", "ft"),
        ("100 metres", "m", "300 feet", "ft"),
        ("3,000 metres", "m", "10,000 feet", "ft"),
        # To the five and the quarter.
        ("200 km", "km", "125 miles", "mi"),
        ("300 km", "km", "185 miles", "mi"),
        ("60 miles", "mi", "95 km", "km"),
        ("900 miles", "mi", "1,450 km", "km"),
        ("20 km", "km", "12.5 miles", "mi"),
        ("50 metres", "m", "165 feet", "ft"),
        ("50 metres", "m", "150 feet", "ft"),
        # A rounded conversion need not lead back.
        ("123 km", "km", "75 miles", "mi"),
        ("97 km", "km", "60 miles", "mi"),
        # Other measures.
        ("500 kg", "kg", "1,100 pounds", "lb"),
        ("50 kg", "kg", "110 pounds", "lb"),
        ("2 tonnes", "t", "4,400 pounds", "lb"),
        ("45 tonnes", "t", "50 tons", "ton"),
        ("1 hectare", "ha", "2.5 acres", "ac"),
        ("40 sq km", "km2", "15 sq miles", "mi2"),
        ("100 km/h", "km/h", "62 mph", "mph"),
        ("40 degrees", "°C", "104 degrees", "°F"),
        ("1,000 litres", "l", "264 gallons", "gal"),
        ("1,000 litres", "l", "220 gallons", "gal"),
        ("5 nautical miles", "nmi", "9 km", "km"),
        ("6 feet", "ft", "1.83 metres", "m"),
        ("0.5 miles", "mi", "800 metres", "m"),
    ],
)
def test_sound_conversions_agree(first: str, unit: str, second: str, other: str) -> None:
    """A conversion rounded as its digits show is sound, in whichever unit it was measured."""
    (query,) = checked(first, unit, second, other)
    assert query.severity is Severity.OK
    assert query.suggestion is None


@pytest.mark.parametrize(
    ("first", "unit", "second", "other"),
    [
        ("1,300 km", "km", "825 miles", "mi"),
        ("1,300 km", "km", "815 miles", "mi"),
        ("120 km", "km", "76 miles", "mi"),
        ("60 miles", "mi", "98 km", "km"),
        ("100 metres", "m", "315 feet", "ft"),
        ("50 metres", "m", "155 feet", "ft"),
        ("500 kg", "kg", "1,130 pounds", "lb"),
    ],
)
def test_conversion_that_only_leads_back_is_asked_about(
    first: str, unit: str, second: str, other: str
) -> None:
    """The first number may be a rounding of the second, so which was measured?"""
    (query,) = checked(first, unit, second, other)
    assert query.severity is Severity.QUERY
    assert query.suggestion is not None
    assert "rounds to" in query.suggestion


@pytest.mark.parametrize(
    ("first", "unit", "second", "other"),
    [
        ("120 km", "km", "90 miles", "mi"),
        ("60 miles", "mi", "37 km", "km"),
        ("155 km", "km", "90 miles", "mi"),
        ("5 miles", "mi", "9 km", "km"),
        ("600 miles", "mi", "800 km", "km"),
        ("100 metres", "m", "30 feet", "ft"),
        ("500 kg", "kg", "227 pounds", "lb"),
        ("2 hectares", "ha", "20 acres", "ac"),
        ("43 degrees", "°C", "90 degrees", "°F"),
        ("1,200 litres", "l", "350 gallons", "gal"),
        ("12 km", "km", "75 miles", "mi"),
    ],
)
def test_conversion_that_leads_nowhere_is_to_be_corrected(
    first: str, unit: str, second: str, other: str
) -> None:
    """Neither number is a rounding of the other: one of them is wrong."""
    (query,) = checked(first, unit, second, other)
    assert query.severity is Severity.CORRECT


def test_query_says_what_is_right_and_what_to_ask() -> None:
    """The editor gets both exact conversions and the two places."""
    # when
    (query,) = checked("1,300 km", "km", "825 miles", "mi")
    # then
    assert query.message == "1,300 km is 808 miles, not 825."
    assert query.suggestion == (
        "825 miles is 1,328 km, which rounds to 1,300: ask which of the two was measured."
    )
    assert query.cited == (Citation(0, 2),)
    assert len(query.evidence) == 2


@pytest.mark.parametrize(
    ("unit", "other"),
    [("km", "kg"), ("km", "houses"), ("USD", "EUR"), ("furlong", "km"), ("km", "kilometre")],
)
def test_what_cannot_be_converted_is_left_alone(unit: str, other: str) -> None:
    """Money changes its rate, a kilogram is no distance, and one unit has one name only."""
    assert checked("40 of it", unit, "90 of it", other) == ()


def test_amounts_that_stand_alone_are_left_alone() -> None:
    """Two distances in one sentence are two distances."""
    report = a_report("It lies 40 km from the port and 12 miles from the mine.")
    amounts = (an_amount(report, "40 km", "km"), an_amount(report, "12 miles", "mi"))
    assert units.CHECK.run(report, a_reading(report, *amounts)) == ()


def test_nothing_is_nothing_in_every_unit() -> None:
    """Zero converts to zero without dividing by it."""
    (query,) = checked("0 km", "km", "0 miles", "mi")
    assert query.severity is Severity.OK
