"""How the check of sums words what it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.checks._evidence import cited
from onrecord.checks._measures import number
from onrecord.intervals import total
from onrecord.model import Query, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.checks._tolls import Toll
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


def named(part: Toll) -> str:
    """Return how many of whom: "7 soldiers", "(28 to 32) pupils"."""
    shown = number(part.interval.low) if part.interval.is_exact else f"({many(part.interval)})"
    # The people of "three of the 9 nuns" are told with the number of all.
    words = part.population.words
    return f"{shown} {words}".rstrip() if words[:1].isalpha() else shown


def by_trade(one: Toll, other: Toll) -> bool:
    """Say whether two kinds of one list are told apart by what they do: "guards", "drivers"."""
    plain = [
        toll.noun and not toll.is_general and not toll.population.nationality
        for toll in (one, other)
    ]
    unsexed = not (one.population.sex or other.population.sex)
    return all(plain) and unsexed and one.noun != other.noun


def added_up(parts: Sequence[Toll]) -> str:
    """Return a sum with what it makes: "4 women + 3 men = 7"."""
    made = total(part.interval for part in parts)
    return f"{' + '.join(named(part) for part in parts)} = {many(made)}"
