"""People killed who are told one by one, and people shot, for the tally of a report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.tasks.incident_people import people_shot, people_told
from hand_built import READ_BY, a_document, a_reading, span_of
from onrecord.model import (
    EntityKind,
    EntityMention,
    EntityRef,
    EventMention,
    Factuality,
    Figure,
    FigureMention,
    Mentions,
    Reading,
    Report,
    Role,
    RoleName,
)


def a_death(
    report: Report, *patients: str, factuality: Factuality = Factuality.HAPPENED
) -> EventMention:
    """Return an event that killed those these words tell of."""
    return EventMention(
        span=report.body,
        read_by=READ_BY,
        code="killing",
        effect="killed",
        trigger=0,
        factuality=factuality,
        roles=tuple(
            Role(name=RoleName.PATIENT, span=span_of(report, words), head=0) for words in patients
        ),
    )


def a_shooting(report: Report, *patients: str) -> EventMention:
    """Return an event that shot those these words tell of."""
    return replace(a_death(report, *patients), code="shooting", effect=None)


def a_figure(report: Report, words: str, number: int, unit: str = "people") -> FigureMention:
    """Return so many of something."""
    span = span_of(report, words)
    figure = Figure(low=number, high=number, unit=unit)
    return FigureMention(span=span, read_by=READ_BY, figure=figure, phrase=span, head=0)


def a_person(report: Report, words: str, *, name: str = "", group: int = 0) -> EntityMention:
    """Return a mention of a person by these words."""
    span = span_of(report, words)
    entity = EntityRef(kind=EntityKind.PERSON, name=name or words)
    return EntityMention(span=span, read_by=READ_BY, entity=entity, group=group, name_span=span)


def read(report: Report, *mentions: EventMention | EntityMention | FigureMention) -> Reading:
    """Return a reading with these events, people and figures."""
    return a_reading(
        report,
        mentions=Mentions(
            events=tuple(one for one in mentions if isinstance(one, EventMention)),
            entities=tuple(one for one in mentions if isinstance(one, EntityMention)),
            figures=tuple(one for one in mentions if isinstance(one, FigureMention)),
        ),
    )


@pytest.mark.parametrize(
    ("names", "number"),
    [
        (("Ann Roe", "Ben Poe"), 2),
        (("Ann Roe", "Roe"), 1),
        (("Ann Roe", "Anne Roe"), 1),
        (("Ann Roe", "Ben Roe"), 2),
    ],
)
def test_each_name_counts_once(names: tuple[str, str], number: int) -> None:
    """By whichever of its words: "she" is who she is, and of one family there may be two."""
    report = a_document("The 24-year-old woman died. So she died")
    reading = read(
        report,
        a_death(report, "24-year-old woman", "she"),
        a_person(report, "woman", name=names[0]),
        a_person(report, "she", name=names[1], group=1),
    )
    assert people_told(reading, "killed") == number


def test_somebody_without_a_name_is_one() -> None:
    """ "The child died", and nobody counts or names."""
    report = a_document("The child died")
    assert people_told(read(report, a_death(report, "The child")), "killed") == 1


def test_who_did_not_die_or_met_another_fate_does_not_count() -> None:
    """What is only feared is not told as so."""
    report = a_document("The child may have died")
    feared = a_death(report, "The child", factuality=Factuality.POSSIBLE)
    assert people_told(read(report, feared), "killed") == 0
    assert people_told(read(report, a_death(report, "The child")), "injured") == 0
    assert people_told(read(report, a_death(report)), "killed") == 0


def test_first_number_shot_counts() -> None:
    """Those of the year come later, and what is no person is not counted."""
    report = a_document("Four people were shot. A car was shot. This year 90 people were shot")
    reading = read(
        report,
        a_shooting(report, "Four people", "A car"),
        a_shooting(report, "90 people"),
        a_figure(report, "A car", 1, "cars"),
        a_figure(report, "Four people", 4),
        a_figure(report, "90 people", 90),
    )
    assert people_shot(reading) == 4


def test_somebody_shot_without_a_number_is_one() -> None:
    """ "The boy was shot"; where nobody was, there is none."""
    report = a_document("The boy was shot")
    assert people_shot(read(report, a_shooting(report, "The boy"))) == 1
    assert people_shot(read(report, a_death(report, "The boy"))) == 0
