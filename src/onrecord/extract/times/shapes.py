"""The shapes times take in news, as patterns, the fullest first.

Words are matched in small letters, capitalised or in capitals. A pattern names its parts in groups;
what a shape means is settled in `onrecord.extract.times.patterns`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from string import capwords
from typing import Any

Words = Mapping[str, Any]
Shape = tuple[str, str]
"""Its name and its pattern."""


def dates(words: Words) -> tuple[Shape, ...]:
    """Return the shapes of whole dates."""
    month = _month(words["months"])
    return (
        (
            "shape_days",
            (
                rf"\b(?P<d>\d{{1,2}})(?:\s*[-–]\s*|\s+{_any(('and', 'or', 'to', 'through'))}\s+)"
                rf"(?P<e>\d{{1,2}})\s+(?P<m>{month}){_POINT}(?:,?\s+(?P<y>{_YEAR}))?(?!\w)"
            ),
        ),
        ("shape_iso", rf"\b(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d|-\d)"),
        (
            "shape_digits",
            rf"(?<![\d./-])(?P<d>\d\d?)[./](?P<m>\d\d?)[./](?P<y>{_YEAR})(?![\d/])",
        ),
        (
            "shape_mdays",
            (
                rf"\b(?P<m>{month})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?"
                rf"(?:\s*[-–]\s*|\s+{_any(('and', 'or', 'to', 'through'))}\s+)"
                rf"(?:(?P<n>{month})\.?\s+)?(?P<e>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:,]?\d|\s*%)"
                rf"(?:,?\s+(?P<y>{_YEAR}))?"
            ),
        ),
        (
            "shape_named",
            rf"\b(?P<n>{_named(words['named_days'])})(?:,?\s+(?P<y>{_YEAR}))?\b",
        ),
        (
            "shape_dmy",
            (
                rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<m>{month}){_POINT}"
                rf"(?:,?\s+(?P<y>{_YEAR}|\d\d(?![\d,.:]|\s*[a-z])))?(?!\w)"
            ),
        ),
        (
            "shape_mdy",
            (
                rf"\b(?P<m>{month})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:,]?\d)"
                rf"(?:,?\s+(?P<y>{_YEAR}))?"
            ),
        ),
    )


def from_the_anchor(words: Words, numbers: Iterable[str]) -> tuple[Shape, ...]:
    """Return the shapes of what counts from the day of the report: weekdays, spans ago."""
    weekday = _any(words["weekdays"])
    part = _any(words["parts"])
    return (
        (
            "shape_weekday",
            (
                rf"\b(?:(?P<q>{_QUALIFIER})\s+(?:on\s+)?)?(?:(?P<w>{_WHICH})\s+)?"
                rf"(?P<wd>{weekday})(?:\s+(?P<p>{part}))?\b(?!s\b)"
            ),
        ),
        (
            "shape_day",
            rf"\b(?P<n>{_any(words['days'])})(?:\s+(?P<p>{part}))?\b",
        ),
        (
            "shape_told",
            rf"\b(?P<n>{_any(words['told_days'])})\b{_NOTHING_FOLLOWS}",
        ),
        *_counted_spans(words, numbers),
        (
            "shape_weekend",
            (
                rf"\b(?:{_any(('over the', 'during the', 'at the'))}\s+)?"
                rf"(?:(?P<w>{_WHICH})\s+)*(?:weekend|WEEKEND|Weekend)\b"
            ),
        ),
        (
            "shape_this",
            (rf"\b(?:(?P<q>{_QUALIFIER})\s+)?(?P<w>{_WHICH})\s+(?P<p>{part})\b"),
        ),
        (
            "shape_running",
            (
                rf"\b(?:{_any(words['running']['before'])}\s+(?P<s>{_any(('month', 'year'))})"
                rf"|{_any(('this',))}\s+(?P<ss>{_any(('month', 'year'))})\s+"
                rf"{_any(words['running']['behind'])})\b"
            ),
        ),
        (
            "shape_span",
            (
                rf"\b(?:(?P<q>{_QUALIFIER}|{_insensitive('earlier')}|{_insensitive('later')})\s+)?"
                rf"(?P<w>{_WHICH})\s+(?P<s>{_any(('week', 'month', 'year'))})\b"
            ),
        ),
    )


def _counted_spans(words: Words, numbers: Iterable[str]) -> tuple[Shape, ...]:
    """Return the shapes of spans that are counted: "the past three days", "two weeks ago"."""
    spans = _any(words["spans"])
    known = tuple(numbers)
    count = rf"(?:\d{{1,3}}|{_any((*known, *words['vague']['words']))})"
    return (
        (
            "shape_past",
            (
                rf"\b(?:{_any(('in', 'over', 'during', 'within', 'for'))}\s+)?{_any(('the',))}\s+"
                rf"{_any(('last', 'past'))}\s+(?P<c>\d{{1,3}}|{_any(known)})\s+"
                rf"(?P<s>{_any(('days', 'weeks', 'months', 'years'))})\b"
            ),
        ),
        (
            "shape_ago",
            (
                rf"\b(?P<c>{count})\s+(?P<s>{spans})\s+"
                rf"(?P<dir>ago|AGO|earlier|EARLIER|before|later|after(?=\s*[.,;]))\b"
            ),
        ),
        (
            "shape_hours",
            (
                rf"\b(?:(?P<c>{count})\s+)?(?P<s>{_any(words['hours'])})\s+(?:ago|AGO)\b"
                rf"|\b{_any(('in', 'over', 'during', 'within'))}\s+{_any(('the',))}\s+"
                rf"{_any(('last', 'past'))}\s+(?:(?P<cc>{count})\s+)?"
                rf"(?P<ss>{_any(words['hours'])})\b"
            ),
        ),
    )


def parts_of_dates(words: Words, clock: str) -> tuple[Shape, ...]:
    """Return the shapes of months, years, hours and parts of the day that stand alone.

    Args:
        words: The lexicon `times.en`.
        clock: The pattern of a time by the clock.
    """
    month = _month(words["months"])
    part = _any(words["parts"])
    open_ended = "|".join(
        _insensitive(phrase) for phrase in sorted(words["open"]["phrases"], key=len)[::-1]
    )
    return (
        (
            "shape_month",
            (
                rf"\b(?:(?P<q>{_QUALIFIER})[\s-]+)?(?:(?P<w>{_WHICH})\s+)?(?P<m>{month})"
                rf"(?:,?\s+(?P<y>{_YEAR}))?\b(?!\s*\d)"
            ),
        ),
        ("shape_third", rf"\b(?P<q>{_QUALIFIER})[\s-]+(?P<y>{_YEAR})\b(?![,.]?\d|-)"),
        (
            "shape_year",
            (
                rf"(?<=[Ii]n\s|[Bb]y\s|[Oo]f\s|IN\s|OF\s|BY\s|ce\s|om\s|CE\s|OM\s)"
                rf"(?P<y>{_YEAR})\b(?![,.]?\d|-)"
            ),
        ),
        ("shape_decade", r"\b(?P<y>(?:1[89]|20)\d0)s\b"),
        ("shape_open", rf"\b(?:{open_ended})\b"),
        ("shape_clock", clock),
        ("shape_ordinal", rf"{_BEFORE_ORDINAL}(?P<d>\d{{1,2}})(?:st|nd|rd|th)\b{_NO_NOUN}"),
        (
            "shape_part_of",
            (
                rf"\b(?:{_any(('on', 'in', 'during'))}\s+)?{_any(('the',))}\s+"
                rf"(?:early\s+)?(?P<p>{part})(?=\s+(?:of|OF)\s+"
                rf"(?:\d|the\s+\d|{month}\b|{_any(words['weekdays'])}\b))"
            ),
        ),
        (
            "shape_part",
            (
                rf"\b(?:[Ii]n\s+the\s+(?:early\s+)?|[Aa]t\s+|[Bb]efore\s+|[Aa]round\s+|[Bb]y\s+"
                rf"|IN\s+THE\s+|AT\s+)(?P<p>{part})\b"
            ),
        ),
    )


def _named(words: Iterable[str]) -> str:
    """Return a pattern of names, with capitals ("New Year's Eve") or all in capitals."""
    forms = [
        form.replace(" ", r"\s+").replace("'", "['’]")
        for word in sorted(words, key=len)[::-1]
        for form in (capwords(word), word.upper())
    ]
    return "(?:" + "|".join(forms) + ")"


def _any(words: Any) -> str:  # noqa: ANN401 - a mapping or a sequence of words
    """Return a pattern of any of these words, in small letters, capitalised or in capitals."""
    return "(?:" + "|".join(_insensitive(word) for word in sorted(words, key=len)[::-1]) + ")"


def _insensitive(phrase: str) -> str:
    forms = dict.fromkeys((phrase, phrase.capitalize(), phrase.upper()))
    return "(?:" + "|".join(form.replace(" ", r"\s+") for form in forms) + ")"


def _month(months: Mapping[str, int]) -> str:
    """Return a pattern of the months; in small letters they are other words ("may", "march")."""
    forms = [
        form
        for month in sorted(months, key=len)[::-1]
        for form in (month.capitalize(), month.upper())
    ]
    return "(?:" + "|".join(forms) + ")"


# The point behind a shortened month ("Jan.", "Sept."), not that of a sentence.
_POINT = r"(?:(?<=\b\w\w\w)\.|(?<=\b\w\w\w\w)\.)?"
# What an ordinal of a day stands behind, and what shows that it is none of a floor or a century.
_BEFORE_ORDINAL = (
    "(?:"
    + "|".join(
        rf"(?<={ending}\sthe\s)"
        for ending in ("on", "On", r"ning\sof", r"ight\sof", r"noon\sof", "day")
    )
    + ")"
)
_NO_NOUN = (
    r"(?=\s*(?:[.,;:)(]|$)"
    r"|\s+(?:-|–|—|and|but|or|at|in|to|by|when|while|as|after|before|near|of)\s)"
)
_NOTHING_FOLLOWS = (
    r"(?=\s*(?:[.,;:)”\"(]|$)|\s+(?:-|–|—|and|but|when|while|as|in|at|near|on|by|with|from)\s)"
)
_YEAR = r"(?:1[89]|20)\d\d"
_QUALIFIER = rf"(?:{_insensitive('early')}|{_insensitive('late')}|{_insensitive('mid')})"
_WHICH = _any(("last", "this", "next", "past", "previous"))
