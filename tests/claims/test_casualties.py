"""Casualties: which figure counts whom, and which counts nobody."""

from __future__ import annotations

from datetime import date

import pytest

from factories import a_report, analysed, claims_in, read_story, the_kit
from onrecord.claims import casualties
from onrecord.claims.scene import Words, a_scene
from onrecord.model import Certainty, Figure, Stance, Standing
from onrecord.reading import read
from onrecord.resources import open_library

PEOPLE = ("killed", "injured", "kidnapped", "missing", "freed", "arrested", "displaced")

Interval = tuple[str, float | None, float | None]


def counted(text: str) -> list[Interval]:
    """Return slot and bounds of every figure of the incident, in reading order."""
    return [
        (claim.slot, claim.value.low, claim.value.high)
        for claim in read_story(text).claims
        if claim.slot in PEOPLE and isinstance(claim.value, Figure)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunmen stormed a hotel in Bamako on Tuesday, killing at least 12 people.",
            [("killed", 12, None)],
        ),
        (
            "A car bomb killed 14 people and wounded more than 30 in Kabul, police said.",
            [("killed", 14, 14), ("injured", 31, None)],
        ),
        (
            "Rebels abducted three aid workers and a driver near the border on Monday.",
            [("kidnapped", 3, 3), ("kidnapped", 1, 1)],
        ),
        (
            "Twelve people were killed and 30 wounded when a bomb exploded in the market.",
            [("killed", 12, 12), ("injured", 30, 30)],
        ),
        (
            "A bomb exploded at a bus station, leaving nine people dead, officials said.",
            [("killed", 9, 9)],
        ),
        (
            "The bombing killed six people. The death toll rose to eight on Tuesday, police said.",
            [("killed", 6, 6), ("killed", 8, 8)],
        ),
        (
            "A suicide bomber struck a mosque. Hospital officials counted 17 dead and 40 injured.",
            [("killed", 17, 17), ("injured", 40, 40)],
        ),
        (
            "Gunmen attacked a convoy. Four guards were shot dead and two others are missing.",
            [("killed", 4, 4), ("missing", 2, 2)],
        ),
        (
            "Gunmen attacked a school and seized 20 pupils. Five pupils escaped from the gunmen.",
            [("kidnapped", 20, 20), ("freed", 5, 5)],
        ),
        (
            "An Irishman was kidnapped by gunmen, as well as two Filipino nurses.",
            [("kidnapped", 1, 1), ("kidnapped", 2, 2)],
        ),
        (
            "Police arrested five suspects after a bombing that killed a guard.",
            [("arrested", 5, 5), ("killed", 1, 1)],
        ),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_figure_counts_whom_its_event_strikes(text: str, expected: list[Interval]) -> None:
    """Each number goes to what befell the people it counts."""
    assert counted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a base. A 45-year-old man watched from a window.",
        "Gunmen attacked a base in Mali. About 200 people work there.",
        "Gunmen attacked a base in Mali. In 2011, a bombing killed 25 people there.",
        "Gunmen attacked a base in Mali. The group has killed thousands of people over the years.",
        "Gunmen attacked a base in Mali. The army warned that the rebels could kill 50 hostages.",
        "Gunmen attacked a base in Mali with 12 rockets and three trucks.",
        "Gunmen attacked a base 40 kilometres from town on Route 66.",
    ],
)
def test_other_numbers_count_nobody(text: str) -> None:
    """Ages, headcounts, the past, threats, things and roads are no casualties."""
    assert counted(text) == []


def effects(text: str) -> list[tuple[float | None, str | None]]:
    """Return number and effect of every figure of people, incident or none."""
    report, kit = a_report(text, published_on=date(2024, 5, 15)), the_kit()
    found = casualties.effects(
        a_scene(report, analysed(text), read(report, kit).mentions, Words.of(open_library()))
    )
    return [
        (one.figure.high if one.figure.low is None else one.figure.low, slot) for one, slot in found
    ]


@pytest.mark.parametrize(
    ("text", "number", "slot"),
    [
        ("The bodies of four men were found in a grave.", 4, "killed"),
        ("The blast claimed 12 lives.", 12, "killed"),
        ("Two engineers were among the dead.", 2, "killed"),
        ("Among those killed were two reporters.", 2, "killed"),
        ("Six people were shot, one fatally.", 1, "killed"),
        ("The rampage left three people hurt and one person dead.", 1, "killed"),
        ("The rampage left three people hurt and one person dead.", 3, "injured"),
        ("Three men suffered gunshot wounds.", 3, "injured"),
        ("Five villagers were taken to hospital with burns.", 5, "injured"),
        ("Six people were shot at a party.", 6, "injured"),
        ("There were no casualties in the explosion.", 0, "injured"),
        ("Nobody was killed in the rocket attack.", 0, "killed"),
        ("The kidnappers are holding 11 nurses in the forest.", 11, "kidnapped"),
        ("Four captives managed to flee during the raid.", 4, "freed"),
        ("Eleven of the girls were let go by the gunmen.", 11, "freed"),
        ("Nine sailors are still unaccounted for.", 9, "missing"),
        ("Two men were picked up by police near the scene.", 2, "arrested"),
        ("The clashes left 300 people homeless.", 300, "displaced"),
        ("Police detained 22 people, among them two teenagers.", 2, "arrested"),
        ("The army denied carrying out the raid that killed 12 villagers.", 12, "killed"),
        ("Bandits released 27 pupils they had abducted in February.", 27, "freed"),
    ],
)
def test_words_tell_what_befell_people(text: str, number: float, slot: str) -> None:
    """Verbs, nouns, states and tolls each count; a part follows its total."""
    assert (number, slot) in effects(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("At least 12 people were killed or wounded in the bombing.", 12),
        ("As many as 30 people were feared dead after the blast.", 30),
        ("The group offered to free 12 hostages for money.", 12),
        ("The army denied a report that 12 villagers were killed.", 12),
        ("The toll was revised down from 41 to 36.", 41),
        ("The raid, the worst since a 2012 attack that killed 80, left six dead.", 80),
        ("Early reports said one man had died, but that proved to be incorrect.", 1),
        ("About 120 people were on the ferry when it was hijacked.", 114),
        ("Around 40 guests escaped unhurt through a back door.", 38),
    ],
)
def test_what_is_not_so_or_not_now_counts_nobody(text: str, number: float) -> None:
    """Doubt, denial, what no longer holds and other events leave a figure without a slot."""
    assert (number, None) in effects(text)


def test_attackers_among_the_dead_can_be_told_from_victims() -> None:
    """They stay in the slot, and their role says what they are."""
    # given
    text = "Troops killed three of the gunmen in the exchange of fire. Two civilians died."
    # when
    told = [
        casualties.counts_attackers(claim.value, Words.of(open_library()))
        for claim in claims_in(text, "killed")
        if isinstance(claim.value, Figure)
    ]
    # then
    assert told == [True, False]


def test_part_has_the_voice_of_its_total() -> None:
    """Who gives the total gives its parts, where nobody else is told to."""
    # given
    text = "A bomb hit a market. The hospital said 17 people were killed, three of them children."
    # when
    voices = [
        claim.attribution.source_name for claim in claims_in(text, "killed") if claim.attribution
    ]
    # then
    assert voices == ["the hospital", "the hospital"]


def test_people_told_of_before_are_not_counted_again() -> None:
    """ "The five hostages" after "five workers" are the same five."""
    text = (
        "Gunmen attacked a base in Mali and seized five workers. The five hostages are still held "
        "by the gunmen."
    )
    assert counted(text) == [("kidnapped", 5, 5)]


def test_what_is_denied_is_not_counted() -> None:
    """A toll that its only voice denies is a statement, and no figure."""
    text = (
        "Gunmen attacked a base in Mali, killing three guards, police said. The army denied that "
        "two soldiers had been killed."
    )
    assert counted(text) == [("killed", 3, 3)]


def test_figure_has_the_voice_that_gives_it() -> None:
    """A toll is whoever's says it; the next sentence's may be another's."""
    # given
    text = (
        "A bomb exploded in a market on Tuesday. At least 20 people were killed, police said. "
        "The governor told reporters that 26 people were killed."
    )
    # when
    voices = [
        (claim.value.low, claim.attribution.source_name)
        for claim in claims_in(text, "killed")
        if isinstance(claim.value, Figure) and claim.attribution is not None
    ]
    # then
    assert voices == [(20, "police"), (26, "the governor")]


def test_staff_who_may_be_affected_are_at_risk_not_struck() -> None:
    """Nobody knows whether they are among the victims, and that is what is claimed."""
    # given
    text = (
        "Gunmen stormed an oil terminal and took 11 workers hostage. Norvik said it could not say "
        "if any of its fewer than 30 employees were affected."
    )
    # when
    (claim,) = claims_in(text, "at_risk")
    # then
    assert isinstance(claim.value, Figure)
    assert (claim.value.low, claim.value.high) == (None, 29)
    assert claim.stance is Stance.DOES_NOT_KNOW
    assert claim.certainty is Certainty.UNKNOWN
    assert claim.attribution is not None
    assert claim.attribution.source_name == "Norvik"


def test_background_is_shown_and_not_counted() -> None:
    """A story's history is told apart from its incident."""
    # given
    text = (
        "Gunmen killed four guards at a mine in Burkina Faso on Tuesday, the army said. "
        "Last year, an attack on a convoy near the mine killed 37 people."
    )
    # when
    killed = claims_in(text, "killed")
    background = claims_in(text, "background")
    # then
    assert [claim.value.low for claim in killed if isinstance(claim.value, Figure)] == [4]
    assert len(background) == 1
    assert background[0].standing is Standing.BACKGROUND
