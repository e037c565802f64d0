"""Desk checks of two versions of one story: what changed without a word?

Each looks at both versions with their readings, in one file with one exported row. A new version
that adds, that explains what it changes, or that says the same in other words is sound.
"""

from onrecord.checks.against import changed_figures, dropped_claims, lost_hedges
from onrecord.model import Query
from onrecord.registry import Comparison, ReadReport

COMPARISONS: tuple[Comparison, ...] = (
    changed_figures.COMPARISON,
    dropped_claims.COMPARISON,
    lost_hedges.COMPARISON,
)


def run(older: ReadReport, newer: ReadReport) -> tuple[Query, ...]:
    """Return what all comparisons found, one by one."""
    return tuple(query for one in COMPARISONS for query in one.run(older, newer))


__all__ = ["COMPARISONS", "run"]
