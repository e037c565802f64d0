"""Gun violence reports: which tell of one incident, and how many were killed and injured in it.

There is no linking of reports yet, so each report is an incident of its own. Its tally is the
greatest toll that any of its voices gives; where none is sure, the greatest figure. The register
counts people whom no figure of a report counts as killed or injured: those killed who are told one
by one, where the figures are fewer, and those shot who are not among the killed. It counts what is
reported, so a slot without a figure counts 0 where the report tells of an incident, and stays open
where it tells of none.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks.tasks.incident_people import people_shot, people_told
from benchmarks.tasks.task import Task
from onrecord.model import Certainty, Figure, Standing
from onrecord.reconcile.tolls import tolls

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.model import Claim, Json, Reading, Report
    from onrecord.reconcile.tolls import Toll

SLOTS = ("killed", "injured")


def adapt(report: Report, reading: Reading) -> Json:
    """Return one report with the tally of its incident."""
    if not any(claim.slot == "type" and _is_told(claim) for claim in reading.claims):
        return {"id": report.guid, "tally": dict.fromkeys(SLOTS)}
    told = tolls(report, reading, reading.claims)
    # Those told one by one are among those counted, or nobody counted them: never both.
    killed = max(_tally("killed", told, reading), people_told(reading, "killed"))
    injured = max(_tally("injured", told, reading), people_shot(reading) - killed)
    return {"id": report.guid, "tally": {"killed": killed, "injured": injured}}


def _tally(slot: str, told: Sequence[Toll], reading: Reading) -> int:
    """Return the greatest toll of any voice; where none is sure, the greatest figure."""
    sure = [toll.interval for toll in told if toll.slot == slot and toll.interval is not None]
    sums = [interval.low or interval.high or 0 for interval in sure]
    figures = [claim.value for claim in reading.claims if claim.slot == slot and _is_sure(claim)]
    alone = [_point(value) for value in figures if isinstance(value, Figure)]
    return max(sums or alone, default=0)


def _is_told(claim: Claim) -> bool:
    return claim.standing is Standing.INCIDENT


def _is_sure(claim: Claim) -> bool:
    sure = claim.certainty in {Certainty.CERTAIN, Certainty.PROBABLE}
    return sure and not claim.negated and _is_told(claim)


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
