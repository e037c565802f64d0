"""Casualties: which figure counts whom, and which counts nobody."""

from __future__ import annotations

import pytest

from factories import claims_in, read_story
from onrecord.model import Certainty, Figure, Stance, Standing

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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A bomb hit a bus on Monday. Six nuns, two drivers and one boy were among the 15 dead.",
            [("killed", 6, 6), ("killed", 2, 2), ("killed", 1, 1), ("killed", 15, 15)],
        ),
        (
            "A bomb hit a bus on Monday. Two teachers and five pupils were among the 19 wounded.",
            [("injured", 2, 2), ("injured", 5, 5), ("injured", 19, 19)],
        ),
    ],
)
def test_every_part_counts_what_the_total_behind_it_counts(
    text: str, expected: list[Interval]
) -> None:
    """A list of parts before their total takes what befell the total, each part of it."""
    assert counted(text) == expected


@pytest.mark.parametrize(
    "speakers",
    [
        "villagers and a police officer said",
        "a nurse and two shopkeepers said",
        "three witnesses told a local radio",
    ],
)
def test_who_speaks_is_not_struck(speakers: str) -> None:
    """Those who tell of a raid at the end of its sentence are none of those taken."""
    assert counted(f"Gunmen abducted 14 farmers near Kaga on Monday, {speakers}.") == [
        ("kidnapped", 14, 14)
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Four others were treated and released.",
        "Four patients were released from the clinic.",
        "Four of them were treated and discharged.",
    ],
)
def test_who_is_let_go_by_doctors_is_not_freed(told: str) -> None:
    """Release from care is no release from captivity."""
    text = f"A bomb hit a bus in Mali on Monday and hurt 12 people. {told}"
    assert not any(slot == "freed" for slot, _, _ in counted(text))


def test_release_near_a_hospital_frees() -> None:
    """Only from a hospital is one let go by doctors."""
    text = "Gunmen seized 30 pupils on Monday. Nine pupils were released near a hospital."
    assert counted(text) == [("kidnapped", 30, 30), ("freed", 9, 9)]


@pytest.mark.parametrize(
    ("told", "freed"),
    [
        ("The gunmen, who demanded $3 million and the release of four prisoners, fled.", []),
        ("They offered them in exchange for the release of four fighters.", []),
        ("They issued demands including money and the release of four rebels.", []),
        ("They insisted on the release of four rebels.", []),
        ("Mediators won the release of four women on Tuesday.", [("freed", 4, 4)]),
        ("Talks led to the release of four women on Tuesday.", [("freed", 4, 4)]),
    ],
)
def test_release_that_is_only_wanted_frees_nobody(told: str, freed: list[Interval]) -> None:
    """A demand is no release, wherever it stands among several demands."""
    text = f"Gunmen took nine hostages in Mali. {told}"
    assert counted(text) == [("kidnapped", 9, 9), *freed]


def test_attackers_whom_soldiers_capture_are_arrested() -> None:
    """ "Captured three of them", said of rebels, takes no hostages."""
    text = "Rebels raided a post on Monday. Soldiers chased the rebels and captured three of them."
    assert counted(text) == [("arrested", 3, 3)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "The same gang took seven people, including two nurses, from a clinic.",
            [("kidnapped", 7, 7), ("kidnapped", 2, 2)],
        ),
        ("Seven people were taken to a clinic.", [("injured", 7, 7)]),
    ],
)
def test_who_is_taken_from_a_clinic_is_not_hurt(told: str, expected: list[Interval]) -> None:
    """Only the way to a place of care tells of the hurt."""
    assert counted(f"Gunmen attacked a town in Mali on Monday. {told}") == expected


@pytest.mark.parametrize(
    "old",
    [
        "In 2001, rebels took 20 people from a resort. Two of them, a Swede and a Dane, died.",
        "In 2012 the same rebels seized 60 boys. Five of the boys died.",
        "About 900 people have been abducted since December. Seven have died.",
    ],
)
def test_who_points_into_an_old_sentence_is_old_too(old: str) -> None:
    """What became of people of an earlier raid is background with it."""
    assert counted(f"Rebels seized 15 villagers in Mali on Monday. {old}") == [
        ("kidnapped", 15, 15)
    ]


@pytest.mark.parametrize("then", ["Seven have died.", "Seven of them have died."])
def test_who_points_into_the_news_is_news(then: str) -> None:
    """Without an older sentence between them, what became of people is news."""
    assert counted(f"Rebels seized 15 villagers in Mali on Monday. {then}") == [
        ("kidnapped", 15, 15),
        ("killed", 7, 7),
    ]


def test_those_whom_a_source_holds_do_not_speak() -> None:
    """Only who tells is left out: those held by a source are held."""
    text = "Pirates holding nine sailors on a dhow off Somalia threatened on Monday to shoot them."
    assert counted(text) == [("kidnapped", 9, 9)]


def test_a_list_goes_on_behind_a_clause_about_its_first() -> None:
    """Whoever the clause is about, those listed behind it are told of by the same verb."""
    text = (
        "Gunmen killed seven people at a quarry in Kenya on Monday. The dead were four guards who "
        "watched the gate, two cooks and a driver, police said."
    )
    assert [one for one in counted(text) if one[1] in {2, 4}] == [
        ("killed", 4, 4),
        ("killed", 2, 2),
    ]
