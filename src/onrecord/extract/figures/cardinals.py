"""Single numbers: "1,200", "1 200", "1.2 million", "£40m", "one hundred and twelve", "a dozen".

What a hedge or a range makes of them is settled elsewhere. A comma groups thousands and is no
decimal mark: "12,5" is no number here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.extract.figures.lexicon import FigureLexicon
    from onrecord.extract.figures.line import Line

_DIGITS = re.compile(r"(?P<n>\d{1,3}(?:,\d{3})+|\d+)(?P<d>\.\d+)?(?P<f>[½¼¾]?)(?P<s>[a-z]{0,3})")
# A sign of money that the engine leaves on its number: "NZ$1".
SIGN = re.compile(r"[A-Za-z]{1,3}\$(?=\d)")
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "": 0.0}
_SIMPLE = re.compile(r"([1-9])/([2-9])")
_GROUP = re.compile(r"\d{3}")
# Blanks that group thousands in print: the plain, the no-break and the thin ones.
_BLANKS = frozenset(" \u00a0\u2009\u202f")
_HUNDRED, _THOUSAND = 100, 1000
# Letters that may stand for something else right behind digits: "10m" is mostly ten metres.
_DOUBTFUL = frozenset("kmb")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cardinal:
    """One number.

    Attributes:
        value: The number.
        end: Place after its last word.
        step: The rounding it shows: 1,300 shows 100, "1.2 million" 100,000.
        scale: What its last word multiplied by; 1 where that is none.
        digits: It is written in digits.
    """

    value: float
    end: int
    step: float
    scale: float = 1
    digits: bool = False


def cardinal(line: Line, place: int, lexicon: FigureLexicon) -> Cardinal | None:
    """Return the number that starts at a word; None if none does."""
    word = line.word(place)
    if not word:
        return None
    found = (
        _written(line, place, lexicon)
        if word[0].isdigit() or SIGN.match(word)
        else spelled(line.words, place, lexicon)
    )
    return None if found is None else _with_half(line.words, found, lexicon)


def spelled(words: tuple[str, ...], place: int, lexicon: FigureLexicon) -> Cardinal | None:
    """Return the number that starts at a number word, hyphens being words of their own.

    Args:
        words: The words, lower case.
        place: Where the number would start.
        lexicon: The number words.

    Returns:
        The number; None if the word starts none.
    """
    start = place
    whole, group, least, scale = 0.0, 0.0, float("inf"), 1.0
    while place < len(words):
        word = words[place]
        if word in lexicon.units and _joins(words, start, place, group, lexicon=lexicon):
            group += lexicon.units[word]
            scale = 1.0
        elif word in lexicon.scales and _multiplies(lexicon.scales[word], group, least):
            scale = float(lexicon.scales[word])
            group *= scale
            if scale >= _THOUSAND:
                whole, group, least = whole + group, 0.0, scale
        elif place == start and word == "a" and _word(words, place + 1) in lexicon.scales:
            group = 1.0
        elif not _glues(words, start, place, group, lexicon=lexicon):
            break
        place += 1
    if place == start:
        return None
    value = whole + group
    return Cardinal(value=value, end=place, step=_step(value), scale=scale)


def _word(words: tuple[str, ...], place: int) -> str:
    return words[place] if 0 <= place < len(words) else ""


def _joins(
    words: tuple[str, ...], start: int, place: int, group: float, *, lexicon: FigureLexicon
) -> bool:
    """Say whether a unit adds to what stands: "twenty five", "hundred twenty"."""
    if place == start:
        return True
    before = words[place - 1] if words[place - 1] not in {"-", "and", ","} else words[place - 2]
    unit = lexicon.units[words[place]]
    if before in lexicon.scales:
        return before != "dozen" and unit > 0
    return 0 < unit < 10 and group % _HUNDRED >= 20 and group % 10 == 0  # noqa: PLR2004


def _multiplies(scale: float, group: float, least: float) -> bool:
    """Say whether a scale follows what stands: hundreds on small numbers, thousands on any."""
    if scale < _THOUSAND:
        return 0 < group < _HUNDRED
    return 0 < group < _THOUSAND * 10 and scale < least


def _glues(
    words: tuple[str, ...], start: int, place: int, group: float, *, lexicon: FigureLexicon
) -> bool:
    """Say whether a word only joins the parts of a number: "-", "and", "," between thousands."""
    if place == start:
        return False
    before, after = words[place - 1], _word(words, place + 1)
    match words[place]:
        case "-":
            tens = lexicon.units.get(before, 0) >= 20 and 0 < lexicon.units.get(after, 0) < 10  # noqa: PLR2004
            return tens or (after in lexicon.scales and before in lexicon.units and group > 0)
        case "and":
            return before in lexicon.scales and before != "dozen" and after in lexicon.units
        case ",":
            # "one thousand, two hundred", but not "killed two thousand, four in Leeds".
            reach = words[place + 1 : place + 5]
            return (
                lexicon.scales.get(before, 0) >= _THOUSAND
                and after in lexicon.units
                and "hundred" in reach
            )
        case _:
            return False


def _written(line: Line, place: int, lexicon: FigureLexicon) -> Cardinal | None:
    """Return the number that starts with digits."""
    found = _DIGITS.fullmatch(SIGN.sub("", line.words[place]))
    if found is None or (found["s"] and found["s"] not in lexicon.suffixes):
        return None
    whole, end = _grouped(line, place, found["n"].replace(",", ""), lexicon)
    decimals = found["d"] or ""
    value = float(whole + decimals) + _VULGAR[found["f"]]
    step = 10.0 ** -(len(decimals) - 1) if decimals else _step(float(whole))
    simple = _SIMPLE.fullmatch(line.word(end)) if not decimals else None
    if simple is not None and line.gap(end - 1) == " ":
        value, end, step = value + int(simple[1]) / int(simple[2]), end + 1, 1.0
    number = Cardinal(value=value, end=end, step=step, digits=True)
    return _scaled(line, place, number, found["s"], lexicon=lexicon)


def _grouped(line: Line, place: int, whole: str, lexicon: FigureLexicon) -> tuple[str, int]:
    """Return digits with the thousands that blanks set apart: "12 500"; and the place after."""
    end = place + 1
    named = line.tag(place - 1) == "NNP" or line.word(place - 1) in lexicon.words["names.months"]
    if len(whole) > 3 or "," in line.words[place] or named:  # noqa: PLR2004
        return whole, end
    digits = whole
    while _GROUP.fullmatch(line.word(end)) and line.gap(end - 1) in _BLANKS:
        digits, end = digits + line.words[end], end + 1
    return (whole, place + 1) if line.word(end) in {"-", ":", "/"} else (digits, end)


def _scaled(
    line: Line, place: int, number: Cardinal, suffix: str, *, lexicon: FigureLexicon
) -> Cardinal | None:
    """Return a number in digits with what multiplies it: "1.2 million", "40bn"."""
    end = number.end
    if not suffix and line.gap(end - 1) == "" and line.word(end) in lexicon.suffixes:
        suffix, end = line.words[end], end + 1
    if suffix:
        if suffix in _DOUBTFUL and not _is_money_or_people(
            line, place, end, suffix, lexicon=lexicon
        ):
            return number if end > number.end else None
        return _times(number, lexicon.suffixes[suffix], end)
    if line.word(end) == "-" and line.word(end + 1) in lexicon.scales:
        end += 1
    scale = lexicon.scales.get(line.word(end))
    return number if scale is None else _times(number, scale, end + 1)


def _is_money_or_people(
    line: Line, place: int, end: int, suffix: str, *, lexicon: FigureLexicon
) -> bool:
    if place and line.tokens[place - 1].text in lexicon.currencies:
        return True
    if end >= len(line.words):
        return False
    token = line.tokens[end]
    if suffix != "m" and token.tag == "NNS":
        return True
    return token.tag == "NNS" and lexicon.role_of(token.lemma, token.text) is not None


def _times(number: Cardinal, scale: float, end: int) -> Cardinal:
    # 2.3 times a million is a whole number, which binary fractions miss by a hair.
    return replace(
        number,
        value=round(number.value * scale, 3),
        step=round(number.step * scale, 3),
        scale=float(scale),
        end=end,
    )


def _with_half(words: tuple[str, ...], number: Cardinal, lexicon: FigureLexicon) -> Cardinal:
    """Return a number with "and a half" behind it: "two and a half million"."""
    tail = tuple(word for word in words[number.end : number.end + 6] if word != "-")[:3]
    if tail != ("and", "a", "half"):
        return number
    end = number.end
    while words[end] != "half":
        end += 1
    end += 1
    value = number.value + 0.5 * number.scale
    scale = lexicon.scales.get(_word(words, end)) if number.scale == 1 else None
    half = replace(number, value=value, step=0.5 * number.scale, end=end)
    return half if scale is None else _times(half, scale, end + 1)


def _step(value: float) -> float:
    step = 1.0
    while value and value % (step * 10) == 0:
        step *= 10
    return step
