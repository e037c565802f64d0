"""What several claims of one count allow together, or which of them cannot both be so.

Intervals on a line have a count in common if every two of them have (Helly's theorem in one
dimension). So claims that allow nothing together always hold two that clash, and naming those tells
the whole fault.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.intervals.algebra import ANYTHING, meet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.intervals.interval import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What claims of one count come to.

    Attributes:
        interval: The counts that every claim allows, the tightest there is; None where there are
            none. No claims allow any count.
        clashes: Places, in the order given, of each two claims that cannot both be so; empty
            exactly where `interval` is given.
    """

    interval: Interval | None
    clashes: tuple[tuple[int, int], ...] = ()


def agreement(claims: Sequence[Interval]) -> Agreement:
    """Return the tightest interval that claims of one count allow, or which of them clash."""
    shared: Interval | None = ANYTHING
    for claim in claims:
        shared = None if shared is None else meet(shared, claim)
    if shared is not None:
        return Agreement(interval=shared)
    return Agreement(
        interval=None,
        clashes=tuple(
            (left, right)
            for left, right in combinations(range(len(claims)), 2)
            if meet(claims[left], claims[right]) is None
        ),
    )
