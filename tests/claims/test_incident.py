"""The incident: whether there is one, of what kind, when, where, by whom."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from factories import claims_in, read_story
from onrecord.model import Claim, Code, EntityRef, PlaceRef, Question, TimeRef, Wording


def claims_of_the_whole(text: str, slot: str) -> list[Claim]:
    """Return the claims of one slot that are read from the grammar, of no single incident."""
    return [claim for claim in claims_in(text, slot) if claim.incident is None]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Parliament passed the budget on Tuesday after a debate. The minister attacked the "
            "opposition over its record."
        ),
        "An earthquake killed at least 40 people in the mountains on Tuesday, officials said.",
        "United striker Joe Roe fired his side ahead with a shot from 20 metres on Saturday.",
        "A train derailed near the border on Tuesday, killing six passengers, the railway said.",
        "Shares in the company fell 12 percent after an attack by short sellers on Monday.",
        "The film tells of a hostage drama and opens in cinemas on Friday.",
    ],
)
def test_other_news_is_no_incident(text: str) -> None:
    """A story without an incident yields no fact of one."""
    slots = {claim.slot for claim in read_story(text).claims}
    assert not slots & {"type", "when", "place", "attacker", "killed", "injured", "kidnapped"}


def test_types_are_those_of_its_events() -> None:
    """One incident can be of several kinds."""
    text = (
        "Gunmen stormed a hotel in Bamako on Tuesday, killing a guard and taking 20 guests hostage."
    )
    codes = {
        claim.value.code
        for claim in claims_of_the_whole(text, "type")
        if isinstance(claim.value, Code)
    }
    assert codes == {"attack", "killing", "kidnapping"}


def test_it_is_dated_against_the_day_of_publication() -> None:
    """ "On Tuesday" in a report of Wednesday 15 May is the 14th."""
    text = "Gunmen stormed a hotel in Bamako on Tuesday, killing a guard, police said."
    (claim,) = claims_of_the_whole(text, "when")
    assert isinstance(claim.value, TimeRef)
    assert claim.value.earliest == datetime(2024, 5, 14, tzinfo=UTC)


def test_place_of_a_statement_is_not_the_place_of_the_incident() -> None:
    """ "In Geneva, an official said" places the official."""
    text = (
        "Gunmen stormed a hotel in Bamako on Tuesday, killing a guard. In Geneva, a spokesman for "
        "the aid group said its staff were safe."
    )
    places = [
        claim.value.name
        for claim in claims_of_the_whole(text, "place")
        if isinstance(claim.value, PlaceRef)
    ]
    assert places == ["Bamako"]


def test_attackers_are_described_as_the_report_does() -> None:
    """Who did it is the agent of the incident's events, in the report's words."""
    text = "Masked gunmen stormed a hotel in Bamako on Tuesday, killing a guard, police said."
    (claim, *_) = claims_of_the_whole(text, "attacker")
    assert isinstance(claim.value, EntityRef)
    assert claim.value.name == "masked gunmen"
    assert not claim.value.named


def test_claim_of_responsibility_names_who_claims_and_who_relays() -> None:
    """A claim of responsibility is the claimant's, through whoever reports it."""
    text = (
        "A bomb killed nine people at a market in Quetta on Tuesday. The Baloch Liberation Army "
        "claimed responsibility for the attack in a message to the local station Radio Zhob."
    )
    (claim,) = claims_of_the_whole(text, "responsibility")
    assert isinstance(claim.value, EntityRef)
    assert "Baloch Liberation Army" in claim.value.name


def test_what_nobody_knows_is_a_question() -> None:
    """An open question keeps what is asked; nobody's name is invented for it."""
    text = (
        "A bomb killed nine people at a market in Quetta on Tuesday, police said. It was unclear "
        "who was behind the attack."
    )
    (claim,) = claims_in(text, "unknown")
    assert isinstance(claim.value, Question)
    assert "who was behind the attack" in claim.value.asked
    assert claim.value.of_whom is None


def test_response_is_what_forces_do() -> None:
    """What authorities do about it is told apart from what was done."""
    text = (
        "A bomb killed nine people at a market in Quetta on Tuesday. Troops sealed off the area, "
        "a police officer said."
    )
    (claim,) = claims_in(text, "response")
    assert claim.value == Wording(text="Troops sealed off the area")
