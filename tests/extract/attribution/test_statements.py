"""What sources say: cue verbs, "according to", passives, hearsay, responsibility, blame."""

from __future__ import annotations

import pytest

from attributions import Said, said_in, the_attribution
from onrecord.model import Certainty, Manner, Stance

ASSERTS = Stance.ASSERTS
CONFIRMS = Stance.CONFIRMS
DENIES = Stance.DENIES
CLAIMS = Stance.CLAIMS_RESPONSIBILITY
ACCUSES = Stance.ACCUSES
CALLS = Stance.CHARACTERISES

STATEMENTS = [
    (
        "Gunmen opened fire on a bus in northern Kenya on Tuesday, police and a survivor said.",
        (
            "police and a survivor",
            "said",
            "Gunmen opened fire on a bus in northern Kenya on Tuesday",
        ),
    ),
    (
        "The governor of Borno state, Babagana Zulum, told reporters that 30 farmers had died.",
        ("The governor of Borno state, Babagana Zulum", "told", "that 30 farmers had died"),
    ),
    (
        "The men, police said, fled on motorcycles towards the border.",
        ("police", "said", "The men | fled on motorcycles towards the border"),
    ),
    (
        "Two soldiers were wounded, according to a military source who asked not to be named.",
        ("a military source", "according to", "Two soldiers were wounded"),
    ),
    (
        "According to the interior ministry, the attackers used an improvised device.",
        ("the interior ministry", "According to", "the attackers used an improvised device"),
    ),
    (
        "In a statement, the Philippine army said three militants had been killed.",
        ("the Philippine army", "said", "three militants had been killed"),
    ),
    (
        "A statement by the joint command said the operation was over.",
        ("A statement by the joint command", "said", "the operation was over"),
    ),
    (
        "The minister made clear that no ransom would be paid.",
        ("The minister", "made clear", "that no ransom would be paid"),
    ),
    (
        "The blast killed 12 people, a doctor at the city's main hospital said by telephone.",
        ("a doctor at the city's main hospital", "said", "The blast killed 12 people"),
    ),
    (
        "Residents reported hearing two loud explosions.",
        ("Residents", "reported", "hearing two loud explosions"),
    ),
    (
        "The ministry said in a statement that 17 soldiers died and 22 were wounded.",
        ("The ministry", "said", "that 17 soldiers died and 22 were wounded"),
    ),
    (
        "Five people died, the head of the city's emergency department, Dr. Ayesha Khan, said.",
        (
            "the head of the city's emergency department, Dr. Ayesha Khan",
            "said",
            "Five people died",
        ),
    ),
    (
        "The blast, which the mayor said killed two guards, shattered windows.",
        ("the mayor", "said", "which | killed two guards"),
    ),
    (
        "By the governor's own account, his convoy was ambushed twice.",
        ("the governor", "account", "his convoy was ambushed twice"),
    ),
    (
        "Sixteen people died, the ambulance service said, as militants stepped up their attacks.",
        ("the ambulance service", "said", "Sixteen people died"),
    ),
    (
        "A man told police the gate was open.",
        ("A man", "told", "the gate was open"),
    ),
    (
        "The boy was taken to hospital, according to Lt. Larry Moss of the county police.",
        ("Lt. Larry Moss of the county police", "according to", "The boy was taken to hospital"),
    ),
    (
        "Witnesses spoke of scenes of chaos.",
        ("Witnesses", "spoke of", "scenes of chaos"),
    ),
    (
        "In an audio message, a man claiming to speak for the group said two hostages had died.",
        ("a man claiming to speak for the group", "said", "two hostages had died"),
    ),
    (
        "Residents contacted by telephone described hearing heavy gunfire through the night.",
        (
            "Residents contacted by telephone",
            "described",
            "hearing heavy gunfire through the night",
        ),
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), STATEMENTS, ids=[case[0][:48] for case in STATEMENTS]
)
def test_statement_is_read_with_its_source_and_content(
    text: str, expected: tuple[str, str, str]
) -> None:
    """Source, cue and content as PARC 3.0 parts them, whatever the order of the sentence."""
    assert said_in(text) == [Said(*expected, ASSERTS)]


STANCES = [
    (
        "Soldiers told villagers to leave the area.",
        ("Soldiers", "told", "to leave the area", Stance.DEMANDS),
    ),
    (
        "Hospital officials put the toll at 23.",
        ("Hospital officials", "put", "the toll at 23", Stance.ESTIMATES),
    ),
    (
        "The police chief estimated that 40 people had been inside.",
        ("The police chief", "estimated", "that 40 people had been inside", Stance.ESTIMATES),
    ),
    (
        "The group threatened to shoot the hostages at noon.",
        ("The group", "threatened", "to shoot the hostages at noon", Stance.INTENDS),
    ),
    (
        "The kidnappers demanded the release of 12 prisoners.",
        ("The kidnappers", "demanded", "the release of 12 prisoners", Stance.DEMANDS),
    ),
    (
        "The governor urged residents to stay indoors.",
        ("The governor", "urged", "residents to stay indoors", Stance.DEMANDS),
    ),
    (
        "The army retracted its claim that 30 rebels had been killed.",
        ("The army", "retracted", "its claim that 30 rebels had been killed", Stance.RETRACTS),
    ),
    (
        "Total confirmed that one of its contractors had been seized.",
        ("Total", "confirmed", "that one of its contractors had been seized", CONFIRMS),
    ),
    (
        "The army denied that its troops had fired on civilians.",
        ("The army", "denied", "that its troops had fired on civilians", DENIES),
    ),
    (
        "The rebels denied involvement in the bombing.",
        ("The rebels", "denied", "involvement in the bombing", DENIES),
    ),
    (
        "Kenya's Interior Ministry denied a report that its forces had crossed the border.",
        (
            "Kenya's Interior Ministry",
            "denied",
            "a report that its forces had crossed the border",
            DENIES,
        ),
    ),
    (
        "A military spokesman dismissed the claim as propaganda.",
        ("A military spokesman", "dismissed", "the claim as propaganda", DENIES),
    ),
    (
        "The Taliban claimed responsibility for the attack.",
        ("The Taliban", "claimed", "responsibility for the attack", CLAIMS),
    ),
    (
        "The group took responsibility for the ambush.",
        ("The group", "took", "responsibility for the ambush", CLAIMS),
    ),
    (
        "Al Shabaab said its fighters were behind the raid on the hotel.",
        ("Al Shabaab", "said", "its fighters were behind the raid on the hotel", CLAIMS),
    ),
    (
        "The pipeline bombing was claimed by the ELN on Wednesday.",
        ("the ELN", "was claimed by", "The pipeline bombing", CLAIMS),
    ),
    (
        "Police blamed the attack on Boko Haram.",
        ("Police", "blamed", "the attack on Boko Haram", ACCUSES),
    ),
    (
        "Officials blamed Maoist rebels for the derailment.",
        ("Officials", "blamed", "Maoist rebels for the derailment", ACCUSES),
    ),
    (
        "The attack was blamed by officials on militants linked to al Qaeda.",
        ("officials", "was blamed by", "The attack | on militants linked to al Qaeda", ACCUSES),
    ),
    (
        "Turkey accuses the group of carrying out a string of bombings.",
        ("Turkey", "accuses", "the group of carrying out a string of bombings", ACCUSES),
    ),
    (
        "Philippine officials suspect the Abu Sayyaf of kidnapping the two Canadians.",
        (
            "Philippine officials",
            "suspect",
            "the Abu Sayyaf of kidnapping the two Canadians",
            ACCUSES,
        ),
    ),
    (
        "The ministry described the assault as a terrorist act.",
        ("The ministry", "described", "the assault as a terrorist act", CALLS),
    ),
    (
        "The prime minister called the attack barbaric.",
        ("The prime minister", "called", "the attack barbaric", CALLS),
    ),
]


@pytest.mark.parametrize(("text", "expected"), STANCES, ids=[case[0][:48] for case in STANCES])
def test_stance_is_what_the_source_does(text: str, expected: tuple[str, str, str, Stance]) -> None:
    """Confirming, denying, owning up, accusing and naming are told apart from saying."""
    assert said_in(text) == [Said(*expected)]


@pytest.mark.parametrize(
    "text",
    [
        "The army denied that its troops had fired on civilians.",
        "The rebels denied involvement in the bombing.",
        "A military spokesman dismissed the claim as propaganda.",
    ],
)
def test_denial_says_the_content_is_not_so(text: str) -> None:
    """A denial is certain of the contrary."""
    one = the_attribution(text)
    assert one.negated
    assert one.certainty is Certainty.CERTAIN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said the gunmen fled.", Certainty.CERTAIN),
        ("Witnesses said the gunmen may have escaped into the hills.", Certainty.POSSIBLE),
        ("The attackers might have had inside help, a security source said.", Certainty.POSSIBLE),
        ("The mayor said the device appeared to be home-made.", Certainty.POSSIBLE),
        ("The spokesman said the pilot was likely dead.", Certainty.PROBABLE),
        ("The captain was probably dead, the navy said.", Certainty.PROBABLE),
        ("The military believes the hostages have been moved.", Certainty.PROBABLE),
        ("Investigators think the device was set off by remote control.", Certainty.PROBABLE),
        ("The regional governor said he believed the hostages were alive.", Certainty.PROBABLE),
        ("Police said they had arrested two suspects.", Certainty.CERTAIN),
        ("Witnesses said they could hear gunfire.", Certainty.CERTAIN),
        ("Police said a man who may have been armed was shot dead.", Certainty.CERTAIN),
    ],
)
def test_certainty_is_that_of_the_cue_and_of_the_verb_it_hands_over(
    text: str, expected: Certainty
) -> None:
    """FactBank: a hedge counts where it stands on the main verb of the content, not deeper."""
    assert the_attribution(text).certainty is expected


HEARSAY = [
    (
        "The hostages are reportedly being held in a forest.",
        ("", "reportedly", "The hostages are | being held in a forest", ASSERTS),
        Certainty.PROBABLE,
    ),
    (
        "The man allegedly planted the bomb under a car.",
        ("", "allegedly", "The man | planted the bomb under a car", ASSERTS),
        Certainty.POSSIBLE,
    ),
    (
        "The attackers are believed to be members of a splinter faction.",
        ("", "are believed", "The attackers | to be members of a splinter faction", ASSERTS),
        Certainty.PROBABLE,
    ),
    (
        "The two men were thought to have fled into Niger.",
        ("", "were thought", "The two men | to have fled into Niger", ASSERTS),
        Certainty.PROBABLE,
    ),
    (
        "About 60 people are feared dead.",
        ("", "are feared", "About 60 people | dead", ASSERTS),
        Certainty.POSSIBLE,
    ),
    (
        "A 14-year-old boy is suspected of carrying out the bombing.",
        ("", "is suspected", "A 14-year-old boy | of carrying out the bombing", ACCUSES),
        Certainty.POSSIBLE,
    ),
    (
        "The bombing, blamed on the PKK, killed 11 people.",
        ("", "blamed", "The bombing | on the PKK", ACCUSES),
        Certainty.POSSIBLE,
    ),
]


@pytest.mark.parametrize(
    ("text", "expected", "certainty"), HEARSAY, ids=[case[0][:48] for case in HEARSAY]
)
def test_hearsay_has_no_source_and_is_not_certain(
    text: str, expected: tuple[str, str, str, Stance], certainty: Certainty
) -> None:
    """Words of somebody the report does not name stay nobody's."""
    one = the_attribution(text)
    assert said_in(text) == [Said(*expected)]
    assert one.certainty is certainty
    assert one.source_name is None


@pytest.mark.parametrize(
    "text",
    [
        "Storms claimed the lives of five people.",
        "The swimmers were claimed by the sea.",
        "The ministry has 12 confirmed cases of cholera.",
        "Three men were reported missing after the raid.",
        "They were denied entry to the compound.",
        "The so-called caliphate collapsed.",
        "The owner asked not to be named.",
        "A known militant was arrested at the airport.",
        "The army took control of the town.",
        "A group calling itself the Free Men roams the hills.",
        "The guards reported for duty at dawn.",
        "Officials should say what happened.",
    ],
)
def test_word_of_another_use_is_no_statement(text: str) -> None:
    """A cue verb is one only where it hands over what somebody says."""
    assert said_in(text) == []


def test_threat_of_a_group_is_no_claim_of_a_deed() -> None:
    """What it would do it has not done."""
    one = the_attribution("The group said it would kill the hostage unless its demands were met.")
    assert one.stance is ASSERTS


def test_force_of_a_state_reports_its_deed_and_claims_nothing() -> None:
    """ "The army said it had killed" is a report; of an armed group it is a claim."""
    army = the_attribution("The army said it had killed 15 fighters.")
    group = the_attribution("The militant group said it had killed 15 soldiers.")
    assert (army.stance, group.stance) == (ASSERTS, CLAIMS)


def test_words_quoted_in_part_are_mixed() -> None:
    """PARC 3.0: direct, indirect and mixed."""
    one = the_attribution('The navy confirmed there had been a "minor incident" in the port.')
    assert one.manner is Manner.MIXED


def test_noun_hands_over_the_words_of_its_owner() -> None:
    """ "The general's claim that" is what the general says; rejecting it is another's denial."""
    text = "The general's claim that the town had fallen was rejected by the rebels."
    assert said_in(text) == [
        Said("The general", "claim", "that the town had fallen", ASSERTS),
        Said(
            "the rebels",
            "was rejected by",
            "The general's claim that the town had fallen",
            DENIES,
        ),
    ]


@pytest.mark.parametrize(
    "text",
    ["The general had not spoken since the coup.", "The lawyer would not give up his case."],
)
def test_silence_or_refusal_of_another_kind_is_no_non_answer(text: str) -> None:
    """Only what withholds an answer counts."""
    assert said_in(text) == []
