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


@pytest.mark.parametrize(
    "text",
    [
        "A late header killed off the game for the visitors.",
        "The thriller bombed at the box office in its first week.",
        "She shot a film in the desert with a crew of nine.",
        "The opposition attacked the budget as cruel.",
        "There was an explosion of interest in pottery last year.",
        "The furniture shop held a fire sale after the flood.",
        "The singer said she felt kidnapped by her own fame.",
        "The boys made a raid on the fridge at midnight.",
        "A promise like that is a hostage to fortune.",
        "The final was billed as a clash of the titans.",
        "Brazil attacked from the first minute and the striker shot wide.",
        "Train drivers began a 24-hour strike over pay.",
        "The keeper saved a shot from twenty yards.",
        "Storms battered the coast and lightning struck a barn.",
        "Her grandfather suffered a heart attack in the garden.",
        "Senators attacked the minister's plan to close the mine.",
        "The governor came under fire over the delayed report.",
        "The wedding photographer shot 400 pictures of the couple.",
        "The bank's shares exploded after the merger was announced.",
        "The two parties clashed over taxes in a heated debate.",
        "The documentary captured the mood of the town.",
        "The heat killed the roses in the park.",
        "The striker's goal was a bombshell that killed the tie.",
        "Doctors gave the children a flu shot on Friday.",
        "The rivals clash on Saturday in the league cup.",
        "The comedian killed it on stage in Leeds.",
        "Ticket prices shot up by a third.",
        "The coach executed a perfect game plan.",
        "Hackers attacked the website of the ministry of fisheries.",
        "The council murdered a good idea, said the architect.",
        "Shoppers stormed the doors on the first day of the sales.",
        "A massacre on the pitch ended seven to nil.",
        "Robbed of a win by a late penalty, the team sank to third.",
        "The minister was ambushed by reporters outside his office.",
        "The alarm went off at six and the cook got up.",
        "The bride was besieged by well-wishers.",
        "The project hijacked the agenda of the summit.",
        "Two goals in four minutes killed off the contest.",
        "His second novel bombed, and the critics were merciless.",
        "The director shot the scene on a beach in Wales.",
        "Union leaders attacked the pension reform on Tuesday.",
        "The city has seen an explosion in rents.",
        "Everything must go in the fire sale, the owner said.",
        "He joked that his phone had kidnapped his teenage son.",
        "It would make the chancellor a hostage to the markets.",
        "The derby is a clash of styles.",
        "Nurses went on strike for a second day.",
        "His shot from outside the box beat the goalkeeper.",
        "A cold snap hit the orchards and killed the blossom.",
        "An asthma attack kept the sprinter out of the race.",
        "The mayor attacked her rival's record on housing.",
        "The broadcaster is under fire for cutting local news.",
        "She shot to fame with a song about rain.",
        "Demand for electric bikes exploded in the spring.",
        "The senator and the governor clashed over the water bill.",
        "The painting captures the light of the harbour.",
        "Frost killed half the vines in the valley.",
        "Pensioners lined up for a booster shot.",
        "Spain and Chile clash in the quarter-final on Friday.",
        "Petrol prices shot past two dollars.",
        "The dancers executed each turn without a fault.",
        "The president hit out at the press.",
        "The delay murdered our chances, the captain said.",
        "Bargain hunters raided the shelves before noon.",
        "Investors fled as the bloodbath on the stock exchange went on.",
        "The visitors were robbed by a poor decision of the referee.",
        "Paparazzi ambushed the actress at the airport.",
        "The fire alarm went off during the concert.",
        "The hotline was besieged with calls about the lottery.",
        "Lobbyists have hijacked the climate talks.",
    ],
)
def test_figures_of_speech_tell_no_event(text: str) -> None:
    """Sport, the arts, trade, politics, weather and health borrow words of violence."""
    assert events_in(text) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Gunmen attacked a bus and shot the driver.", "armed-attack"),
        ("A bomb went off at a football ground during a match.", "bombing"),
        ("A film director was shot outside his home by two men.", "shooting"),
        ("Militants attacked the minister's convoy.", "armed-attack"),
        ("Fans of the two clubs clashed with police, leaving nine hurt.", "clash"),
        ("The striker was killed by armed robbers.", "killing"),
        ("An explosion at a box factory killed two; police found a bomb.", "bombing"),
        ("Raiders stormed a shop on the first day of the sales and shot a guard.", "armed-attack"),
        ("A singer was kidnapped by rebels near her farm.", "hostage-taking"),
        ("Six officers were wounded when their patrol came under fire.", "armed-attack"),
        ("Rebels attacked a health post and burned its records.", "armed-attack"),
        ("A device exploded under a market stall at rush hour.", "bombing"),
        ("A photographer was shot by a sniper while filming.", "shooting"),
        ("Assailants raided a shop and shot at its owner.", "armed-attack"),
        ("Villagers clashed with herders over water, and four men died.", "clash"),
        ("The goalkeeper was murdered in his flat by burglars.", "killing"),
        ("The explosion tore through a cinema hall; a militant group claimed it.", "bombing"),
        ("Fighters stormed the studio of a television channel.", "armed-attack"),
        ("Her teenage son was kidnapped by a gang on his way to school.", "hostage-taking"),
        ("The governor's motorcade came under fire from gunmen.", "armed-attack"),
        ("A suicide bomber attacked a funeral in Kirkuk.", "armed-attack"),
        ("Gunmen attacked a party office in Lima.", "armed-attack"),
        ("A bomb exploded at a football match.", "bombing"),
        ("The clerk was shot to death.", "killing"),
        ("Gunmen stormed into the hotel.", "armed-attack"),
        ("Attacks on a number of villages were reported.", "armed-attack"),
        ("Police said the attack took place minutes before the cup final.", "armed-attack"),
        ("The opposition leader was attacked at his home on Sunday.", "armed-attack"),
        ("An explosion rocked the stock exchange in Karachi.", "bombing"),
        ("The attack on the film festival left no one unhurt.", "armed-attack"),
        ("The retailer was robbed at gunpoint.", "robbery"),
        ("A reporter killed her attacker.", "killing"),
        ("Tourists attacked a guide with stones.", "armed-attack"),
        ("The price of peace is high after the attack on the mosque.", "armed-attack"),
    ],
)
def test_violence_among_such_words_is_told_all_the_same(text: str, code: str) -> None:
    """A striker can be killed, and a bomb go off at a match."""
    assert code in {event.code for event in events_in(text)}
