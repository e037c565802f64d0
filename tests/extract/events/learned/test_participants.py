"""Participants: mentions of one name put together, and what is seen of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from onrecord.extract.events.learned.candidates import BEGINS, GOES_ON, Candidate, normalise
from onrecord.extract.events.learned.participants import MOST, NUMBERS, Participants
from onrecord.extract.events.learned.roles import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable

PEOPLE, WEAPON = ROLES.index("people"), ROLES.index("weapon")
TEXT = "Two guards died . The two guards had rifles . Rifles"
SENTENCE = (1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3)


def participants(
    *marks: tuple[int, int, int, float], more: Iterable[Candidate] = ()
) -> Participants:
    """Return the participants of `TEXT`.

    Args:
        marks: First word, word after the last, role, and how likely each mention begins.
        more: Mentions that are looked at however unlikely.
    """
    words = [normalise(word) for word in TEXT.split()]
    tags = np.zeros((len(words), len(ROLES), 3), np.float32)
    for first, last, role, likely in marks:
        tags[first, role, BEGINS] = likely
        tags[first + 1 : last, role, GOES_ON] = 0.9
    return Participants.of(tags, words, np.array(SENTENCE, np.int64), more)


def test_mentions_of_one_spelling_are_one_participant() -> None:
    """ "Two guards" and "the two guards", but not the same words in another role."""
    found = participants((0, 2, PEOPLE, 0.9), (4, 7, PEOPLE, 0.8), (0, 1, WEAPON, 0.5))
    assert found.mentions == (
        Candidate(0, 1, WEAPON),
        Candidate(0, 2, PEOPLE),
        Candidate(4, 7, PEOPLE),
    )
    assert dict(zip(found.names, found.members, strict=True)) == {
        (WEAPON, "two"): (0,),
        (PEOPLE, "two guards"): (1, 2),
    }


def test_stretch_that_spells_nothing_is_nobody() -> None:
    """A full stop or an article names nobody, however likely the reader takes it."""
    assert participants((3, 4, PEOPLE, 0.9), (4, 5, PEOPLE, 0.9)).mentions == ()


def test_given_mentions_are_looked_at_however_unlikely() -> None:
    """Training shows the networks what is right even where the words were overlooked."""
    found = participants(more=[Candidate(8, 9, WEAPON)])
    assert found.mentions == (Candidate(8, 9, WEAPON),)


def test_numbers_of_a_mention_are_near_zero() -> None:
    """How likely it is, where it stands, in which sentence, how long it is."""
    found = participants((0, 2, PEOPLE, 1.0), (10, 11, WEAPON, 0.5))
    assert found.numbers.shape == (2, NUMBERS)
    assert found.numbers.dtype == np.float32
    assert (np.abs(found.numbers) <= 1).all()
    first, last = found.numbers
    assert (first[0], last[0]) == pytest.approx((1, 0))
    assert first[1] == -1
    assert last[1] > first[1]
    assert last[2] > first[2]
    assert (first[3], last[3]) == pytest.approx((2 / 5, 1 / 5))


def test_geometry_tells_how_near_two_are_told() -> None:
    """By their nearest mentions: the guards of the second sentence stand beside the rifles."""
    found = participants((0, 2, PEOPLE, 0.9), (4, 7, PEOPLE, 0.8), (8, 9, WEAPON, 0.5))
    people, weapon = found.names.index((PEOPLE, "two guards")), 1
    assert found.geometry.shape == (2, 2, 2)
    assert np.array_equal(found.geometry, found.geometry.transpose(1, 0, 2))
    apart, together = found.geometry[people, weapon]
    assert apart == pytest.approx(np.log1p(8 - 4) / 3 - 1)
    assert together == 1
    assert (found.geometry[people, people] == (-1, 1)).all()


def test_those_never_told_in_one_sentence_are_apart() -> None:
    """What stands in sentences of its own may be of an incident of its own."""
    found = participants((0, 2, PEOPLE, 0.9), (10, 11, WEAPON, 0.5))
    assert found.geometry[0, 1, 1] == 0


def test_network_is_told_who_is_who() -> None:
    """A row for each participant marks its mentions; every mention is of one."""
    found = participants((0, 2, PEOPLE, 0.9), (4, 7, PEOPLE, 0.8), (8, 9, WEAPON, 0.5))
    given = found.arrays()
    assert given["first"].tolist() == [0, 4, 8]
    assert given["last"].tolist() == [2, 7, 9]
    assert given["role"].tolist() == [PEOPLE, PEOPLE, WEAPON]
    assert given["same"].tolist() == [[1, 1, 0], [0, 0, 1]]


def test_report_in_which_nobody_takes_part_has_empty_arrays() -> None:
    """Of the right shapes, so that nothing behind has to ask."""
    found = participants()
    assert (found.mentions, found.names, found.members) == ((), (), ())
    assert found.numbers.shape == (0, NUMBERS)
    assert found.geometry.shape == (0, 0, 2)
    assert found.arrays()["same"].shape == (0, 0)


def test_no_more_are_looked_at_than_the_networks_take() -> None:
    """A report of 400 possible mentions is cut to the likeliest."""
    count = 400
    tags = np.zeros((count, len(ROLES), 3), np.float32)
    tags[:, PEOPLE, BEGINS] = np.linspace(0.1, 0.9, count)
    words = [f"guard{number}" for number in range(count)]
    found = Participants.of(tags, words, np.ones(count, np.int64))
    assert len(found.mentions) == MOST
    assert found.mentions[0].first == count - MOST
