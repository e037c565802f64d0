"""Sums, differences and what intervals share.

With `total` and `NOTHING` intervals are a commutative monoid: the order and grouping of parts make
no difference. With `meet` and `hull` they are a lattice ordered by inclusion, but for the empty
set, which `meet` gives as None. `total`, `meet` and `hull` are monotone: narrower intervals in give
no wider one out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.intervals.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Iterable

NOTHING = Interval(low=0, high=0)
"""None at all: the sum of no parts."""

ANYTHING = Interval()
"""Any count: what is known where nobody says anything."""


def total(parts: Iterable[Interval]) -> Interval:
    """Return how many disjoint parts are together: {a + b | a in A, b in B}, and so on.

    The sum is open at the top as soon as one part is.
    """
    low, high = 0, 0
    is_open = False
    for part in parts:
        low += part.low
        if part.high is None:
            is_open = True
        else:
            high += part.high
    return Interval(low=low, high=None if is_open else high)


def difference(whole: Interval, part: Interval) -> Interval | None:
    """Return how many are left when a part is taken out: {w - p | w in W, p in P, p <= w}.

    Returns:
        The interval; None if no such part fits in any such whole.
    """
    if whole.high is not None and part.low > whole.high:
        return None
    low = 0 if part.high is None else max(0, whole.low - part.high)
    return Interval(low=low, high=None if whole.high is None else whole.high - part.low)


def meet(left: Interval, right: Interval) -> Interval | None:
    """Return the counts that are in both, the greatest lower bound; None if there are none."""
    low = max(left.low, right.low)
    highs = [end for end in (left.high, right.high) if end is not None]
    high = min(highs, default=None)
    return None if high is not None and high < low else Interval(low=low, high=high)


def hull(intervals: Iterable[Interval]) -> Interval:
    """Return the narrowest interval that has all of these within it, the least upper bound.

    Raises:
        ValueError: There are none.
    """
    every = tuple(intervals)
    if not every:
        raise ValueError("the hull of no intervals is undefined")
    highs = [one.high for one in every]
    closed = [end for end in highs if end is not None]
    return Interval(
        low=min(one.low for one in every),
        high=max(closed) if len(closed) == len(highs) else None,
    )
