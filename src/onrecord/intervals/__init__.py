"""Interval arithmetic on counts: what several figures can amount to together.

A figure of a report is an interval: "at least 12" is 12 or more. Here intervals are added, held
against each other and against a whole, without a word of the report and without a guess. All
results are exact: every count in a result is possible, and no possible count is missing.

The members of an interval are whole numbers from 0 up, since nobody counts fewer than none.
Measures ("1,300 km") are not counted and have no place here. After Moore, Kearfott and Cloud
(2009), Introduction to Interval Analysis, chapters 2 and 5.
"""

from onrecord.intervals.agreement import Agreement, agreement
from onrecord.intervals.algebra import ANYTHING, NOTHING, difference, hull, meet, total
from onrecord.intervals.interval import Interval
from onrecord.intervals.relations import Fit, Relation, fit, relation

__all__ = [
    "ANYTHING",
    "NOTHING",
    "Agreement",
    "Fit",
    "Interval",
    "Relation",
    "agreement",
    "difference",
    "fit",
    "hull",
    "meet",
    "relation",
    "total",
]
