"""From the numbers of the trained reader to attributions: which words are source, cue, content.

Of two possible attributions that want the same words as their cue the likelier has them, and of two
that want the same words as their content the one that wants them more: news seldom says twice who
says a thing, and where it does (one voice within another) the rules read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.extract.attribution.learned.features import CONTENT, CUE, SOURCE

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from numpy.typing import NDArray

    from onrecord.extract.attribution.drafts import Range

# Parts of a content with no more than so many words between them are one, unless a comma parts
# them or the words are part of another role.
_GAP = 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Possible:
    """A word that may head a cue, and what the words around it would be.

    Attributes:
        head: The word.
        confidence: How likely there is an attribution, 0 to 1.
        first: The word that the first row of `roles` is about.
        roles: For each word around, how likely it is outside, source, cue and content.
    """

    head: int
    confidence: float
    first: int
    roles: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An attribution as the trained reader sees it, in words of the report.

    Attributes:
        head: The word that heads the cue.
        confidence: How likely there is an attribution at all, 0 to 1.
        cue: The words of the cue.
        source: The words of the source; None: nobody is named.
        content: The parts of the content, in reading order.
    """

    head: int
    confidence: float
    cue: Range
    source: Range | None
    content: tuple[Range, ...]


def settled(
    possible: Iterable[Possible], *, least: float, marks: Container[int] = ()
) -> tuple[Found, ...]:
    """Return the attributions that stand, in reading order.

    Args:
        possible: What may be one.
        least: Confidence from which it is one.
        marks: Words of the report that are punctuation, at which parts stay apart.
    """
    kept: list[tuple[Possible, Found]] = []
    cues: set[int] = set()
    wanted: dict[int, tuple[float, int]] = {}
    likely = (one for one in possible if one.confidence >= least)
    for one in sorted(likely, key=lambda one: (-one.confidence, one.head)):
        found = decoded(one)
        words = set(range(*found.cue))
        if words & cues:
            continue
        cues |= words
        kept.append((one, found))
        for part in found.content:
            for index in range(*part):
                want = float(one.roles[index - one.first, CONTENT]) * one.confidence
                wanted[index] = max(wanted.get(index, (0.0, -1)), (want, one.head))
    result = []
    for one, found in kept:
        mine = [
            index
            for part in found.content
            for index in range(*part)
            if wanted[index][1] == one.head and index not in cues
        ]
        if mine:
            result.append(
                Found(
                    head=found.head,
                    confidence=found.confidence,
                    cue=found.cue,
                    source=found.source,
                    content=_joined(mine, {*cues, *range(*(found.source or (0, 0)))}, marks),
                )
            )
    return tuple(sorted(result, key=lambda found: found.head))


def decoded(one: Possible) -> Found:
    """Return the attribution that the numbers for one possible cue say."""
    roles, first = one.roles, one.first
    best = roles.argmax(axis=1)
    best[one.head - first] = CUE
    cue = next(run for run in _runs(best, CUE) if run[0] <= one.head - first < run[1])
    source = max(
        _runs(best, SOURCE),
        key=lambda run: float(roles[run[0] : run[1], SOURCE].sum()),
        default=None,
    )
    return Found(
        head=one.head,
        confidence=one.confidence,
        cue=(cue[0] + first, cue[1] + first),
        source=None if source is None else (source[0] + first, source[1] + first),
        content=tuple((start + first, end + first) for start, end in _runs(best, CONTENT)),
    )


def _runs(best: NDArray[np.int64], role: int) -> list[Range]:
    """Return the runs of words of one role."""
    chosen = np.concatenate(([False], best == role, [False])).astype(np.int8)
    edges = np.flatnonzero(np.diff(chosen))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _joined(words: list[int], taken: set[int], marks: Container[int]) -> tuple[Range, ...]:
    """Return the runs that words make, with the short gaps between them closed."""
    runs: list[Range] = []
    for index in sorted(words):
        gap = range(runs[-1][1], index) if runs else range(0)
        closes = len(gap) <= _GAP and not any(one in taken or one in marks for one in gap)
        if runs and closes:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return tuple(runs)
