"""What the trained reader sees beside the words themselves: grammar, quotation marks, the rules.

Everything is a small number that names a row of a table in the weights. Row 0 of each table is
"none of these", so a tag or relation that the tables do not know does no harm.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.extract.attribution.quotations import MARKS
from onrecord.language.labels import RELATIONS, TAGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.extract.attribution.drafts import Draft, Range
    from onrecord.extract.attribution.quotations import Quotations
    from onrecord.model import Analysis

    Numbers = NDArray[np.int64]

_TAG = {name: place for place, name in enumerate(TAGS, start=1)}
_RELATION = {name: place for place, name in enumerate(RELATIONS, start=1)}
_KINDS = len(RELATIONS) + 1

# Rows of the table of branches: how a word hangs together with the word that heads the cue.
_ITSELF, _BELOW = 1, 2
_ABOVE = _BELOW + _KINDS
_BESIDE = _ABOVE + _KINDS
_FAR = _BESIDE + _KINDS

# Distances in words: exact when near, in steps when far; before and behind apart.
_STEPS = (1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 45, 70)

SIZES = {
    "tag": len(TAGS) + 1,
    "relation": _KINDS,
    "quoted": 4,
    "drafted": 4,
    "branch": _FAR + 1,
    "distance": 2 * len(_STEPS) + 3,
    "paired": 4,
}
"""Rows of each table of the weights, by feature."""

OUTSIDE, SOURCE, CUE, CONTENT = range(4)
"""What a word is in an attribution."""


@dataclass(frozen=True, slots=True)
class WordFeatures:
    """What is seen of each word of a report.

    Attributes:
        tag: Its part of speech.
        relation: How it hangs on its head.
        quoted: 1 inside a quotation, 2 its mark, 3 a mark without a partner, else 0.
        drafted: What it is in an attribution the rules read: OUTSIDE, SOURCE, CUE or CONTENT.
    """

    tag: Numbers
    relation: Numbers
    quoted: Numbers
    drafted: Numbers

    def arrays(self) -> dict[str, Numbers]:
        """Return all of them by name, as the networks take them."""
        return {
            "tag": self.tag,
            "relation": self.relation,
            "quoted": self.quoted,
            "drafted": self.drafted,
        }

    @classmethod
    def of(
        cls, analysis: Analysis, quotations: Quotations, drafts: Sequence[Draft]
    ) -> WordFeatures:
        """Look at each word of a report."""
        tokens = analysis.tokens
        quoted = np.zeros(len(tokens), np.int64)
        for token in tokens:
            if token.text in MARKS:
                quoted[token.index] = 3
        for first, last in quotations.parts:
            quoted[first:last] = 1
            for mark in (first, last - 1):
                quoted[mark] = 2 if tokens[mark].text in MARKS else 1
        drafted = np.zeros(len(tokens), np.int64)
        for draft in drafts:
            _mark(draft, drafted, 0)
        return cls(
            tag=np.array([_TAG.get(token.tag, 0) for token in tokens], np.int64),
            relation=np.array([_RELATION.get(token.relation, 0) for token in tokens], np.int64),
            quoted=quoted,
            drafted=drafted,
        )


@dataclass(frozen=True, slots=True)
class PairFeatures:
    """What is seen of the words around a possible cue, each paired with the word that heads it.

    Attributes:
        branch: Where it stands in the grammar, seen from that word.
        distance: How far off it stands, before or behind.
        paired: What it is in the attribution the rules read at that word.
    """

    branch: Numbers
    distance: Numbers
    paired: Numbers

    @classmethod
    def of(
        cls, analysis: Analysis, head: int, around: Range, drafts: Sequence[Draft]
    ) -> PairFeatures:
        """Look at the words `around` a possible cue headed by the word `head`."""
        first, last = around
        paired = np.zeros(last - first, np.int64)
        for draft in drafts:
            if draft.verb == head or draft.cue[0] <= head < draft.cue[1]:
                _mark(draft, paired, first)
        return cls(
            branch=_branches(analysis, head, around),
            distance=_distances(head, around),
            paired=paired,
        )


def _mark(draft: Draft, words: Numbers, base: int) -> None:
    """Write what the words are in a draft into a row that begins at the word `base`."""
    ranges: list[tuple[Range, int]] = [(part, CONTENT) for part in draft.content]
    if draft.speaker is not None:
        ranges.append((draft.speaker.words, SOURCE))
    ranges.append((draft.cue, CUE))
    for (first, last), role in ranges:
        words[max(first - base, 0) : max(last - base, 0)] = role


def _distances(head: int, around: Range) -> Numbers:
    away = np.arange(*around) - head
    steps = np.searchsorted(_STEPS, np.abs(away), side="right")
    return np.where(away < 0, len(_STEPS) + 1 - steps, len(_STEPS) + 1 + steps)


def _branches(analysis: Analysis, head: int, around: Range) -> Numbers:
    """Return for each word by which branch of the grammar it hangs together with the head."""
    tokens = analysis.tokens
    first, last = around
    found = np.zeros(last - first, np.int64)

    def put(index: int, base: int, relation: int) -> None:
        """Give a word its row: of a table of relations, or the one for all that is far."""
        if first <= index < last:
            kind = _RELATION.get(tokens[relation].relation, 0)
            found[index - first] = base if base in {_ITSELF, _FAR} else base + kind

    def fill(start: int, base: int) -> None:
        waiting = [start]
        while waiting:
            index = waiting.pop()
            put(index, base, start)
            waiting.extend(tokens[index].children)

    for child in tokens[head].children:
        fill(child, _BELOW)
    below, above, seen = head, tokens[head].head, {head}
    while above not in seen:
        seen.add(above)
        put(above, _ABOVE if below == head else _FAR, below)
        for child in tokens[above].children:
            if child != below:
                fill(child, _BESIDE if below == head else _FAR)
        below, above = above, tokens[above].head
    if first <= head < last:
        found[head - first] = _ITSELF
    return found
