"""Parts of a total say so, since beside it they look like more people."""

from __future__ import annotations

from onrecord.model import Code, Finding, a_claim
from onrecord.reconcile import compile_records
from readings import BY_HAND
from tolls import told


def people(story: str) -> list[Finding]:
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
    (record,) = compile_records(report, reading, queries=(), slots=("type", "killed", "injured"))
    return [finding for finding in record.findings if finding.slot != "type"]


def test_a_part_says_what_it_is_part_of() -> None:
    """In the words of the report."""
    whole, part = people("{Thirteen ~people|13|killed}, {five ~soldiers|5|killed|of 0}, died.")
    assert (whole.note, part.note) == (None, "part of “Thirteen people”")


def test_a_part_of_what_befell_others_does_not() -> None:
    """Two of those hurt are no part of the dead."""
    findings = people("{Thirteen ~people|13|killed} died, {five|5|injured|of 0} were hurt.")
    assert [one.note for one in findings] == [None, None]


def test_a_figure_told_by_itself_too_does_not() -> None:
    """Another sentence may count others."""
    _, part = people(
        "{Thirteen ~people|13|killed}, {five ~soldiers|5|killed|of 0}, died. "
        "{Five ~soldiers|5|killed} died."
    )
    assert part.note is None


def test_a_part_in_another_sentence_does_not() -> None:
    """ "Five of them" may be of others than those counted last."""
    _, part = people("{Thirteen ~people|13|killed} died. {Five|5|killed|of 0} died.")
    assert part.note is None


def test_people_of_one_nation_are_no_part_of_another() -> None:
    """One Irish and one French person are as many as two Japanese by chance only."""
    findings = people(
        "{Two ~japanese|2|killed}, {one ~irish|1|killed|of 0} and {one ~french|1|killed|of 0} died."
    )
    assert [one.note for one in findings[:3]] == [None, None, None]
    assert findings[3].note == "adds up: 2 japanese + 1 irish + 1 french = 4"
