"""Hedges and what they do to a number: "at least 12", "12 or more", "50-odd", "just under 100".

Which words hedge, what each does, why, and how sure that is, is told in the lexicon `hedges.en`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.figures.lexicon import longest

if TYPE_CHECKING:
    from onrecord.extract.figures.lexicon import FigureLexicon
    from onrecord.extract.figures.line import Line
    from onrecord.model import Token

# "About n" is read as n give or take this share, at least two either way: hedges.en says why.
SPREAD = 0.05
LEAST_SPREAD = 2
# Below this, "close to two villages" tells where something is.
_NEAR_LEAST = 10

Ends = tuple[float | None, float | None]
"""The least and the most a number can be; None where the words leave an end open."""

_STRONG = frozenset({"floor", "above", "ceiling", "below"})
# Hedges that start something of their own where a number or a determiner follows them:
# "12 dead, at least two of them", "12 men plus a guard".
_SHARED = frozenset({"at least", "at the least", "at most", "at the most", "plus", "more or less"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedging:
    """The hedges on a number.

    Attributes:
        words: The words, lower case.
        does: What each does, as `hedges.en` names it.
        end: Place after the last of them.
    """

    words: str = ""
    does: tuple[str, ...] = ()
    end: int

    @property
    def effect(self) -> str:
        """What they do together: a floor or a ceiling decides over a spread."""
        strong = [does for does in self.does if does in _STRONG]
        return strong[0] if strong else ("spread" if "spread" in self.does else "none")


def hedges_at(line: Line, place: int, lexicon: FigureLexicon) -> Hedging:
    """Return the hedges that start at a word, none, one or several: "at least some"."""
    start, does = place, []
    while (found := longest(lexicon.hedges, line.words, place)) is not None:
        phrase, effect = found
        if not _belongs(line, place, phrase, lexicon):
            break
        does.append(effect)
        place += len(phrase)
    return Hedging(words=" ".join(line.words[start:place]), does=tuple(does), end=place)


def hedge_behind(line: Line, place: int, lexicon: FigureLexicon) -> Hedging:
    """Return the hedge that stands at a word behind a number or its noun; none may be there."""
    found = longest(lexicon.behind, line.words, place)
    if found is None:
        return Hedging(end=place)
    phrase, effect = found
    end = place + len(phrase)
    words = " ".join(phrase)
    if words in _SHARED and line.tag(end) in {"CD", "DT", "PRP$", "JJ"}:
        return Hedging(end=place)
    if line.word(end) == "than":
        return Hedging(end=place)  # "28 magazines and more than 500 rounds"
    if words == "plus" and line.tag(end) != "NNS":
        return Hedging(end=place)
    return Hedging(words=words.replace("- ", "-"), does=(effect,), end=end)


def bound(count: float, effect: str) -> Ends:
    """Turn a number and what its hedge does into the interval the words allow.

    Args:
        count: The number as written.
        effect: What the hedge does, as `hedges.en` names it; "none" for a bare number.

    Returns:
        The least and the most; None where the words leave an end open.
    """
    # An amount that is no whole number, "more than 3.5 km", is measured, not counted.
    one = 1 if count == int(count) else 0
    match effect:
        case "floor":
            return count, None
        case "above":
            return count + one, None
        case "ceiling":
            return None, count
        case "below":
            return None, count - one
        case "spread":
            slack = max(LEAST_SPREAD, round(count * SPREAD)) if one else count * SPREAD
            return max(0, count - slack), count + slack
        case _:
            return count, count


def bound_ends(low: float | None, high: float | None, effect: str) -> Ends | None:
    """Turn an interval and what its hedge does into the wider interval; None if nothing is left.

    "Up to several dozen" names no most, so it says nothing that can be held against a number.
    """
    if low is not None and low == high:
        return bound(low, effect)
    if effect in {"floor", "above"}:
        high = None
    elif effect in {"ceiling", "below"}:
        low = None
    return None if low is None and high is None else (low, high)


def _belongs(line: Line, place: int, phrase: tuple[str, ...], lexicon: FigureLexicon) -> bool:
    """Say whether words that may hedge belong to the number behind them."""
    words = " ".join(phrase)
    if words not in lexicon.words["hedging.loose"]:
        return True
    token = line.tokens[place]
    if token.tag == "RP" or token.relation == "prt" or _tells_rise(line, token, words, lexicon):
        return False  # "handed over 12 hostages"
    signed = place + len(phrase) < len(line.tokens) and (
        line.tokens[place + len(phrase)].text in lexicon.currencies
    )
    if signed:
        return True  # "about $500"
    if words in lexicon.words["hedging.near"]:
        return _is_large(line, place + len(phrase), lexicon)
    if token.relation != "prep" or token.tag != "IN":
        return True
    # "News about 12 hostages", "a bridge over two rivers"; "was killed over ..." is left to the
    # parser's other mistakes.
    return words != "about" and not line.tag(token.head - line.tokens[0].index).startswith("NN")


def _tells_rise(line: Line, token: Token, words: str, lexicon: FigureLexicon) -> bool:
    """Say whether "up to" belongs to a verb: "the toll crept up to 73", not "up to 73 died"."""
    before = line.tokens[token.head - line.tokens[0].index]
    return (
        words == "up to"
        and token.relation == "advmod"
        and before.index == token.index - 1
        and before.tag in {"VBD", "VBN", "VBZ"}
        and before.lemma in lexicon.words["bearing.changes"]
    )


def _is_large(line: Line, place: int, lexicon: FigureLexicon) -> bool:
    word = line.word(place)
    if lexicon.units.get(word, _NEAR_LEAST) < _NEAR_LEAST:
        return line.word(place + 1) in lexicon.scales
    return not (word.isdigit() and int(word) < _NEAR_LEAST)
