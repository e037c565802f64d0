"""Weekdays that do not fit their dates: "Wednesday, January 15" in a year where that is a Tuesday.

A date without a year is that of the day nearest to the report's own date. A bare weekday is checked
only against the day of the report: wires name the day, so "on Wednesday" in a report of a Wednesday
is that day, and in a report of another day tells of another.

Where two or more such days all fail in the year of the report, and all fit in one of the years
beside it, the report's own date is more likely wrong than they are: that is told once, as a note.
A date that only describes what comes next ("said Thursday the May 4 fire") is not the weekday's.

"Monday the 16th" is a day of the month of the report or one beside it. "Yesterday, Tuesday," is
asked about where the words are two days or more apart: a report may be published on the day after
it was written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from onrecord.checks._evidence import cited
from onrecord.model import Query, Reading, Report, Severity, Span
from onrecord.registry import Check
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NAME = "weekday"

_WEEK = 7

# Years beside that of the report, by how far off they are, and how many days have to fit in one.
_BESIDE = (-1, 1, -2)
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The words of the calendar, and where they stand in a text.

    Attributes:
        days: Number of each weekday, from 0 for Monday, by its name in lower case.
        names: The weekdays' names, by number.
        months: Number of each month, from 1, by its names in lower case.
        dated: Finds a weekday with its date.
        bare: Finds a weekday that no word moves to another week.
        numbered: Finds a weekday with the number of its day alone.
        doubled: Finds a weekday beside a word for a day counted from the report's.
        counted: Days from that of the report, by the word.
        described: Nouns that a date right before them describes.
    """

    days: Mapping[str, int]
    names: tuple[str, ...]
    months: Mapping[str, int]
    dated: re.Pattern[str]
    bare: re.Pattern[str]
    numbered: re.Pattern[str]
    doubled: re.Pattern[str]
    counted: Mapping[str, int]
    described: frozenset[str]


@dataclass(frozen=True, slots=True)
class Dated:
    """A weekday with a date.

    Attributes:
        span: The words.
        named: Number of the weekday, from 0 for Monday.
        day: The date.
        has_year: The year stands there; else it is taken from the report's day.
    """

    span: Span
    named: int
    day: date
    has_year: bool


def check(report: Report, reading: Reading) -> tuple[Query, ...]:
    """Return each weekday that does not fit its date; else one result if any is known to fit."""
    results = list(_results(report, reading))
    wrong = tuple(query for query in results if query.severity is not Severity.OK)
    return wrong or tuple(results[:1])


def _results(report: Report, reading: Reading) -> Iterator[Query]:
    """Yield a result for each dated weekday, then for the first that names the report's day."""
    calendar = _calendar()
    dated = list(_dated(report))
    year = _year_they_fit(dated)
    if year is not None:
        yield _other_year(reading, dated, year)
    for one in dated:
        if year is None or one.has_year:
            yield _query(reading, one.span, one.day, named=one.named, sure=one.has_year)
    if report.published_on is None:
        return
    yield from _numbered(report, reading, report.published_on)
    yield from _doubled(report, reading, report.published_on)
    for found in calendar.bare.finditer(report.text, report.body.start, report.body.end):
        named = calendar.days[found["weekday"].lower()]
        if named == report.published_on.weekday():
            yield _query(reading, Span(*found.span()), report.published_on, named=named, sure=True)
            return


def _dated(report: Report) -> Iterator[Dated]:
    """Yield each weekday that stands with a date as one."""
    calendar = _calendar()
    for found in calendar.dated.finditer(report.text, report.body.start, report.body.end):
        day = _day(found, report.published_on)
        if day is not None and not _describes(found):
            named = calendar.days[found["weekday"].lower()]
            yield Dated(Span(*found.span()), named, day, has_year=bool(found["year"]))


def _describes(found: re.Match[str]) -> bool:
    """Say whether a date describes the noun behind it: "said Thursday the May 4 fire"."""
    if found["comma"] or found["year"]:
        return False
    behind = re.match(r"\s+([a-z]+)", found.string[found.end() :])
    return behind is not None and behind[1] in _calendar().described


def _year_they_fit(dated: list[Dated]) -> int | None:
    """Return the one year beside the report's that days without a year all fit; None if none."""
    bare = [one for one in dated if not one.has_year]
    years = {one.day.year for one in bare}
    fits = any(one.day.weekday() == one.named for one in bare)
    if len(years) != 1 or fits or len({one.day for one in bare}) < _FEWEST:
        return None
    year = years.pop()
    for step in _BESIDE:
        days = [(_date(year + step, one.day.month, one.day.day), one.named) for one in bare]
        if all(day is not None and day.weekday() == named for day, named in days):
            return year + step
    return None


def _other_year(reading: Reading, dated: list[Dated], year: int) -> Query:
    bare = [one for one in dated if not one.has_year]
    evidence = tuple(one.span for one in bare)
    return Query(
        check=NAME,
        severity=Severity.NOTE,
        message=f"The weekdays fit {year}, not {bare[0].day.year}: "
        "is the date of the report right?",
        suggestion="Find out when the report was written.",
        evidence=evidence,
        cited=cited(reading, evidence),
    )


def _numbered(report: Report, reading: Reading, published_on: date) -> Iterator[Query]:
    """Yield a result for each "Monday the 16th"."""
    calendar = _calendar()
    for found in calendar.numbered.finditer(report.text, report.body.start, report.body.end):
        named = calendar.days[found["weekday"].lower()]
        months = (published_on.year * 12 + published_on.month - 1 + step for step in (0, -1, 1))
        near = [_date(month // 12, month % 12 + 1, int(found["number"])) for month in months]
        days = [day for day in near if day is not None]
        day = next((day for day in days if day.weekday() == named), days[0] if days else None)
        if day is not None:
            yield _query(reading, Span(*found.span()), day, named=named, sure=False)


def _doubled(report: Report, reading: Reading, published_on: date) -> Iterator[Query]:
    """Yield a result for each "yesterday, Tuesday," that is a Tuesday by no count."""
    calendar = _calendar()
    for found in calendar.doubled.finditer(report.text, report.body.start, report.body.end):
        named = calendar.days[(found["weekday"] or found["first"]).lower()]
        word = (found["word"] or found["second"]).lower()
        day = published_on + timedelta(days=calendar.counted[word])
        apart = min((day.weekday() - named) % _WEEK, (named - day.weekday()) % _WEEK)
        if apart != 1:
            yield _query(reading, Span(*found.span()), day, named=named, sure=False)


def _query(reading: Reading, span: Span, day: date, *, named: int, sure: bool) -> Query:
    names = _calendar().names
    shown = f"{day.day} {day:%B} {day.year}"
    fits = day.weekday() == named
    wrong = Severity.CORRECT if sure else Severity.QUERY
    if fits:
        message, suggestion = f"{shown} was a {names[named]}.", None
    else:
        message = f"{shown} was a {names[day.weekday()]}, not a {names[named]}."
        suggestion = "Find out whether the day or the date is right."
    return Query(
        check=NAME,
        severity=Severity.OK if fits else wrong,
        message=message,
        suggestion=suggestion,
        evidence=(span,),
        cited=cited(reading, (span,)),
    )


def _day(found: re.Match[str], published_on: date | None) -> date | None:
    """Return the date that stands with a weekday; None where there is no such day or no year."""
    month = _calendar().months[(found["month"] or found["month_after"]).lower()]
    number = int(found["day"] or found["day_before"])
    if found["year"]:
        return _date(int(found["year"]), month, number)
    if published_on is None:
        return None
    years = (published_on.year + step for step in (-1, 0, 1))
    days = [day for year in years if (day := _date(year, month, number)) is not None]
    return min(days, key=lambda day: abs(day - published_on), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _calendar() -> Calendar:
    words = open_library().lexicon("checks.en").entries["calendar"]
    own = open_library().lexicon("calendar-checks.en").entries
    counted = own["days"]
    names = tuple(words["weekdays"])
    months = {
        word.lower(): number for number, row in enumerate(words["months"], start=1) for word in row
    }
    relative = "|".join(sorted(counted, key=len)[::-1])
    weekday = rf"(?P<weekday>{'|'.join(names)})"
    month = "|".join(sorted(months, key=len, reverse=True))
    dated = (
        rf"\b{weekday}(?P<comma>,)?\s+(?:"
        rf"(?P<month>{month})\.?\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
        rf"|(?:the\s+)?(?P<day_before>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month_after>{month})\.?"
        r")\b(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
    )
    shifts = "".join(rf"(?<!\b{word}\s)" for word in words["shifts"])
    return Calendar(
        days={name.lower(): number for number, name in enumerate(names)},
        names=names,
        months=months,
        dated=re.compile(dated, re.IGNORECASE),
        bare=re.compile(rf"{shifts}\b{weekday}\b", re.IGNORECASE),
        numbered=re.compile(
            rf"\b{weekday},?\s+the\s+(?P<number>[0-3]?\d)(?:st|nd|rd|th)\b"
            r"(?=\s*(?:[.,;:)]|$)|\s+(?:and|but|at|in|when|after|before|as)\s)",
            re.IGNORECASE,
        ),
        doubled=re.compile(
            rf"\b(?:(?P<word>{relative})\s*[,(]\s*(?:on\s+)?{weekday}\s*[,).]"
            rf"|{weekday.replace('<weekday>', '<first>')}\s*[,(]\s*(?P<second>{relative})\s*[,).])",
            re.IGNORECASE,
        ),
        counted=counted,
        described=frozenset(own["weekdays"]["described"]),
    )


CHECK = Check(
    name=NAME,
    summary="A weekday fits the date it stands with, or the day of the report.",
    run=check,
)
