"""Who would not say, does not know, is checking, was not reached; and what nobody knows."""

from __future__ import annotations

import pytest

from attributions import Said, attributions_in, said_in, the_attribution
from onrecord.model import Certainty, Stance

DECLINES = Stance.DECLINES
UNKNOWN = Stance.DOES_NOT_KNOW
CHECKS = Stance.IS_CHECKING
NO_MORE = Stance.GIVES_NO_MORE
NOT_REACHED = Stance.NOT_REACHED
OPEN = Stance.OPEN_QUESTION

NON_ANSWERS = [
    (
        "A spokesman for the company declined to comment.",
        ("A spokesman for the company", "declined to comment", "", DECLINES),
    ),
    (
        "A police spokesman refused to say how many officers were involved.",
        ("A police spokesman", "refused to say", "how many officers were involved", DECLINES),
    ),
    (
        "The Kremlin said it had no comment on the report.",
        ("The Kremlin", "had no comment on", "the report", DECLINES),
    ),
    ("The rebels made no comment.", ("The rebels", "made no comment", "", DECLINES)),
    (
        "Police would not say if anyone had been arrested.",
        ("Police", "would not say", "if anyone had been arrested", DECLINES),
    ),
    (
        "There was no immediate comment from the Ethiopian government.",
        ("the Ethiopian government", "There was no immediate comment from", "", DECLINES),
    ),
    (
        "Neither the army nor the rebels commented on the report.",
        ("Neither the army nor the rebels", "commented on", "the report", DECLINES),
    ),
    (
        "Asked whether hostages had been killed, the minister declined to answer.",
        ("the minister", "declined to answer", "", DECLINES),
    ),
    (
        "The ministry could not confirm the report.",
        ("The ministry", "could not confirm", "the report", UNKNOWN),
    ),
    (
        "The company said it had no information on the whereabouts of the workers.",
        ("The company", "had no information on", "the whereabouts of the workers", UNKNOWN),
    ),
    (
        "Officials said they did not know who was responsible.",
        ("Officials", "did not know", "who was responsible", UNKNOWN),
    ),
    (
        "The district police chief did not know whether the hostages had been moved.",
        (
            "The district police chief",
            "did not know",
            "whether the hostages had been moved",
            UNKNOWN,
        ),
    ),
    (
        "Larkspur said it was not yet able to account for all of its workers.",
        ("Larkspur", "was not yet able to account for", "all of its workers", UNKNOWN),
    ),
    (
        "The agency could not verify the message.",
        ("The agency", "could not verify", "the message", UNKNOWN),
    ),
    (
        "Investigators have yet to determine the cause of the explosion.",
        ("Investigators", "have yet to", "determine the cause of the explosion", UNKNOWN),
    ),
    (
        "It was not known if there were casualties among the crew, the coastguard said.",
        ("the coastguard", "It was not known", "if there were casualties among the crew", UNKNOWN),
    ),
    (
        "Police said it was unclear who was behind the attack.",
        ("Police", "it was unclear", "who was behind the attack", UNKNOWN),
    ),
    (
        "The spokeswoman said she could neither confirm nor deny the reports.",
        ("The spokeswoman", "could neither confirm nor", "the reports", UNKNOWN),
    ),
    (
        "The foreign ministry said it was looking into reports that two Germans had been seized.",
        (
            "The foreign ministry",
            "was looking into",
            "reports that two Germans had been seized",
            CHECKS,
        ),
    ),
    (
        "The consulate said it was trying to verify the identity of the victims.",
        ("The consulate", "was trying to verify", "the identity of the victims", CHECKS),
    ),
    (
        "Police are investigating whether the driver was known to them.",
        ("Police", "are investigating", "whether the driver was known to them", CHECKS),
    ),
    (
        "The governor did not say how many people had been arrested.",
        ("The governor", "did not say", "how many people had been arrested", NO_MORE),
    ),
    (
        "Iraqi officials did not immediately confirm the report.",
        ("Iraqi officials", "did not immediately confirm", "the report", NO_MORE),
    ),
    (
        "The embassy could not be reached for comment.",
        ("The embassy", "could not be reached for comment", "", NOT_REACHED),
    ),
    (
        "The army did not respond to requests for comment.",
        ("The army", "did not respond to requests for comment", "", NOT_REACHED),
    ),
    (
        "A military spokesman was not immediately available for comment.",
        ("A military spokesman", "was not immediately available for comment", "", NOT_REACHED),
    ),
    (
        "Calls to the governor's office went unanswered.",
        ("the governor's office", "went unanswered", "", NOT_REACHED),
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), NON_ANSWERS, ids=[case[0][:48] for case in NON_ANSWERS]
)
def test_non_answer_is_read_with_what_it_leaves_unanswered(
    text: str, expected: tuple[str, str, str, Stance]
) -> None:
    """What stands under a non-answer is not known, and its source is who was asked."""
    assert said_in(text) == [Said(*expected)]
    assert the_attribution(text).certainty is Certainty.UNKNOWN


OPEN_QUESTIONS = [
    (
        "It was not immediately clear who was behind the attack.",
        ("It was not immediately clear", "who was behind the attack"),
    ),
    (
        "It was unclear how many people were on board.",
        ("It was unclear", "how many people were on board"),
    ),
    (
        "It is not known whether the hostages are alive.",
        ("It is not known", "whether the hostages are alive"),
    ),
    (
        "It remains to be seen whether the ceasefire will hold.",
        ("It remains to be seen", "whether the ceasefire will hold"),
    ),
    (
        "There was no word on the fate of the crew.",
        ("There was no word on", "the fate of the crew"),
    ),
    ("The identity of the bomber was unknown.", ("was unknown", "The identity of the bomber")),
    (
        "The fate of the remaining hostages remained unclear on Friday.",
        ("remained unclear", "The fate of the remaining hostages"),
    ),
    (
        "It was not clear how the gunmen knew when the convoy would leave.",
        ("It was not clear", "how the gunmen knew when the convoy would leave"),
    ),
    (
        "How the attackers entered the base is unclear.",
        ("is unclear", "How the attackers entered the base"),
    ),
    (
        "The claim could not be independently verified.",
        ("could not be independently verified", "The claim"),
    ),
    (
        "Reports that the hostages had been freed could not be confirmed.",
        ("could not be confirmed", "Reports that the hostages had been freed"),
    ),
    (
        "No group has claimed responsibility for the blast.",
        (
            "No group has claimed responsibility",
            "No group has claimed responsibility for the blast",
        ),
    ),
    (
        "There was no immediate claim of responsibility.",
        ("There was no immediate claim", "no immediate claim of responsibility"),
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), OPEN_QUESTIONS, ids=[case[0][:48] for case in OPEN_QUESTIONS]
)
def test_open_question_is_nobodys(text: str, expected: tuple[str, str]) -> None:
    """What nobody knows has no source."""
    assert said_in(text) == [Said("", *expected, OPEN)]


TWO_IN_ONE = [
    (
        "Total confirmed that a contractor had been seized but declined to give further details.",
        [
            ("Total", "confirmed", "that a contractor had been seized", Stance.CONFIRMS),
            ("Total", "declined to give further details", "", NO_MORE),
        ],
    ),
    (
        "The embassy said it was gathering information but could not comment.",
        [
            ("The embassy", "was gathering information", "", CHECKS),
            ("The embassy", "could not comment", "", DECLINES),
        ],
    ),
    (
        "Shell said it was told of the raid on Friday but could not say whether staff were hurt.",
        [
            ("Shell", "said", "it was told of the raid on Friday", Stance.ASSERTS),
            ("Shell", "could not say", "whether staff were hurt", UNKNOWN),
        ],
    ),
    (
        "Maersk said it was aware of the incident, but gave no details.",
        [
            ("Maersk", "said", "it was aware of the incident", Stance.ASSERTS),
            ("Maersk", "gave no details", "", NO_MORE),
        ],
    ),
    (
        "Officials said the convoy was attacked but it was not known how many had died.",
        [
            ("Officials", "said", "the convoy was attacked", Stance.ASSERTS),
            ("Officials", "it was not known", "how many had died", UNKNOWN),
        ],
    ),
    (
        "The army denied it had bombed the village but acknowledged an air strike nearby.",
        [
            ("The army", "denied", "it had bombed the village", Stance.DENIES),
            ("The army", "acknowledged", "an air strike nearby", Stance.CONFIRMS),
        ],
    ),
    (
        "Two men were held on Monday, a security official said, without elaborating.",
        [
            ("a security official", "said", "Two men were held on Monday", Stance.ASSERTS),
            ("a security official", "without elaborating", "", NO_MORE),
        ],
    ),
    (
        "The report could not be confirmed, and the army was not available for comment.",
        [
            ("", "could not be confirmed", "The report", OPEN),
            ("the army", "was not available for comment", "", NOT_REACHED),
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), TWO_IN_ONE, ids=[case[0][:48] for case in TWO_IN_ONE]
)
def test_two_cues_of_one_sentence_are_two_attributions(
    text: str, expected: list[tuple[str, str, str, Stance]]
) -> None:
    """Each with its own content: what is withheld is no part of what is said."""
    assert said_in(text) == [Said(*one) for one in expected]


def test_quotation_that_withholds_an_answer_is_a_non_answer_too() -> None:
    """ "We don't know" in a quotation is its speaker's, and the quotation stays whole."""
    text = '"We don\'t know how many are inside," fire chief Luis Ortega told a radio station.'
    chief = "fire chief Luis Ortega"
    assert said_in(text) == [
        Said(chief, "told", '"We don\'t know how many are inside,"', Stance.ASSERTS),
        Said(chief, "don't know", "how many are inside", UNKNOWN),
    ]


def test_answer_in_the_next_sentence_keeps_its_source() -> None:
    """ "It did not say when": who "it" is stands in the sentence before."""
    text = "The Nigerian army says it has rescued 63 women. It did not say when."
    names = [one.source_name for one in attributions_in(text)]
    assert names == ["the Nigerian army", "the Nigerian army"]


@pytest.mark.parametrize(
    "text",
    [
        "The official was not authorised to discuss the matter.",
        "The men refused to leave the compound.",
        "There were no immediate reports of casualties.",
        "Not a shot was fired.",
    ],
)
def test_refusal_of_something_else_is_no_non_answer(text: str) -> None:
    """Only refusing to tell withholds an answer."""
    assert [one for one in said_in(text) if one.stance is not Stance.ASSERTS] == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("No group has said it was behind the raid.", "it was behind the raid"),
        ("Nobody said that the bridge was mined.", "that the bridge was mined"),
    ],
)
def test_what_nobody_says_is_an_open_question(text: str, content: str) -> None:
    """It is no statement of a source called "no group"."""
    (one,) = attributions_in(text)
    assert one.stance is Stance.OPEN_QUESTION
    assert one.source == ()
    assert [part.of(text) for part in one.content] == [content]
