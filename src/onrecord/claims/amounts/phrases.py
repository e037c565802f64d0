"""What an amount hangs on: the verbs and nouns above it, who does them, and what hangs on them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.claims.casualties.dated import is_past
from onrecord.claims.casualties.governing import Side, governors, top_of
from onrecord.claims.casualties.naming import is_withdrawn
from onrecord.extract.events.factuality import factuality
from onrecord.model import Bearing, Factuality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.claims.scene import Scene
    from onrecord.model import FigureMention, Token

# Six steps lead out of any clause of prose; deeper trees are misparses.
_STEPS = 6
_CLAUSES = frozenset({"advcl", "relcl", "ccomp", "parataxis", "conj", "acl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NEAR = _SUBJECTS | {"dobj", "attr"}
_PART = frozenset({"of", "among"})
_WHOLE = frozenset({"the", "them", "these", "those"})
_SHARING = frozenset({"conj", "dep", "xcomp", "advcl", "relcl", "acl"})
_JOINED = frozenset({"conj", "appos"})
_LINKS = frozenset({"IN", "TO", "JJ", "RP"})


@dataclass(frozen=True, slots=True)
class Hold:
    """A word that an amount hangs on.

    Attributes:
        index: Its token.
        how: "done" where it is done to what is counted, "does" where that does it, else the
            preposition between them.
    """

    index: int
    how: str


def holds(scene: Scene, mention: FigureMention) -> Iterator[Hold]:
    """Yield what a counted phrase hangs on: its own clause first, then what tells more of it."""
    for governor in governors(scene, mention):
        if governor.side is Side.DONE:
            yield Hold(governor.index, "done")
        elif governor.side is Side.DOES:
            yield Hold(governor.index, "does")
    tokens = scene.analysis.tokens
    top = tokens[first_joined(scene, top_of(scene, mention))]
    link = tokens[top.head]
    if top.relation == "pobj":
        yield Hold(link.head, link.lemma)
    elif top.relation == "dative" and link.tag[:2] == "VB":
        yield Hold(link.index, "to")


def first_joined(scene: Scene, index: int, by: frozenset[str] = _JOINED) -> int:
    """Return the first of the words that a word is joined to: "a truck and three cars"."""
    tokens = scene.analysis.tokens
    for _ in range(_STEPS):
        token = tokens[index]
        if token.relation not in by or tokens[token.head].tag[:2] == "VB":
            break
        index = token.head
    return index


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """How an amount of money hangs on a verb.

    Attributes:
        nouns: Lemmas of the nouns between them, from the amount outwards.
        last: Index of the outermost of them; None where there are none.
        verb: Index of the verb; None where the amount hangs on none.
        how: What the outermost is to the verb: a relation, or a preposition.
    """

    nouns: tuple[str, ...]
    last: int | None
    verb: int | None
    how: str


def path_of(scene: Scene, mention: FigureMention, carriers: frozenset[str]) -> Path:
    """Return how an amount hangs on a verb, through nouns that may carry an amount only.

    An amount joined to another object of a verb hangs on it as that does: "a ring and $300".
    """
    tokens = scene.analysis.tokens
    # What stands beside an amount in brackets is the same in other money.
    index, how = first_joined(scene, top_of(scene, mention), frozenset({"conj"})), ""
    if tokens[index].tag[:2] == "VB":  # the engine hangs "estimated at" with its amount on nothing
        return Path(nouns=(), last=None, verb=index, how="")
    nouns: list[int] = []
    verb = None
    for _ in range(_STEPS):
        token = tokens[index]
        head = tokens[token.head]
        if head.index == index:
            break
        if head.tag[:2] == "VB":
            verb = head.index
            how = how or token.relation
            break
        if not _leads_on(head, carriers, inside=mention.phrase.covers(head.span)):
            break
        if head.tag[:2] == "NN" and head.lemma in carriers:
            nouns.append(head.index)
            how = ""
        elif head.tag in _LINKS:
            how = head.lemma
        index = head.index
    lemmas = tuple(tokens[noun].lemma for noun in nouns)
    return Path(nouns=lemmas, last=nouns[-1] if nouns else None, verb=verb, how=how)


def _leads_on(head: Token, carriers: frozenset[str], *, inside: bool) -> bool:
    return inside or head.lemma in carriers or head.tag in _LINKS


def is_part(scene: Scene, mention: FigureMention) -> bool:
    """Say whether a figure is told as a part of more: "two of the gunmen"."""
    words = mention.phrase.of(scene.analysis.text).lower().split()
    if mention.part_of is not None or words[:2] == ["one", "of"]:
        return True
    return any(one in _PART and other in _WHOLE for one, other in pairwise(words))


def listed(scene: Scene, *names: str) -> frozenset[str]:
    """Return the words of groups of doers; attackers are those of `claims.en` as well."""
    found: set[str] = set()
    for name in names:
        found.update(scene.words.amounts["agents"][name])
        if name == "attackers":
            found.update(scene.words.claims["attackers"]["nouns"])
    return frozenset(found)


def stand_for_attackers(scene: Scene, who: frozenset[str], index: int) -> bool:
    """Say whether doers are pronouns, in a sentence that names no responders they may stand for."""
    if not who & listed(scene, "pronouns"):
        return False
    sentence = scene.analysis.sentence_of(index)
    here = {token.lemma for token in scene.analysis.tokens_of(sentence)}
    return not here & listed(scene, "responders")


def agents(scene: Scene, verb: int) -> frozenset[str]:
    """Return the lemmas of who does what a verb tells; empty where the words do not say.

    A verb may share its doer with another: "broke in and took 12 rifles".
    """
    tokens = scene.analysis.tokens
    index = verb
    for _ in range(_STEPS):
        found = frozenset(_doers(scene, tokens[index]))
        token = tokens[index]
        if found or token.relation not in _SHARING:
            return found
        if token.relation in {"relcl", "acl"} and tokens[token.head].tag[:2] == "NN":
            return frozenset(() if token.tag == "VBN" else (tokens[token.head].lemma,))
        index = token.head
    return frozenset()


def _doers(scene: Scene, verb: Token) -> Iterator[str]:
    tokens = scene.analysis.tokens
    for child in verb.children:
        other = tokens[child]
        if other.relation == "nsubj" and other.tag not in {"WDT", "WP"}:
            yield from _with_joined(scene, child)
        elif other.lemma == "by" and other.relation in {"agent", "prep"}:
            for inner in other.children:
                yield from _with_joined(scene, inner)


def _with_joined(scene: Scene, index: int) -> Iterator[str]:
    tokens = scene.analysis.tokens
    yield tokens[index].lemma
    for child in tokens[index].children:
        if tokens[child].relation in {"conj", "compound", "amod"}:
            yield tokens[child].lemma
        elif tokens[child].lemma == "of":  # "dozens of gunmen"
            yield from (tokens[inner].lemma for inner in tokens[child].children)


def beside(scene: Scene, verb: int) -> set[str]:
    """Return the lemmas that hang on a verb, up to three steps, not those of other clauses."""
    tokens = scene.analysis.tokens
    found: set[str] = set()
    level = [verb]
    for _ in range(3):
        level = [
            child
            for index in level
            for child in tokens[index].children
            if tokens[child].relation not in _CLAUSES
        ]
        found.update(tokens[child].lemma for child in level)
    return found


def around(scene: Scene, verb: int) -> set[str]:
    """Return the lemmas of a verb's subjects and objects, and of the noun it tells more of."""
    tokens = scene.analysis.tokens
    near = [child for child in tokens[verb].children if tokens[child].relation in _NEAR]
    if tokens[verb].relation in {"acl", "relcl"}:
        near.append(tokens[verb].head)
    return {tokens[index].lemma for index in near}


def is_told(scene: Scene, mention: FigureMention, index: int) -> bool:
    """Say whether a word tells what happened, as news and not of what was before."""
    if mention.figure.bearing is Bearing.FORMER or is_withdrawn(scene, mention):
        return False
    if factuality(scene.analysis, index, scene.words.events) is not Factuality.HAPPENED:
        return False
    return not _is_withheld(scene, index) and not is_past(scene, mention, index)


def _is_withheld(scene: Scene, index: int) -> bool:
    """Say whether a word tells what is only feared, wanted or denied: "feared that 40 burned"."""
    tokens = scene.analysis.tokens
    withheld = {*scene.words.claims["withheld"]["verbs"], *scene.words.events.possible}
    for _ in range(_STEPS):
        token = tokens[index]
        if token.relation in {"ccomp", "xcomp"}:
            return tokens[token.head].lemma in withheld
        if token.relation not in {"conj", "advcl"}:
            return False
        index = token.head
    return False
