"""JSON lines: a batch of stories, one object a line, `{docid, text, published?, title?}`.

`read_line` turns one line into a report, so that a batch of any size can be read line by line and a
broken line costs only itself. `FORMAT` reads a batch that is in memory as a whole; there a broken
line ends the reading.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

from onrecord.errors import BrokenRecordError, EmptyReportError, OversizedReportError
from onrecord.registry import Format
from onrecord.wire._story import LONGEST_REPORT, Given, build_report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Report

LONGEST_LINE = 8 * LONGEST_REPORT
"""Bytes a line may have: the longest report, with every other character escaped."""

_SAMPLE = 4096
_OPENING = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"")


def read_line(line: str | bytes, *, origin: str) -> Report:
    """Return the report on one line of a batch.

    Args:
        line: The line, with or without its line break.
        origin: Where it stands ("batch.jsonl:17"), for messages.

    Raises:
        BrokenRecordError: It is no JSON object, or one without a text.
        EmptyReportError: Its text holds nothing to see.
        OversizedReportError: Its text is longer than any report.
    """
    if len(line) > LONGEST_LINE:
        raise OversizedReportError(origin, len(line), LONGEST_LINE, "bytes or more")
    record = _record(line, origin)
    text = record.get("text")
    if text is None:
        raise BrokenRecordError(origin, "has no 'text'")
    if not isinstance(text, str):
        raise BrokenRecordError(origin, f"its 'text' is {_kind(text)}, not a string")
    if not text.strip():
        raise EmptyReportError(origin)
    docid = record.get("docid")
    if docid is not None and (not isinstance(docid, (str, int)) or isinstance(docid, bool)):
        raise BrokenRecordError(origin, f"its 'docid' is {_kind(docid)}, not a string")
    given = Given(
        guid=None if docid is None else str(docid),
        published_on=_day(record.get("published"), origin),
        headline=_headline(record, origin),
    )
    return build_report(text, origin=origin, given=given)


def _record(line: str | bytes, origin: str) -> dict[str, Any]:
    try:
        words = line.decode("utf-8-sig") if isinstance(line, bytes) else line
    except UnicodeDecodeError as error:
        raise BrokenRecordError(origin, "is not UTF-8") from error
    try:
        record = json.loads(words)
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, json.JSONDecodeError) else "it is nested too deep"
        raise BrokenRecordError(origin, f"is not JSON ({reason})") from error
    if not isinstance(record, dict):
        raise BrokenRecordError(origin, f"is {_kind(record)}, not an object")
    return record


def _kind(value: object) -> str:
    """Say what a JSON value is."""
    names = {"str": "a string", "int": "a number", "float": "a number", "bool": "true or false"}
    return {**names, "list": "a list", "dict": "an object"}.get(type(value).__name__, "null")


def _day(published: object, origin: str) -> date | None:
    """Return the day of publication; a moment counts as the day it is written with."""
    if published is None or published == "":
        return None
    found = isinstance(published, str) and re.match(r"\d{4}-\d{2}-\d{2}(?=$|[T ])", published)
    try:
        return date.fromisoformat(found.group()) if found else _no_day()
    except ValueError as error:
        raise BrokenRecordError(origin, f"its 'published' is {published!r}, no day") from error


def _no_day() -> date:
    raise ValueError("no day of the form YYYY-MM-DD")


def _headline(record: dict[str, Any], origin: str) -> str | None:
    for name in ("title", "headline"):
        value = record.get(name)
        if value is not None and not isinstance(value, str):
            raise BrokenRecordError(origin, f"its {name!r} is {_kind(value)}, not a string")
        if value and value.strip():
            return str(value).strip()
    return None


def _sniff(data: bytes) -> bool:
    first = data[:_SAMPLE].lstrip().partition(b"\n")[0]
    return _OPENING.match(first) is not None


def _read(data: bytes, origin: str) -> Iterator[Report]:
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            yield read_line(line, origin=f"{origin}:{number}")


FORMAT = Format(
    name="jsonl",
    media_types=("application/jsonl", "application/x-ndjson"),
    suffixes=(".jsonl", ".ndjson"),
    sniff=_sniff,
    read=_read,
)
