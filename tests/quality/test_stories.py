"""The briefs of the example stories carry what a careful editor reads out of them."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks.examples import NAMES, outcome_of
from benchmarks.matching import Outcome
from onrecord.desk import Desk

FLOORS = {"market-bombing": 0.92, "mine-convoy": 0.80, "tanker-hijacking": 0.85}
"""The share of items found, at least; raised when it rises, lowered only with a reason."""

KNOWN_FALSE: tuple[tuple[str, str], ...] = ()
"""False facts that this version still tells, by example and item."""


@cache
def desk() -> Desk:
    """Return one desk for all examples."""
    return Desk()


@cache
def outcome(name: str) -> Outcome:
    """Return how the brief of an example does today."""
    return outcome_of(name, desk())


def test_every_example_has_a_floor() -> None:
    """A new example is measured from its first day."""
    assert set(NAMES) == set(FLOORS)


@pytest.mark.parametrize("name", NAMES)
def test_brief_carries_what_it_did(name: str) -> None:
    """The share of items found does not fall below its floor."""
    found = outcome(name)
    assert found.share >= FLOORS[name], f"{name}\n{found}"


@pytest.mark.parametrize("name", NAMES)
def test_brief_tells_nothing_false(name: str) -> None:
    """False facts are worse than missing ones: each that remains is listed by name."""
    known = {item for example, item in KNOWN_FALSE if example == name}
    assert set(outcome(name).false) == known
