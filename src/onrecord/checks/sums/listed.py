"""Kinds of people listed further down against the lead's total: "the dead were four women and ...".

Only a list of one sentence is added, of kinds that nobody can be two of, and only against the one
total that the report gives of those of that fate.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.checks._tolls import are_apart, holds, is_elsewhere, is_explained, sentence_text
from onrecord.checks.sums.results import added_up, by_trade, many, result
from onrecord.intervals import Fit, fit, total
from onrecord.model import Query, Reading, Report, Severity
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.checks._tolls import Toll

_PARTS = 2
# Between two kinds: who one of them are may be told ("five guards who slept there, two cooks").
_JOINT = re.compile(
    r"(?:\s+(?:who|from|of|with)\s[^,;:.\d]{1,40})?\s*(?:,|;)?\s*(?:and|as well as)?\s*"
)


def listed(report: Report, reading: Reading, counted: Sequence[Toll]) -> Iterator[Query]:
    """Yield a query for each later list that makes more than the one total of its fate."""
    for whole in counted:
        if whole.sentence != 0 or whole.slot is None or not _is_total(whole):
            continue
        totals = {one.interval for one in counted if one.slot == whole.slot and _is_total(one)}
        if len(totals) > 1:
            continue
        for parts in _lists(report.text, whole, counted):
            added = total(part.interval for part in parts)
            text = sentence_text(report, reading, parts[0])
            if fit(added, whole.interval) is not Fit.CANNOT or is_explained(text):
                continue
            if not is_elsewhere(reading, whole, parts[0]):
                message = f"{added_up(parts)}, more than {many(whole.interval)}."
                yield result(
                    reading, Severity.QUERY, message, [whole.span, *(part.span for part in parts)]
                )


def _is_total(toll: Toll) -> bool:
    whole = toll.mention.part_of is None and not toll.is_article
    return toll.is_general and whole and holds(toll)


def _lists(text: str, whole: Toll, counted: Sequence[Toll]) -> Iterator[list[Toll]]:
    """Yield the lists of kinds of people of the same fate, each of one later sentence."""
    run: list[Toll] = []
    for one in counted:
        kind = one.slot == whole.slot and one.sentence > 0 and bool(one.noun) and holds(one)
        # "Two guards who slept there, three cooks": the cooks may be read as some of the guards.
        outer = {None, *(() if one.is_some else (other.span for other in run))}
        kind = kind and not one.is_general and one.mention.part_of in outer
        goes_on = bool(run) and run[-1].sentence == one.sentence
        if kind and goes_on and _JOINT.fullmatch(text, run[-1].span.end, one.span.start):
            run.append(one)
            continue
        if _are_kinds(text, run):
            yield run
        run = [one] if kind else []
    if _are_kinds(text, run):
        yield run


def _are_kinds(text: str, run: Sequence[Toll]) -> bool:
    """Say whether nobody is of two kinds: also by trade, where a list says who the dead were."""
    if len(run) < _PARTS:
        return False
    told = _told_who().search(text[: run[0].span.start]) is not None
    return all(
        are_apart(one, two) or (told and by_trade(one, two)) for one, two in combinations(run, 2)
    )


@cache
def _told_who() -> re.Pattern[str]:
    """Return what stands before a list of all who were struck: "the dead were "."""
    words = open_library().lexicon("checks.en").entries["sum"]["told_who"]
    return re.compile(
        rf"\b(?:the|those)\s+(?:{'|'.join(words)})\s+(?:were|are|comprised?)\s+$", re.IGNORECASE
    )
