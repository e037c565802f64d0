"""From the lines of a task's input to its predictions, as a stream.

A line that is broken, or a document that cannot be read, costs one error; the rest is predicted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.tasks import BrokenRowError, Row, Task, read_row
from onrecord import wire
from onrecord.errors import OnRecordError
from onrecord.model import Failure
from onrecord.reading import read_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from onrecord.model import Json, Report
    from onrecord.reading import Kit


@dataclass(slots=True)
class Tally:
    """How a run went.

    Attributes:
        predicted: How many documents were predicted.
        errors: What was wrong with the others, one message each.
    """

    predicted: int = 0
    errors: list[str] = field(default_factory=list)


def predict_file(
    task: Task, source: Path, target: Path, kit: Kit, *, tell: Callable[[str], None]
) -> Tally:
    """Predict a file; the target appears whole, once all is done.

    Args:
        task: The task.
        source: Its input, one JSON object a line.
        target: Where the predictions go.
        kit: What reading a report takes.
        tell: Is told each error as it comes.
    """
    tally = Tally()
    waiting = target.with_name(target.name + ".part")
    with source.open(encoding="utf-8") as lines, waiting.open("w", encoding="utf-8") as out:
        for line in task.write(predictions(task, lines, kit, tally=tally, tell=tell)):
            out.write(line + "\n")
    waiting.replace(target)
    return tally


def predictions(
    task: Task, lines: Iterable[str], kit: Kit, *, tally: Tally, tell: Callable[[str], None]
) -> Iterator[Json]:
    """Yield the predictions of lines, in order."""

    def fail(message: str) -> None:
        tally.errors.append(message)
        tell(message)

    for report, outcome in read_all(_reports(task, lines, fail), kit):
        if isinstance(outcome, Failure):
            fail(f"{outcome.origin}: {outcome.error}: {outcome.message}")
            continue
        tally.predicted += 1
        yield task.adapt(report, outcome)


def _reports(task: Task, lines: Iterable[str], fail: Callable[[str], None]) -> Iterator[Report]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        origin = f"line {number}"
        try:
            yield as_report(read_row(task, line, origin), origin)
        except (BrokenRowError, OnRecordError) as error:
            fail(str(error))


def as_report(row: Row, origin: str) -> Report:
    """Return the report of an input line, its dateline back at the head of its words.

    A dateline that the wire reader does not take for one stays away: it is no part of the story.
    """
    if row.dateline:
        filed = _story(row, f"{row.dateline} {row.text}", origin)
        if filed.body.start >= len(row.dateline):
            return filed
    return _story(row, row.text, origin)


def _story(row: Row, text: str, origin: str) -> Report:
    return wire.story(
        text,
        origin=origin,
        published_on=row.published_on,
        guid=row.docid,
        headline=row.headline,
    )
