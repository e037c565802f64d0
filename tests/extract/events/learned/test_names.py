"""Names of the same: what the words show, and what the table of armed groups knows."""

from __future__ import annotations

import pytest

from onrecord.extract.events.learned.candidates import normalise
from onrecord.extract.events.learned.names import Names
from onrecord.extract.events.learned.roles import ROLES
from onrecord.resources import open_library

NAMES = Names({"red dawn": 0, "alba roja": 0, "black sun": 1})

every_role = pytest.mark.parametrize("role", ROLES)


@every_role
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("terrorists", "terrorists"),
        ("terrorists", "three terrorists"),
        ("alvarez", "hector alvarez"),
        ("dawn front", "front dawn"),
    ],
)
def test_name_within_a_name_is_of_the_same(one: str, other: str, role: str) -> None:
    """Half a name, or a description without its number, is the same in every role."""
    assert NAMES.same(one, other, ROLES.index(role))
    assert NAMES.same(other, one, ROLES.index(role))


@every_role
@pytest.mark.parametrize(
    ("one", "other"), [("two guards", "three guards"), ("red dawn", "black sun")]
)
def test_other_words_are_of_others(one: str, other: str, role: str) -> None:
    """What the words do not show to be one stays two."""
    assert not NAMES.same(one, other, ROLES.index(role))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("red dawn", "alba roja"),
        ("rdlf", "red dawn liberation front"),
        ("eln", "ejercito de liberacion nacional"),
        ("pf", "popular front"),
    ],
    ids=["another language", "initials", "initials without small words", "two letters"],
)
def test_organisations_have_short_names_and_translations(one: str, other: str) -> None:
    """Only a body goes by its initials; people and things do not."""
    organisation, people = ROLES.index("organisation"), ROLES.index("people")
    assert NAMES.same(one, other, organisation)
    assert NAMES.same(other, one, organisation)
    assert not NAMES.same(one, other, people)


def test_one_word_has_no_initials() -> None:
    """ "F" is no short form of "front"."""
    assert not NAMES.same("f", "front", ROLES.index("organisation"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Shabab", "Harakat al-Shabaab"),
        ("Daesh", "the Islamic State group"),
        ("FMLN", "Farabundo Marti National Liberation Front"),
    ],
)
def test_table_of_armed_groups_is_known(one: str, other: str) -> None:
    """The names that ship, as the trained reader spells them."""
    names = Names.of(open_library())
    assert names.same(normalise(one), normalise(other), ROLES.index("organisation"))
