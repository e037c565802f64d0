"""People: of what nation, role, sex and age those counted are, as far as words go."""

from __future__ import annotations

import pytest

from factories import read_story
from onrecord.model import AgeGroup, Population, Sex


def population(text: str) -> Population:
    """Return whom the first figure of people counts."""
    found = (one.figure.population for one in read_story(text).mentions.figures)
    return next(one for one in found if one is not None)


@pytest.mark.parametrize(
    ("text", "sex", "age"),
    [
        ("Gunmen killed three women.", Sex.FEMALE, None),
        ("Gunmen killed three boys.", Sex.MALE, AgeGroup.CHILD),
        ("Gunmen killed three children.", None, AgeGroup.CHILD),
        ("Gunmen killed three elderly women.", Sex.FEMALE, AgeGroup.ELDERLY),
        ("Gunmen killed 12 men and women.", None, None),
        ("Gunmen killed three policemen.", None, None),
        ("A 12-year-old was killed by gunmen.", None, AgeGroup.CHILD),
        ("A 45-year-old was killed by gunmen.", None, AgeGroup.ADULT),
        ("A 45-year-old man was killed by gunmen.", Sex.MALE, AgeGroup.ADULT),
        ("An 82-year-old farmer was killed by gunmen.", None, AgeGroup.ELDERLY),
        ("A 16-year-old cleaner was killed by gunmen.", None, AgeGroup.CHILD),
        ("A 19-year-old girl was killed by gunmen.", Sex.FEMALE, AgeGroup.ADULT),
        ("A three-year-old was killed by gunmen.", None, None),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_sex_and_age_are_told_by_words_only(
    text: str, sex: Sex | None, age: AgeGroup | None
) -> None:
    """An occupation or a mixed group tells neither."""
    found = population(text)
    assert (found.sex, found.age) == (sex, age)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Police held two suspected members of the gang.", "suspects"),
        ("Troops killed nine militants.", "militants"),
        ("Gunmen shot nine police officers.", "police"),
        ("Gunmen seized 12 teachers and soldiers.", None),
    ],
)
def test_role_is_that_of_all_the_words(text: str, role: str | None) -> None:
    """Two roles joined are none; who is only suspected is a suspect."""
    roles = {
        one.figure.population.role
        for one in read_story(text).mentions.figures
        if one.figure.population is not None
    }
    assert roles == {role}


def test_number_of_a_group_counts_people() -> None:
    """ "A crew of 21" tells how many people there were."""
    figures = read_story("Pirates boarded a tanker with a crew of 21.").mentions.figures
    assert (21, "people") in [(one.figure.low, one.figure.unit) for one in figures]


def test_number_before_an_owner_counts_nobody_owned() -> None:
    """ "The 911 caller's father" is one man, not 911."""
    figures = read_story("Police found the 911 caller's father dead.").mentions.figures
    assert all(one.figure.low != 911 for one in figures)


def test_things_are_counted_by_their_noun_as_written() -> None:
    """The unit of things is the noun of the report."""
    figures = read_story("Rebels burned 40 houses near Ora.").mentions.figures
    assert [one.figure.unit for one in figures] == ["houses"]
