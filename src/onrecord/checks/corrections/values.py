"""What a notice of correction says is right and what was wrong, and where the wrong still stands.

Read are "to 14, not 41", "from Clark to Clarke", "Smyth instead of Smith". The wrong value counts
as standing only outside the notices, and as a word of its own: a figure as the figure of its slot
where the notice names one ("number of dead"), else only if the right one stands nowhere; a name, a
day or a place likewise, or where it is a slip of the right one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.checks._slips import is_slip
from onrecord.checks.corrections.notices import entries
from onrecord.model import Bearing, Figure, Span
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.model import Reading, Report

# A value is a few words; a point or comma in it stands between digits.
_WORD = r"\w(?:[\w'’%-]|[.,](?=\d))*"
_VALUE = rf"[\"'“‘]?(?P<{{name}}>[$£€]?{_WORD}(?:\s+{_WORD}){{{{0,4}}}}?)[\"'”’]?"
_QUOTED = r"[\"'“‘](?P<{name}>[^\"'”’]+)[\"'”’]"
_END = r"(?=\s*(?:[.;:)\]]|,(?!\d)|\s(?:{ends})\b|$))"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One value put in the place of another.

    Attributes:
        right: The right one, as written.
        wrong: The wrong one, as written.
        slot: The slot of the incident schema that the notice names; None where it names none.
    """

    right: str
    wrong: str
    slot: str | None


def corrections(words: str) -> tuple[Correction, ...]:
    """Return the values that a notice corrects, in reading order."""
    found: dict[str, str] = {}
    for pattern in _patterns():
        for match in pattern.finditer(words):
            wrong, right = match["wrong"].strip(" ,."), match["right"].strip(" ,.")
            # "To say the fire was in Kano, not Kaduna": the shortest is the value alone.
            found[wrong] = min(found.get(wrong, right), right, key=len)
    slot = _slot(words)
    return tuple(
        Correction(right=right, wrong=wrong, slot=slot)
        for wrong, right in found.items()
        if right.lower() != wrong.lower()
    )


def standing(
    report: Report, reading: Reading, correction: Correction, notices: Sequence[Span]
) -> tuple[Span, ...]:
    """Return where a wrong value still stands in the story, as far as that is sure."""
    wrong = _count(correction.wrong)
    if wrong is not None and correction.slot is not None:
        return tuple(_claimed(reading, correction.slot, wrong, notices))
    if wrong is not None:
        return tuple(_counted(reading, wrong, _count(correction.right), notices))
    if not correction.wrong[0].isupper():
        return ()
    left = tuple(_words(report, correction.wrong, notices))
    has_right = any(True for _ in _words(report, correction.right, notices))
    if has_right and not is_slip(correction.wrong.lower(), correction.right.lower()):
        return ()
    return left


def _claimed(reading: Reading, slot: str, wrong: int, notices: Sequence[Span]) -> Iterator[Span]:
    """Yield where a slot is claimed to have a number."""
    for claim in reading.claims:
        told = claim.slot == slot and not claim.negated
        if told and _is(claim.value, wrong) and not _inside(claim.evidence, notices):
            yield claim.evidence


def _counted(
    reading: Reading, wrong: int, right: int | None, notices: Sequence[Span]
) -> Iterator[Span]:
    """Yield where a number stands in a story that has the right one nowhere."""
    mentions = [one for one in reading.mentions.figures if not _inside(one.span, notices)]
    if right is not None and not any(_is(one.figure, right) for one in mentions):
        yield from (one.span for one in mentions if _is(one.figure, wrong))


def _is(value: object, count: int) -> bool:
    exact = isinstance(value, Figure) and value.low == value.high == count
    return exact and isinstance(value, Figure) and value.bearing is not Bearing.FORMER


def _inside(span: Span, notices: Sequence[Span]) -> bool:
    return any(notice.overlaps(span) for notice in notices)


def _words(report: Report, value: str, notices: Sequence[Span]) -> Iterator[Span]:
    """Yield where words stand in a story, outside its notices."""
    for found in re.finditer(rf"(?<!\w){re.escape(value)}(?!\w)", report.text):
        span = Span(*found.span())
        if report.body.covers(span) and not _inside(span, notices):
            yield span


def _count(words: str) -> int | None:
    """Return the number that words give; None where they give none."""
    bare = words.replace(",", "")
    if bare.isascii() and bare.isdigit():
        return int(bare)
    parts = [_numbers().get(part) for part in re.split(r"[\s-]+", words.lower())]
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


def _slot(words: str) -> str | None:
    """Return the slot whose figures a notice names; None where it names none, or several."""
    named = [
        slot
        for slot, nouns in entries()["slots"].items()
        if re.search(rf"\b(?:{'|'.join(nouns)})\b", words, re.IGNORECASE)
    ]
    return named[0] if len(named) == 1 else None


@cache
def _numbers() -> Mapping[str, int]:
    units: Mapping[str, int] = open_library().lexicon("numbers.en").entries["units"]
    return units


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    end = _END.format(ends="|".join(entries()["ends"]))
    right, wrong = _VALUE.format(name="right"), _VALUE.format(name="wrong")
    one_word = r"(?P<right>[A-Z0-9](?:[\w’'-]|[.,](?=\d))*)"
    quoted_wrong, quoted_right = _QUOTED.format(name="wrong"), _QUOTED.format(name="right")
    but_not = r",?\s+(?:not|instead of|rather than)\s+"
    shapes = (
        rf"\bto\s+{right}{but_not}{wrong}{end}",
        rf"\bto\s+{right}\s+from\s+{wrong}{end}",
        rf"\bfrom\s+{wrong}\s+to\s+{right}{end}",
        rf"\bcorrects\s+{quoted_wrong}\s+to\s+{quoted_right}",
        rf"(?<!\w){one_word}{but_not}{wrong}{end}",
    )
    return tuple(re.compile(shape) for shape in shapes)
