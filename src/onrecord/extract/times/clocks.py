"""Times by the clock: "5:30 a.m. (0430 GMT)", "between 2 and 3 a.m.", "17:20 local time", "noon".

Reads the words of one such time; says which minutes after midnight they mean, in which zone. The
day is named by other words: see `onrecord.extract.times.joins`.

A time between brackets that names a zone is the same moment on another clock. From the two follows
how far the first one's clock is ahead of UTC. Known limits: a clock without "a.m.", a zone or
"hours" is read only behind "at" and with a colon ("at 17:20"); seconds are left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from onrecord.model import Granularity

HOUR = 60
DAY = 24 * HOUR
_NOON = 12
_HALF_A_DAY = 12 * HOUR
# Clocks on earth are between 12 hours behind and 14 hours ahead of UTC, in quarters of an hour.
_LEAST_AHEAD, _MOST_AHEAD, _QUARTER = -12 * HOUR, 14 * HOUR, 15

# The X in the names of groups is the place of each clock: "" the first, "t" its end, "o" another's.
_TWELVE = r"(?P<Xh>1[0-2]|0?[1-9])(?:[:.](?P<Xm>[0-5]\d))?"
_HALF = r"(?P<Xap>[ap]m\b|[ap]\.\ ?m\b\.?|[AP]M\b|[AP]\.\ ?M\b\.?)"
_FULL = r"(?P<Xhh>[01]\d|2[0-3]|\d(?=[:.]))[:.]?(?P<Xmm>[0-5]\d)(?!\d)"
_LOCAL = r"(?:\s+(?:local\s+time|LOCAL\s+TIME)\b|\s*\(local\s+time\))"
_HOURS = r"\s+(?:hours|HOURS|hrs|HRS)\b(?:\s+local\s+time\b)?"
_JOINT = r"(?P<joint>\s*(?:-|–|\b(?:to|and|TO|AND)\b)\s*)"
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_AT = re.compile(r"\b(?:at|around|about)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Minutes of a day.

    Attributes:
        start: The first minute after midnight it can be; below 0 on the day before.
        end: The minute after the last it can be; beyond 1440 on the next day.
        granularity: Minutes, or hours where the words give no minutes.
        zone: IANA name of the zone the words name; None where they name none.
        ahead: Minutes that the clock is ahead of UTC, where a second clock tells; else None.
    """

    start: int
    end: int
    granularity: Granularity
    zone: str | None = None
    ahead: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """The words of the clock, and the patterns made of them.

    Attributes:
        zones: IANA name of each zone, by its short name in small letters.
        around: Minutes before and after that words before a clock add to it.
        named: Minutes after midnight of the hours that have names.
        pattern: Finds a time by the clock; verbose.
        whole: The pattern, compiled.
        hedge: Finds words that add to a clock at the end of what stands before it.
    """

    zones: Mapping[str, str]
    around: Mapping[str, tuple[int, int]]
    named: Mapping[str, int]
    pattern: str
    whole: re.Pattern[str]
    hedge: re.Pattern[str]

    @classmethod
    def of(cls, words: Mapping[str, Any]) -> Clocks:
        """Compile the patterns from the lexicon `times.en`."""
        around = {name: (row[0], row[1]) for name, row in words["around"].items()}
        pattern = _pattern(words["zones"])
        hedges = "|".join(name.replace(" ", r"\s+") for name in sorted(around, key=len)[::-1])
        return cls(
            zones=words["zones"],
            around=around,
            named={name: hour * HOUR for name, hour in words["named_hours"].items()},
            pattern=pattern,
            whole=re.compile(pattern, re.VERBOSE),
            hedge=re.compile(rf"\b({hedges})\s+$", re.IGNORECASE),
        )

    def find(self, text: str, before: str = "") -> Clock | None:
        """Return the time that words mean; None where they tell none.

        Args:
            text: The words.
            before: What stands before them, for "shortly after" and "between".
        """
        named = self.named.get(text.lower().split()[-1])
        if named is not None:
            read: Clock | None = Clock(start=named, end=named + HOUR, granularity=Granularity.HOUR)
        else:
            found = self.whole.match(text)
            read = self._read(found, before) if found else None
        hedge = self.hedge.search(before)
        if hedge is None or read is None:
            return read
        less, more = self.around[" ".join(hedge[1].lower().split())]
        return replace(
            read, start=read.start - less, end=max(read.start + more, read.start - less + 1)
        )

    def _read(self, found: re.Match[str], before: str) -> Clock | None:
        if not found["th"] and not _is_clock(found, before):
            return None
        start, exact = _minutes(found, "")
        end = start + (1 if exact else HOUR)
        if found["th"]:
            if found["joint"].strip().lower() == "and" and not _BETWEEN.search(before):
                return None  # two times, not the ends of one
            last, last_exact = _minutes(found, "t")
            exact = exact and last_exact
            if not found["ap"] and (last - start) % DAY > _HALF_A_DAY:
                start = (
                    start + _HALF_A_DAY
                ) % DAY  # "between 11 and 1 p.m." begins in the other half
            end = start + ((last - start) % DAY or HOUR)
        zone = self._zone(found["zone"] or found["zzone"])
        return Clock(
            start=start,
            end=end,
            granularity=Granularity.MINUTE if exact else Granularity.HOUR,
            zone=zone,
            ahead=self._ahead(found, start) if zone is None else None,
        )

    def pair(self, found: re.Match[str]) -> tuple[int, int, str | None] | None:
        """Return a time by two clocks, for words that `whole` found; None where one has no GMT.

        Returns:
            Minutes after midnight by the first clock, and in UTC; the IANA name of the first
            clock's zone, None where the words name none.
        """
        first = self._read(found, "at ")
        if first is None or first.zone == UTC_ZONE or self._zone(found["ozone"]) != UTC_ZONE:
            return None
        return first.start, _minutes(found, "o")[0], first.zone

    def _ahead(self, found: re.Match[str], start: int) -> int | None:
        """Return how far a clock is ahead of UTC by the time between brackets behind it."""
        if self._zone(found["ozone"]) != UTC_ZONE:
            return None
        return ahead_of_utc(start, _minutes(found, "o")[0])

    def _zone(self, words: str | None) -> str | None:
        return None if words is None else self.zones.get(" ".join(words.lower().split()))


UTC_ZONE = "Etc/UTC"
"""IANA name of UTC."""


def ahead_of_utc(local: int, utc: int) -> int | None:
    """Return how many minutes a clock is ahead of UTC; None where no clock on earth is.

    Args:
        local: Minutes after midnight by that clock.
        utc: Minutes after midnight in UTC, of that day or one beside it.
    """
    ahead = (local - utc - _LEAST_AHEAD) % DAY + _LEAST_AHEAD
    return ahead if ahead % _QUARTER == 0 and ahead <= _MOST_AHEAD else None


def _is_clock(found: re.Match[str], before: str) -> bool:
    """Say whether words mark digits as a clock; a bare one does where it stands: "at 17:20"."""
    if found["h"] is not None:
        return found["ap"] is not None
    return bool(found["zzone"] or found["hours"] or found["ozone"] or _AT.search(before))


def _minutes(found: re.Match[str], name: str) -> tuple[int, bool]:
    """Return minutes after midnight, and whether the words give minutes."""
    groups = found.groupdict()
    if groups.get(f"{name}hh") is not None:
        return int(groups[f"{name}hh"]) * HOUR + int(groups[f"{name}mm"]), True
    half = groups[f"{name}ap"] or groups["tap"]
    minutes = groups[f"{name}m"]
    hour = int(groups[f"{name}h"]) % _NOON + (_NOON if half[0] in "pP" else 0)
    return hour * HOUR + int(minutes or 0), minutes is not None


def _pattern(zones: Mapping[str, str]) -> str:
    """Return the pattern of a time by the clock; verbose."""
    names = (
        f"(?:{name.capitalize()}|{name.title()})" if " " in name else name.upper()
        for name in sorted(zones, key=len)[::-1]
    )
    zone = rf"(?:{'|'.join(names)})\b".replace(" ", r"\s+")
    bare = r"(?<=:\d\d)(?<!\b[1-9]:\d\d)(?<!\b1[0-2]:\d\d)(?![\d:.])"
    first = (
        rf"{_at('', _TWELVE)}(?=\s*(?:[ap]|[AP]|-|–|to|and|TO|AND))(?:\s*{_at('', _HALF)})?"
        rf"(?:{_JOINT}{_at('t', _TWELVE)}\s*{_at('t', _HALF)})?"
        rf"(?:\s+(?P<zone>{zone})|{_LOCAL})?"
    )
    # Four digits with the same moment in GMT behind them are a clock: "2130 (0330 GMT)".
    inside = r"(?=\s*[\[(]\s*\d{1,2}[:.]?\d\d\s*(?:GMT|UTC)\b)"
    full = (
        rf"{_at('', _FULL)}"
        rf"(?:\s+(?P<zzone>{zone})|(?P<hours>{_HOURS}|{_LOCAL})|{inside}|{bare})"
    )
    other = rf"(?:{_at('o', _FULL)}|{_at('o', _TWELVE)}\s*{_at('o', _HALF)})\s*(?P<ozone>{zone})"
    day = r"(?:,?\s+(?:(?:on|ON)\s+)?[\w.]+(?:\s+[\w.]+)?)?"
    return rf"(?<![\d.,:$£€/-])\b(?:{full}|{first})(?:\s*[\[(]\s*{other}{day}\s*[)\]])?"


def _at(place: str, pattern: str) -> str:
    return pattern.replace("X", place)
