"""How far an incident got, by the words that tell it; and when an attack is called a killing."""

from __future__ import annotations

import pytest

from factories import analysed
from onrecord.extract.events import rules
from onrecord.extract.events.stages import ACCOMPLISHED, ATTEMPTED, FOILED, THREATENED, Stages
from onrecord.resources import open_library
from onrecord.resources.taxonomy import Taxonomy

RULES = rules(open_library())
STAGES = Stages.of(open_library())


def stage_of(text: str, kind: str) -> str:
    """Return how far the incident that these words tell got."""
    return STAGES.stage(analysed(text), kind, RULES(analysed(text)))


@pytest.mark.parametrize(
    ("text", "kind", "stage"),
    [
        ("Police foiled a bombing at a market in Quetta on Tuesday.", "bombing", FOILED),
        ("Police defused a bomb that was about to explode.", "bombing", FOILED),
        ("Soldiers thwarted an attempt to bomb the station.", "bombing", FOILED),
        ("Guards repelled an attack on the barracks.", "attack", FOILED),
        ("Gunmen tried to kidnap the mayor but fled.", "kidnapping", ATTEMPTED),
        ("An attack on the barracks failed on Monday.", "attack", ATTEMPTED),
        ("An attempted bombing of the embassy shook the capital.", "bombing", ATTEMPTED),
        ("The group threatened to attack the embassy.", "attack", THREATENED),
        ("The rebels vowed to kidnap foreign engineers.", "kidnapping", THREATENED),
        ("The mayor received death threats from a cartel.", "threat", THREATENED),
        ("A bomb threat emptied the school.", "bombing", THREATENED),
        ("Detectives uncovered a bomb plot.", "bombing", FOILED),
        ("A bomb exploded at a market in Quetta on Tuesday.", "bombing", ACCOMPLISHED),
        ("Gunmen attacked a convoy, killing a driver.", "attack", ACCOMPLISHED),
    ],
)
def test_words_near_an_event_say_how_far_it_got(text: str, kind: str, stage: str) -> None:
    """What was stopped, failed or was only announced is told so; all else was carried out."""
    assert stage_of(text, kind) == stage


@pytest.mark.parametrize(
    "text",
    [
        "The group threatened to attack the town. On Monday gunmen attacked the town.",
        "Gunmen threatened a guard and attacked the town.",
    ],
    ids=["threatened, then done", "a threat beside it"],
)
def test_what_is_told_once_as_done_was_done(text: str) -> None:
    """A threat that came before changes nothing of that."""
    assert stage_of(text, "attack") == ACCOMPLISHED


@pytest.mark.parametrize(
    "text",
    [
        "The council met.",
        "There was no attack on the town after a warning.",
        "The region has seen a wave of frequent attacks despite warnings.",
    ],
    ids=["no event", "denied", "generic"],
)
def test_where_no_event_tells_a_stage_it_was_carried_out(text: str) -> None:
    """Words of doubt about nothing in particular make no stage."""
    assert stage_of(text, "attack") == ACCOMPLISHED


def test_stage_is_told_by_events_of_its_type() -> None:
    """That a guard was killed elsewhere does not make a defused bomb go off."""
    text = "Police defused a bomb. The gunmen who killed a guard fled."
    assert stage_of(text, "bombing") == FOILED


def test_stages_are_those_of_the_schema() -> None:
    """And words tell each but the one that needs none."""
    known = {stage.code for stage in Taxonomy.of(open_library()).stages}
    assert known == {ACCOMPLISHED, ATTEMPTED, FOILED, THREATENED}
    assert {*STAGES.words, ACCOMPLISHED} == known


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("Gunmen shot dead a judge in his car.", "attack", "killing"),
        ("Gunmen attacked a convoy, killing a driver.", "attack", "attack"),
        ("Gunmen attacked a convoy.", "attack", "attack"),
        ("A bomb killed a judge in his car.", "bombing", "bombing"),
        ("The council met.", "attack", "attack"),
    ],
    ids=["killing", "raid that kills", "attack", "bombing", "no event"],
)
def test_attack_that_is_told_as_a_killing_is_one(text: str, kind: str, code: str) -> None:
    """Only where no word tells another deed by which people died."""
    assert STAGES.code(kind, RULES(analysed(text))) == code
