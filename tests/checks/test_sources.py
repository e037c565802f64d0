"""The desk check of sources."""

from __future__ import annotations

import pytest

from factories import a_report, the_kit
from onrecord.checks import sources
from onrecord.model import Query, Severity
from onrecord.reading import read


def checked(text: str) -> tuple[Query, ...]:
    """Return what the check finds in a story."""
    report = a_report(text)
    return sources.CHECK.run(report, read(report, the_kit()))


def test_story_in_which_nobody_speaks_is_asked_about_once() -> None:
    """Not for each of its facts."""
    # given
    text = (
        "Twelve people were killed on Tuesday when a bomb exploded in the market of Baya. Nine "
        "others were wounded.\n\nThe market was closed. It is the oldest in the region."
    )
    # when
    (query,) = checked(text)
    # then
    assert query.severity is Severity.QUERY
    assert query.message.endswith("and names no source for anything.")
    assert query.suggestion == "Ask who says so."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            (
                "Gunmen killed eight villagers in the hills north of Tal Amara on Monday night.\n\n"
                "The minister of tourism said the summer festival would go ahead."
            ),
            "The report tells of deaths, and nobody in it speaks of the event.",
        ),
        (
            (
                "Two soldiers were killed and five wounded in an ambush near Okundi on Sunday, a "
                "source said.\n\nThe road was closed for three hours."
            ),
            "Only one unnamed source tells of deaths and injuries.",
        ),
        (
            (
                "Six policemen were shot dead at a checkpoint on Thursday, a security source told "
                "reporters. He said the attackers fled on motorbikes."
            ),
            "Only one unnamed source tells of deaths.",
        ),
        (
            (
                "A car bomb killed 21 people outside a bank in Rasul on Tuesday, officials said, "
                "speaking on condition of anonymity."
            ),
            "Only one unnamed source tells of deaths.",
        ),
        (
            (
                "At least 30 people died in a raid on a mining camp on Friday, according to an "
                "official who asked not to be named.\n\nThe army had no information, it said."
            ),
            "Only one unnamed source tells of deaths.",
        ),
        (
            (
                "The Harbour Front is accused of the attack on the oil terminal, in which "
                "four guards were killed.\n\nThe company said it had put the fire out."
            ),
            "Nobody in the report makes the accusation against Harbour Front.",
        ),
        (
            (
                "A suicide bomber killed at least 17 people at a tea shop near the port on "
                "Tuesday.\n\n"
                "The port handles most imports. “Trade is picking up,” port director Abdi Nur said."
            ),
            "The report tells of deaths, and nobody in it speaks of the event.",
        ),
        (
            (
                "Colonel Idris Bako is accused of ordering the massacre of 60 villagers in "
                "Kura.\n\n"
                "Kura lies in the far north. The harvest was good, the ministry of "
                "agriculture said."
            ),
            "Nobody in the report makes the accusation against Idris Bako.",
        ),
        (
            (
                "Nine people were killed in a raid on a farm on Monday, an official said, asking "
                "not to be named. The road was closed."
            ),
            "Only one unnamed source tells of deaths.",
        ),
    ],
)
def test_grave_claims_that_nobody_stands_behind_are_asked_about(text: str, message: str) -> None:
    """Deaths without a voice on the event, or with an unnamed one alone; blame by nobody."""
    (query,) = checked(text)
    assert (query.severity, query.message) == (Severity.QUERY, message)
    assert query.cited


@pytest.mark.parametrize(
    "text",
    [
        (
            "Fourteen miners were killed on Saturday when gunmen attacked a bus, two "
            "security sources said."
        ),
        (
            "Fourteen miners were killed on Saturday when gunmen attacked a bus, a hospital source "
            "said. A police source said the gunmen were killed too."
        ),
        (
            "Two soldiers were killed in an ambush near Okundi on Sunday, a security source "
            "said.\n\n"
            "The army said the attackers had been driven off."
        ),
    ],
)
def test_more_than_one_unnamed_source_is_noted(text: str) -> None:
    """Two who cannot be named, or one beside others who tell of the event."""
    (query,) = checked(text)
    assert query.severity is Severity.NOTE


@pytest.mark.parametrize(
    "text",
    [
        (
            "Twelve people were killed on Tuesday when a bomb exploded in the market of Baya.\n\n"
            "Police said the bomb was hidden in a cart."
        ),
        (
            "Insurgents blew up a bridge on Sunday and killed a guard. “We heard a blast and then "
            "shouting,” a shepherd said."
        ),
        (
            "Two soldiers were killed in an ambush on Sunday, a security source said.\n\nThe army "
            "later confirmed the attack and put the number of dead at two."
        ),
        "Six people died in a fire at a hotel on Monday, the fire brigade said.",
        "The central bank raised its rate on Tuesday, a source said. The bank declined to comment.",
        (
            "A man was shot dead in a bar late on Saturday. The shooting followed a quarrel over "
            "cards, according to witnesses."
        ),
        (
            "Gunmen kidnapped three engineers on Monday. The Harbour Front said in a "
            "statement that it was holding the men."
        ),
        (
            "Daniel Brook, charged with murder, appeared in court on Monday. Two people were "
            "killed in the fire. He denies the charge, his lawyer said."
        ),
        "No one was killed when a bomb went off outside a police station on Tuesday.",
        (
            "Three people were wounded in a knife attack on a tram on Friday. The motive was "
            "unclear, prosecutors said."
        ),
        "Amina Sule, 81, died at home on Sunday. She taught two generations of children.",
        (
            "Robert Denton, 19, is accused of killing two people.\n\nDeputies arrested Denton on "
            "Sunday, the sheriff's office said. The town was quiet."
        ),
        (
            "Stocks fell on Tuesday as traders weighed the killing of 12 soldiers in the south. "
            "“It is a risk-off day,” said analyst Peter Lund."
        ),
        (
            "Two boys were shot dead on Monday. Their family asked not to be named, police said. "
            "The bodies were found in a ditch, an open-source group reported."
        ),
        "Two men were killed in a bar on Monday, Business Insider reported.",
        "Local media reported that gunmen had killed six people in a village in Kaduna.",
        (
            "Ten people were aboard the helicopter that crashed in Delgado on Monday, the ministry "
            "said.\n\nThree died at the scene and one on the way to hospital."
        ),
        "Eleven people were killed in the village, Amnesty International said in a report.",
    ],
)
def test_what_somebody_stands_behind_is_left_alone(text: str) -> None:
    """Any voice on the event will do, wherever it stands; and what is no grave claim."""
    assert checked(text) == ()
