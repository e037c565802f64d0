"""Shares of a known number: "a third of the 60 hostages", "20 percent of 350", "most of the 40".

The number shared out stands behind its share and is a number of its own. A share of what is not
counted ("half of the hostages") is no number. Where a share is not whole its ends are rounded
outward: half of 41 is 20 to 21.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts import Amount, amount
from onrecord.extract.figures.cardinals import cardinal
from onrecord.extract.figures.hedging import LEAST_SPREAD, SPREAD, bound_ends, hedges_at
from onrecord.extract.figures.lexicon import longest

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.extract.figures.hedging import Ends
    from onrecord.extract.figures.lexicon import FigureLexicon
    from onrecord.extract.figures.line import Line

_WHOLE = 100
# How many words may name the owner of the number shared out: "the northern town's".
_OWNER = 5


def share(line: Line, place: int, effect: str, lexicon: FigureLexicon) -> Amount | None:
    """Return the share of a known number that starts at a word; None if none does.

    Args:
        line: The sentence.
        place: Where the share would start, behind its hedges.
        effect: What those hedges do.
        lexicon: The lexica.
    """
    found = (
        _rate(line, place, lexicon)
        or _part(line, place, lexicon)
        or _most(line, place, lexicon)
        or _rest(line, place, lexicon)
    )
    if found is None:
        return None
    end, taken = found
    whole = _whole(line, end, lexicon)
    if whole is None:
        return None
    start, ends = whole
    low, high = _hedged(taken(ends), effect, ends)
    if low is None and high is None:
        return None
    value = low if low == high else None
    return Amount(low=low, high=high, end=start, value=value, share=True)


def _whole(line: Line, place: int, lexicon: FigureLexicon) -> tuple[int, Ends] | None:
    """Return where the share's words end and the ends of the number shared out."""
    of = line.word(place) == "of"
    at = place + 1 if of else place
    pointing = line.word(at) in lexicon.words["shares.pointing"]
    if not of and not pointing:
        return None
    owner = _past_owner(line, at)
    hedging = hedges_at(line, owner or (at + 1 if pointing else at), lexicon)
    number = amount(line, hedging.end, lexicon)
    if number is None or number.article or number.value is None or number.low == 0:
        return None
    ends = bound_ends(number.low, number.high, hedging.effect)
    return None if ends is None else (owner or (place if of else at + 1), ends)


def _past_owner(line: Line, place: int) -> int | None:
    """Return the place behind an owner: "the town's" in "half of the town's 12,000 people"."""
    reach = range(place, place + _OWNER)
    return next((at + 1 for at in reach if line.tag(at) == "POS"), None)


def _part(
    line: Line, place: int, lexicon: FigureLexicon
) -> tuple[int, Callable[[Ends], Ends]] | None:
    """Read "a third", "two-thirds", "half", "20 percent"."""
    article = line.word(place) in {"a", "an"}
    count = None if article else cardinal(line, place, lexicon)
    at = place + 1 if article else place
    parts = 1.0
    if count is not None:
        at, parts = count.end, count.value
        percent = longest(lexicon.phrases["shares.percent"], line.words, at)
        if percent is not None:
            return at + len(percent[0]), _times(Fraction(str(parts)) / _WHOLE)
    elif not article and line.word(place) != "half":
        return None
    if line.word(at) == "-":
        at += 1
    divisor = lexicon.fractions.get(line.word(at))
    if divisor is None or parts != int(parts) or not 0 < parts < divisor:
        return None
    return at + 1, _times(Fraction(int(parts), divisor))


def _rate(
    line: Line, place: int, lexicon: FigureLexicon
) -> tuple[int, Callable[[Ends], Ends]] | None:
    """Read "four in five of" and "nine out of ten of"."""
    count = cardinal(line, place, lexicon)
    if count is None:
        return None
    at = count.end + (2 if line.words[count.end : count.end + 2] == ("out", "of") else 1)
    whole = cardinal(line, at, lexicon)
    joined = line.word(at - 1) == "in" or at == count.end + 2
    if whole is None or not joined or line.word(whole.end) != "of":
        return None
    if not 0 < count.value < whole.value:
        return None
    return whole.end, _times(Fraction(int(count.value), int(whole.value)))


def _most(
    line: Line, place: int, lexicon: FigureLexicon
) -> tuple[int, Callable[[Ends], Ends]] | None:
    found = longest(lexicon.phrases["shares.most"], line.words, place)
    return None if found is None else (place + len(found[0]), _more_than_half)


def _rest(
    line: Line, place: int, lexicon: FigureLexicon
) -> tuple[int, Callable[[Ends], Ends]] | None:
    """Read "all but two"."""
    found = longest(lexicon.phrases["shares.all_but"], line.words, place)
    left = None if found is None else cardinal(line, place + len(found[0]), lexicon)
    return None if left is None else (left.end, _without(left.value))


def _times(fraction: Fraction) -> Callable[[Ends], Ends]:
    def taken(ends: Ends) -> Ends:
        low, high = ends
        return (
            None if low is None else math.floor(Fraction(low) * fraction),
            None if high is None else math.ceil(Fraction(high) * fraction),
        )

    return taken


def _more_than_half(ends: Ends) -> Ends:
    low, high = ends
    return (1 if low is None else low // 2 + 1), high


def _without(left: float) -> Callable[[Ends], Ends]:
    def taken(ends: Ends) -> Ends:
        low, high = ends
        return (
            None if low is None else max(0, low - left),
            None if high is None else max(0, high - left),
        )

    return taken


def _hedged(taken: Ends, effect: str, whole: Ends) -> Ends:
    """Return a share as its hedge leaves it; it is never more than the whole."""
    low, high = taken
    match effect:
        case "floor":
            return low, whole[1]
        case "above":
            # More than half of 41 is 21 or more, of 40 as well.
            return (None if low is None else low + 1), whole[1]
        case "ceiling":
            return None, high
        case "below":
            return None, (None if high is None else high - 1)
        case "spread":
            return _spread(low, high, whole)
        case _:
            return low, high


def _spread(low: float | None, high: float | None, whole: Ends) -> Ends:
    if low is not None:
        low = max(0, low - max(LEAST_SPREAD, round(low * SPREAD)))
    if high is not None:
        high += max(LEAST_SPREAD, round(high * SPREAD))
        high = high if whole[1] is None else min(high, whole[1])
    return low, high
