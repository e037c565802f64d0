"""Numbers without a noun that are told on of those before: "took 12 pupils; three have since fled".

Such a number is a part of those before it where both are parts of one stated whole that holds them
("eight of the 12 miners were saved, but four were found dead"), or where its verb says that it is
told of people told of already ("named 13 suspects and said eight had already been held", "nine
broke out and six were recaptured"). Who is held later is none of those told of as harmed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.extract.figures.lexicon import FigureLexicon
    from onrecord.model import Analysis, FigureMention, Span, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def later_parts(
    analysis: Analysis,
    here: Sequence[FigureMention],
    totals: Mapping[Span, Span],
    lexicon: FigureLexicon,
) -> dict[Span, Span]:
    """Return the phrases of the totals of numbers told on, by phrase of the part.

    Args:
        analysis: The grammar of the report.
        here: The figures of people of one sentence.
        totals: The phrases of the totals known, by phrase of the part.
        lexicon: The lexica of figures.
    """
    found: dict[Span, Span] = {}
    for place, one in enumerate(here):
        verb = _verb(analysis, one)
        if verb is None or one.phrase in totals or not _is_bare(one):
            continue
        before = [other for other in here[:place] if other.phrase.end <= one.phrase.start]
        whole = _shared_whole(one, before, totals)
        if whole is None and before and before[-1].phrase not in totals:
            last = before[-1]
            fits = _is_told_on(analysis, verb, last, lexicon) and _sum(one) < _least(last)
            whole = last.phrase if fits else None
        if whole is not None:
            found[one.phrase] = whole
    return found


def _is_bare(one: FigureMention) -> bool:
    people = one.figure.population
    return people is not None and not people.words and not one.others and not one.definite


def _verb(analysis: Analysis, one: FigureMention) -> Token | None:
    """Return the verb whose subject a number is."""
    token = analysis.tokens[one.head]
    verb = analysis.tokens[token.head]
    return verb if token.relation in _SUBJECTS and verb.tag[:2] == "VB" else None


def _shared_whole(
    one: FigureMention, before: Sequence[FigureMention], totals: Mapping[Span, Span]
) -> Span | None:
    """Return the whole that the words of the figure before name, if it holds this one as well."""
    wholes = [
        (other, whole)
        for other in before
        for whole in before
        if other.phrase != whole.phrase
        and other.phrase.covers(whole.phrase)
        and totals.get(other.phrase) == whole.phrase
    ]
    if not wholes or before[-1] not in wholes[-1]:
        return None
    other, whole = wholes[-1]
    return whole.phrase if _sum(other, one) <= _least(whole) else None


def _is_told_on(
    analysis: Analysis, verb: Token, last: FigureMention, lexicon: FigureLexicon
) -> bool:
    """Say whether a verb tells on of those told of before."""
    if verb.lemma in lexicon.words["told_on.again"]:
        return True
    tokens = analysis.tokens
    adverbs = {tokens[child].lemma for child in verb.children if tokens[child].relation == "advmod"}
    if not adverbs & lexicon.words["told_on.adverbs"]:
        return False
    above = {tokens[index].lemma for index in analysis.ancestors(last.head)}
    return not above & lexicon.words["struck.harmed"]


def _sum(*figures: FigureMention) -> float:
    """Return the most that figures come to; endless where one is open."""
    most = (one.figure.high for one in figures)
    return sum(float("inf") if high is None else high for high in most)


def _least(one: FigureMention) -> float:
    return -1.0 if one.figure.low is None else one.figure.low
