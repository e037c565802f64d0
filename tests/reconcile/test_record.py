"""Records: one for each event of a report, with what is known of it and the others' titles."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from hand_built import a_filler, a_reading, an_incident, claimed
from onrecord.model import (
    Claim,
    Code,
    EntityKind,
    EntityRef,
    Figure,
    Granularity,
    IncidentMention,
    IncidentRecord,
    Mentions,
    PlaceRef,
    Query,
    Report,
    Severity,
    Standing,
    TimeRef,
    Wording,
)
from onrecord.reconcile import compile_records
from onrecord.resources import open_library
from readings import a_report

if TYPE_CHECKING:
    from collections.abc import Sequence

TWO = "Gunmen stormed a hotel in Kidal on Monday. A bomb killed Moussa Keita in Gao on Tuesday"
REPORT = replace(a_report(TWO), published_on=date(2024, 5, 15))
HOTEL = an_incident("attack", a_filler(REPORT, "target", "hotel"))
KEITA = an_incident("bombing", a_filler(REPORT, "victim", "Moussa Keita", named=True))

SLOTS = tuple(
    slot["name"]
    for section in open_library().lexicon("incident-schema").entries["section"]
    for slot in section["slot"]
)


def a_type(code: str) -> Code:
    """Return a type of incident."""
    return Code(scheme="incident-type", code=code, label=code)


def a_place(name: str) -> PlaceRef:
    """Return a place in Mali."""
    return PlaceRef(name=name, country="ML", within=("Mali",))


def a_day(number: int) -> TimeRef:
    """Return a day of May 2024."""
    start = datetime(2024, 5, number, tzinfo=UTC)
    return TimeRef(
        earliest=start,
        latest=start + timedelta(days=1),
        granularity=Granularity.DAY,
        text=f"{number} May",
    )


def records(
    *claims: Claim,
    incidents: tuple[IncidentMention, ...] = (HOTEL, KEITA),
    report: Report = REPORT,
    queries: Sequence[Query] = (),
) -> tuple[IncidentRecord, ...]:
    """Return the records of a report with these incidents and claims."""
    reading = a_reading(report, claims=claims, mentions=Mentions(incidents=incidents))
    return compile_records(report, reading, queries=queries, slots=SLOTS)


def two_incidents() -> tuple[Claim, ...]:
    """Return what is known of a raid and a bombing on other days in other towns."""
    return (
        claimed(REPORT, "type", a_type("attack"), "stormed", incident=0),
        claimed(REPORT, "when", a_day(13), "Monday", incident=0),
        claimed(REPORT, "place", a_place("Kidal"), "Kidal", incident=0),
        claimed(REPORT, "type", a_type("bombing"), "bomb", incident=1),
        claimed(REPORT, "when", a_day(14), "Tuesday", incident=1),
        claimed(REPORT, "place", a_place("Gao"), "Gao", incident=1),
    )


def test_two_incidents_are_two_records() -> None:
    """Each with its own findings and id; each names the other."""
    # when
    first, second = records(*two_incidents())
    # then
    assert first.title == "Attack at Kidal, Mali, reported 15 May 2024"
    assert second.title == "Bombing at Gao, Mali, reported 15 May 2024"
    assert (first.others, second.others) == ((second.title,), (first.title,))
    assert None not in {first.incident_id, second.incident_id}
    assert first.incident_id != second.incident_id
    assert [finding.value for finding in first.of("when", "place")] == [
        a_day(13),
        a_place("Kidal"),
    ]
    assert first.reports == second.reports


def test_raid_with_a_killing_and_a_kidnapping_is_one_record() -> None:
    """Of several types, and with no others."""
    # given
    report = a_report("Gunmen stormed a hotel, killed a guard and took six guests hostage")
    raid = tuple(
        an_incident(code, a_filler(report, "victim", words))
        for code, words in (("killing", "guard"), ("kidnapping", "six guests"))
    )
    claims = (
        claimed(report, "type", a_type("killing"), "killed", incident=0),
        claimed(report, "type", a_type("kidnapping"), "hostage", incident=1),
    )
    # when
    (record,) = records(*claims, incidents=raid, report=report)
    # then
    assert record.title == "Killing and kidnapping"
    assert record.others == ()


def test_claims_without_a_number_follow_their_sentence() -> None:
    """The dead of the second sentence are not those of the first."""
    killed = claimed(REPORT, "killed", Figure(low=1, high=1), "Moussa Keita")
    first, second = records(*two_incidents(), killed)
    assert first.of("killed") == ()
    assert [finding.value for finding in second.of("killed")] == [killed.value]


def test_slots_that_no_brief_has_are_left_out() -> None:
    """A victim's name is in the reading, not in the record; descriptions are in both."""
    # given
    keita = EntityRef(name="Moussa Keita", kind=EntityKind.PERSON)
    victim = claimed(REPORT, "victim", keita, "Moussa Keita", incident=1)
    people = claimed(REPORT, "people", Wording(text="Gunmen"), "Gunmen", incident=0)
    # when
    found = records(*two_incidents(), victim, people)
    # then
    assert {finding.slot for record in found for finding in record.findings} <= set(SLOTS)
    assert [finding.value for finding in found[0].of("people")] == [people.value]
    assert victim.claim_id not in {
        one for record in found for finding in record.findings for one in finding.relied_on
    }


def test_whole_event_is_dated_and_placed_before_its_incidents() -> None:
    """What was worked out for one incident stands where the words as a whole give nothing."""
    # given
    numbered = two_incidents()[:3]
    whole = (
        claimed(REPORT, "when", a_day(12), "Monday"),
        claimed(REPORT, "within", a_place("the north"), "Kidal"),
    )
    # when
    (bare,) = records(*numbered, incidents=(HOTEL,))
    (told,) = records(*numbered, *whole, incidents=(HOTEL,))
    # then
    assert [finding.value for finding in bare.of("when", "place")] == [a_day(13), a_place("Kidal")]
    assert [finding.value for finding in told.of("when", "place")] == [a_day(12)]
    assert len(told.of("type")) == 1


def test_attackers_are_named_once() -> None:
    """In the fuller words of the grammar, where those cover what the incident was given."""
    # given
    masked = EntityRef(name="Gunmen", kind=EntityKind.ARMED_GROUP, named=False)
    dawn = EntityRef(name="bomb", kind=EntityKind.ARMED_GROUP)
    whole = claimed(REPORT, "attacker", masked, "Gunmen stormed")
    numbered = (
        claimed(REPORT, "attacker", replace(masked, name="men"), "Gunmen", incident=0),
        claimed(REPORT, "accused", dawn, "bomb", incident=0),
    )
    # when
    (record,) = records(*two_incidents()[:1], whole, *numbered, incidents=(HOTEL,))
    # then
    assert [finding.value for finding in record.of("attacker", "accused")] == [masked, dawn]


def test_queries_stand_in_the_first_record() -> None:
    """They are about the report, and told once."""
    query = Query(
        check="weekday",
        severity=Severity.NOTE,
        message="14 May was a Tuesday.",
        suggestion=None,
        evidence=(),
        cited=(),
    )
    first, second = records(*two_incidents(), queries=[query])
    assert (first.queries, second.queries) == ((query,), ())


def test_report_without_an_incident_has_one_record_without_an_id() -> None:
    """It says so; background is no incident."""
    old = claimed(REPORT, "type", a_type("bombing"), "bomb", standing=Standing.BACKGROUND)
    (record,) = records(old, incidents=())
    assert record.incident_id is None
    assert record.title == "No security incident found"
    assert record.others == ()


def test_same_reading_gives_the_same_records() -> None:
    """Whatever order its claims came in."""
    claims = two_incidents()
    assert [one.title for one in records(*claims)] == [one.title for one in records(*claims[::-1])]
    assert [one.incident_id for one in records(*claims)] == [
        one.incident_id for one in records(*claims[::-1])
    ]
