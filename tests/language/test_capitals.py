"""Reports in capitals: which words become small, and what stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import analysed
from onrecord import language
from onrecord.language.capitals import is_upper_case


def recased(text: str) -> str:
    """Return a text in capitals in sentence case."""
    return language.load().recaser.sentence_case(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GUNMEN KILLED TWO POLICEMEN IN PERU.", "Gunmen killed two policemen in Peru."),
        ("THE COLOMBIAN ARMY SAID SO.", "The Colombian army said so."),
        ("A BOMB WENT OFF. NOBODY DIED.", "A bomb went off. Nobody died."),
        ("TROOPS OF EL SALVADOR FLED.", "Troops of El Salvador fled."),
        ("THE UNITED STATES DENIED IT ON FRIDAY.", "The United States denied it on Friday."),
        ("HE SAID THAT I AM FREE.", "He said that I am free."),
        ("THE FMLN AND THE ELN AGREED.", "The FMLN and the ELN agreed."),
        ("THE LARGEST PREDAWN RAID", "The largest predawn raid"),
        ("CARLOS GALAN, MAYOR OF MEDELLIN", "Carlos Galan, mayor of Medellin"),
        ("DR RAMON CRUZ'S HOUSE", "Dr Ramon Cruz's house"),
        ("THE RED CROSS CANNOT HELP.", "The Red Cross cannot help."),
    ],
)
def test_common_words_become_small(text: str, expected: str) -> None:
    """Names keep a capital, initials keep all of them."""
    assert recased(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GUNMEN KILLED TWO POLICEMEN NEAR A MINE IN THE NORTH OF PERU.", True),
        ("Gunmen killed two policemen near a mine in the north of Peru.", False),
        ("TWO KILLED", False),
        ("TWO KILLED NEAR MINE\n\nGunmen killed two policemen near a mine.", False),
    ],
)
def test_headlines_do_not_make_a_report_one_in_capitals(
    text: str,
    expected: bool,  # noqa: FBT001 - the expected answer
) -> None:
    """Only a text in capitals throughout is recased."""
    assert is_upper_case(text) is expected


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Lt", "Zs", "Po"]), max_size=60))
def test_letters_are_exchanged_one_for_one(text: str) -> None:
    """ "All offsets stay true", whatever the alphabet."""
    assert len(recased(text)) == len(text)


def test_engine_finds_names_in_capitals() -> None:
    """Tokens are as analysed, spans as written."""
    text = "GUNMEN SHOT DEAD MAYOR CARLOS MEJIA IN MEDELLIN, COLOMBIA, ON FRIDAY, POLICE SAID."
    analysis = analysed(text)
    assert analysis.upper_case
    assert {"COLOMBIA", "MEDELLIN"} <= {name.span.of(text) for name in analysis.names}
    assert all(token.span.of(text).upper() == token.text.upper() for token in analysis.tokens)
