"""From the words of a story to a `Report`: what all feed formats share.

The text is kept as it is, but for marks of the desk. Its head (headline, byline, dates, dateline)
and its credits are told from the story, which is cut into paragraphs; all of them are spans of that
text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from onrecord.errors import EmptyReportError, OversizedReportError
from onrecord.model import Credit, Dateline, Report, ReportId, Span, Status, digest
from onrecord.wire.credits import read_credits
from onrecord.wire.furniture import is_furniture
from onrecord.wire.heads import Head, read_head
from onrecord.wire.marks import without_marks
from onrecord.wire.paragraphs import paragraphs, trimmed

LONGEST_REPORT = 1_000_000
"""Characters a report may have: a hundred times the longest story of the development corpora. More
is an archive in one file, and would take minutes and gigabytes to read as one story."""

# Halves of characters that UTF-16 writes in two, left alone by broken JSON; no encoding holds them.
_BROKEN_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is known of a story apart from its words.

    Attributes:
        published_on: The day it was published; None where nobody says.
        guid: The provider's name for it.
        provider: Who delivered it.
        headline: Its headline.
        language: ISO 639-1 code the provider gives.
    """

    published_on: date | None = None
    guid: str | None = None
    provider: str | None = None
    headline: str | None = None
    language: str | None = None


NOTHING = Given()


def build_report(text: str, *, origin: str, given: Given = NOTHING) -> Report:
    """Return the report of a story's words.

    Raises:
        EmptyReportError: There is nothing to see in the text.
        OversizedReportError: It is longer than any report.
    """
    if len(text) > LONGEST_REPORT:
        raise OversizedReportError(origin, len(text), LONGEST_REPORT, "characters")
    if not any(character.isprintable() and not character.isspace() for character in text):
        raise EmptyReportError(origin)
    text, cleared = without_marks(_BROKEN_HALF.sub("\N{REPLACEMENT CHARACTER}", text))
    given = replace(given, headline=without_marks(given.headline)[0]) if given.headline else given
    head = read_head(text, _behind_headline(text, given.headline), len(text))
    story, people = _story_and_credits(text, head)
    published_on = given.published_on or _published_on(head)
    headline = given.headline or (head.headline.of(text) if head.headline else None)
    identity = {"provider": given.provider, "guid": given.guid, "version": 1, "text": text}
    return Report(
        report_id=ReportId(digest(identity)),
        provider=given.provider,
        guid=given.guid,
        version=1,
        status=Status.USABLE,
        headline=headline,
        text=text,
        body=Span(story[0].start, story[-1].end),
        paragraphs=story,
        dateline=_dateline(head, published_on),
        credits=_once(people),
        published_on=published_on,
        published_at=None,
        language=given.language,
        origin=origin,
        cleared=cleared,
    )


def _behind_headline(text: str, headline: str | None) -> int:
    """Return where the text goes on behind a repetition of its headline, else its start."""
    parts = [re.escape(part) for part in (headline or "").split()]
    if not parts:
        return 0
    found = re.match(r"\s*" + r"\s+".join(parts) + r"[.!?]?(?=\s|$)", text, re.IGNORECASE)
    return found.end() if found and text[found.end() :].strip() else 0


def _story_and_credits(text: str, head: Head) -> tuple[tuple[Span, ...], list[Credit]]:
    """Return the paragraphs that tell the story, and everybody who worked on it."""
    story: list[Span] = []
    people = list(head.credits)
    for paragraph in paragraphs(text, head.story, len(text)):
        if is_furniture(paragraph.of(text)):
            continue
        found = read_credits(text, paragraph.start, paragraph.end)
        rest: Span | None = paragraph
        if found is not None:
            people.extend(found[0])
            rest = trimmed(text, paragraph.start, found[1])
        if rest is not None:
            story.append(rest)
    if not story:
        # Nothing but standing lines: then they are all there is to read.
        story = list(paragraphs(text, 0, len(text)))
    return tuple(story), people


def _once(people: list[Credit]) -> tuple[Credit, ...]:
    """Return the credits in reading order, a byline that the credits repeat left out.

    Of two credits for one person and role, the one that knows the place stays.
    """
    kept: dict[tuple[str, str], Credit] = {}
    for credit in people:
        key = (credit.name.casefold(), credit.role)
        if key not in kept or (kept[key].place is None and credit.place is not None):
            kept[key] = credit
    return tuple(sorted(kept.values(), key=lambda credit: credit.span))


def _published_on(head: Head) -> date | None:
    days = [*head.days, *(filing.day for filing in head.filings if filing.day)]
    return next((day.date() for day in days if day.year is not None), None)


def _dateline(head: Head, published_on: date | None) -> Dateline | None:
    """Put the parts of a dateline together."""
    if not head.filings:
        return None
    day = next((filing.day for filing in head.filings if filing.day), None)
    return Dateline(
        span=Span(head.filings[0].span.start, head.filings[-1].span.end),
        places=next((filing.places for filing in head.filings if filing.places), ()),
        filed_on=day.date(near=published_on) if day else None,
        agency=next((filing.agency for filing in head.filings if filing.agency), None),
    )
