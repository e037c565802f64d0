"""When it happened, put together from several sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from factories import claims_in
from onrecord.model import Claim, Granularity, TimeRef
from onrecord.reconcile.moments import joined_times

# Tuesday 14 May 2024 begins in Manila.
START = datetime(2024, 5, 13, 16, tzinfo=UTC)
DAY = TimeRef(
    earliest=START,
    latest=START + timedelta(days=1),
    granularity=Granularity.DAY,
    text="Tuesday",
    zone="Asia/Manila",
)


def the_claim() -> Claim:
    """Return a claim of when an attack was."""
    text = "Gunmen attacked a police station in Manila on Tuesday, killing five officers."
    return claims_in(text, "when")[0]


def joined(*times: TimeRef) -> list[TimeRef]:
    """Return what becomes of claims of these times."""
    claims = [replace(the_claim(), value=time, claim_id=str(n)) for n, time in enumerate(times)]
    return [one.value for one in joined_times(claims) if isinstance(one.value, TimeRef)]


def a_clock(hour: int) -> TimeRef:
    """Return an hour of that day."""
    moment = START + timedelta(hours=hour)
    return replace(
        DAY,
        earliest=moment,
        latest=moment + timedelta(minutes=1),
        granularity=Granularity.MINUTE,
        text=f"{hour}:00 on Tuesday",
    )


def test_part_told_elsewhere_joins_the_day_of_its_place() -> None:
    """The day keeps its zone."""
    part = TimeRef(
        earliest=None,
        latest=None,
        granularity=Granularity.PART_OF_DAY,
        text="in the morning",
        part_of_day="morning",
    )
    for time in joined(DAY, part):
        assert (time.zone, time.earliest, time.part_of_day) == ("Asia/Manila", START, "morning")


def test_hour_by_the_clock_stands_for_its_day() -> None:
    """5 a.m. in Manila is of the day before in UTC, and still of that Tuesday."""
    for time in joined(DAY, a_clock(5)):
        assert (time.granularity, time.earliest) == (Granularity.MINUTE, START + timedelta(hours=5))


def test_several_hours_of_one_day_are_left_as_they_are() -> None:
    """None of them is the one."""
    times = [DAY, a_clock(5), a_clock(9)]
    assert joined(*times) == times
