"""Numbers that count nothing: ages, dates, times, addresses, names, calibres, scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.extract.figures.lexicon import FigureLexicon
    from onrecord.extract.figures.numerals import Numeral
    from onrecord.model import Analysis, Sentence

_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_JOINTS = frozenset({":", "/", ".", "th", "st", "nd", "rd"})
_AGE_ENDS = frozenset({",", ")", ".", ";", "and"})


def is_trap(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> bool:
    """Say whether a numeral is no count."""
    if numeral.article or numeral.digits is None:
        return _is_time(analysis, sentence, numeral, lexicon)
    return (
        _is_time(analysis, sentence, numeral, lexicon)
        or _is_named(analysis, sentence, numeral, lexicon)
        or _is_date(analysis, sentence, numeral, lexicon)
        or _is_glued(analysis, numeral)
        or _is_age(analysis, sentence, numeral)
    )


def _word(analysis: Analysis, sentence: Sentence, index: int) -> str:
    if sentence.first <= index < sentence.last:
        return analysis.tokens[index].text.lower()
    return ""


def _is_time(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> bool:
    """Ages and durations: "45 years", "a 45-year-old" (whose "a" counts, but not the 45)."""
    after = numeral.end
    if _word(analysis, sentence, after) == "-":
        after += 1
    if sentence.first <= after < sentence.last:
        token = analysis.tokens[after]
        return token.lemma in lexicon.words["names.time"] or token.text.lower().startswith("year")
    return False


def _is_named(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> bool:
    before = _word(analysis, sentence, numeral.number - 1)
    if before in {"-", "#"}:
        before = _word(analysis, sentence, numeral.number - 2)
    after = _word(analysis, sentence, numeral.end)
    if before in lexicon.words["names.before"] and numeral.number == numeral.first:
        return True
    if after in lexicon.words["names.after"]:
        return True
    # "345 Burning Tree Dr": a number before a name whose last word is a street.
    last = numeral.end
    while last < sentence.last and analysis.tokens[last].tag in {"NNP", "NNPS"}:
        last += 1
    return (
        last > numeral.end and _word(analysis, sentence, last - 1) in (lexicon.words["names.after"])
    )


def _is_date(
    analysis: Analysis, sentence: Sentence, numeral: Numeral, lexicon: FigureLexicon
) -> bool:
    months = lexicon.words["names.months"]
    before = _word(analysis, sentence, numeral.number - 1)
    after = _word(analysis, sentence, numeral.end)
    if (before in months and before != "may") or (after in months and after != "may"):
        return True
    if "may" in {before, after} and _is_capital(analysis, sentence, numeral):
        return True
    plain = numeral.digits is not None and numeral.digits.isdigit()
    value = numeral.low if numeral.low == numeral.high else None
    if plain and value is not None and _FIRST_YEAR <= value <= _LAST_YEAR:
        following = numeral.end < sentence.last and analysis.tokens[numeral.end]
        counts = following and following.tag in {"NNS", "JJ"} and not numeral.hedge
        return not (counts or numeral.hedge)
    return False


def _is_capital(analysis: Analysis, sentence: Sentence, numeral: Numeral) -> bool:
    for index in (numeral.number - 1, numeral.end):
        if sentence.first <= index < sentence.last:
            token = analysis.tokens[index]
            if token.text == "May":
                return True
    return False


def _is_glued(analysis: Analysis, numeral: Numeral) -> bool:
    """Parts of clock times, scores, ordinals, codes: what touches a number without a blank."""
    text = analysis.text
    start = analysis.tokens[numeral.number].span.start
    end = analysis.tokens[numeral.end - 1].span.end
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before.isalnum() or after.isalnum():
        return True
    touching = text[end : end + 2]
    if touching[:1] in {":", "/", "."} and touching[1:2].isdigit():
        return True
    if before in {":", "/", "."} and text[max(0, start - 2) : start - 1].isalnum():
        return True
    return before == "-" and text[max(0, start - 2) : start - 1].isalnum()


def _is_age(analysis: Analysis, sentence: Sentence, numeral: Numeral) -> bool:
    """An age set off behind a name: "Joe Roe, 45, of Leeds", "Joe Roe (45)"."""
    before = _word(analysis, sentence, numeral.number - 1)
    after = _word(analysis, sentence, numeral.end)
    if before not in {",", "("} or after not in _AGE_ENDS or numeral.number != numeral.first:
        return False
    name = numeral.number - 2
    return sentence.first <= name and analysis.tokens[name].tag in {"NNP", "NNPS", "NN"}
