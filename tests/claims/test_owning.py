"""What a body says of its own part in a deed, and how others blame it: in whole sentences."""

from __future__ import annotations

import pytest

from factories import a_report, claims_in, read_story
from hand_built import the_scene
from onrecord.claims.blame import (
    ACCUSED,
    ACQUITTED,
    BY_AUTHORITIES,
    CLAIMED,
    FACT,
    POSSIBLE,
    blame,
)
from onrecord.model import EntityRef, Filler, Span

NAMES = ("White Lion Brigade", "Red Dawn")


def blamed(text: str) -> str:
    """Return how the group is blamed that a story names, all its mentions taken together."""
    name = next(name for name in NAMES if name in text)
    starts = [at for at in range(len(text)) if text.startswith(name, at)]
    spans = tuple(Span(at, at + len(name)) for at in starts)
    filler = Filler(
        role="attacker_organisation", span=spans[0], named=True, confidence=0.9, mentions=spans
    )
    return blame(the_scene(a_report(text), read_story(text).mentions), filler)[0]


@pytest.mark.parametrize(
    "text",
    [
        "The Red Dawn said it carried out the attack on the bank.",
        "A bomb wrecked a bank in Kidal on Monday. The Red Dawn claimed responsibility.",
        "Gunmen shot a judge. The Red Dawn said in a statement that it was behind the killing.",
        "The Red Dawn took credit for the bombing of the port.",
        "The Red Dawn said its fighters had stormed the barracks.",
        "Responsibility for the blast was claimed by the Red Dawn.",
        "The raid was claimed by the Red Dawn in a video.",
        (
            "The Red Dawn fired rockets at the port on Monday. "
            "It said it had carried out the attack in revenge."
        ),
        (
            "A bomb killed a judge. "
            "The Red Dawn posted a video on Tuesday. In it the group claimed responsibility."
        ),
        "Police are hunting the Red Dawn. They claimed responsibility for the blast in a letter.",
        "The White Lion Brigade said it had carried out Sunday's assault.",
        "Two buses burned in Paita. The White Lion Brigade has claimed the attacks.",
        "The White Lion Brigade announced that it was responsible for the abduction of the consul.",
        "In a call to a radio station, the White Lion Brigade took responsibility for the murder.",
        "The White Lion Brigade said its men had ambushed the convoy.",
        "A claim of responsibility came from the White Lion Brigade.",
        "The White Lion Brigade admitted that it had planted the bomb.",
        (
            "The White Lion Brigade released photographs of a burning lorry. "
            "It said it had ambushed the convoy."
        ),
        (
            "A caller spoke for the White Lion Brigade. "
            "The organisation claimed responsibility for both bombs."
        ),
        (
            "Troops are searching the hills for the White Lion Brigade. "
            "They said they had kidnapped the consul."
        ),
    ],
)
def test_body_that_owns_up_claims_it(text: str) -> None:
    """In whatever words, through its spokesmen, and under a pronoun."""
    assert blamed(text) == CLAIMED


@pytest.mark.parametrize(
    "text",
    [
        "A bomb wrecked a bank. Police blamed the Red Dawn, which denied involvement.",
        "The Red Dawn denied it had attacked the farm.",
        "The Red Dawn said it had nothing to do with the kidnapping.",
        "The Red Dawn rejected the accusation that it had burned the school.",
        (
            "No group has claimed responsibility for the bombing, but the Red Dawn "
            "has carried out similar attacks."
        ),
        "The Red Dawn burned a school, villagers say. The Red Dawn denied the charge.",
        (
            "The minister accused the White Lion Brigade of the killing, but the "
            "White Lion Brigade denied it."
        ),
        "The White Lion Brigade denied any involvement in the bombing.",
        "The White Lion Brigade said that it was not behind the shooting.",
        "The White Lion Brigade dismissed the allegation that its men had burned the church.",
        "Nobody has claimed the attack. The White Lion Brigade is active in the province.",
        (
            "The White Lion Brigade shelled the market. "
            "The White Lion Brigade said it had no part in the shelling."
        ),
    ],
)
def test_body_that_denies_it_is_not_told_to_have_done_it(text: str) -> None:
    """What others say of it stays an accusation."""
    assert blamed(text) in {POSSIBLE, ACCUSED, BY_AUTHORITIES}


@pytest.mark.parametrize(
    "text",
    [
        "Police blamed the Red Dawn for the blast.",
        "The army accused the Red Dawn of shelling the village.",
        "The government said the Red Dawn was responsible for the ambush.",
        "Prosecutors blamed the White Lion Brigade for the kidnapping.",
        "The military has accused the White Lion Brigade of mining the road.",
        "The attack was blamed by police on the White Lion Brigade.",
    ],
)
def test_authorities_accuse(text: str) -> None:
    """Police, armed forces, prosecutors, a government."""
    assert blamed(text) == BY_AUTHORITIES


@pytest.mark.parametrize(
    "text",
    [
        "Villagers accused the Red Dawn of burning the school.",
        "Gunmen believed to be from the Red Dawn kidnapped a nurse.",
        "Suspected Red Dawn rebels attacked a farm on Monday.",
        "A human rights group accused the White Lion Brigade of the massacre.",
        "The gunmen are thought to belong to the White Lion Brigade.",
        "Three men suspected of being White Lion Brigade fighters hijacked a ferry.",
    ],
)
def test_others_accuse_or_suspect(text: str) -> None:
    """Somebody does, named or not."""
    assert blamed(text) == ACCUSED


@pytest.mark.parametrize(
    "text",
    [
        "The attackers may have been members of the Red Dawn.",
        "The bombing was possibly the work of the Red Dawn.",
        "The blast might have been the work of the White Lion Brigade.",
        "It is possible that the White Lion Brigade planted the mine.",
    ],
)
def test_doubt_on_what_a_name_hangs_on_leaves_it_possible(text: str) -> None:
    """Nobody says that they did it."""
    assert blamed(text) == POSSIBLE


@pytest.mark.parametrize(
    "text",
    [
        "A court acquitted the Red Dawn of the bombing of the bank.",
        "The White Lion Brigade was cleared of the murder of the consul by a judge.",
    ],
)
def test_body_that_a_court_cleared_is_acquitted(text: str) -> None:
    """MUC-4 has a word of its own for it."""
    assert blamed(text) == ACQUITTED


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the Red Dawn attacked a farm near Kidal and killed two guards.",
        "The Red Dawn, which may run for parliament, bombed a bank on Monday.",
        "Rebels of the White Lion Brigade stormed a police post and took nine rifles.",
        (
            "The White Lion Brigade, whose leader could be tried next year, "
            "kidnapped a consul on Friday."
        ),
    ],
)
def test_what_is_told_without_doubt_is_told_as_fact(text: str) -> None:
    """A doubt in another clause is not about the deed."""
    assert blamed(text) == FACT


@pytest.mark.parametrize(
    "text",
    [
        "The Red Dawn fought the Blue Sun in the hills. It said it had killed nine men.",
        (
            "The White Lion Brigade and the Green Star Front met in Paita. "
            "It claimed responsibility for a bombing."
        ),
    ],
)
def test_pronoun_of_two_bodies_claims_for_neither(text: str) -> None:
    """Which of them is meant is not safe to say."""
    assert blamed(text) != CLAIMED


def test_accused_body_that_denies_it_stays_accused() -> None:
    """By whoever accused it."""
    text = "A bomb wrecked a bank. Police blamed the Red Dawn, which denied involvement."
    assert blamed(text) == BY_AUTHORITIES


@pytest.mark.parametrize(
    "text",
    [
        "The Red Dawn did not say that it had attacked the farm.",
        "Neither the Red Dawn nor anybody else has claimed responsibility for the attack.",
        "The Red Dawn said it would carry out more attacks.",
        "The Red Dawn did not deny the bombing.",
        "The Red Dawn may have claimed the attack.",
    ],
)
def test_what_is_not_owned_up_to_is_not_claimed(text: str) -> None:
    """A denied, possible or coming claim is none."""
    assert blamed(text) != CLAIMED


def responsible(text: str) -> list[str]:
    """Return the names of those who claim responsibility in a story."""
    values = [claim.value for claim in claims_in(text, "responsibility")]
    return [value.name for value in values if isinstance(value, EntityRef)]


def test_pronoun_that_claims_responsibility_is_the_body_before() -> None:
    """The claim names the body, not the pronoun."""
    text = (
        "Police are hunting the Red Dawn Front after a bomb blast killed two officers in Kidal. "
        "They claimed responsibility for the blast in a letter."
    )
    assert set(responsible(text)) == {"Red Dawn Front"}


def test_police_claim_no_bombing_by_a_pronoun() -> None:
    """Where no body is named the claim is nobody's we know."""
    text = (
        "A bomb killed two soldiers in Kidal on Monday, police said. "
        "They claimed responsibility for the bombing."
    )
    assert responsible(text) == []
