"""Numbers as intervals before any hedge: one number, a range, a vague count, nobody, "a man".

"12 to 15", "between 30 and 40", "two or three", "two to three hundred", "dozens", "half a dozen",
"no one". What a hedge makes of them is settled in `hedging`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.figures.cardinals import Cardinal, cardinal
from onrecord.extract.figures.lexicon import longest

if TYPE_CHECKING:
    from onrecord.extract.figures.lexicon import FigureLexicon
    from onrecord.extract.figures.line import Line

_DASHES = frozenset("-–—")
_DASHED = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)[–—](\d{1,3}(?:,\d{3})+|\d+)")
_TO = re.compile(r"to-(\d+)")
_NOBODY = frozenset({"NN", "NNP", "DT", "PRP", "NNS"})
_PLURAL = frozenset({"NNS", "NNPS"})
_BE_OR_HAVE = frozenset({"be", "have"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number as far as its own words go.

    Attributes:
        low: The least it can be; None if open.
        high: The most it can be; None if open.
        end: Place after its last word.
        value: The number as written, the lower one of a range; None for a vague count.
        step: The rounding it shows.
        digits: It is written in digits.
        article: It is only "a", "an" or "another".
        weak: It counts only before people: "both".
        ranged: How a range joins its ends ("to", "-"); "" where there is none.
        share: It is a share of the number behind it: "a third of the 60".
    """

    low: float | None
    high: float | None
    end: int
    value: float | None = None
    step: float = 1
    digits: bool = False
    article: bool = False
    weak: bool = False
    ranged: str = ""
    share: bool = False


def amount(line: Line, place: int, lexicon: FigureLexicon) -> Amount | None:
    """Return the number, range or count that starts at a word; None if none does."""
    word = line.word(place)
    found = _worded(line, place, lexicon)
    if found is not None:
        return found
    if word == "between":
        return _range(line, place + 1, lexicon, marks=frozenset({"and", "to"}))
    dashed = _DASHED.fullmatch(word)
    if dashed is not None:
        return _dashed(dashed, place)
    first = cardinal(line, place, lexicon) or _pointed(line, place, lexicon)
    if first is None:
        if word in {"a", "an"} and line.tag(place) == "DT":
            return Amount(low=1, high=1, end=place + 1, value=1, article=True)
        return None
    ranged = _range(line, place, lexicon, marks=frozenset({"to", "or", *_DASHES}))
    return ranged or Amount(
        low=first.value,
        high=first.value,
        end=first.end,
        value=first.value,
        step=first.step,
        digits=first.digits,
    )


def _worded(line: Line, place: int, lexicon: FigureLexicon) -> Amount | None:
    """Return a count in words that are no number: "dozens of", "half a dozen", "nobody"."""
    pronoun = longest(lexicon.pronouns, line.words, place)
    found = pronoun or longest(lexicon.vague, line.words, place)
    if found is None:
        return None
    phrase, least = found
    words, end = " ".join(phrase), place + len(phrase)
    if not _counts(line, place, words, end):
        return None
    exact = pronoun is not None or words in lexicon.exact
    return Amount(
        low=float(least),
        high=float(least) if exact else None,
        end=end,
        value=float(least) if exact else None,
        weak=words == "both",
    )


def _counts(line: Line, place: int, words: str, end: int) -> bool:
    """Say whether words of a count count here: not in "scores a goal", "no, he said"."""
    match words:
        case "scores":
            return line.tag(place) == "NNS"
        case "no":
            return line.tag(place) == "DT"
        case "none" | "nobody" | "no one" | "no - one":
            return line.tag(place) in _NOBODY
        case "both":
            return _is_two(line, place, end)
        case _:
            return words != "a score of" or not line.word(end)[:1].isdigit()


def _is_two(line: Line, place: int, end: int) -> bool:
    """Say whether "both" counts two: "both men", "both were hurt"; not "both Leeds and York"."""
    if line.tokens[place].relation == "preconj":
        return False
    plural = any(line.tag(at) in _PLURAL for at in (end, end + 1)) or _is_named_plural(line, end)
    verb = end < len(line.tokens) and line.tokens[end].lemma in _BE_OR_HAVE
    return plural or verb or line.word(end) == "of"


def _is_named_plural(line: Line, end: int) -> bool:
    """Say whether the engine took a plural for a name: "both Britons"."""
    return line.tag(end) == "NNP" and line.word(end).endswith("s") and line.word(end + 1) != "and"


def _pointed(line: Line, place: int, lexicon: FigureLexicon) -> Cardinal | None:
    """Read a scale that alone points back: "the dozen captives"."""
    scale = lexicon.scales.get(line.word(place))
    before = line.word(place - 1)
    rest = before in lexicon.words["others.rest"]
    pointing = line.word(place - 2 if rest else place - 1) in lexicon.words["shares.pointing"]
    people = lexicon.role_of(line.word(place + 1), line.word(place + 1)) is not None
    if scale is None or not pointing:
        return None
    if line.tag(place + 1) not in {"NNS", "JJ"} and not (people and line.tag(place + 1) == "NN"):
        return None
    return Cardinal(value=scale, end=place + 1, step=1)


def _dashed(found: re.Match[str], place: int) -> Amount | None:
    low, high = (float(part.replace(",", "")) for part in found.groups())
    if low >= high:
        return None
    return Amount(low=low, high=high, end=place + 1, value=low, digits=True, ranged="-")


def _range(
    line: Line, place: int, lexicon: FigureLexicon, *, marks: frozenset[str]
) -> Amount | None:
    """Return the range that starts with a number: "12 to 15", "two or three hundred"."""
    lower = cardinal(line, _past_sign(line, place, lexicon), lexicon)
    if lower is None or line.word(lower.end) not in marks or _was(line, place, lexicon):
        return None
    start = lower.end + 1
    mark = line.words[lower.end]
    if line.words[lower.end : start + 2] == ("-", "to", "-"):
        start += 2
    upper = _after_to(line, start) or cardinal(line, _past_sign(line, start, lexicon), lexicon)
    if upper is None:
        return None
    least = _scaled(lower, upper)
    if least >= upper.value or _is_age(line, upper.end):
        return None
    return Amount(
        low=least,
        high=upper.value,
        end=upper.end,
        value=least,
        step=min(lower.step, upper.step) if least == lower.value else upper.step,
        digits=lower.digits,
        ranged="-" if mark in _DASHES else mark,
    )


def _after_to(line: Line, place: int) -> Cardinal | None:
    """Return the upper end of "12-to-15", of which the engine makes "12", "-", "to-15"."""
    found = _TO.fullmatch(line.word(place))
    return None if found is None else Cardinal(value=float(found[1]), end=place + 1, step=1)


def _past_hedge(line: Line, place: int, lexicon: FigureLexicon) -> int:
    """Return the place behind a hedge inside a range: "12 or perhaps 13", "12 to as many as 15"."""
    found = longest(lexicon.hedges, line.words, place)
    inside = found is not None and found[1] in {"none", "spread", "ceiling"}
    return place + len(found[0]) if found is not None and inside else place


def _past_sign(line: Line, place: int, lexicon: FigureLexicon) -> int:
    """Return the place behind hedges and a sign of money inside a range: "$2 to about $3"."""
    place = _past_hedge(line, place, lexicon)
    signed = place < len(line.tokens) and line.tokens[place].text in lexicon.currencies
    return place + 1 if signed else place


def _scaled(lower: Cardinal, upper: Cardinal) -> float:
    """Return the lower end with the scale that both share: "two to three hundred"."""
    shared = lower.scale == 1 < upper.scale and lower.value < upper.value / upper.scale
    return lower.value * upper.scale if shared else lower.value


def _was(line: Line, place: int, lexicon: FigureLexicon) -> bool:
    """Say whether the toll went from one number to another: "rose from 12 to 15"."""
    if line.word(place - 1) != "from":
        return False
    before = line.words[max(0, place - 7) : place - 1]
    return any(
        word in lexicon.words["bearing.falls"] or word in lexicon.words["bearing.tolls"]
        for word in before
    )


def _is_age(line: Line, place: int) -> bool:
    return line.words[place : place + 2] in {("-", "year"), ("years", "old"), ("-", "years")}
