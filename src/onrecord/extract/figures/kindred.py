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
    from collections.abc import Iterator, Sequence

    from onrecord.extract.figures.lexicon import FigureLexicon
    from onrecord.model import Analysis, Token

# How many verbs joined to each other may share who does them.
_STEPS = 4
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
    role = role or _role_of_them(analysis, one, lexicon)
    return people if role is None else replace(people, role=role)


def _role_of_them(analysis: Analysis, one: FigureMention, lexicon: FigureLexicon) -> str | None:
    """Return the role of attackers that "them" is: "chased the attackers and killed five of them".

    They are the nearest plural of people before the number, but for who does what is told of it:
    "raided a village of herders and killed five of them" tells of herders.
    """
    tokens = analysis.tokens
    here = analysis.sentence_at(one.phrase)
    last = next(
        (token.index for token in tokens[one.head :] if token.span.end >= one.phrase.end), 0
    )
    behind = [token.text.lower() for token in tokens[one.head + 1 : last + 3]]
    if one.figure.unit != "people" or one.part_of is not None or behind[:2] != ["of", "them"]:
        return None
    doing = _agents(analysis, tokens[one.head].head)
    named = next(
        (
            token
            for token in _people_before(tokens[here.first : one.head], lexicon)
            if token.index not in doing
        ),
        None,
    )
    role = None if named is None else lexicon.role_of(named.lemma, named.text)
    return role if role in lexicon.kinds.attackers else None


def _people_before(words: Sequence[Token], lexicon: FigureLexicon) -> Iterator[Token]:
    """Yield the plurals of people in words, the last first, but for those a "who" stands for."""
    who = False
    for token in reversed(words):
        if token.tag in {"WP", "WDT"}:
            who = True
        elif token.tag in {"NNS", "NNPS"} and is_person(token, lexicon):
            if not who:
                yield token
            who = False


def _agents(analysis: Analysis, verb: int) -> set[int]:
    """Return who does what a verb tells, and the noun that its clause tells more of."""
    tokens = analysis.tokens
    found: set[int] = set()
    for _ in range(_STEPS):
        token = tokens[verb]
        found.update(child for child in token.children if tokens[child].relation == "nsubj")
        if token.relation in {"relcl", "acl"}:
            return found | {token.head}
        if token.relation not in {"conj", "xcomp", "advcl"}:
            return found
        verb = token.head
    return found


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
