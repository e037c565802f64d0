"""Numbers with their hedges, as tokens: "at least 1,200", "12 to 15", "more than a dozen", "an".

Every numeral of a sentence is returned, traps among them; what it counts is settled elsewhere. The
words of a share end before "of": the number shared out is a numeral of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts import Amount, amount
from onrecord.extract.figures.hedging import Hedging, bound_ends, hedge_behind, hedges_at
from onrecord.extract.figures.line import Line
from onrecord.extract.figures.shares import share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.figures.lexicon import FigureLexicon
    from onrecord.model import Analysis, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number in the text.

    Attributes:
        first: Index of its first token, the hedge's where there is one.
        number: Index of the first token of the number itself.
        end: Index after its last token.
        head: Index of the token that heads the number: "five" in "twenty-five".
        low: The least it can be.
        high: The most it can be.
        hedge: The hedging words, lower case.
        effect: What they do, as `hedges.en` names it.
        article: It is only "a", "an" or "another".
        weak: It counts only before people: "both".
        more: It is said to add: "another two", "a further 12".
        share: It is a share of the number behind it: "a third of the 60".
        ranged: How a range joins its ends ("to", "-"); "" where there is none.
        digits: It is written in digits.
        value: The number as written, of a range the lower one; None for a vague count.
        step: The rounding it shows: 1,300 shows 100.
    """

    first: int
    number: int
    end: int
    head: int
    low: float | None
    high: float | None
    hedge: str = ""
    effect: str = "none"
    article: bool = False
    weak: bool = False
    more: bool = False
    share: bool = False
    ranged: str = ""
    digits: bool = False
    value: float | None = None
    step: float = 1


def numerals(analysis: Analysis, sentence: Sentence, lexicon: FigureLexicon) -> Iterator[Numeral]:
    """Yield the numerals of a sentence in reading order, not overlapping."""
    line = Line.of(analysis, sentence)
    place = 0
    while place < len(line.words):
        word = line.words[place]
        starts = word in lexicon.starters or word[:1].isdigit() or "$" in word[1:]
        if not starts:
            place += 1
            continue
        found = _numeral_at(line, place, lexicon)
        place = place + 1 if found is None else found.end - sentence.first
        if found is not None and (found.low, found.high) != (None, None):
            yield found


def _numeral_at(line: Line, place: int, lexicon: FigureLexicon) -> Numeral | None:
    before, more = _lead(line, place, lexicon)
    start = before.end
    number = share(line, start, before.effect, lexicon)
    if number is not None:
        return _numeral(line, place, start, number, before=before, more=more)
    start = _past_sign(line, start, lexicon) if before.does else start
    number = amount(line, start, lexicon)
    if number is None:
        # "Another man", but not "additional men".
        alone = more and not before.does and line.word(start - 1) in lexicon.words["others.one"]
        # "Another was wounded" counts one by itself, as "another man" does before its noun.
        article = line.tokens[start - 1].relation == "det"
        number = Amount(low=1, high=1, end=start, value=1, article=article) if alone else None
    if number is None or (number.article and before.does):
        return None  # "about a man" hedges nothing
    behind = hedge_behind(line, number.end, lexicon)
    if number.article:
        behind = Hedging(end=number.end)
    return _hedged(line, place, start, number, before=before, behind=behind, more=more)


def _past_sign(line: Line, place: int, lexicon: FigureLexicon) -> int:
    """Return the place behind a sign of money between hedge and number: "more than $3 million"."""
    if place >= len(line.tokens) or line.tokens[place].text not in lexicon.currencies:
        return place
    return place + 2 if line.word(place + 1) == "." else place + 1


def _lead(line: Line, place: int, lexicon: FigureLexicon) -> tuple[Hedging, bool]:
    """Return the hedges before a number and whether it adds: "at least another", "a further"."""
    hedging = hedges_at(line, place, lexicon)
    at = hedging.end
    if line.word(at) in {"a", "an"} and line.word(at + 1) in lexicon.words["others.before"]:
        at += 1
    if line.word(at) not in lexicon.words["others.before"]:
        return hedging, False
    then = hedges_at(line, at + 1, lexicon)
    words = " ".join(filter(None, (hedging.words, then.words)))
    return Hedging(words=words, does=(*hedging.does, *then.does), end=then.end), True


def _hedged(  # noqa: PLR0913 - what stands around a number
    line: Line,
    place: int,
    start: int,
    number: Amount,
    *,
    before: Hedging,
    behind: Hedging,
    more: bool,
) -> Numeral:
    # What stands behind comes last and has the last word: "as many as 20 or more".
    does = (*behind.does, *before.does)
    words = " ".join(filter(None, (before.words, behind.words)))
    together = Hedging(words=words, does=does, end=behind.end)
    # "Up to several" says nothing, and is no "several" either.
    ends = bound_ends(number.low, number.high, together.effect) or (None, None)
    # "Three out of the 12" counts as "three of the 12" does.
    out = line.words[behind.end : behind.end + 2] == ("out", "of") and number.value is not None
    hedged = replace(number, low=ends[0], high=ends[1], end=behind.end + (1 if out else 0))
    return _numeral(line, place, start, hedged, before=together, more=more)


def _numeral(
    line: Line, place: int, start: int, number: Amount, *, before: Hedging, more: bool
) -> Numeral:
    base = line.tokens[0].index
    if number.end == start and more:
        start -= 1
    return Numeral(
        first=base + place,
        number=base + start,
        end=base + number.end,
        head=_head(line, start, number.end),
        low=number.low,
        high=number.high,
        hedge=before.words,
        effect=before.effect,
        article=number.article,
        weak=number.weak,
        more=more,
        share=number.share,
        ranged=number.ranged,
        digits=number.digits,
        value=number.value,
        step=number.step,
    )


def _head(line: Line, start: int, end: int) -> int:
    """Return the index of the word of a number that hangs on none of its others."""
    base = line.tokens[0].index
    inside = range(base + start, base + end)
    for token in line.tokens[start:end]:
        if (token.head not in inside or token.head == token.index) and token.text.isalnum():
            return token.index
    return base + start
