"""What people counted are, where other words than their own say it.

"Three suspects, two of them aged 16" are suspects all; "both men" behind two attackers are those;
police who seize two suspects and look "for two more" look for suspects. "One of the gunmen was a
woman" tells her sex behind a verb of being. Only being an attacker is taken over from others.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.figures.people import is_person, population
from onrecord.model import Bearing, FigureMention, Population

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.figures.lexicon import FigureLexicon
    from onrecord.model import Analysis, Token

_MORE = frozenset({"more", "other"})


def with_kin(
    analysis: Analysis, found: Sequence[FigureMention], lexicon: FigureLexicon
) -> list[FigureMention]:
    """Return figures with what other words tell of the people they count.

    Args:
        analysis: The grammar of the report.
        found: The figures of the report in reading order, with their totals.
        lexicon: The lexica of figures.
    """
    told: list[FigureMention] = []
    for one in found:
        people = one.figure.population
        if people is not None:
            people = _with_kind_told(analysis, one, people, lexicon)
            people = _with_attackers(analysis, one, people, told, lexicon=lexicon)
        told.append(replace(one, figure=replace(one.figure, population=people)))
    return told


def _with_attackers(
    analysis: Analysis,
    one: FigureMention,
    people: Population,
    before: Sequence[FigureMention],
    *,
    lexicon: FigureLexicon,
) -> Population:
    """Return people as the attackers that those before them are, where they are of those."""
    if people.role not in {None, "people"}:
        return people
    kin = [other for other in before if _is_kin(analysis, one, other, lexicon)]
    role = next(
        (
            other.figure.population.role
            for other in reversed(kin)
            if other.figure.population is not None
            and other.figure.population.role in lexicon.kinds.attackers
        ),
        None,
    )
    return people if role is None else replace(people, role=role)


def _is_kin(
    analysis: Analysis, one: FigureMention, other: FigureMention, lexicon: FigureLexicon
) -> bool:
    if other.figure.unit != "people":
        return False
    if one.part_of is not None:
        return one.part_of == other.phrase
    if one.definite and one.figure.bearing is Bearing.COUNT:
        return (one.figure.low, one.figure.high) == (other.figure.low, other.figure.high)
    head = analysis.tokens[one.head]
    verb = analysis.tokens[head.head]
    return (
        one.figure.bearing is Bearing.MORE
        and head.lemma in _MORE
        and head.relation in {"pobj", "dobj"}
        and verb.lemma not in lexicon.words["struck.verbs"]
    )


def _with_kind_told(
    analysis: Analysis, one: FigureMention, people: Population, lexicon: FigureLexicon
) -> Population:
    """Return people with the sex, age and nation that a verb of being tells of them."""
    words = _told_behind(analysis, one)
    if not words:
        return people
    last = words[-1]
    if last.tag[:1] == "J":
        nation = lexicon.nation_of(last.text)
        return replace(people, nationality=people.nationality or nation)
    if not is_person(last, lexicon):
        return people
    told = population(analysis, words, lexicon)
    return replace(
        people,
        nationality=people.nationality or told.nationality,
        sex=people.sex or told.sex,
        age=people.age or told.age,
    )


def _told_behind(analysis: Analysis, one: FigureMention) -> tuple[Token, ...]:
    """Return the words of being told of a figure that is the subject: "were women"."""
    tokens = analysis.tokens
    subject = tokens[one.head]
    while subject.head != subject.index and one.phrase.covers(tokens[subject.head].span):
        subject = tokens[subject.head]
    verb = tokens[subject.head]
    if subject.relation != "nsubj" or verb.lemma != "be":
        return ()
    told = next(
        (
            tokens[child]
            for child in verb.children
            if tokens[child].relation in {"attr", "acomp"} and child > verb.index
        ),
        None,
    )
    if told is None or any(tokens[child].tag in {"CD", "IN"} for child in told.children):
        return ()
    first = min((child for child in told.children if child < told.index), default=told.index)
    return tuple(token for token in tokens[first : told.index + 1] if token.tag != "DT")
