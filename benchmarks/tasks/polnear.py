"""PolNeAR: who said it, the words that hand it over, what was said.

Each attribution of a reading is one of the task, but for two kinds that have no place there:
PolNeAR forbids one attribution within another, and it has hardly any non-answers. Of those only
the ones that the trained reader saw too are handed in: it learned what the corpus takes for an
attribution. What nobody is quoted for ("it was unclear if") has an empty source, as the corpus has
it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.tasks.task import Task, as_lines
from onrecord.model import NON_ANSWERS

if TYPE_CHECKING:
    from onrecord.model import Attribution, Json, Reading, Report, Span


def adapt(report: Report, reading: Reading) -> Json:
    """Return the attributions of one document."""
    return {
        "docid": report.guid,
        "attributions": [
            _attribution(one) for one in reading.mentions.attributions if _has_place(one)
        ],
    }


def _has_place(one: Attribution) -> bool:
    """Say whether an attribution is of a kind that the corpus has."""
    ours = one.within is not None or one.stance in NON_ANSWERS
    learned = any(name.startswith("attribution-reader/") for name in one.read_by.resources)
    return learned or not ours


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
