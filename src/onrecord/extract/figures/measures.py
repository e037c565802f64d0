"""Measures: distances, areas, weights, money; and the same measure given again in another unit.

A calibre ("a 9 mm pistol") and a price per unit ("$80 a barrel") measure nothing that happened.
Money without a country ("500 rupees") keeps its name as its unit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.figures.cardinals import SIGN
from onrecord.extract.figures.lexicon import longest
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
# How many words behind a number the name of its unit may take: "nautical miles".
_LONGEST = 4
_CLOSING = frozenset(".")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measured amount; fields as in `FigureMention`."""

    figure: Figure
    phrase: Span
    head: int
    quantity: Quantity | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit beside a number.

    Attributes:
        symbol: Its symbol or code.
        head: Index of the token it is written as.
        first: Index of the first token of number and unit.
        end: Index after the last token of number and unit.
        money: It is money.
    """

    symbol: str
    head: int
    first: int
    end: int
    money: bool = False


def measure(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, unit: Unit, *, lexicon: FigureLexicon
) -> Measure | None:
    """Return the measure a numeral with a unit gives, or None if it measures nothing.

    Args:
        analysis: The grammar of the report.
        sentence: The numeral's sentence.
        numeral: The number.
        unit: The unit beside it.
        lexicon: The lexica.
    """
    if numeral.article or _is_idle(analysis, sentence, unit, lexicon):
        return None
    amount = numeral.value
    return Measure(
        figure=Figure(low=numeral.low, high=numeral.high, unit=unit.symbol, hedge=numeral.hedge),
        phrase=analysis.span_of(unit.first, unit.end),
        head=unit.head,
        quantity=None
        if amount is None
        else Quantity(amount=amount, unit=unit.symbol, resolution=numeral.step),
    )


def unit_of(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> Unit | None:
    """Return the unit beside a number; None if none is there."""
    return (
        _sign_before(analysis, sentence, numeral, lexicon)
        or _money_behind(analysis, sentence, numeral, lexicon)
        or _measure_behind(analysis, sentence, numeral, lexicon)
    )


def _is_idle(analysis: Analysis, sentence: Sentence, unit: Unit, lexicon: FigureLexicon) -> bool:
    """Say whether a measure is a calibre or a price per unit."""
    behind = analysis.tokens[unit.end : min(unit.end + 3, sentence.last)]
    words = [token.text.lower() for token in behind]
    if unit.symbol in lexicon.words["calibres.units"]:
        near = analysis.tokens[max(sentence.first, unit.first - 2) : unit.first]
        told = {*words, *(token.text.lower() for token in near)}
        return not told & lexicon.words["calibres.lengths"]
    if not unit.money or not words:
        return False
    if words[0] in lexicon.words["rates.words"]:
        return True
    return (
        words[0] in lexicon.words["rates.articles"]
        and len(behind) > 1
        and behind[1].tag == "NN"
        and "ago" not in words
    )


def _sign_before(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> Unit | None:
    """Read "$3 million", "US$ 40", "Rs. 500", and "$3 million" in rupees' sign or code."""
    glued = SIGN.match(analysis.tokens[numeral.number].text)
    if glued is not None and glued[0] in lexicon.currencies:
        return Unit(
            symbol=lexicon.currencies[glued[0]],
            head=numeral.number,
            first=numeral.first,
            end=numeral.end,
            money=True,
        )
    before = numeral.number - 1
    if numeral.ranged == "and":  # "between about $1 million and $2 million"
        inside = range(numeral.number + 1, numeral.end)
        before = next((at for at in inside if _is_sign(analysis, at, lexicon)), before)
    if analysis.tokens[max(before, 0)].text in _CLOSING:
        before -= 1
    if before < sentence.first or analysis.tokens[before].text not in lexicon.currencies:
        return None
    first = min(numeral.first, before)
    code = lexicon.currencies[analysis.tokens[before].text]
    return Unit(symbol=code, head=before, first=first, end=numeral.end, money=True)


def _is_sign(analysis: Analysis, index: int, lexicon: FigureLexicon) -> bool:
    return analysis.tokens[index].text in lexicon.currencies


def _money_behind(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> Unit | None:
    """Read "3 million euros", "2,000 Nigerian naira", "500 U.S. dollars", "40 USD", "40 €"."""
    country, at = "", numeral.end
    tokens = analysis.tokens
    joint = "-" if numeral.value is not None else "of"  # "millions of dollars"
    if at < sentence.last and tokens[at].text == joint:
        at += 1
    if at + 1 < sentence.last:
        codes = lexicon.money.get(tokens[at + 1].lemma, {})
        # "Nigerian naira", "U.S. dollars", "CFA francs".
        short = tokens[at].text.replace(".", "")
        nation = short if short in codes and short else lexicon.nation_of(tokens[at].text)
        if codes and nation is not None:
            country, at = nation, at + 1
    if at >= sentence.last:
        return None
    token = tokens[at]
    if token.text in lexicon.currencies and at == numeral.end and numeral.digits:
        follows = at + 1 < sentence.last and tokens[at + 1].text[:1].isdigit()
        symbol = "" if follows else lexicon.currencies[token.text]
    else:
        codes = lexicon.money.get(token.lemma, {})
        symbol = codes.get(country) or codes.get("", "") or (token.lemma if country else "")
        symbol = symbol if codes else ""
    if not symbol:
        return None
    return Unit(symbol=symbol, head=at, first=numeral.first, end=at + 1, money=True)


def _measure_behind(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> Unit | None:
    """Read "20 nautical miles", "300 sq km", "a 20-kilogram bomb", "60 miles an hour"."""
    start = numeral.end
    tokens = analysis.tokens
    if start < sentence.last and tokens[start].text == "-":
        start += 1
    words: list[str] = []
    ends: list[int] = []
    for index in range(start, min(start + _LONGEST + 2, sentence.last)):
        if tokens[index].text != "-":
            words.append(tokens[index].text.lower())
            ends.append(index)
    found = _longest_unit(words, [tokens[index].lemma for index in ends], lexicon)
    if found is None:
        return None
    symbol, length = found
    head = ends[length - 1]
    if symbol in {"mph", "km/h", "m/s"}:
        head = ends[0]
    return Unit(symbol=symbol, head=head, first=numeral.first, end=ends[length - 1] + 1)


def _longest_unit(
    words: list[str], lemmas: list[str], lexicon: FigureLexicon
) -> tuple[str, int] | None:
    """Return the symbol of the unit that words name, and how many of them name it."""
    if not words:
        return None
    best: tuple[str, int] | None = None
    for at in range(min(len(words), 2)):
        # A name may stand in the plural at its noun: "square kilometres", "kilometres per hour".
        tried = (*words[:at], lemmas[at], *words[at + 1 :])
        found = longest(lexicon.measures, tried, 0) or longest(lexicon.measures, tuple(words), 0)
        if found is not None and (best is None or len(found[0]) > best[1]):
            best = (found[1], len(found[0]))
    return best


def restated(analysis: Analysis, numeral: Numeral, previous: FigureMention | None) -> Span | None:
    """Return the measure before a numeral that it gives again in another unit, if it does."""
    if previous is None or previous.quantity is None:
        return None
    between = [
        token.text.lower()
        for token in analysis.tokens[previous.head + 1 : numeral.number]
        if token.text.strip()
    ]
    return previous.phrase if set(between) in _RESTATING and len(between) <= 2 else None  # noqa: PLR2004
