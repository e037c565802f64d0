"""The calendar of a report: which days its words mean, seen from the day it was published."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from onrecord.extract.times.told import ToldDay
from onrecord.model import Granularity, TimeRef

_DAY = timedelta(days=1)
_WEEK = 7
_SATURDAY = 5
_YEAR_MONTHS = 12
# A date without a year that lies this little ahead is the coming one, not that of a year ago.
_SOON = timedelta(days=45)
# Thirds of a year or month that "early", "mid" and "late" mean.
_THIRDS = {"early": (0, 1), "mid": (1, 2), "late": (2, 3)}

Days = tuple[date, date]
"""First day, and the day after the last."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day from which relative words count.

    Attributes:
        day: The day; None where nobody says when the report was published.
        told: The last day told before the words that are read.
    """

    day: date | None
    told: ToldDay = field(default_factory=ToldDay)

    @property
    def after(self) -> date:
        """The day after the anchor's.

        Raises:
            LookupError: Nobody says when the report was published.
        """
        if self.day is None:
            raise LookupError("a report without a day has none after it")
        return self.day + _DAY

    def weekday(self, number: int, *, shift: str = "") -> Days | None:
        """Return the day of a weekday.

        Args:
            number: Monday is 0.
            shift: "" for the last one up to the anchor, "last" for the last one before it,
                "coming" for the first one from the anchor on, "next" for the first one after.
        """
        if self.day is None:
            return None
        back = (self.day.weekday() - number) % _WEEK
        if shift == "next":
            day = self.day + timedelta(days=_WEEK - back)
        elif shift == "coming":
            day = self.day + timedelta(days=-back % _WEEK)
        elif shift == "last" and back == 0:
            day = self.day - timedelta(days=_WEEK)
        else:
            day = self.day - timedelta(days=back)
        return day, day + _DAY

    def days_from(self, count: int) -> Days | None:
        """Return the day so many days after the anchor (before it, if negative)."""
        if self.day is None:
            return None
        day = self.day + timedelta(days=count)
        return day, day + _DAY

    def ago(self, count: int, span: str) -> Days | None:
        """Return the days that "two weeks ago" can mean: the span that holds that day."""
        if self.day is None:
            return None
        match span:
            case "day":
                return self.days_from(-count)
            case "week" | "fortnight":
                middle = self.day - timedelta(weeks=count * (2 if span == "fortnight" else 1))
                return middle - 3 * _DAY, middle + 4 * _DAY
            case "month":
                months = self.day.year * _YEAR_MONTHS + self.day.month - 1 - count
                return month_days(*_year_and_month(months))
            case _:
                year = self.day.year - count * (10 if span == "decade" else 1)
                return year_days(year)

    def hours_ago(self, count: int, in_a_day: int) -> Days | None:
        """Return the days that "36 hours ago" can mean.

        Args:
            count: How many of the short spans.
            in_a_day: How many of them make a day.

        Returns:
            The day of the report, with those before it that the count may reach into.
        """
        if self.day is None:
            return None
        # Half a day or less before a report of unknown hour is taken to be of its own day.
        back = -(-count // in_a_day) if 2 * count > in_a_day else 0
        return self.day - timedelta(days=back), self.day + _DAY

    def weekend(self, which: str) -> Days | None:
        """Return the Saturday and Sunday last begun, over, or for "next" to come."""
        if self.day is None:
            return None
        saturday = self.day - timedelta(days=(self.day.weekday() - _SATURDAY) % _WEEK)
        if which == "next":
            saturday += timedelta(weeks=1)
        elif which in {"last", "past", "previous"} and saturday + 2 * _DAY > self.day:
            saturday -= timedelta(weeks=1)
        return saturday, saturday + 2 * _DAY

    def span(self, which: str, span: str) -> Days | None:
        """Return the week, month or year that is "last", "this" or "next"."""
        if self.day is None:
            return None
        shift = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1}[which]
        match span:
            case "week":
                monday = self.day - timedelta(days=self.day.weekday()) + shift * timedelta(weeks=1)
                return monday, monday + timedelta(weeks=1)
            case "month":
                months = self.day.year * _YEAR_MONTHS + self.day.month - 1 + shift
                return month_days(*_year_and_month(months))
            case "year":
                return year_days(self.day.year + shift)
            case _:
                return None

    def month(self, number: int, year: int | None, *, shift: str = "") -> Days | None:
        """Return a month: of the year given, else the last one up to the anchor."""
        if year is None:
            if self.day is None:
                return None
            year = self.day.year
            later = number > self.day.month or (shift == "last" and number == self.day.month)
            if shift == "next":
                year += 0 if number > self.day.month else 1
            elif later:
                year -= 1
        return month_days(year, number)

    def date(self, day: int, month: int, year: int | None, *, future: bool) -> Days | None:
        """Return a date: of the year given, else the last one up to the anchor, or the next."""
        try:
            if year is not None:
                found = date(year, month, day)
            elif self.day is None:
                return None
            else:
                found = date(self.day.year, month, day)
                if found > self.day + _SOON and not future:
                    found = date(self.day.year - 1, month, day)
                elif found < self.day and future:
                    found = date(self.day.year + 1, month, day)
        except ValueError:
            return None
        return found, found + _DAY


def part_of_span(days: Days, words: str) -> Days:
    """Return the early, middle or late third of a month or year."""
    if words not in _THIRDS:
        return days
    first, last = _THIRDS[words]
    length = (days[1] - days[0]).days
    start = days[0] + timedelta(days=length * first // 3)
    return start, days[0] + timedelta(days=length * last // 3)


def month_days(year: int, month: int) -> Days:
    """Return the days of a month."""
    following = (year + 1, 1) if month == _YEAR_MONTHS else (year, month + 1)
    return date(year, month, 1), date(*following, 1)


def year_days(year: int) -> Days:
    """Return the days of a year."""
    return date(year, 1, 1), date(year + 1, 1, 1)


def time_ref(
    days: Days | None, granularity: Granularity, text: str, *, part: str | None = None
) -> TimeRef:
    """Return a time of these days, undated where there are none."""
    return TimeRef(
        earliest=None if days is None else datetime.combine(days[0], time.min, UTC),
        latest=None if days is None else datetime.combine(days[1], time.min, UTC),
        granularity=granularity,
        text=text,
        part_of_day=part,
    )


def _year_and_month(months: int) -> tuple[int, int]:
    return months // _YEAR_MONTHS, months % _YEAR_MONTHS + 1
