"""Figures that are part of another of their slot: "13 people, including five gendarmes".

Beside its total, a part looks like more people. The finding of one that stands in the sentence of
its total says what it is part of, in the words of the report. A figure that any voice tells by
itself is left as it is, and so is one of another nation than its total.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.model import Figure, Finding, Span
from onrecord.reconcile.counts import sentence_of
from onrecord.reconcile.people import are_of_two_nations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Claim, Reading, Report


def with_totals(
    report: Report, reading: Reading, claims: Sequence[Claim], found: Sequence[Finding]
) -> tuple[Finding, ...]:
    """Return findings, those of parts with a note of the words for what they are part of.

    Args:
        report: The report.
        reading: What was read out of it; its mentions tell which figures are parts.
        claims: The claims about the event.
        found: The findings of single figures.
    """
    by_id = {claim.claim_id: claim for claim in claims}
    part_of = {mention.phrase: mention.part_of for mention in reading.mentions.figures}
    wholes = {(claim.slot, claim.evidence): claim.value for claim in claims}

    def note(finding: Finding) -> str | None:
        own = [by_id[one] for one in finding.relied_on if one in by_id]
        totals = [part_of.get(claim.evidence) for claim in own]
        spans = [span for span in totals if span is not None]
        if len(spans) < len(totals) or not spans:
            return finding.note
        if not all(_holds(wholes.get((finding.slot, span)), finding) for span in spans):
            return finding.note
        # Across sentences, "five of them" may be of others than those counted last.
        if any(
            sentence_of(reading, span) != sentence_of(reading, claim.evidence)
            for span, claim in zip(spans, own, strict=True)
        ):
            return finding.note
        return f"part of “{_words(report, spans[0])}”"

    return tuple(replace(finding, note=note(finding)) for finding in found)


def _holds(whole: object, finding: Finding) -> bool:
    """Say whether the figure of a whole may hold that of a finding."""
    part = finding.value
    if not isinstance(whole, Figure) or not isinstance(part, Figure):
        return False
    return not are_of_two_nations(part, whole)


def _words(report: Report, span: Span) -> str:
    return " ".join(span.of(report.text).split())
