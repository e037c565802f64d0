"""The desk check of days told as past, and of clocks against GMT."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from factories import a_report
from onrecord.checks import clock
from onrecord.model import Mentions, PlaceMention, PlaceRef, PlaceUse, Query, Severity, Span
from readings import BY_HAND, a_day, a_reading

# A Sunday, in winter time of the north.
DAY = date(2013, 3, 10)
PLACES = {
    "Algiers": PlaceRef(name="Algiers", country="DZ"),
    "London": PlaceRef(name="London", country="GB"),
    "Boston": PlaceRef(
        name="Boston", country="US", latitude=42.36, longitude=-71.06, uncertainty_m=2e4
    ),
    "Delhi": PlaceRef(name="Delhi", country="IN"),
    "Russia": PlaceRef(name="Russia", country="RU", feature="country"),
}


def told_of(text: str, words: str, day: date) -> tuple[Query, ...]:
    """Return what the check finds in a report of `DAY` in which words mean a day."""
    report = a_report(text, published_on=DAY)
    return clock.CHECK.run(report, a_reading(report, a_day(report, words, day)))


def clocks_of(text: str, published_on: date | None = DAY) -> tuple[Query, ...]:
    """Return what the check finds in a report in which places of `PLACES` are named."""
    report = a_report(text, published_on=published_on)
    places = []
    for name, place in PLACES.items():
        if name in text:
            span = Span(text.index(name), text.index(name) + len(name))
            places.append(
                PlaceMention(
                    span=span,
                    read_by=BY_HAND,
                    place=place,
                    candidates=(),
                    use=PlaceUse.LOCATION,
                    relation=None,
                    extent=span,
                )
            )
    reading = replace(a_reading(report), mentions=Mentions(places=tuple(places)))
    return clock.CHECK.run(report, reading)


@pytest.mark.parametrize(
    "text",
    [
        "Five people were killed in the town on March 12.",
        "A bomb exploded on March 12, killing five.",
        "The attack took place in a market on March 12.",
        "The patrol was hit by a mine near the town on March 12.",
        "The village was shelled on March 12.",
    ],
)
def test_deed_done_on_a_day_to_come_is_asked_about(text: str) -> None:
    """The date or the report's own is wrong."""
    (query,) = told_of(text, "March 12", date(2013, 3, 12))
    assert query.severity is Severity.QUERY
    assert "12 March 2013" in query.message
    assert query.cited


@pytest.mark.parametrize(
    "text",
    [
        "The man who was arrested will be tried on March 12.",
        "He was released to appear before a judge on March 12.",
        "The town attacked last week votes on March 12.",
        "He was detained until March 12.",
        "A bomb exploded. The school opens on March 12.",
        "They were not killed on March 12.",
        "March 12 is a holiday.",
        "The vote was called for March 12.",
        "The summit was scheduled on March 12.",
    ],
)
def test_what_may_be_to_come_is_left_alone(text: str) -> None:
    """Plans, terms and days of which no deed is told."""
    assert told_of(text, "March 12", date(2013, 3, 12)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "In the northern district on March 12 gunmen stabbed two herders and fled.",
        "On March 12, a lorry bomb exploded outside the barracks.",
        "Near Ora on March 12 the same men burned 40 houses.",
        "On March 12 five farmers were shot on their way home.",
    ],
)
def test_deed_behind_the_day_that_opens_its_clause_is_asked_about(text: str) -> None:
    """The day comes first, then who did what."""
    (query,) = told_of(text, "March 12", date(2013, 3, 12))
    assert "12 March 2013" in query.message


@pytest.mark.parametrize(
    "text",
    [
        "On March 12 the men arrested in the raid appear before a judge.",
        "On March 12 the two men who killed a guard will be tried.",
        "On March 12 the town marks the day a bomb killed 12 pupils.",
        "On March 12, it will be a year since a bomb killed the mayor.",
        "On March 12 a court hears how gunmen shot two men.",
        "On March 12 a film of how the raiders killed a guard is shown.",
        "On March 12 his successor, whom rebels kidnapped a year ago, takes office.",
        "March 12 killed the plan.",
        "Aides said the minister's March 12 meeting with the rebels was called off.",
        "Its March 12 march was attacked in a newspaper.",
        "On March 12 a visit was scheduled before the raid.",
    ],
)
def test_day_that_opens_a_clause_of_plans_is_left_alone(text: str) -> None:
    """What is to come may tell of older deeds."""
    assert told_of(text, "March 12", date(2013, 3, 12)) == ()


@pytest.mark.parametrize("day", [date(2013, 3, 9), DAY, date(2013, 3, 11)])
def test_day_that_may_have_begun_is_left_alone(day: date) -> None:
    """On the other side of the earth it is the next day already."""
    assert told_of("Five people were killed on March 1.", "March 1", day) == ()


@pytest.mark.parametrize(
    "text",
    [
        "It struck Algiers at 5:30 a.m. (0530 GMT).",
        "It struck Boston at 9 a.m. (1500 GMT).",
        "It struck Boston at 9 a.m. EST (1600 GMT).",
        "It struck Delhi at 1730 (1230 GMT).",
        "It struck at 5:30 a.m. (0437 GMT).",
        "It struck London at noon and Algiers at 17:30 (1430 GMT).",
    ],
)
def test_clock_that_no_place_of_the_report_keeps_is_asked_about(text: str) -> None:
    """One of the two hours is wrong, or the place."""
    (query,) = clocks_of(text)
    assert query.severity is Severity.QUERY
    assert "GMT" in query.evidence[0].of(text)


@pytest.mark.parametrize(
    "text",
    [
        "It struck Algiers at 5:30 a.m. (0430 GMT).",
        "It struck Boston at 9 a.m. (1400 GMT).",
        "It struck Boston at 9 a.m. EST (1400 GMT).",
        "It struck Delhi at 1730 (1200 GMT).",
        "It struck London at 5 p.m. and Algiers at 6 p.m. (1700 GMT).",
        "It struck Russia at 9 a.m. (0500 GMT).",
        "It struck Russia at 9 a.m. (2300 GMT).",
        "It struck at 5:30 a.m. (0130 GMT).",
        "It struck Algiers at 0430 GMT.",
    ],
)
def test_clock_that_some_place_keeps_is_left_alone(text: str) -> None:
    """Across midnight, in half hours, in a country of many zones, in no known place."""
    assert clocks_of(text) == ()


def test_summer_time_is_respected() -> None:
    """In July, London is an hour ahead of GMT."""
    text = "It struck London at 9 a.m. (0800 GMT)."
    assert clocks_of(text, date(2013, 7, 14)) == ()
    (query,) = clocks_of(text, date(2013, 1, 14))
    assert query.message == "0900 by the clocks of Europe/London is 0900 GMT."


def test_without_a_day_only_clocks_of_no_place_are_asked_about() -> None:
    """Summer time is not known, nor which rules held."""
    assert clocks_of("It struck London at 9 a.m. (1100 GMT).", None) == ()
    assert len(clocks_of("It struck London at 9 a.m. (1107 GMT).", None)) == 1
