"""How much hints count."""

from __future__ import annotations

from onrecord.claims.occurrence.weights import Weights, shipped, weigh


def test_a_hint_that_is_not_listed_counts_nothing() -> None:
    """Only what was fitted counts."""
    assert weigh({"near": 1.0, "unheard of": 1.0}, {"near": 0.5}) == 0.5


def test_strength_of_a_hint_multiplies_what_it_counts() -> None:
    """A share counts in part."""
    assert weigh({"share": 0.5}, {"share": 2.0}) == 1.0


def test_shipped_weights_have_all_tables() -> None:
    """Each kind of answer has weights, and a place its thresholds."""
    found = shipped()
    assert isinstance(found, Weights)
    assert all((found.when, found.where, found.country))
    assert {*found.least} == {"place", "finer", "quarter"}
