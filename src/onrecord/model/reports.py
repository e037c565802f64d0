"""One version of one wire story, as it came: its words, its dateline, its credits, its date.

Terms follow the IPTC: a *dateline* says where and when a story was filed, a *credit* who reported
or edited it. Nothing here is interpreted beyond the conventions of news wires.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from onrecord.model.ids import ReportId
from onrecord.model.spans import Span


class Status(StrEnum):
    """What the provider says of this version (IPTC pubStatus)."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


class CreditRole(StrEnum):
    """What somebody did for the story."""

    REPORTER = "reporter"
    WRITER = "writer"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Somebody who worked on the story.

    Attributes:
        name: The person, as written.
        role: What they did.
        place: Where they did it, as written; None where the credit does not say.
        span: The name in the text.
    """

    name: str
    role: CreditRole
    place: str | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where and when the story was filed, and for which agency, as its first line says.

    Attributes:
        span: The whole dateline, up to the first word of the story.
        places: The places named ("ALGIERS", "GENEVA/ANKARA" gives two), as written.
        filed_on: The date given; None where the dateline has none.
        agency: The agency named ("Reuters"); None where there is none.
    """

    span: Span
    places: tuple[str, ...]
    filed_on: date | None
    agency: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """A mark by which the desk vouches for words: "(CQ)", "(CQ units)".

    Attributes:
        at: Where it stood: the code point of `Report.text` that follows it now.
        mark: The mark with the blanks before it, as it came; it is not in `Report.text`.
        checks: Names of the checks it silences, as written; () for all.
    """

    at: int
    mark: str
    checks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One version of one wire story.

    Attributes:
        report_id: Hash of provider, guid, version and text.
        provider: Who delivered it ("reuters"); None for a bare file.
        guid: The provider's own name for the item; None where it has none.
        version: The provider's version number, from 1.
        status: What the provider says of this version.
        headline: The headline, as given apart from the text; None where there is none.
        text: The words, without marks of the desk. All offsets of OnRecord count code points of
            this string.
        body: The stretch of `text` that tells the story: without dateline and credit lines.
        paragraphs: The paragraphs of the body, in order.
        dateline: The dateline; None where the story has none.
        credits: Reporters and editors named in it.
        published_on: The day it was published: the provider's date, else the dateline's; None
            where nobody says.
        published_at: The moment of publication, aware, UTC; None where only a day, or nothing,
            is known.
        language: ISO 639-1 code where the provider names it.
        origin: Where the bytes came from, for messages: a path, "<stdin>", "batch.jsonl:17".
        cleared: Marks by which the desk vouches for words, in order; put back in their places, they
            give the text as it came.
    """

    report_id: ReportId
    provider: str | None
    guid: str | None
    version: int
    status: Status
    headline: str | None
    text: str
    body: Span
    paragraphs: tuple[Span, ...]
    dateline: Dateline | None
    credits: tuple[Credit, ...]
    published_on: date | None
    published_at: datetime | None
    language: str | None
    origin: str
    cleared: tuple[Clearance, ...] = ()
