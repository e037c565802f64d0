"""What a figure counts that shares the verb of the one before: "seized five on Monday, two here".

Such a figure has no noun of its own or says that it adds to those before ("a further nine civilians
on Thursday"); a joint stands before it, behind it only a place or a time, and no verb. Words of
another state ("12 were killed, seven in hospital") part it from the one before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Bearing, FigureMention

if TYPE_CHECKING:
    from onrecord.claims.scene import Scene
    from onrecord.model import Token

_JOINTS = frozenset({",", ";", ":", "and", "or", "–", "—", "--"})
# How many words behind a figure are looked at for a verb or another state.
_REACH = 4
_TAKING = frozenset({"the", "a", "this", "that", "last", "early", "late", "yesterday", "today"})


def slot(
    scene: Scene, mention: FigureMention, before: dict[FigureMention, str | None]
) -> str | None:
    """Return what the figure before counts, where this one shares its verb; None elsewhere.

    Args:
        scene: The report.
        mention: The figure.
        before: What the figures before it count, in reading order.
    """
    population = mention.figure.population
    bare = population is not None and not population.words
    if not before or not (bare or mention.figure.bearing is Bearing.MORE):
        return None
    other, told = list(before.items())[-1]
    here = scene.sentence(mention.phrase)
    if (
        told is None
        or other.phrase.start < here.span.start
        or other.phrase.overlaps(mention.phrase)
    ):
        return None
    tokens = scene.analysis.tokens_of(here)
    between = [
        token
        for token in tokens
        if other.phrase.end <= token.span.start and token.span.end <= mention.phrase.start
    ]
    behind = [token for token in tokens if token.span.start >= mention.phrase.end]
    if not between or between[-1].text.lower() not in _JOINTS:
        return None
    return told if _is_place_or_time(scene, behind) else None


def _is_verb(token: Token) -> bool:
    return token.tag in {"VBD", "VBZ", "VBP", "VB", "MD"}


def _is_place_or_time(scene: Scene, behind: list[Token]) -> bool:
    """Say whether only where or when stands behind a figure."""
    clause = []
    for token in behind:
        if token.text.lower() in _JOINTS | {"."}:
            break
        clause.append(token)
    if not clause or any(_is_verb(token) or token.tag == "VBN" for token in clause[:_REACH]):
        return False
    words = {token.lemma for token in clause}
    if words & frozenset(scene.words.claims["twins"]["parted"]):
        return False
    first = clause[0]
    dated = first.tag[:3] == "NNP" or first.text.lower() in _TAKING
    return first.text.lower() in scene.words.claims["twins"]["places"] or dated
