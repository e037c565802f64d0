"""The shapes times take in news, as patterns, the fullest first.

Words are matched in small letters, capitalised or in capitals. A pattern names its parts in groups;
what a shape means is settled in `onrecord.extract.times.patterns`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
                rf"\b(?P<d>\d{{1,2}})(?:\s*-\s*|\s+{_any(('and', 'or', 'to', 'through'))}\s+)"
                rf"(?P<e>\d{{1,2}})\s+(?P<m>{month}){_POINT}(?:,?\s+(?P<y>{_YEAR}))?(?!\w)"
            ),
        ),
        ("shape_iso", rf"\b(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)\b"),
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
    spans = _any(words["spans"])
    count = rf"(?:\d{{1,3}}|{_any((*numbers, *words['vague']['words']))})"
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
            "shape_ago",
            rf"\b(?P<c>{count})\s+(?P<s>{spans})\s+(?P<dir>ago|AGO|earlier|EARLIER|before|later)\b",
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
            "shape_span",
            (
                rf"\b(?:(?P<q>{_QUALIFIER}|{_insensitive('earlier')}|{_insensitive('later')})\s+)?"
                rf"(?P<w>{_WHICH})\s+(?P<s>{_any(('week', 'month', 'year'))})\b"
            ),
        ),
    )


def parts_of_dates(words: Words) -> tuple[Shape, ...]:
    """Return the shapes of months, years, hours and parts of the day that stand alone."""
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
        (
            "shape_year",
            (
                rf"(?<=[Ii]n\s|[Bb]y\s|[Oo]f\s|IN\s|OF\s|BY\s|ce\s|om\s|CE\s|OM\s)"
                rf"(?P<y>{_YEAR})\b(?![,.]?\d|-)"
            ),
        ),
        ("shape_open", rf"\b(?:{open_ended})\b"),
        (
            "shape_clock",
            (
                r"\b(?P<h>[01]?\d|2[0-3])(?:[:.](?P<min>[0-5]\d))?\s*(?P<ap>[ap]\.?m\b\.?|[AP]\.?M\b\.?)"
                r"|\b(?P<hh>[01]\d|2[0-3]):?(?P<mm>[0-5]\d)\s+(?:GMT|UTC|hours|HOURS|hrs)\b"
            ),
        ),
        ("shape_ordinal", r"(?<=on\sthe\s)(?P<d>\d{1,2})(?:st|nd|rd|th)\b"),
        (
            "shape_part",
            (
                rf"\b(?:[Ii]n\s+the\s+(?:early\s+)?|[Aa]t\s+|[Bb]efore\s+|[Aa]round\s+|[Bb]y\s+"
                rf"|IN\s+THE\s+|AT\s+)(?P<p>{part})\b"
            ),
        ),
    )


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
_YEAR = r"(?:1[89]|20)\d\d"
_QUALIFIER = rf"(?:{_insensitive('early')}|{_insensitive('late')}|{_insensitive('mid')})"
_WHICH = _any(("last", "this", "next", "past", "previous"))
