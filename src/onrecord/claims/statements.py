"""Who has said what: every voice of the report, with what it does and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.claims.clauses import squeezed, unknown_words
from onrecord.model import Attribution, Claim, Stance, Wording, a_claim, hull

if TYPE_CHECKING:
    from onrecord.claims.scene import Scene


def claims(scene: Scene) -> tuple[Claim, ...]:
    """Return the statements of all who are named as sources.

    One who only relays another's words is named in that other's chain, and not again.
    """
    attributions = scene.mentions.attributions
    relayers = {id(link) for attribution in attributions for link in attribution.chain()[1:]}
    relaying = {attribution for attribution in attributions if attribution.within is not None}
    outer = {attribution.within for attribution in relaying}
    found = []
    for attribution in attributions:
        relays = attribution.stance is Stance.RELAYS and (
            id(attribution) in relayers or attribution in outer
        )
        if attribution.source and not relays:
            found.append(_statement(scene, attribution))
    return tuple(found)


def _statement(scene: Scene, attribution: Attribution) -> Claim:
    text = scene.analysis.text
    words = " ... ".join(squeezed(part.of(text)) for part in attribution.content)
    if attribution.stance is Stance.DOES_NOT_KNOW:
        words = unknown_words(scene, attribution)
    return a_claim(
        report_id=scene.report.report_id,
        slot="statement",
        value=Wording(text=words),
        evidence=hull([*attribution.source, *attribution.cue, *attribution.content]),
        attribution=attribution,
        read_by=scene.words.read_by,
    )
