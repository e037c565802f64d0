"""Times as news words them, seen from the day of the report."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from factories import a_report, analysed
from onrecord.extract import times
from onrecord.model import TimeMention
from onrecord.resources import open_library

SATURDAY = date(1989, 11, 18)


@cache
def times_in(text: str) -> tuple[TimeMention, ...]:
    """Return the times in a report of Saturday 18 November 1989."""
    reader = times.EXTRACTOR.build(open_library())
    found = reader(a_report(text, published_on=SATURDAY), analysed(text))
    return tuple(one for one in found if isinstance(one, TimeMention))


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("It fell early this morning.", "early this morning", (18, 19)),
        ("IT FELL LAST NIGHT.", "LAST NIGHT", (17, 18)),
        ("It fell a few hours ago.", "a few hours ago", (18, 19)),
        ("It fell 36 hours ago.", "36 hours ago", (16, 19)),
        ("They fell in the last 24 hours.", "in the last 24 hours", (17, 19)),
        ("It fell over the weekend.", "over the weekend", (18, 20)),
        ("It fell last weekend.", "last weekend", (11, 13)),
        ("They fell between 11 and 13 November.", "11 and 13 November", (11, 14)),
        ("IT FELL THE DAY BEFORE YESTERDAY.", "THE DAY BEFORE YESTERDAY", (16, 17)),
        ("The vote of 20 November is near.", "20 November", (20, 21)),
    ],
    ids=lambda value: value if isinstance(value, str) and value.endswith(".") else "",
)
def test_words_mean_these_days(text: str, words: str, days: tuple[int, int]) -> None:
    """The days are of November 1989, the last one not included."""
    (found,) = times_in(text)
    assert found.span.of(text) == words
    assert (found.time.earliest, found.time.latest) != (None, None)
    assert tuple(each.day for each in (found.time.earliest, found.time.latest) if each) == days


@pytest.mark.parametrize("words", ["a few days ago", "several weeks ago", "the next morning"])
def test_what_cannot_be_counted_stays_undated(words: str) -> None:
    """A vague count, or one from another event, names no day."""
    text = f"It fell {words}."
    (found,) = times_in(text)
    assert (found.time.earliest, found.time.latest) == (None, None)


def test_may_in_capitals_is_mostly_no_month() -> None:
    """Only a preposition, a day or a year makes MAY one in a report in capitals."""
    text = "THE MEN MAY HAVE FLED IN MAY, THE POLICE SAID."
    (found,) = times_in(text)
    assert found.span.start == text.rindex("MAY")
