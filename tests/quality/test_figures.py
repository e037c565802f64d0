"""Figures in sentences of our own, at or above the floors."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks.counts import Outcome, run
from factories import the_kit

FLOORS = {
    "intervals": 99.0,
    "what is counted": 96.0,
}
"""Percent, at least, of the open half; raised when it rises."""


@cache
def outcome() -> Outcome:
    """Return how the open half is read today."""
    return run("open", the_kit())


@pytest.mark.parametrize("measure", FLOORS)
def test_open_half_is_read_as_well_as_before(measure: str) -> None:
    """A fall below the floor is a step back."""
    rate = outcome().rates[measure]
    assert rate.of > 0
    assert 100 * rate.right / rate.of >= FLOORS[measure], "\n".join(outcome().misses)
