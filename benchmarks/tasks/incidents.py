"""Gun violence reports: which tell of one incident, and how many were killed and injured in it.

There is no linking of reports yet, so each report is an incident of its own. Its tally is that of
its own claims: of the figures its incident has in a slot, the greatest that is told as certain; a
register counts what is reported, so a slot without a figure counts 0 where the report tells of an
incident, and stays open where it tells of none.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks.tasks.task import Task
from onrecord.model import Certainty, Figure, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.model import Claim, Json, Reading, Report

SLOTS = ("killed", "injured")


def adapt(report: Report, reading: Reading) -> Json:
    """Return one report with the tally of its incident."""
    return {"id": report.guid, "tally": {slot: _tally(reading, slot) for slot in SLOTS}}


def _tally(reading: Reading, slot: str) -> int | None:
    told = [claim for claim in reading.claims if claim.standing is Standing.INCIDENT]
    if not any(claim.slot == "type" for claim in told):
        return None
    figures = [claim.value for claim in told if claim.slot == slot and _is_sure(claim)]
    return max((_point(value) for value in figures if isinstance(value, Figure)), default=0)


def _is_sure(claim: Claim) -> bool:
    return not claim.negated and claim.certainty in {Certainty.CERTAIN, Certainty.PROBABLE}


def _point(figure: Figure) -> int:
    """Return the one number a figure stands for: its floor, which the words support."""
    return int(figure.high or 0) if figure.low is None else int(figure.low)


def write(predictions: Iterable[Json]) -> Iterator[str]:
    """Write the one object the scorer asks for, each report an incident of its own."""
    reports: dict[str, Json] = {}
    incidents: dict[str, Json] = {}
    for prediction in predictions:
        if isinstance(prediction, dict):
            name = str(prediction["id"])
            reports[name] = name
            incidents[name] = prediction["tally"]
    yield json.dumps({"reports": reports, "incidents": incidents}, indent=1)


TASK = Task(
    name="incidents",
    summary="one record per incident, with its killed and injured",
    docid="id",
    headline="title",
    adapt=adapt,
    write=write,
)
