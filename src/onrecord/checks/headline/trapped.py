"""What no claim tells of the people of a story, and headlines do: who is trapped or stranded.

A count without a fate is given one where the word for it stands right before ("trapping 16 men")
or behind ("16 men were trapped"). Where a headline's number is what is left of one count of the
story less another, it may be of another hour, and nothing is to be said of it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import permutations
from typing import TYPE_CHECKING

from onrecord.intervals import difference, meet
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.checks._tolls import Toll
    from onrecord.checks.headline.titles import Titled
    from onrecord.model import Report

# How far from a count the word stands that tells what befell those people.
_REACH = 40
_MOST = 14


def with_fates(report: Report, counted: Sequence[Toll]) -> list[Toll]:
    """Return counts of people; words beside them tell what befell them where no claim does."""
    return [
        one if one.slot is not None else replace(one, slot=_fate(report, one)) for one in counted
    ]


def is_left(one: Titled, counted: Sequence[Toll]) -> bool:
    """Say whether a headline counts people of such a fate, and may count those who are left."""
    if one.slot not in _patterns():
        return False
    intervals = [toll.interval for toll in counted if not toll.is_article][:_MOST]
    lefts = (difference(some, gone) for some, gone in permutations(intervals, 2))
    return any(left is not None and meet(left, one.interval) is not None for left in lefts)


def _fate(report: Report, one: Toll) -> str | None:
    text, span = report.text, one.span
    before = text[max(0, span.start - _REACH) : span.start]
    for slot, (ahead, behind) in _patterns().items():
        if ahead.search(before) or behind.match(text, span.end, span.end + _REACH):
            return slot
    return None


@cache
def _patterns() -> Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """Return what tells each such fate, before a count and behind it."""
    table = open_library().lexicon("checks.en").entries["headline"]
    found = {}
    for slot, words in table["told"].items():
        told, links = "|".join(words), "|".join(table["between"][slot])
        ahead = re.compile(rf"\b(?:{told})\s+$", re.IGNORECASE)
        behind = re.compile(rf"(?:\s+(?:{links}))+\s+(?:{told})\b", re.IGNORECASE)
        found[slot] = (ahead, behind)
    return found
