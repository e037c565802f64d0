"""Names of places and firms that differ in the vowel at their end."""

from __future__ import annotations

import pytest

from factories import read_story
from onrecord.checks import names, places
from onrecord.checks._slips import is_other_vowel
from onrecord.registry import Check
from readings import a_report


@pytest.mark.parametrize(
    ("text", "check", "pair"),
    [
        (
            "Gunmen seized the plant in Tal Hamrouna. They left Tal Hamroune at dawn.",
            places.CHECK,
            ("Tal Hamrouna", "Tal Hamroune"),
        ),
        (
            (
                "The mine is owned by Granite Ashanti Ltd, which is based in Accra. "
                "Granite Ashante Ltd said two guards were shot."
            ),
            names.CHECK,
            ("Granite Ashanti", "Granite Ashante"),
        ),
    ],
)
def test_other_vowel_at_the_end_is_asked_about(
    text: str, check: Check, pair: tuple[str, str]
) -> None:
    """One of the two is misspelt."""
    (query,) = check.run(a_report(text), read_story(text))
    assert all(name in query.message for name in pair)


@pytest.mark.parametrize(
    "text",
    [
        "Traders in Bengala fled. Nobody in Bengali spoke.",
        "Marina Duvalier was shot. Marino Duvalier, her brother, was not.",
        "Raiders entered Mbolungata at night. Nobody in Mbolungata slept.",
    ],
)
def test_endings_of_peoples_and_sexes_are_left_alone(text: str) -> None:
    """An ending may tell two names apart."""
    report, reading = a_report(text), read_story(text)
    assert places.CHECK.run(report, reading) == ()
    assert names.CHECK.run(report, reading) == ()


def test_short_names_may_be_two() -> None:
    """Of short names too many are alike."""
    assert is_other_vowel("mbolungata", "mbolungate")
    assert not is_other_vowel("banca", "banco")
    assert not is_other_vowel("mbolungata", "mbolungaty")
