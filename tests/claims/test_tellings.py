"""Incidents as claims: each with its number; type and stage, who, whom, with what, when, where."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from factories import a_report, read_story
from hand_built import a_filler, an_incident, said_by, the_scene
from onrecord.claims import tellings
from onrecord.claims.blame import ACCUSED, ACQUITTED, BY_AUTHORITIES, blame_of
from onrecord.model import (
    Attribution,
    Certainty,
    Claim,
    Code,
    EntityKind,
    EntityRef,
    IncidentMention,
    PlaceRef,
    SourceClass,
    Stance,
    TimeRef,
    Wording,
)
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Sequence

WEDNESDAY = date(2024, 5, 15)
RAID = (
    "Gunmen of the Red Dawn stormed a hotel in Kidal on Tuesday with rifles, killing Moussa Keita, "
    "a guard."
)
REPORT = a_report(RAID, published_on=WEDNESDAY)


def claims_of(
    text: str, *incidents: IncidentMention, voices: Sequence[Attribution] | None = None
) -> list[Claim]:
    """Return the claims of incidents given by hand, beside what else is read in a report.

    Args:
        text: The report.
        incidents: Its incidents.
        voices: Who says what, where that is given by hand too.
    """
    mentions = replace(read_story(text, published_on=WEDNESDAY).mentions, incidents=incidents)
    if voices is not None:
        mentions = replace(mentions, attributions=tuple(voices))
    return [*tellings.claims(the_scene(a_report(text, published_on=WEDNESDAY), mentions))]


def the_raid() -> list[Claim]:
    """Return the claims of a raid with all that an incident can have."""
    return claims_of(
        RAID,
        an_incident(
            "attack",
            a_filler(REPORT, "attacker_individual", "Gunmen"),
            a_filler(REPORT, "attacker_organisation", "Red Dawn", named=True),
            a_filler(REPORT, "target", "hotel"),
            a_filler(REPORT, "victim", "Moussa Keita", named=True),
            a_filler(REPORT, "victim", "guard"),
            a_filler(REPORT, "weapon", "rifles"),
        ),
    )


def words(claims: Sequence[Claim], slot: str, text: str = RAID) -> list[str]:
    """Return the words that the claims of a slot stand in."""
    return [claim.evidence.of(text) for claim in claims if claim.slot == slot]


def test_each_role_has_its_slot() -> None:
    """A victim with a name is not counted among those described."""
    found = the_raid()
    assert words(found, "attacker") == ["Gunmen", "Red Dawn"]
    assert words(found, "target") == ["hotel"]
    assert words(found, "weapon") == ["rifles"]
    assert words(found, "victim") == ["Moussa Keita"]
    assert words(found, "people") == ["guard"]


def test_bodies_and_people_are_entities_and_things_are_words() -> None:
    """Who can be told apart from others of the name; a hotel is what the report calls it."""
    values = {claim.evidence.of(RAID): claim.value for claim in the_raid()}
    gunmen, keita = values["Gunmen"], values["Moussa Keita"]
    assert isinstance(gunmen, EntityRef)
    assert (gunmen.kind, gunmen.named) == (EntityKind.ARMED_GROUP, False)
    assert isinstance(keita, EntityRef)
    assert (keita.kind, keita.named) == (EntityKind.PERSON, True)
    assert values["hotel"] == Wording(text="hotel")
    assert values["guard"] == Wording(text="guard")


def test_type_stands_in_the_word_that_tells_it() -> None:
    """Not in the whole stretch from the first participant to the last."""
    found = the_raid()
    assert words(found, "type") == ["stormed"]
    (kind,) = [claim.value for claim in found if isinstance(claim.value, Code)]
    assert (kind.scheme, kind.code) == ("incident-type", "attack")


def test_incident_is_dated_and_placed_by_the_words_around_it() -> None:
    """ "On Tuesday" in a report of Wednesday 15 May is the 14th."""
    values = {claim.slot: claim.value for claim in the_raid()}
    when, place = values["when"], values["place"]
    assert isinstance(when, TimeRef)
    assert when.earliest == datetime(2024, 5, 14, tzinfo=UTC)
    assert isinstance(place, PlaceRef)
    assert (place.name, place.country) == ("Kidal", "ML")


def test_incident_without_day_or_place_is_given_none() -> None:
    """A time or place that no word of the report gives is not claimed."""
    text = "Gunmen stormed a hotel."
    report = a_report(text)
    found = claims_of(text, an_incident("attack", a_filler(report, "target", "hotel")))
    assert {claim.slot for claim in found} == {"type", "target"}


def test_claims_say_which_incident_they_are_of() -> None:
    """Numbers count the incident mentions from 0."""
    # given
    text = "Gunmen stormed a hotel on Monday. A bomb wrecked a bank on Tuesday."
    report = a_report(text)
    raid = an_incident("attack", a_filler(report, "target", "hotel"))
    bombing = an_incident(
        "bombing", a_filler(report, "target", "bank"), a_filler(report, "weapon", "bomb")
    )
    # when
    found = claims_of(text, raid, bombing)
    # then
    assert {claim.incident for claim in found} == {0, 1}
    struck = {claim.evidence.of(text): claim.incident for claim in found if claim.slot == "target"}
    assert struck == {"hotel": 0, "bank": 1}
    days = {claim.incident: claim.value for claim in found if isinstance(claim.value, TimeRef)}
    assert {number: day.text for number, day in days.items()} == {0: "Monday", 1: "Tuesday"}


def test_participant_of_two_incidents_is_claimed_of_each() -> None:
    """One claim has one number."""
    raid = an_incident("attack", a_filler(REPORT, "attacker_individual", "Gunmen"))
    killing = an_incident("killing", a_filler(REPORT, "attacker_individual", "Gunmen"))
    claims = [one for one in claims_of(RAID, raid, killing) if one.slot == "attacker"]
    assert [claim.incident for claim in claims] == [0, 1]
    assert claims[0].claim_id != claims[1].claim_id


@pytest.mark.parametrize("stage", ["attempted", "threatened", "foiled"])
def test_what_was_not_carried_out_says_so(stage: str) -> None:
    """How far it got is a claim of its own."""
    found = claims_of(RAID, an_incident("attack", a_filler(REPORT, "target", "hotel"), stage=stage))
    (value,) = [claim.value for claim in found if claim.slot == "stage"]
    assert isinstance(value, Code)
    assert (value.scheme, value.code) == ("stage", stage)


def test_what_was_carried_out_needs_no_stage() -> None:
    """That is what an incident is, unless it is told otherwise."""
    assert words(the_raid(), "stage") == []


def test_type_that_no_word_tells_is_not_claimed() -> None:
    """An arrest of which the report has no word is none, however sure the reader is."""
    arrest = an_incident("arrest", a_filler(REPORT, "target", "hotel"), confidence=0.99)
    assert words(claims_of(RAID, arrest), "type") == []


def test_blame_decides_the_slot_of_an_organisation() -> None:
    """And the claim is in the voice of who blames."""
    # given
    text = "The Red Dawn stormed the hotel, Ana Paz said."
    report = a_report(text)
    incident = an_incident(
        "attack", a_filler(report, "attacker_organisation", "Red Dawn", named=True)
    )
    voice = said_by(
        report,
        "Ana Paz",
        "said",
        "The Red Dawn stormed the hotel",
        stance=Stance.ACCUSES,
        source_class=SourceClass.OFFICIAL,
    )
    # when
    (claim,) = [one for one in claims_of(text, incident, voices=[voice]) if one.slot == "accused"]
    # then
    assert claim.attribution == voice
    assert isinstance(claim.value, EntityRef)
    assert claim.value.name == "Red Dawn"
    assert blame_of(claim) == BY_AUTHORITIES


def test_group_that_claims_it_is_responsible() -> None:
    """Its own claim stands under responsibility, in its own voice."""
    text = "The Red Dawn said it had stormed the hotel."
    report = a_report(text)
    incident = an_incident(
        "attack", a_filler(report, "attacker_organisation", "The Red Dawn", named=True)
    )
    voice = said_by(
        report,
        "The Red Dawn",
        "said",
        "it had stormed the hotel",
        stance=Stance.CLAIMS_RESPONSIBILITY,
    )
    found = claims_of(text, incident, voices=[voice])
    assert [one.attribution for one in found if one.slot == "responsibility"] == [voice]


def test_what_is_only_possible_is_marked_so() -> None:
    """A body that is named but blamed by nobody is accused at most possibly."""
    text = "Perhaps the Red Dawn stormed the hotel."
    report = a_report(text)
    incident = an_incident(
        "attack", a_filler(report, "attacker_organisation", "Red Dawn", named=True)
    )
    (claim,) = [one for one in claims_of(text, incident, voices=[]) if one.slot == "accused"]
    assert claim.certainty is Certainty.POSSIBLE


@pytest.mark.parametrize(
    ("stance", "text"),
    [
        (Stance.ACCUSES, "The Red Dawn stormed the hotel, Ana Paz said."),
        (Stance.ASSERTS, "Suspected men of the Red Dawn stormed the hotel, Ana Paz said."),
    ],
    ids=["accuses", "words of blame"],
)
def test_accusation_by_one_who_is_not_sure_is_an_accusation(stance: Stance, text: str) -> None:
    """ "Police believe the group may have": weaker than sure, more than only possible."""
    report = a_report(text)
    incident = an_incident(
        "attack", a_filler(report, "attacker_organisation", "Red Dawn", named=True)
    )
    voice = said_by(
        report,
        "Ana Paz",
        "said",
        text[: text.index(", Ana")],
        stance=stance,
        certainty=Certainty.POSSIBLE,
    )
    (claim,) = [one for one in claims_of(text, incident, voices=[voice]) if one.slot == "accused"]
    assert claim.certainty is Certainty.PROBABLE
    assert blame_of(claim) == ACCUSED


def test_every_slot_of_an_incident_is_known_or_left_out() -> None:
    """Records show the slots of the schema; a victim's name is only for the benchmark."""
    schema = open_library().lexicon("incident-schema").entries
    shown = {slot["name"] for section in schema["section"] for slot in section["slot"]}
    assert {claim.slot for claim in the_raid()} - shown == {"victim"}


def test_deed_that_was_foiled_does_not_tell_one_that_happened() -> None:
    """Nor does one of years ago: no kidnapping of the day is told by such a word."""
    # given
    text = (
        "Robbers beat a driver near Kidal on Tuesday, police said. An attempt to kidnap a priest "
        "was foiled. In 2013 rebels kidnapped two nuns."
    )
    report = a_report(text, published_on=WEDNESDAY)
    robbed = a_filler(report, "victim", "driver")
    # when
    happened = claims_of(text, an_incident("kidnapping", robbed))
    foiled = claims_of(text, an_incident("kidnapping", robbed, stage="foiled"))
    # then
    assert words(happened, "type", text) == []
    assert words(foiled, "type", text) == ["kidnap"]


def test_body_that_a_court_cleared_is_claimed_as_acquitted() -> None:
    """The claim says that it is not so."""
    text = "A bomb wrecked a bank. A court acquitted the Red Dawn of the bombing."
    report = a_report(text)
    bombing = an_incident(
        "bombing", a_filler(report, "attacker_organisation", "Red Dawn", named=True)
    )
    (claim,) = [one for one in claims_of(text, bombing) if one.slot == "accused"]
    assert claim.negated
    assert blame_of(claim) == ACQUITTED
