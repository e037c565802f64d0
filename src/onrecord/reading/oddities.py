"""What is odd in a report and worth a warning: a quotation left open, a date that nobody gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.quotation_marks import marks_of
from onrecord.model import Oddity

if TYPE_CHECKING:
    from onrecord.model import Report


def oddities(report: Report) -> tuple[Oddity, ...]:
    """Return what is odd in a report, in reading order."""
    found = []
    if report.published_on is None:
        found.append(
            Oddity(
                code="no-date",
                message="the report gives no date, so words like 'on Wednesday' stay undated; "
                "give one with --published",
            )
        )
    found.extend(_open_quotations(report))
    return tuple(found)


def _open_quotations(report: Report) -> list[Oddity]:
    """Return where a quotation is opened and not closed."""
    return [
        Oddity(
            code="open-quotation",
            message="a quotation mark is opened and not closed; the quotation is read to "
            "the end of its paragraph",
            span=mark,
        )
        for mark in marks_of(report.text, report.paragraphs).open
    ]
