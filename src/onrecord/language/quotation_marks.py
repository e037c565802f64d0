"""Quotation marks of a text: which of them belong together, and which were left alone.

A mark is read by what stands on both sides of it, and by its own shape where it has one: a mark
before a word opens, one behind a word closes. Quotations may stand inside others. A quotation that
runs over several paragraphs is opened anew in each and closed in the last; where a writer forgot to
open it anew, the mark that closes it later belongs to it all the same.

Texts that lost their breaks of paragraphs have such marks within one: a mark that opens behind a
full stop goes on with the quotation before it, unless that holds a cue ("“We ran, he said.").

Nothing is sure, and so nothing is said, of a mark that might open as well as close, of one behind a
number (inches, seconds), of a paragraph in the German fashion (low marks), or of a quotation that
the text ends with: it may go on where the text was cut. Single marks are looked at only as openings
before a capital letter, in a paragraph that has no other single mark: everywhere else an apostrophe
looks the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from onrecord.model import Span
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MARK = re.compile("[“”\"«»]|``|''|‘‘|’’")
_LOW = frozenset("„‚‟")
_OPENS_BY_SHAPE = frozenset({"“", "«", "``", "‘‘"})
_CLOSES_BY_SHAPE = frozenset({"”", "»", "’’"})

# What stands before a mark that opens, and behind one that closes.
_BEFORE = frozenset(" \t\n\r\f\v\u00a0\u2009\u202f\u200b([{—–-/‘'…*")
_BEHIND = frozenset(" \t\n\r\f\v\u00a0\u2009\u202f\u200b.,;:!?)]}—–-/’'…*")

# "6'2" tall", "a 12" pipe": a straight mark behind a digit may be inches, seconds or minutes.
_MEASURE = re.compile(r"[\d½¼¾⅛]$")
_FEET = re.compile(r"\d\s?['’′]\s?\d{1,2}$")

# Where so many quotations are closed that nobody opened, a page had another sign for it.
_SYSTEM = 3

# A mark of measure has its number within so many letters before it.
_NUMBER = 8

# Two single marks may as well be an apostrophe at a quotation's end: alone they say nothing.
_DOUBLED = frozenset({"''", "’’"})
_STRAIGHT = frozenset({'"', "''"})

# A single mark that opens: before a capital letter, at a word's start.
_SINGLE = re.compile(r"(?:(?<=\s)|(?<=^))‘(?=[A-Z]\w*\s)")

# Behind a blank and a straight mark: the blank slipped in before the mark, which closes ("so ".).
_POINT = re.compile(r"(?:[,;:!?)]|\.{1,3}|…)(?=\s|$)")

_SENTENCE_END = re.compile(r"[.!?…][)\]]*\s*$")

# A quotation whose paragraphs are not opened anew may run on for so many.
_LONGEST_RUN = 8


class Role(Enum):
    """What a mark does, as far as its neighbours tell."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation within one paragraph.

    Attributes:
        span: What stands between the marks.
        paragraph: Place of the paragraph among those given, from 0.
    """

    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotation marks of a text.

    Attributes:
        quoted: The quotations whose marks stand in one paragraph, in reading order.
        open: Marks that open a quotation nobody closes, in reading order.
        shut: Marks that close a quotation nobody opens, in reading order.
    """

    quoted: tuple[Quoted, ...]
    open: tuple[Span, ...]
    shut: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """The marks of one paragraph.

    Attributes:
        quoted: What stands between two marks, in order of its end.
        open: Marks left open.
        shut: Marks that close nothing.
        anew: It begins with a mark that opens.
        sure: No mark in it can be read in two ways.
    """

    quoted: tuple[Span, ...]
    open: tuple[Span, ...]
    shut: tuple[Span, ...]
    anew: bool
    sure: bool


def marks_of(text: str, paragraphs: Sequence[Span]) -> Marks:
    """Pair the quotation marks of some paragraphs of a text."""
    read = [_read(text, paragraph) for paragraph in paragraphs]
    quoted = [Quoted(span, place) for place, one in enumerate(read) for span in one.quoted]
    left_open: list[Span] = []
    left_shut: list[Span] = []
    running: int | None = None
    before_running = 0
    for place, one in enumerate(read):
        shut = one.shut
        if running is not None and shut and place - running <= _LONGEST_RUN:
            del left_open[before_running:]
            shut = shut[1:]
        if one.open or one.shut or one.quoted or not one.sure:
            running = place if one.open else None
            before_running = len(left_open)
        if one.sure:
            left_shut.extend(shut)
            left_open.extend(_left_open(text, paragraphs, read, place))
    singles = _singles(text, paragraphs)
    return Marks(
        quoted=tuple(sorted(quoted, key=lambda one: one.span)),
        open=tuple(sorted([*left_open, *singles])),
        shut=tuple(left_shut) if len(left_shut) < _SYSTEM else (),
    )


def _left_open(
    text: str, paragraphs: Sequence[Span], read: Sequence[_Paragraph], place: int
) -> Iterator[Span]:
    """Yield the marks of a paragraph that open what goes on nowhere."""
    if place + 1 < len(read) and read[place + 1].anew:
        return
    for mark in read[place].open:
        if not _may_go_on(text, paragraphs, place, mark):
            yield mark


def _read(text: str, paragraph: Span) -> _Paragraph:
    """Pair the marks of one paragraph, the inner quotations first."""
    waiting: list[Span] = []
    quoted: list[Span] = []
    shut: list[Span] = []
    sure = _LOW.isdisjoint(paragraph.of(text))
    going_on: set[Span] = set()
    anew = False
    for mark in _marks(text, paragraph):
        may_measure = mark.of(text) in _STRAIGHT and _stands_behind(_MEASURE, text, mark)
        if may_measure and not waiting:
            continue  # no quotation is open: inches
        role = _role(text, mark, paragraph)
        sure = sure and role is not Role.EITHER and not may_measure
        if role is Role.OPENS or (role is Role.EITHER and not waiting):
            anew = anew or not text[paragraph.start : mark.start].strip("‘'*([•- ")
            if waiting and _goes_on(text, waiting[-1], mark):
                waiting.pop()
                going_on.add(mark)
            waiting.append(mark)
        elif waiting:
            opening = waiting.pop()
            if opening.end < mark.start:
                quoted.append(Span(opening.end, mark.start))
        elif mark.of(text) not in _DOUBLED:
            shut.append(mark)
    # What goes on with a quotation and is never closed may have been its closing mark.
    sure = sure and not (waiting and shut) and going_on.isdisjoint(waiting)
    return _Paragraph(tuple(quoted), tuple(waiting), tuple(shut), anew=anew, sure=sure)


def _marks(text: str, paragraph: Span) -> Iterator[Span]:
    """Yield the double marks of a paragraph, but those of feet and inches ("6'2"")."""
    for found in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark = Span(*found.span())
        if not _stands_behind(_FEET, text, mark):
            yield mark


def _stands_behind(pattern: re.Pattern[str], text: str, mark: Span) -> bool:
    """Say whether a mark stands behind what a pattern finds."""
    return pattern.search(text, max(0, mark.start - _NUMBER), mark.start) is not None


def _role(text: str, mark: Span, paragraph: Span) -> Role:
    """Return what a mark does, by its neighbours and its shape; EITHER where they differ."""
    before = text[mark.start - 1] if mark.start > paragraph.start else " "
    behind = text[mark.end] if mark.end < paragraph.end else " "
    opens = before in _BEFORE and not behind.isspace()
    closes = behind in _BEHIND and not before.isspace()
    shape = mark.of(text)
    if opens and mark.of(text) in _STRAIGHT and before.isspace() and _POINT.match(text, mark.end):
        return Role.EITHER
    if opens and closes:
        # A dash or another mark on one side: what is a letter on the other side decides.
        opens, closes = behind.isalnum(), before.isalnum() or before in ".,!?"
    if opens == closes:
        by_shape = shape in _OPENS_BY_SHAPE or shape in _CLOSES_BY_SHAPE
        nested = before in "“”\"'‘’" or behind in "“”\"'‘’"
        if by_shape and nested:
            return Role.OPENS if shape in _OPENS_BY_SHAPE else Role.CLOSES
        return Role.EITHER
    if (opens and shape in _CLOSES_BY_SHAPE) or (closes and shape in _OPENS_BY_SHAPE):
        return Role.EITHER
    return Role.OPENS if opens else Role.CLOSES


def _goes_on(text: str, opening: Span, mark: Span) -> bool:
    """Say whether a mark goes on with a quotation, at what was the start of a paragraph."""
    between = text[opening.end : mark.start]
    return bool(_SENTENCE_END.search(between)) and not _cue().search(between)


def _may_go_on(text: str, paragraphs: Sequence[Span], place: int, mark: Span) -> bool:
    """Say whether a mark opens what goes on behind its paragraph, for all we know.

    The last paragraph may have been cut; one before a small letter was broken in mid-sentence.
    """
    if place + 1 < len(paragraphs):
        return text[paragraphs[place + 1].start].islower()
    return not _cue().search(text, mark.end, paragraphs[place].end)


@cache
def _cue() -> re.Pattern[str]:
    """Find a cue with its speaker, behind a mark that ends the words of a quotation."""
    words = open_library().lexicon("wording-checks.en").entries["quotations"]
    cue = f"(?:{'|'.join(words['cues'])})"
    known = "|".join(words["speakers"])
    name = r"[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3}"
    noun = r"(?:[Tt]he|[Aa]n?)\s+[a-z]+(?:\s+[a-z]+)?"
    speaker = rf"(?:(?i:{known})|{name}|{noun})"
    return re.compile(rf"[,?!.][\"'’”]{{0,2}}\s+(?:{speaker}\s+{cue}\b|{cue}\s+{speaker})")


def _singles(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """Return the single marks that open a quotation in a paragraph without any other."""
    found = []
    for place, paragraph in enumerate(paragraphs):
        words = paragraph.of(text)
        following = [other.of(text) for other in paragraphs[place + 1 : place + 2]]
        only = words.count("‘") == 1 and "’" not in words and "'" not in words
        goes_on = any(other.startswith("‘") or "’" in other for other in following)
        if not only or goes_on:
            continue
        for opening in _SINGLE.finditer(words):
            start = paragraph.start + opening.start()
            mark = Span(start, start + 1)
            if not _may_go_on(text, paragraphs, place, mark):
                found.append(mark)
    return found
