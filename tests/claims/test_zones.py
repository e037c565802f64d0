"""The days of an incident are those of its place."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import claims_in
from onrecord.claims.zones import find_zone_of, in_zone
from onrecord.model import Granularity, PlaceRef, TimeRef

DAY = timedelta(days=1)


def a_time(start: datetime) -> TimeRef:
    """Return a day, as the extractor reads it."""
    return TimeRef(earliest=start, latest=start + DAY, granularity=Granularity.DAY, text="Monday")


@pytest.mark.parametrize(
    ("place", "zone", "start"),
    [
        ("Manila", "Asia/Manila", datetime(2024, 5, 13, 16, tzinfo=UTC)),
        ("Bogota", "America/Bogota", datetime(2024, 5, 14, 5, tzinfo=UTC)),
        ("Chicago", "America/Chicago", datetime(2024, 5, 14, 5, tzinfo=UTC)),
    ],
)
def test_day_of_an_incident_is_that_of_its_place(place: str, zone: str, start: datetime) -> None:
    """Tuesday 14 May begins when it does there, and still is that Tuesday."""
    text = f"Gunmen attacked a police station in {place} on Tuesday, killing five officers."
    found = [claim.value for claim in claims_in(text, "when")]
    assert found
    for value in found:
        assert isinstance(value, TimeRef)
        assert (value.zone, value.earliest) == (zone, start)
        assert value.local_earliest is not None
        assert value.local_earliest.date() == date(2024, 5, 14)


def test_zone_in_the_words_wins_over_that_of_the_place() -> None:
    """ "0430 GMT" is 0430 GMT everywhere."""
    text = "Gunmen attacked a police station in Manila at 0430 GMT on Tuesday, killing five."
    found = [claim.value for claim in claims_in(text, "when")]
    assert found
    assert {value.zone for value in found if isinstance(value, TimeRef)} == {"Etc/UTC"}


def test_claims_of_placed_times_have_their_own_ids() -> None:
    """A claim's id is the hash of what it claims, its zone with it."""
    texts = [
        f"Gunmen attacked a police station in {place} on Tuesday, killing five officers."
        for place in ("Manila", "Bogota")
    ]
    ids = {claim.claim_id for text in texts for claim in claims_in(text, "when")}
    assert len(ids) >= 2


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        (PlaceRef(name="Algeria", country="DZ", feature="country"), "Africa/Algiers"),
        (PlaceRef(name="Brazil", country="BR", feature="country"), None),
        (
            PlaceRef(
                name="Manaus", country="BR", latitude=-3.1, longitude=-60.0, uncertainty_m=9e3
            ),
            "America/Manaus",
        ),
        (
            PlaceRef(name="Siberia", country="RU", latitude=60, longitude=100, uncertainty_m=2e6),
            None,
        ),
        (PlaceRef(name="Nowhere"), None),
    ],
    ids=lambda value: value.name if isinstance(value, PlaceRef) else "",
)
def test_zone_of_a_place_is_that_of_its_country_or_its_point(
    place: PlaceRef, zone: str | None
) -> None:
    """A wide circle, and a country of several zones, tell none."""
    assert find_zone_of(place) == zone


def test_days_before_1970_stay_those_of_utc() -> None:
    """The database is not sure of their clocks."""
    old = a_time(datetime(1965, 3, 1, tzinfo=UTC))
    assert in_zone(old, "Africa/Algiers") == old


@given(
    st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(2037, 12, 30)),  # noqa: DTZ001
    st.sampled_from(
        ["Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati", "Europe/London", "Asia/Tehran"]
    ),
)
def test_day_told_is_the_day_shown(start: datetime, zone: str) -> None:
    """Whatever the zone, its clocks show the day that was told."""
    told = a_time(start.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC))
    placed = in_zone(told, zone)
    assert placed.local_earliest is not None
    assert told.earliest is not None
    assert placed.local_earliest.date() == told.earliest.date()
    assert placed.earliest is not None
    assert abs(placed.earliest - told.earliest) <= timedelta(hours=14)
