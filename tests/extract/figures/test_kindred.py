"""What people are, by other words than their own."""

from __future__ import annotations

import pytest

from figures_read import figures_in
from onrecord.model import AgeGroup, Population, Sex


def last_people(text: str) -> Population:
    """Return the people of the last figure of a text that counts any."""
    return [one.figure.population for one in figures_in(text) if one.figure.population][-1]


@pytest.mark.parametrize(
    "text",
    [
        "Police held three suspects, two of them aged 16.",
        "Two robbers burst into the bank; both men were masked.",
        "Soldiers caught four rebels and were looking for five more.",
        "Two of the six gunmen were killed; the other four surrendered.",
        "Villagers chased the raiders and killed three of them.",
        "Soldiers ambushed the rebels, wounding six of them.",
    ],
)
def test_those_told_of_as_attackers_are_attackers(text: str) -> None:
    """A part, a repetition and the rest of attackers are attackers too."""
    assert last_people(text).role in {"militants", "attackers", "suspects"}


@pytest.mark.parametrize(
    "text",
    [
        "Three gunmen fled and two more people were wounded.",
        "Ten gunmen stormed the mill; 12 workers were killed.",
        "The rebels killed four men and wounded five more.",
        "Raiders attacked a bus carrying pilgrims and killed four of them.",
        "The rebels ambushed soldiers, killing six of them.",
        "Soldiers met the rebels, who killed six of them.",
    ],
)
def test_victims_are_not_made_attackers(text: str) -> None:
    """Who is harmed beside attackers is none of them."""
    assert last_people(text).role not in {"militants", "attackers", "suspects"}


@pytest.mark.parametrize(
    ("text", "sex", "age"),
    [
        ("The blast killed eight neighbours, six of them girls.", Sex.FEMALE, AgeGroup.CHILD),
        ("Of the nine hostages, four were women.", Sex.FEMALE, None),
        ("Police freed 30 weavers, at most four of them women.", Sex.FEMALE, None),
        ("Two of the victims were boys.", Sex.MALE, AgeGroup.CHILD),
    ],
)
def test_sex_and_age_are_told_behind(text: str, sex: Sex, age: AgeGroup | None) -> None:
    """ "Six of them girls" and "four were women" say it behind the number."""
    people = last_people(text)
    assert (people.sex, people.age) == (sex, age)


def test_nation_is_told_behind_a_verb_of_being() -> None:
    """ "Two are Kenyan" names their nation."""
    assert last_people("Pirates seized six sailors; two are Kenyan.").nationality == "KE"
