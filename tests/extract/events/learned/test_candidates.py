"""Stretches that may name a participant: where they begin and end, and how they are spelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from onrecord.extract.events.learned.candidates import (
    BEGINS,
    GOES_ON,
    LIKELY,
    OUTSIDE,
    Candidate,
    candidates,
    normalise,
    spelt,
)
from onrecord.extract.events.learned.roles import ROLES

if TYPE_CHECKING:
    from numpy.typing import NDArray

PEOPLE, WEAPON = ROLES.index("people"), ROLES.index("weapon")
MANY = 1000


def tags(words: int) -> NDArray[np.float32]:
    """Return what is said of so many words none of which names anybody."""
    found = np.zeros((words, len(ROLES), 3), np.float32)
    found[:, :, OUTSIDE] = 1
    return found


def test_words_that_name_nobody_are_not_looked_at() -> None:
    """A word that hardly begins a mention begins none, however surely it goes on with one."""
    said = tags(4)
    said[:, PEOPLE, BEGINS] = LIKELY
    said[:, PEOPLE, GOES_ON] = 0.9
    assert candidates(said, most=MANY) == ()


def test_no_words_have_no_mentions() -> None:
    """An empty report is no error."""
    assert candidates(tags(0), most=MANY) == ()


def test_sure_mention_ends_where_it_stops_going_on() -> None:
    """Where the reader is sure of the end, one stretch is looked at."""
    said = tags(6)
    said[1, PEOPLE, BEGINS] = 0.9
    said[2:4, PEOPLE, GOES_ON] = 0.9
    assert candidates(said, most=MANY) == (Candidate(1, 4, PEOPLE),)


def test_doubtful_end_gives_shorter_and_longer_stretches() -> None:
    """ "Two guards", "two guards at the mine": both are looked at where the end is unsure."""
    said = tags(6)
    said[0, PEOPLE, BEGINS] = 0.9
    said[1:5, PEOPLE, GOES_ON] = (0.9, 0.6, 0.2, 0.01)
    lasts = [one.last for one in candidates(said, most=MANY)]
    assert lasts == [2, 3, 4]


@pytest.mark.parametrize(
    ("words", "last"), [(20, 10), (4, 4)], ids=["longest stretch", "end of the text"]
)
def test_stretch_that_never_ends_is_cut(words: int, last: int) -> None:
    """A mention has ten words at most, and none behind the text."""
    said = tags(words)
    said[0, WEAPON, BEGINS] = 0.9
    said[:, WEAPON, GOES_ON] = 0.9
    assert candidates(said, most=MANY) == (Candidate(0, last, WEAPON),)


def test_one_word_can_have_two_roles() -> None:
    """ "Car bomb" may be what was struck and what it was struck with."""
    said = tags(2)
    said[0, [PEOPLE, WEAPON], BEGINS] = (0.4, 0.6)
    found = candidates(said, most=MANY)
    assert [(one.first, one.last, one.role) for one in found] == [(0, 1, PEOPLE), (0, 1, WEAPON)]


def test_likeliest_are_kept_in_reading_order() -> None:
    """A long report gives no more to look at than the networks can take."""
    said = tags(5)
    said[:, PEOPLE, BEGINS] = (0.2, 0.9, 0.1, 0.8, 0.3)
    assert [one.first for one in candidates(said, most=3)] == [1, 3, 4]


@given(
    arrays(
        np.float32,
        st.tuples(st.integers(0, 16), st.just(len(ROLES)), st.just(3)),
        elements=st.floats(0, 1, width=32),
    ),
    st.integers(0, 40),
)
def test_stretches_lie_in_the_text(said: NDArray[np.float32], most: int) -> None:
    """Whatever the reader says of the words: each stretch once, in order, never too many."""
    found = candidates(said, most=most)
    assert len(found) <= most
    assert list(found) == sorted(set(found))
    assert all(0 <= one.first < one.last <= len(said) for one in found)
    assert all(0 <= one.role < len(ROLES) for one in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The F.M.L.N.", "fmln"),
        ("a group of THE Red  Dawn", "group of red dawn"),
        ("Theodore Anand", "theodore anand"),
        ("car-bomb", "carbomb"),
        ("the", ""),
        (", (", ""),
    ],
)
def test_names_are_compared_without_what_does_not_matter(text: str, name: str) -> None:
    """Case, marks and articles tell no two names apart."""
    assert normalise(text) == name
    assert normalise(name) == name


def test_words_that_are_nothing_are_left_out_of_a_spelling() -> None:
    """Articles and marks are empty words of a stretch."""
    words = ["", "red", "", "dawn", "attacked"]
    assert spelt(words, Candidate(0, 4, PEOPLE)) == "red dawn"
    assert not spelt(words, Candidate(2, 3, PEOPLE))
