"""What a source does by its words, and how firmly it commits itself to them.

Certainty follows FactBank: the cue sets it ("said", "believes"), and a hedge on the verb that heads
the content lowers it ("may have fled", "is likely dead"). A hedge deeper inside is none of this
source's: "said the suspect, who may be armed, had fled" stays certain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.attribution.clauses import children, is_negated, joined
from onrecord.extract.attribution.sources import voice_of
from onrecord.model import Certainty, SourceClass, Stance

if TYPE_CHECKING:
    from onrecord.extract.attribution.drafts import Range, Speaker
    from onrecord.extract.attribution.lexicon import CueKind, CueLexicon
    from onrecord.extract.attribution.pages import Page
    from onrecord.model import Analysis, Token

_OWN = frozenset({"its", "their", "our", "his", "her"})
_WEAKER = (Certainty.UNKNOWN, Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.CERTAIN)


def stance_of(
    page: Page, token: Token, kind: CueKind, *, parts: tuple[Range, ...], speaker: Speaker
) -> tuple[Stance, Certainty, bool]:
    """Return stance, certainty and negation of what a source says."""
    analysis = page.analysis
    if claims_responsibility(page, token, speaker):
        return Stance.CLAIMS_RESPONSIBILITY, Certainty.CERTAIN, False
    if is_negated(analysis, token.index):
        # "Did not say that" leaves the content open; "did not deny" does not affirm it.
        answers = {Stance.CONFIRMS, Stance.DENIES}
        stance = Stance.ASSERTS if kind.stance in answers else kind.stance
        return stance, Certainty.UNKNOWN, False
    certainty = kind.certainty
    if kind.frame in {"clause", "clause-or-noun"}:
        certainty = weaker(certainty, _hedge(page, token, parts))
    return kind.stance, certainty, kind.stance is Stance.DENIES


def weaker(one: Certainty, other: Certainty) -> Certainty:
    """Return the weaker of two degrees of certainty."""
    return min(one, other, key=_WEAKER.index)


def certainty_beside(
    analysis: Analysis, parts: tuple[Range, ...], lexicon: CueLexicon
) -> Certainty:
    """Return how certain a content is whose cue is no verb above it: "according to"."""
    heads = [
        index
        for first, last in parts
        for index in range(first, last)
        if analysis.tokens[index].relation in {"ROOT", "ccomp"}
        and analysis.tokens[index].tag[:2] in {"VB", "MD"}
    ]
    return _hedge_on(analysis, heads[0], lexicon) if heads else Certainty.CERTAIN


def _hedge(page: Page, token: Token, parts: tuple[Range, ...]) -> Certainty:
    """Return how certain the verbs that head a content leave it: the weakest hedge among them."""
    analysis = page.analysis
    heads = [
        verb
        for child in children(analysis, token.index, "ccomp", "parataxis")
        if analysis.tokens[child].relation == "ccomp" or child < token.index
        for verb in joined(analysis, child)
    ]
    if not heads and token.relation == "parataxis":
        heads = [token.head]
    if not heads:
        heads = [
            index
            for first, last in parts[:1]
            for index in range(first, last)
            if analysis.tokens[index].relation in {"ROOT", "ccomp"}
        ][:1]
    found = [_hedge_on(analysis, head, page.lexicon) for head in heads]
    # Of several joined statements one hedged does not make the others doubtful.
    return max(found, key=_WEAKER.index, default=Certainty.CERTAIN)


def _hedge_on(analysis: Analysis, verb: int, lexicon: CueLexicon) -> Certainty:
    words = lexicon.words
    token = analysis.tokens[verb]
    lemmas = {
        analysis.tokens[child].lemma
        for child in children(analysis, verb, "aux", "advmod", "acomp", "oprd")
    }
    lemmas |= {
        analysis.tokens[inner].lemma
        for child in children(analysis, verb, "acomp", "attr", "advmod")
        for inner in analysis.tokens[child].children
    }
    if token.tag != "VBN" or not children(analysis, verb, "auxpass"):
        lemmas |= {token.lemma} & (words["certainty.possible_verbs"])
        lemmas |= {token.lemma} & (words["certainty.probable_verbs"])
    else:
        lemmas |= {token.lemma} & words["certainty.passives"]
    if "could" in lemmas and token.lemma in words["certainty.perception"]:
        lemmas.discard("could")
    if lemmas & (words["certainty.possible"] | words["certainty.possible_verbs"]):
        return Certainty.POSSIBLE
    if lemmas & (words["certainty.probable"] | words["certainty.probable_verbs"]):
        return Certainty.PROBABLE
    return Certainty.PROBABLE if lemmas & words["certainty.passives"] else Certainty.CERTAIN


def claims_responsibility(page: Page, token: Token, speaker: Speaker) -> bool:
    """Say whether a cue claims a deed: "claimed responsibility", "said it had carried out"."""
    analysis, words = page.analysis, page.lexicon.words
    if is_negated(analysis, token.index):
        return False
    if token.lemma in words["responsibility.verbs"]:
        objects = {
            analysis.tokens[child].lemma for child in children(analysis, token.index, "dobj")
        }
        if objects & words["responsibility.nouns"]:
            return True
        if token.lemma == "claim" and objects & words["responsibility.attacks"]:
            return True
    if token.lemma not in words["responsibility.telling"]:
        return False
    deeds = _deeds_of(page, speaker)
    return any(
        _own_deed(analysis, clause, deeds, page.lexicon)
        for clause in children(analysis, token.index, "ccomp")
    )


def _own_deed(analysis: Analysis, clause: int, deeds: frozenset[str], lexicon: CueLexicon) -> bool:
    """Say whether a clause tells a deed the source says it has done itself."""
    own = [analysis.tokens[child] for child in children(analysis, clause, "nsubj")]
    if not own or is_negated(analysis, clause):
        return False
    troop = own[0].lemma in lexicon.words["responsibility.troops"]
    if not _is_self(analysis, own[0]) and not (troop and deeds):
        return False
    deeds = lexicon.words["responsibility.deeds"] if troop else deeds
    helpers = {analysis.tokens[child].lemma for child in children(analysis, clause, "aux")}
    told = analysis.tokens[clause]
    if told.lemma in lexicon.words["responsibility.verbs"]:
        objects = {analysis.tokens[child].lemma for child in children(analysis, clause, "dobj")}
        return bool(objects & lexicon.words["responsibility.nouns"])
    if helpers & {"would", "will", "could", "may", "might", "can", "should"} or told.tag == "VBG":
        # What it threatens or is about to do is not done; holding somebody is.
        return told.lemma == "hold" and "hold" in deeds and not helpers & {"would", "will", "could"}
    acts = {told.lemma} | {
        analysis.tokens[child].lemma for child in children(analysis, clause, "prep", "advmod")
    }
    return bool(acts & deeds)


def _is_self(analysis: Analysis, token: Token) -> bool:
    """Say whether a subject is the source itself: "it", "its fighters"."""
    owned = {analysis.tokens[child].text.lower() for child in token.children}
    return token.text.lower() in {"it", "they", "we"} or bool(owned & _OWN)


def _deeds_of(page: Page, speaker: Speaker) -> frozenset[str]:
    """Return the deeds by whose telling a source claims responsibility.

    A force of a state that says it killed somebody reports; an armed group claims.
    """
    kind = voice_of(page.analysis, speaker, page.lexicon).kind
    if kind is SourceClass.ARMED_GROUP:
        return page.lexicon.words["responsibility.deeds"]
    if kind in {None, SourceClass.DOCUMENT, SourceClass.PERSON, SourceClass.OTHER}:
        return page.lexicon.words["responsibility.sure_deeds"]
    return frozenset()
