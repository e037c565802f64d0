"""Files, folders and standard input, and all the ways they can fail."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from onrecord import fetch, wire
from onrecord.errors import FetchError, OversizedReportError


def test_file_is_read_whole(tmp_path: Path) -> None:
    """Bytes come as they lie."""
    file = tmp_path / "story.txt"
    file.write_bytes(b"Gunmen came.\r\n\x00")
    assert fetch.read_bytes(str(file)) == b"Gunmen came.\r\n\x00"


def test_dash_is_standard_input() -> None:
    """A stream is read to its end."""
    assert fetch.read_bytes("-", stdin=io.BytesIO(b"Gunmen came.")) == b"Gunmen came."
    assert fetch.origin("-") == "<stdin>"
    assert fetch.origin("a/b.txt") == "a/b.txt"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("no/such/file", "no such file"),
        ("a\0b", "no path"),
        ("x" * 5000, "too long"),
        (".", "folder"),
    ],
    ids=["missing", "impossible", "overlong", "folder"],
)
def test_what_cannot_be_opened_is_named(name: str, reason: str) -> None:
    """The message names the path and the cure."""
    with pytest.raises(FetchError, match=reason) as caught:
        fetch.read_bytes(name)
    assert caught.value.origin == name
    assert "Check the path" in str(caught.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_one_may_not_read_is_named(tmp_path: Path) -> None:
    """Permission is a matter of its own."""
    file = tmp_path / "secret.txt"
    file.touch(mode=0o000)
    with pytest.raises(FetchError, match="may not read"):
        fetch.read_bytes(str(file))


def test_large_file_is_refused_by_its_size(tmp_path: Path) -> None:
    """Fifty megabytes are refused before they are read."""
    file = tmp_path / "big.txt"
    with file.open("wb") as stream:
        stream.truncate(50_000_000)
    with pytest.raises(OversizedReportError) as caught:
        fetch.read_bytes(str(file))
    assert (caught.value.size, caught.value.limit) == (50_000_000, fetch.LARGEST)


class _Endless(io.RawIOBase):
    """A stream that never ends, and counts what was taken."""

    taken = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        assert size >= 0
        self.taken += size
        return b"x" * size


def test_endless_stream_is_read_to_the_limit_only() -> None:
    """A pipe may deliver for ever."""
    stream = _Endless()
    with pytest.raises(OversizedReportError, match="<stdin>"):
        fetch.read_bytes("-", stdin=stream, limit=1000)  # type: ignore[arg-type]
    assert stream.taken == 1001


def test_limits_of_fetch_and_wire_agree() -> None:
    """What is fetched can be parsed, and whatever can be parsed is fetched."""
    assert fetch.LARGEST == wire.LARGEST_INPUT


def test_lines_come_with_their_numbers(tmp_path: Path) -> None:
    """Blank lines count."""
    file = tmp_path / "batch.jsonl"
    file.write_bytes(b"one\n\nthree")
    assert list(fetch.lines(str(file))) == [(1, b"one\n"), (2, b"\n"), (3, b"three")]


def test_overlong_line_is_cut_and_the_next_is_whole() -> None:
    """One broken line costs only itself."""
    stream = io.BytesIO(b"a" * 100 + b"\nnext\n" + b"b" * 10 + b"\n")
    found = list(fetch.lines("-", stdin=stream, limit=10))
    assert found == [(1, b"a" * 11), (2, b"next\n"), (3, b"b" * 10 + b"\n")]


def test_lines_of_a_missing_file_fail() -> None:
    """The error comes when the first line is asked for."""
    with pytest.raises(FetchError):
        next(fetch.lines("no/such/file"))


def test_folder_is_walked_in_order(tmp_path: Path) -> None:
    """Files of folders within come too, hidden ones do not."""
    for name in ("b.txt", "a/z.txt", "a/c.html", ".hidden/x.txt", ".y"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.touch()
    found = [Path(path).relative_to(tmp_path).as_posix() for path in fetch.paths(str(tmp_path))]
    assert found == ["a/c.html", "a/z.txt", "b.txt"]


def test_path_of_a_file_is_itself(tmp_path: Path) -> None:
    """So is standard input."""
    file = tmp_path / "a.txt"
    file.touch()
    assert list(fetch.paths(str(file))) == [str(file)]
    assert list(fetch.paths("-")) == ["-"]


@pytest.mark.parametrize("name", ["no/such/file", "a\0b"])
def test_missing_path_fails(name: str) -> None:
    """Before anything is read."""
    with pytest.raises(FetchError):
        list(fetch.paths(name))


def test_head_leaves_the_stream_where_it_was(tmp_path: Path) -> None:
    """The format can be told before the lines are read."""
    stream = io.BufferedReader(io.BytesIO(b'{"docid": 1}\n'))
    assert fetch.head("-", stdin=stream).startswith(b"{")
    assert stream.read() == b'{"docid": 1}\n'
    file = tmp_path / "a.txt"
    file.write_bytes(b"Gunmen")
    assert fetch.head(str(file)) == b"Gunmen"
    assert fetch.head("-", stdin=io.BytesIO(b"Gunmen")) == b"Gunmen"
