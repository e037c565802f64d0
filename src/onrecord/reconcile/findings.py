"""Claims that claim the same, joined into findings with all their voices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import (
    Bearing,
    Citation,
    Claim,
    Code,
    EntityRef,
    Figure,
    Finding,
    PlaceRef,
    Question,
    Reading,
    Report,
    Span,
    Voice,
    Wording,
    canonical,
)
from onrecord.reconcile.moments import joined_times

if TYPE_CHECKING:
    from collections.abc import Sequence


def findings(
    report: Report, reading: Reading, claims: Sequence[Claim], slots: Sequence[str]
) -> tuple[Finding, ...]:
    """Return what claims of one report amount to, in the order of the slots, then of appearance.

    A claim whose slot is not among those asked for is left out.
    """
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in joined_times([one for one in claims if one.slot in slots]):
        groups.setdefault((claim.slot, _key(claim)), []).append(claim)
    found = [finding(report, reading, claims) for claims in groups.values()]
    order = {slot: place for place, slot in enumerate(slots)}
    return tuple(sorted(found, key=lambda one: (order.get(one.slot, len(order)), one.cited)))


def _key(claim: Claim) -> str:
    """Return what two claims of one slot must share to claim the same."""
    value = claim.value
    match value:
        case Code():
            return value.code
        case Figure():
            # "Two more soldiers" are not the two before them; a total may be told again as a count.
            adds = value.bearing is Bearing.MORE
            return canonical([value.low, value.high, _who(value), adds])
        case PlaceRef():
            return f"{value.gazetteer_id}:{value.name.lower()}"
        case EntityRef():
            return f"{value.kind}:{value.name.lower()}"
        case Wording() | Question():
            # Two statements are one only if the same voice says the same words in the same place.
            return claim.claim_id if claim.slot == "statement" else canonical(value).lower()
        case _:
            return canonical(value)


def _who(figure: Figure) -> str:
    """Return whom a figure counts: one country's people, else people of one role, else the words.

    "A French national" and "a Frenchman" are the same one; "two soldiers" and "two troops" too.
    """
    if figure.population is None:
        return figure.unit
    return (
        figure.population.nationality or figure.population.role or figure.population.words.lower()
    )


def finding(report: Report, reading: Reading, claims: list[Claim]) -> Finding:
    """Return the finding that rests on these claims, with the value of the first."""
    return Finding(
        slot=claims[0].slot,
        value=claims[0].value,
        standing=claims[0].standing,
        voices=_voices(report, reading, claims),
        cited=_cited(reading, [claim.evidence for claim in claims]),
        relied_on=tuple(claim.claim_id for claim in claims),
    )


def _voices(report: Report, reading: Reading, claims: list[Claim]) -> tuple[Voice, ...]:
    by_voice: dict[str, list[Claim]] = {}
    for claim in claims:
        by_voice.setdefault(
            canonical([_chain(claim), claim.stance, claim.certainty, claim.negated]), []
        ).append(claim)
    return tuple(
        Voice(
            chain=_chain(same[0]),
            stance=same[0].stance,
            certainty=same[0].certainty,
            negated=same[0].negated,
            cited=_cited(reading, [claim.evidence for claim in same]),
            note=_vouching(report, same),
        )
        for same in by_voice.values()
    )


def _vouching(report: Report, claims: list[Claim]) -> str | None:
    """Return the words by which the report vouches for a source, if it does in any of these."""
    for claim in claims:
        if claim.attribution is not None and claim.attribution.vouching is not None:
            return " ".join(claim.attribution.vouching.of(report.text).split())
    return None


def _chain(claim: Claim) -> tuple[str, ...]:
    if claim.attribution is None:
        return ()
    return tuple(link.source_name for link in claim.attribution.chain() if link.source_name)


def _cited(reading: Reading, evidence: Sequence[Span]) -> tuple[Citation, ...]:
    """Return the sentences that these words stand in."""
    return tuple(
        Citation(0, number)
        for number, sentence in enumerate(reading.sentences, start=1)
        if any(sentence.overlaps(span) for span in evidence)
    )
