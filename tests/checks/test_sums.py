"""The desk check of figures by nationality against their total."""

from __future__ import annotations

import pytest

from onrecord.checks import sums
from onrecord.model import Figure, PlaceRef, Population, Query, Severity, Standing, Value, a_claim
from readings import BY_HAND, a_reading, a_report, where


def people(low: float | None, high: float | None, words: str, nation: str | None = None) -> Figure:
    """Return a figure that counts people."""
    return Figure(low=low, high=high, population=Population(words=words, nationality=nation))


FRENCH = people(1, 1, "French", "FR")
IRISH = people(2, 2, "Irish", "IE")
JAPANESE = people(4, 4, "Japanese", "JP")


def checked(
    *values: Value, slot: str = "kidnapped", standing: Standing = Standing.INCIDENT
) -> tuple[Query, ...]:
    """Return what the check finds in claims of these figures, and of the places among them."""
    report = a_report(" ".join(f"Figure {number} is here." for number in range(len(values))))
    claims = [
        a_claim(
            report_id=report.report_id,
            slot="place" if isinstance(value, PlaceRef) else slot,
            value=value,
            evidence=where(report, f"Figure {number}"),
            read_by=BY_HAND,
            standing=standing,
        )
        for number, value in enumerate(values)
    ]
    return sums.CHECK.run(report, a_reading(report, claims=claims))


@pytest.mark.parametrize(
    "total",
    [
        people(7, None, "foreigners"),
        people(7, 7, "people"),
        people(7, 7, ""),
        people(None, 7, "hostages"),
        people(7, 9, "foreign workers"),
    ],
    ids=str,
)
def test_parts_that_make_their_total_add_up(total: Figure) -> None:
    """Four, two and one are seven, or at least seven, or at most."""
    (query,) = checked(total, JAPANESE, IRISH, FRENCH)
    assert query.severity is Severity.OK
    assert query.message == "4 Japanese + 2 Irish + 1 French = 7."
    assert len(query.cited) == 4


@pytest.mark.parametrize("total", [people(6, 6, "people"), people(None, 5, "foreigners")], ids=str)
def test_parts_that_make_more_than_their_total_are_asked_about(total: Figure) -> None:
    """Seven cannot be among six."""
    (query,) = checked(total, JAPANESE, IRISH, FRENCH)
    assert query.severity is Severity.QUERY
    assert "= 7, more than" in query.message


@pytest.mark.parametrize(
    "values",
    [
        (people(9, 9, "people"), JAPANESE, IRISH),
        (people(5, None, "people"), JAPANESE, IRISH),
        (people(5, 5, "people"), people(8, 8, "people"), JAPANESE, IRISH, FRENCH),
        (people(5, 5, "soldiers"), JAPANESE, IRISH),
        (people(3, 3, "people"), JAPANESE),
        (JAPANESE, IRISH),
        (people(3, 3, "people"), JAPANESE, people(5, 5, "Japanese", "JP"), IRISH),
        (people(3, 3, "people"), people(4, None, "Japanese", "JP"), IRISH),
        (Figure(low=3, high=3, unit="houses"), JAPANESE, IRISH),
    ],
    ids=[
        "not all are told",
        "the top is open",
        "one total holds them",
        "the total is of others",
        "one part is no sum",
        "there is no total",
        "a part is disputed",
        "a part is open",
        "the total is no people",
    ],
)
def test_figures_that_may_be_sound_are_left_alone(values: tuple[Figure, ...]) -> None:
    """Only what cannot be is asked about."""
    assert checked(*values) == ()


def test_people_of_the_country_are_no_foreigners() -> None:
    """Algerians held in Algeria do not count among the foreigners."""
    place = PlaceRef(name="Tal Amara", country="DZ")
    algerians = people(30, 30, "Algerians", "DZ")
    (query,) = checked(place, people(6, 6, "foreigners"), algerians, JAPANESE, IRISH)
    assert query.message == "4 Japanese + 2 Irish = 6."


def test_told_twice_is_counted_once() -> None:
    """The same figure in two sentences is one part."""
    (query,) = checked(people(6, 6, "people"), JAPANESE, IRISH, JAPANESE)
    assert query.severity is Severity.OK


def test_each_kind_has_its_own_sum() -> None:
    """Background is never counted."""
    values = (people(3, 3, "people"), JAPANESE, IRISH)
    assert checked(*values, standing=Standing.BACKGROUND) == ()
    assert len(checked(*values, slot="killed")) == 1
