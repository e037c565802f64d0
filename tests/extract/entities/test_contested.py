"""Abbreviations that bodies of several kinds bear, and what the dateline and the year tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bodies import mentions_in, reader
from factories import a_report, analysed
from onrecord.model import Dateline, EntityKind, EntityMention, Report, Span

ARMED = EntityKind.ARMED_GROUP
AGENCY = EntityKind.NEWS_AGENCY
FORCE = EntityKind.SECURITY_FORCE
GOVERNMENT = EntityKind.GOVERNMENT
MANY = EntityKind.ORGANISATION


def called(text: str, name: str) -> list[tuple[EntityKind, str | None]]:
    """Return kind and country of each mention of a name."""
    return _called(mentions_in(text), text, name)


def filed(text: str, place: str, *, year: int | None = None) -> Report:
    """Return a report with a dateline before its text."""
    published_on = date(year, 5, 4) if year else None
    dateline = Dateline(span=Span(0, 1), places=(place,), filed_on=None, agency=None)
    return replace(a_report(text, published_on=published_on), dateline=dateline)


def called_in(report: Report, name: str) -> list[tuple[EntityKind, str | None]]:
    """Return kind and country of each mention of a name in a report."""
    found = reader()(report, analysed(report.text))
    every = tuple(mention for mention in found if isinstance(mention, EntityMention))
    return _called(every, report.text, name)


def _called(
    every: tuple[EntityMention, ...], text: str, name: str
) -> list[tuple[EntityKind, str | None]]:
    return [
        (mention.entity.kind, mention.entity.country)
        for mention in every
        if mention.name_span.of(text) == name
    ]


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("Press freedom group RSF condemned the arrest of an editor.", "RSF", [(MANY, None)]),
        ("The media watchdog RSF wrote to Sudan.", "RSF", [(MANY, None)]),
        ("RSF fighters burned a market in Sudan.", "RSF", [(ARMED, "SD")]),
        ("Sudan is at war. The RSF shelled a clinic.", "RSF", [(ARMED, "SD")]),
        ("A note by RSF was read out.", "RSF", []),
        (
            "AFP spokesman Lieutenant Colonel Ramon Reyes said two soldiers drowned.",
            "AFP",
            [(FORCE, "PH")],
        ),
        ("The AFP lost two men in the Philippines.", "AFP", [(FORCE, "PH")]),
        ("A priest in the Philippines told AFP that he was safe.", "AFP", [(AGENCY, "FR")]),
        ("AFP reported that the bridge was open.", "AFP", [(AGENCY, "FR")]),
        ("In Afghanistan ANA troops held the hill.", "ANA", [(FORCE, "AF")]),
        ("The Greek news agency ANA had no figure.", "ANA", [(AGENCY, "GR")]),
        ("NPA rebels burned a bus in the Philippines.", "NPA", [(ARMED, "PH")]),
        ("South Africa's NPA dropped the case.", "NPA", [(GOVERNMENT, "ZA")]),
        ("In Sri Lanka the SLA took two villages.", "SLA", [(FORCE, "LK")]),
        ("SLA rebels in Sudan took two villages.", "SLA", [(ARMED, "SD")]),
        ("ISI agents met the envoy in Lahore.", "ISI", [(GOVERNMENT, "PK")]),
        ("In Iraq the ISI claimed the bombing of a bank.", "ISI", [(ARMED, "IQ")]),
        ("The ANC lost a seat in South Africa.", "ANC", [(MANY, "ZA")]),
    ],
)
def test_the_words_around_tell_the_kind(
    text: str, name: str, meant: list[tuple[EntityKind, str | None]]
) -> None:
    """Qualifiers, ranks, nouns of agencies and countries; where nothing tells, nothing is read."""
    assert called(text, name) == meant


def test_one_report_may_have_both() -> None:
    """Words right beside a name decide for that place."""
    text = (
        "The Philippines sent more men. AFP spokesman Major Ramon Reyes said so. "
        "A farmer told AFP that he had fled."
    )
    assert called(text, "AFP") == [(FORCE, "PH"), (AGENCY, "FR")]
    text = "ADF soldiers flew home to Australia. The ADF militia burned a farm in Uganda."
    assert called(text, "ADF") == [(FORCE, "AU"), (ARMED, None)]


@pytest.mark.parametrize(
    ("text", "place", "name", "meant"),
    [
        ("Police held two men of the JMB on Monday.", "DHAKA", "JMB", [(ARMED, "BD")]),
        ("Police held two men of the JMB on Monday.", "OSLO", "JMB", [(MANY, None)]),
        ("A minister told ANI that the road was open.", "NEW DELHI", "ANI", [(AGENCY, "IN")]),
        ("A minister told ANI that the road was open.", "OSLO", "ANI", [(AGENCY, None)]),
        ("The AFP lost two men on Monday.", "MANILA, Philippines", "AFP", [(FORCE, "PH")]),
    ],
)
def test_the_dateline_tells_the_country(
    text: str, place: str, name: str, meant: list[tuple[EntityKind, str | None]]
) -> None:
    """A capital stands for its nation; elsewhere nothing says that a name is the armed group's."""
    assert called_in(filed(text, place), name) == meant


@pytest.mark.parametrize(
    ("text", "year", "name", "kind"),
    [
        ("FRELIMO won the vote in Mozambique.", 2019, "FRELIMO", MANY),
        ("FRELIMO won the vote in Mozambique.", 1970, "FRELIMO", ARMED),
        ("SWAPO named two ministers in Namibia.", 2015, "SWAPO", MANY),
        ("The ruling FRELIMO named two ministers.", None, "FRELIMO", MANY),
        ("FRELIMO fighters took a bridge.", None, "FRELIMO", ARMED),
        ("Tamil Tigers once held the town.", 2019, "Tamil Tigers", ARMED),
    ],
)
def test_what_governs_is_no_armed_group(
    text: str, year: int | None, name: str, kind: EntityKind
) -> None:
    """A group that ended stays what it was; one that became a party is one in later reports."""
    report = a_report(text, published_on=date(year, 5, 4) if year else None)
    assert [found for found, _ in called_in(report, name)] == [kind]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The U.S. Coast Guard searched the bay.", "U.S. Coast Guard", "US"),
        ("The Salvadoran National Guard fired twice.", "Salvadoran National Guard", "SV"),
        ("The Indonesian coast guard rescued 12 men.", "Indonesian coast guard", "ID"),
        ("Japan's coast guard rescued 12 men.", "coast guard", "JP"),
        ("The National Guard closed the road.", "National Guard", None),
    ],
)
def test_guards_are_forces(text: str, name: str, country: str | None) -> None:
    """With the country of the nation beside them."""
    assert called(text, name) == [(FORCE, country)]
