"""Times that date the saying, the count or what followed are no day of the incident."""

from __future__ import annotations

import pytest

from factories import claims_in
from onrecord.model import Figure, Standing, TimeRef


def days(text: str) -> set[int]:
    """Return the days of May 2024 that the incident of a report of the 15th is dated to."""
    return {
        claim.value.earliest.day
        for claim in claims_in(text, "when")
        if claim.incident is None
        and isinstance(claim.value, TimeRef)
        and claim.value.earliest is not None
    }


@pytest.mark.parametrize(
    "text",
    [
        "Nine soldiers were killed in a battle with rebels near the dam, the army said on Sunday.",
        "Police said on Tuesday that three guards were killed when gunmen stormed a bank.",
        "On Tuesday, the army said gunmen had killed four villagers.",
        "The toll from a suicide bombing rose to 74 on Tuesday after four of the wounded died.",
        "Rebels claimed responsibility on Tuesday for an attack that killed four soldiers.",
        "According to police on Tuesday, gunmen killed four villagers.",
        (
            "Gunmen killed 137 people at a hall, as investigators said that the toll, which stood "
            "at 133 on Saturday, included three children."
        ),
        "Police arrested two men on Sunday after gunmen killed four villagers.",
    ],
)
def test_other_times_of_a_sentence_date_no_incident(text: str) -> None:
    """Unknown is better than the day on which somebody spoke, counted or came."""
    assert days(text) == set()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A bomb killed four soldiers on Tuesday, the army said in a statement.", 14),
        ("Gunmen stormed a bank on Monday and killed three guards, police said on Tuesday.", 13),
        ("Police said Tuesday three guards were killed when gunmen stormed a bank on Monday.", 13),
        ("The president came on Sunday after a bomb killed 12 people there on Friday.", 10),
        ("Gunmen held up a bank. The mayor denounced Tuesday's attack on the bank.", 14),
        ("Gunmen killed four villagers on Sunday after an attack on a checkpoint by rebels.", 12),
    ],
)
def test_the_time_of_the_deed_dates_it(text: str, day: int) -> None:
    """Another time beside it changes nothing."""
    assert days(text) == {day}


@pytest.mark.parametrize(
    "second",
    [
        "Since the start of the year 14 guards have been killed in such attacks.",
        "So far this year 14 guards have been killed in attacks.",
        "In April, rebels killed 14 guards at another dam.",
        "Rebels killed 14 guards last month at another dam.",
    ],
)
def test_tallies_of_a_whole_month_or_year_are_background(second: str) -> None:
    """What was counted since the year began, or in a month that is over, is never counted."""
    text = f"Gunmen killed two guards at a dam on Monday, police said. {second}"
    killed = [
        claim.value.low
        for claim in claims_in(text, "killed")
        if claim.standing is Standing.INCIDENT and isinstance(claim.value, Figure)
    ]
    assert set(killed) == {2}
