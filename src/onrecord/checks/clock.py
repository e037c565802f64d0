"""Days and hours that cannot be: what is over before its day came, a clock that is wrong for GMT.

*A day to come, told as past.* "Was killed on 12 March" in a report of 10 March: the day or the
report's date is wrong. Only a deed told as done right before a date at least two days ahead is
asked about, or of the clause that it opens ("in the north on 12 March gunmen shot two men");
one day ahead may be the zone of the place, and what may speak of plans is left alone.

*Two clocks of one moment.* "5:30 a.m. (0430 GMT)" says how far the clock is ahead of UTC. It must
be what some place of the report keeps on that day, with daylight saving; else it is asked about. A
report whose places are not known, or without a day, is only asked about what no clock on earth
shows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

from onrecord.checks._evidence import cited
from onrecord.claims.zones import zones_of
from onrecord.extract.times.clocks import DAY, HOUR, Clocks, ahead_of_utc
from onrecord.model import Query, Reading, Report, Severity, Span
from onrecord.registry import Check
from onrecord.resources import open_library
from onrecord.resources.zones import find_zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onrecord.model import TimeMention

NAME = "clock"

# A day ahead by less may have begun where the report tells of, or be that of its publication.
_LEAST_AHEAD = timedelta(days=2)
# How far before a day the deed stands, and how far before the deed a word of the future.
_REACH, _BACK = 90, 40
# How many words may stand before a day that opens its sentence: "in the hills of Ora on".
_OPENING = 8
_MINUTE = timedelta(minutes=1)
# What is told behind these is no longer told of the deed.
# A day behind one of these names something: "the minister's Dec. 28 meeting", "their May 4 talks".
_OWNED = re.compile(
    r"(?:['’]s|s['’]|\b(?:the|a|an|this|that|his|her|its|their|our))\s+$", re.IGNORECASE
)

_BREAK = re.compile(r"[.;:!?()\"”“—–\n]|\s-\s")


@dataclass(frozen=True, slots=True)
class Wording:
    """What the words of the past and of the clock look like.

    Attributes:
        deed: Finds the last deed told as done before a day.
        to_come: Finds words that may speak of a day to come.
        clocks: The words of the clock.
        clock: Finds a time by the clock.
        opened: Finds a deed told behind the day that opens its clause.
        kept: Finds words that may speak of a day to come, between such a day and its deed.
        ahead: Finds words that may speak of one behind the deed.
    """

    deed: re.Pattern[str]
    to_come: re.Pattern[str]
    clocks: Clocks
    clock: re.Pattern[str]
    opened: re.Pattern[str]
    kept: re.Pattern[str]
    ahead: re.Pattern[str]


def check(report: Report, reading: Reading) -> tuple[Query, ...]:
    """Return days told as past that were to come, and clocks that do not fit GMT."""
    found = (*_days_to_come(report, reading), *_clocks(report, reading))
    return tuple(sorted(found, key=lambda query: query.evidence))


def _days_to_come(report: Report, reading: Reading) -> Iterator[Query]:
    """Yield what is told as done on a day after that of the report."""
    if report.published_on is None:
        return
    for mention in reading.mentions.times:
        first = mention.time.local_earliest
        if first is None or first.date() < report.published_on + _LEAST_AHEAD:
            continue
        deed = _deed_before(report, mention)
        words = _opening(report, reading, mention) if deed is None else Span(deed, mention.span.end)
        if words is not None:
            day = first.date()
            yield _query(
                reading,
                words,
                f"This is told as past, but {_day(day)} is after the report's own day, "
                f"{_day(report.published_on)}.",
                "Find out whether the date or the report's own is right.",
            )


def _deed_before(report: Report, mention: TimeMention) -> int | None:
    """Return where the deed begins that is told as done on a day; None if it may be to come."""
    wording = _wording()
    start = max(report.body.start, mention.span.start - _REACH)
    deeds = list(wording.deed.finditer(report.text, start, mention.span.start))
    if not deeds or not re.search(r"\d", mention.time.text):
        return None
    deed = deeds[-1]
    around = report.text[max(0, deed.start() - _BACK) : mention.span.start]
    between = report.text[deed.end() : mention.span.start]
    if _BREAK.search(between) or wording.to_come.search(around):
        return None
    return deed.start()


def _opening(report: Report, reading: Reading, mention: TimeMention) -> Span | None:
    """Return the words from a day that opens its sentence to a deed told as done on it, or None."""
    sentence = next((one for one in reading.sentences if one.covers(mention.span)), None)
    if sentence is None or not re.search(r"\d", mention.time.text):
        return None
    wording = _wording()
    before = report.text[sentence.start : mention.span.start]
    behind = report.text[mention.span.end : min(sentence.end, mention.span.end + _REACH)]
    deed = wording.opened.search(behind)
    if deed is None or len(before.split()) > _OPENING or not before.strip():
        return None
    if _OWNED.search(before) or wording.to_come.search(deed[0]):
        return None  # "the minister's Dec. 28 meeting", "a visit was scheduled"
    between = behind[: deed.start()].removeprefix(",")
    rest = report.text[mention.span.end + deed.end() : sentence.end]
    told = "," in before + between or _BREAK.search(before + between)
    if told or wording.to_come.search(before + between) or wording.kept.search(before + between):
        return None
    if wording.ahead.search(rest):
        return None
    return Span(mention.span.start, mention.span.end + deed.end())


def _clocks(report: Report, reading: Reading) -> Iterator[Query]:
    """Yield the clocks whose time in GMT is another moment."""
    wording = _wording()
    for found in wording.clock.finditer(report.text, report.body.start, report.body.end):
        pair = wording.clocks.pair(found)
        if pair is None:
            continue
        local, utc, named = pair
        kept = zones_of(reading.mentions, found.start())
        days = _days_of(report, reading, Span(*found.span()))
        zones = kept if named is None else (named,)
        offsets = _offsets(zones, days, any_season=named is not None)
        ahead = ahead_of_utc(local, utc)
        if ahead is None or (offsets and ahead not in offsets.values()):
            yield _wrong_clock(reading, Span(*found.span()), local, offsets)


def _wrong_clock(reading: Reading, span: Span, local: int, offsets: Mapping[str, int]) -> Query:
    if offsets:
        zone, ahead = next(iter(offsets.items()))
        shown = f"{_hour(local)} by the clocks of {zone} is {_hour(local - ahead)} GMT."
    else:
        shown = "No clock on earth is so far from GMT."
    return _query(
        reading, span, shown, "Find out which of the two hours is right, and whose clock it is."
    )


def _offsets(zones: Iterable[str], days: Sequence[date], *, any_season: bool) -> dict[str, int]:
    """Return how many minutes clocks are ahead of UTC on days and those beside them.

    Args:
        zones: IANA names.
        days: The days; none where they are not known, and nothing can be said.
        any_season: Whether a name of a zone is used for its summer and winter alike ("EST").

    Returns:
        Minutes, by the name of the zone, with a number behind it for each further one of a zone.
    """
    wanted = [day + timedelta(days=step) for day in days for step in (0, -1, 1)]
    if any_season:
        wanted += [date(day.year, month, 15) for day in days for month in (1, 7)]
    found: dict[str, int] = {}
    for name in zones:
        zone = find_zone(name)
        shifts = [datetime.combine(day, time(12), zone).utcoffset() for day in wanted]
        seen = dict.fromkeys(shift // _MINUTE for shift in shifts if shift is not None)
        for number, ahead in enumerate(seen):
            found[f"{name} {number}" if number else name] = ahead
    return found


def _days_of(report: Report, reading: Reading, span: Span) -> tuple[date, ...]:
    """Return the days that a clock can be of: those told in its sentence, and the report's."""
    sentence = next((one for one in reading.sentences if one.overlaps(span)), span)
    told = [
        mention.time.local_earliest.date()
        for mention in reading.mentions.times
        if mention.time.local_earliest is not None and sentence.overlaps(mention.span)
    ]
    own = () if report.published_on is None else (report.published_on,)
    return tuple(dict.fromkeys((*told, *own)))


def _query(reading: Reading, span: Span, message: str, suggestion: str) -> Query:
    return Query(
        check=NAME,
        severity=Severity.QUERY,
        message=message,
        suggestion=suggestion,
        evidence=(span,),
        cited=cited(reading, (span,)),
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _hour(minutes: int) -> str:
    return f"{minutes % DAY // HOUR:02d}{minutes % HOUR:02d}"


@cache
def _wording() -> Wording:
    library = open_library()
    words = library.lexicon("calendar-checks.en").entries["past"]
    clocks = Clocks.of(library.lexicon("times.en").entries)

    def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
        shown = "|".join(sorted(phrases, key=len)[::-1]).replace(" ", r"\s+")
        return re.compile(rf"\b(?:{shown})\b", re.IGNORECASE)

    auxiliaries = "|".join(words["auxiliaries"])
    participles = "|".join((r"[a-z]+ed", *words["participles"]))
    passive = rf"(?:{auxiliaries}) (?:{participles})"
    deed = any_of((*words["deeds"], passive))
    alone, struck = ("|".join(words[name]) for name in ("alone", "struck"))
    people = rf"(?:{'|'.join(words['objects'])}|\d+)"
    opened = any_of((alone, passive, rf"(?:{struck}) {people}"))
    return Wording(
        deed=deed,
        to_come=any_of(words["to_come"]),
        clocks=clocks,
        clock=clocks.whole,
        opened=opened,
        kept=any_of(words["kept"]),
        ahead=any_of(words["ahead"]),
    )


CHECK = Check(
    name=NAME,
    summary="What is told as past lies before the report, and local hours fit those in GMT.",
    run=check,
)
