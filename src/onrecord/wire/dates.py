"""Days as wires write them: "Jan. 16, 2013", "7 JAN 90", "Thu Jan 17, 2013", "2013-01-16".

Only forms that can be read in one way are read: "03/04/2013" is the third of April or the fourth of
March, so it is neither. A day without a year stays so until something else dates the report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from onrecord.wire.conventions import alternatives, any_of, entries

# Of a year in two digits, those up to this are of the 2000s (the rule of POSIX strptime).
_LAST_YEAR_OF_2000S = 68

_TIME = (
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\b\.?)?"
    r"|\d{1,2}\s*[ap]\.?m\b\.?"
    r"|\d{4}(?=\s*(?:gmt|utc|hrs|hours)\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDay:
    """A day as it stands in a text.

    Attributes:
        end: The code point after it.
        day: Day of the month.
        month: Month, from 1.
        year: Year; None where none is written.
    """

    end: int
    day: int
    month: int
    year: int | None

    def date(self, near: date | None = None) -> date | None:
        """Return the day, or None if it has no year and nothing dates it.

        Args:
            near: When the report was published; a day without a year is the nearest such day.
        """
        if self.year is not None:
            return _valid(self.year, self.month, self.day)
        if near is None:
            return None
        days = [_valid(near.year + shift, self.month, self.day) for shift in (-1, 0, 1)]
        return min((day for day in days if day), key=lambda day: abs(day - near), default=None)


def read_day(text: str, start: int, end: int) -> WrittenDay | None:
    """Return the day that is written right at `start`, before `end`; None if there is none."""
    found = _day_pattern().match(text, start, end)
    if found is None:
        return None
    groups = {name: value for name, value in found.groupdict().items() if value is not None}
    day, month = _day_and_month(groups)
    year = _year(groups)
    # A leap year stands in for an unknown one, so that 29 February may be one.
    if _valid(year or 2000, month, day) is None:
        return None
    return WrittenDay(end=found.end(), day=day, month=month, year=year)


def read_time(text: str, start: int, end: int) -> int:
    """Return where a time of day with its zone that is written at `start` ends, else `start`."""
    found = _time_pattern().match(text, start, end)
    return found.end() if found else start


def read_weekday(text: str, start: int, end: int) -> int:
    """Return where the name of a weekday that is written at `start` ends, else `start`."""
    found = _weekday_pattern().match(text, start, end)
    return found.end() if found else start


def read_undated(text: str, start: int, end: int) -> int:
    """Return where words that say a story has no date end, if they are at `start`, else `start`."""
    found = _undated_pattern().match(text, start, end)
    return found.end() if found else start


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_and_month(groups: dict[str, str]) -> tuple[int, int]:
    """Return day and month of a match; a month that cannot be told is 0, which no day has."""
    for form in ("dmy", "mdy"):
        if f"{form}_month" in groups:
            return int(groups[f"{form}_day"]), _months()[groups[f"{form}_month"].lower()]
    if "iso_day" in groups:
        return int(groups["iso_day"]), int(groups["iso_month"])
    if "dot_day" in groups:
        return int(groups["dot_day"]), int(groups["dot_month"])
    first, second = int(groups["slash_first"]), int(groups["slash_second"])
    if first == second or second > 12:  # noqa: PLR2004 - months of a year
        return second, first
    return (first, second) if first > 12 else (0, 0)  # noqa: PLR2004 - months of a year


def _year(groups: dict[str, str]) -> int | None:
    years = [value for name, value in groups.items() if name.endswith("_year")]
    if not years:
        return None
    year = int(years[0])
    if len(years[0]) == 4:  # noqa: PLR2004 - digits of a full year
        return year
    return year + (2000 if year <= _LAST_YEAR_OF_2000S else 1900)


@cache
def _months() -> dict[str, int]:
    return {
        name: number
        for number, names in enumerate(entries()["dates"]["months"], start=1)
        for name in names
    }


@cache
def _day_pattern() -> re.Pattern[str]:
    month = any_of(_months())
    weekday = rf"(?:(?:{alternatives('dates', 'weekdays')})\b\.?,?\s+)?"
    year = r"(?:19|20)\d{2}(?!\d)"
    # A year in two digits is one only where a mark or the line's end follows ("7 JAN 90 (EFE)"):
    # "16 Jan 12 people" has none.
    short = r"'?\d{2}(?=\s*(?:[(\[|,.–—-]|$))"
    time = r"(?:T\d{2}:?\d{2}(?::?\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
    day_first = (
        rf"(?P<dmy_day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<dmy_month>{month})\b\.?"
        rf"(?:[\s,-]+(?P<dmy_year>{year}|{short}))?"
    )
    month_first = (
        rf"(?P<mdy_month>{month})\b\.?\s*(?P<mdy_day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:\d)"
        rf"(?:,?\s+(?P<mdy_year>{year}))?"
    )
    forms = (
        rf"(?P<iso_year>{year})-(?P<iso_month>\d{{2}})-(?P<iso_day>\d{{2}})(?!\d){time}",
        rf"(?P<dot_day>\d{{1,2}})\.(?P<dot_month>\d{{1,2}})\.(?P<dot_year>{year})",
        rf"(?P<slash_first>\d{{1,2}})/(?P<slash_second>\d{{1,2}})/(?P<slash_year>{year}|\d{{2}}(?!\d))",
        day_first,
        month_first,
    )
    return re.compile(rf"{weekday}(?:{'|'.join(forms)})", re.IGNORECASE)


@cache
def _time_pattern() -> re.Pattern[str]:
    zone = rf"(?:\s*\(?(?:{alternatives('dates', 'zones')})\b\)?)?"
    return re.compile(rf"(?:{_TIME}){zone}", re.IGNORECASE)


@cache
def _weekday_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('dates', 'weekdays')})\b\.?", re.IGNORECASE)


@cache
def _undated_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('dates', 'undated')})\b", re.IGNORECASE)
