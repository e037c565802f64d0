"""Measures: distances, weights, money; and the same measure given again in another unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import Figure, FigureMention, Quantity, Span

if TYPE_CHECKING:
    from onrecord.extract.figures.lexicon import FigureLexicon
    from onrecord.extract.figures.numerals import Numeral
    from onrecord.model import Analysis, Sentence

# What may stand between a measure and the same in another unit: "1,300 km (825 miles)",
# "40 kilometres, or 25 miles".
_RESTATING = (
    {"("},
    {",", "or"},
    {"or"},
    {"/"},
    {"(", "about"},
    {"(", "some"},
    {"[", "about"},
    {"["},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measured amount; fields as in `FigureMention`."""

    figure: Figure
    phrase: Span
    head: int
    quantity: Quantity
    restates: Span | None


def measure(
    analysis: Analysis,
    sentence: Sentence,
    numeral: Numeral,
    previous: FigureMention | None,
    *,
    lexicon: FigureLexicon,
) -> Measure | None:
    """Return the measure a numeral gives, or None if it measures nothing.

    Args:
        analysis: The grammar of the report.
        sentence: The numeral's sentence.
        numeral: The number.
        previous: The measure before it in the sentence.
        lexicon: The lexica.
    """
    if numeral.article:
        return None
    unit, head, end = _unit(analysis, sentence, numeral, lexicon)
    amount = numeral.low if numeral.low == numeral.high else _written(numeral)
    if unit is None or amount is None:
        return None
    first = numeral.first
    if unit in lexicon.currencies.values() and first > sentence.first:
        first = min(first, head)
    phrase = analysis.span_of(first, end)
    return Measure(
        figure=Figure(low=numeral.low, high=numeral.high, unit=unit, hedge=numeral.hedge),
        phrase=phrase,
        head=head,
        quantity=Quantity(amount=amount, unit=unit, resolution=_resolution(numeral, amount)),
        restates=_restated(analysis, numeral, previous),
    )


def _unit(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> tuple[str | None, int, int]:
    """Return the unit's symbol, the token it is written as, and the token after the measure."""
    before = numeral.number - 1
    if before >= sentence.first and analysis.tokens[before].text in lexicon.currencies:
        return lexicon.currencies[analysis.tokens[before].text], before, numeral.end
    after = numeral.end
    if after < sentence.last and analysis.tokens[after].text in {"-", "square", "cubic"}:
        after += 1
    if after >= sentence.last:
        return None, after, after
    token = analysis.tokens[after]
    for word in (token.text.lower().rstrip("."), token.lemma):
        if word in lexicon.measures:
            square = "square " if analysis.tokens[after - 1].text == "square" else ""
            return square + lexicon.measures[word], after, after + 1
    return None, after, after


def _written(numeral: Numeral) -> float | None:
    """Return the number as written, where its hedge has made an interval of it."""
    if numeral.digits is not None:
        digits = numeral.digits.replace(",", "")
        return float(digits) if digits.replace(".", "", 1).isdigit() else None
    if numeral.low is not None and numeral.high is not None:
        return (numeral.low + numeral.high) / 2
    return None


def _resolution(numeral: Numeral, amount: float) -> float:
    """Return the step of the rounding that the digits show: 1,300 shows 100, 1.5 shows 0.1."""
    if numeral.digits is not None and "." in numeral.digits:
        return float(10.0 ** -len(numeral.digits.partition(".")[2]))
    step = 1.0
    while amount and amount % (step * 10) == 0:
        step *= 10
    return step


def _restated(analysis: Analysis, numeral: Numeral, previous: FigureMention | None) -> Span | None:
    if previous is None or previous.quantity is None:
        return None
    between = [
        token.text.lower()
        for token in analysis.tokens[previous.head + 1 : numeral.number]
        if token.text.strip()
    ]
    return previous.phrase if set(between) in _RESTATING and len(between) <= 2 else None  # noqa: PLR2004
