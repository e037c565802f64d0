"""Builders that fill in all that a test does not speak of."""

from __future__ import annotations

from datetime import date
from functools import cache

from onrecord import language
from onrecord.model import Analysis, Claim, Reading, Report, ReportId, Span, Status, digest
from onrecord.reading import Kit, build_kit, read


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


@cache
def the_kit() -> Kit:
    """Return the kit of a plain install, loaded once for all tests."""
    return build_kit()


def read_story(text: str, *, published_on: date | None = date(2024, 5, 15)) -> Reading:
    """Read a story published, unless told otherwise, on Wednesday 15 May 2024."""
    return read(a_report(text, published_on=published_on), the_kit())


def claims_in(
    text: str, slot: str, *, published_on: date | None = date(2024, 5, 15)
) -> list[Claim]:
    """Return the claims of one slot in a story."""
    reading = read_story(text, published_on=published_on)
    return [claim for claim in reading.claims if claim.slot == slot]
