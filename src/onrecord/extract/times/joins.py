"""Times told in several words: "at 5:30 a.m. on Wednesday", "the night of March 3", "since Friday".

A clock or a part of the day with no day of its own takes that of the day that stands right beside
it, with nothing but small words between; "since" stretches a day to that of the report.

A clock is taken as local where its words name no zone: its moments are those of a day in UTC with
`zone` None, until it is known where the report speaks of (see `onrecord.claims.zones`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from onrecord.extract.times.clocks import DAY, HOUR, Clock, Clocks
from onrecord.extract.times.told import is_one_day
from onrecord.model import Granularity, TimeRef

if TYPE_CHECKING:
    from datetime import date

Found = tuple[int, int, TimeRef]
"""Where the words of a time begin and end, and the time."""

_CLOCKS = frozenset({Granularity.HOUR, Granularity.MINUTE})
_BETWEEN = re.compile(
    r"(?:\s*,)?(?:\s+(?:on|at|of|in|the|about|around|just|shortly|soon|after|before|between|from"
    r"|approximately|roughly|nearly|local|time|early|late))*\s*",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:ever\s+)?since\s+(?:late\s+|early\s+)?$", re.IGNORECASE)
# Hours of a night that lie on the day after the one it is named by.
_NIGHT_ENDS = 6 * HOUR


@dataclass(frozen=True, slots=True)
class Joiner:
    """Joins the times of a sentence that are one.

    Attributes:
        clocks: The words of the clock.
        day: The day of the report; None where nobody says.
    """

    clocks: Clocks
    day: date | None

    def joined(self, text: str, found: Sequence[Found]) -> list[Found]:
        """Return the times of a sentence, those that stand side by side as one."""
        done: list[Found] = []
        for one in found:
            both = self._both(text, done[-1], one) if done else None
            if both is None:
                done.append(one)
            else:
                done[-1] = both
        return [self._since(text, one) for one in done]

    def _both(self, text: str, first: Found, second: Found) -> Found | None:
        if not _BETWEEN.fullmatch(text, first[1], second[0]):
            return None
        if _is_overnight(first[2]) and is_one_day(second[2]):
            # The night before or behind that day: nobody says which.
            night = replace(second[2], part_of_day="night", granularity=Granularity.PART_OF_DAY)
            return first[0], second[1], replace(night, text=text[first[0] : second[1]])
        if first[2].granularity is Granularity.DAY and second[2].text.lower() == "last week":
            return self._of_last_week(text, first, second)
        for hour, day in ((first, second), (second, first)):
            if _is_hour(hour[2]) and _takes_hours(day[2]):
                words = text[first[0] : second[1]]
                time = self._at_hour(text, hour, day[2], words)
                return None if time is None else (first[0], second[1], time)
        return None

    def _of_last_week(self, text: str, first: Found, week: Found) -> Found | None:
        """Return the weekday of last week: "on Monday last week"."""
        day, start = first[2].earliest, week[2].earliest
        if day is None or start is None or not is_one_day(first[2]):
            return None
        moved = start + timedelta(days=day.weekday())
        words = text[first[0] : week[1]]
        time = replace(first[2], earliest=moved, latest=moved + timedelta(days=1), text=words)
        return first[0], week[1], time

    def _at_hour(self, text: str, hour: Found, day: TimeRef, words: str) -> TimeRef | None:
        clock = self.clocks.find(text[hour[0] : hour[1]], text[: hour[0]])
        part = hour[2].part_of_day
        if not is_one_day(day) and (clock is not None or part != "night"):
            return None
        if clock is not None:
            return placed(clock, replace(day, text=words, part_of_day=part or day.part_of_day))
        if day.part_of_day is not None or part is None:
            return None
        return replace(day, text=words, part_of_day=part, granularity=Granularity.PART_OF_DAY)

    def _since(self, text: str, found: Found) -> Found:
        """Return a day behind "since" with all days up to that of the report."""
        start, end, time = found
        led = _SINCE.search(text, 0, start)
        if led is None or self.day is None or not is_one_day(time) or time.earliest is None:
            return found
        latest = datetime(self.day.year, self.day.month, self.day.day, tzinfo=time.earliest.tzinfo)
        if latest < time.earliest:
            return found
        stretch = replace(
            time,
            latest=latest + timedelta(days=1),
            granularity=Granularity.DAY,
            text=text[led.start() : end],
            part_of_day=None,
        )
        return led.start(), end, stretch


def placed(clock: Clock, day: TimeRef) -> TimeRef | None:
    """Return the moments of a clock on a day; None where the day has no such hour.

    Args:
        clock: The clock.
        day: The day, with the words and the part of the day that the answer shall have.
    """
    if day.earliest is None:
        return None
    midnight = day.earliest.replace(hour=0, minute=0)
    late = "night" in day.text.lower() and clock.start < _NIGHT_ENDS
    shift = timedelta(minutes=DAY if late and clock.zone is None else 0)
    start, end = (midnight + shift + timedelta(minutes=one) for one in (clock.start, clock.end))
    time = replace(day, earliest=start, latest=end, granularity=clock.granularity)
    return in_named_zone(time, clock)


def in_named_zone(time: TimeRef, clock: Clock) -> TimeRef:
    """Return a time by the wall clock of a zone as UTC, where the words name the zone."""
    if time.earliest is None or time.latest is None:
        return time
    name = clock.zone
    if name is None and clock.ahead is not None and clock.ahead % HOUR == 0:
        hours = clock.ahead // HOUR
        name = f"Etc/GMT{-hours:+d}" if hours else "Etc/UTC"
    if name is None:
        return time
    try:
        zone = ZoneInfo(name)
    except ZoneInfoNotFoundError:
        return time
    earliest, latest = (
        moment.replace(tzinfo=zone).astimezone(UTC) for moment in (time.earliest, time.latest)
    )
    return replace(time, earliest=earliest, latest=latest, zone=name)


def _takes_hours(time: TimeRef) -> bool:
    """Say whether a time is of a day, or the two of a night, that an hour can be of."""
    if (
        time.granularity is Granularity.DAY
        and time.earliest is not None
        and time.latest is not None
    ):
        return time.latest - time.earliest <= timedelta(days=2)
    return is_one_day(time) and time.granularity not in _CLOCKS


def _is_overnight(time: TimeRef) -> bool:
    return time.granularity is Granularity.PART_OF_DAY and time.text.lower() == "overnight"


def _is_hour(time: TimeRef) -> bool:
    """Say whether a time tells the hour, or the part of the day, of a day it does not name."""
    return time.earliest is None and time.granularity in {*_CLOCKS, Granularity.PART_OF_DAY}
