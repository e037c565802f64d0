"""Names of one body or person are joined, names of two never are."""

from __future__ import annotations

import pytest

from bodies import mentions_in, names_of_one
from onrecord.model import EntityKind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The men work for Nikoma Corporation. Nikoma Corp. runs the plant. Nikoma is shut.",
            ["Nikoma Corporation", "Nikoma Corp.", "Nikoma"],
        ),
        (
            "Shares of Royal Dutch Shell fell. Shell said the pipeline was shut.",
            ["Royal Dutch Shell", "Shell"],
        ),
        (
            "The Movement for the Emancipation of the Niger Delta (MEND) left. MEND stayed.",
            ["Movement for the Emancipation of the Niger Delta", "MEND"],
        ),
        (
            "The Police Service of Northern Ireland made arrests. PSNI officers are still there.",
            ["Police Service of Northern Ireland", "PSNI"],
        ),
        (
            "The United Nations sent a team on Sunday. The U.N. said it was safe.",
            ["United Nations", "U.N."],
        ),
        (
            "Rebels of the Popular Front for Nembe (PFN) took the town. The PFN has 200 men.",
            ["Popular Front for Nembe", "PFN"],
        ),
    ],
    ids=lambda value: value[1] if isinstance(value, list) else "",
)
def test_short_names_and_abbreviations_are_the_body(text: str, names: list[str]) -> None:
    """Without its form of law, by a telling word, by its letters."""
    assert names in [list(dict.fromkeys(found)) for found in names_of_one(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Mokhtar Teldi was seen in Gao. Mr. Teldi is wanted. Officials fear Teldi.",
            ["Mokhtar Teldi", "Teldi"],
        ),
        ("Abu Omar al-Zarhani was shot. Zarhani led a cell.", ["Abu Omar al-Zarhani", "Zarhani"]),
        (
            "Osama Dahlan was arrested on Monday. Police said Usama Dahlan had a gun.",
            ["Osama Dahlan", "Usama Dahlan"],
        ),
        ("Osama bin Dahlan fled. Police saw bin Dahlan.", ["Osama bin Dahlan", "bin Dahlan"]),
        (
            "John P. Marden was jailed on Monday. Lawyers said John Marden would appeal.",
            ["John P. Marden", "John Marden"],
        ),
        (
            "General Miguel Duarte Rosales spoke. The general's men say Duarte is ill.",
            ["Miguel Duarte Rosales", "Duarte"],
        ),
    ],
    ids=lambda value: value[1] if isinstance(value, list) else "",
)
def test_a_person_has_one_number_under_all_names(text: str, names: list[str]) -> None:
    """A surname, a name without its particle or initial, another spelling of a given name."""
    assert names in [list(dict.fromkeys(found)) for found in names_of_one(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Brothers Thomas Garvey and Edward Garvey were jailed. Garvey smiled in court.",
        "Omar Teldi was seen in Gao. Police in Niamey held Omar Telda on Friday.",
        "The Canadian Foreign Ministry and the Norwegian Foreign Ministry sent teams.",
        "The Algerian government and the Malian government met.",
        "Andina Mining Corp and Andina Shipping Corp closed their offices.",
        "Cotabato Regional Medical Centre took the wounded. Cotabato was quiet.",
        "The Red Deer Skating Association met on Monday. Red Deer had snow.",
    ],
)
def test_names_that_differ_in_a_telling_word_stay_apart(text: str) -> None:
    """Two people, two ministries, two firms, a town and its hospital."""
    assert names_of_one(text) == []


def test_a_surname_of_two_people_is_nobody_in_particular() -> None:
    """It stays open, as a person of its own."""
    text = "Brothers Thomas Garvey and Edward Garvey were jailed. Garvey smiled in court."
    people = {m.group for m in mentions_in(text) if m.entity.kind is EntityKind.PERSON}
    assert len(people) == 3


def test_a_code_is_no_abbreviation_of_the_name() -> None:
    """The letters of "TLW.L" stand in the name in order, and it is a code all the same."""
    text = "Tullow Oil (TLW.L) closed the field on Monday. Tullow Oil sent its staff home."
    company = mentions_in(text)[0].entity
    assert "TLW.L" in [code.value for code in company.identifiers]
    assert "TLW.L" not in (company.name, *company.aliases)
