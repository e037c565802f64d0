"""Events: which incidents of a report are one, and which claims are about which."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from hand_built import a_filler, a_reading, an_incident, claimed
from onrecord.model import (
    Claim,
    Figure,
    Granularity,
    IncidentMention,
    Mentions,
    PlaceRef,
    Report,
    TimeRef,
    Wording,
)
from onrecord.reconcile.apart import Event, events
from readings import a_report

TWO = (
    "Gunmen stormed a hotel in Kidal on Monday. Two guards died. A bomb wrecked a bank in Gao on "
    "Tuesday. Nine clerks died. The gunmen fled"
)
REPORT = a_report(TWO)
HOTEL = an_incident("attack", a_filler(REPORT, "target", "hotel"))
BANK = an_incident("bombing", a_filler(REPORT, "target", "bank"))

KIDAL = PlaceRef(name="Kidal", country="ML", within=("Kidal Region", "Mali"))
GAO = PlaceRef(name="Gao", country="ML", within=("Gao Region", "Mali"))
MALI = PlaceRef(name="Mali", country="ML")

SOME_DAY = TimeRef(earliest=None, latest=None, granularity=Granularity.DAY, text="that day")


def a_day(number: int, days: int = 1) -> TimeRef:
    """Return so many days of May 2024, from one of them on."""
    start = datetime(2024, 5, number, tzinfo=UTC)
    return TimeRef(
        earliest=start,
        latest=start + timedelta(days=days),
        granularity=Granularity.DAY,
        text=f"{number} May",
    )


def events_of(
    *claims: Claim,
    incidents: tuple[IncidentMention, ...] = (HOTEL, BANK),
    report: Report = REPORT,
    unsure: int | None = None,
) -> tuple[Event, ...]:
    """Return the events of a report with these incidents and claims.

    Each incident but the unsure one has a claim of its type, which is left out of what is returned.
    """
    types = [
        claimed(report, "type", Wording(text=one.code), one.span.of(report.text), incident=number)
        for number, one in enumerate(incidents)
        if number != unsure
    ]
    reading = a_reading(report, claims=(*types, *claims), mentions=Mentions(incidents=incidents))
    return tuple(
        Event(event.incidents, tuple(one for one in event.claims if one not in types))
        for event in events(reading)
    )


def on(first: TimeRef, second: TimeRef) -> tuple[Claim, Claim]:
    """Return when each of two incidents happened."""
    return (
        claimed(REPORT, "when", first, "Monday", incident=0),
        claimed(REPORT, "when", second, "Tuesday", incident=1),
    )


def at(first: PlaceRef, second: PlaceRef) -> tuple[Claim, Claim]:
    """Return where each of two incidents happened."""
    return (
        claimed(REPORT, "place", first, "Kidal", incident=0),
        claimed(REPORT, "place", second, "Gao", incident=1),
    )


def test_report_without_incidents_is_one_event() -> None:
    """What is said and who is named is about nothing in particular, and kept."""
    claim = claimed(REPORT, "statement", Wording(text="The gunmen fled"), "The gunmen fled")
    assert events_of(claim, incidents=()) == (Event((), (claim,)),)


def test_incident_without_a_type_is_none() -> None:
    """It was too unsure; what was read of it alone is left out with it."""
    # given
    mine = claimed(REPORT, "weapon", Wording(text="bomb"), "bomb", incident=1)
    other = claimed(REPORT, "target", Wording(text="hotel"), "hotel", incident=0)
    # when
    found = events_of(mine, other, unsure=0)
    # then
    assert found == (Event((1,), (mine,)),)


def test_incident_without_participants_is_none_beside_one_with_somebody() -> None:
    """It is the same under another type; by itself it stands."""
    # given
    incidents = (replace(an_incident("arson", a_filler(REPORT, "target", "hotel")), fillers=()),)
    peopled = an_incident("bombing", a_filler(REPORT, "target", "bank"))
    # then
    assert [one.incidents for one in events_of(incidents=incidents)] == [(0,)]
    both = (*incidents, peopled)
    assert [one.incidents for one in events_of(*at(KIDAL, GAO), incidents=both)] == [(1,)]


def test_raid_that_kills_and_takes_is_one_event() -> None:
    """A killing and a kidnapping in one sentence are two incidents to a coder, one to a desk."""
    # given
    report = a_report("Gunmen stormed a hotel, killed a guard and took six guests hostage")
    raid = tuple(
        an_incident(code, a_filler(report, "victim", words))
        for code, words in (("killing", "guard"), ("kidnapping", "six guests"))
    )
    killed = claimed(report, "killed", Figure(low=1, high=1), "guard", incident=0)
    held = claimed(report, "kidnapped", Figure(low=6, high=6), "six guests", incident=1)
    # when
    found = events_of(killed, held, incidents=raid, report=report)
    # then
    assert found == (Event((0, 1), (killed, held)),)


@pytest.mark.parametrize(
    "claims",
    [on(a_day(13), a_day(14)), at(KIDAL, GAO), (*on(a_day(13), a_day(14)), *at(MALI, MALI))],
    ids=["other days", "other places", "other days in one country"],
)
def test_what_cannot_be_the_same_is_two_events(claims: tuple[Claim, ...]) -> None:
    """Two days or two places, told in sentences of their own."""
    assert [event.incidents for event in events_of(*claims)] == [(0,), (1,)]


@pytest.mark.parametrize(
    "claims",
    [
        (),
        on(a_day(13), a_day(13)),
        on(a_day(13, 7), a_day(14)),
        at(KIDAL, KIDAL),
        at(KIDAL, MALI),
        at(MALI, GAO),
        on(a_day(13), a_day(14))[:1],
        at(KIDAL, GAO)[1:],
        on(
            a_day(13), TimeRef(earliest=None, latest=None, granularity=Granularity.DAY, text="then")
        ),
    ],
    ids=[
        "nothing known",
        "same day",
        "a day of that week",
        "same place",
        "place in the country",
        "country of the place",
        "only one dated",
        "only one placed",
        "no date known",
    ],
)
def test_what_can_be_the_same_is_one_event(claims: tuple[Claim, ...]) -> None:
    """Unless the report tells them apart."""
    assert [event.incidents for event in events_of(*claims)] == [(0, 1)]


def test_what_is_told_in_one_sentence_is_one_event() -> None:
    """Even if a day was read differently for each."""
    bank = an_incident("bombing", a_filler(REPORT, "target", "bank", "Gunmen stormed a hotel"))
    found = events_of(*on(a_day(13), a_day(14)), incidents=(HOTEL, bank))
    assert [event.incidents for event in found] == [(0, 1)]


def test_same_attackers_do_not_make_one_event() -> None:
    """Those who did it come back in the next one; what was struck tells incidents apart."""
    incidents = tuple(
        an_incident(
            "attack",
            a_filler(REPORT, "attacker_individual", "Gunmen"),
            a_filler(REPORT, "target", struck),
        )
        for struck in ("hotel", "bank")
    )
    found = events_of(*on(a_day(13), a_day(14)), incidents=incidents)
    assert [event.incidents for event in found] == [(0,), (1,)]


def test_events_stand_in_the_order_they_are_told() -> None:
    """Not in that of the numbers of their incidents."""
    claims = (
        claimed(REPORT, "when", a_day(14), "Tuesday", incident=0),
        claimed(REPORT, "when", a_day(13), "Monday", incident=1),
    )
    found = events_of(*claims, incidents=(BANK, HOTEL))
    assert [event.incidents for event in found] == [(1,), (0,)]


def test_claims_with_a_number_are_about_their_incident() -> None:
    """Wherever they stand: the day of the second may be told in the lead."""
    days = (
        claimed(REPORT, "when", a_day(13), "Tuesday", incident=0),
        claimed(REPORT, "when", a_day(14), "Monday", incident=1),
    )
    assert [event.claims for event in events_of(*days)] == [days[:1], days[1:]]


def test_claims_without_a_number_follow_their_sentence() -> None:
    """What stands in no incident's sentence is told of the one told before it."""
    # given
    days = on(a_day(13), a_day(14))
    guards = claimed(REPORT, "killed", Figure(low=2, high=2), "Two guards")
    clerks = claimed(REPORT, "killed", Figure(low=9, high=9), "Nine clerks")
    bomb = claimed(REPORT, "weapon", Wording(text="bomb"), "A bomb")
    # when
    first, second = events_of(*days, guards, clerks, bomb)
    # then
    assert first.claims == (days[0], guards)
    assert second.claims == (days[1], clerks, bomb)


def test_what_stands_above_all_sentences_is_of_the_first_event() -> None:
    """A dateline or headline belongs to what is told first."""
    report = a_report("KIDAL. " + TWO)
    hotel = an_incident("attack", a_filler(report, "target", "hotel"))
    bank = an_incident("bombing", a_filler(report, "target", "bank"))
    days = (
        claimed(report, "when", a_day(13), "Monday", incident=0),
        claimed(report, "when", a_day(14), "Tuesday", incident=1),
    )
    head = claimed(report, "place", KIDAL, "KIDAL")
    first, _ = events_of(head, *days, incidents=(hotel, bank), report=report)
    assert head in first.claims


def test_every_claim_is_about_one_event() -> None:
    """Nothing is lost and nothing is told twice."""
    claims = (
        *on(a_day(13), a_day(14)),
        *at(KIDAL, GAO),
        claimed(REPORT, "statement", Wording(text="The gunmen fled"), "The gunmen fled"),
    )
    found = [claim for event in events_of(*claims) for claim in event.claims]
    assert sorted(claim.claim_id for claim in found) == sorted(claim.claim_id for claim in claims)
