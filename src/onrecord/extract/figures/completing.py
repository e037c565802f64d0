"""What is settled once it is known what a number counts: its bearing, and a hedge behind its noun.

"20 people or more" is a floor that stands behind the people; "both" counts only people; "three long
years" are no count.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.figures.bearings import bearing
from onrecord.extract.figures.counted import Counted
from onrecord.extract.figures.hedging import Hedging, bound_ends, hedge_behind
from onrecord.extract.figures.line import Line
from onrecord.extract.figures.standing_for import people_meant
from onrecord.model import Bearing, Figure, FigureMention, Population, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.figures.lexicon import FigureLexicon
    from onrecord.extract.figures.numerals import Numeral
    from onrecord.model import Analysis, Sentence

_NOUNS = frozenset("NN NNS NNP NNPS".split())


def completed(
    analysis: Analysis,
    sentence: Sentence,
    numeral: Numeral,
    mention: FigureMention,
    *,
    lexicon: FigureLexicon,
) -> tuple[FigureMention, ...]:
    """Return a figure with its bearing and the hedge behind its noun; () if it is none after all.

    Args:
        analysis: The grammar of the report.
        sentence: The numeral's sentence.
        numeral: The number.
        mention: The figure as far as number and noun go.
        lexicon: The lexica.
    """
    if _is_idle(analysis, numeral, mention, lexicon):
        return ()
    hedged = _hedged_behind(analysis, sentence, numeral, mention, lexicon=lexicon)
    bears = Bearing.MORE if mention.others else Bearing.COUNT
    if mention.quantity is None:
        told = bearing(analysis, sentence, numeral, lexicon)
        bears = bears if told is Bearing.COUNT else told
    return (
        replace(
            hedged,
            figure=replace(hedged.figure, bearing=bears),
            others=bears is Bearing.MORE,
            definite=hedged.definite or (numeral.weak and not numeral.more),
        ),
    )


def bare(
    analysis: Analysis,
    sentence: Sentence,
    numeral: Numeral,
    before: Sequence[FigureMention],
    *,
    lexicon: FigureLexicon,
) -> Counted | None:
    """Return the people of a toll told beside another: "38, up from an earlier 12".

    Args:
        analysis: The grammar of the report.
        sentence: The numeral's sentence.
        numeral: A number without a noun.
        before: The figures before it in the sentence.
        lexicon: The lexica.
    """
    beside = bool(before) and before[-1].figure.unit == "people"
    if numeral.article or not (beside or _tells_of_people(analysis, sentence, numeral, lexicon)):
        return None
    if numeral.end < sentence.last and analysis.tokens[numeral.end].tag in _NOUNS:
        return None
    if bearing(analysis, sentence, numeral, lexicon) not in {Bearing.FORMER, Bearing.TOTAL}:
        return None
    return _without_noun(analysis, numeral, Population(words=""))


def stand_in(
    analysis: Analysis,
    sentence: Sentence,
    numeral: Numeral,
    before: Sequence[FigureMention],
    *,
    lexicon: FigureLexicon,
) -> Counted | None:
    """Return the people that a number without a noun counts as those told of before it.

    Args:
        analysis: The grammar of the report.
        sentence: The numeral's sentence.
        numeral: A number without a noun.
        before: The figures before it, of its sentence and the one before.
        lexicon: The lexica.
    """
    population = people_meant(analysis, sentence, numeral, before, lexicon=lexicon)
    return None if population is None else _without_noun(analysis, numeral, population)


def _without_noun(analysis: Analysis, numeral: Numeral, population: Population) -> Counted:
    return Counted(
        figure=Figure(
            low=numeral.low,
            high=numeral.high,
            hedge=numeral.hedge,
            population=population,
        ),
        phrase=analysis.span_of(numeral.first, numeral.end),
        head=numeral.number,
        definite=False,
        others=False,
    )


def _tells_of_people(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> bool:
    """Say whether a toll of people is named before a number: "the toll hit 38"."""
    earlier = analysis.tokens[sentence.first : numeral.first]
    return any(token.text.lower() in lexicon.words["bearing.people"] for token in earlier)


def _is_idle(
    analysis: Analysis, numeral: Numeral, mention: FigureMention, lexicon: FigureLexicon
) -> bool:
    """Say whether a number counts what is no figure: spans of time, "both sides", "three ways"."""
    if mention.quantity is not None or mention.figure.unit == "people":
        return False
    if numeral.value is not None and numeral.value != int(numeral.value):
        return True  # "the 6.2 quake"
    token = analysis.tokens[mention.head]
    if token.tag == "NNP" and not token.text.endswith("s"):
        return True  # "10 Maria Roe tells why", a list; "Pct. 3 Commissioner"
    lemma = token.lemma
    if (
        (numeral.weak and analysis.tokens[numeral.end].text.lower() != "of")
        or not token.text[:1].isalnum()
        or (token.text[:1].isupper() and lemma in lexicon.words["names.after"])
    ):
        return True
    return lemma in lexicon.words["names.time"] or lemma in lexicon.words["names.nouns"]


def _hedged_behind(
    analysis: Analysis,
    sentence: Sentence,
    numeral: Numeral,
    mention: FigureMention,
    *,
    lexicon: FigureLexicon,
) -> FigureMention:
    """Return a figure with the hedge behind its noun: "20 people or more", "12 at least"."""
    figure = mention.figure
    if numeral.article or numeral.share or mention.head < numeral.end or figure.low == 0:
        return mention
    line = Line.of(analysis, sentence)
    end = next(
        (token.index for token in line.tokens if token.span.start >= mention.phrase.end),
        sentence.last,
    )
    behind = hedge_behind(line, end - sentence.first, lexicon)
    if not behind.does or numeral.effect not in {"none", "spread"}:
        return mention
    ends = bound_ends(figure.low, figure.high, behind.does[0])
    if numeral.value is not None and figure.low is not None and not numeral.ranged:
        ends = bound_ends(numeral.value, numeral.value, behind.does[0])
    if ends is None:
        return mention
    phrase = Span(mention.phrase.start, line.tokens[behind.end - 1].span.end)
    words = Hedging(words=f"{numeral.hedge} {behind.words}".strip(), end=behind.end).words
    return replace(
        mention,
        span=phrase,
        phrase=phrase,
        figure=replace(figure, low=ends[0], high=ends[1], hedge=words),
    )
