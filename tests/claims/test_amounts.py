"""Amounts that matter to an incident: money, things and numbers of attackers, and what is none."""

from __future__ import annotations

import pytest

from factories import claims_in, read_story
from onrecord.model import Figure, Stance
from onrecord.views._outline.values import figure_words

SLOTS = frozenset(
    {
        "attacker_number",
        "arms_used",
        "arms_found",
        "destroyed",
        "damaged",
        "ransom_demanded",
        "ransom_paid",
        "loss",
    }
)


def amounts(text: str) -> list[tuple[str, str]]:
    """Return slot and words of every amount of the incident, in reading order."""
    return [
        (claim.slot, figure_words(claim.value))
        for claim in read_story(text).claims
        if claim.slot in SLOTS and isinstance(claim.value, Figure)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "About 20 gunmen stormed a hotel in Bamako on Tuesday.",
            [("attacker_number", "18 to 22 gunmen (“about”)")],
        ),
        (
            (
                "Gunmen abducted two tourists near Jolo. At least 11 men armed with pistols landed "
                "in two boats before midnight, the army said."
            ),
            [("attacker_number", "at least 11 men")],
        ),
        (
            "Gunmen killed a guard. Twelve armed men of the village guard arrived to help.",
            [],
        ),
        (
            "A group of 50 militants raided a prison in Kano.",
            [("attacker_number", "50 militants")],
        ),
        (
            "The attack on the base was carried out by two suicide bombers, the army said.",
            [("attacker_number", "2 suicide bombers")],
        ),
        (
            "Four masked men entered the shop, tied up the owner and shot him dead.",
            [("attacker_number", "4 masked men")],
        ),
        (
            "Gunmen raided a bank in Jos. Witnesses said there were five attackers.",
            [("attacker_number", "5 attackers")],
        ),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_attackers_who_act_are_counted(text: str, expected: list[tuple[str, str]]) -> None:
    """So many attacked, as far as the words go."""
    assert amounts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Police killed five gunmen who had attacked a station in Jos.",
        "Three suspects were arrested after a bombing that killed a guard.",
        "Two of the gunmen fled after the bombing of a court in Kirkuk.",
        "The army said 40 militants clashed with soldiers near Gao.",
        "Gunmen attacked a village. A similar attack by 40 gunmen killed 12 people last year.",
        "Up to 12 insurgents may have entered the hotel before the bombing killed a guard.",
        "A third gunman opened fire on the crowd.",
        "Three gunmen attacked a bank in Jos on Monday and were shot dead by guards.",
        "A bomb killed a guard. Two men are dead after the gun they were playing with went off.",
        "A bomb killed a guard. Two men were charged after a girl was accidentally shot.",
        "A suspect, or suspects, opened fire on a bus, police said.",
        "A man opened fire in a bar, killing a waiter, police said.",
        "Twelve soldiers opened fire on the gunmen who had kidnapped a priest.",
    ],
)
def test_others_are_no_number_of_attackers(text: str) -> None:
    """Those killed, held, a part of more, of old, possible or others are not counted."""
    assert [slot for slot, _ in amounts(text) if slot == "attacker_number"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The bombing destroyed half a dozen vehicles and damaged at least 30 shops.",
            [("destroyed", "6 vehicles"), ("damaged", "at least 30 shops")],
        ),
        (
            "Gunmen attacked a convoy near Quetta and three fuel tankers were set on fire.",
            [("destroyed", "3 fuel tankers")],
        ),
        (
            "Militants attacked a village and 12 houses burned down.",
            [("destroyed", "12 houses")],
        ),
        (
            "The explosion damaged or destroyed 20 homes, officials said.",
            [("damaged", "20 homes")],
        ),
        (
            "A bomb exploded at an exchange. The company said one of its towers was damaged.",
            [("damaged", "1 tower")],
        ),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_things_struck_are_told_with_their_number(
    text: str, expected: list[tuple[str, str]]
) -> None:
    """What was destroyed is told apart from what was only damaged, or may be either."""
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Police found 14 rifles and three grenades after a bombing killed a judge.",
            [("arms_found", "14 rifles"), ("arms_found", "3 grenades")],
        ),
        (
            "The raiders killed a guard and seized 14 rifles from the post.",
            [("loss", "14 rifles")],
        ),
        (
            "The gunmen arrived in four pick-ups and opened fire.",
            [("arms_used", "4 pick-ups")],
        ),
        (
            "Rebels fired at least 12 rockets at the airport, killing a guard.",
            [("arms_used", "at least 12 rockets")],
        ),
        (
            "Two car bombs exploded outside a court in Kirkuk.",
            [("arms_used", "2 car bombs")],
        ),
        (
            "A bomb exploded near a convoy. The truck was packed with 200 kg of explosives.",
            [("arms_used", "200 kg of explosives")],
        ),
        (
            "A bomb killed a guard. Soldiers found two 9mm pistols and 40 kg of dynamite.",
            [("arms_found", "two 9mm pistols"), ("arms_found", "40 kg of dynamite")],
        ),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_arms_go_to_who_used_took_or_found_them(text: str, expected: list[tuple[str, str]]) -> None:
    """What attackers seize is a loss; what police seize is found."""
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunmen abducted a priest and are asking for a ransom of 50 million naira.",
            [("ransom_demanded", "50 million naira")],
        ),
        (
            "The kidnappers demanded $2 million for the release of the abducted engineer.",
            [("ransom_demanded", "$2 million")],
        ),
        (
            (
                "Gunmen seized 40 pupils on Monday. The kidnappers asked for rice, beans and 60 "
                "million naira ($146,000) to feed the captives."
            ),
            [("ransom_demanded", "60 million naira")],
        ),
        (
            "Gunmen stormed a mission, killed a guard and stole three laptops and $40,000.",
            [("loss", "3 laptops"), ("loss", "$40,000")],
        ),
        (
            "Gunmen kidnapped a trader. He was freed after a ransom of $20,000 was paid.",
            [("ransom_paid", "$20,000")],
        ),
        (
            "Gunmen kidnapped a trader, who was released on Sunday for a ransom of $20,000.",
            [("ransom_paid", "$20,000")],
        ),
        (
            "Robbers held up a fuel station and made off with $860, police said.",
            [("loss", "$860")],
        ),
        (
            "Bandits stormed a village in Zamfara on Monday and stole 40 cattle.",
            [("loss", "40 cattle")],
        ),
        (
            "A bomb exploded at the plant. Damage was put at 3 million euros.",
            [("loss", "3 million euros")],
        ),
        (
            "The blast killed a guard at a bank. It caused damage worth 10 million rand.",
            [("loss", "10 million rand")],
        ),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_money_is_told_as_demanded_paid_or_lost(text: str, expected: list[tuple[str, str]]) -> None:
    """A ransom demanded is not one paid."""
    assert amounts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen kidnapped a trader. The family refused to pay a ransom of $20,000.",
        "Gunmen kidnapped a trader. Police paid $3,000 for food while the hostage was held.",
        "Gunmen kidnapped a trader. The company would not say if it paid a ransom of $3 million.",
        "Gunmen killed a man. Rioters later looted 12 shops.",
        "Gunmen kidnapped a trader. The government offered a reward of $50,000 for information.",
        "Gunmen attacked a patrol. The ministry said its budget for security was $40 million.",
        "Gunmen attacked a pipeline. The ship nearby is worth $20 million.",
        "A storm destroyed 40 houses in the town where gunmen shot a mayor.",
        "A bombing killed a guard. The army warned that rebels could destroy 12 bridges.",
        "Gunmen attacked a village. In 2011, rebels burned 300 houses there.",
        "Gunmen attacked a village. Residents feared that 40 houses had been burned.",
        "Gunmen attacked a village. The army denied that its troops had burned 12 houses.",
        "Gunmen attacked a patrol. The police operate 300 vehicles in the region.",
        "Rebels attacked a convoy of 12 trucks, killing a driver.",
        "Gunmen killed a guard. Police found a Remington 700 rifle.",
        "The museum was robbed of nothing. Visitors bought 300 rifles and stole $40.",
    ],
)
def test_other_amounts_are_no_part_of_the_incident(text: str) -> None:
    """Refused, feared, denied, past, of nature, of no incident: nothing is claimed."""
    assert amounts(text) == []


def test_ransom_whose_payment_is_denied_is_told_as_denied() -> None:
    """Who denies a payment says that it is not so, and the brief says who."""
    # given
    text = "A gunman kidnapped a boy. The family denied paying $2 million to the kidnappers."
    # when
    (claim,) = claims_in(text, "ransom_paid")
    # then
    assert claim.negated
    assert claim.stance is Stance.DENIES


def test_amount_has_the_voice_that_gives_it() -> None:
    """A number of attackers is whoever's says it."""
    # given
    text = "Gunmen raided a bank in Jos. At least 20 gunmen took part in the raid, police said."
    # when
    (claim,) = claims_in(text, "attacker_number")
    # then
    assert claim.attribution is not None
    assert claim.attribution.source_name == "police"
