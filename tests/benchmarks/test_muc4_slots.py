"""MUC-4's way of writing dates and locations."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from benchmarks.tasks.muc4_slots import countries_named, incident_date, incident_location
from factories import read_story
from onrecord.model import Granularity, PlaceRef, TimeRef

FRIDAY = date(1989, 12, 29)


def a_time(
    first: date | None, after: date | None, text: str, granularity: Granularity = Granularity.DAY
) -> TimeRef:
    """Return a time from a day up to another."""
    return TimeRef(
        earliest=None
        if first is None
        else datetime(first.year, first.month, first.day, tzinfo=UTC),
        latest=None if after is None else datetime(after.year, after.month, after.day, tzinfo=UTC),
        granularity=granularity,
        text=text,
    )


@pytest.mark.parametrize(
    ("time", "written"),
    [
        (a_time(date(1989, 12, 28), FRIDAY, "yesterday"), "1989-12-28"),
        (a_time(date(1989, 12, 1), date(1989, 12, 3), "1-2 DECEMBER"), "1989-12-01/1989-12-02"),
        (a_time(date(1989, 12, 26), date(1989, 12, 27), "Tuesday"), "/1989-12-29"),
        (a_time(FRIDAY, date(1989, 12, 30), "Friday"), "1989-12-29"),
        (
            a_time(date(1989, 12, 18), date(1989, 12, 25), "last week", Granularity.WEEK),
            "/1989-12-29",
        ),
        (a_time(None, date(1989, 12, 30), ""), "/1989-12-29"),
        (None, "/1989-12-29"),
    ],
    ids=["day", "days", "weekday", "today's weekday", "week", "default", "unknown"],
)
def test_date_is_written_as_the_key_does(time: TimeRef | None, written: str) -> None:
    """What can be counted back to a day is one; the rest has the report's day for an end."""
    assert incident_date(time, FRIDAY) == written


def test_nothing_is_dated_without_a_day() -> None:
    """A report without a date gives no bound."""
    assert incident_date(None, None) is None


LA_VICTORIA = PlaceRef(name="LA VICTORIA", country="PE", within=("LIMA", "Peru"))
MIAMI = PlaceRef(name="Miami", country="US", within=("Florida", "United States"))


@pytest.mark.parametrize(
    ("place", "codes", "names"),
    [
        (LA_VICTORIA, ("CO", "CO"), ["Peru", "LIMA", "LA VICTORIA"]),
        (MIAMI, ("US", "CO", "CO", "PE"), ["Colombia"]),
        (MIAMI, ("US",), ["United States", "Florida", "Miami"]),
        (None, ("SV",), ["El Salvador"]),
        (None, (), []),
        (
            PlaceRef(name="between CUCUTA and TOLU", country="CO", within=("Colombia",)),
            (),
            ["Colombia", "CUCUTA - TOLU"],
        ),
    ],
    ids=["path", "outside the nine", "nothing of the nine", "only named", "nothing", "between"],
)
def test_location_runs_from_the_country_to_the_finest_place(
    place: PlaceRef | None, codes: tuple[str, ...], names: list[str]
) -> None:
    """The key only knows nine countries."""
    assert incident_location(place, codes) == names


def test_groups_speak_for_their_country() -> None:
    """A report that names no place in it may name a group at home there."""
    text = "The FMLN denied the charge in Mexico City."
    codes = countries_named(read_story(text).mentions)
    assert {"MX", "SV"} <= {*codes}
