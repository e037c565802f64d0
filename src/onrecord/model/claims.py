"""What a report claims: one slot, one value, one voice, one place in the text.

All comparing, between sentences as between reports, happens between claims.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from onrecord.model.canonical import digest
from onrecord.model.ids import ClaimId, Provenance, ReportId
from onrecord.model.mentions import Attribution, Certainty, Stance
from onrecord.model.spans import Span
from onrecord.model.values import TimeRef, Value


class Standing(StrEnum):
    """What a claim is to the incident of its report."""

    INCIDENT = "incident"
    """It tells of the incident."""
    CONTEXT = "context"
    """It tells of somebody or something the incident touches (who operates the field)."""
    BACKGROUND = "background"
    """It is told in the story, but is no part of the incident; never counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One slot, one value, one voice, one place in the text.

    Attributes:
        claim_id: Hash of all other fields, so the same words give the same id. Made by `a_claim`.
        report_id: The report it stands in.
        slot: What is claimed, as named in the incident schema ("killed", "place").
        value: The claimed value.
        evidence: The words that carry the claim.
        attribution: Who says it, and who relays that; None: the report says it in its own voice.
        certainty: How firmly that voice commits itself (FactBank levels); ours plays no part.
        negated: That voice says it is not so.
        standing: What the claim is to the incident.
        holds: When it is so in the world; None where the report does not say.
        incident: Which incident of the report it is about, as its number among the incident
            mentions, from 0; None where it is of no single one.
        read_by: Which code read it.
    """

    claim_id: ClaimId
    report_id: ReportId
    slot: str
    value: Value
    evidence: Span
    attribution: Attribution | None
    certainty: Certainty
    negated: bool
    standing: Standing
    holds: TimeRef | None
    incident: int | None
    read_by: Provenance

    @property
    def stance(self) -> Stance:
        """What the voice does; a report's own voice asserts."""
        return Stance.ASSERTS if self.attribution is None else self.attribution.stance


def a_claim(  # noqa: PLR0913 - one parameter for each field of a claim
    *,
    report_id: ReportId,
    slot: str,
    value: Value,
    evidence: Span,
    read_by: Provenance,
    attribution: Attribution | None = None,
    certainty: Certainty | None = None,
    negated: bool | None = None,
    standing: Standing = Standing.INCIDENT,
    holds: TimeRef | None = None,
    incident: int | None = None,
) -> Claim:
    """Make a claim and its id.

    Certainty and negation follow the attribution unless they are given.
    """
    if certainty is None:
        certainty = Certainty.CERTAIN if attribution is None else attribution.certainty
    if negated is None:
        negated = attribution is not None and attribution.negated
    unnamed = Claim(
        claim_id=ClaimId(""),
        report_id=report_id,
        slot=slot,
        value=value,
        evidence=evidence,
        attribution=attribution,
        certainty=certainty,
        negated=negated,
        standing=standing,
        holds=holds,
        incident=incident,
        read_by=read_by,
    )
    return replace(unnamed, claim_id=ClaimId(digest(unnamed)))
