"""Builders that fill in all that a test does not speak of."""

from __future__ import annotations

from datetime import date
from functools import cache

from onrecord import language
from onrecord.model import Analysis, Report, ReportId, Span, Status, digest


def a_report(text: str, *, published_on: date | None = None) -> Report:
    """Return a report of these words, one paragraph for each blank line between them."""
    paragraphs = []
    offset = 0
    for part in text.split("\n\n"):
        if part.strip():
            start = text.index(part.strip(), offset)
            paragraphs.append(Span(start, start + len(part.strip())))
        offset += len(part)
    return Report(
        report_id=ReportId(digest(text)),
        provider=None,
        guid=None,
        version=1,
        status=Status.USABLE,
        headline=None,
        text=text,
        body=Span(paragraphs[0].start, paragraphs[-1].end),
        paragraphs=tuple(paragraphs),
        dateline=None,
        credits=(),
        published_on=published_on,
        published_at=None,
        language=None,
        origin="<test>",
    )


@cache
def analysed(text: str) -> Analysis:
    """Return the grammar of these words."""
    (analysis,) = language.load().analyse([a_report(text)])
    return analysis
