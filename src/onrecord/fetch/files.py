"""Files and standard input, read whole, line by line, or only at their start.

"-" stands for standard input. Folders are walked in order of name, hidden files left out.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from onrecord.errors import FetchError, OnRecordError, OversizedReportError

if TYPE_CHECKING:
    from collections.abc import Iterator

STDIN = "-"

LARGEST = 8_000_000
"""Bytes read at once: several times the longest report with its markup, little enough to parse."""

_HEAD = 4096


def origin(source: str) -> str:
    """Return how messages name a source."""
    return "<stdin>" if source == STDIN else source


def read_bytes(source: str, *, stdin: BinaryIO | None = None, limit: int = LARGEST) -> bytes:
    """Return the bytes of a file.

    Args:
        source: Its path, or "-" for standard input.
        stdin: What stands for standard input; None: the process's own.
        limit: Most bytes it may have. A larger file is not read at all, a longer stream not
            beyond this.

    Raises:
        FetchError: It cannot be opened or read.
        OversizedReportError: It is larger than the limit.
    """
    with _opened(source, stdin) as stream:
        size = _size(stream)
        if size > limit:
            raise OversizedReportError(origin(source), size, limit, "bytes")
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise OversizedReportError(origin(source), len(data), limit, "bytes or more")
    return data


def head(source: str, *, stdin: BinaryIO | None = None) -> bytes:
    """Return the first bytes of a file; standard input can still be read from its start.

    Raises:
        FetchError: It cannot be opened or read.
    """
    with _opened(source, stdin) as stream:
        if isinstance(stream, io.BufferedReader):
            return stream.peek(_HEAD)[:_HEAD]
        if not stream.seekable():
            return b""
        data = stream.read(_HEAD)
        stream.seek(-len(data), io.SEEK_CUR)
        return data


def lines(
    source: str, *, stdin: BinaryIO | None = None, limit: int = LARGEST
) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a file with their numbers, from 1; it is never read as a whole.

    Of a line longer than `limit` only the first `limit + 1` bytes come, which tells it from all
    that are whole.

    Raises:
        FetchError: It cannot be opened or read.
    """
    with _opened(source, stdin) as stream:
        number = 0
        while line := stream.readline(limit + 1):
            number += 1
            rest = line
            while len(rest) > limit and not rest.endswith(b"\n"):
                rest = stream.readline(limit + 1)
            yield number, line


def paths(source: str) -> Iterator[str]:
    """Yield a file's own path, or those of the files in a folder and in the folders within it.

    Raises:
        FetchError: There is no such file or folder.
    """
    if source == STDIN or not os.path.isdir(source):  # noqa: PTH112 - odd names must not raise
        if source != STDIN and not os.path.lexists(source):
            raise FetchError(source, "there is no such file or folder")
        yield source
        return
    yield from sorted(_files_below(source))


def _files_below(folder: str) -> Iterator[str]:
    def refuse(error: OSError) -> None:
        raise FetchError(error.filename or folder, _reason(error)) from error

    for below, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (str(Path(below, name)) for name in files if not name.startswith("."))


@contextmanager
def _opened(source: str, stdin: BinaryIO | None) -> Iterator[BinaryIO]:
    """Open a source; whatever the system refuses becomes a `FetchError`."""
    try:
        if source == STDIN:
            yield stdin if stdin is not None else sys.stdin.buffer
        else:
            if os.path.isdir(source):  # noqa: PTH112 - as above
                raise FetchError(source, "it is a folder")
            with Path(source).open("rb") as stream:
                yield stream
    except OnRecordError:
        raise  # ours already; some of them are errors of value too
    except (OSError, ValueError) as error:
        raise FetchError(origin(source), _reason(error)) from error


def _reason(error: OSError | ValueError) -> str:
    """Say in plain words why a file cannot be had."""
    match error:
        case FileNotFoundError():
            return "there is no such file"
        case PermissionError():
            return "you may not read it"
        case OSError(strerror=str(reason)):
            return reason
        case _:
            return "its name is no path"


def _size(stream: BinaryIO) -> int:
    """Return the size of a regular file, or 0 for a stream, whose size nobody knows."""
    try:
        return os.fstat(stream.fileno()).st_size
    except (OSError, ValueError):
        return 0
