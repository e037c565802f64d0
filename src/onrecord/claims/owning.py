"""Whether a body owns up to a deed, denies it, or was cleared of it: in its own words or a court's.

Reads the grammar around a name: "the Red Dawn said its fighters had stormed the barracks", "denied
involvement", "was acquitted". A deed is a word that tells an event. What is said under a pronoun or
"the group" counts for the only body named in the sentence before. Who else blames a body is settled
in `onrecord.claims.blame`. Known limits: a claim told over two sentences ("A caller rang. He said
...") is not followed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.claims.scene import Scene
    from onrecord.model import Analysis, Sentence, Span, Token

BODIES = frozenset({EntityKind.ARMED_GROUP, EntityKind.ORGANISATION})
"""Kinds of bodies that a pronoun may stand for which claims a deed."""

PRONOUNS = frozenset({"it", "they", "we"})
"""Pronouns that stand for a body."""

OWNS, DISOWNS, CLEARED = "owns", "disowns", "cleared"

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_RELATIVE = frozenset({"who", "which", "that"})
_OWN = frozenset({"its", "their", "our"})
_FIRM = frozenset({"have", "be", "do"})


@dataclass(frozen=True, slots=True)
class Later:
    """What a body says behind its name, under a pronoun.

    Attributes:
        kind: Whether it owns up to a deed, denies it or was cleared of it.
        span: The pronoun.
    """

    kind: str
    span: Span


def bearing(scene: Scene, span: Span) -> str | None:
    """Return how a body named by a span stands to a deed there; None where nothing is said."""
    lines = _lines(scene, head_of(scene.analysis, span))
    for token in lines:
        found = _of_subject(scene, token) or _of_object(scene, token)
        if found is not None:
            return found
    return None


def head_of(analysis: Analysis, span: Span) -> Token:
    """Return the word that heads the words of a span."""
    sentence = analysis.sentence_at(span)
    inside = [token for token in analysis.tokens_of(sentence) if token.span.overlaps(span)]
    indexes = {token.index for token in inside}
    return next((token for token in inside if token.head not in indexes), inside[-1])


def _lines(scene: Scene, token: Token) -> list[Token]:
    """Return a name's word and those above it that stand for it: "a spokesman for the group"."""
    found = [token]
    while len(found) < _STEPS:
        above = _above(scene, found[-1])
        if above is None or above in found:
            break
        found.append(above)
    return found


_STEPS = 5


def _above(scene: Scene, token: Token) -> Token | None:
    tokens = scene.analysis.tokens
    head = tokens[token.head]
    if token.relation in {"compound", "nmod", "amod", "appos", "conj"} and head.tag[:2] == "NN":
        return head
    speakers = scene.words.claims["owning"]["speakers"]
    if token.relation == "poss" and head.lemma in speakers:
        return head
    if token.relation == "pobj" and head.lemma in {"of", "for", "from"}:
        noun = tokens[head.head]
        return noun if noun.lemma in speakers else None
    return None


def _of_subject(scene: Scene, token: Token) -> str | None:
    """Return what a body says that is the subject of verbs."""
    for verb in _verbs_of(scene.analysis, token):
        found = _told(scene, verb)
        if found is not None:
            return found
    return None


def _verbs_of(analysis: Analysis, token: Token) -> Iterator[Token]:
    """Yield the verbs a word is the subject of, those of its relative clauses among them."""
    if token.relation in _SUBJECTS:
        yield from _joined(analysis, analysis.tokens[token.head])
    for child in _children(analysis, token, "relcl"):
        subjects = _children(analysis, child, *_SUBJECTS)
        if any(one.text.lower() in _RELATIVE for one in subjects):
            yield from _joined(analysis, child)


def _joined(analysis: Analysis, verb: Token) -> Iterator[Token]:
    """Yield a verb and those joined to it that have no subject of their own."""
    yield verb
    for child in _children(analysis, verb, "conj"):
        if not _children(analysis, child, *_SUBJECTS):
            yield from _joined(analysis, child)


def _told(scene: Scene, verb: Token) -> str | None:
    """Return what somebody who is the subject of a verb owns up to or denies by it."""
    words, analysis = scene.words.claims["owning"], scene.analysis
    if _children(analysis, verb, "nsubjpass"):
        return CLEARED if verb.lemma in words["clearing"] and _firm(analysis, verb) else None
    if not _firm(analysis, verb):
        return None
    objects = {child.lemma for child in _children(analysis, verb, "dobj")}
    if verb.lemma in words["denying"] or (
        verb.lemma in words["rejecting"] and objects & {*words["accusations"]}
    ):
        return DISOWNS if not objects or objects & {*words["accusations"], *_ANY} else None
    if verb.lemma in words["claiming"] and (
        objects & {*words["owned"]}
        or (verb.lemma == "claim" and _has_deed(scene, _children(analysis, verb, "dobj")))
    ):
        return OWNS
    if verb.lemma not in {*words["telling"], *words["claiming"]}:
        return None
    found = [
        *(_clause(scene, child) for child in _children(analysis, verb, "ccomp", "parataxis")),
        *(_part(scene, child) for child in _children(analysis, verb, "xcomp", "pcomp")),
    ]
    return next((one for one in found if one is not None), None)


_ANY = frozenset({"it", "that", "this", "them", "any"})


def _firm(analysis: Analysis, verb: Token) -> bool:
    """Say whether a verb is neither negated nor put under a modal."""
    if any(one.text.lower() in {"no", "neither"} for one in _determiners(analysis, verb)):
        return False
    return not _children(analysis, verb, "neg") and all(
        child.lemma in _FIRM for child in _children(analysis, verb, "aux", "auxpass")
    )


def _determiners(analysis: Analysis, verb: Token) -> Iterator[Token]:
    for subject in _children(analysis, verb, *_SUBJECTS):
        yield from _children(analysis, subject, "det", "preconj")


def _clause(scene: Scene, verb: Token) -> str | None:
    """Return what a clause makes of a deed, if it is told of the speaker."""
    analysis = scene.analysis
    subjects = _children(analysis, verb, "nsubj")
    agents = [
        inner
        for child in _children(analysis, verb, "agent")
        for inner in _children(analysis, child, "pobj")
    ]
    return _part(scene, verb) if any(_is_self(scene, one) for one in [*subjects, *agents]) else None


def _is_self(scene: Scene, token: Token) -> bool:
    """Say whether a word stands for the speaker: "it", "its fighters", "the group"."""
    owned = {child.text.lower() for child in _children(scene.analysis, token, "poss", "det")}
    if token.text.lower() in PRONOUNS or owned & _OWN:
        return True
    return token.lemma in scene.words.claims["owning"]["bodies"] and bool(owned & {"the", "this"})


def _part(scene: Scene, verb: Token) -> str | None:
    """Return what a clause about the speaker makes of its part in a deed."""
    words, analysis = scene.words.claims["owning"], scene.analysis
    helpers = {child.lemma for child in _children(analysis, verb, "aux", "auxpass")}
    if not helpers <= {*_FIRM, "to"}:
        return None
    objects = _children(analysis, verb, "dobj", "attr")
    nothing = any(
        one.lemma == "nothing"
        or {"no"} & {child.lemma for child in _children(analysis, one, "det")}
        for one in objects
    )
    negated = bool(_children(analysis, verb, "neg")) or nothing
    if not _deed(scene, verb) and not _part_in(scene, verb, objects):
        return None
    if negated:
        return DISOWNS
    return None if any(one.lemma in words["parts"] for one in objects) else OWNS


def _part_in(scene: Scene, verb: Token, objects: list[Token]) -> bool:
    """Say whether a clause is about having a part in it: "was behind", "had a hand in"."""
    words = scene.words.claims["owning"]
    beside = _children(scene.analysis, verb, "prep", "acomp", "advmod", "attr", "oprd")
    if verb.lemma == "be":
        return any(one.lemma in words["involved"] for one in beside)
    return verb.lemma in words["involved"] or (
        verb.lemma in {"have", "play", "take"}
        and any(one.lemma in words["parts"] for one in objects)
    )


def _deed(scene: Scene, verb: Token) -> bool:
    """Say whether a verb tells a deed, or, with what hangs on it, that one was carried out."""
    if verb.index in _deeds(scene):
        return True
    if verb.lemma not in scene.words.claims["owning"]["carrying"]:
        return False
    return _has_deed(scene, _children(scene.analysis, verb, "dobj", "nsubjpass", "prep"))


def _has_deed(scene: Scene, tokens: list[Token]) -> bool:
    deeds = _deeds(scene)
    return any(index in deeds for token in tokens for index in scene.analysis.subtree(token.index))


def _deeds(scene: Scene) -> frozenset[int]:
    """Return the words that tell what an attacker does."""
    return frozenset(
        event.trigger
        for event in scene.mentions.events
        if scene.words.classes[event.code] == "incident" or event.effect == "injured"
    )


def _of_object(scene: Scene, token: Token) -> str | None:
    """Return what is told of a body that a verb or a noun governs."""
    analysis = scene.analysis
    head = analysis.tokens[token.head]
    match token.relation, head.lemma:
        case "poss", _ if _is_claim(scene, head):
            return OWNS
        case "dobj", verb if verb in scene.words.claims["owning"]["clearing"]:
            return CLEARED if _firm(analysis, head) else None
        case "pobj", "by" | "from":
            return _of_agent(scene, head)
    return None


def _of_agent(scene: Scene, preposition: Token) -> str | None:
    """Return what is told of a body behind "by" or "from"."""
    words, analysis = scene.words.claims["owning"], scene.analysis
    above = analysis.tokens[preposition.head]
    nouns = [above, *_children(analysis, above, "nsubj")]
    if any(_is_claim(scene, one) for one in nouns):
        return OWNS
    if preposition.lemma == "from" or above.tag[:2] != "VB" or not _firm(analysis, above):
        return None
    if above.lemma in words["denying"]:
        return DISOWNS
    owned = _children(analysis, above, "nsubjpass")
    owns = above.lemma in words["claiming"] and any(one.lemma in words["owned"] for one in owned)
    deed = above.lemma == "claim" and (not owned or _has_deed(scene, owned))
    return OWNS if owns or deed else None


def _is_claim(scene: Scene, token: Token) -> bool:
    """Say whether a noun is a claim of responsibility that was made."""
    analysis, words = scene.analysis, scene.words.claims["owning"]
    if token.lemma not in words["claims"]:
        return False
    if any(one.lemma == "no" for one in _children(analysis, token, "det")):
        return False
    return any(
        inner.lemma in words["owned"]
        for child in _children(analysis, token, "prep")
        for inner in _children(analysis, child, "pobj")
    )


def bearing_later(scene: Scene, span: Span) -> Later | None:
    """Return what is said under a pronoun behind a name, where it is the only body named."""
    analysis = scene.analysis
    here = scene.sentence(span)
    # Sentences are counted from 1.
    for sentence in analysis.sentences[here.number - 1 : here.number + 1]:
        for token in analysis.tokens_of(sentence):
            if token.span.start < span.end or not _stands_for_body(scene, token):
                continue
            found = _of_subject(scene, token)
            if found is not None:
                only = _is_only_body(scene, span, here, token)
                return Later(kind=found, span=token.span) if only else None
    return None


def _stands_for_body(scene: Scene, token: Token) -> bool:
    """Say whether a word is the subject of a verb and stands for a body named before."""
    return (
        token.relation in _SUBJECTS
        and _is_self(scene, token)
        and not _children(scene.analysis, token, "poss")
    )


def _is_only_body(scene: Scene, span: Span, sentence: Sentence, pronoun: Token) -> bool:
    """Say whether no other body is named from the sentence of a name on to a pronoun."""
    start, end = sentence.span.start, pronoun.span.start
    mine = {one.entity for one in scene.mentions.entities if one.span.overlaps(span)}
    known = [one for one in scene.mentions.entities if start <= one.span.start < end]
    if any(
        one.entity.kind in BODIES and one.entity.named and one.entity not in mine for one in known
    ):
        return False
    return not any(
        start <= token.span.start < end
        and token.tag[:3] == "NNP"
        and _is_party(scene.analysis, token)
        and not token.span.overlaps(span)
        and not any(one.span.overlaps(token.span) for one in known)
        for token in scene.analysis.tokens_of(sentence)
    )


def _is_party(analysis: Analysis, token: Token) -> bool:
    """Say whether a name stands where those who act or are acted upon do, not places."""
    above = analysis.tokens[token.head]
    against = token.relation == "pobj" and above.lemma in {"with", "against", "by", "between"}
    return against or token.relation in {"nsubj", "nsubjpass", "dobj", "conj"}


def _children(analysis: Analysis, token: Token, *relations: str) -> list[Token]:
    return [
        analysis.tokens[child]
        for child in token.children
        if analysis.tokens[child].relation in relations
    ]
