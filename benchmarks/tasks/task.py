"""What a benchmark task has to give, and the only view of an input line it gets.

An input line of a development file carries the answers too. `read_row` is the one place that
touches such a line, and it takes the fields a task names and no others, so that no answer can reach
a prediction.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.model import Json, Reading, Report, Span

Document = tuple[Report, Reading]


class BrokenRowError(ValueError):
    """A line of an input file is no document."""

    def __init__(self, origin: str, fault: str) -> None:
        super().__init__(origin, fault)
        self.origin = origin
        self.fault = fault

    def __str__(self) -> str:
        return f"{self.origin}: {self.fault}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a task may know of an input line.

    Attributes:
        docid: The document.
        text: Its words.
        published_on: The day it was published; None where the line does not say.
        headline: Its title, for tasks that give it apart from the text.
        dateline: Its dateline as written, for tasks that give it apart from the text.
        spans: The stretches to resolve, for tasks that are given them.
    """

    docid: str
    text: str
    published_on: date | None = None
    headline: str | None = None
    dateline: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A benchmark task.

    Attributes:
        name: As named on the command line.
        summary: What it asks, in one line.
        docid: Field of an input line that names the document.
        published: Field that dates it.
        headline: Field of its title, where the task may read it; None where it may not.
        dateline: Field of its dateline, where it is given apart from the text; else None.
        adapt: Turns one read document into one prediction.
        write: Turns the predictions into the lines of the output file, as they come.
    """

    name: str
    summary: str
    adapt: Callable[[Report, Reading], Json]
    docid: str = "docid"
    published: str = "date"
    headline: str | None = None
    dateline: str | None = None
    write: Callable[[Iterable[Json]], Iterator[str]]


def as_lines(predictions: Iterable[Json]) -> Iterator[str]:
    """Write one JSON object a line, each as soon as it is known."""
    for prediction in predictions:
        yield json.dumps(prediction, ensure_ascii=False)


def read_row(task: Task, line: str, origin: str, *, given_spans: bool = False) -> Row:
    """Return what a task may know of an input line.

    Args:
        task: The task.
        line: The line.
        origin: Where it stands, for messages.
        given_spans: The line must also carry `spans`.

    Raises:
        BrokenRowError: It is no JSON object, or a field is missing or of the wrong kind.
    """
    try:
        fields = json.loads(line)
    except ValueError as error:
        raise BrokenRowError(origin, f"is no JSON ({error})") from error
    if not isinstance(fields, dict):
        raise BrokenRowError(origin, "is no JSON object")
    return Row(
        docid=_text_of(fields, task.docid, origin),
        text=_text_of(fields, "text", origin),
        published_on=_day(fields.get(task.published)),
        headline=fields.get(task.headline) if task.headline else None,
        dateline=_dateline(fields, task, origin),
        spans=_spans(fields, origin) if given_spans else (),
    )


def _text_of(fields: dict[str, object], name: str, origin: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str) or not value.strip():
        raise BrokenRowError(origin, f"has no {name!r}")
    return value


def _dateline(fields: dict[str, object], task: Task, origin: str) -> str | None:
    """Return the dateline, where the task reads one and the line has it."""
    if task.dateline is None or not fields.get(task.dateline):
        return None
    return _text_of(fields, task.dateline, origin)


def _day(value: object) -> date | None:
    """Return the day of an ISO date or moment; None where there is none, or a broken one."""
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _spans(fields: dict[str, object], origin: str) -> tuple[Span, ...]:
    given = fields.get("spans")
    if not isinstance(given, list):
        raise BrokenRowError(origin, "has no 'spans'")
    try:
        return tuple(Span(int(start), int(end)) for start, end in given)
    except (TypeError, ValueError) as error:
        raise BrokenRowError(origin, "has spans that are no [start, end]") from error
