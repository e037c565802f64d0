"""Reports under other names: the same words around other people, places and groups."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from factories import analysed
from onrecord.extract.events.learned.roles import ROLES
from training.incidents.gold import gold, mentions
from training.incidents.renaming import Renamer, pool

if TYPE_CHECKING:
    from onrecord.model import Analysis

TEXT = (
    "Gunmen of the Farabundo Marti National Liberation Front (FMLN) killed Colonel Hector Alvarez "
    "with rifles in San Salvador on Monday.\n\nAlvarez had lived in San Salvador for years, a "
    "Salvadoran officer said. The FMLN said nothing. Two guards were hurt in London."
)
GOLD = gold(
    [
        (
            {"attack"},
            {
                "perpetrator": [["gunmen"]],
                "organisation": [["Farabundo Marti National Liberation Front", "FMLN"]],
                "victim": [["Hector Alvarez", "Alvarez"]],
                "people": [["two guards"]],
                "weapon": [["rifles"]],
            },
        )
    ]
)

seeds = pytest.mark.parametrize("seed", range(5))


def marked(analysis: Analysis, role: str) -> list[tuple[int, int]]:
    """Return the stretches that name those of a role."""
    return [
        (first, last)
        for first, last, place in mentions(analysis, GOLD)
        if ROLES[GOLD.fillers[place].role] == role
    ]


def renamed(seed: int) -> tuple[list[str], list[str]]:
    """Return the words of `TEXT` as they are and under other names."""
    analysis = analysed(TEXT)
    renamer = Renamer(Random(seed))  # noqa: S311 - no secret depends on it
    other = renamer.renamed(analysis, marked(analysis, "victim"), marked(analysis, "organisation"))
    return [token.text for token in analysis.tokens], other


@seeds
def test_words_are_as_many_and_each_is_one(seed: int) -> None:
    """What was marked on words stays true."""
    before, after = renamed(seed)
    assert len(after) == len(before)
    assert all(word and (" " not in word or word.isspace()) for word in after)


@seeds
def test_only_names_are_exchanged(seed: int) -> None:
    """Roles are learned from the words around them."""
    before, after = renamed(seed)
    kept = {old for old, new in zip(before, after, strict=True) if old == new}
    assert kept >= set(
        "Gunmen of the ( ) killed with rifles in on Monday . had lived for years , a said nothing "
        "Two guards were hurt".split()
    )


@seeds
def test_gold_stays_where_it_is_marked(seed: int) -> None:
    """Who is described goes by the same words, who is named by one other name in both places."""
    # given
    analysis = analysed(TEXT)
    before, after = renamed(seed)
    # when
    (full, last), described = (
        sorted(marked(analysis, "victim")),
        [span for role in ("perpetrator", "people", "weapon") for span in marked(analysis, role)],
    )
    # then
    assert before[full[1] - 1] == before[last[0]] == "Alvarez"
    assert after[full[1] - 1] == after[last[0]] != "Alvarez"
    assert len(described) == 3
    assert all(before[first:end] == after[first:end] for first, end in described)


def test_names_are_other_names() -> None:
    """Over a few draws, each name of the report has gone by another."""
    seen: dict[str, set[str]] = {}
    for seed in range(5):
        for old, new in zip(*renamed(seed), strict=True):
            seen.setdefault(old, set()).add(new)
    for name in "Farabundo Marti FMLN Hector Alvarez Salvador Salvadoran London".split():
        assert seen[name] - {name}, name


@seeds
def test_same_name_is_always_the_same_other(seed: int) -> None:
    """A reader can still tell that two sentences speak of one man."""
    given: dict[str, set[str]] = {}
    for old, new in zip(*renamed(seed), strict=True):
        given.setdefault(old, set()).add(new)
    assert len(given["FMLN"]) == 1
    assert len(given["Alvarez"]) == 1
    assert len(given["Salvador"]) == 1


@seeds
def test_titles_and_small_words_of_a_name_stay(seed: int) -> None:
    """ "Colonel" says what he is, not who."""
    before, after = renamed(seed)
    assert after[before.index("Colonel")] == "Colonel"


@seeds
def test_initials_stay_initials_of_their_length(seed: int) -> None:
    """A body's short name looks like one."""
    before, after = renamed(seed)
    short = after[before.index("FMLN")]
    assert len(short) == 4
    assert short.isupper()
    assert set(short) & set("AEIOU")


def test_same_draws_give_the_same_names() -> None:
    """Training can be repeated."""
    assert renamed(3) == renamed(3)
    assert renamed(3)[1] != renamed(4)[1]


def test_names_to_draw_from_are_single_words_or_of_known_length() -> None:
    """A name of two words is exchanged for one of two."""
    names = pool()
    for listed in (names.given, names.family, names.peoples, names.causes, names.bodies):
        assert listed
        assert all(len(name.split()) == 1 for name in listed)
    for by_length in (names.places, names.groups):
        assert {1, 2, 3} <= by_length.keys()
        for length, listed in by_length.items():
            assert all(len(name.split()) == length for name in listed)
