"""Bylines and credits as wires write them."""

from __future__ import annotations

import pytest

from onrecord import wire
from onrecord.model import CreditRole, Report

REPORTER, WRITER, EDITOR = CreditRole.REPORTER, CreditRole.WRITER, CreditRole.EDITOR

LEAD = "Gunmen shot a mayor in a market town on Sunday, police said."

Known = list[tuple[str, CreditRole, str | None]]

BEHIND: list[tuple[str, Known]] = [
    (
        (
            "(Reporting by Lina Mora in Tunis, additional reporting by Kay Breen in Paris; "
            "Editing by Agnes Swann)"
        ),
        [
            ("Lina Mora", REPORTER, "Tunis"),
            ("Kay Breen", REPORTER, "Paris"),
            ("Agnes Swann", EDITOR, None),
        ],
    ),
    (
        (
            "(Reporting by Jane Doe and John Roe in Paris; Writing by A. B. Cee; "
            "Editing by Max de la Cruz and Neil O'Ray)"
        ),
        [
            ("Jane Doe", REPORTER, "Paris"),
            ("John Roe", REPORTER, "Paris"),
            ("A. B. Cee", WRITER, None),
            ("Max de la Cruz", EDITOR, None),
            ("Neil O'Ray", EDITOR, None),
        ],
    ),
    (
        (
            "(Reporting by Jane Doe, John Roe and Mia Poe in Kabul, Ann Lee in Tampa, Florida, "
            "and Bo Li in Winston-Salem, North Carolina.)"
        ),
        [
            ("Jane Doe", REPORTER, "Kabul"),
            ("John Roe", REPORTER, "Kabul"),
            ("Mia Poe", REPORTER, "Kabul"),
            ("Ann Lee", REPORTER, "Tampa, Florida"),
            ("Bo Li", REPORTER, "Winston-Salem, North Carolina"),
        ],
    ),
    (
        "Reporting by Jane Doe, John Roe in Kabul; editing by Ann Lee",
        [
            ("Jane Doe", REPORTER, None),
            ("John Roe", REPORTER, "Kabul"),
            ("Ann Lee", EDITOR, None),
        ],
    ),
    ("-- Reporting by Jane Doe", [("Jane Doe", REPORTER, None)]),
    ("Compiled by Jane Doe", [("Jane Doe", WRITER, None)]),
    (
        (
            "Associated Press writers Jane Doe in Beirut and John Roe in Amman contributed to "
            "this report."
        ),
        [("Jane Doe", REPORTER, "Beirut"), ("John Roe", REPORTER, "Amman")],
    ),
    ("KXYZ's Nina Tim contributed to this report.", [("Nina Tim", REPORTER, None)]),
    ("The Associated Press contributed to this report.", []),
    ("(Reporting by the Kabul newsroom; Editing by John Roe)", [("John Roe", EDITOR, None)]),
    (
        "Reporting and writing by Jane Doe; Graphics by Bob Ray",
        [("Jane Doe", REPORTER, None), ("Jane Doe", WRITER, None)],
    ),
    (
        "(Reporting By Omar al-Hakim in Sana'a; Editing by William van der Meer Jr.)",
        [("Omar al-Hakim", REPORTER, "Sana'a"), ("William van der Meer Jr.", EDITOR, None)],
    ),
]

ABOVE: list[tuple[str, Known]] = [
    ("By Jane Doe", [("Jane Doe", REPORTER, None)]),
    ("By Jane Doe, Reuters", [("Jane Doe", REPORTER, None)]),
    ("By JANE DOE and JOHN ROE", [("JANE DOE", REPORTER, None), ("JOHN ROE", REPORTER, None)]),
    (
        "By Jane Doe in Kabul and John Roe in Lagos",
        [("Jane Doe", REPORTER, "Kabul"), ("John Roe", REPORTER, "Lagos")],
    ),
    ("By Jane Doe | Reuters", [("Jane Doe", REPORTER, None)]),
    ("By Jane Doe, Associated Press Writer", [("Jane Doe", REPORTER, None)]),
    ("By JANE DOE\nStaff Writer", [("JANE DOE", REPORTER, None)]),
    ("Written by Jane Doe", [("Jane Doe", WRITER, None)]),
    ("By Jane Doe for CNN", [("Jane Doe", REPORTER, None)]),
    ("By Jane Doe and Reuters staff", [("Jane Doe", REPORTER, None)]),
    ("By Our Correspondent", []),
    ("By Associated Press", []),
]


def known_in(report: Report) -> Known:
    """Return name, role and place of everybody credited."""
    return [(credit.name, credit.role, credit.place) for credit in report.credits]


@pytest.mark.parametrize(("line", "people"), BEHIND, ids=[line for line, _ in BEHIND])
def test_credits_behind_the_story(line: str, people: Known) -> None:
    """Credits name people, roles and places, and are no part of the story."""
    report = wire.story(f"{LEAD}\n\n{line}", origin="<test>")
    assert known_in(report) == people
    assert report.body.of(report.text) == LEAD


@pytest.mark.parametrize(("line", "people"), ABOVE, ids=[line for line, _ in ABOVE])
def test_byline_above_the_story(line: str, people: Known) -> None:
    """A byline names people and is no part of the story."""
    report = wire.story(f"{line}\n\n{LEAD}", origin="<test>")
    assert known_in(report) == people
    assert report.body.of(report.text) == LEAD
    assert report.headline is None


@pytest.mark.parametrize("line", [line for line, _ in BEHIND + ABOVE])
def test_span_of_a_credit_is_its_name(line: str) -> None:
    """Every name is cited where it stands."""
    report = wire.story(f"{line}\n\n{LEAD}\n\n{line}", origin="<test>")
    assert [credit.span.of(report.text) for credit in report.credits] == [
        credit.name for credit in report.credits
    ]


def test_credits_on_the_last_line_of_the_story_are_cut_off() -> None:
    """Some feeds put them right behind the last sentence."""
    report = wire.story(f"{LEAD} (Reporting by Jane Doe; Editing by John Roe)", origin="<test>")
    assert known_in(report) == [("Jane Doe", REPORTER, None), ("John Roe", EDITOR, None)]
    assert report.body.of(report.text) == LEAD


def test_credits_may_run_over_lines() -> None:
    """A teletype wraps them as it wraps the story."""
    text = f"{LEAD}\n\n(Reporting by Jane Doe in\nPort Sudan; Editing by\nJohn Roe)\n\nENDS\n"
    report = wire.story(text, origin="<test>")
    assert known_in(report) == [("Jane Doe", REPORTER, "Port Sudan"), ("John Roe", EDITOR, None)]
    assert report.body.of(report.text) == LEAD


def test_somebody_named_twice_is_credited_once() -> None:
    """The byline names whom the credits name again, with the place."""
    text = f"By Jane Doe\n\n{LEAD}\n\n(Reporting by Jane Doe in Lagos)"
    assert known_in(wire.story(text, origin="<test>")) == [("Jane Doe", REPORTER, "Lagos")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Written by hand, the note was found on the table by two officers.",
        "Reporting by police of such crimes has increased, the minister said.",
        "The book-written by U.S. contractors hired to guard the base says so.",
        "He contributed to this report by listing all who were held.",
        "By Friday evening, troops had retaken the town.",
        "By Mary's account, the guards fled first.",
        "The video, produced by the group, shows six captives.",
    ],
)
def test_sentences_are_no_credits(sentence: str) -> None:
    """Words of the trade occur in stories as well."""
    report = wire.story(f"{LEAD}\n\n{sentence}", origin="<test>")
    assert report.credits == ()
    assert report.body.end == len(report.text)
    assert wire.story(f"{sentence}\n\n{LEAD}", origin="<test>").body.start == 0
