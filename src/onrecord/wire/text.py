"""Plain text: one story, with or without headline, byline, dateline and credits.

`Report.text` is the decoded text without its byte order mark, and otherwise as it came, line ends
included, so every offset points into what the user gave; only marks of the desk are cut out (see
`onrecord.wire.marks`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.registry import Format
from onrecord.wire._story import build_report
from onrecord.wire.encodings import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Report

# XML is never a story as it stands; it needs a format of its own.
_MARKUP = re.compile(rb"\s*<(?:\?xml|rss|feed|newsML|newsItem|nitf)\b", re.IGNORECASE)


def _sniff(data: bytes) -> bool:
    return _MARKUP.match(data) is None


def _read(data: bytes, origin: str) -> Iterator[Report]:
    yield build_report(decode(data, origin), origin=origin)


FORMAT = Format(
    name="text",
    media_types=("text/plain",),
    suffixes=(".txt", ".text"),
    sniff=_sniff,
    read=_read,
)
