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


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Militants besieged a police barracks for three days.", "siege"),
        ("The siege of the hotel ended after 19 hours.", "siege"),
        ("A gunman barricaded himself inside a bank with six clerks.", "siege"),
        ("A stand-off between gunmen and police ended at dawn.", "siege"),
        ("Rebels laid siege to the town and cut the road.", "siege"),
        ("The kidnappers threatened to kill the two pilots.", "threat"),
        ("The mayor had death threats from a cartel.", "threat"),
        ("A bomb threat forced an airliner to land in Cork.", "threat"),
        ("The kidnappers gave the ministry an ultimatum.", "threat"),
        ("He threatened a guard with a knife.", "threat"),
        ("Saboteurs cut power cables near the substation.", "sabotage"),
        ("Vandals tampered with the signalling system.", "sabotage"),
        ("Rebels derailed a goods train with explosives.", "sabotage"),
        ("Armed men seized a tanker off the coast.", "hijacking"),
        ("Pirates boarded a cargo ship at night.", "hijacking"),
        ("A doctor was carjacked on the ring road.", "hijacking"),
        ("Three masked men held up a jewellery shop.", "robbery"),
        ("Bandits ransacked homes in the valley.", "robbery"),
        ("Raiders made off with cash from a bank.", "robbery"),
        ("A mob burned a mosque in the old town.", "arson"),
        ("Attackers hurled petrol bombs at the consulate.", "arson"),
        ("A car was rammed into a crowd on the quay.", "armed-attack"),
        ("An air strike hit a wedding in the hills.", "armed-attack"),
        ("An air-strike hit a wedding in the hills.", "armed-attack"),
        ("Rocket fire woke the town at dawn.", "armed-attack"),
        ("Insurgents struck an army base at dawn.", "armed-attack"),
        ("The convoy came under fire from snipers.", "armed-attack"),
        ("A lorry mowed down walkers on the quay.", "armed-attack"),
        ("Gunmen sprayed the cafe with bullets.", "shooting"),
        ("A man slashed three passengers on a train.", "stabbing"),
        ("A gun battle broke out near the bridge.", "clash"),
        ("Rebels fought army troops near the bridge.", "clash"),
        ("An improvised explosive device was found.", "bombing"),
        ("Armed men snatched a girl from her school.", "hostage-taking"),
        ("Bandits whisked away 30 pupils.", "hostage-taking"),
        ("Soldiers captured three rebels in the hills.", "arrest"),
        ("Detectives seized a gunman at the port.", "arrest"),
    ],
)
def test_modern_wires_tell_it_in_these_words(text: str, code: str) -> None:
    """Every type has words of its own, nouns and verbs, alone and together."""
    assert code in {event.code for event in events_in(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Passengers boarded the ship at noon.",
        "Roadworks held up traffic for hours.",
        "The coast guard cut the ribbon.",
        "The dispute derailed the talks.",
        "The retailer slashed prices before Christmas.",
        "Sales of drones hit a record.",
        "Firefighters fought the blaze until dawn.",
        "The actors came under fire for their accents.",
        "Workers burned leaves behind the barn.",
    ],
)
def test_words_of_two_minds_need_who_or_what_they_are_said_of(text: str) -> None:
    """A pirate boards a ship as a passenger does not."""
    assert events_in(text) == ()


def test_captives_held_inside_are_kidnapped_and_besieged() -> None:
    """One word can tell both."""
    text = "Fifty guests were held hostage inside the hotel."
    assert [event.code for event in events_in(text)] == ["hostage-taking", "siege"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Troops surrounded a camp where gunmen held miners.", ["encirclement"]),
        ("Commandos stormed the plane to free the crew.", ["armed-attack", "rescue-by-force"]),
    ],
)
def test_what_forces_do_tells_a_siege(text: str, codes: list[str]) -> None:
    """A response of theirs, beside what else it is."""
    assert [event.code for event in events_in(text)][: len(codes)] == codes


def test_bomb_that_is_threatened_has_not_gone_off() -> None:
    """What a threat, a plot or a hoax is of did not happen by it."""
    events = events_in("A bomb threat emptied the school.")
    assert [(event.code, event.factuality) for event in events] == [
        ("bombing", Factuality.POSSIBLE),
        ("threat", Factuality.HAPPENED),
    ]
