"""What verb or noun governs a counted phrase, and on which side of it the phrase stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from onrecord.model import NOT_TOLD_AS_SO, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.claims.scene import Scene
    from onrecord.model import Analysis, Attribution, FigureMention, Span, Token

# Six steps lead out of any clause of prose; deeper trees are misparses.
_STEPS = 6
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_SELVES = frozenset({"himself", "herself", "themselves"})
_HEDGING = frozenset({"advmod", "prep", "quantmod", "npadvmod", "prt"})
_ADVERBIAL = frozenset({"RB", "IN", "RP", "JJ"})
# Particles that the engine takes for prepositions of what is counted behind them.
_PARTICLES = frozenset({"in", "up", "off"})
_MORE = frozenset({"more", "other"})
_LETTING = frozenset({"let", "help", "make"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


class Side(StrEnum):
    """What those counted are to what governs them."""

    DONE = "done"
    """The verb is done to them."""
    DOES = "does"
    """They do or suffer it."""
    OF = "of"
    """A noun is of them: "the bodies of four men"."""
    WITH = "with"
    """They hang on a verb by "with": "fled with three girls"."""


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that governs a counted phrase.

    Attributes:
        index: Its token.
        side: What those counted are to it.
    """

    index: int
    side: Side


def top_of(scene: Scene, mention: FigureMention) -> int:
    """Return the word of a counted phrase on which its other words hang."""
    tokens = scene.analysis.tokens
    sentence = scene.sentence(mention.phrase)
    inside = [
        token.index
        for token in scene.analysis.tokens_of(sentence)
        if mention.phrase.covers(token.span)
    ]
    outer = [
        index for index in inside if tokens[index].head not in inside or tokens[index].head == index
    ]
    nouns = [index for index in outer if tokens[index].tag[:2] in {"NN", "CD", "PR", "DT", "JJ"}]
    if mention.head in outer:
        return mention.head
    return (nouns or outer or [mention.head])[-1]


def governors(scene: Scene, mention: FigureMention, *, alone: bool = False) -> Iterator[Governor]:
    """Yield what governs a counted phrase: its own clause first, then what tells more of it.

    Args:
        scene: The report.
        mention: The figure.
        alone: What tells more of its noun tells it of the whole it is a part of.
    """
    analysis = scene.analysis
    top = _gathered(scene, _joined_to(analysis, _more(analysis, top_of(scene, mention))))
    yield from _above(analysis, top)
    if alone:
        return
    yield from told_more(analysis, top)
    if mention.head != top:
        yield from told_more(analysis, mention.head)


def _more(analysis: Analysis, top: int) -> int:
    """Return the "more" that a number tells how many there are of: "wounded several more when"."""
    token = analysis.tokens[top]
    head = analysis.tokens[token.head]
    of_more = token.relation in {"amod", "nummod"} and head.lemma in _MORE
    return head.index if of_more and head.index == top + 1 else top


def described_by(scene: Scene, mention: FigureMention) -> Iterator[Governor]:
    """Yield the participles before the noun counted: "30 kidnapped workers"."""
    tokens = scene.analysis.tokens
    for child in tokens[mention.head].children:
        if tokens[child].tag == "VBN" and tokens[child].relation == "amod":
            yield Governor(child, Side.DONE)


def _gathered(scene: Scene, index: int) -> int:
    """Return the noun of the group that a number tells the size of: "a family of five"."""
    tokens = scene.analysis.tokens
    preposition = tokens[tokens[index].head]
    group = tokens[preposition.head]
    if tokens[index].relation != "pobj" or preposition.lemma != "of":
        return index
    listed = scene.words.claims["gathered"]["nouns"]
    return _joined_to(scene.analysis, group.index) if group.lemma in listed else index


def is_presupposed(scene: Scene, index: int, voice: Attribution | None) -> bool:
    """Say whether a voice takes for granted what a word tells: "investigate a raid that hurt 12".

    What tells more of a noun is taken for granted by whoever denies the noun, looks into it or does
    not know of it, unless his own words stand inside that clause ("a man who denied killing 12").
    """
    if voice is None:
        return False
    tokens = scene.analysis.tokens
    for above in (index, *scene.analysis.ancestors(index)[:_STEPS]):
        token = tokens[above]
        if token.relation == "relcl" and _has_relative(scene.analysis, token):
            noun = tokens[token.head]
            return all(cue.start < noun.span.start for cue in voice.cue)
    return False


def is_also_told(scene: Scene, span: Span, told: Attribution | None, deeds: Sequence[Span]) -> bool:
    """Say whether people in the words of a demand are told of all the same.

    "Let four priests go" hands over no words, and of "said, and asked" the first tells them.

    Args:
        scene: The report.
        span: The words in question.
        told: The attribution they stand in.
        deeds: The words that tell what befell people.
    """
    if told is None or told.stance is not Stance.DEMANDS:
        return False
    if any(cue.overlaps(deed) for cue in told.cue for deed in deeds):
        return True
    return any(
        other.source == told.source
        and other.stance not in NOT_TOLD_AS_SO
        and not other.negated
        and any(part.covers(span) for part in other.content)
        for other in scene.mentions.attributions
    )


def _has_relative(analysis: Analysis, verb: Token) -> bool:
    return any(
        analysis.tokens[child].relation in _SUBJECTS and analysis.tokens[child].tag in {"WDT", "WP"}
        for child in verb.children
    )


def _joined_to(analysis: Analysis, index: int) -> int:
    """Return the first of the words that a word is joined to."""
    for _ in range(_STEPS):
        token = analysis.tokens[index]
        head = analysis.tokens[token.head]
        if token.relation not in {"conj", "appos"} or head.tag[:2] == "VB":
            return index
        index = token.head
    return index


def _above(analysis: Analysis, top: int) -> Iterator[Governor]:
    token = analysis.tokens[top]
    head = analysis.tokens[token.head]
    if token.relation in _SUBJECTS and head.relation == "auxpass":
        head = analysis.tokens[head.head]  # the engine hangs "six of them" on "were"
    if token.relation in {"dobj", "dative"}:
        yield Governor(head.index, Side.DONE)
    elif token.relation in _SUBJECTS and _is_let(analysis, head):
        yield Governor(head.head, Side.DONE)
        yield from _as_subject(analysis, head, passive=False)
    elif token.relation in _SUBJECTS and head.tag[:2] == "VB":
        if _is_done_to_self(analysis, head):
            yield Governor(head.index, Side.DONE)
        yield from _as_subject(analysis, head, passive=token.relation == "nsubjpass")
    elif token.relation == "pobj":
        yield from _behind(analysis, head)
    elif token.relation == "conj" and head.tag[:2] == "VB" and token.tag[:2] != "VB":
        yield from _shared(analysis, head, token)
    elif token.relation in _HEDGING and token.tag[:2] in _ADVERBIAL and head.tag[:2] == "VB":
        # The engine hangs "upwards of 900 people" and "over 900 people" on the verb.
        if token.index > head.index:
            yield Governor(head.index, Side.DONE)
        else:
            yield from _as_subject(analysis, head, passive=False)


def _has_let(analysis: Analysis, verb: Token) -> bool:
    return verb.lemma == "go" and analysis.tokens[verb.head].lemma == "let"


def _shared(analysis: Analysis, verb: Token, noun: Token) -> Iterator[Governor]:
    """Yield the verb whose object or subject people join, where the engine hangs them on the verb.

    "Snatched the mayor and three of his guards", "ten were massacred and another eight".
    """
    if _has_verb_behind(analysis, noun):
        return
    objects = [
        child
        for child in verb.children
        if analysis.tokens[child].relation == "dobj" and child < noun.index
    ]
    if objects or _is_passive(analysis, verb):
        yield Governor(verb.index, Side.DONE)
    elif _has(analysis, verb, "nsubj") and not _has(analysis, verb, "dobj"):
        yield Governor(verb.index, Side.DOES)


def _has_verb_behind(analysis: Analysis, noun: Token) -> bool:
    """Say whether a verb follows people before the next mark: they are its subject."""
    for token in analysis.tokens[noun.index + 1 : noun.index + 1 + _STEPS]:
        if token.tag in {",", ".", ":"} or token.text.lower() == "and":
            return False
        if token.tag in {"VBD", "VBZ", "VBP", "MD"}:
            return True
    return False


def _is_let(analysis: Analysis, verb: Token) -> bool:
    """Say whether a verb tells what others are let or helped to do: "let four priests go"."""
    above = analysis.tokens[verb.head]
    return verb.relation == "ccomp" and verb.tag in {"VB", "VBP"} and above.lemma in _LETTING


def _behind(analysis: Analysis, preposition: Token) -> Iterator[Governor]:
    head = analysis.tokens[preposition.head]
    if preposition.lemma == "of" and head.tag[:2] == "NN":
        yield Governor(head.index, Side.OF)
    elif preposition.lemma == "of" and head.relation == "ccomp" and _has_let(analysis, head):
        yield Governor(head.head, Side.DONE)  # "let go of five nurses"
    elif preposition.lemma == "with" and head.tag[:2] == "VB":
        yield Governor(head.index, Side.WITH)
    elif _is_particle(analysis, preposition, head):
        yield Governor(head.index, Side.DONE)  # "hauled in 18 men"


def _is_particle(analysis: Analysis, preposition: Token, verb: Token) -> bool:
    """Say whether a preposition belongs to the verb before it, and a number stands behind it."""
    if preposition.lemma not in _PARTICLES or verb.tag[:2] != "VB":
        return False
    behind = analysis.tokens[preposition.index + 1 : preposition.index + 2]
    return preposition.index == verb.index + 1 and any(token.tag == "CD" for token in behind)


def _as_subject(
    analysis: Analysis, verb: Token, *, passive: bool, depth: int = 0
) -> Iterator[Governor]:
    """Yield a verb and those that share its subject: "were seized and shot", "managed to flee"."""
    passive = passive or _is_passive(analysis, verb)
    yield Governor(verb.index, Side.DONE if passive else Side.DOES)
    if depth > _STEPS:
        return
    for child in verb.children:
        other = analysis.tokens[child]
        if other.tag[:2] != "VB" or _has(analysis, other, *_SUBJECTS):
            continue
        if other.relation == "conj" or (other.relation in {"xcomp", "oprd"} and child > verb.index):
            shares = passive and other.relation == "conj" and other.tag == "VBN"
            bare = other.tag == "VBN" and not _has(analysis, other, "aux")
            yield from _as_subject(analysis, other, passive=shares or bare, depth=depth + 1)


def told_more(analysis: Analysis, top: int) -> Iterator[Governor]:
    """Yield the verbs of the clauses that tell more of a noun."""
    for child in analysis.tokens[top].children:
        verb = analysis.tokens[child]
        if verb.tag[:2] != "VB" or verb.relation not in {"acl", "relcl"} or child < top:
            continue
        if verb.relation == "acl":
            yield Governor(child, Side.DONE if verb.tag == "VBN" else Side.DOES)
            continue
        subject = next(
            (one for one in verb.children if analysis.tokens[one].relation in _SUBJECTS), None
        )
        if subject is None or analysis.tokens[subject].text.lower() in _RELATIVE:
            yield from _as_subject(analysis, verb, passive=False)
        elif analysis.tokens[subject].relation == "nsubj" and not _is_of_some(analysis, subject):
            yield Governor(child, Side.DONE)


def _is_of_some(analysis: Analysis, subject: int) -> bool:
    """Say whether a clause tells of only some: "21, of whom 17 were taken"."""
    return any(
        analysis.tokens[index].lemma in {"whom", "which"} for index in analysis.subtree(subject)
    )


def is_bare(analysis: Analysis, index: int) -> bool:
    """Say whether a past form stands without an object, as a participle would: "four wounded"."""
    verbs = [index, *(one for one in analysis.tokens[index].children)]
    return analysis.tokens[index].tag in {"VBD", "VBN"} and not any(
        _has(analysis, analysis.tokens[verb], "dobj", "auxpass")
        for verb in verbs
        if verb == index or analysis.tokens[verb].relation == "conj"
    )


def _is_done_to_self(analysis: Analysis, verb: Token) -> bool:
    """Say whether somebody does to himself what a verb tells: "killed himself"."""
    return any(
        analysis.tokens[child].relation == "dobj" and analysis.tokens[child].text.lower() in _SELVES
        for child in verb.children
    )


def _is_passive(analysis: Analysis, verb: Token) -> bool:
    return verb.tag == "VBN" and _has(analysis, verb, "auxpass", "nsubjpass")


def _has(analysis: Analysis, token: Token, *relations: str) -> bool:
    return any(analysis.tokens[child].relation in relations for child in token.children)
