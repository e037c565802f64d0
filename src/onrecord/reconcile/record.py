"""The records of the events one report tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import (
    CitedSentence,
    Claim,
    Code,
    Finding,
    IncidentId,
    IncidentRecord,
    PlaceRef,
    Query,
    Reading,
    Report,
    ReportSummary,
    Standing,
    digest,
)
from onrecord.reconcile.apart import events
from onrecord.reconcile.findings import findings
from onrecord.reconcile.parts import with_totals
from onrecord.reconcile.sums import summed

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLACED = frozenset({"place", "facility", "sub_place", "within"})
_BLAMED = frozenset({"attacker", "responsibility", "accused", "commander"})

# More kinds than this in a title make it a list.
_TITLE_KINDS = 3


def compile_records(
    report: Report,
    reading: Reading,
    *,
    queries: Sequence[Query],
    slots: Sequence[str],
) -> tuple[IncidentRecord, ...]:
    """Compile a record for each event one report tells of, in the order they are told.

    Args:
        report: The report.
        reading: What was read out of it.
        queries: What desk checks found in it; they stand in the first record.
        slots: The slots of the incident schema, in the order of a brief.

    Returns:
        The records, at least one; one without an `incident_id` where the report tells of no
        security incident.
    """
    found = [_facts(report, reading, event.claims, slots) for event in events(reading)]
    titles = [_title(report, facts) for facts in found]
    summary = _summary(report, reading)
    return tuple(
        IncidentRecord(
            incident_id=IncidentId(f"inc-{digest([reading.report_id, number])[:8]}")
            if _types(facts)
            else None,
            title=titles[number],
            as_of=None,
            findings=facts,
            queries=tuple(queries) if number == 0 else (),
            reports=(summary,),
            others=tuple(title for place, title in enumerate(titles) if place != number),
            kit=reading.kit,
        )
        for number, facts in enumerate(found)
    )


def _facts(
    report: Report, reading: Reading, claims: Sequence[Claim], slots: Sequence[str]
) -> tuple[Finding, ...]:
    """Return the findings of an event; what figures add up to stands behind those of its slot."""
    shown = _shown(claims)
    found = with_totals(report, reading, shown, findings(report, reading, shown, slots))
    sums = [one for one in summed(report, reading, shown, found) if one.slot in slots]
    order = {slot: place for place, slot in enumerate(slots)}
    return tuple(sorted((*found, *sums), key=lambda one: order[one.slot]))


def _shown(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims of an event without those of single incidents that only say less.

    When and where the event was is read from its words as a whole; what was worked out for one of
    its incidents by itself stands where that found nothing.
    """
    told = {claim.slot for claim in claims if claim.incident is None}
    placed = bool(told & _PLACED)
    attackers = [
        claim.evidence for claim in claims if claim.incident is None and claim.slot in _BLAMED
    ]
    return tuple(
        claim
        for claim in claims
        if claim.incident is None
        or not (
            (claim.slot == "when" and "when" in told)
            or (claim.slot in _PLACED and placed)
            or (claim.slot in _BLAMED and any(claim.evidence.overlaps(span) for span in attackers))
        )
    )


def _types(found: Sequence[Finding]) -> list[Code]:
    """Return the types of an event; none where it is no incident."""
    return [
        finding.value
        for finding in found
        if finding.slot == "type"
        and finding.standing is Standing.INCIDENT
        and isinstance(finding.value, Code)
    ]


def _title(report: Report, found: tuple[Finding, ...]) -> str:
    """Return what happened where, when, as far as it is known."""
    kinds = [kind.label for kind in _types(found)]
    if not kinds:
        return "No security incident found"
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
        # What was placed by its words opens with a preposition: "near Mosul", "60 km off Bonny".
        own = place.derived_from == place.name
        preposition = "in " if slot == "within" else "" if own else "at "
        parts[0] += f" {preposition}" + ", ".join((place.name, *place.within[-1:]))
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
