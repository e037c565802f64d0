"""How two intervals stand to each other, and whether a part fits in a whole."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from onrecord.intervals.algebra import ANYTHING, meet

if TYPE_CHECKING:
    from onrecord.intervals.interval import Interval


class Relation(StrEnum):
    """What one claim of a count is to another claim of the same count."""

    EQUAL = "equal"
    """Both allow the same counts."""
    NARROWER = "narrower"
    """All the first allows the second allows too, and more: "12" to "at least 10"."""
    WIDER = "wider"
    """The other way round."""
    COMPATIBLE = "compatible"
    """Some counts are allowed by both, and each allows others: "at least 10", "up to 12"."""
    CONTRADICTORY = "contradictory"
    """No count is allowed by both."""
    UNKNOWN = "unknown"
    """One of them allows any count at all, so nothing can be held against it."""


def relation(left: Interval, right: Interval) -> Relation:
    """Return what the first is to the second.

    EQUAL, COMPATIBLE, CONTRADICTORY and UNKNOWN are symmetric; NARROWER and WIDER mirror each
    other.
    """
    if ANYTHING in (left, right):
        return Relation.UNKNOWN
    if left == right:
        return Relation.EQUAL
    shared = meet(left, right)
    if shared is None:
        return Relation.CONTRADICTORY
    if shared == left:
        return Relation.NARROWER
    return Relation.WIDER if shared == right else Relation.COMPATIBLE


class Fit(StrEnum):
    """Whether so many can be among so many."""

    MUST = "must"
    """Whatever the two counts are, the part is no more than the whole."""
    CAN = "can"
    """For some counts it is, for others not."""
    CANNOT = "cannot"
    """Whatever they are, the part is more than the whole."""


def fit(part: Interval, whole: Interval) -> Fit:
    """Return whether a part fits in a whole; narrowing either can only turn CAN into another."""
    if whole.high is not None and part.low > whole.high:
        return Fit.CANNOT
    return Fit.MUST if part.high is not None and part.high <= whole.low else Fit.CAN
