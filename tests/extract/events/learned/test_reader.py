"""The trained reader: what is put together from its numbers, and what holds for any weights."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from factories import analysed
from onrecord import encoding
from onrecord.extract.events import rules
from onrecord.extract.events.learned.candidates import Candidate
from onrecord.extract.events.learned.participants import NUMBERS, Participants
from onrecord.extract.events.learned.reader import (
    LONGEST,
    IncidentsReader,
    Participant,
    Possible,
    aliases,
    possible,
)
from onrecord.extract.events.learned.roles import OF_MUC4, ROLES, TAXONOMY, TYPES
from onrecord.resources import open_library
from onrecord.resources.taxonomy import Taxonomy

ORGANISATION, PEOPLE = ROLES.index("organisation"), ROLES.index("people")

RAID = (
    "Gunmen of the Red Dawn Front (RDF) stormed a hotel in Kidal on Tuesday, killing two guards "
    "with rifles.\n\nPolice blamed the RDF. A bomb exploded at a market in Gao on Monday."
)


def named(role: int, *mentions: tuple[int, int]) -> Participant:
    """Return a participant that is named in these stretches."""
    return Participant(
        role,
        "name",
        tuple(Candidate(first, last, role) for first, last in mentions),
        np.zeros(len(TYPES), np.float32),
    )


# -- aliases


def test_name_in_brackets_is_an_alias() -> None:
    """ "The Red Dawn (RD)" is one body by two names."""
    # given: the Red Dawn ( RD ) ... the Red Dawn
    found = (named(ORGANISATION, (0, 3), (9, 12)), named(ORGANISATION, (4, 5)))
    # when, then
    assert aliases(found, {3}) == {frozenset({0, 1})}


@pytest.mark.parametrize(
    ("other", "opening"),
    [
        (named(ORGANISATION, (4, 5)), set()),
        (named(PEOPLE, (4, 5)), {3}),
        (named(ORGANISATION, (5, 6)), {3}),
        (named(ORGANISATION, (4, 5)), {7}),
    ],
    ids=["no bracket", "another role", "further on in the brackets", "a bracket elsewhere"],
)
def test_other_neighbours_are_no_aliases(other: Participant, opening: set[int]) -> None:
    """Only a name of the same role that opens the brackets right behind a name."""
    assert aliases((named(ORGANISATION, (0, 3)), other), opening) == frozenset()


# -- possible


def two_of_three_mentions() -> Participants:
    """Return two participants, the first of which is named twice."""
    return Participants(
        mentions=(Candidate(0, 1, PEOPLE), Candidate(3, 5, ORGANISATION), Candidate(7, 8, PEOPLE)),
        names=((PEOPLE, "guards"), (ORGANISATION, "red dawn")),
        members=((0, 2), (1,)),
        numbers=np.zeros((3, NUMBERS), np.float32),
        geometry=np.zeros((2, 2, 2), np.float32),
    )


def test_numbers_become_probabilities() -> None:
    """0 is as likely as not; great numbers are certain or out of the question."""
    # given
    kinds = np.array([0, 50, -50], np.float32)
    likely = np.array([[0, 50, -50], [50, 0, 0]], np.float32)
    # when
    found = possible(two_of_three_mentions(), kinds, likely, np.zeros((2, 2), np.float32))
    # then
    assert found.kinds == pytest.approx([0.5, 1, 0])
    assert [one.likely.tolist() for one in found.participants] == [
        pytest.approx([0.5, 1, 0]),
        pytest.approx([1, 0.5, 0.5]),
    ]
    assert not found.aliases


def test_participants_keep_role_name_and_mentions() -> None:
    """In the order in which they were looked at."""
    zeros = np.zeros((2, 3), np.float32)
    found = possible(two_of_three_mentions(), zeros[0], zeros, np.zeros((2, 2), np.float32))
    guards, dawn = found.participants
    assert (guards.role, guards.name) == (PEOPLE, "guards")
    assert guards.mentions == (Candidate(0, 1, PEOPLE), Candidate(7, 8, PEOPLE))
    assert (dawn.role, dawn.mentions) == (ORGANISATION, (Candidate(3, 5, ORGANISATION),))


def test_belonging_together_is_mutual() -> None:
    """What the network says of two in either order is one answer: the mean."""
    scores = np.array([[0, 50], [-50, 0]], np.float32)
    zeros = np.zeros((2, 3), np.float32)
    found = possible(two_of_three_mentions(), zeros[0], zeros, scores)
    assert np.array_equal(found.together, found.together.T)
    assert found.together[0, 1] == pytest.approx(0.5)


# -- the tables


def test_roles_and_types_are_those_of_the_schema() -> None:
    """Every role and type of the reader is one that records can show."""
    taxonomy = Taxonomy.of(open_library())
    roles = {role.code for role in taxonomy.roles}
    assert {TAXONOMY[role] for role in ROLES} == roles
    assert {*TYPES, "killing"} == {kind.code for kind in taxonomy.types}


def test_types_of_muc4_come_first() -> None:
    """Its documents say nothing of the others."""
    taxonomy = Taxonomy.of(open_library())
    with_code = [
        code
        for code in TYPES
        if (kind := taxonomy.find_type(code)) is not None and kind.schemes["muc4"].usual is not None
    ]
    assert set(TYPES[:OF_MUC4]) <= set(with_code)


# -- the weights: what holds for any


@cache
def the_reader() -> IncidentsReader:
    """Return the reader that ships."""
    library = open_library()
    return IncidentsReader.of(library, encoding.load(library))


def read(text: str) -> Possible:
    """Return what the reader makes of a text."""
    analysis = analysed(text)
    return the_reader().read(analysis, rules(open_library())(analysis))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(RAID, id="a raid"),
        pytest.param(RAID.upper(), id="capitals"),
        pytest.param("The council met on Monday.", id="no incident"),
        pytest.param("...", id="no words"),
        pytest.param(" ".join([RAID] * (LONGEST // 30)), id="longer than is read at once"),
    ],
)
def test_what_the_reader_says_is_sound(text: str) -> None:
    """Probabilities are probabilities, mentions stand in the text, roles are known."""
    # given
    words = len(analysed(text).tokens)
    # when
    found = read(text)
    # then
    count = len(found.participants)
    assert found.kinds.shape == (len(TYPES),)
    assert found.together.shape == (count, count)
    assert np.array_equal(found.together, found.together.T)
    rates = [found.kinds, found.together.ravel(), *(one.likely for one in found.participants)]
    every = np.concatenate(rates)
    assert ((every >= 0) & (every <= 1)).all()
    for one in found.participants:
        assert one.name
        assert one.likely.shape == (len(TYPES),)
        assert 0 <= one.role < len(ROLES)
        assert all(0 <= m.first < m.last <= words and m.role == one.role for m in one.mentions)
    assert all(len(pair) == 2 and max(pair) < count for pair in found.aliases)


def test_same_report_reads_the_same() -> None:
    """No chance is at work."""
    one, other = read(RAID), read(RAID)
    assert np.array_equal(one.kinds, other.kinds)
    assert np.array_equal(one.together, other.together)
    assert [p.mentions for p in one.participants] == [p.mentions for p in other.participants]
