"""Numbers with their hedges, as tokens: "at least 1,200", "12 to 15", "more than a dozen", "an".

Every numeral of a sentence is returned, traps among them; what it counts is settled elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.extract.figures.lexicon import FigureLexicon
    from onrecord.model import Analysis, Sentence, Token

# "About n" is read as n give or take this share, at least two either way: hedges.en says why.
SPREAD = 0.05
LEAST_SPREAD = 2

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_RANGE_MARKS = frozenset({"to", "-", "–", "or"})
_NONE = frozenset({"no", "none", "nobody"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number in the text.

    Attributes:
        first: Index of its first token, the hedge's where there is one.
        number: Index of the first token of the number itself.
        end: Index after its last token.
        low: The least it can be.
        high: The most it can be.
        hedge: The hedging words, lower case.
        article: It is only "a" or "an".
        digits: The number as written, where in digits.
    """

    first: int
    number: int
    end: int
    low: float | None
    high: float | None
    hedge: str
    article: bool = False
    digits: str | None = None


def numerals(analysis: Analysis, sentence: Sentence, lexicon: FigureLexicon) -> Iterator[Numeral]:
    """Yield the numerals of a sentence in reading order, not overlapping."""
    tokens = analysis.tokens_of(sentence)
    words = tuple(token.text.lower() for token in tokens)
    place = 0
    while place < len(tokens):
        found = _numeral_at(tokens, words, place, lexicon)
        if found is None:
            place += 1
        else:
            yield found
            place = found.end - sentence.first


def _numeral_at(
    tokens: tuple[Token, ...], words: tuple[str, ...], place: int, lexicon: FigureLexicon
) -> Numeral | None:
    base = tokens[0].index
    hedge = _longest(lexicon.hedges, words, place)
    start = place + len(hedge[0]) if hedge else place
    inner = _longest(lexicon.hedges, words, start) if hedge else None
    if inner is not None and hedge is not None:  # "at least some 20"
        start += len(inner[0])
    number = _number(tokens, words, start, lexicon)
    if number is None:
        return None
    low, high, end, article = number
    if hedge is not None and article:
        return None  # "about a man" hedges nothing
    what = hedge[1] if hedge else "none"
    if low is not None and low == high:
        low, high = bound(low, what)
    elif what == "ceiling" and high is None:
        return None  # "up to several": the words say nothing of the most
    digits = words[start] if words[start][:1].isdigit() else None
    return Numeral(
        first=base + place,
        number=base + start,
        end=base + end,
        low=low,
        high=high,
        hedge=" ".join(words[place:start]),
        article=article,
        digits=digits,
    )


def bound(count: float, effect: str) -> tuple[float | None, float | None]:
    """Turn a number and what its hedge does into the interval the words allow.

    Args:
        count: The number as written.
        effect: What the hedge does, as `hedges.en` names it; "none" for a bare number.

    Returns:
        The least and the most; None where the words leave an end open.
    """
    match effect:
        case "floor":
            return count, None
        case "above":
            return count + 1, None
        case "ceiling":
            return None, count
        case "below":
            return None, count - 1
        case "spread":
            slack = max(LEAST_SPREAD, round(count * SPREAD))
            return max(0, count - slack), count + slack
        case _:
            return count, count


Read = tuple[float | None, float | None, int, bool]
"""Least, most, place after the last token, whether it is only an article."""


def _number(  # noqa: PLR0911 - one return for each kind of number
    tokens: tuple[Token, ...], words: tuple[str, ...], place: int, lexicon: FigureLexicon
) -> Read | None:
    if place >= len(words):
        return None
    vague = _longest(lexicon.vague, words, place)
    if vague is not None:
        phrase, least = vague
        exact = " ".join(phrase) in lexicon.exact
        return float(least), (float(least) if exact else None), place + len(phrase), False
    if words[place] == "between":
        return _between(words, place, lexicon)
    if words[place] in _NONE and tokens[place].tag in {"DT", "NN", "PRP"}:
        return 0, 0, place + 1, False
    single = _value(words, place, lexicon)
    if single is None:
        if words[place] in {"a", "an"} and tokens[place].tag == "DT":
            return 1, 1, place + 1, True
        return None
    value, end = single
    if end + 1 < len(words) and words[end] in _RANGE_MARKS:
        upper = _value(words, end + 1, lexicon)
        if upper is not None and upper[0] > value and not _is_age(words, upper[1]):
            return value, upper[0], upper[1], False
    return value, value, end, False


def _between(words: tuple[str, ...], place: int, lexicon: FigureLexicon) -> Read | None:
    lower = _value(words, place + 1, lexicon)
    if lower is None or lower[1] + 1 >= len(words) or words[lower[1]] != "and":
        return None
    upper = _value(words, lower[1] + 1, lexicon)
    if upper is None or upper[0] <= lower[0]:
        return None
    return lower[0], upper[0], upper[1], False


def _is_age(words: tuple[str, ...], place: int) -> bool:
    return words[place : place + 2] in {("-", "year"), ("years", "old")}


def _value(words: tuple[str, ...], place: int, lexicon: FigureLexicon) -> tuple[float, int] | None:
    """Return the number that starts at a word, and the place after it."""
    if place >= len(words):
        return None
    start = place
    total = 0.0
    current: float | None = None
    while place < len(words):
        word = words[place]
        if _DIGITS.fullmatch(word) and current is None:
            current = float(word.replace(",", ""))
        elif word in lexicon.units and (current is None or _joins(current, lexicon.units[word])):
            current = (current or 0) + lexicon.units[word]
        elif word in lexicon.scales and (current is not None or _is_article(words, place)):
            current = (current or 1) * lexicon.scales[word]
            if lexicon.scales[word] >= 1000:  # noqa: PLR2004 - "two thousand" starts a new part
                total, current = total + current, 0.0
        elif _is_glue(words, place, current, lexicon=lexicon):
            pass
        else:
            break
        place += 1
    if current is None:
        return None
    return total + current, max(place, start + 1)


def _is_glue(
    words: tuple[str, ...], place: int, current: float | None, *, lexicon: FigureLexicon
) -> bool:
    """Say whether a word only joins the parts of a number: hyphen, "and", "a" before "hundred"."""
    match words[place]:
        case "-":
            return current is not None and _tens_word(words, place, lexicon)
        case "and":
            return current is not None and _goes_on(words, place, lexicon)
        case "a":
            return current is None and _next_is_scale(words, place, lexicon)
        case _:
            return False


def _joins(current: float, unit: int) -> bool:
    """Say whether a unit adds to what stands: "twenty five", "hundred twenty"."""
    if unit < 10:  # noqa: PLR2004 - the digits
        return current % 10 == 0 and current >= 20  # noqa: PLR2004
    return current % 100 == 0 and current >= 100  # noqa: PLR2004


def _is_article(words: tuple[str, ...], place: int) -> bool:
    return place > 0 and words[place - 1] == "a"


def _next_is_scale(words: tuple[str, ...], place: int, lexicon: FigureLexicon) -> bool:
    return place + 1 < len(words) and words[place + 1] in lexicon.scales


def _tens_word(words: tuple[str, ...], place: int, lexicon: FigureLexicon) -> bool:
    """Say whether a hyphen joins two number words: "twenty-five"."""
    if place == 0 or place + 1 >= len(words):
        return False
    tens, unit = lexicon.units.get(words[place - 1], 0), lexicon.units.get(words[place + 1], 99)
    return tens >= 20 and unit < 10  # noqa: PLR2004 - the tens and the digits


def _goes_on(words: tuple[str, ...], place: int, lexicon: FigureLexicon) -> bool:
    """Say whether "and" stands inside a number: "one hundred and twenty"."""
    return (
        place + 1 < len(words)
        and words[place - 1] in {"hundred", "thousand"}
        and words[place + 1] in lexicon.units
    )


def _longest(
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Any], ...]],
    words: tuple[str, ...],
    place: int,
) -> tuple[tuple[str, ...], Any] | None:
    """Return the longest phrase that starts at a word, with its meaning."""
    if place >= len(words):
        return None
    for phrase, meaning in phrases.get(words[place], ()):
        if words[place : place + len(phrase)] == phrase:
            return phrase, meaning
    return None
