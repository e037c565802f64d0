"""Which times of a sentence cannot date an event of it.

"Gunmen killed four people, police said on Saturday" dates what police said; "the toll rose to 74 on
Tuesday" dates the count; "the minister visited the town on Sunday after a bomb killed four" dates
the visit. What dates nothing of the incident is no day of it: where no other time is told, the
event has none.

Reads the grammar, attributions and words of `claims.en`. Left to others: which of the times that
can date an event does so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.claims.scene import Scene
    from onrecord.model import TimeMention

_CLAUSES = frozenset({"advcl", "pcomp"})
_FINITE = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


def can_date(scene: Scene, trigger: int, time: TimeMention) -> bool:
    """Say whether a time may be when an event was, as far as its sentence shows.

    Args:
        scene: The report.
        trigger: The word that tells the event.
        time: A time of its sentence.
    """
    anchor = _anchor(scene, time)
    if anchor is None:
        return True
    up, down = _path(scene, trigger, anchor)
    if _hangs_on(scene, trigger, anchor):
        return True  # "denounced today's attacks"
    return not (
        _is_of_the_saying(scene, trigger, anchor)
        or _is_of_the_count(scene, (*up, *down))
        or _is_of_what_followed(scene, up)
    )


def _anchor(scene: Scene, time: TimeMention) -> int | None:
    tokens = scene.analysis.tokens
    return next((one.index for one in tokens if one.span.end > time.span.start), None)


def _hangs_on(scene: Scene, trigger: int, anchor: int) -> bool:
    """Say whether a time hangs on the word that tells the event, with no verb between."""
    above = scene.analysis.ancestors(anchor)
    if trigger not in above:
        return False
    between = above[: above.index(trigger)]
    return not any(scene.analysis.tokens[one].tag in _FINITE for one in between)


def _path(scene: Scene, trigger: int, anchor: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the words from an event up to what governs a time too, and from there to the time."""
    up = (trigger, *scene.analysis.ancestors(trigger))
    down = (anchor, *scene.analysis.ancestors(anchor))
    shared = next((one for one in up if one in down), None)
    if shared is None:
        return up, down
    return up[: up.index(shared)], down[: down.index(shared)]


def _is_of_the_saying(scene: Scene, trigger: int, anchor: int) -> bool:
    """Say whether a time hangs on the words that hand over what tells the event."""
    tokens = scene.analysis.tokens
    verb = next(
        (one for one in scene.analysis.ancestors(anchor) if tokens[one].tag in _FINITE), None
    )
    if verb is None or verb == trigger:
        return False
    return any(
        cue.overlaps(tokens[verb].span)
        for attribution in scene.mentions.attributions
        for cue in attribution.cue
        if not cue.overlaps(tokens[trigger].span)
        # The grammar hangs a time at the end of what is said on the words that say it, at times.
        and not (
            anchor > trigger
            and any(part.covers(tokens[anchor].span) for part in attribution.content)
        )
    )


def _is_of_the_count(scene: Scene, between: tuple[int, ...]) -> bool:
    """Say whether a noun for a count stands between event and time: "the toll ... on Tuesday"."""
    counts = frozenset(scene.words.claims["dating"]["counts"])
    return any(scene.analysis.tokens[one].lemma in counts for one in between)


def _is_of_what_followed(scene: Scene, up: tuple[int, ...]) -> bool:
    """Say whether an event is told in a clause of what went before: "visited after a bomb hit"."""
    tokens = scene.analysis.tokens
    before = frozenset(scene.words.claims["dating"]["before"])
    return any(
        tokens[one].relation in _CLAUSES
        and (
            any(tokens[child].lemma in before for child in tokens[one].children)
            or tokens[tokens[one].head].lemma in before
        )
        for one in up
    )
