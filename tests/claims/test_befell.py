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


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("Landmines took the lives of three surveyors in Kidal.", "killed"),
        ("Troops neutralised four ultras in Kupwara.", "killed"),
        ("Soldiers eliminated six terrorists in a raid near Jenin.", "killed"),
        ("Two jawans attained martyrdom in Poonch.", "killed"),
        ("Militants slit the throats of seven farmhands.", "killed"),
        ("Nine villagers were buried on Friday after a mass funeral.", "killed"),
        ("Two pensioners broke hips in the crush.", "injured"),
        ("Two conductors lost three fingers when a grenade went off.", "injured"),
        ("The gas left 14 patients fighting for breath.", "injured"),
        ("Seven pupils were stretchered out of the school.", "injured"),
        ("Detectives hauled in 18 men on Sunday.", "arrested"),
        ("Nine suspects are behind bars.", "arrested"),
        ("The raiders were overpowered and six of them were handcuffed.", "arrested"),
        ("Two warders were frogmarched out of the block at knifepoint.", "kidnapped"),
        ("A dozen nuns were bundled into two pickup trucks outside Maaloula.", "kidnapped"),
        ("Six inmates gave their guards the slip.", "freed"),
        ("Negotiators secured the freedom of nine aid workers.", "freed"),
        ("The militia let go 13 Israelis.", "freed"),
        ("More than 9,600 people have taken to the bush since the fighting began.", "displaced"),
        ("The fire left 2,300 people without a roof.", "displaced"),
        ("A dozen nuns have not been heard from since.", "missing"),
        ("The whereabouts of 13 climbers remain unknown.", "missing"),
        ("There was no trace of six fishermen.", "missing"),
        ("Nine guards could not be accounted for.", "missing"),
    ],
)
def test_families_of_turns_tell_what_befell_people(text: str, slot: str) -> None:
    """Idioms of one family count as its plain verb does."""
    assert slot in [told for _, told in befell(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The party eliminated 30 delegates in the first round of the contest.",
        "The Liberals claimed 12 seats in the vote.",
        "The team broke 12 records and lost two players to transfers.",
        "Hospitals moved 40 nurses to the night shift.",
        "The city reunited 30 musicians for a concert.",
        "Four ministers took shelter from the rain under an umbrella.",
        "The bus left 12 passengers without a seat.",
        "Twelve painters scaled the wall of the stadium.",
        "Parents have heard from 12 teachers since Monday.",
        "The coach took in 20 players for the season.",
    ],
)
def test_other_uses_of_the_same_words_tell_nothing(text: str) -> None:
    """The words of a family do no harm to those they do not harm."""
    assert {told for _, told in befell(text)} <= {None}


def test_who_speaks_of_the_wounded_is_not_among_them() -> None:
    """An official who names the wounded is not one of them."""
    # given
    text = "Among the wounded were six children, a health official said."
    # when
    told = dict(befell(text))
    # then
    assert told == {"six children": "injured"}


def test_who_puts_the_toll_is_not_struck_by_it() -> None:
    """ "The injured" is a toll, not what befell the spokesman."""
    assert dict(befell("A spokesman put the dead at 17, the injured at 80.")) == {
        "17": "killed",
        "80": "injured",
    }


def test_participle_keeps_its_meaning_beside_active_uses() -> None:
    """ "Found two men shot dead" tells two deaths though men who shoot may flee."""
    assert befell("Police found two men shot dead.") == [("two men", "killed")]


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        (
            "Sunday's raid, the fourth on the town this year, left six dead and nine missing.",
            ["killed", "missing"],
        ),
        ("Last year's raid on the town left six dead and nine missing.", [None, None]),
    ],
)
def test_time_of_an_apposition_dates_nothing_else(text: str, slots: list[str | None]) -> None:
    """Of how many raids this was one tells no older raid."""
    assert [slot for _, slot in befell(text)] == slots


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Divers came back on Monday, with 12 miners still missing.", ["missing"]),
        ("The fire was out, with 45 people still unaccounted for.", ["missing"]),
        ("Rebels killed ten men and wounded several more when they fled.", ["killed", "injured"]),
        ("No ransom was paid for the five nurses taken from a clinic.", ["kidnapped"]),
        ("Four players missing the match sat in the stand.", [None]),
        ("Parents met over the 90 pupils seized in the raid on the school.", ["kidnapped"]),
        ("The blast left six dead and nine missing.", ["killed", "missing"]),
        (
            "About 20 people were treated for burns, four of them in intensive care.",
            ["injured"] * 2,
        ),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)
def test_states_and_takings_without_a_verb_of_their_own(text: str, slots: list[str | None]) -> None:
    """What hangs on a noun or a "with" tells of those counted as a verb would."""
    assert [slot for _, slot in befell(text)] == slots
