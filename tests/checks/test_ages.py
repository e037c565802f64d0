"""The desk check of ages against births and each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from onrecord.checks import ages
from onrecord.model import EntityKind, EntityMention, Query, Severity, Span
from readings import a_name, a_reading, a_report

DAY = date(2013, 3, 10)


def checked(text: str, *names: str, published_on: date | None = DAY) -> tuple[Query, ...]:
    """Return what the check finds where these people are named, in order.

    "Cole=Ann Cole" is Ann Cole, named by "Cole".
    """
    report = a_report(text, published_on=published_on)
    groups: dict[str, int] = {}
    mentions: list[EntityMention] = []
    for name in names:
        words, _, full = name.partition("=")
        group = groups.setdefault(full or words, len(groups))
        start = text.index(words, mentions[-1].span.end if mentions else 0)
        span = Span(start, start + len(words))
        found = a_name(report, words, group=group, kind=EntityKind.PERSON, full=full or words)
        mentions.append(replace(found, span=span, name_span=span))
    return ages.CHECK.run(report, a_reading(report, *mentions))


@pytest.mark.parametrize(
    "text",
    [
        "Ann Cole, 45, who was born in 1990, was hurt.",
        "Ann Cole (45) was born on 12 May 1990 in Perth.",
        "Ann Cole, aged 45, was hurt. She was born in Perth in 1990.",
        "A 45-year-old teacher, Ann Cole, was born in May 1990.",
        "The 45-year-old nurse Ann Cole (born 1990) was hurt.",
    ],
)
def test_age_too_great_for_the_birth_is_to_be_corrected(text: str) -> None:
    """Nobody is older than the day of the report allows."""
    (query,) = checked(text, "Ann Cole")
    assert query.severity is Severity.CORRECT
    assert "45" in query.message
    assert len(query.evidence) == 2


def test_age_too_small_for_the_birth_is_asked_about() -> None:
    """It may be the age on another day."""
    (query,) = checked("Ann Cole, 25, was born in 1968.", "Ann Cole")
    assert query.severity is Severity.QUERY
    assert query.message == "Born in 1968, one is 44 or 45 on 10 March 2013, not 25."


@pytest.mark.parametrize(
    ("birth", "right"),
    [("9 March 1968", 45), ("10 March 1968", 45), ("11 March 1968", 44), ("March 9, 1968", 45)],
)
def test_day_of_birth_leaves_one_age(birth: str, right: int) -> None:
    """The birthday of this year has been, or not."""
    assert checked(f"Ann Cole, {right}, was born on {birth}.", "Ann Cole") == ()
    (query,) = checked(f"Ann Cole, {right + 1}, was born on {birth}.", "Ann Cole")
    assert f"one is {right} on" in query.message


@pytest.mark.parametrize(
    "text",
    [
        "Ann Cole, 44, was born in 1968.",
        "Ann Cole, 45, was born in 1968.",
        "Ann Cole, 25, was born in 1968 and shot in 1993.",
        "Ann Cole, then 25, was born in 1968.",
        "Ann Cole was 25 when she fled. She was born in 1968.",
        "Ann Cole, 2, and Ann Cole, 3, scored. She was born in 1968.",
        "Ann Cole won in 45,1990 seconds, born of need.",
        "Ann Cole, 4,500 others and a child born in 1990 fled.",
    ],
)
def test_ages_that_can_be_are_left_alone(text: str) -> None:
    """Also those of another year that the report names, and numbers that are none."""
    assert checked(text, "Ann Cole") == ()


def test_birth_of_another_person_is_no_measure() -> None:
    """Two people stand before it: whose it is, nobody says for certain."""
    text = "Ann Cole, 45, met Tom Reed, who was born in 1990."
    assert checked(text, "Ann Cole", "Tom Reed") == ()


def test_birth_is_not_measured_without_the_day_of_the_report() -> None:
    """Nobody knows how old one is on no day."""
    assert checked("Ann Cole, 45, was born in 1990.", "Ann Cole", published_on=None) == ()


def test_two_ages_of_one_person_are_asked_about() -> None:
    """Which is right, the report does not tell."""
    text = "A 45-year-old teacher, Ann Cole, was shot. Doctors said Cole, 54, would live."
    (query,) = checked(text, "Ann Cole", "Cole=Ann Cole")
    assert query.severity is Severity.QUERY
    assert query.message == "Ann Cole is 45 in one place and 54 in another."


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ann Cole, 45, was shot. Cole, 45, will live.",
            ("Ann Cole", "Cole=Ann Cole"),
        ),
        (
            "Ann Cole, 45, was shot, and so was Tim Cole. Cole, 12, will live.",
            ("Ann Cole", "Tim Cole", "Cole=Ann Cole"),
        ),
        (
            "Ann Cole, 45, was shot with her son. Cole, 12, will live.",
            ("Ann Cole", "Cole=Ann Cole"),
        ),
        ("Ann Cole, 45, met Bea Reed, 54.", ("Ann Cole", "Bea Reed")),
    ],
)
def test_ages_of_several_people_are_left_alone(text: str, names: tuple[str, ...]) -> None:
    """One name may be borne by a family."""
    assert checked(text, *names) == ()


def test_two_ages_in_one_phrase_are_asked_about() -> None:
    """No name is needed."""
    (query,) = checked("They found the body of a 45-year-old man aged 54 there.")
    assert query.message == "One person is 45 and 54 years old."
    assert checked("They found a 45-year-old man aged 45 there.") == ()


@pytest.mark.parametrize(
    "before",
    [
        "Two 18-year-old neighbours of Cole told her.",
        "A 13-year-old boy persuaded Cole to steal it.",
        "A 13-year-old boy met teacher Cole there.",
        "The 16-year-old sister of nurse Cole was there.",
        "A 13-year-old told Cole to run.",
        "The 13-year-old twins, Cole said, were safe.",
        "After he chased the 13-year-old girl, Cole fled.",
        "Three 14-year-old pupils named Cole as the thief.",
        "A 13-year-old boy on a bicycle, Cole said, was hurt.",
        "A 13-year-old convinced, Cole said, a neighbour.",
        "Four 15-year-old boys, Cole, and a guard were there.",
    ],
)
def test_age_of_another_noun_is_not_that_of_the_name_behind_it(before: str) -> None:
    """Only one noun for one person beside the name tells whose age it is."""
    text = f"Ann Cole, 45, was hurt. {before}"
    assert checked(text, "Ann Cole", "Cole=Ann Cole") == ()


@pytest.mark.parametrize(
    "before",
    [
        "The 54-year-old Cole was hurt.",
        "The 54-year-old nurse Cole was hurt.",
        "The 54-year-old former soldier Cole was hurt.",
        "A 54-year-old school teacher, Cole, was hurt.",
        "A 54-year-old teacher from Port Ora, Cole, was hurt.",
        "They met a 54-year-old teacher named Cole.",
    ],
)
def test_age_beside_the_noun_for_the_person_is_of_the_name(before: str) -> None:
    """It stands where wires put it."""
    (query,) = checked(f"Ann Cole, 45, was hurt. {before}", "Ann Cole", "Cole=Ann Cole")
    assert query.message == "Ann Cole is 45 in one place and 54 in another."
