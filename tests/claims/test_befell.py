"""What befell people, by classes of verbs and by how figures share them."""

from __future__ import annotations

import pytest

from factories import a_report, the_kit
from onrecord.claims import casualties
from onrecord.claims.scene import Words, a_scene
from onrecord.reading import read
from onrecord.resources import open_library


def befell(text: str) -> list[tuple[str, str | None]]:
    """Return the words of each figure of people and what befell them; a lone "a" left out."""
    report = a_report(text)
    kit = the_kit()
    (analysis,) = kit.analyser.analyse([report])
    scene = a_scene(report, analysis, read(report, kit).mentions, Words.of(open_library()))
    return [
        (mention.phrase.of(text), slot)
        for mention, slot in casualties.effects(scene)
        if slot is not None or mention.figure.low != 1
    ]


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Three hikers were found dead on Monday and another two on Friday.", ["killed", "killed"]),
        ("Bandits seized five loggers on Sunday and a further two on Monday.", ["kidnapped"] * 2),
        ("The rebels let four monks go on Monday and nine more on Friday.", ["freed", "freed"]),
        ("Gunmen snatched the mayor and three of his guards in Tuxtla.", ["kidnapped"]),
        ("Troops killed 14 insurgents and captured five.", ["killed", "arrested"]),
        ("Twelve died in the market, seven on the bridge.", ["killed", "killed"]),
    ],
)
def test_figures_share_the_verb_before_them(text: str, slots: list[str]) -> None:
    """More of the same, by place or time, need no verb of their own."""
    assert [slot for _, slot in befell(text)] == slots


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("A third of the 60 hostages seized in Mopti walked free.", ["freed", "kidnapped"]),
        ("Half of the 40 staff held by rebels fled the shelling.", ["displaced", "kidnapped"]),
        ("Fewer than 100 of the 900 inmates who broke out were rearrested.", ["arrested", "freed"]),
        ("Three of the nine nurses abducted on Sunday were shot dead.", ["killed", "kidnapped"]),
    ],
)
def test_clause_behind_a_whole_tells_of_the_whole(text: str, slots: list[str]) -> None:
    """ "Of the hostages they seized" says nothing of the part that walked free."""
    assert [slot for _, slot in befell(text)] == slots


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("Rescuers winched 50 miners out of the shaft.", "freed"),
        ("Divers pulled six sailors alive from the hold.", "freed"),
        ("Firefighters led 70 tenants to safety.", "freed"),
        ("Nearly 200 passengers escaped down the chutes.", "freed"),
        ("Scores of tourists fled down the hill.", "displaced"),
        ("Several dozen soldiers fled across the river.", "displaced"),
        ("Some 20 patients were evacuated from the hospital.", "displaced"),
        ("More than 600 shopkeepers lost their homes.", "displaced"),
        ("A couple of guards were grazed by ricochets.", "injured"),
        ("Seven porters suffered broken legs.", "injured"),
        ("Over 900 people were wounded by the blast.", "injured"),
        ("The blast wounded upwards of 900 people.", "injured"),
        ("Five constables were hacked to pieces.", "killed"),
        ("Police had 14 suspects in custody.", "arrested"),
        ("No arrests were made.", "arrested"),
        ("The militia holds 11 Turks.", "kidnapped"),
        ("Rescuers brought up 20 bodies from the pit.", "killed"),
    ],
)
def test_verbs_of_a_class_tell_the_same(text: str, slot: str) -> None:
    """Being saved, driven out, hurt, killed and held have many verbs."""
    assert [found for _, found in befell(text)] == [slot]


@pytest.mark.parametrize(
    "text",
    [
        "About six men got out of the van.",
        "Three gunmen fled on a motorcycle.",
        "Four robbers escaped through a window.",
        "Paramedics carried two men to a stretcher and out of the hall.",
        "It was the worst raid since the 2014 attack that left 30 dead.",
        "The trial recalled the 2009 massacre of 150 villagers.",
    ],
)
def test_nothing_befell_those_who_only_move_or_are_of_old(text: str) -> None:
    """Attackers who flee are not displaced, who gets out of a car is not freed."""
    assert [slot for _, slot in befell(text) if slot] == []
