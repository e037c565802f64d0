"""What is odd in a report and worth a warning: a quotation left open, a date that nobody gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Oddity, Span

if TYPE_CHECKING:
    from onrecord.model import Report

_OPENING = "“"
_CLOSING = "”"
_STRAIGHT = '"'


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
    """Return the paragraphs whose quotation is not closed.

    A quotation that runs over several paragraphs is opened anew in each and closed in the last, so
    a paragraph may stay open if the next one opens again.
    """
    found = []
    for place, paragraph in enumerate(report.paragraphs):
        words = paragraph.of(report.text)
        following = report.paragraphs[place + 1 : place + 2]
        goes_on = any(
            other.of(report.text).lstrip().startswith((_OPENING, _STRAIGHT)) for other in following
        )
        if _is_open(words) and not goes_on:
            mark = max(words.rfind(_STRAIGHT), words.rfind(_OPENING))
            start = paragraph.start + mark
            found.append(
                Oddity(
                    code="open-quotation",
                    message="a quotation mark is opened and not closed; the quotation is read to "
                    "the end of its paragraph",
                    span=Span(start, start + 1),
                )
            )
    return found


def _is_open(words: str) -> bool:
    if words.count(_OPENING) > words.count(_CLOSING):
        return True
    return words.count(_STRAIGHT) % 2 == 1
