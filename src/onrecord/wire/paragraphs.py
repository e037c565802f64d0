"""Paragraphs of a plain text, whatever way it marks them.

A blank line parts paragraphs. Within a block of lines, text wrapped at a fixed width is told from
text with one paragraph a line: wrapped lines are short, alike in length, and mostly end in
mid-sentence. In a wrapped block a new paragraph starts at an indented line, at a bullet, and after
a line that ends a sentence although the next word would have fitted on it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# Teletypes wrap at 69, mail at 72 to 78, terminals at 80; a little more for what does not care.
_WIDEST_WRAP = 100

# Where the next word would have left the line shorter than this share of the widest one, the
# line was ended on purpose.
_ROOM_LEFT = 0.85

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$|[.!?,][\"”»]$")
_BULLET = re.compile(r"(?:[•●▪◦‣*·–—-]|\d{1,2}[.)])\s+\S")
_BREAKS = re.compile(r"(?:\r\n|[\n\r\f\v\x85\u2028\u2029])")


def lines(text: str, start: int, end: int) -> Iterator[tuple[Span, bool]]:
    """Yield the lines that hold anything, trimmed, each with whether a blank one precedes."""
    previous = start
    for found in _LINE.finditer(text, start, end):
        line = trimmed(text, found.start(), found.end())
        if line is not None:
            yield line, len(_BREAKS.findall(text, previous, found.start())) > 1
            previous = found.end()


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the stretch without the blanks around it; None if it holds nothing else."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    return Span(start + left, start + right) if right > left else None


def paragraphs(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the paragraphs between two offsets, in order."""
    block: list[Span] = []
    found: list[Span] = []
    for line, is_parted in lines(text, start, end):
        if is_parted:
            found.extend(_paragraphs_of(text, block))
            block = []
        block.append(line)
    found.extend(_paragraphs_of(text, block))
    return tuple(found)


def is_wrapped(text: str, block: list[Span]) -> bool:
    """Say whether the lines of a block are one text wrapped at a fixed width."""
    if max(line.end - line.start for line in block) > _WIDEST_WRAP:
        return False
    ended = sum(bool(_SENTENCE_END.search(line.of(text))) for line in block[:-1])
    return ended * 2 <= len(block) - 1


def _paragraphs_of(text: str, block: list[Span]) -> list[Span]:
    if len(block) < 2 or not is_wrapped(text, block):  # noqa: PLR2004 - a line has no neighbour
        return block
    width = max(line.end - line.start for line in block)
    indent = min(_indent(text, line) for line in block)
    found = [block[0]]
    for before, line in pairwise(block):
        if (
            _indent(text, line) > indent
            or _BULLET.match(text, line.start, line.end)
            or _is_ended(text, before, line, width)
        ):
            found.append(line)
        else:
            found[-1] = Span(found[-1].start, line.end)
    return found


def _is_ended(text: str, line: Span, following: Span, width: int) -> bool:
    """Say whether a line ends a paragraph: a sentence ends on it, and there was room for more."""
    if not _SENTENCE_END.search(line.of(text)):
        return False
    word = len(following.of(text).split(maxsplit=1)[0])
    return line.end - line.start + 1 + word < width * _ROOM_LEFT


def _indent(text: str, line: Span) -> int:
    start = line.start
    while start > 0 and text[start - 1] in " \t\u00a0":
        start -= 1
    return line.start - start
