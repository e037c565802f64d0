"""What each task makes of a reading."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from benchmarks.tasks import geo, incidents, muc4, polnear
from hand_built import (
    READ_BY,
    a_document,
    a_filler,
    a_reading,
    an_incident,
    claimed,
    said_by,
    span_of,
)
from onrecord.model import (
    Certainty,
    Code,
    EntityKind,
    EntityRef,
    Figure,
    Granularity,
    Json,
    Mentions,
    PlaceMention,
    PlaceRef,
    PlaceUse,
    Reading,
    Report,
    SourceClass,
    Stance,
    Standing,
    TimeRef,
    Wording,
)

BOMBING = (
    "A BOMB EXPLODED AT THE MINISTRY IN LIMA ON 4 MAY. PEDRO SOLIS, A GUARD, WAS KILLED IN IT. "
    "THE RED DAWN CLAIMED RESPONSIBILITY"
)


def a_code(code: str) -> Code:
    """Return a type of incident."""
    return Code(scheme="incident-type", code=code, label=code)


def as_dict(value: object) -> dict[str, Any]:
    """Return a prediction as a dictionary, for the type checker."""
    assert isinstance(value, dict)
    return value


def templates_of(report: Report, reading: Reading) -> list[dict[str, Any]]:
    """Return the MUC-4 templates of a reading."""
    return [as_dict(one) for one in as_dict(muc4.adapt(report, reading))["templates"]]


# -- polnear


def test_attribution_keeps_its_parts() -> None:
    """Source, cue and content are offsets into the text; a missing source is an empty list."""
    report = a_document("The road is shut, police said. It was reportedly mined.")
    said = said_by(report, "police", "said", "The road is shut")
    hearsay = said_by(report, "", "reportedly", "It was")
    reading = a_reading(report, mentions=Mentions(attributions=(said, hearsay)))
    assert polnear.adapt(report, reading) == {
        "docid": "doc-1",
        "attributions": [
            {"source": [[18, 24]], "cue": [[25, 29]], "content": [[0, 16]]},
            {"source": [], "cue": [[38, 48]], "content": [[31, 37]]},
        ],
    }


def test_kinds_the_corpus_does_not_have_are_left_out() -> None:
    """A non-answer is none of its attributions, unless the reader that learned from it saw it."""
    report = a_document("It was unclear if anyone was hurt")
    unclear = said_by(report, "", "was unclear if", "anyone was hurt", stance=Stance.OPEN_QUESTION)
    seen = replace(unclear, read_by=replace(unclear.read_by, resources=("attribution-reader/1",)))
    for one, handed_in in ((unclear, 0), (seen, 1)):
        reading = a_reading(report, mentions=Mentions(attributions=(one,)))
        assert len(polnear.adapt(report, reading)["attributions"]) == handed_in


# -- geo


def a_place(report: Report, words: str, place: PlaceRef) -> PlaceMention:
    """Return a mention of a place."""
    span = span_of(report, words)
    return PlaceMention(
        span=span,
        read_by=READ_BY,
        place=place,
        candidates=(),
        use=PlaceUse.LOCATION,
        relation=None,
        extent=span,
    )


def test_place_is_a_toponym_with_what_is_known() -> None:
    """A place without coordinates is recognised and not resolved, never put at zero."""
    report = a_document("From Tal Amara to Kano")
    known = PlaceRef(name="Kano", latitude=12.0, longitude=8.5, uncertainty_m=9e3, country="NG")
    mentions = (
        a_place(report, "Tal Amara", PlaceRef(name="Tal Amara")),
        a_place(report, "Kano", known),
    )
    reading = a_reading(report, mentions=Mentions(places=mentions))
    assert geo.adapt(report, reading) == {
        "docid": "doc-1",
        "toponyms": [
            {"start": 5, "end": 14},
            {"start": 18, "end": 22, "lat": 12.0, "lon": 8.5, "country": "NG"},
        ],
    }


# -- incidents


def tally_of(report: Report, *claims: Any) -> dict[str, Any]:  # noqa: ANN401 - claims of any slot
    """Return the killed and injured a report counts for."""
    found = as_dict(incidents.adapt(report, a_reading(report, claims=claims)))
    return as_dict(found["tally"])


def test_tally_takes_the_greatest_sure_figure() -> None:
    """Parts ("a woman") stand beside totals; what is only possible does not count."""
    report = a_document("A shooting killed two men. A woman died. Five were hurt, ten perhaps")
    fears = said_by(report, "", "perhaps", "ten")
    claims = [
        claimed(report, "type", a_code("shooting"), "shooting"),
        claimed(report, "killed", Figure(low=2, high=2), "two men"),
        claimed(report, "killed", Figure(low=1, high=1), "A woman"),
        claimed(report, "injured", Figure(low=5, high=5), "Five"),
    ]
    doubtful = claimed(report, "injured", Figure(low=10, high=10), "ten", attribution=fears)
    object.__setattr__(doubtful, "certainty", Certainty.POSSIBLE)
    assert tally_of(report, *claims, doubtful) == {"killed": 2, "injured": 5}


def test_tally_adds_up_other_people() -> None:
    """As the toll does: a man and two women are three."""
    report = a_document("A shooting killed a man and two women")
    claims = [
        claimed(report, "type", a_code("shooting"), "shooting"),
        claimed(report, "killed", Figure(low=1, high=1), "a man"),
        claimed(report, "killed", Figure(low=2, high=2), "two women"),
    ]
    assert tally_of(report, *claims) == {"killed": 3, "injured": 0}


def test_background_is_not_counted() -> None:
    """An earlier attack told in the story adds nothing."""
    report = a_document("A shooting hurt one. In March nine died")
    assert tally_of(
        report,
        claimed(report, "type", a_code("shooting"), "shooting"),
        claimed(report, "injured", Figure(low=1, high=1), "one"),
        claimed(report, "killed", Figure(low=9, high=9), "nine", standing=Standing.BACKGROUND),
    ) == {"killed": 0, "injured": 1}


def test_report_without_incident_has_no_tally() -> None:
    """Nothing was read of an incident, which is not the same as nobody hurt."""
    report = a_document("The council met")
    assert tally_of(report) == {"killed": None, "injured": None}


@pytest.mark.parametrize(
    ("figure", "point"),
    [
        (Figure(low=7, high=None), 7),
        (Figure(low=None, high=4), 4),
        (Figure(low=10, high=14), 10),
    ],
    ids=["at least 7", "up to 4", "10 to 14"],
)
def test_figure_stands_for_its_floor(figure: Figure, point: int) -> None:
    """The floor is what the words support."""
    report = a_document("A shooting killed some")
    claims = (
        claimed(report, "type", a_code("shooting"), "shooting"),
        claimed(report, "killed", figure, "some"),
    )
    assert tally_of(report, *claims)["killed"] == point


def test_each_report_is_an_incident_of_its_own() -> None:
    """There is no linking yet; the figures say so."""
    tallies: list[Json] = [
        {"id": name, "tally": {"killed": 1, "injured": 0}} for name in ("a", "b")
    ]
    (text,) = incidents.write(iter(tallies))
    written = json.loads(text)
    assert written["reports"] == {"a": "a", "b": "b"}
    assert written["incidents"]["b"] == {"killed": 1, "injured": 0}


# -- muc4

DAWN = EntityRef(name="RED DAWN", kind=EntityKind.ARMED_GROUP)


def a_day() -> TimeRef:
    """Return 4 May 1989."""
    return TimeRef(
        earliest=datetime(1989, 5, 4, tzinfo=UTC),
        latest=datetime(1989, 5, 5, tzinfo=UTC),
        granularity=Granularity.DAY,
        text="4 MAY",
    )


def a_bombing() -> tuple[Report, Reading]:
    """Return a report of a bombing, fully read."""
    report = a_document(BOMBING)
    bombing = an_incident(
        "bombing",
        a_filler(report, "attacker_organisation", "RED DAWN", named=True),
        a_filler(report, "target", "MINISTRY"),
        a_filler(report, "victim", "PEDRO SOLIS", named=True),
        a_filler(report, "victim", "A GUARD"),
        a_filler(report, "weapon", "BOMB"),
    )
    lima = PlaceRef(name="Lima", country="PE", within=("Lima Province", "Peru"))
    claims = (
        claimed(report, "when", a_day(), "ON 4 MAY", incident=0),
        claimed(report, "place", lima, "LIMA", incident=0),
        claimed(report, "responsibility", DAWN, "RED DAWN", incident=0),
    )
    return report, a_reading(report, claims=claims, mentions=Mentions(incidents=(bombing,)))


def test_template_is_filled_with_words_as_written() -> None:
    """Every string is copied from the text; names and descriptions of victims are apart."""
    (template,) = templates_of(*a_bombing())
    assert template == {
        "incident_type": "BOMBING",
        "perp_individual": [],
        "perp_organization": ["RED DAWN"],
        "physical_target": ["MINISTRY"],
        "victim": ["PEDRO SOLIS"],
        "victim_description": ["A GUARD"],
        "weapon": ["BOMB"],
        "perp_confidence": {"RED DAWN": "CLAIMED OR ADMITTED"},
        "incident_date": "1989-05-04",
        "incident_location": ["Peru", "Lima Province", "Lima"],
    }


def test_no_incident_gives_no_template() -> None:
    """Claims alone are not enough: the reader must take them for an incident."""
    report, reading = a_bombing()
    bare = a_reading(report, claims=reading.claims)
    assert muc4.adapt(report, bare) == {"docid": "doc-1", "templates": []}


def test_each_incident_has_its_template() -> None:
    """With the day, the place and the blame that are claimed of it, and no other's."""
    # given
    report = a_document("GUNMEN KIDNAPPED A FARMER ON 4 MAY. THE RED DAWN ROBBED A BANK IN LIMA")
    kidnapping = an_incident(
        "kidnapping",
        a_filler(report, "attacker_individual", "GUNMEN"),
        a_filler(report, "attacker_organisation", "RED DAWN", named=True),
    )
    robbery = an_incident(
        "robbery", a_filler(report, "attacker_organisation", "RED DAWN", named=True)
    )
    lima = PlaceRef(name="Lima", country="PE", within=("Peru",))
    claims = (
        claimed(report, "when", a_day(), "4 MAY", incident=0),
        claimed(report, "accused", DAWN, "RED DAWN", incident=0),
        claimed(report, "place", lima, "LIMA", incident=1),
        claimed(report, "attacker", DAWN, "RED DAWN", incident=1),
    )
    mentions = Mentions(incidents=(kidnapping, robbery))
    # when
    first, second = templates_of(report, a_reading(report, claims=claims, mentions=mentions))
    # then
    assert (first["incident_type"], second["incident_type"]) == ("KIDNAPPING", "ROBBERY")
    assert (first["perp_individual"], second["perp_individual"]) == (["GUNMEN"], [])
    assert first["incident_date"] == "1989-05-04"
    assert "incident_date" not in second
    assert first["perp_confidence"] == {"RED DAWN": "SUSPECTED OR ACCUSED"}
    assert second["perp_confidence"] == {"RED DAWN": "REPORTED AS FACT"}
    assert second["incident_location"] == ["Peru", "Lima"]


def test_claims_of_no_single_incident_fill_no_template() -> None:
    """What the report as a whole tells is not told of each of its incidents."""
    report, reading = a_bombing()
    claims = tuple(replace(claim, incident=None) for claim in reading.claims)
    (template,) = templates_of(report, replace(reading, claims=claims))
    assert "incident_date" not in template
    assert template["perp_confidence"] == {"RED DAWN": ""}


def test_undated_incident_was_before_its_report() -> None:
    """The key says so of an incident whose day no word of the report gives."""
    report, reading = a_bombing()
    undated = replace(reading, claims=reading.claims[1:])
    (template,) = templates_of(replace(report, published_on=date(1989, 5, 6)), undated)
    assert template["incident_date"] == "/1989-05-06"


def test_same_words_fill_a_slot_once() -> None:
    """Blanks and line ends apart, as strings are compared."""
    report = a_document("A CAR\nBOMB WRECKED A BANK. A CAR BOMB WRECKED A SHOP")
    bombing = an_incident(
        "bombing",
        a_filler(report, "weapon", "CAR\nBOMB"),
        a_filler(report, "weapon", "CAR BOMB"),
    )
    (template,) = templates_of(report, a_reading(report, mentions=Mentions(incidents=(bombing,))))
    assert template["weapon"] == ["CAR BOMB"]


@pytest.mark.parametrize("code", ["clash", "arrest"])
def test_what_is_no_muc4_incident_fills_no_template(code: str) -> None:
    """Unless every type is wanted: our own reports are scored for those too, as attacks."""
    # given
    report = a_document("TROOPS CLASHED WITH GUERRILLAS AND ARRESTED TWO")
    incident = an_incident(code, a_filler(report, "attacker_individual", "GUERRILLAS"))
    told = claimed(report, "type", Wording(text=code), "CLASHED", incident=0)
    reading = a_reading(report, claims=(told,), mentions=Mentions(incidents=(incident,)))
    # when, then
    assert templates_of(report, reading) == []
    (template,) = muc4.templates(report, reading, every_type=True)
    assert as_dict(template)["incident_type"] == "ATTACK"


def test_killing_is_an_attack_to_muc4() -> None:
    """It has no killing; what our types are usually called there is in the taxonomy."""
    assert [muc4.type_of(code) for code in ("killing", "kidnapping", "arson", "riot")] == [
        "ATTACK",
        "KIDNAPPING",
        "ARSON",
        "ATTACK",
    ]


@pytest.mark.parametrize(
    ("slot", "certainty", "source_class", "confidence"),
    [
        ("attacker", None, SourceClass.OFFICIAL, "REPORTED AS FACT"),
        ("responsibility", None, SourceClass.ARMED_GROUP, "CLAIMED OR ADMITTED"),
        ("accused", None, SourceClass.OFFICIAL, "SUSPECTED OR ACCUSED BY AUTHORITIES"),
        ("accused", None, SourceClass.WITNESS, "SUSPECTED OR ACCUSED"),
        ("accused", Certainty.POSSIBLE, SourceClass.OFFICIAL, "POSSIBLE"),
    ],
    ids=["fact", "claims it", "minister", "witness", "possible"],
)
def test_blame_says_who_blames(
    slot: str, certainty: Certainty | None, source_class: SourceClass, confidence: str
) -> None:
    """MUC-4 keeps apart whom the authorities accuse."""
    report = a_document("THE RED DAWN ATTACKED A FARM, THE MAN SAID")
    voice = said_by(
        report,
        "THE MAN",
        "SAID",
        "THE RED DAWN ATTACKED A FARM",
        stance=Stance.ACCUSES,
        source_class=source_class,
    )
    attack = an_incident(
        "attack", a_filler(report, "attacker_organisation", "RED DAWN", named=True)
    )
    claim = claimed(
        report, slot, DAWN, "RED DAWN", attribution=voice, certainty=certainty, incident=0
    )
    reading = a_reading(report, claims=(claim,), mentions=Mentions(incidents=(attack,)))
    (template,) = templates_of(report, reading)
    assert template["perp_confidence"] == {"RED DAWN": confidence}
