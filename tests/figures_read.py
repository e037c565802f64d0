"""What the reader of figures makes of a sentence, for the tests of this folder."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factories import a_report, analysed
from onrecord.extract import figures
from onrecord.model import FigureMention
from onrecord.resources import open_library

if TYPE_CHECKING:
    from onrecord.registry import MentionReader


@cache
def _reader() -> MentionReader:
    return figures.EXTRACTOR.build(open_library())


@cache
def figures_in(text: str) -> tuple[FigureMention, ...]:
    """Return the figures in a text, in reading order."""
    found = _reader()(a_report(text), analysed(text))
    return tuple(one for one in found if isinstance(one, FigureMention))


def ends_in(text: str) -> list[tuple[str, float | None, float | None]]:
    """Return words, least and most of each figure in a text."""
    return [(one.phrase.of(text), one.figure.low, one.figure.high) for one in figures_in(text)]
