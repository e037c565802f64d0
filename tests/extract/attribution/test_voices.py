"""Who speaks: names, kinds, pronouns, who vouches, and who relays whom."""

from __future__ import annotations

import pytest

from attributions import attributions_in, said_by, the_attribution
from onrecord.model import SourceClass, Stance

CHAINS = [
    (
        "A little-known group said it had abducted two men, Yemen's Saba news agency reported.",
        [
            ("a little-known group", Stance.CLAIMS_RESPONSIBILITY),
            ("Yemen's Saba news agency", Stance.RELAYS),
        ],
    ),
    (
        "The dead included two engineers, the Anadolu agency reported, citing hospital sources.",
        [("hospital sources", Stance.ASSERTS), ("the Anadolu agency", Stance.RELAYS)],
    ),
    (
        "The BBC, citing residents, said at least 11 people were killed.",
        [("residents", Stance.ASSERTS), ("the BBC", Stance.RELAYS)],
    ),
    (
        "Xinhua news agency said 29 people were killed at a station, quoting the city government.",
        [("the city government", Stance.ASSERTS), ("Xinhua news agency", Stance.RELAYS)],
    ),
    (
        "State television quoted the governor as saying that 14 people had died.",
        [("the governor", Stance.ASSERTS), ("state television", Stance.RELAYS)],
    ),
    (
        "The mayor was quoted by the newspaper as saying the road was closed.",
        [("the mayor", Stance.ASSERTS), ("the newspaper", Stance.RELAYS)],
    ),
    (
        "The captain's wife said the pirates had told her he was safe.",
        [("the pirates", Stance.ASSERTS), ("the captain's wife", Stance.RELAYS)],
    ),
    (
        "The kidnappers are demanding a ransom of $3 million, a negotiator told the newspaper.",
        [("the kidnappers", Stance.DEMANDS), ("a negotiator", Stance.ASSERTS)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CHAINS, ids=[case[0][:48] for case in CHAINS])
def test_chain_leads_from_the_first_voice_outwards(
    text: str, expected: list[tuple[str, Stance]]
) -> None:
    """One who only hands over another's words relays them; one who tells of a deed asserts it."""
    inner = next(one for one in attributions_in(text) if one.within is not None)
    assert [(one.source_name, one.stance) for one in inner.chain()] == expected


def test_agency_that_is_told_is_only_the_audience() -> None:
    """ "Police sources told Reuters": the report relays them, nobody stands between."""
    one = the_attribution("Police sources told Reuters that the attackers had escaped.")
    assert one.source_name == "police sources"
    assert one.within is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The police chief, Abdul Raziq, said a bomb went off. He said four died.", None),
        ("Sonatrach said the plant was secure. It added that output was steady.", "Sonatrach"),
        ("Residents said soldiers had come at night. They said three men were taken.", "residents"),
        ("The army said it had lost two men. It said the rebels fled.", "the army"),
    ],
)
def test_pronoun_stands_for_the_last_speaker_it_fits(text: str, name: str | None) -> None:
    """In wire prose the next "he said" is the last speaker's."""
    first, second = attributions_in(text)
    assert second.source_name == (name or first.source_name)


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("He said the gunmen wore police uniforms.", "he"),
        ("The ministry said the port was closed. He said ships were waiting.", "he"),
        ("A spokeswoman said the road was closed. He said traffic was moving.", "he"),
        ("Police said a bomb went off. It said four people died.", "it"),
    ],
)
def test_pronoun_that_fits_nobody_stays_one(text: str, pronoun: str) -> None:
    """A wrong name is worse than none."""
    assert attributions_in(text)[-1].source_name == pronoun


@pytest.mark.parametrize(
    ("text", "vouching"),
    [
        (
            "The agency, which has regular contact with the rebels, said two men were freed.",
            "which has regular contact with the rebels",
        ),
        (
            "Two soldiers were wounded, according to a source who asked not to be named.",
            "who asked not to be named",
        ),
        (
            "An official, speaking on condition of anonymity, said a ransom had been paid.",
            "speaking on condition of anonymity",
        ),
        ("The mayor, who was born in 1960, said two men were freed.", None),
    ],
)
def test_clause_on_how_a_source_can_know_vouches_for_it(text: str, vouching: str | None) -> None:
    """A clause that tells of access or of reliability is kept; any other is not."""
    one = the_attribution(text)
    assert (None if one.vouching is None else one.vouching.of(text)) == vouching


@pytest.mark.parametrize(
    ("text", "kind", "named"),
    [
        ("Police said the road was closed.", SourceClass.SECURITY_FORCE, False),
        ("The interior ministry said the road was closed.", SourceClass.OFFICIAL, False),
        ("Turkey said the road was closed.", SourceClass.OFFICIAL, True),
        ("Hospital officials said five died.", SourceClass.MEDICAL, False),
        ("Residents said the road was closed.", SourceClass.WITNESS, False),
        ("The Taliban said the road was closed.", SourceClass.ARMED_GROUP, True),
        ("The Xinhua news agency said the road was closed.", SourceClass.NEWS_AGENCY, True),
        ("A statement said the road was closed.", SourceClass.DOCUMENT, False),
        ("A company spokesman said the road was closed.", SourceClass.COMPANY, False),
        ("A spokesman for the aid group said its staff were safe.", SourceClass.OFFICIAL, False),
    ],
)
def test_kind_of_voice_is_told_by_its_nouns(text: str, kind: SourceClass, named: bool) -> None:  # noqa: FBT001
    """The noun that tells most decides; a proper name makes a source a named one."""
    one = the_attribution(text)
    assert (one.source_class, one.named) == (kind, named)


def test_apposition_is_part_of_the_source_but_not_of_a_name() -> None:
    """ "Ahmed Musa, a spokesman for the Red Crescent": a name, and what its bearer is."""
    text = "Ahmed Musa, a spokesman for the Red Crescent, said two nurses were missing."
    one = said_by(text, "Ahmed Musa")
    assert [span.of(text) for span in one.source] == [
        "Ahmed Musa, a spokesman for the Red Crescent"
    ]
    assert one.source_class is SourceClass.OFFICIAL


def test_role_with_an_article_is_the_one_named_before() -> None:
    """ "The source said" goes on with the one source told of; of two it may be either."""
    one = attributions_in("A police source said two were held. The source said they were armed.")
    two = attributions_in(
        "A police source said two were held. An army source denied it. The source said it was late."
    )
    assert one[-1].source_name == "a police source"
    assert two[-1].source_name == "the source"


def test_source_that_tells_what_an_inquiry_shows_asserts_it() -> None:
    """An inquiry is no voice that could be asked; who tells of it is."""
    text = '"First inquiries show it was a grenade," a police source said.'
    assert said_by(text, "a police source").stance is Stance.ASSERTS


def test_name_after_a_quotation_keeps_its_capital() -> None:
    """Only a capital that the sentence's start gave is taken away."""
    text = '"She was strong, spoke her mind and had a great sense of humour," Byerly said.'
    assert the_attribution(text).source_name == "Byerly"


def test_wish_of_somebody_told_of_is_no_statement_of_his() -> None:
    """What a man planned is what the police say of him."""
    one = the_attribution("Police said the man planned to go hunting with his brother.")
    assert one.source_name == "police"


def test_quotation_before_a_sentence_is_not_the_content_of_the_next() -> None:
    """A new speaker does not take over the words of the one before."""
    text = '"It was dark," a nurse said. "We had no water." A guard told police the gate was open.'
    nurse, guard = attributions_in(text)
    assert (
        " | ".join(part.of(text) for part in nurse.content) == '"It was dark," | "We had no water."'
    )
    assert [part.of(text) for part in guard.content] == ["the gate was open"]
