"""Two versions of a story: what changed without a word, and what an editor may change."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from factories import the_kit
from onrecord import wire
from onrecord.checks import against
from onrecord.checks.against import COMPARISONS
from onrecord.model import Query, Severity
from onrecord.reading import read
from onrecord.registry import Comparison, ReadReport

PAIRS = yaml.safe_load(Path(__file__).with_name("pairs.yaml").read_text("utf-8"))
RINGING = [(row["check"], row["old"], row["new"]) for row in PAIRS["ringing"]]
SILENT = [(row["old"], row["new"]) for row in PAIRS["silent"]]


@cache
def a_version(text: str) -> ReadReport:
    """Return a version of a story of 15 May 2024."""
    report = wire.story(text, origin="<test>", published_on=date(2024, 5, 15))
    return ReadReport(report, read(report, the_kit()))


def rung(old: str, new: str) -> tuple[Query, ...]:
    """Return what the comparisons find above a note."""
    found = against.run(a_version(old), a_version(new))
    return tuple(query for query in found if query.severity is not Severity.NOTE)


def test_names_of_comparisons_are_pinned() -> None:
    """Settings and marks name them."""
    names = [comparison.name for comparison in COMPARISONS]
    assert names == ["changed-figures", "dropped-claims", "lost-hedges"]


@pytest.mark.parametrize(
    ("check", "old", "new"), RINGING, ids=[f"{check}: {new[:40]}" for check, _, new in RINGING]
)
def test_change_without_a_word_is_asked_about(check: str, old: str, new: str) -> None:
    """By the comparison whose business it is, and by no other."""
    assert {query.check for query in rung(old, new)} == {check}


@pytest.mark.parametrize(("old", "new"), SILENT, ids=[new[:50] for _, new in SILENT])
def test_sound_edit_is_silent(old: str, new: str) -> None:
    """What adds, explains, or says the same in other words is no fault."""
    assert rung(old, new) == ()


@pytest.mark.parametrize("text", [text for pair in SILENT for text in pair], ids=lambda t: t[:50])
def test_a_story_has_not_changed_against_itself(text: str) -> None:
    """Whatever it says."""
    assert against.run(a_version(text), a_version(text)) == ()


@pytest.mark.parametrize("comparison", COMPARISONS, ids=lambda comparison: comparison.name)
def test_comparison_says_what_it_looks_for(comparison: Comparison) -> None:
    """One sentence, for the manual."""
    assert comparison.summary.endswith(".")


@pytest.mark.parametrize(("check", "old", "new"), RINGING, ids=lambda text: text[:40])
def test_results_point_into_both_versions(check: str, old: str, new: str) -> None:
    """Words of the newer one with their sentences, words of the older one apart."""
    del check
    for query in rung(old, new):
        assert query.before
        assert all(span.end <= len(old) for span in query.before)
        assert all(span.end <= len(new) for span in query.evidence)
        assert bool(query.cited) == bool(query.evidence)
        assert query.suggestion is not None


def test_source_that_is_gone_is_worth_a_note() -> None:
    """It may have been trimmed."""
    old = "Two men were killed. Governor Amadou Sall said that roads were closed."
    (query,) = against.run(a_version(old), a_version("Two men were killed."))
    assert query.severity is Severity.NOTE
    assert "Sall" in query.message


def test_message_shows_what_became_of_the_hedge() -> None:
    """In the words of both versions."""
    old = "The blast could have been caused by a gas leak, the mayor said."
    (query,) = rung(old, old.replace("could have been", "was"))
    assert (
        query.message == "The hedge “could” is gone: “could have been caused” became “was caused”."
    )
