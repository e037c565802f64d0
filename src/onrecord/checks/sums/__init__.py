"""Figures that do not add up to their total: "six people, four women and three children".

A total is held against the parts that its own sentence gives it ("including", "of whom", "of the
40", a list behind a colon or between dashes), against figures by nationality from anywhere in the
report, and against a list of kinds of people further down ("the dead were five guards, three cooks
and two drivers"). Parts may be hedged: only what no numbers within their intervals can make good is
told. Parts that make less than their total are no fault unless the words spell the total out, as
those between two commas do ("six soldiers, four men and three women, were"); parts that may overlap
("three women", "five Japanese") are never added. Who speaks is no part of what he counts.

Reads the figures of a reading, and its claims for what befell those counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.checks._tolls import tolls
from onrecord.checks.sums.listed import listed
from onrecord.checks.sums.nations import by_nation
from onrecord.checks.sums.results import NAME
from onrecord.checks.sums.stated import stated
from onrecord.checks.sums.told_all import told_all
from onrecord.model import Query, Reading, Report
from onrecord.registry import Check

if TYPE_CHECKING:
    from collections.abc import Iterable


def check(report: Report, reading: Reading) -> tuple[Query, ...]:
    """Return what totals with parts come to, in reading order."""
    counted = tolls(report, reading)
    found = list(stated(report.text, reading, counted))
    found += _beside(found, by_nation(reading))
    found += _beside(found, listed(report, reading, counted))
    found += _beside(found, told_all(report, reading, counted))
    return tuple(sorted(found, key=lambda query: query.evidence))


def _beside(own: list[Query], others: Iterable[Query]) -> list[Query]:
    """Return the results on figures of which nothing was said yet."""
    told = {span for query in own for span in query.evidence}
    return [query for query in others if not told.issuperset(query.evidence)]


CHECK = Check(
    name=NAME,
    summary="The parts of a figure make no more than their total.",
    run=check,
)
