"""From the bytes of a feed to reports: plain text, HTML, JSON lines.

A format is one file and one row of `FORMATS`; formats are asked in that order whether bytes look
like theirs. All build their reports in one way, so dateline, credits and paragraphs are told alike.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from onrecord.errors import OversizedReportError, UnknownFormatError
from onrecord.wire import html, jsonl, text
from onrecord.wire._story import LONGEST_REPORT, Given, build_report
from onrecord.wire.jsonl import read_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from onrecord.model import Report
    from onrecord.registry import Format

__all__ = ["FORMATS", "LARGEST_INPUT", "LONGEST_REPORT", "is_batch", "read", "read_line", "story"]

FORMATS: tuple[Format, ...] = (html.FORMAT, jsonl.FORMAT, text.FORMAT)
"""The feed formats, the most easily told first."""

LARGEST_INPUT = 8 * LONGEST_REPORT
"""Bytes we parse at once. The markup of a page may be several times its story; beyond this a parser
needs gigabytes. Batches are read line by line and may be of any size."""


def read(data: bytes, *, origin: str, format: str | None = None) -> Iterator[Report]:
    """Read the reports that bytes hold.

    Args:
        data: The bytes.
        origin: Where they came from, for messages.
        format: Name of the feed format; None: told from the bytes.

    Raises:
        UnknownFormatError: There is no format of that name, or none that fits.
        WireError: The bytes are no report we can read.
    """
    if len(data) > LARGEST_INPUT:
        raise OversizedReportError(origin, len(data), LARGEST_INPUT, "bytes")
    chosen = _named(format, origin) if format is not None else _sniffed(data, origin)
    return chosen.read(data, origin)


def story(
    text: str,
    *,
    origin: str,
    published_on: date | None = None,
    guid: str | None = None,
    headline: str | None = None,
    provider: str | None = None,
) -> Report:
    """Return the report of a story that is text already.

    Args:
        text: Its words; all offsets will count code points of this string.
        origin: Where it came from, for messages.
        published_on: The day it was published, where it is known; it outweighs the text.
        guid: The provider's name for it.
        headline: Its headline, where it came apart from the text; a text that repeats it at its
            start has its story start behind it.
        provider: Who delivered it.

    Raises:
        EmptyReportError: There is nothing to see in the text.
        OversizedReportError: It is longer than any report.
    """
    given = Given(published_on=published_on, guid=guid, headline=headline, provider=provider)
    return build_report(text, origin=origin, given=given)


def is_batch(source: str, format: str | None = None, head: bytes = b"") -> bool:
    """Say whether a source holds JSON lines, to be read one by one.

    Args:
        source: Its path, or "-" for standard input.
        format: The format the user names; None where they name none.
        head: Its first bytes, where they are known.
    """
    if format is not None:
        return format == jsonl.FORMAT.name
    suffix = PurePath(source).suffix.lower()
    return suffix in jsonl.FORMAT.suffixes or (bool(head) and jsonl.FORMAT.sniff(head))


def _named(name: str, origin: str) -> Format:
    for known in FORMATS:
        if known.name == name:
            return known
    raise UnknownFormatError(origin, tuple(known.name for known in FORMATS))


def _sniffed(data: bytes, origin: str) -> Format:
    for known in FORMATS:
        if known.sniff(data):
            return known
    raise UnknownFormatError(origin, tuple(known.name for known in FORMATS))
