"""What people do, where, and how old they are, by the words beside their names."""

from __future__ import annotations

import pytest

from bodies import people_in


@pytest.mark.parametrize(
    ("text", "role", "affiliation"),
    [
        ("Foreign Minister Jane Harl spoke.", "Foreign Minister", None),
        ("MEND spokesman Jomo Harry denied it.", "spokesman", "MEND"),
        (
            "Mr. Kenji Itosu, a spokesman for BCD Corp, denied it.",
            "spokesman for BCD Corp",
            "BCD Corp",
        ),
        ("Police chief Ali Hassane denied it.", "Police chief", "Police"),
        ("Jane Roe, who heads the Sahel Workers Union, denied it.", "head", "Sahel Workers Union"),
        ("Governor Jaime Villota of Arauca denied it.", "Governor", "Arauca"),
        (
            "Dr. Moussa Keita, a doctor at Saint Anne Hospital, denied it.",
            "doctor at Saint Anne Hospital",
            "Saint Anne Hospital",
        ),
        ("Ada Finn, owner of the hotel, denied it.", "owner of the hotel", "hotel"),
        ("The governor, Omar Teldi, denied it.", "governor", None),
        ("Peter Hahn, a father of three, denied it.", "father of three", None),
        (
            "Ada Finn, vice president of public affairs, denied it.",
            "vice president of public affairs",
            None,
        ),
        ("In a letter to the president, Peter Hahn denied it.", None, None),
        ("U.S. Secretary of State Jane Harl denied it.", "Secretary of State", None),
        ("Police Minister Jane Harl denied it.", "Police Minister", None),
        ("Minister for Lands Jane Harl denied it.", "Minister for Lands", None),
        ("Finance Secretary Jane Harl denied it.", "Finance Secretary", None),
        ("Company spokeswoman Ada Finn denied it.", "Company spokeswoman", None),
        (
            "BCD Corp shut the mine. Company spokeswoman Ada Finn denied it.",
            "Company spokeswoman",
            "BCD Corp",
        ),
    ],
)
def test_role_and_body_are_told_by_the_words_around(
    text: str, role: str | None, affiliation: str | None
) -> None:
    """A field of work or a family is no body."""
    (person,) = people_in(text)
    assert (person.role, person.affiliation) == (role, affiliation)


def test_the_body_has_its_fullest_name() -> None:
    """ "The company's vice president" is one of the company named before."""
    text = (
        "Casco Foods Inc. closed the site. Joan Marden, the company's vice president, left on "
        "Monday."
    )
    (person,) = people_in(text)
    assert person.affiliation == "Casco Foods Inc."


def test_a_nation_before_a_role_is_the_persons_country() -> None:
    """It is no part of the role."""
    (person,) = people_in("French Foreign Minister Jane Harl spoke.")
    assert (person.role, person.country) == ("Foreign Minister", "FR")


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Peter Hahn, 34, was arrested.", 34),
        ("Peter Hahn (34) was arrested.", 34),
        ("Police arrested 34-year-old Peter Hahn on Monday.", 34),
        ("Peter Hahn, 1934, was arrested.", None),
        ("Peter Hahn was arrested.", None),
    ],
)
def test_an_age_stands_beside_the_name(text: str, age: int | None) -> None:
    """In years; a year is no age."""
    (person,) = people_in(text)
    assert person.age == age


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("U.S. Secretary of State Jane Harl denied it.", "US"),
        ("Former U.S. Secretary of State Jane Harl denied it.", "US"),
        ("Israeli Minister of Defense Jane Harl denied it.", "IL"),
        ("Secretary of State Jane Harl denied it.", None),
    ],
)
def test_a_title_with_its_field_has_the_country_before_it(text: str, country: str | None) -> None:
    """The nation opens the title, whatever stands behind "of"."""
    (person,) = people_in(text)
    assert person.country == country
