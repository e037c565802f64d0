"""All who were struck, told kind by kind, against the lead's total: "those killed were two ...".

Words that say the list is of all of them ("the dead were", "those killed were") make it a sum that
must come to the total, no more and no less. Nothing is said of a list that is open at its end, of
one behind which somebody is added, and where the report gives more than one total.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from onrecord.checks._tolls import holds, is_explained
from onrecord.checks.sums.results import added_up, many, result
from onrecord.intervals import meet, total
from onrecord.model import Query, Reading, Report, Severity, Span
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.checks._tolls import Toll

_PARTS = 2
# Who one kind is may be told between two, but of nobody else.
_WHO = r"(?:\s+(?:who|from|of|in|at)\s(?:(?!\band\b|\bor\b)[^,;:.\d\n]){1,50})?"
_JOINT = re.compile(rf"{_WHO}\s*(?:,|;)?\s*(?P<last>and|as well as)?\s*")
_END = re.compile(rf"{_WHO}\s*(?=[.,;]|$)")


def told_all(report: Report, reading: Reading, counted: Sequence[Toll]) -> Iterator[Query]:
    """Yield a query for each list of all who were struck that comes to another number."""
    for slot, pattern in _patterns().items():
        for found in pattern.finditer(report.text, report.body.start, report.body.end):
            parts = _parts(report.text, found.end(), counted)
            whole = _total(slot, [one for one in counted if one not in parts])
            if not parts or whole is None or _is_open(report, reading, parts):
                continue
            if parts[0].sentence <= whole.sentence:
                continue
            added = total(part.interval for part in parts)
            if meet(added, whole.interval) is None and not _is_of_a_time(reading, parts):
                yield result(
                    reading,
                    Severity.QUERY,
                    f"{added_up(parts)}, but all of them are {many(whole.interval)}.",
                    [whole.span, *(part.span for part in parts)],
                )


def _total(slot: str, counted: Sequence[Toll]) -> Toll | None:
    """Return the one exact total of a fate, which the first sentence gives; None if none does."""
    totals = [
        one for one in counted if one.slot == slot and one.interval.high != 0 and not one.is_article
    ]
    if not totals or totals[0].sentence != 0 or len({one.interval for one in totals}) > 1:
        return None
    first = totals[0]
    plain = first.mention.part_of is None and holds(first) and first.interval.is_exact
    return first if plain and not first.is_some else None


def _parts(text: str, start: int, counted: Sequence[Toll]) -> list[Toll]:
    """Return the kinds of a list that begins at a place and is closed; none where it is not."""
    run: list[Toll] = []
    closed = False
    for one in counted:
        if one.span.start < start or closed:
            continue
        joint = _JOINT.fullmatch(text, run[-1].span.end, one.span.start) if run else None
        if not one.interval.is_exact or one.is_some or not (joint or one.span.start == start):
            break
        run.append(one)
        closed = joint is not None and joint["last"] is not None
    return run if closed and len(run) >= _PARTS else []


def _is_open(report: Report, reading: Reading, parts: Sequence[Toll]) -> bool:
    """Say whether a list goes on behind its last kind, or its sentence tells of others."""
    end = _END.match(report.text, parts[-1].span.end)
    if end is None or _joined().match(report.text, end.end()):
        return True
    sentence = reading.sentences[parts[0].sentence]
    around = sentence.of(report.text)
    return is_explained(_nobody_else().sub(" ", around))


def _is_of_a_time(reading: Reading, parts: Sequence[Toll]) -> bool:
    """Say whether a time stands before a list or in it: its people may be of another day."""
    told = Span(reading.sentences[parts[0].sentence].start, parts[-1].span.end)
    return any(told.covers(mention.span) for mention in reading.mentions.times)


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    """Return what stands before a list of all who were struck, by what befell them."""
    return {
        slot: re.compile(
            rf"\b(?:the|those|all those)\s+(?:{'|'.join(words)})\s+(?:were|are)\s+", re.IGNORECASE
        )
        for slot, words in open_library().lexicon("checks.en").entries["sum"]["told_all"].items()
    }


@cache
def _joined() -> re.Pattern[str]:
    words = "|".join(_words("joined"))
    nobody = "|".join(_words("nobody_else"))
    return re.compile(rf"[,;]\s*(?:{words})\s+(?!(?:{nobody})\b)", re.IGNORECASE)


@cache
def _nobody_else() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_words('nobody_else'))})\b", re.IGNORECASE)


def _words(name: str) -> Sequence[str]:
    words: Sequence[str] = open_library().lexicon("checks.en").entries["sum"][name]
    return words
