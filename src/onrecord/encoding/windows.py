"""Windows: stretches of a report short enough for the encoder, cut at paragraphs.

Paragraphs are packed into a window as long as they fit, so that each is read with its neighbours;
one that is too long by itself is cut between sentences, a sentence that is too long between words.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model import Analysis

MAX_PIECES = 126
"""Word pieces in a window, without the two marks around it.

Attention costs with their square, and windows twice as long read no better.
"""

MAX_WORD = 8
"""Pieces of a word that are read; what goes beyond is a code or an address."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a report that is encoded at once.

    Attributes:
        first: Index of its first token.
        last: Index after its last token.
    """

    first: int
    last: int


def windows(analysis: Analysis, lengths: Sequence[int]) -> tuple[Window, ...]:
    """Cut a report into windows.

    Args:
        analysis: Its grammar.
        lengths: How many pieces each token has.
    """
    packed: list[Window] = []
    room = 0
    for first, last in _units(analysis, lengths):
        size = sum(lengths[first:last])
        if packed and size <= room:
            packed[-1] = Window(packed[-1].first, last)
            room -= size
        else:
            packed.append(Window(first, last))
            room = MAX_PIECES - size
    return tuple(packed)


def paragraphs(analysis: Analysis) -> tuple[tuple[int, int], ...]:
    """Return the paragraphs of a report in tokens."""
    groups = groupby(analysis.sentences, key=lambda sentence: sentence.paragraph)
    found = [tuple(group) for _, group in groups]
    return tuple((group[0].first, group[-1].last) for group in found)


def _units(analysis: Analysis, lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches that are not cut if it can be helped, each short enough."""
    for first, last in paragraphs(analysis):
        if sum(lengths[first:last]) <= MAX_PIECES:
            yield first, last
            continue
        for sentence in analysis.sentences:
            if first <= sentence.first < last:
                yield from _halves(sentence.first, sentence.last, lengths)


def _halves(first: int, last: int, lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    if sum(lengths[first:last]) <= MAX_PIECES or last - first == 1:
        yield first, last
        return
    middle = (first + last) // 2
    yield from _halves(first, middle, lengths)
    yield from _halves(middle, last, lengths)
