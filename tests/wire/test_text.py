"""Plain text in all encodings, and bytes that are none."""

from __future__ import annotations

import codecs

import pytest

from onrecord import wire
from onrecord.errors import (
    BinaryInputError,
    EmptyReportError,
    OversizedReportError,
    UnknownEncodingError,
    WireError,
)
from onrecord.model import Report

STORY = "“They came at dawn,” Zoë Peña said.\r\n\r\nSix guards – all unarmed – were hurt.\r\n"


def read(data: bytes) -> Report:
    """Return the report in some bytes of plain text."""
    (report,) = wire.read(data, origin="story.txt", format="text")
    return report


@pytest.mark.parametrize(
    "data",
    [
        STORY.encode(),
        codecs.BOM_UTF8 + STORY.encode(),
        STORY.encode("utf-16"),
        codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"),
        STORY.encode("utf-16-le"),
        STORY.encode("utf-16-be"),
        STORY.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 marked", "utf-16", "utf-16 be", "le unmarked", "be unmarked", "cp1252"],
)
def test_text_is_kept_as_it_came(data: bytes) -> None:
    """Encodings are undone and nothing else, so offsets fit what the user has."""
    report = read(data)
    assert report.text == STORY
    assert len(report.paragraphs) == 2


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + b"abc" * 50,
        b"%PDF-1.7 text text text",
        b"PK\x03\x04" + b"word/document.xml" * 5,
        b"{\\rtf1\\ansi Gunmen came.}",
        b"Gunmen came.\x00\x00 They left.",
        bytes(range(32)) * 20,
    ],
    ids=["png", "pdf", "docx", "rtf", "nuls", "controls"],
)
def test_binary_data_is_named_as_such(data: bytes) -> None:
    """The message says what to do."""
    with pytest.raises(BinaryInputError, match="HTML"):
        read(data)


@pytest.mark.parametrize(
    "data",
    [
        "Боевики захватили заложников.".encode("cp1251"),
        "過激派が施設を襲撃した。".encode("shift-jis"),
        b"Gunmen came\x81 to the town.",
        codecs.BOM_UTF16_LE + b"G\x00u\x00n",
    ],
    ids=["cyrillic", "japanese", "undefined", "half a character"],
)
def test_other_encodings_are_refused(data: bytes) -> None:
    """Wrong letters would make wrong names; the message lists what we read."""
    with pytest.raises(UnknownEncodingError, match="UTF-8, UTF-16, Windows-1252"):
        read(data)


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", codecs.BOM_UTF8, "\u200b\u00a0".encode()])
def test_text_without_a_visible_letter_is_empty(data: bytes) -> None:
    """Blanks of any kind are no report."""
    with pytest.raises(EmptyReportError, match=r"story\.txt"):
        read(data)


@pytest.mark.parametrize("text", ["!!!", "14:02", "Killed", "👍", "—"])
def test_text_without_a_sentence_is_a_report(text: str) -> None:
    """Odd text is no error."""
    assert read(text.encode()).body.of(text) == text


def test_unclosed_quotation_is_no_error() -> None:
    """Its paragraph ends where it ends."""
    report = read(b'"They came at dawn, he said.\n\nSix were hurt.')
    assert len(report.paragraphs) == 2


def test_line_of_two_hundred_thousand_characters_is_one_paragraph() -> None:
    """It is cut into pieces only when it is analysed."""
    report = read(b"Gunmen shot a mayor on Sunday. " * 7_000)
    assert len(report.paragraphs) == 1
    assert report.body.end > 200_000


def test_text_longer_than_any_report_is_refused() -> None:
    """A whole archive in one file is a batch, as the message says."""
    with pytest.raises(OversizedReportError, match="JSON lines") as caught:
        read(b"Gunmen came. " * 80_000)
    assert isinstance(caught.value, WireError)
    assert caught.value.limit == wire.LONGEST_REPORT


def test_same_words_give_the_same_id() -> None:
    """The id hashes what the report says, not where it lay."""
    first, second = (next(wire.read(b"Gunmen came.", origin=name)) for name in ("a", "b"))
    assert first.report_id == second.report_id
    assert first.report_id != read(b"Gunmen left.").report_id
