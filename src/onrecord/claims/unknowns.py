"""What nobody knows, or nobody would say, and who was asked: the desk's call sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.claims.clauses import squeezed, unknown_words
from onrecord.model import (
    NON_ANSWERS,
    Attribution,
    Claim,
    Question,
    Stance,
    a_claim,
    hull,
)

if TYPE_CHECKING:
    from onrecord.claims.scene import Scene


def claims(scene: Scene) -> tuple[Claim, ...]:
    """Return the open questions of the report, one for each non-answer that says what it is about.

    One who declined to comment and says in the same breath what is being checked has left one
    question open, not two.
    """
    found = []
    for attribution in scene.mentions.attributions:
        if attribution.stance not in NON_ANSWERS:
            continue
        asked = _asked(scene, attribution)
        if asked is not None:
            found.append(_question(scene, attribution, asked))
    return tuple(found)


def _asked(scene: Scene, attribution: Attribution) -> str | None:
    """Return what is not known, in the report's words; None where the words name nothing."""
    if attribution.content:
        return unknown_words(scene, attribution)
    if attribution.stance is Stance.GIVES_NO_MORE:
        return _said_before(scene, attribution)
    return None


def _said_before(scene: Scene, attribution: Attribution) -> str | None:
    """Return what a source that gives no more details did say, in the same sentence."""
    sentence = scene.sentence(attribution.span)
    for other in scene.mentions.attributions:
        if (
            other is not attribution
            and other.content
            and other.stance not in NON_ANSWERS
            and other.source_name == attribution.source_name
            and sentence.span.covers(other.cue[0] if other.cue else other.span)
        ):
            words = squeezed(" ".join(part.of(scene.analysis.text) for part in other.content))
            return f"more than that {words.removeprefix('that ')}"
    return "more details"


def _question(scene: Scene, attribution: Attribution, asked: str) -> Claim:
    return a_claim(
        report_id=scene.report.report_id,
        slot="unknown",
        value=Question(asked=asked, of_whom=attribution.source_name),
        evidence=hull([*attribution.source, *attribution.cue, *attribution.content]),
        attribution=attribution,
        read_by=scene.words.read_by,
    )
