"""What each task makes of a reading."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from benchmarks.tasks import geo, incidents, muc4, polnear
from hand_built import READ_BY, a_body, a_document, a_reading, an_event, claimed, said_by, span_of
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
    RoleName,
    SourceClass,
    Stance,
    Standing,
    TimeRef,
)

BOMBING = (
    "A BOMB EXPLODED AT THE MINISTRY IN LIMA ON 4 MAY. PEDRO SOLIS WAS KILLED IN THE BLAST. "
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


def a_bombing() -> tuple[Report, Reading]:
    """Return a report of a bombing, fully read."""
    report = a_document(BOMBING)
    exploded = an_event(
        report,
        "EXPLODED",
        "bombing",
        roles={RoleName.INSTRUMENT: "A BOMB", RoleName.PATIENT: "THE MINISTRY"},
    )
    killed = an_event(
        report, "KILLED", "killing", effect="killed", roles={RoleName.PATIENT: "PEDRO SOLIS"}
    )
    group = a_body(report, "RED DAWN", EntityKind.ARMED_GROUP, group=2)
    bodies = (
        a_body(report, "MINISTRY", EntityKind.GOVERNMENT, group=0),
        a_body(report, "PEDRO SOLIS", EntityKind.PERSON, group=1),
        group,
    )
    day = TimeRef(
        earliest=datetime(1989, 5, 4, tzinfo=UTC),
        latest=datetime(1989, 5, 5, tzinfo=UTC),
        granularity=Granularity.DAY,
        text="ON 4 MAY",
    )
    lima = PlaceRef(name="Lima", country="PE", within=("Lima Province", "Peru"))
    claims = (
        claimed(report, "type", a_code("bombing"), "EXPLODED"),
        claimed(report, "type", a_code("killing"), "KILLED"),
        claimed(report, "when", day, "ON 4 MAY"),
        claimed(report, "place", lima, "LIMA"),
        claimed(report, "responsibility", group.entity, "RED DAWN"),
    )
    mentions = Mentions(
        events=(exploded, killed), entities=bodies, places=(a_place(report, "LIMA", lima),)
    )
    return report, a_reading(report, claims=claims, mentions=mentions)


def test_template_is_filled_with_words_as_written() -> None:
    """A killing in a bombing belongs to the bombing; every string is copied from the text."""
    (template,) = templates_of(*a_bombing())
    assert template == {
        "incident_type": "bombing",
        "perp_individual": [],
        "perp_organization": ["RED DAWN"],
        "physical_target": ["THE MINISTRY"],
        "victim": ["PEDRO SOLIS"],
        "weapon": ["A BOMB"],
        "perp_confidence": {"RED DAWN": "CLAIMED OR ADMITTED"},
        "incident_date": "1989-05-04",
        "incident_location": ["Peru", "Lima Province", "Lima"],
    }


def test_no_incident_gives_no_template() -> None:
    """Events alone are not enough: the reading must take them for an incident."""
    report, reading = a_bombing()
    bare = a_reading(report, mentions=reading.mentions)
    assert muc4.adapt(report, bare) == {"docid": "doc-1", "templates": []}


def test_each_muc4_type_has_its_template() -> None:
    """A kidnapping and a robbery of one report are two templates."""
    report = a_document("GUNMEN KIDNAPPED A FARMER AND ROBBED A BANK")
    roles = {RoleName.AGENT: "GUNMEN"}
    events = (
        an_event(report, "KIDNAPPED", "hostage-taking", effect="kidnapped", roles=roles),
        an_event(report, "ROBBED", "robbery", roles=roles),
    )
    gunmen = EntityRef(name="GUNMEN", kind=EntityKind.ARMED_GROUP, named=False)
    claims = (
        claimed(report, "type", a_code("hostage-taking"), "KIDNAPPED"),
        claimed(report, "type", a_code("robbery"), "ROBBED"),
        claimed(report, "attacker", gunmen, "GUNMEN"),
    )
    found = templates_of(report, a_reading(report, claims=claims, mentions=Mentions(events=events)))
    assert [one["incident_type"] for one in found] == ["kidnapping", "robbery"]
    assert [one["perp_individual"] for one in found] == [["GUNMEN"], ["GUNMEN"]]
    assert "incident_date" not in found[0]


@pytest.mark.parametrize(
    ("text", "attackers", "individual"),
    [
        ("TERRORISTS OF THE RED DAWN RAIDED A FARM", "TERRORISTS OF THE RED DAWN", "TERRORISTS"),
        ("RED DAWN GUERRILLAS RAIDED A FARM", "RED DAWN GUERRILLAS", "RED DAWN GUERRILLAS"),
        ("MEN, WHO FLED IN A RED DAWN, RAIDED IT", "MEN, WHO FLED", "MEN"),
    ],
    ids=["members of a group", "a group's guerrillas", "relative clause"],
)
def test_attackers_are_apart_from_their_group(text: str, attackers: str, individual: str) -> None:
    """The corpus has the description as one filler and the organisation as another."""
    report = a_document(text)
    group = a_body(report, "RED DAWN", EntityKind.ARMED_GROUP)
    event = an_event(report, "RAIDED", "armed-attack", roles={RoleName.AGENT: attackers})
    described = EntityRef(name=attackers, kind=EntityKind.ARMED_GROUP, named=False)
    claims = (
        claimed(report, "type", a_code("armed-attack"), "RAIDED"),
        claimed(report, "attacker", described, attackers),
    )
    mentions = Mentions(events=(event,), entities=(group,))
    (template,) = templates_of(report, a_reading(report, claims=claims, mentions=mentions))
    named = ["RED DAWN"] if "RED DAWN" in attackers else []
    assert (template["perp_individual"], template["perp_organization"]) == ([individual], named)


def test_fight_between_armies_is_no_muc4_incident() -> None:
    """The corpus leaves clashes out, so they fill no template."""
    report = a_document("TROOPS CLASHED WITH GUERRILLAS")
    reading = a_reading(
        report,
        claims=(claimed(report, "type", a_code("clash"), "CLASHED"),),
        mentions=Mentions(events=(an_event(report, "CLASHED", "clash"),)),
    )
    assert templates_of(report, reading) == []


@pytest.mark.parametrize(
    ("source_class", "confidence"),
    [
        (SourceClass.OFFICIAL, "SUSPECTED OR ACCUSED BY AUTHORITIES"),
        (SourceClass.WITNESS, "SUSPECTED OR ACCUSED"),
    ],
    ids=["minister", "witness"],
)
def test_blame_says_who_blames(source_class: SourceClass, confidence: str) -> None:
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
    group = a_body(report, "RED DAWN", EntityKind.ARMED_GROUP)
    claims = (
        claimed(report, "type", a_code("armed-attack"), "ATTACKED"),
        claimed(report, "accused", group.entity, "RED DAWN", attribution=voice),
    )
    mentions = Mentions(events=(an_event(report, "ATTACKED", "armed-attack"),), entities=(group,))
    (template,) = templates_of(report, a_reading(report, claims=claims, mentions=mentions))
    assert template["perp_confidence"] == {"RED DAWN": confidence}
