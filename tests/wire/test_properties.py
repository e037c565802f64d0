"""What holds of the report of any text."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord import wire
from onrecord.errors import EmptyReportError, WireError
from onrecord.model import Report, Span

# Bits that the grammar of wires gives a meaning to, so that random texts meet it.
PIECES = st.sampled_from(
    [
        *("TUNIS", "New York", "N.Y.", "KABUL, Afghanistan", "A", "US", "ETA", "de", "and", "by"),
        *("Jan 16", "2013-01-16", "7 JAN 90", "16/01/2013", "31 February 2013", "Friday", "14:02"),
        *("(Reuters)", "(AP)", "/TASS/", "(", ")", "[TEXT]", "date", "Published:", "Updated"),
        *(" - ", " — ", "--", ":", ",", ".", "|", "/", " ", "\n", "\r\n", "\n\n", "\t", "\u2028"),
        *("By Jane Doe", "Reporting by", "Editing by", "Jane Doe", "in Paris", ";", "contributed"),
        *("to this report", "ENDS", "Copyright", "(Photo: X)", "Gunmen came.", '"', "”", "’s", "-"),
        *("\x85", "\x1c", "\u200b", "é", "🚨", "\ud800", "ẞ", "İ", "ǅ", "١٦"),
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=200))


def spans_of(report: Report) -> list[Span]:
    """Return all stretches a report names."""
    spans = [report.body, *report.paragraphs, *(credit.span for credit in report.credits)]
    return spans + ([report.dateline.span] if report.dateline else [])


@settings(max_examples=400, deadline=None)
@given(
    text=TEXTS, headline=st.one_of(st.none(), PIECES), published=st.one_of(st.none(), st.dates())
)
@example(text="Mayor shot", headline="Mayor shot", published=None)
@example(text="Feb 29 (AP) - Gunmen came.", headline=None, published=date(1, 1, 1))
@example(text="Feb 29 (AP) - Gunmen came.", headline=None, published=date(9999, 12, 31))
def test_any_text_gives_sound_spans(
    text: str, headline: str | None, published: date | None
) -> None:
    """All spans lie inside the text; paragraphs are in order, disjoint, and make up the body."""
    try:
        report = wire.story(text, origin="<test>", headline=headline, published_on=published)
    except EmptyReportError:
        assert not any(character.isalnum() for character in text)
        return
    assert len(report.text) == len(text)
    assert all(span.end <= len(text) for span in spans_of(report))
    assert all(left.end <= right.start for left, right in pairwise(report.paragraphs))
    assert report.body == Span(report.paragraphs[0].start, report.paragraphs[-1].end)
    assert all(part.of(report.text).strip() == part.of(report.text) for part in report.paragraphs)


@settings(max_examples=200, deadline=None)
@given(text=TEXTS)
def test_text_is_never_changed(text: str) -> None:
    """ "Report.text is the decoded text": only halves of characters are replaced."""
    try:
        report = wire.story(text, origin="<test>")
    except EmptyReportError:
        return
    assert report.text == text.replace("\ud800", "\N{REPLACEMENT CHARACTER}") or any(
        0xD800 <= ord(character) < 0xE000 for character in text
    )


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=300))
def test_any_bytes_give_reports_or_one_of_our_errors(data: bytes) -> None:
    """ "No input may raise": what is no report is an error of ours, with a message."""
    reports: list[Report] = []
    with suppress(WireError):
        reports.extend(wire.read(data, origin="<test>"))
    assert all(report.paragraphs for report in reports)
