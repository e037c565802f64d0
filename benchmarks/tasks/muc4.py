"""MUC-4: templates of terrorist incidents, with who did what to whom, when and where.

Each incident that is read in a report fills one template; the codes are those that
`resources/incident-types.toml` gives our types, stages and certainties of blame. Strings are copied
from the text as written. A type that MUC-4 does not have (a clash, an arrest) fills none.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from benchmarks.tasks.muc4_slots import countries_named, incident_date, incident_location
from benchmarks.tasks.task import Task, as_lines
from onrecord.claims.blame import blame_of
from onrecord.model import PlaceRef, TimeRef
from onrecord.resources import open_library
from onrecord.resources.taxonomy import Taxonomy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model import Claim, Filler, Json, Reading, Report, Span

_ROLES = {
    "attacker_individual": "perp_individual",
    "attacker_organisation": "perp_organization",
    "target": "physical_target",
    "weapon": "weapon",
}


def adapt(report: Report, reading: Reading) -> Json:
    """Return the templates of one document; none where it tells of no incident."""
    return {"docid": report.guid, "templates": templates(report, reading)}


def templates(report: Report, reading: Reading, *, every_type: bool = False) -> list[Json]:
    """Return one template for each incident read in a report.

    Args:
        report: The report.
        reading: What was read in it.
        every_type: What a brief would tell: also incidents of types that MUC-4 does not have, as
            attacks, but none of whose type no word of the report tells.
    """
    told = {claim.incident for claim in reading.claims if claim.slot == "type"}
    return [
        _template(report, reading, number)
        for number, incident in enumerate(reading.mentions.incidents)
        if (number in told if every_type else _is_of_muc4(incident.code))
    ]


@cache
def _taxonomy() -> Taxonomy:
    return Taxonomy.of(open_library())


def type_of(code: str) -> str:
    """Return the type of MUC-4 that one of our types usually is; an attack where there is none."""
    kind = _taxonomy().find_type(code)
    usual = None if kind is None else kind.schemes["muc4"].usual
    return "ATTACK" if usual is None else usual.event


def _is_of_muc4(code: str) -> bool:
    kind = _taxonomy().find_type(code)
    return kind is not None and kind.schemes["muc4"].usual is not None


def _template(report: Report, reading: Reading, number: int) -> Json:
    incident = reading.mentions.incidents[number]
    claims = [claim for claim in reading.claims if claim.incident == number]
    filled: dict[str, Json] = {"incident_type": type_of(incident.code)}
    for role, slot in _ROLES.items():
        spans = [one.span for one in incident.fillers if one.role == role]
        filled[slot] = _strings(report, spans)
    for named, slot in ((True, "victim"), (False, "victim_description")):
        spans = [
            one.span for one in incident.fillers if one.role == "victim" and one.named is named
        ]
        filled[slot] = _strings(report, spans)
    times = [claim.value for claim in claims if isinstance(claim.value, TimeRef)]
    day = incident_date(times[0] if times else None, report.published_on)
    if day is not None:
        filled["incident_date"] = day
    places = [claim.value for claim in claims if isinstance(claim.value, PlaceRef)]
    filled["incident_location"] = [
        *incident_location(places[0] if places else None, countries_named(reading.mentions))
    ]
    filled["perp_confidence"] = {
        _string(report, filler.span): _confidence(claims, filler)
        for filler in incident.fillers
        if filler.role == "attacker_organisation"
    }
    return filled


def _confidence(claims: Sequence[Claim], filler: Filler) -> str:
    """Return how sure the blame of a body is, as MUC-4 has it."""
    for claim in claims:
        code = blame_of(claim)
        if code is not None and claim.evidence in filler.mentions:
            blame = _taxonomy().find_blame(code)
            return "" if blame is None else blame.muc4
    return ""


def _strings(report: Report, spans: Iterable[Span]) -> list[Json]:
    """Return the words of spans as written, each once."""
    return [*dict.fromkeys(_string(report, span) for span in spans)]


def _string(report: Report, span: Span) -> str:
    """Return the words of a span as written, blanks squeezed."""
    return " ".join(span.of(report.text).split())


TASK = Task(
    name="muc4",
    summary="templates of terrorist incidents",
    published="dateline_date",
    dateline="dateline",
    adapt=adapt,
    write=as_lines,
)
