"""The people a number counts: their nation, role, sex and age, as far as the words go.

Sex and age are read off nouns and adjectives that say them ("two elderly women", "boys"), and age
off stated years ("a 71-year-old man"), which weigh more than the noun; a phrase whose words
disagree ("12 men and women") tells neither. Nothing is concluded from an occupation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from onrecord.model import Population, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.extract.figures.lexicon import FigureLexicon
    from onrecord.model import AgeGroup, Analysis, Token

Kind = TypeVar("Kind")

_NAMED = frozenset("NN NNS NNP NNPS JJ VBN JJR VBP VB".split())
_YEARS_OLD = re.compile(r"\d-(?:year|yr)s?-olds?\b")
_YEARS = re.compile(r"\b\d{1,3}(?=-)")
_JOINTS = frozenset({"and", "or"})


def is_person(token: Token, lexicon: FigureLexicon) -> bool:
    """Say whether a word names people, by role or nation."""
    if lexicon.role_of(token.lemma, token.text) is not None:
        return token.tag in _NAMED
    lower = token.text.lower()
    return token.text[:1].isupper() and (
        lower in lexicon.people or (token.tag in {"NNS", "NNPS"} and lower[:-1] in lexicon.people)
    )


def population(analysis: Analysis, words: tuple[Token, ...], lexicon: FigureLexicon) -> Population:
    """Return whom the words of a noun phrase name.

    Args:
        analysis: The grammar of the report.
        words: The phrase without its number; its last word names the people.
        lexicon: The lexica of figures.
    """
    nations = {nation for token in words if (nation := lexicon.nation_of(token.text))}
    sides = _sides(words)
    roles = {lexicon.role_of(side[-1].lemma, side[-1].text) for side in sides}
    role = roles.pop() if len(roles) == 1 else None
    if role == "people" and any(
        not lexicon.kinds.suspected.isdisjoint({token.lemma, token.text.lower()})
        for token in words[:-1]
    ):
        role = "suspects"
    span = Span(words[0].span.start, words[-1].span.end)
    return Population(
        words=" ".join(span.of(analysis.text).split()),
        nationality=nations.pop() if len(nations) == 1 else None,
        role=role,
        sex=_agreed(lexicon.kinds.sexes, sides),
        age=_age_stated(span.of(analysis.text), lexicon) or _agreed(lexicon.kinds.ages, sides),
    )


def _age_stated(words: str, lexicon: FigureLexicon) -> AgeGroup | None:
    """Return the age group that stated years tell; None for none, or for years of two groups."""
    if _YEARS_OLD.search(words) is None:
        return None
    told = {lexicon.kinds.age_of(int(years)) for years in _YEARS.findall(words)}
    return told.pop() if len(told) == 1 else None


def _sides(words: tuple[Token, ...]) -> list[tuple[Token, ...]]:
    """Return the parts of a phrase that "and" or "or" joins: "men", "women"."""
    sides: list[tuple[Token, ...]] = [()]
    for token in words:
        if token.lemma in _JOINTS:
            sides.append(())
        else:
            sides[-1] = (*sides[-1], token)
    return [side for side in sides if side] or [words]


def _agreed(kinds: Mapping[str, Kind], sides: list[tuple[Token, ...]]) -> Kind | None:
    """Return the kind that all parts of a phrase tell; None where one tells none, or another."""
    told = [
        {
            kind
            for token in side
            for kind in (kinds.get(token.lemma), kinds.get(token.text.lower()))
            if kind is not None
        }
        for side in sides
    ]
    return (
        next(iter(told[0])) if len(told[0]) == 1 and all(one == told[0] for one in told) else None
    )
