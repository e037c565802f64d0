"""Quotations that are broken or told twice: a mark left open, one quotation given to two people.

A mark that is opened and not closed, or closed and not opened, breaks its sentence: the reader does
not know whose words he reads. `onrecord.language.quotation_marks` says which marks those are, and
what is left alone because an edited text has it too. A sentence that two people are quoted with,
and one that a speaker is quoted with in two wordings, are for the reporter to settle.

Known limits: only speakers with a name are compared, and only sentences of six words or more. A
quotation that is never closed, and whose next paragraph opens another, is taken for a long one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.checks._evidence import cited
from onrecord.checks.quotations.said import said
from onrecord.checks.quotations.wordings import given_to_two, worded_twice
from onrecord.language.quotation_marks import marks_of
from onrecord.model import Query, Reading, Report, Severity
from onrecord.registry import Check

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.checks.quotations.wordings import Pair
    from onrecord.language.quotation_marks import Marks
    from onrecord.model import Span

NAME = "quotations"

# Letters of the text shown around a mark.
_SHOWN = 40


def check(report: Report, reading: Reading) -> tuple[Query, ...]:
    """Return the marks without a partner, then the quotations that are told twice."""
    marks = marks_of(report.text, report.paragraphs)
    quoted = said(report, reading, marks)
    found = [
        *_broken(report, reading, marks),
        *(_two_speakers(reading, pair) for pair in given_to_two(report.text, quoted)),
        *(_two_wordings(reading, pair) for pair in worded_twice(report.text, quoted)),
    ]
    return tuple(sorted(found, key=lambda query: query.evidence))


def _broken(report: Report, reading: Reading, marks: Marks) -> Iterator[Query]:
    for mark in marks.open:
        yield _query(
            reading,
            [mark],
            severity=Severity.REFILE,
            message=f"The quotation mark before “{_behind(report.text, mark)}” is opened and not "
            "closed.",
            suggestion="Ask where the quotation ends.",
        )
    for mark in marks.shut:
        yield _query(
            reading,
            [mark],
            severity=Severity.REFILE,
            message=f"The quotation mark behind “{_before(report.text, mark)}” closes a quotation "
            "that was not opened.",
            suggestion="Ask where the quotation starts.",
        )


def _two_speakers(reading: Reading, pair: Pair) -> Query:
    return _query(
        reading,
        [pair.left.span, pair.right.span],
        severity=Severity.QUERY,
        message=f"{pair.left.name} and {pair.right.name} are quoted with the same words.",
        suggestion="Ask which of the two said it.",
    )


def _two_wordings(reading: Reading, pair: Pair) -> Query:
    return _query(
        reading,
        [pair.left.span, pair.right.span],
        severity=Severity.QUERY,
        message=f"{pair.left.name} is quoted with one sentence in two wordings.",
        suggestion="Ask what the speaker said, word for word.",
    )


def _query(
    reading: Reading, evidence: Sequence[Span], *, severity: Severity, message: str, suggestion: str
) -> Query:
    return Query(
        check=NAME,
        severity=severity,
        message=message,
        suggestion=suggestion,
        evidence=tuple(evidence),
        cited=cited(reading, evidence),
    )


def _behind(text: str, mark: Span) -> str:
    words = " ".join(text[mark.end : mark.end + _SHOWN].strip('“"').split())
    return words.rpartition(" ")[0] or words


def _before(text: str, mark: Span) -> str:
    shown = text[max(0, mark.start - _SHOWN) : mark.start]
    _, cut, own = shown.rpartition("\n\n")
    words = " ".join(own.split())
    # Its first word may be half of one, but where a paragraph begins.
    return words if cut else words.partition(" ")[2] or words


CHECK = Check(
    name=NAME,
    summary="Every quotation is closed, and has one speaker and one wording.",
    run=check,
)
