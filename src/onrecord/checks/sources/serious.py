"""What in a report is so grave that it needs a source: deaths, injuries, claims of responsibility.

Tolls are looked for in the first sentences, where a story tells its news: further down stand deaths
of other days, which everybody knows of. A toll of the very first counts even where the reader of
claims made none of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.checks.sources.voices import entries
from onrecord.model import Attribution, EntityRef, Factuality, Figure, Span, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Claim, Reading, Report

TOLLS = {"killed": "deaths", "injured": "injuries"}
"""The slots of the incident schema that are tolls, and how a message calls them."""

# A story tells its news in so many sentences.
_LEAD = 3
_OPENING = 2

# One death without a claim is an obituary as often as news.
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """Deaths or injuries that a report tells near its top.

    Attributes:
        slot: Which, as a slot of the incident schema.
        span: The words.
        voice: Who gives it; None: the report in its own voice.
    """

    slot: str
    span: Span
    voice: Attribution | None


def tolls(report: Report, reading: Reading) -> tuple[Toll, ...]:
    """Return the tolls near the top of a report, in reading order."""
    if not reading.sentences:
        return ()
    lead = reading.sentences[:_LEAD][-1].end
    found = [
        Toll(slot=claim.slot, span=claim.evidence, voice=claim.attribution)
        for claim in reading.claims
        if claim.slot in TOLLS and _counts(claim) and claim.evidence.end <= lead
    ]
    return tuple(found or _unclaimed(report.text, reading))


def responsibility(reading: Reading) -> tuple[Claim, ...]:
    """Return the claims of responsibility of a report."""
    return tuple(
        claim
        for claim in reading.claims
        if claim.slot == "responsibility"
        and isinstance(claim.value, EntityRef)
        and claim.value.named
        and not claim.negated
        and claim.standing is Standing.INCIDENT
    )


def _counts(claim: Claim) -> bool:
    told = isinstance(claim.value, Figure) and claim.value.high != 0
    return told and not claim.negated and claim.standing is Standing.INCIDENT


def _unclaimed(text: str, reading: Reading) -> Iterator[Toll]:
    """Yield the first people counted near the top beside a word that they were killed or hurt."""
    words = entries()["harmed"]
    for sentence in reading.sentences[:_OPENING]:
        for event in reading.mentions.events:
            happened = event.factuality is Factuality.HAPPENED and sentence.covers(event.span)
            told = event.effect in TOLLS and event.span.of(text).lower() in words
            if not told or event.effect is None or not happened:
                continue
            for mention in reading.mentions.figures:
                figure = mention.figure
                many = figure.unit == "people" and (figure.low or 0) >= _FEWEST
                if many and sentence.covers(mention.span):
                    voice = _voice_of(reading, mention.span)
                    yield Toll(slot=event.effect, span=mention.phrase, voice=voice)
                    return


def _voice_of(reading: Reading, span: Span) -> Attribution | None:
    """Return who says some words; None: the report in its own voice."""
    return next(
        (
            one
            for one in reading.mentions.attributions
            if one.source and any(part.covers(span) for part in one.content)
        ),
        None,
    )
