"""Formats: which bytes are taken for what, and what all formats promise."""

from __future__ import annotations

import json

import pytest

from onrecord import wire
from onrecord.errors import OversizedReportError, UnknownFormatError
from onrecord.registry import Format

STORY = "Gunmen shot a mayor in a market town on Sunday, police said."
PAGE = f"<!DOCTYPE html><html><body><p>{STORY}</p></body></html>"

SAMPLES = {
    "html": PAGE.encode(),
    "jsonl": json.dumps({"docid": "a-1", "text": STORY}).encode(),
    "text": STORY.encode(),
}


def test_names_of_formats_are_pinned() -> None:
    """Users name them on the command line."""
    assert [known.name for known in wire.FORMATS] == ["html", "jsonl", "text"]


@pytest.mark.parametrize("known", wire.FORMATS, ids=lambda known: str(known.name))
def test_format_is_told_from_its_bytes(known: Format) -> None:
    """The first format that claims the bytes is the right one."""
    data = SAMPLES[known.name]
    assert next(one for one in wire.FORMATS if one.sniff(data)) is known


@pytest.mark.parametrize("known", wire.FORMATS, ids=lambda known: str(known.name))
def test_all_formats_build_the_same_report(known: Format) -> None:
    """One story is read alike, whatever it came in."""
    (report,) = wire.read(SAMPLES[known.name], origin="here")
    assert report.body.of(report.text) == STORY
    assert report.origin.startswith("here")
    assert report.report_id


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\xef\xbb\xbf<html lang=en>", "html"),
        (PAGE.encode("utf-16"), "html"),
        (b"<?xml version='1.0'?><html xmlns='x'>", "html"),
        (b"<p>Gunmen shot a mayor.</p>", "html"),
        (b"<!-- saved --><div>Gunmen</div>", "html"),
        (b'{"docid": 1, "text": "x"}\n{', "jsonl"),
        (b"{Gunmen} shot a mayor.", "text"),
        (b"<Gunmen> shot a mayor.", "text"),
        (b"", "text"),
    ],
)
def test_odd_beginnings(data: bytes, name: str) -> None:
    """A page need not start with a doctype, nor JSON lines with a known key."""
    assert next(known.name for known in wire.FORMATS if known.sniff(data)) == name


def test_feed_we_do_not_read_is_refused() -> None:
    """XML read as plain text would put tags into sentences."""
    with pytest.raises(UnknownFormatError) as caught:
        wire.read(b'<?xml version="1.0"?><rss version="2.0"></rss>', origin="feed.xml")
    assert "html, jsonl, text" in str(caught.value)


def test_unknown_format_name_is_refused() -> None:
    """The error lists what we read."""
    with pytest.raises(UnknownFormatError) as caught:
        wire.read(b"x", origin="a.txt", format="telex")
    assert caught.value.known == ("html", "jsonl", "text")


def test_named_format_wins_over_the_bytes() -> None:
    """A user may have a text that starts like a page."""
    (report,) = wire.read(PAGE.encode(), origin="a", format="text")
    assert report.text == PAGE


def test_input_too_large_to_parse_is_refused_at_once() -> None:
    """Fifty megabytes are no report in any format."""
    with pytest.raises(OversizedReportError):
        wire.read(b"Gunmen came. " * 4_000_000, origin="big.txt")


@pytest.mark.parametrize(
    ("source", "name", "head", "expected"),
    [
        ("archive.jsonl", None, b"", True),
        ("archive.NDJSON", None, b"", True),
        ("story.txt", None, b"Gunmen", False),
        ("-", None, b'{"docid": "1"', True),
        ("archive.jsonl", "text", b"", False),
        ("archive.txt", "jsonl", b"", True),
    ],
)
def test_batches_are_told_by_name_or_first_byte(
    source: str,
    name: str | None,
    head: bytes,
    expected: bool,  # noqa: FBT001 - the expected answer
) -> None:
    """What is a batch is read line by line."""
    assert wire.is_batch(source, name, head) is expected
