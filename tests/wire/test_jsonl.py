"""JSON lines: what a line must hold, and what is said of a broken one."""

from __future__ import annotations

import json
from datetime import date

import pytest

from onrecord import wire
from onrecord.errors import BrokenRecordError, EmptyReportError, OversizedReportError, WireError

STORY = "Gunmen shot a mayor in a market town on Sunday."


def line(**record: object) -> bytes:
    """Return a line of a batch."""
    return json.dumps({"docid": "a-1", "text": STORY, **record}).encode()


def test_line_gives_a_report() -> None:
    """The docid is the provider's name for the story."""
    report = wire.read_line(line(published="2015-11-20", title="Mayor shot"), origin="b.jsonl:17")
    assert (report.guid, report.text, report.headline) == ("a-1", STORY, "Mayor shot")
    assert report.published_on == date(2015, 11, 20)
    assert report.origin == "b.jsonl:17"


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (b"", "is not JSON"),
        (b'{"docid": "a-1", "text": "Gunmen', "is not JSON"),
        (b"not json", "is not JSON"),
        (b"[1, 2]", "is a list, not an object"),
        (b'"text"', "is a string, not an object"),
        (b"null", "is null, not an object"),
        (b"[" * 100_000, "is not JSON"),
        (b'{"text": "\xff\xfe"}', "is not UTF-8"),
        (b'{"docid": "a-1"}', "has no 'text'"),
        (line(text=7), "its 'text' is a number, not a string"),
        (line(text=["Gunmen"]), "its 'text' is a list, not a string"),
        (line(docid={}), "its 'docid' is an object, not a string"),
        (line(docid=True), "its 'docid' is true or false, not a string"),
        (line(title=3), "its 'title' is a number, not a string"),
        (line(published="last week"), "no day"),
        (line(published="2015-13-40"), "no day"),
        (line(published=20151120), "no day"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_broken_line_says_what_is_wrong(record: bytes, reason: str) -> None:
    """The message names line, fault and form."""
    with pytest.raises(BrokenRecordError) as caught:
        wire.read_line(record, origin="b.jsonl:17")
    assert str(caught.value).startswith("b.jsonl:17: ")
    assert reason in str(caught.value)
    assert "'docid' and 'text'" in str(caught.value)


def test_line_without_words_is_empty() -> None:
    """An empty text is no broken line."""
    with pytest.raises(EmptyReportError, match="b:3"):
        wire.read_line(line(text=" \n"), origin="b:3")


def test_overlong_line_is_refused_unparsed() -> None:
    """Memory for one line is bounded."""
    with pytest.raises(OversizedReportError):
        wire.read_line(b"{" + b" " * wire.LARGEST_INPUT, origin="b:3")


@pytest.mark.parametrize("published", [None, "", "2015-11-20T23:59:00+03:00", "2015-11-20 07:00"])
def test_moment_counts_as_the_day_it_is_written_with(published: str | None) -> None:
    """No clock is moved, and no date is no error."""
    report = wire.read_line(line(published=published), origin="b:1")
    assert report.published_on == (date(2015, 11, 20) if published else None)


def test_numbers_are_names_too() -> None:
    """Many corpora number their stories."""
    assert wire.read_line(line(docid=17), origin="b:1").guid == "17"


def test_half_characters_are_replaced_one_for_one() -> None:
    """JSON can hold what no encoding can; offsets stay true."""
    report = wire.read_line(b'{"text": "Gunmen \\ud800 came to town."}', origin="b:1")
    assert report.text == "Gunmen \N{REPLACEMENT CHARACTER} came to town."


def test_batch_in_memory_is_read_in_order() -> None:
    """Blank lines are skipped, lines keep their numbers."""
    data = line(docid="a") + b"\n\n" + line(docid="b") + b"\n"
    reports = list(wire.read(data, origin="b.jsonl"))
    assert [(report.guid, report.origin) for report in reports] == [
        ("a", "b.jsonl:1"),
        ("b", "b.jsonl:3"),
    ]


def test_broken_line_ends_a_batch_in_memory() -> None:
    """What was read before it stands."""
    reports = wire.read(line() + b"\n{broken", origin="b.jsonl")
    assert next(reports).guid == "a-1"
    with pytest.raises(WireError, match=r"b\.jsonl:2"):
        next(reports)
