"""The record of the incident one report tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import (
    CitedSentence,
    Code,
    Finding,
    IncidentId,
    IncidentRecord,
    PlaceRef,
    Query,
    Reading,
    Report,
    ReportSummary,
    digest,
)
from onrecord.reconcile.findings import findings

if TYPE_CHECKING:
    from collections.abc import Sequence

# More kinds than this in a title make it a list.
_TITLE_KINDS = 3


def compile_record(
    report: Report,
    reading: Reading,
    *,
    queries: Sequence[Query],
    slots: Sequence[str],
) -> IncidentRecord:
    """Compile the record of the incident one report tells of.

    Args:
        report: The report.
        reading: What was read out of it.
        queries: What desk checks found in it.
        slots: The slots of the incident schema, in the order of a brief.

    Returns:
        The record; without an `incident_id` where the report tells of no security incident.
    """
    found = findings(report, reading, slots)
    types = [finding for finding in found if finding.slot == "type"]
    return IncidentRecord(
        incident_id=IncidentId(f"inc-{digest([reading.report_id, 0])[:8]}") if types else None,
        title=_title(report, found) if types else "No security incident found",
        as_of=None,
        findings=found,
        queries=tuple(queries),
        reports=(_summary(report, reading),),
        kit=reading.kit,
    )


def _title(report: Report, found: tuple[Finding, ...]) -> str:
    """Return what happened where, when, as far as it is known."""
    kinds = [finding.value.label for finding in found if isinstance(finding.value, Code)]
    shown = kinds[:_TITLE_KINDS]
    what = ", ".join(shown[:-1]) + " and " + shown[-1] if len(shown) > 1 else shown[0]
    parts = [what[0].upper() + what[1:]]
    found_at = next(
        (
            (slot, finding.value)
            for slot in ("place", "facility", "within")
            for finding in found
            if finding.slot == slot and isinstance(finding.value, PlaceRef)
        ),
        None,
    )
    if found_at is not None:
        slot, place = found_at
        preposition = "in" if slot == "within" else "at"
        parts[0] += f" {preposition} " + ", ".join((place.name, *place.within[-1:]))
    if report.published_on is not None:
        day = report.published_on
        parts.append(f"reported {day.day} {day:%B %Y}")
    return ", ".join(parts)


def _summary(report: Report, reading: Reading) -> ReportSummary:
    return ReportSummary(
        report_id=report.report_id,
        origin=report.origin,
        headline=report.headline,
        published_on=report.published_on,
        dateline=report.dateline,
        dateline_place=_dateline_place(report, reading),
        credits=report.credits,
        sentences=tuple(
            CitedSentence(number=number, span=span, text=" ".join(span.of(report.text).split()))
            for number, span in enumerate(reading.sentences, start=1)
        ),
        warnings=tuple(oddity.message for oddity in reading.warnings),
    )


def _dateline_place(report: Report, reading: Reading) -> str | None:
    if report.dateline is None:
        return None
    for mention in reading.mentions.places:
        if report.dateline.span.overlaps(mention.span) and mention.place.country is not None:
            return ", ".join((mention.place.name, *mention.place.within[-1:]))
    return None
