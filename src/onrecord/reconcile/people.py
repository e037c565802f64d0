"""Who the people of two figures are to each other: may anybody be among both?

Nobody is of two nations, two sexes or two roles of an armed clash at once, or a child and a man.
Where the words leave that open, people may be the same: nothing is told apart by a guess.

Known limits: a person of two nations counts as of one; "a youth" has no age.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.model import AgeGroup
from onrecord.resources import open_library

if TYPE_CHECKING:
    from onrecord.model import Figure, Population


def are_apart(one: Figure, other: Figure) -> bool:
    """Say whether nobody can be among the people of both figures, by what they are called."""
    first, second = one.population, other.population
    if first is None or second is None:
        return False
    pairs = (
        (first.nationality, second.nationality),
        (first.sex, second.sex),
        (_age(first), _age(second)),
        (_role(first), _role(second)),
    )
    return any(left and right and left != right for left, right in pairs)


def are_of_two_nations(one: Figure, other: Figure) -> bool:
    """Say whether the people of two figures are told as of one nation each, and not the same."""
    first, second = one.population, other.population
    if first is None or second is None or not first.nationality or not second.nationality:
        return False
    return first.nationality != second.nationality


def is_general(figure: Figure) -> bool:
    """Say whether a figure counts people of any kind, so that figures of some may be within it."""
    people = figure.population
    if people is None:
        return True
    if any((people.nationality, people.sex, people.age)):
        return False
    return people.words.lower() in words("general", "words") or _noun(people) in words(
        "general", "last"
    )


def named(figure: Figure) -> str:
    """Return the words for the people of a figure: "children"; else "people"."""
    people = "" if figure.population is None else figure.population.words
    return people or ("person" if figure.low == figure.high == 1 else "people")


def _noun(people: Population) -> str:
    last = people.words.lower().split()
    return last[-1] if last else ""


def _age(people: Population) -> str | None:
    """Return child or adult; "women" and "soldiers" are told apart from "children"."""
    if people.age is not None:
        return "child" if people.age is AgeGroup.CHILD else "adult"
    return "adult" if _noun(people) in words("apart", "adults") else None


def _role(people: Population) -> str | None:
    return people.role if people.role in words("apart", "roles") else None


@cache
def words(table: str, name: str) -> frozenset[str]:
    """Return a list of the lexicon of tolls."""
    return frozenset(open_library().lexicon("tolls.en").entries[table][name])
