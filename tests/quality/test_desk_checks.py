"""Desk checks on stories of our own: what was planted is found, and clean copy is left alone."""

from __future__ import annotations

from functools import cache

from benchmarks.desk_checks import TABLE, Outcome, run
from factories import the_kit
from onrecord.checks import CHECKS
from onrecord.checks.against import COMPARISONS

RECALL = 93.0
"""Percent of the planted faults of the open half, at least."""

FALSE_ALARMS = 0
"""Findings above a note in the clean stories of the open half, at most."""


@cache
def outcome() -> Outcome:
    """Return what the checks find in the open half today."""
    return run("open", the_kit())


def test_planted_faults_are_found() -> None:
    """A fall below the floor is a step back."""
    rate = outcome().recall
    assert rate.of > 0
    assert 100 * rate.right / rate.of >= RECALL, "\n".join(outcome().misses)


def test_clean_stories_are_left_alone() -> None:
    """A check that rings for sound copy is worse than none."""
    assert outcome().clean > 0
    assert outcome().false <= FALSE_ALARMS, "\n".join(outcome().misses)


def test_every_kind_of_fault_has_a_check_that_is_there() -> None:
    """The table of the benchmark names checks by their names."""
    names = {check.name for check in CHECKS} | {one.name for one in COMPARISONS}
    for kind, found_by in TABLE["kinds"].items():
        assert names.intersection(found_by), kind
