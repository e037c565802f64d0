"""The desk check of weekdays against dates."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.checks import weekday
from onrecord.model import Citation, Query, Severity
from readings import a_reading, a_report

# A Wednesday.
DAY = date(2021, 3, 10)


def checked(text: str, published_on: date | None = DAY) -> tuple[Query, ...]:
    """Return what the check finds in a report of that day."""
    report = a_report(text, published_on=published_on)
    return weekday.CHECK.run(report, a_reading(report))


@pytest.mark.parametrize(
    "text",
    [
        "They came on Tuesday, March 9.",
        "They came on Tuesday, March 9, 2021.",
        "They came on Tuesday 9 March 2021.",
        "They came on Tuesday the 9th of March.",
        "They came on TUESDAY, MAR. 9.",
        "They came on Wednesday, Sept. 9, 2020.",
        "They came on Thursday, December 31.",
        "They came on Sunday, Jan. 30, 1972.",
        "They came on Wednesday.",
    ],
)
def test_weekday_that_fits_is_told_once(text: str) -> None:
    """What was checked and adds up is worth one line."""
    (query,) = checked(text + " It was Wednesday, they said.")
    assert query.severity is Severity.OK


@pytest.mark.parametrize(
    "text",
    [
        "They came on Monday, March 9.",
        "They came on Wednesday, 9 March.",
        "They came on Friday, Dec. 31.",
    ],
)
def test_weekday_of_a_date_without_year_is_asked_about(text: str) -> None:
    """The year is ours, so it may be another that was meant."""
    (query,) = checked(text)
    assert query.severity is Severity.QUERY


@pytest.mark.parametrize(
    "text", ["They came on Monday, March 9, 2021.", "They came on Sunday, 31 January 1972."]
)
def test_weekday_of_a_full_date_is_to_be_corrected(text: str) -> None:
    """A full date has one weekday."""
    (query,) = checked(text)
    assert query.severity is Severity.CORRECT


@pytest.mark.parametrize(
    "text",
    [
        "They came on Tuesday.",
        "They come every Wednesday and came last Wednesday.",
        "They came on Tuesday, March 39.",
        "They came on Tuesday, February 30.",
        "They came in March.",
        "Friday Adeyemi, 31, came in May 2020.",
        "The Black Wednesdays came.",
    ],
)
def test_what_names_no_checkable_day_is_left_alone(text: str) -> None:
    """Other days, no days, and days of other weeks are no fault."""
    assert checked(text) == ()


def test_without_a_date_of_the_report_only_full_dates_are_checked() -> None:
    """Nobody knows the year, nor which Wednesday."""
    text = "They came on Wednesday, on Monday, March 9, and on Monday, March 9, 2021."
    (query,) = checked(text, None)
    assert query.severity is Severity.CORRECT


def test_query_shows_what_the_calendar_says() -> None:
    """The message names the day that was; the evidence is the words."""
    report = a_report("Police came. It began on Monday, March 9.", published_on=DAY)
    (query,) = weekday.CHECK.run(report, a_reading(report))
    assert query.message == "9 March 2021 was a Tuesday, not a Monday."
    assert query.evidence[0].of(report.text) == "Monday, March 9"
    assert query.cited == (Citation(0, 2),)


def test_faults_leave_no_room_for_praise() -> None:
    """Where one weekday is wrong, those that fit are not told."""
    (query,) = checked("It began on Monday, March 9. On Wednesday it ended.")
    assert query.severity is Severity.QUERY


@pytest.mark.parametrize(
    "text", ["It began on Monday the 8th.", "It ends Saturday the 10th, he said."]
)
def test_weekday_with_the_number_of_its_day_fits_a_month_near_by(text: str) -> None:
    """This month, the last or the next: April 2021 has such a Saturday."""
    assert {query.severity for query in checked(text)} == {Severity.OK}


def test_weekday_with_a_number_of_no_month_near_by_is_asked_about() -> None:
    """In none of the three months is the 9th a Sunday."""
    (query,) = checked("It began on Sunday the 9th.")
    assert query.severity is Severity.QUERY
    assert query.message == "9 March 2021 was a Tuesday, not a Sunday."


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("It began yesterday, Tuesday, he said.", False),
        ("It began yesterday (Sunday).", True),
        ("It ends today, Saturday, he said.", True),
        ("It began on Friday (yesterday).", True),
        ("It ends today, Tuesday, he said.", False),
        ("He saw Friday, yesterday and today as one.", False),
    ],
)
def test_weekday_beside_yesterday_is_held_against_it(text: str, wrong: bool) -> None:  # noqa: FBT001
    """A report published a day late is no fault."""
    found = [query for query in checked(text) if query.severity is not Severity.OK]
    assert bool(found) is wrong


@pytest.mark.parametrize(
    "text",
    [
        "Police said Monday the March 9 fire was set.",
        "The mayor told reporters Friday the Feb. 26 raid failed.",
        "Judges ruled Monday March 9 shooting suspects may go.",
        "Guards said Monday 9 March attacks were planned.",
    ],
)
def test_date_that_describes_a_noun_is_no_date_of_the_weekday_before_it(text: str) -> None:
    """The weekday is of the saying, the date of the event."""
    assert checked(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "They came on Monday, March 9 and left.",
        "They came Monday March 9 at noon.",
        "They came Monday the 9th of March.",
        "The raid Monday March 9 failed.",
        "The fire of Monday, March 9, fire crews say, was set.",
    ],
)
def test_weekday_and_date_side_by_side_are_one_date(text: str) -> None:
    """A comma, or nothing, stands between them."""
    (query,) = checked(text)
    assert query.message == "9 March 2021 was a Tuesday, not a Monday."


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("They play on Monday, March 9, and Wednesday, March 11.", 2020),
        ("They play on Wednesday, March 9, Thursday, March 10, and Friday 11 March.", 2022),
        ("They play on Saturday, March 9, and Sunday, Mar. 10.", 2019),
    ],
)
def test_weekdays_that_all_fit_another_year_are_told_once(text: str, year: int) -> None:
    """Not they are wrong, but most likely the day that the report is filed under."""
    (query,) = checked(text)
    assert query.severity is Severity.NOTE
    assert query.message == (f"The weekdays fit {year}, not 2021: is the date of the report right?")
    assert len(query.evidence) > 1


@pytest.mark.parametrize(
    "text",
    [
        # One fits the year of the report.
        "They play on Monday, March 9, and Thursday, March 11.",
        # The same day twice is one day.
        "They play on Monday, March 9. On Monday, March 9, they play again.",
        # They fit no one year.
        "They play on Monday, March 9, and Tuesday, March 11.",
        # The report gives the year.
        "They played on Monday, March 9, 2021, and Wednesday, March 11, 2021.",
    ],
)
def test_weekdays_that_fit_no_one_year_are_asked_about_each(text: str) -> None:
    """Nothing speaks for another year."""
    found = checked(text)
    assert found
    assert Severity.NOTE not in {query.severity for query in found}
