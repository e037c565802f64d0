"""What words say of people beside their role: the lists of `roles.en`, for looking up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import AgeGroup, Sex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.resources import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleLexicon:
    """What words say of people beside their role.

    Attributes:
        sexes: Sex, by lemma.
        ages: Age group, by lemma.
        years: First year of age of each age group but the youngest, the oldest group first.
        suspected: Words before people who are only thought to be what they are called.
        groups: Nouns of a group whose number follows: "a crew of 21".
        plural_only: Nouns that count people, but are no person where there is one.
        tolls: Nouns of those a toll counts: "put the dead at 26".
        doings: Lemmas of verbs told of people, by which a number without a noun counts people.
        including: Words behind a total that lead on to its parts.
        attackers: Roles whose people are the attackers.
        objects: Lemmas of verbs whose object without a noun may be people: "described seven".
    """

    sexes: Mapping[str, Sex]
    ages: Mapping[str, AgeGroup]
    years: tuple[tuple[int, AgeGroup], ...]
    suspected: frozenset[str]
    groups: frozenset[str]
    plural_only: frozenset[str]
    tolls: frozenset[str]
    doings: frozenset[str]
    including: tuple[str, ...]
    attackers: frozenset[str]
    objects: frozenset[str]

    @classmethod
    def of(cls, library: Library) -> PeopleLexicon:
        """Arrange the lists of `roles.en`."""
        entries = library.lexicon("roles.en").entries
        return cls(
            sexes={word: Sex(sex) for sex, words in entries["sex"].items() for word in words},
            ages={word: AgeGroup(age) for age, words in entries["age"].items() for word in words},
            years=tuple(
                sorted(((years, AgeGroup(age)) for age, years in entries["years"].items()))
            )[::-1],
            suspected=frozenset(entries["attackers"]["suspected"]),
            groups=frozenset(entries["bare"]["groups"]),
            plural_only=frozenset(entries["bare"]["plural_only"]),
            tolls=frozenset(entries["bare"]["tolls"]),
            doings=frozenset(entries["bare"]["doings"]),
            including=tuple(entries["parts"]["including"]),
            attackers=frozenset(entries["attackers"]["roles"]),
            objects=frozenset(entries["bare"]["objects"]),
        )

    def age_of(self, years: int) -> AgeGroup:
        """Return the age group of who is so many years old."""
        return next((age for first, age in self.years if years >= first), AgeGroup.CHILD)
