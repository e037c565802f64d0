"""HTML: the story of one web page, by trafilatura.

Menus, comments and advertisements are left out. `Report.text` is the extracted text, its paragraphs
parted by blank lines: offsets point into that, not into the page. Headline, day and provider are
the page's own where it names them.
"""

from __future__ import annotations

import logging
import re
from datetime import date
from typing import TYPE_CHECKING, Any

from onrecord.errors import EmptyReportError
from onrecord.registry import Format
from onrecord.wire._story import Given, build_report
from onrecord.wire.encodings import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Report

_TAG = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|(?:html|head|body|title|meta|article|main|section|div|h[1-6]|p|script|style)\b|\?xml[^>]*>\s*(?:<!doctype\s+html|<html\b))",
    re.IGNORECASE | re.DOTALL,
)
_SAMPLE = 4096
_HTML = re.compile(r"<html\b", re.IGNORECASE)

# The shortest sentences of news have six words; entries of menus mostly have fewer.
_FEWEST_WORDS = 6
_LANGUAGE = re.compile(r"<html\b[^>]*?\blang\s*=\s*[\"']?([A-Za-z]{2})\b", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)


def _sniff(data: bytes) -> bool:
    # A page in UTF-16 looks the same once its marks and NULs are gone.
    sample = data[:_SAMPLE].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"")
    return _TAG.match(sample) is not None


def _read(data: bytes, origin: str) -> Iterator[Report]:
    page = _decoded(data, origin)
    if not _HTML.search(page):
        # The extractor takes whole pages only.
        page = f"<html><body>{page}</body></html>"
    document = _extract(page)
    text = _paragraphs((document or {}).get("text"))
    if document is None or not _tells_story(text):
        raise EmptyReportError(origin)
    language = _LANGUAGE.search(page)
    given = Given(
        published_on=_day(document.get("date")),
        provider=document.get("sitename") or document.get("hostname"),
        headline=document.get("title"),
        language=language.group(1).lower() if language else None,
    )
    yield build_report(text, origin=origin, given=given)


def _decoded(data: bytes, origin: str) -> str:
    """Decode a page by the encoding it names, else as any text."""
    named = _CHARSET.search(data[:_SAMPLE])
    if named is not None and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(named.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, origin)


def _extract(page: str) -> dict[str, Any] | None:
    """Return text and facts of a page; None if it holds no story."""
    # trafilatura takes half a second to import; only a run that reads a page should pay for it.
    from trafilatura import bare_extraction  # noqa: PLC0415

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    document: Any = bare_extraction(
        page,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    return dict(document.as_dict()) if document is not None else None


def _paragraphs(text: str | None) -> str:
    """Part the paragraphs, one a line as extracted, by blank lines."""
    return "\n\n".join(line.strip() for line in (text or "").splitlines() if line.strip())


def _tells_story(text: str) -> bool:
    """Say whether a text has a line that may be a sentence; menus and error pages have none."""
    return any(len(line.split()) >= _FEWEST_WORDS for line in text.splitlines())


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None


FORMAT = Format(
    name="html",
    media_types=("text/html", "application/xhtml+xml"),
    suffixes=(".html", ".htm", ".xhtml"),
    sniff=_sniff,
    read=_read,
)
