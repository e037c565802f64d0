"""What stands above a story: headline, byline, date lines, dateline; and where the story starts.

Reads the first lines of a text. Short lines before a byline, a date or a dateline are headlines;
without those, a first line is one only if it is short, ends in no sentence mark and is set apart
from what follows. In doubt a line belongs to the story.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.model import Credit, Span
from onrecord.wire.conventions import any_of, entries
from onrecord.wire.credits import read_byline
from onrecord.wire.datelines import Filing, read_dateline
from onrecord.wire.dates import WrittenDay
from onrecord.wire.furniture import is_caption, is_furniture, read_date_line
from onrecord.wire.paragraphs import lines, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

# Lines looked at: more than any wire puts above a story.
_MOST_LINES = 12

# Above a dateline may stand a headline, a second one and a summary; what is longer is a story.
_MOST_TITLES = 3
_MOST_TITLE_WORDS = 28

# Where nothing but its look marks a headline, it has to be shorter than most first sentences.
# One or two words are a name under a picture as often.
_FEWEST_BARE_WORDS = 3
_MOST_BARE_WORDS = 16

# What is longer than this has no parts to tell; patterns run on short lines only.
_LONGEST_LINE = 400

# A line longer than this is not wrapped, so the short line above it was ended on purpose.
_UNWRAPPED = 120

_SENTENCE_END = re.compile(r"[.,:;…][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What was read above a story.

    Attributes:
        story: Where the story starts.
        headline: The headline; None where there is none.
        filings: The lines, or parts of lines, that make up the dateline, in order.
        days: The days given on lines of their own, in order.
        credits: The people of the byline.
    """

    story: int
    headline: Span | None
    filings: tuple[Filing, ...]
    days: tuple[WrittenDay, ...]
    credits: tuple[Credit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line near the top.

    Attributes:
        span: The line.
        parted: A blank line precedes it.
        standing: It belongs to no story, or is a headline's companion: byline, date, dateline.
        marks: It shows that the story starts only behind it.
        title: What of it may be a headline; None where nothing may.
        filing: The dateline it starts with; None where it has none.
        days: The days it gives.
        credits: The people it names, if it is a byline.
    """

    span: Span
    parted: bool
    standing: bool = False
    marks: bool = False
    title: Span | None = None
    filing: Filing | None = None
    days: tuple[WrittenDay, ...] = ()
    credits: tuple[Credit, ...] = ()


def read_head(text: str, start: int, end: int) -> Head:
    """Return what stands above the story that lies between two offsets."""
    top = _top_lines(text, start, end)
    first = _first_of_story(text, top)
    above = top[:first]
    story = top[first - 1].span.end if first else start
    filings = [line.filing for line in above if line.filing is not None]
    if first < len(top):
        opening = top[first]
        story = opening.span.start
        if opening.filing is not None:
            filings.append(opening.filing)
            story = opening.filing.span.end
    return Head(
        story=story,
        headline=next((line.title for line in above if line.title is not None), None),
        filings=tuple(filings),
        days=tuple(day for line in above for day in line.days),
        credits=tuple(credit for line in above for credit in line.credits),
    )


def _top_lines(text: str, start: int, end: int) -> list[_Line]:
    """Read the first lines, up to one that can only be part of the story."""
    top: list[_Line] = []
    for span, parted in islice(lines(text, start, end), _MOST_LINES):
        line = _read_line(text, span, parted=parted)
        top.append(line)
        is_story = line.filing is not None or len(span.of(text).split()) > _MOST_TITLE_WORDS
        if not line.standing and is_story:
            break
    return top


def _read_line(text: str, span: Span, *, parted: bool) -> _Line:
    """Tell what a line is, or its parts are: "Headline | By Jane Doe | Updated: Jan 16, 2013"."""
    whole = _read_part(text, span, parted=parted)
    if whole.marks or whole.standing or span.end - span.start > _LONGEST_LINE:
        return whole
    parts = [_read_part(text, part, parted=parted) for part in _parts(text, span)]
    behind = parts[1:]
    if not behind or any(part.filing for part in parts) or not all(one.standing for one in behind):
        return whole
    return _Line(
        span=span,
        parted=parted,
        standing=True,
        marks=any(part.marks for part in parts),
        title=None if parts[0].standing else parts[0].span,
        days=tuple(day for part in parts for day in part.days),
        credits=tuple(credit for part in parts for credit in part.credits),
    )


def _parts(text: str, span: Span) -> Iterator[Span]:
    """Yield the parts of a line, as strokes, labels of dates and "by" part them."""
    start = span.start
    for found in _part_joint().finditer(text, span.start, span.end):
        part = trimmed(text, start, found.start())
        if part is not None:
            yield part
        start = found.end()
    last = trimmed(text, start, span.end)
    if last is not None:
        yield last


@cache
def _part_joint() -> re.Pattern[str]:
    dates = entries()["dates"]
    labels = any_of(label.capitalize() for label in (*dates["labels"], *dates["updates"]))
    return re.compile(rf"\s*[|•·]\s*|\s+(?=(?:{labels})\b)|,\s+(?=by\s+[^\W\d_a-z])")


def _read_part(text: str, span: Span, *, parted: bool) -> _Line:
    """Tell what a line is by itself."""
    day = read_date_line(text, span.start, span.end)
    if day is not None:
        days = tuple(one for one in day if one is not None)
        return _Line(span=span, parted=parted, standing=True, marks=True, days=days)
    people = read_byline(text, span.start, span.end)
    if people is not None:
        return _Line(span=span, parted=parted, standing=True, marks=True, credits=people)
    words = span.of(text)[: _LONGEST_LINE + 1]
    if is_furniture(words):
        return _Line(span=span, parted=parted, standing=True)
    filing = read_dateline(text, span.start, span.end)
    if filing is None:
        return _Line(span=span, parted=parted, title=None if is_caption(words) else span)
    return _Line(span=span, parted=parted, standing=filing.is_whole, marks=True, filing=filing)


def _first_of_story(text: str, top: list[_Line]) -> int:
    """Return the index of the line with which the story starts."""
    first, has_title = _behind_marks(text, top)
    while first < len(top) and top[first].standing:
        first += 1
    if not has_title and _is_bare_title(text, top[first : first + 2]):
        first += 1
    return first


def _behind_marks(text: str, top: list[_Line]) -> tuple[int, bool]:
    """Return the index behind the last line that shows where the story starts.

    A line that starts with a dateline and goes on is itself the first of the story. What stands
    before such a line must look like headlines; otherwise the line belongs to the story.
    """
    first, has_title = 0, False
    titles = sentences = 0
    for index, line in enumerate(top):
        if line.marks and (not sentences or line.filing is not None):
            has_title = any(one.title for one in top[: index + 1])
            if line.filing is not None and not line.standing:
                return index, has_title
            first = index + 1
        elif not line.standing:
            words = line.span.of(text)
            titles += 1
            sentences += bool(_SENTENCE_END.search(words))
            if titles > _MOST_TITLES or len(words.split()) > _MOST_TITLE_WORDS:
                break
    return first, has_title


def _is_bare_title(text: str, lines_: list[_Line]) -> bool:
    """Say whether the first of two lines looks like a headline, and the second like a story."""
    if len(lines_) < 2 or lines_[0].filing is not None:  # noqa: PLR2004 - a line and the next
        return False
    words = lines_[0].span.of(text)
    count = len(words.split())
    if _SENTENCE_END.search(words) or not _FEWEST_BARE_WORDS <= count <= _MOST_BARE_WORDS:
        return False
    following = lines_[1].span.of(text)
    return lines_[1].parted or len(following) > _UNWRAPPED > len(words)
