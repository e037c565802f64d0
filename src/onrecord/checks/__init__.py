"""Desk checks: what does not add up in a report, for an editor to fix or ask about.

Each looks at one report and its reading, in one file with one exported row. A check that finds
nothing to say says nothing; one that rings for sound copy is worse than none.
"""

from onrecord.checks import (
    accusations,
    ages,
    clock,
    codes,
    corrections,
    direction,
    distance,
    exchanges,
    headline,
    names,
    places,
    quotations,
    sources,
    sums,
    tally,
    units,
    weekday,
)
from onrecord.model import Query, Reading, Report
from onrecord.registry import Check

CHECKS: tuple[Check, ...] = (
    names.CHECK,
    codes.CHECK,
    exchanges.CHECK,
    places.CHECK,
    units.CHECK,
    distance.CHECK,
    direction.CHECK,
    weekday.CHECK,
    clock.CHECK,
    ages.CHECK,
    sums.CHECK,
    headline.CHECK,
    tally.CHECK,
    sources.CHECK,
    quotations.CHECK,
    accusations.CHECK,
    corrections.CHECK,
)


def run(report: Report, reading: Reading) -> tuple[Query, ...]:
    """Return what all checks found in a report, check by check, each in reading order."""
    return tuple(query for check in CHECKS for query in check.run(report, reading))


__all__ = ["CHECKS", "run"]
