"""Bodies and people of reports of our own, at or above the floors."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks.bodies import Outcome, run
from factories import the_kit

FLOORS = {
    "bodies and people found": 94.0,
    "bodies and people right": 96.0,
    "other names joined, found": 95.0,
    "other names joined, right": 98.0,
    "role nouns and pronouns resolved, found": 94.0,
    "role nouns and pronouns resolved, right": 97.0,
    "roles of people found": 95.0,
    "roles of people right": 95.0,
    "affiliations found": 90.0,
    "affiliations right": 95.0,
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
