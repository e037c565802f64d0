"""Which words belong to the verb that governs people counted, and who does what it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.claims.casualties.governing import top_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.claims.scene import Scene
    from onrecord.model import FigureMention, Span

# How far behind its verb a word that tells what it did may stand.
_REACH = 9
_OTHER_CLAUSES = frozenset({"advcl", "relcl", "conj", "ccomp", "parataxis"})
_PARTICLES = frozenset({"prt", "amod", "advmod", "oprd", "acomp", "xcomp"})
_ENDING = frozenset({"go", "out", "off"})


def words_of_clause(scene: Scene, mention: FigureMention, verb: int) -> set[str]:
    """Return the words that belong to a verb, without other clauses and what is counted."""
    tokens = scene.analysis.tokens
    if verb < mention.head and _is_joined(scene, mention):
        return _behind(scene, mention) | _shared(scene, mention, verb)
    others = _others(scene, mention)
    apart = _state_of_others(scene, mention, others)
    found = {verb}
    waiting = [verb]
    while waiting:
        for child in tokens[waiting.pop()].children:
            if any(phrase.covers(tokens[child].span) for phrase in others):
                continue
            if child == apart:
                continue
            if tokens[child].relation not in _OTHER_CLAUSES and child not in found:
                found.add(child)
                waiting.append(child)
    found.update(_right_behind(scene, mention, verb))
    return {
        word
        for index in found
        if not mention.phrase.covers(tokens[index].span) and not _is_left(scene, index)
        for word in (tokens[index].lemma, tokens[index].text.lower())
    }


def _state_of_others(scene: Scene, mention: FigureMention, others: list[Span]) -> int | None:
    """Return the state of those counted right behind people who have theirs: "one dead, two hurt".

    The engine may hang it on the verb, as if it held of all.
    """
    states = {word for words in scene.words.claims["state"].values() for word in words}
    if mention.phrase.of(scene.analysis.text).lower().split()[-1] not in states:
        return None
    behind = [phrase for phrase in others if phrase.start >= mention.phrase.end]
    last = min((phrase.end for phrase in behind), default=None)
    if last is None:
        return None
    return next(
        (
            token.index
            for token in scene.analysis.tokens_of(scene.sentence(mention.phrase))
            if token.span.start >= last
        ),
        None,
    )


def _is_left(scene: Scene, index: int) -> bool:
    """Say whether a place of care is where people were taken from: "took eight from a hospital"."""
    token = scene.analysis.tokens[index]
    leading = scene.analysis.tokens[token.head]
    places = scene.words.claims["cared_for"]["places"]
    return token.lemma in places and token.relation == "pobj" and leading.lemma == "from"


def words_beside(scene: Scene, noun: int) -> set[str]:
    """Return the words that hang on a noun, its verb and the words that hang on that."""
    tokens = scene.analysis.tokens
    verb = tokens[noun].head
    found = {noun, verb, *tokens[noun].children, *tokens[verb].children}
    return {word for index in found for word in (tokens[index].lemma, tokens[index].text.lower())}


def _shared(scene: Scene, mention: FigureMention, verb: int) -> set[str]:
    """Return the words of a verb that hold of all it is done to: "shot dead two men and a boy".

    What stands right behind the verb, before those counted, and the verb that its objects share:
    "let four priests go and nine nuns".
    """
    tokens = scene.analysis.tokens
    found = {verb}
    others = _others(scene, mention)
    for index in range(verb + 1, mention.head):
        if (
            any(phrase.covers(tokens[index].span) for phrase in others)
            or tokens[index].relation not in _PARTICLES
        ):
            break
        found.add(index)
    found.update(
        child
        for child in tokens[verb].children
        if tokens[child].relation in {"prt", "ccomp"} and tokens[child].lemma in _ENDING
    )
    return {word for index in found for word in (tokens[index].lemma, tokens[index].text.lower())}


def _is_joined(scene: Scene, mention: FigureMention) -> bool:
    """Say whether a phrase is joined to another before it: "one man dead and six others hurt"."""
    return scene.analysis.tokens[top_of(scene, mention)].relation == "conj"


def _behind(scene: Scene, mention: FigureMention) -> set[str]:
    """Return the words behind a phrase, up to a comma, a verb or what else is counted."""
    last = max(
        token.index
        for token in scene.analysis.tokens_of(scene.sentence(mention.phrase))
        if mention.phrase.covers(token.span)
    )
    tokens = scene.analysis.tokens
    return {
        word
        for index in _right_behind(scene, mention, last)
        if not _is_left(scene, index)
        for word in (tokens[index].lemma, tokens[index].text.lower())
    }


def _others(scene: Scene, mention: FigureMention) -> list[Span]:
    """Return the phrases of the other people counted; "lost two fingers" tells of the first."""
    return [
        one.phrase
        for one in scene.mentions.figures
        if one.figure.unit == "people" and not one.phrase.overlaps(mention.phrase)
    ]


def _right_behind(scene: Scene, mention: FigureMention, verb: int) -> Iterator[int]:
    """Yield the words behind a verb up to a comma, the next verb or what else is counted."""
    tokens = scene.analysis.tokens
    sentence = scene.sentence(mention.phrase)
    others = _others(scene, mention)
    for index in range(verb + 1, min(verb + _REACH, sentence.last)):
        token = tokens[index]
        if token.text in {",", ";", ":"} or token.tag in {"VBD", "VBZ", "MD"}:
            return
        if any(phrase.covers(token.span) for phrase in others):
            return
        yield index


def agents_of(scene: Scene, verb: int) -> set[str]:
    """Return who does what a verb tells."""
    tokens = scene.analysis.tokens
    found: set[str] = set()
    index = verb
    for _ in range(4):
        for child in tokens[index].children:
            other = tokens[child]
            if other.relation == "nsubj":
                found.update(_with_joined(scene, child))
            elif other.relation in {"agent", "prep"} and other.lemma == "by":
                for inner in other.children:
                    found.update(_with_joined(scene, inner))
        token = tokens[index]
        if found or token.relation not in {"conj", "dep", "xcomp", "advcl", "relcl", "acl"}:
            break
        if token.relation in {"relcl", "acl"}:
            found.add(tokens[token.head].lemma)
            break
        index = token.head
    return found


def _with_joined(scene: Scene, index: int) -> Iterator[str]:
    tokens = scene.analysis.tokens
    yield tokens[index].lemma
    for child in tokens[index].children:
        if tokens[child].relation == "conj":
            yield tokens[child].lemma
