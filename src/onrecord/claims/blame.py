"""How sure it is who did it: whose voice names an organisation, and in which words.

MUC-4's scale (`blame` in `resources/incident-types.toml`): told as fact, claimed by the body
itself, accused by somebody, by authorities, or only named as possible. What the report tells in
nobody's voice and without a hedge is told as fact; that is the report's doing, and no finding of
ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Certainty, SourceClass, Stance

if TYPE_CHECKING:
    from onrecord.claims.scene import Scene
    from onrecord.model import Attribution, Claim, Filler, Sentence, Span

FACT, CLAIMED, ACCUSED, BY_AUTHORITIES, POSSIBLE = (
    "fact",
    "claimed",
    "accused",
    "accused_by_authorities",
    "possible",
)

SLOTS = {
    CLAIMED: "responsibility",
    ACCUSED: "accused",
    BY_AUTHORITIES: "accused",
    POSSIBLE: "accused",
    FACT: "attacker",
}
"""The slot a blamed body stands under; what is only possible is marked so on the claim."""

_AUTHORITIES = frozenset({SourceClass.OFFICIAL, SourceClass.SECURITY_FORCE})


def blame(scene: Scene, filler: Filler) -> tuple[str, Attribution | None, Span]:
    """Return how an organisation is blamed, by whom, and the words it is named by there.

    The strongest of its mentions counts: a claim of its own, then an accusation, then what is told
    as fact, then what is only possible.
    """
    found = [(*_of_mention(scene, span), span) for span in filler.mentions]
    for kind in (CLAIMED, BY_AUTHORITIES, ACCUSED, FACT):
        for said, attribution, span in found:
            if said == kind:
                return kind, attribution, span
    return POSSIBLE, found[0][1], found[0][2]


def blame_of(claim: Claim) -> str | None:
    """Return how sure the blame is that a claim tells; None where it tells of none."""
    if claim.slot == SLOTS[CLAIMED]:
        return CLAIMED
    if claim.slot == SLOTS[FACT]:
        return FACT
    if claim.slot != SLOTS[ACCUSED]:
        return None
    if claim.certainty is Certainty.POSSIBLE:
        return POSSIBLE
    return ACCUSED if claim.attribution is None else _accused(claim.attribution)


def _of_mention(scene: Scene, span: Span) -> tuple[str, Attribution | None]:
    own = _claim_of(scene, span)
    if own is not None:
        return CLAIMED, own
    voice = scene.voices.of_span(span)
    return _said(scene, span, voice), voice


def _said(scene: Scene, span: Span, voice: Attribution | None) -> str:
    """Return how a voice that does not speak for itself blames a body named by a span."""
    hedged = _hedge(scene, span)
    if hedged == "accused" or (voice is not None and voice.stance is Stance.ACCUSES):
        return ACCUSED if voice is None else _accused(voice)
    unsure = voice is not None and (
        voice.negated or voice.certainty in {Certainty.UNKNOWN, Certainty.POSSIBLE}
    )
    return POSSIBLE if unsure or hedged == "possible" or _denies(scene, span) else FACT


def _accused(voice: Attribution) -> str:
    return BY_AUTHORITIES if voice.source_class in _AUTHORITIES else ACCUSED


def _claim_of(scene: Scene, span: Span) -> Attribution | None:
    """Return the claim of responsibility whose source is named by a span."""
    for attribution in scene.mentions.attributions:
        if attribution.stance is Stance.CLAIMS_RESPONSIBILITY and any(
            part.overlaps(span) for part in attribution.source
        ):
            return attribution
    return None


def _denies(scene: Scene, span: Span) -> bool:
    """Say whether a body named by a span denies something there: it is blamed by somebody else."""
    return any(
        attribution.stance is Stance.DENIES
        and any(part.overlaps(span) for part in attribution.source)
        for attribution in scene.mentions.attributions
    )


def _hedge(scene: Scene, span: Span) -> str | None:
    """Return what the words of its sentence before and behind a name make of the blame."""
    sentence = scene.sentence(span)
    words = _lemmas(scene, sentence, span)
    for kind in ("accused", "possible"):
        if words & frozenset(scene.words.claims["blame"][kind]):
            return kind
    return None


# Words of blame stand this near: "attributed to the", "blamed the bombing on the".
_REACH = 12


def _lemmas(scene: Scene, sentence: Sentence, span: Span) -> frozenset[str]:
    tokens = scene.analysis.tokens_of(sentence)
    at = next((place for place, token in enumerate(tokens) if token.span.end > span.start), 0)
    return frozenset(token.lemma for token in tokens[max(0, at - _REACH) : at + _REACH])
