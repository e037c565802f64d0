"""PolNeAR: who said it, the words that hand it over, what was said.

Each attribution of a reading is one of the task. Two things of ours have no place there: PolNeAR
forbids nesting, so of a chain every link still counts on its own, and what nobody is quoted for
("it was unclear if") has an empty source, as the corpus has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.tasks.task import Task, as_lines

if TYPE_CHECKING:
    from onrecord.model import Attribution, Json, Reading, Report, Span


def adapt(report: Report, reading: Reading) -> Json:
    """Return the attributions of one document."""
    return {
        "docid": report.guid,
        "attributions": [_attribution(one) for one in reading.mentions.attributions],
    }


def _attribution(one: Attribution) -> Json:
    return {
        "source": _offsets(one.source),
        "cue": _offsets(one.cue),
        "content": _offsets(one.content),
    }


def _offsets(spans: tuple[Span, ...]) -> Json:
    return [[span.start, span.end] for span in spans]


TASK = Task(
    name="polnear",
    summary="sources, cues and contents of attributions",
    adapt=adapt,
    write=as_lines,
)
