"""What the shapes that times take in news mean, seen from the day of their report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from onrecord.extract.times.anchors import Anchor, Days, part_of_span, time_ref, year_days
from onrecord.extract.times.clocks import HOUR, Clocks
from onrecord.extract.times.joins import Found, Joiner
from onrecord.extract.times.shapes import dates, from_the_anchor, parts_of_dates
from onrecord.model import Granularity, TimeRef

_FUTURE = re.compile(
    r"\b(?:will|would|scheduled|planned|due|next|coming|expected)\b",
    re.IGNORECASE,
)
_UP_TO = re.compile(
    r"\b(?:by|until)\s+(?:(?:early|late|mid|noon|dawn|dusk|midnight)\W+)?$", re.IGNORECASE
)
# How far before a time a word of the future is looked for.
_LOOK_BACK = 60
_CENTURY_TURN = 50
_YEAR_MONTHS = 12
# "A day before the vote" counts from the vote.
_COUNTED_FROM = re.compile(
    r"\s+(?:the|a|an|his|her|its|their|that|this|he|she|it|they|[A-Z]\w+)\b", re.IGNORECASE
)

Maker = Callable[[re.Match[str], Anchor, bool], TimeRef | None]


@dataclass(frozen=True, slots=True)
class TimePatterns:
    """The shapes, compiled, each with what it means.

    Attributes:
        clocks: The words of the clock.
        shapes: Patterns in order of preference.
        makers: What each pattern means, by the name of its group.
        reported: Finds a verb of reporting right before a time.
        over: Finds a verb of what is over.
    """

    clocks: Clocks
    shapes: re.Pattern[str]
    makers: Mapping[str, tuple[re.Pattern[str], Maker]]
    reported: re.Pattern[str]
    over: re.Pattern[str]

    @classmethod
    def of(cls, words: Mapping[str, Any], numbers: Mapping[str, Any]) -> TimePatterns:
        """Compile the shapes from the lexica."""
        clocks = Clocks.of(words)
        reader = _Reader(words, numbers, clocks)
        makers = {
            name: (re.compile(pattern, re.VERBOSE), maker)
            for name, pattern, maker in reader.shapes()
        }
        alternatives = "|".join(
            f"(?P<{name}>{pattern.pattern})" for name, (pattern, _) in makers.items()
        )
        # The inner groups are named once for each shape; here only the outer ones matter.
        outer = re.sub(r"\(\?P<(?!shape_)\w+>", "(?:", alternatives)
        verbs = "|".join(words["reporting"]["verbs"])
        reported = re.compile(
            rf"\b(?:{verbs})(?:\s+[A-Za-z]+)?\s+(?:(?:on|late|early)\s+)*$", re.IGNORECASE
        )
        over = re.compile(rf"\b(?:{'|'.join(words['over']['verbs'])})\b", re.IGNORECASE)
        return cls(clocks, re.compile(outer, re.VERBOSE), makers, reported, over)

    def times(self, text: str, anchor: Anchor) -> list[Found]:
        """Return the times in a sentence with the places of their words."""
        return Joiner(self.clocks, anchor.day).joined(text, list(self._alone(text, anchor)))

    def _alone(self, text: str, anchor: Anchor) -> Iterator[Found]:
        """Yield the times as each is told by itself."""
        for found in self.shapes.finditer(text):
            pattern, maker = self.makers[str(found.lastgroup)]
            inner = pattern.match(text, found.start())
            before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
            # What is said within quotation marks is of another day than what stands behind them.
            before = re.split(r"[\"“”]", before)[-1]
            ahead = _FUTURE.search(before) or (_UP_TO.search(before) and not self.over.search(text))
            future = bool(ahead) and not self.reported.search(before)
            time = maker(inner, anchor, future) if inner else None
            if time is not None:
                anchor = replace(anchor, told=anchor.told.told(time))
                yield found.start(), found.end(), time


class _Reader:
    """The shapes and their meanings over one lexicon."""

    def __init__(
        self, words: Mapping[str, Any], numbers: Mapping[str, Any], clocks: Clocks
    ) -> None:
        self.words = words
        self.clocks = clocks
        self.numbers: Mapping[str, int] = numbers["units"] | {"a": 1, "an": 1}

    def shapes(self) -> tuple[tuple[str, str, Maker], ...]:
        """Return name, pattern and meaning of each shape, the fullest first."""
        makers: dict[str, Maker] = {
            "shape_days": self.date_to_date,
            "shape_iso": self.iso,
            "shape_digits": self.digits,
            "shape_mdays": self.date_to_date,
            "shape_named": self.named,
            "shape_dmy": self.date,
            "shape_mdy": self.date,
            "shape_weekday": self.weekday,
            "shape_day": self.day,
            "shape_told": self.told,
            "shape_past": self.past,
            "shape_ago": self.ago,
            "shape_hours": self.hours,
            "shape_weekend": self.weekend,
            "shape_this": self.this_part,
            "shape_running": self.running,
            "shape_span": self.span,
            "shape_month": self.month,
            "shape_third": self.year,
            "shape_year": self.year,
            "shape_decade": self.decade,
            "shape_open": self.open_ended,
            "shape_clock": self.clock,
            "shape_ordinal": self.ordinal,
            "shape_part_of": self.part,
            "shape_part": self.part,
        }
        shapes = (
            *dates(self.words),
            *from_the_anchor(self.words, self.numbers),
            *parts_of_dates(self.words, self.clocks.pattern),
        )
        return tuple((name, pattern, makers[name]) for name, pattern in shapes)

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

    def date_to_date(self, found: re.Match[str], anchor: Anchor, future: bool) -> TimeRef | None:  # noqa: FBT001
        """Days of one month: "11-12 November", "between 11 and 13 November"."""
        month = self.words["months"][found["m"].lower()]
        other = found.groupdict().get("n")
        until = self.words["months"][other.lower()] if other else month
        first, last = (
            anchor.date(int(found[name]), number, _full_year(found["y"]), future=future)
            for name, number in (("d", month), ("e", until))
        )
        if first is None or last is None or first[0] >= last[0]:
            return None
        return time_ref((first[0], last[1]), Granularity.DAY, found.group())

    def digits(self, found: re.Match[str], anchor: Anchor, future: bool) -> TimeRef | None:  # noqa: FBT001
        """A date of digits whose order nobody names, where only one order makes a date."""
        first, second = int(found["d"]), int(found["m"])
        if first != second and max(first, second) <= _YEAR_MONTHS:
            return None
        day, month = (second, first) if second > _YEAR_MONTHS else (first, second)
        days = anchor.date(day, month, int(found["y"]), future=future)
        return None if days is None else time_ref(days, Granularity.DAY, found.group())

    def named(self, found: re.Match[str], anchor: Anchor, future: bool) -> TimeRef | None:  # noqa: FBT001
        """A day with a name: "Christmas Eve"."""
        month, day = self.words["named_days"][
            " ".join(found["n"].lower().replace("’", "'").split())
        ]
        days = anchor.date(day, month, _full_year(found["y"]), future=future)
        return time_ref(days, Granularity.DAY, found.group())

    def weekday(self, found: re.Match[str], anchor: Anchor, future: bool) -> TimeRef | None:  # noqa: FBT001
        """A weekday, perhaps with a part of the day."""
        which = (found["w"] or "").lower()
        shift = "next" if which == "next" else "coming" if future and not which else ""
        shift = "last" if which in {"last", "past", "previous"} else shift
        days = anchor.weekday(self.words["weekdays"][found["wd"].lower()], shift=shift)
        early = "early hours" if (found["q"] or "").lower() == "early" else None
        return self._of_day(days, found, found["p"] or early)

    def day(self, found: re.Match[str], anchor: Anchor, _future: bool) -> TimeRef | None:  # noqa: FBT001
        """Today, yesterday, overnight."""
        word = found["n"].lower()
        days = anchor.days_from(self.words["days"][word])
        if word == "overnight" and days is not None and anchor.day is not None:
            days = (anchor.ago(1, "day") or days)[0], days[1]
        return self._of_day(days, found, found["p"] or self._part_in(word))

    def told(self, found: re.Match[str], anchor: Anchor, _future: bool) -> TimeRef | None:  # noqa: FBT001
        """The previous day, the next day: counted from the last day told."""
        days = self.words["told_days"][" ".join(found["n"].lower().split())]
        time = anchor.told.counted(days, time_ref(None, Granularity.DAY, found.group()))
        return None if time.earliest is None else time

    def past(self, found: re.Match[str], anchor: Anchor, _future: bool) -> TimeRef | None:  # noqa: FBT001
        """The past three days: up to and with the day of the report."""
        count = self._count(found["c"])
        span = self.words["spans"][found["s"].lower()]
        start = None if count is None else anchor.ago(count, span)
        granularity = Granularity.DAY if span == "day" else Granularity.LONGER
        days = None if start is None or anchor.day is None else (start[0], anchor.after)
        return time_ref(days, granularity, found.group())

    def decade(self, found: re.Match[str], _anchor: Anchor, _future: bool) -> TimeRef | None:  # noqa: FBT001
        """Ten years: "the 1990s"."""
        year = int(found["y"])
        days = year_days(year)[0], year_days(year + 9)[1]
        return time_ref(days, Granularity.LONGER, found.group())

    def ago(self, found: re.Match[str], anchor: Anchor, _future: bool) -> TimeRef | None:  # noqa: FBT001
        """So long ago; what counts from another event does so from the last day told."""
        count = self._count(found["c"])
        span = self.words["spans"][found["s"].lower()]
        fine = {
            "day": Granularity.DAY,
            "week": Granularity.WEEK,
            "fortnight": Granularity.WEEK,
            "month": Granularity.MONTH,
        }
        granularity = fine.get(span, Granularity.YEAR)
        exact = found["dir"].lower() == "ago" and count is not None
        days = anchor.ago(count or 0, span) if exact else None
        time = time_ref(days, granularity, found.group())
        if exact or count is None or span != "day" or not self._counts_from_told(found):
            return time
        back = found["dir"].lower() in {"earlier", "before"}
        return anchor.told.counted(-count if back else count, time)

    def _counts_from_told(self, found: re.Match[str]) -> bool:
        """Say whether no words behind a count name what it counts from: "a day before the vote"."""
        return _COUNTED_FROM.match(found.string, found.end()) is None

    def hours(self, found: re.Match[str], anchor: Anchor, _future: bool) -> TimeRef | None:  # noqa: FBT001
        """Two hours ago, in the last 24 hours."""
        in_a_day = self.words["hours"][(found["s"] or found["ss"]).lower()]
        count = self._count(found["c"] or found["cc"])
        days = anchor.hours_ago(1 if count is None else count, in_a_day)
        return time_ref(days, Granularity.HOUR, found.group())

    def weekend(self, found: re.Match[str], anchor: Anchor, _future: bool) -> TimeRef | None:  # noqa: FBT001
        """A weekend: the last one begun, unless the words say the next."""
        days = anchor.weekend((found["w"] or "").lower())
        return time_ref(days, Granularity.WEEK, found.group())

    def this_part(self, found: re.Match[str], anchor: Anchor, _future: bool) -> TimeRef | None:  # noqa: FBT001
        """This morning, last night; "the next morning" counts from another event."""
        back = {"last": -1, "this": 0}.get(found["w"].lower())
        days = None if back is None else anchor.days_from(back)
        time = self._of_day(days, found, found["p"])
        return anchor.told.counted(1, time) if found["w"].lower() == "next" else time

    def span(self, found: re.Match[str], anchor: Anchor, _future: bool) -> TimeRef | None:  # noqa: FBT001
        """Last week, late last year, earlier this month."""
        which, span = found["w"].lower(), found["s"].lower()
        which = {"past": "last", "previous": "last"}.get(which, which)
        days = anchor.span(which, span)
        granularity = Granularity(span)
        if days is not None and found["q"]:
            days = self._narrowed(days, found["q"].lower(), anchor)
        return time_ref(days, granularity, found.group())

    def running(self, found: re.Match[str], anchor: Anchor, _future: bool) -> TimeRef | None:  # noqa: FBT001
        """So far this year, this month alone: from its start up to the day of the report."""
        days = anchor.span("this", (found["s"] or found["ss"]).lower())
        until = None if days is None else (days[0], anchor.after)
        return time_ref(until, Granularity.LONGER, found.group())

    def month(self, found: re.Match[str], anchor: Anchor, future: bool) -> TimeRef | None:  # noqa: FBT001
        """A month, perhaps with a year."""
        if self._is_other_word(found):
            return None
        number = self.words["months"][found["m"].lower().rstrip(".")]
        which = (found["w"] or "").lower()
        shift = which if which in {"last", "next"} else ("next" if future else "")
        days = anchor.month(number, _full_year(found["y"]), shift=shift)
        if days is not None and found["q"]:
            days = part_of_span(days, found["q"].lower())
        return time_ref(days, Granularity.MONTH, found.group())

    def year(self, found: re.Match[str], _anchor: Anchor, _future: bool) -> TimeRef | None:  # noqa: FBT001
        """A year, or an early, middle or late part of one."""
        qualifier = found.groupdict().get("q") or ""
        days = part_of_span(year_days(int(found["y"])), qualifier.lower())
        return time_ref(days, Granularity.YEAR, found.group())

    def open_ended(self, found: re.Match[str], _anchor: Anchor, _future: bool) -> TimeRef | None:  # noqa: FBT001
        """A stretch without ends."""
        return time_ref(None, Granularity.LONGER, found.group())

    def clock(self, found: re.Match[str], _anchor: Anchor, _future: bool) -> TimeRef | None:  # noqa: FBT001
        """A time by the clock, of a day that other words name."""
        clock = self.clocks.find(found.group(), found.string[: found.start()])
        if clock is None:
            return None
        part = part_at(clock.start // HOUR % 24) if clock.zone is None else None
        return time_ref(None, clock.granularity, found.group(), part=part)

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

    def _count(self, words: str | None) -> int | None:
        """Return a number in words or digits; None for one that is vague or not given."""
        word = " ".join((words or "").lower().split())
        if word.isdigit():
            return int(word)
        return None if word in self.words["vague"]["words"] else self.numbers.get(word)

    def _is_other_word(self, found: re.Match[str]) -> bool:
        """Say whether a month's name is likelier another word: "MEN WHO MAY HAVE FLED"."""
        doubtful = self.words["doubtful"]
        name = found["m"]
        if name.lower() not in doubtful["months"] or found["y"] or found["w"] or found["q"]:
            return False
        before = found.string[: found.start()].lower().split()
        if before and not name.isupper():
            return False
        return not before or before[-1] not in doubtful["after"]

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
