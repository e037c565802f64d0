"""Whether people counted are those who tell the news: "two residents and a local official said".

Who speaks is not among those he tells of. He is known by being the source of an attribution, the
subject of a verb of telling, or by standing right before such a verb, where the engine may take a
speaker for one more of those struck. Those told of ("12 people said to be held") do not speak.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.claims.scene import Scene
    from onrecord.model import Attribution, FigureMention, Token

# Names in a row are joined each to the one before.
_STEPS = 6


def speaks(scene: Scene, mention: FigureMention) -> bool:
    """Say whether the people of a figure are those who tell what the sentence tells."""
    return (
        _is_source(scene, mention)
        or _is_subject(scene, mention.head)
        or _stands_before(scene, mention)
    )


def _is_source(scene: Scene, mention: FigureMention) -> bool:
    """Say whether people are a source named, not those it holds: "pirates holding 13 sailors"."""
    tokens = scene.analysis.tokens
    here = scene.analysis.tokens_of(scene.sentence(mention.phrase))
    return any(
        part.covers(tokens[mention.head].span)
        and not any(
            token.tag[:2] == "VB" and part.covers(token.span)
            for token in here
            if token.index < mention.head
        )
        for one in scene.mentions.attributions
        if _tells(scene, one, here)
        for part in one.source
    )


def _tells(scene: Scene, attribution: Attribution, here: Sequence[Token]) -> bool:
    """Say whether a verb of telling hands over an attribution; "could not be reached" does not."""
    verbs = scene.words.claims["speaking"]["verbs"]
    return any(
        token.lemma in verbs for cue in attribution.cue for token in here if cue.covers(token.span)
    )


def _is_subject(scene: Scene, index: int) -> bool:
    """Say whether a noun, or one it is joined to, is the subject of a verb of telling."""
    tokens, words = scene.analysis.tokens, scene.words.claims["speaking"]
    for _ in range(_STEPS):
        token = tokens[index]
        if token.relation == "nsubj":
            return tokens[token.head].lemma in words["verbs"]
        if token.relation != "conj":
            return False
        index = token.head
    return False


def _stands_before(scene: Scene, mention: FigureMention) -> bool:
    """Say whether a verb of telling stands right behind a figure: "a nurse told reporters"."""
    words = scene.words.claims["speaking"]
    behind = [
        token.text.lower()
        for token in scene.analysis.tokens_of(scene.sentence(mention.phrase))
        if token.span.start >= mention.phrase.end
    ]
    first, then = [*behind, "", ""][:2]
    return first in words["forms"] and then not in words["told_of"]
