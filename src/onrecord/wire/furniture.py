"""Lines that belong to no story: "ENDS", "Our Standards: ...", copyright, dates."""

from __future__ import annotations

import re
from functools import cache

from onrecord.wire.conventions import alternatives, words
from onrecord.wire.dates import WrittenDay, read_day, read_time, read_weekday

# A standing line is short; a sentence that opens like one ("More: ...") may not be.
_MOST_WORDS = 40
_LONGEST_LINE = 400
_LONGEST_DATE_LINE = 120

_RULE = re.compile(r"[\W_]+")
_JOINT = re.compile(r"[\s,;:|·•–—()/-]+")
_AGE = re.compile(r"\d{1,2}\s+(?:minutes?|mins?|hours?|days?)\s+ago\b", re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """Say whether a line is a standing line, or a rule of marks."""
    if len(line) > _LONGEST_LINE:
        return False
    bare = " ".join(line.lower().split())
    if bare.rstrip(".") in words("furniture", "lines") or _RULE.fullmatch(line):
        return True
    parts = bare.split()
    if len(parts) > _MOST_WORDS:
        return False
    if all(part in words("agencies", "marks") for part in parts):
        return True
    return bare.startswith(_openings()) or _follow().fullmatch(bare) is not None


def is_caption(line: str) -> bool:
    """Say whether a line is the caption of a picture, as the brackets at its end tell."""
    return len(line) <= _LONGEST_LINE and _caption().search(line) is not None


def read_date_line(text: str, start: int, end: int) -> tuple[WrittenDay | None] | None:
    """Return the day a line gives that holds nothing else; None if it is no such line.

    A line that only says at which hour the story was updated gives (None,).
    """
    if end - start > _LONGEST_DATE_LINE:
        return None
    day: WrittenDay | None = None
    pos, labelled, timed = start, False, False
    while pos < end:
        before = pos
        if (found := _label().match(text, pos, end)) is not None:
            pos, labelled = found.end(), True
        elif day is None and (day := read_day(text, pos, end)) is not None:
            pos = day.end
        elif (after := read_time(text, pos, end)) != pos:
            pos, timed = after, True
        elif (after := read_weekday(text, pos, end)) != pos:
            pos = after
        elif (found := _AGE.match(text, pos, end) or _JOINT.match(text, pos, end)) is not None:
            pos = found.end()
            timed = timed or found.re is _AGE
        if pos == before:
            return None
    return (day,) if day is not None or (labelled and timed) else None


@cache
def _label() -> re.Pattern[str]:
    labels = f"{alternatives('dates', 'labels')}|{alternatives('dates', 'updates')}"
    return re.compile(rf"(?:{labels}|at|on)\b\s*:?", re.IGNORECASE)


@cache
def _openings() -> tuple[str, ...]:
    return tuple(sorted(words("furniture", "openings")))


@cache
def _caption() -> re.Pattern[str]:
    marks = alternatives("furniture", "captions")
    return re.compile(rf"\([^()]*\b(?:{marks})\b[^()]*\)\W*$", re.IGNORECASE)


@cache
def _follow() -> re.Pattern[str]:
    sites = "|".join(sorted(words("furniture", "follow")))
    return re.compile(rf"follow [^.]{{2,60}} on (?:{sites})\b.{{0,80}}")
