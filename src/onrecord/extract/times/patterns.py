"""The shapes times take in news, the fullest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.extract.times.anchors import Anchor, Days, part_of_span, time_ref, year_days
from onrecord.model import Granularity, TimeRef

_FUTURE = re.compile(
    r"\b(?:will|would|scheduled|planned|due|until|by|next|coming|expected)\b", re.IGNORECASE
)
# How far before a time a word of the future is looked for.
_LOOK_BACK = 60
_CENTURY_TURN = 50

Maker = Callable[[re.Match[str], Anchor, bool], TimeRef | None]
Shape = tuple[str, str, Maker]
"""Its name, its pattern and what it means."""


@dataclass(frozen=True, slots=True)
class TimePatterns:
    """The shapes, compiled, each with what it means.

    Attributes:
        shapes: Patterns in order of preference.
        makers: What each pattern means, by the name of its group.
    """

    shapes: re.Pattern[str]
    makers: Mapping[str, tuple[re.Pattern[str], Maker]]

    @classmethod
    def of(cls, words: Mapping[str, Any], numbers: Mapping[str, Any]) -> TimePatterns:
        """Compile the shapes from the lexica."""
        reader = _Reader(words, numbers)
        makers = {
            name: (re.compile(pattern, re.VERBOSE), maker)
            for name, pattern, maker in reader.shapes()
        }
        alternatives = "|".join(
            f"(?P<{name}>{pattern.pattern})" for name, (pattern, _) in makers.items()
        )
        # The inner groups are named once for each shape; here only the outer ones matter.
        outer = re.sub(r"\(\?P<(?!shape_)\w+>", "(?:", alternatives)
        return cls(re.compile(outer, re.VERBOSE), makers)

    def times(self, text: str, anchor: Anchor) -> Iterator[tuple[int, int, TimeRef]]:
        """Yield the times in a sentence with the places of their words."""
        for found in self.shapes.finditer(text):
            pattern, maker = self.makers[str(found.lastgroup)]
            inner = pattern.match(text, found.start(), found.end())
            before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
            future = bool(_FUTURE.search(before))
            time = maker(inner, anchor, future) if inner else None
            if time is not None:
                yield found.start(), found.end(), time


class _Reader:
    """The shapes and their meanings over one lexicon."""

    def __init__(self, words: Mapping[str, Any], numbers: Mapping[str, Any]) -> None:
        self.words = words
        self.numbers: Mapping[str, int] = numbers["units"] | {"a": 1, "an": 1, "several": 3}

    def shapes(self) -> tuple[Shape, ...]:
        """Return name, pattern and meaning of each shape, the fullest first."""
        return (*self.dates(), *self.from_the_anchor(), *self.parts_of_dates())

    def dates(self) -> tuple[Shape, ...]:
        """Return the shapes of whole dates."""
        month = _month(self.words["months"])
        return (
            ("shape_iso", rf"\b(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)\b", self.iso),
            (
                "shape_dmy",
                (
                    rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<m>{month})\.?"
                    rf"(?:,?\s+(?P<y>{_YEAR}|\d\d(?![\d,.:]|\s*[a-z])))?(?!\w)"
                ),
                self.date,
            ),
            (
                "shape_mdy",
                (
                    rf"\b(?P<m>{month})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:,]?\d)"
                    rf"(?:,?\s+(?P<y>{_YEAR}))?"
                ),
                self.date,
            ),
        )

    def from_the_anchor(self) -> tuple[Shape, ...]:
        """Return the shapes of what counts from the day of the report: weekdays, spans ago."""
        weekday = _any(self.words["weekdays"])
        part = _any(self.words["parts"])
        spans = _any(self.words["spans"])
        count = rf"(?:\d{{1,3}}|{_any(self.numbers)})"
        return (
            (
                "shape_weekday",
                (
                    rf"\b(?:(?P<q>{_QUALIFIER})\s+(?:on\s+)?)?(?:(?P<w>{_WHICH})\s+)?"
                    rf"(?P<wd>{weekday})(?:\s+(?P<p>{part}))?\b(?!s\b)"
                ),
                self.weekday,
            ),
            (
                "shape_day",
                rf"\b(?P<n>{_any(self.words['days'])})(?:\s+(?P<p>{part}))?\b",
                self.day,
            ),
            (
                "shape_ago",
                rf"\b(?P<c>{count})\s+(?P<s>{spans})\s+(?P<dir>ago|AGO|earlier|EARLIER|before|later)\b",
                self.ago,
            ),
            (
                "shape_span",
                (
                    rf"\b(?:(?P<q>{_QUALIFIER}|{_insensitive('earlier')}|{_insensitive('later')})\s+)?"
                    rf"(?P<w>{_WHICH})\s+(?P<s>{_any(('week', 'month', 'year', 'night'))})\b"
                ),
                self.span,
            ),
        )

    def parts_of_dates(self) -> tuple[Shape, ...]:
        """Return the shapes of months, years, hours and parts of the day that stand alone."""
        month = _month(self.words["months"])
        part = _any(self.words["parts"])
        open_ended = "|".join(
            _insensitive(phrase) for phrase in sorted(self.words["open"]["phrases"], key=len)[::-1]
        )
        return (
            (
                "shape_month",
                (
                    rf"\b(?:(?P<q>{_QUALIFIER})[\s-]+)?(?:(?P<w>{_WHICH})\s+)?(?P<m>{month})"
                    rf"(?:,?\s+(?P<y>{_YEAR}))?\b(?!\s*\d)"
                ),
                self.month,
            ),
            (
                "shape_year",
                (
                    rf"(?<=[Ii]n\s|[Bb]y\s|[Oo]f\s|IN\s|OF\s|BY\s|ce\s|om\s|CE\s|OM\s)"
                    rf"(?P<y>{_YEAR})\b(?![,.]?\d|-)"
                ),
                self.year,
            ),
            ("shape_open", rf"\b(?:{open_ended})\b", self.open_ended),
            (
                "shape_clock",
                (
                    r"\b(?P<h>[01]?\d|2[0-3])(?:[:.](?P<min>[0-5]\d))?\s*(?P<ap>[ap]\.?m\b\.?|[AP]\.?M\b\.?)"
                    r"|\b(?P<hh>[01]\d|2[0-3]):?(?P<mm>[0-5]\d)\s+(?:GMT|UTC|hours|HOURS|hrs)\b"
                ),
                self.clock,
            ),
            ("shape_ordinal", r"(?<=on\sthe\s)(?P<d>\d{1,2})(?:st|nd|rd|th)\b", self.ordinal),
            (
                "shape_part",
                (
                    rf"\b(?:[Ii]n\s+the\s+(?:early\s+)?|[Aa]t\s+|[Bb]efore\s+|[Aa]round\s+|[Bb]y\s+"
                    rf"|IN\s+THE\s+|AT\s+)(?P<p>{part})\b"
                ),
                self.part,
            ),
        )

    def iso(self, found: re.Match[str], anchor: Anchor, future: bool) -> TimeRef | None:  # noqa: FBT001
        """A date of digits."""
        days = anchor.date(int(found["d"]), int(found["m"]), int(found["y"]), future=future)
        return None if days is None else time_ref(days, Granularity.DAY, found.group())

    def date(self, found: re.Match[str], anchor: Anchor, future: bool) -> TimeRef | None:  # noqa: FBT001
        """A day and month, perhaps a year."""
        month = self.words["months"][found["m"].lower()]
        day, year = int(found["d"]), _full_year(found["y"])
        if not 1 <= day <= 31:  # noqa: PLR2004 - the days of a month
            return None
        days = anchor.date(day, month, year, future=future)
        return time_ref(days, Granularity.DAY, found.group())

    def weekday(self, found: re.Match[str], anchor: Anchor, future: bool) -> TimeRef | None:  # noqa: FBT001
        """A weekday, perhaps with a part of the day."""
        which = (found["w"] or "").lower()
        shift = "next" if which == "next" or (future and not which) else ""
        shift = "last" if which in {"last", "past", "previous"} else shift
        days = anchor.weekday(self.words["weekdays"][found["wd"].lower()], shift=shift)
        return self._of_day(days, found, found["p"])

    def day(self, found: re.Match[str], anchor: Anchor, _future: bool) -> TimeRef | None:  # noqa: FBT001
        """Today, yesterday, overnight."""
        word = found["n"].lower()
        days = anchor.days_from(self.words["days"][word])
        if word == "overnight" and days is not None and anchor.day is not None:
            days = (anchor.ago(1, "day") or days)[0], days[1]
        return self._of_day(days, found, found["p"] or self._part_in(word))

    def ago(self, found: re.Match[str], anchor: Anchor, _future: bool) -> TimeRef | None:  # noqa: FBT001
        """So long ago; what counts from another event stays undated."""
        word = found["c"].lower()
        count = int(word) if word.isdigit() else self.numbers[word]
        span = self.words["spans"][found["s"].lower()]
        fine = {"day": Granularity.DAY, "week": Granularity.WEEK, "month": Granularity.MONTH}
        granularity = fine.get(span, Granularity.YEAR)
        exact = found["dir"].lower() == "ago" and word != "several"
        days = anchor.ago(count, span) if exact else None
        return time_ref(days, granularity, found.group())

    def span(self, found: re.Match[str], anchor: Anchor, _future: bool) -> TimeRef | None:  # noqa: FBT001
        """Last week, late last year, earlier this month."""
        which, span = found["w"].lower(), found["s"].lower()
        which = {"past": "last", "previous": "last"}.get(which, which)
        if span == "night":
            return self._of_day(anchor.days_from(-1 if which == "last" else 0), found, "night")
        days = anchor.span(which, span)
        granularity = Granularity(span)
        if days is not None and found["q"]:
            days = self._narrowed(days, found["q"].lower(), anchor)
        return time_ref(days, granularity, found.group())

    def month(self, found: re.Match[str], anchor: Anchor, future: bool) -> TimeRef | None:  # noqa: FBT001
        """A month, perhaps with a year."""
        number = self.words["months"][found["m"].lower().rstrip(".")]
        which = (found["w"] or "").lower()
        shift = which if which in {"last", "next"} else ("next" if future else "")
        days = anchor.month(number, _full_year(found["y"]), shift=shift)
        if days is not None and found["q"]:
            days = part_of_span(days, found["q"].lower())
        return time_ref(days, Granularity.MONTH, found.group())

    def year(self, found: re.Match[str], _anchor: Anchor, _future: bool) -> TimeRef | None:  # noqa: FBT001
        """A year."""
        return time_ref(year_days(int(found["y"])), Granularity.YEAR, found.group())

    def open_ended(self, found: re.Match[str], _anchor: Anchor, _future: bool) -> TimeRef | None:  # noqa: FBT001
        """A stretch without ends."""
        return time_ref(None, Granularity.LONGER, found.group())

    def clock(self, found: re.Match[str], _anchor: Anchor, _future: bool) -> TimeRef | None:  # noqa: FBT001
        """A time by the clock, of a day that other words name."""
        hour = int(found["h"] or found["hh"])
        if found["ap"]:
            hour = hour % 12 + (12 if found["ap"][0] in "pP" else 0)
        exact = found["min"] or found["mm"]
        granularity = Granularity.MINUTE if exact else Granularity.HOUR
        return time_ref(None, granularity, found.group(), part=part_at(hour))

    def ordinal(self, found: re.Match[str], anchor: Anchor, future: bool) -> TimeRef | None:  # noqa: FBT001
        """A day of this month or the last: "on the 16th"."""
        if anchor.day is None:
            return time_ref(None, Granularity.DAY, found.group())
        days = anchor.date(int(found["d"]), anchor.day.month, anchor.day.year, future=future)
        if days is not None and days[0] > anchor.day and not future:
            before = anchor.ago(1, "month")
            days = before and anchor.date(
                int(found["d"]), before[0].month, before[0].year, future=False
            )
        return None if days is None else time_ref(days, Granularity.DAY, found.group())

    def part(self, found: re.Match[str], _anchor: Anchor, _future: bool) -> TimeRef | None:  # noqa: FBT001
        """A part of a day that other words name."""
        part = self._part_in(found["p"])
        return time_ref(None, Granularity.PART_OF_DAY, found.group(), part=part)

    def _of_day(self, days: Days | None, found: re.Match[str], part: str | None) -> TimeRef:
        name = self._part_in(part) if part else None
        granularity = Granularity.PART_OF_DAY if name else Granularity.DAY
        return time_ref(days, granularity, found.group(), part=name)

    def _part_in(self, word: str) -> str | None:
        name = self.words["parts"].get(word.lower())
        return str(name) if name else None

    def _narrowed(self, days: Days, qualifier: str, anchor: Anchor) -> Days:
        """Return the third of a span, or what of it lies before or after the report."""
        if anchor.day is not None and days[0] < anchor.day < days[1]:
            if qualifier == "earlier":
                return days[0], anchor.day
            if qualifier == "later":
                return anchor.day, days[1]
        return part_of_span(days, qualifier)


def part_at(hour: int) -> str:
    """Return the part of the day an hour lies in, as newsrooms part it."""
    if 5 <= hour < 12:  # noqa: PLR2004 - hours of the clock
        return "morning"
    if 12 <= hour < 18:  # noqa: PLR2004
        return "afternoon"
    if 18 <= hour < 22:  # noqa: PLR2004
        return "evening"
    return "night" if hour >= 22 else "morning" if hour >= 4 else "night"  # noqa: PLR2004


def _full_year(year: str | None) -> int | None:
    """Return a year, of two digits the nearer one to the turn of the century."""
    if year is None:
        return None
    value = int(year)
    if value >= 100:  # noqa: PLR2004 - four digits
        return value
    return value + (1900 if value >= _CENTURY_TURN else 2000)


def _any(words: Any) -> str:  # noqa: ANN401 - a mapping or a sequence of words
    """Return a pattern of any of these words, in small letters, capitalised or in capitals."""
    return "(?:" + "|".join(_insensitive(word) for word in sorted(words, key=len)[::-1]) + ")"


def _insensitive(phrase: str) -> str:
    forms = dict.fromkeys((phrase, phrase.capitalize(), phrase.upper()))
    return "(?:" + "|".join(form.replace(" ", r"\s+") for form in forms) + ")"


def _month(months: Mapping[str, int]) -> str:
    """Return a pattern of the months; in small letters they are other words ("may", "march")."""
    forms = [
        form
        for month in sorted(months, key=len)[::-1]
        for form in (month.capitalize(), month.upper())
    ]
    return "(?:" + "|".join(forms) + ")"


_YEAR = r"(?:1[89]|20)\d\d"
_QUALIFIER = rf"(?:{_insensitive('early')}|{_insensitive('late')}|{_insensitive('mid')})"
_WHICH = _any(("last", "this", "next", "past", "previous"))
