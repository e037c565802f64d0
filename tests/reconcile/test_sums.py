"""Sums as findings: told only where they say more than the single figures do."""

from __future__ import annotations

import pytest

from onrecord.model import Bearing, Citation, Code, Figure, Finding, Population, a_claim
from onrecord.reconcile import compile_records
from readings import BY_HAND
from tolls import told

SLOTS = ("type", "killed", "injured")


def people(story: str, *slots: str) -> list[Finding]:
    """Return the findings of people in the record of a story with marked counts."""
    report, reading = told(story)
    attack = a_claim(
        report_id=report.report_id,
        slot="type",
        value=Code(scheme="incident-type", code="attack", label="attack"),
        evidence=reading.sentences[0],
        read_by=BY_HAND,
    )
    object.__setattr__(reading, "claims", (attack, *reading.claims))
    (record,) = compile_records(report, reading, queries=(), slots=slots or SLOTS)
    return [finding for finding in record.findings if finding.slot != "type"]


def test_sum_stands_behind_its_figures_with_voice_sentences_and_arithmetic() -> None:
    """It is a toll "in all", and rests on each of the claims it is made of."""
    # when
    men, women, both, hurt = people(
        "{Two ~men|2|killed|by police} died. {Three ~women|3|killed|by police} died. "
        "{Four ~men|4|injured} were hurt."
    )
    # then
    assert both.value == Figure(
        low=5, high=5, population=Population(words="people"), bearing=Bearing.TOTAL
    )
    assert both.note == "adds up: 2 men + 3 women = 5"
    assert [voice.chain for voice in both.voices] == [("police",)]
    assert both.cited == (Citation(0, 1), Citation(0, 2))
    assert both.relied_on == (*men.relied_on, *women.relied_on)
    assert hurt.slot == "injured"


@pytest.mark.parametrize(
    "story",
    [
        "{Two ~men|2|killed} died. {Three ~men|3|killed} died.",
        (
            "{At least six ~people|6-|killed|by police} died. "
            "{Two ~men|2|killed|by him} and {three ~women|3|killed|by him} died."
        ),
        (
            "{Up to five ~people|-5|killed|by police} died. "
            "{Two ~men|2|killed|by him} and {three ~women|3|killed|by him} died."
        ),
        "{Four ~people|4|killed} died. {Two ~men|2|killed} and {three ~women|3|killed} died.",
    ],
    ids=["one figure alone", "less than another voice says", "as many as others say", "unsure"],
)
def test_sum_that_says_no_more_is_not_told(story: str) -> None:
    """The figures are."""
    assert not [finding for finding in people(story) if finding.note]


def test_sum_of_a_slot_that_is_not_asked_for_is_left_out() -> None:
    """As its figures are."""
    assert people("{Two ~men|2|killed} died. {Three ~women|3|killed} died.", "type") == []
