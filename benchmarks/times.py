"""Hold the times read in sentences of our own against what they mean.

    python -m benchmarks times

Prints how many of the expressions in `tests/quality/times/expressions.tsv` mean the same days or
moments to OnRecord, which reads the sentence, and to dateparser, which is given just the words of
the time: it has no notion of where in a story they stand. What dateparser calls a day, month or
year counts as that interval; see `docs/decisions/0014-times.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord import wire
from onrecord.extract.times import EXTRACTOR
from onrecord.language import load
from onrecord.model import TimeMention
from onrecord.resources import open_library

if TYPE_CHECKING:
    from onrecord.model import TimeRef

EXPRESSIONS = (
    Path(__file__).resolve().parents[1] / "tests" / "quality" / "times" / "expressions.tsv"
)
PUBLISHED_ON = date(2013, 1, 18)
_DAY = timedelta(days=1)
_NOON = 12
_COLUMNS = 3

Interval = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Expression:
    """Words for a time.

    Attributes:
        sentence: The sentence they stand in.
        words: The words.
        meaning: The first moment and the one after the last, by the clock of the place; None where
            they name no day.
    """

    sentence: str
    words: str
    meaning: Interval | None


def expressions() -> tuple[Expression, ...]:
    """Return all expressions."""
    lines = EXPRESSIONS.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(Expression(row[0], row[1], _interval(row[2])) for row in rows)


def _interval(text: str) -> Interval | None:
    if text == "-":
        return None
    ends = text.split()
    first, last = datetime.fromisoformat(ends[0]), datetime.fromisoformat(ends[-1])
    return (first, last) if "T" in text else (first, last + _DAY)


def ours() -> Iterator[tuple[Expression, Interval | None]]:
    """Yield each expression with what OnRecord reads."""
    reader = EXTRACTOR.build(open_library())
    known = expressions()
    stamp = PUBLISHED_ON.isoformat()
    reports = [
        next(iter(wire.read(f"date {stamp} {one.sentence}".encode(), origin="expressions")))
        for one in known
    ]
    for one, report, analysis in zip(known, reports, load().analyse(reports), strict=True):
        times = [
            mention.time
            for mention in reader(report, analysis)
            if isinstance(mention, TimeMention) and _touches(report.text, one, mention)
        ]
        yield one, _told(times[-1]) if times else None


def _touches(text: str, one: Expression, mention: TimeMention) -> bool:
    start = text.index(one.words)
    return mention.span.start < start + len(one.words) and start < mention.span.end


def _told(time: TimeRef) -> Interval | None:
    """Return a time by the clocks its words tell."""
    if time.local_earliest is None or time.local_latest is None:
        return None
    return time.local_earliest.replace(tzinfo=None), time.local_latest.replace(tzinfo=None)


def theirs() -> Iterator[tuple[Expression, Interval | None]]:
    """Yield each expression with what dateparser makes of its words."""
    from dateparser.date import DateDataParser  # noqa: PLC0415

    settings = {
        "RELATIVE_BASE": datetime.combine(PUBLISHED_ON, datetime.min.time().replace(hour=_NOON)),
        "PREFER_DATES_FROM": "past",
        "RETURN_TIME_AS_PERIOD": True,
    }
    parser = DateDataParser(languages=["en"], settings=settings)
    for one in expressions():
        found = parser.get_date_data(one.words)
        moment = found.date_obj
        yield one, None if moment is None else _period(moment.replace(tzinfo=None), found.period)


def _period(moment: datetime, period: str) -> Interval:
    """Return the interval of what dateparser calls the period of a moment."""
    if period == "time":
        start = moment.replace(second=0, microsecond=0)
        return start, start + timedelta(minutes=1)
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    match period:
        case "week":
            monday = day - timedelta(days=day.weekday())
            return monday, monday + timedelta(weeks=1)
        case "month":
            first = day.replace(day=1)
            return first, (first + timedelta(days=31)).replace(day=1)
        case "year":
            first = day.replace(month=1, day=1)
            return first, first.replace(year=first.year + 1)
        case _:
            return day, day + _DAY


Reader = Callable[[], Iterator[tuple[Expression, Interval | None]]]
READERS: tuple[tuple[str, Reader], ...] = (("OnRecord", ours), ("dateparser", theirs))


def counts(reader: Reader) -> tuple[int, int, int]:
    """Return how many are right, how many of the wrong share a moment with what is meant, and all.

    An expression of no day is right where none is read.
    """
    found = list(reader())
    right = sum(one.meaning == read for one, read in found)
    near = sum(
        one.meaning != read
        and one.meaning is not None
        and read is not None
        and read[0] < one.meaning[1]
        and one.meaning[0] < read[1]
        for one, read in found
    )
    return right, near, len(found)


def show() -> str:
    """Return the figures, each with what is read wrong."""
    lines = []
    for name, reader in READERS:
        right, near, total = counts(reader)
        lines.append(f"{name}: {right} of {total} right, {near} more overlap what is meant")
        for one, read in reader():
            if one.meaning != read:
                shown = "nothing" if read is None else " to ".join(str(end) for end in read)
                lines.append(f"    {one.words}: {shown}")
    return "\n".join(lines)
