"""Times as news words them, seen from the day of the report."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from factories import a_report, analysed
from onrecord.extract import times
from onrecord.model import Granularity, TimeMention
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


@pytest.mark.parametrize(
    ("text", "words", "month"),
    [
        ("So far this year 40 have died.", "So far this year", 1),
        ("Since the start of the year 40 have died.", "Since the start of the year", 1),
        ("They killed 40 this month alone.", "this month alone", 11),
    ],
)
def test_tallies_run_from_the_start_of_a_span_to_the_report(
    text: str, words: str, month: int
) -> None:
    """Up to, and with, Saturday 18 November 1989."""
    (found,) = times_in(text)
    assert found.span.of(text) == words
    assert found.time.granularity is Granularity.LONGER
    assert found.time.earliest is not None
    assert found.time.latest is not None
    assert (found.time.earliest.month, found.time.earliest.day) == (month, 1)
    assert (found.time.latest.month, found.time.latest.day) == (11, 19)


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


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("It fell on Christmas Eve 1988.", "Christmas Eve 1988", "1988-12-24/1988-12-25"),
        ("It fell on New Year’s Day.", "New Year’s Day", "1989-01-01/1989-01-02"),
        ("It fell on 16/1/1989.", "16/1/1989", "1989-01-16/1989-01-17"),
        ("It fell on 1/16/1989.", "1/16/1989", "1989-01-16/1989-01-17"),
        ("It fell on 16.01.1989.", "16.01.1989", "1989-01-16/1989-01-17"),
        ("It fell on 5/5/1989.", "5/5/1989", "1989-05-05/1989-05-06"),
        ("It fell on 1989-11-03, he said.", "1989-11-03", "1989-11-03/1989-11-04"),
        ("They fought on Nov. 3-4.", "Nov. 3-4", "1989-11-03/1989-11-05"),
        ("It ran from Oct. 30 to Nov. 2.", "Oct. 30 to Nov. 2", "1989-10-30/1989-11-03"),
        ("It fell on the 16th, he said.", "16th", "1989-11-16/1989-11-17"),
        ("It fell on Monday the 13th.", "13th", "1989-11-13/1989-11-14"),
        ("It fell a fortnight ago.", "a fortnight ago", "1989-11-01/1989-11-08"),
        ("They fell in the past three days.", "in the past three days", "1989-11-15/1989-11-19"),
        ("They fell over the last two weeks.", "over the last two weeks", "1989-11-01/1989-11-19"),
        ("It was bloody in the 1970s.", "1970s", "1970-01-01/1980-01-01"),
        ("It has been shut since Tuesday.", "since Tuesday", "1989-11-14/1989-11-19"),
        ("It is shut until Sunday.", "Sunday", "1989-11-19/1989-11-20"),
        ("He fell by Saturday.", "Saturday", "1989-11-18/1989-11-19"),
        ("He was shot by police on Tuesday.", "Tuesday", "1989-11-14/1989-11-15"),
        ("By Tuesday, the toll had risen.", "Tuesday", "1989-11-14/1989-11-15"),
        ("The siege lasted until Tuesday.", "Tuesday", "1989-11-14/1989-11-15"),
        ("The town must be left by Tuesday.", "Tuesday", "1989-11-21/1989-11-22"),
        ("It fell on Wednesday last week.", "Wednesday last week", "1989-11-08/1989-11-09"),
        ("It fell on Monday of last week.", "Monday of last week", "1989-11-06/1989-11-07"),
        ("He will resign, officials said Tuesday.", "Tuesday", "1989-11-14/1989-11-15"),
        ("He would go, he told reporters on Tuesday.", "Tuesday", "1989-11-14/1989-11-15"),
        ("“I will go,” he wrote late on Tuesday.", "late on Tuesday", "1989-11-14/1989-11-15"),
        ("He said talks will resume on Tuesday.", "Tuesday", "1989-11-21/1989-11-22"),
        ("It was hit by a bomb in January.", "January", "1989-01-01/1989-02-01"),
        ("It fell early Monday.", "early Monday", "1989-11-13/1989-11-14"),
        ("It fell before dawn on Monday.", "before dawn on Monday", "1989-11-13/1989-11-14"),
        (
            "It fell in the early hours of Monday.",
            "in the early hours of Monday",
            "1989-11-13/1989-11-14",
        ),
        (
            "It fell on the night of Nov. 3-4.",
            "on the night of Nov. 3-4",
            "1989-11-03/1989-11-05",
        ),
        ("It fell overnight Monday.", "overnight Monday", "1989-11-13/1989-11-14"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.endswith(".") else "",
)
def test_words_mean_these_dates(text: str, words: str, days: str) -> None:
    """First day, and the day after the last."""
    found = times_in(text)[-1]
    assert found.span.of(text) == words
    assert (found.time.earliest, found.time.latest) != (None, None)
    ends = (found.time.earliest, found.time.latest)
    assert "/".join(one.date().isoformat() for one in ends if one) == days


@pytest.mark.parametrize(
    "text",
    [
        "He came on 3/4/1989.",
        "He lives on the 16th floor.",
        "It is the work of the 16th century.",
        "They won 3-2 and 45/90/1989.",
        "They fought for 100 hours.",
        "He read John 3:16 to them.",
        "Between 5 and 10 people came.",
    ],
)
def test_what_is_no_date_for_certain_is_none(text: str) -> None:
    """Of two orders of digits, neither; floors, centuries, scores and counts never."""
    assert times_in(text) == ()


@pytest.mark.parametrize(
    ("text", "words", "moments"),
    [
        ("It fell at 5:30 a.m. on Monday.", "5:30 a.m. on Monday", "13T05:30/13T05:31"),
        ("It fell Monday at about 5:30 a.m.", "Monday at about 5:30 a.m.", "13T05:15/13T05:45"),
        ("It fell at noon on Monday.", "at noon on Monday", "13T12:00/13T13:00"),
        ("It fell on Monday, at 5pm.", "Monday, at 5pm", "13T17:00/13T18:00"),
        (
            "It fell between 2 and 3 a.m. Monday.",
            "2 and 3 a.m. Monday",
            "13T02:00/13T03:00",
        ),
        ("It fell between 11 and 1 p.m. Monday.", "11 and 1 p.m. Monday", "13T11:00/13T13:00"),
        ("It fell shortly after 9 a.m. Monday.", "9 a.m. Monday", "13T09:00/13T09:30"),
        ("It fell at 17:20 on Monday.", "17:20 on Monday", "13T17:20/13T17:21"),
        ("It fell at 0930 hours on Monday.", "0930 hours on Monday", "13T09:30/13T09:31"),
        ("It fell Monday night at 11 p.m.", "Monday night at 11 p.m.", "13T23:00/14T00:00"),
        ("It fell Monday night, at 2 a.m.", "Monday night, at 2 a.m.", "14T02:00/14T03:00"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.startswith("It") else "",
)
def test_clock_beside_a_day_gives_moments(text: str, words: str, moments: str) -> None:
    """By the clocks of the place, whose zone the words do not tell."""
    (found,) = times_in(text)
    assert found.span.of(text) == words
    assert found.time.zone is None
    assert _moments(found) == moments


@pytest.mark.parametrize(
    ("text", "zone", "moments"),
    [
        ("It fell at 0430 GMT on Monday.", "Etc/UTC", "13T04:30/13T04:31"),
        ("It fell at 5:30 a.m. (0430 GMT) on Monday.", "Etc/GMT-1", "13T04:30/13T04:31"),
        ("IT FELL TODAY AT 2130 [0330 GMT].", "Etc/GMT+6", "19T03:30/19T03:31"),
        ("It fell at 7:47 p.m. EST on Monday.", "America/New_York", "14T00:47/14T00:48"),
        ("It fell at 09:15 Moscow time on Monday.", "Europe/Moscow", "13T06:15/13T06:16"),
        ("It fell at 5:30 a.m. (0437 GMT) on Monday.", None, "13T05:30/13T05:31"),
    ],
)
def test_zone_in_the_words_counts(text: str, zone: str | None, moments: str) -> None:
    """A second clock tells the first one's zone; one that fits no clock tells nothing."""
    (found,) = times_in(text)
    assert found.time.zone == zone
    assert _moments(found) == moments


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("He was seized on Monday. A day earlier, two others fell.", 12),
        ("He was seized on Monday and freed two days later.", 15),
        ("He was seized on Monday. The next day, he fled.", 14),
        ("They said on Monday that it fell the day before.", 12),
        ("He was seized on Monday. That day, nobody else fell.", 13),
        ("He was seized on Monday. The next morning, he fled.", 14),
    ],
)
def test_days_count_from_the_last_day_told(text: str, day: int) -> None:
    """In the same sentence, or the one before."""
    found = times_in(text)[-1].time
    assert found.earliest is not None
    assert found.earliest.day == day


@pytest.mark.parametrize(
    "text",
    [
        "He was seized on Monday, two days before the vote.",
        "He was seized on Monday. Rain fell. Rain fell again. Two days later he fled.",
        "Two days later he fled.",
    ],
)
def test_days_that_count_from_elsewhere_stay_undated(text: str) -> None:
    """An event that is named, or a day told too far off."""
    assert times_in(text)[-1].time.earliest is None


@pytest.mark.parametrize("text", ["It fell at 5:30 a.m.", "Police came at 6 p.m. It was Tuesday."])
def test_clock_without_a_day_beside_it_is_of_no_day(text: str) -> None:
    """Which day it is of, others must settle."""
    assert times_in(text)[0].time.earliest is None


def _moments(found: TimeMention) -> str:
    ends = (found.time.earliest, found.time.latest)
    return "/".join(f"{one:%dT%H:%M}" for one in ends if one)
