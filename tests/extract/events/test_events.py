"""Events: types, roles and factuality of ordinary wire sentences."""

from __future__ import annotations

import pytest

from factories import analysed
from onrecord.extract.events import rules
from onrecord.model import EventMention, Factuality, RoleName
from onrecord.resources import open_library

RULES = rules(open_library())


def events_in(text: str) -> tuple[EventMention, ...]:
    """Return the events told in these words."""
    return RULES(analysed(text))


def role_words(text: str, event: EventMention, name: RoleName) -> list[str]:
    """Return the words of all who take part in an event as this."""
    return [role.span.of(text) for role in event.roles if role.name is name]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Gunmen stormed a hotel in Bamako on Friday.", "armed-attack"),
        ("A car bomb went off outside a police station.", "bombing"),
        ("Rebels abducted three aid workers near the border.", "hostage-taking"),
        ("Pirates hijacked a chemical tanker off Lagos.", "hijacking"),
        ("Attackers set fire to a church in the village.", "arson"),
        ("A man stabbed two passengers at the station.", "stabbing"),
        ("A journalist was assassinated outside her home.", "killing"),
        ("Soldiers and separatists clashed in the north.", "clash"),
        ("Masked men looted a warehouse in the port.", "robbery"),
        ("Several pipelines were sabotaged overnight.", "sabotage"),
        ("Militants opened fire on a bus.", "armed-attack"),
        ("The raiders shot dead a night guard.", "killing"),
    ],
)
def test_event_gets_its_type(text: str, code: str) -> None:
    """The words of an event tell its type."""
    assert code in {event.code for event in events_in(text)}


@pytest.mark.parametrize(
    ("text", "effect", "patients"),
    [
        ("Gunmen killed four guards at a mine.", "killed", ["four guards"]),
        ("Four guards were killed by gunmen at a mine.", "killed", ["four guards"]),
        ("Rebels stormed a camp, killing nine miners.", "killed", ["nine miners"]),
        ("The blast wounded 12 commuters.", "injured", ["12 commuters"]),
        ("Six nurses were kidnapped on the road.", "kidnapped", ["Six nurses"]),
        ("Three soldiers died in the ambush.", "killed", ["Three soldiers"]),
        ("Two pilots and a steward were killed.", "killed", ["Two pilots", "a steward"]),
        ("Pirates took 21 crew members hostage.", "kidnapped", ["crew members"]),
        ("The kidnapping of two engineers shocked the town.", "kidnapped", ["two engineers"]),
        ("The army freed 30 captives.", "freed", ["30 captives"]),
        ("Police arrested five suspects.", "arrested", ["five suspects"]),
    ],
)
def test_effect_falls_on_its_patients(text: str, effect: str, patients: list[str]) -> None:
    """Whom an event strikes is read from active, passive, participle and noun alike."""
    # given
    struck = [event for event in events_in(text) if event.effect == effect]
    # when
    words = [word for event in struck for word in role_words(text, event, RoleName.PATIENT)]
    # then
    assert [word.lower() for word in words] == [word.lower() for word in patients]


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Armed men attacked a convoy.", ["Armed men"]),
        ("A convoy was attacked by armed men.", ["armed men"]),
        ("Armed men carried out the attack.", ["Armed men"]),
        ("The group that attacked the convoy fled.", ["The group"]),
        ("Armed men stopped a convoy and attacked it.", ["Armed men"]),
    ],
)
def test_agent_is_found_across_clauses(text: str, agents: list[str]) -> None:
    """Who did it is the subject, the by-phrase, or the subject lent by another verb."""
    attack = next(event for event in events_in(text) if event.code == "armed-attack")
    assert role_words(text, attack, RoleName.AGENT) == agents


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed a guard.", Factuality.HAPPENED),
        ("Nobody was killed in the blast.", Factuality.NEGATED),
        ("The rebels did not attack the town.", Factuality.NEGATED),
        ("The rebels may attack the town.", Factuality.POSSIBLE),
        ("The group threatened to kill the hostages.", Factuality.POSSIBLE),
        ("Troops launched an operation to free the hostages.", Factuality.POSSIBLE),
        ("If they attack the town, people will flee.", Factuality.POSSIBLE),
        ("The region has seen a wave of frequent kidnappings.", Factuality.GENERIC),
    ],
)
def test_factuality_follows_the_clause(text: str, expected: Factuality) -> None:
    """What is denied, feared, planned or general is not told as having happened."""
    codes = {"killing", "armed-attack", "release", "hostage-taking"}
    event = next(event for event in events_in(text) if event.code in codes)
    assert event.factuality is expected


@pytest.mark.parametrize(
    "text",
    [
        "He died of a heart attack on Monday.",
        "An earthquake killed 20 people in the mountains.",
        "Parliament killed the bill on Thursday.",
        "The senator ran an attack ad against his rival.",
        "Talks were held in Geneva on Tuesday.",
        "The patient was taken to hospital.",
        "The company seized the opportunity to expand.",
    ],
)
def test_other_news_tells_no_security_event(text: str) -> None:
    """Words of violence are used of other things; those are no incidents."""
    assert {event.code for event in events_in(text)} <= {"death"}
