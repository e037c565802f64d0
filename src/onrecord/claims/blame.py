"""How sure it is who did it: whose voice names an organisation, and in which words.

MUC-4's scale (`blame` in `resources/incident-types.toml`): told as fact, claimed by the body
itself, accused by somebody, by authorities, only named as possible, or acquitted. What the report
tells in nobody's voice and without a hedge is told as fact; that is the report's doing, and no
finding of ours. What a body denies is neither: it stands accused, by whoever tells it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.claims.owning import CLEARED, DISOWNS, OWNS, bearing, bearing_later, head_of
from onrecord.model import Certainty, SourceClass, Stance

if TYPE_CHECKING:
    from onrecord.claims.scene import Scene
    from onrecord.model import Analysis, Attribution, Claim, Filler, Span

FACT, CLAIMED, ACCUSED, BY_AUTHORITIES, POSSIBLE, ACQUITTED = (
    "fact",
    "claimed",
    "accused",
    "accused_by_authorities",
    "possible",
    "acquitted",
)

SLOTS = {
    CLAIMED: "responsibility",
    ACCUSED: "accused",
    BY_AUTHORITIES: "accused",
    POSSIBLE: "accused",
    ACQUITTED: "accused",
    FACT: "attacker",
}
"""The slot a blamed body stands under; what is only possible, and who was
acquitted, is marked so on the claim."""

# A mention in which a body denies it: no blame by itself.
_DENIED = "denied"

AUTHORITIES = frozenset({SourceClass.OFFICIAL, SourceClass.SECURITY_FORCE})
"""Voices that accuse in the name of the state."""


def blame(scene: Scene, filler: Filler) -> tuple[str, Attribution | None, Span]:
    """Return how an organisation is blamed, by whom, and the words it is named by there.

    The strongest of its mentions counts: a claim of its own, then that it was acquitted, then an
    accusation, then what is told as fact, then what is only possible.
    """
    found = [(*_of_mention(scene, span), span) for span in filler.mentions]
    denied = any(said == _DENIED for said, _, _ in found)
    for kind in (CLAIMED, ACQUITTED, BY_AUTHORITIES, ACCUSED, FACT):
        for said, attribution, span in found:
            if said == kind:
                blamed = _accused(attribution) if denied and kind == FACT else kind
                return blamed, attribution, span
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
    if claim.negated and claim.stance is not Stance.DENIES:
        return ACQUITTED
    return _accused(claim.attribution)


def _of_mention(scene: Scene, span: Span) -> tuple[str, Attribution | None]:
    bears, own = bearing(scene, span), _claim_of(scene, span)
    voice = scene.voices.of_span(span)
    if bears == OWNS or (own is not None and bears != DISOWNS):
        return CLAIMED, own or _voice_at(scene, span)
    if bears == CLEARED:
        return ACQUITTED, voice
    later = bearing_later(scene, span)
    if later is not None and later.kind == OWNS:
        return CLAIMED, _voice_at(scene, later.span)
    said = _said(scene, span, voice)
    if bears == DISOWNS and said in {FACT, POSSIBLE}:
        return _DENIED, voice
    # Who denies what is told of him has been blamed for it, and no more.
    return (_accused(voice) if later is not None and said == FACT else said), voice


def _said(scene: Scene, span: Span, voice: Attribution | None) -> str:
    """Return how a voice that does not speak for itself blames a body named by a span."""
    hedged = _hedge(scene, span)
    if hedged == "accused" or (voice is not None and _suspects(voice)):
        return _accused(voice)
    unsure = voice is not None and (
        voice.negated or voice.certainty in {Certainty.UNKNOWN, Certainty.POSSIBLE}
    )
    return POSSIBLE if unsure or hedged == "possible" or _denies(scene, span) else FACT


def _suspects(voice: Attribution) -> bool:
    """Say whether a voice accuses; "are thought to" does, whoever thinks so."""
    if voice.stance is Stance.ACCUSES:
        return True
    return not voice.source and voice.certainty is Certainty.PROBABLE


def _accused(voice: Attribution | None) -> str:
    official = voice is not None and voice.source_class in AUTHORITIES
    return BY_AUTHORITIES if official else ACCUSED


def _claim_of(scene: Scene, span: Span) -> Attribution | None:
    """Return the claim of responsibility whose source is named by a span."""
    for attribution in scene.mentions.attributions:
        if attribution.stance is Stance.CLAIMS_RESPONSIBILITY and any(
            part.overlaps(span) for part in attribution.source
        ):
            return attribution
    return None


def _voice_at(scene: Scene, span: Span) -> Attribution | None:
    """Return the attribution whose source is named by a span; None if there is none."""
    return next(
        (
            attribution
            for attribution in scene.mentions.attributions
            if any(part.overlaps(span) for part in attribution.source)
        ),
        None,
    )


def _denies(scene: Scene, span: Span) -> bool:
    """Say whether a body named by a span denies something there: it is blamed by somebody else."""
    return any(
        attribution.stance is Stance.DENIES
        and any(part.overlaps(span) for part in attribution.source)
        for attribution in scene.mentions.attributions
    )


def _hedge(scene: Scene, span: Span) -> str | None:
    """Return what the words around a name make of the blame.

    Words of blame are looked for near it, words of doubt only on what it hangs on: "the Red Dawn,
    which may run for parliament, bombed a bank" doubts nothing.
    """
    words = scene.words.claims["blame"]
    if _near(scene, span) & {*words["accused"]}:
        return "accused"
    doubted = _above(scene.analysis, span) & {*words["possible"]}
    return "possible" if doubted or _of_other_times(scene, span) else None


# Words of blame stand this near: "attributed to the", "blamed the bombing on the".
_REACH = 12


def _near(scene: Scene, span: Span) -> frozenset[str]:
    """Return the lemmas of a sentence before and behind a name."""
    tokens = scene.analysis.tokens_of(scene.sentence(span))
    at = next((place for place, token in enumerate(tokens) if token.span.end > span.start), 0)
    return frozenset(token.lemma for token in tokens[max(0, at - _REACH) : at + _REACH])


# What hangs on a word and can put doubt on it; and clauses whose doubts end with them.
_DOUBTING = frozenset("aux advmod acomp attr amod oprd nsubj".split())
_CLAUSES = frozenset({"relcl", "acl", "advcl"})


def _above(analysis: Analysis, span: Span) -> frozenset[str]:
    """Return the lemmas of the words a name hangs on, and of what hangs on those."""
    token = head_of(analysis, span)
    found: set[str] = set()
    while True:
        found |= {
            analysis.tokens[child].lemma
            for child in token.children
            if analysis.tokens[child].relation in _DOUBTING
        }
        if token.head == token.index or token.relation in _CLAUSES:
            return frozenset(found)
        token = analysis.tokens[token.head]
        found.add(token.lemma)


def _of_other_times(scene: Scene, span: Span) -> bool:
    """Say whether a body is named for what it did before: "has carried out similar attacks"."""
    tokens = scene.analysis.tokens
    name = head_of(scene.analysis, span)
    if name.relation != "nsubj":
        return False
    beside = [tokens[child] for child in tokens[name.head].children]
    deeper = [tokens[child] for one in beside if one.relation == "dobj" for child in one.children]
    words = {*scene.words.claims["blame"]["elsewhere"]}
    return any(
        one.lemma in words and one.relation in {"advmod", "acomp", "amod"}
        for one in (*beside, *deeper)
    )
