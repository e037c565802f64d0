"""The stretches of a report that are analysed apart: its paragraphs, the overlong ones cut.

Reads `Report.paragraphs`. A paragraph longer than any prose is cut behind the last sentence end,
else the last blank, before the limit; where there is not even a blank, in mid-word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.model import Report, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# The longest paragraph in the development corpora has 6,000 characters; spaCy's memory grows with
# the longest text it is given.
LONGEST_PIECE = 10_000

_SENTENCE_END = re.compile(r"[.!?][\"')\]”’]*\s+(?=\S)")
_BLANK = re.compile(r"\s+(?=\S)")


def pieces(report: Report) -> tuple[tuple[int, Span], ...]:
    """Return the stretches to analyse, each with the number of its paragraph, from 1."""
    return tuple(
        (number, piece)
        for number, paragraph in enumerate(report.paragraphs, start=1)
        for piece in _cut(report.text, paragraph)
    )


def _cut(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    while paragraph.end - start > LONGEST_PIECE:
        window = text[start : start + LONGEST_PIECE]
        ends = [found.end() for found in _SENTENCE_END.finditer(window)]
        ends = ends or [found.end() for found in _BLANK.finditer(window)]
        cut = start + (ends[-1] if ends else LONGEST_PIECE)
        yield Span(start, cut)
        start = cut
    if start < paragraph.end:
        yield Span(start, paragraph.end)
