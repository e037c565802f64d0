"""How the check of sums words what it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.checks._evidence import cited
from onrecord.checks._measures import number
from onrecord.model import Query, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.intervals import Interval
    from onrecord.model import Reading, Span

NAME = "sum"


def result(reading: Reading, severity: Severity, message: str, spans: Sequence[Span]) -> Query:
    """Return what was found in words of a report."""
    evidence = tuple(sorted(set(spans)))
    return Query(
        check=NAME,
        severity=severity,
        message=message,
        suggestion=None if severity is Severity.OK else "Ask which of the figures is right.",
        evidence=evidence,
        cited=cited(reading, evidence),
    )


def many(interval: Interval) -> str:
    """Return how many it can be, in words: "7", "7 or more", "7 to 9"."""
    if interval.is_exact:
        return number(interval.low)
    if interval.high is None:
        return f"{number(interval.low)} or more"
    if interval.low == 0:
        return f"{number(interval.high)} or fewer"
    return f"{number(interval.low)} to {number(interval.high)}"
