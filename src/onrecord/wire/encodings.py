"""From bytes to text: which encoding, or no text at all.

Tried in this order: byte order marks, UTF-16 without one (every other byte of Latin text is then
NUL), UTF-8, Windows-1252. Nothing is guessed from word statistics; text in another encoding is
refused, since wrong letters make wrong names.
"""

from __future__ import annotations

import codecs

from onrecord.errors import BinaryInputError, UnknownEncodingError

ENCODINGS = ("UTF-8", "UTF-16", "Windows-1252")
"""The encodings we read, by the names that messages use."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# First bytes of what is most often mistaken for a report: PDF, Word and other archives, images.
_BINARY = (
    *(b"%PDF", b"{\\rtf", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"),
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF", b"OggS", b"ID3"),
    *(b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"\x28\xb5\x2f\xfd"),
    *(b"\x7fELF", b"MZ\x90", b"SQLite format 3"),
)  # fmt: skip

# How much of the bytes is looked at to tell the encoding.
_SAMPLE = 8192
# Latin text in UTF-16 has NUL in all but a few of its high bytes, and in none of its low ones.
_MOST_NULS = 0.7
_FEWEST_NULS = 0.05
# Text holds hardly any control characters, English hardly any letters beyond ASCII.
_MOST_CONTROLS = 0.01
_MOST_FOREIGN = 0.2
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\b\x1a\x1b")


def decode(data: bytes, origin: str) -> str:
    """Return the text that bytes stand for, without its byte order mark.

    Raises:
        BinaryInputError: They stand for no text.
        UnknownEncodingError: They stand for text, but in no encoding we read.
    """
    if data.startswith(_BINARY):
        raise BinaryInputError(origin)
    encoding, start = _encoding(data)
    if encoding == "utf-8" and _is_binary(data):
        raise BinaryInputError(origin)
    try:
        text = data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise UnknownEncodingError(origin, ENCODINGS) from error
        text = _as_windows(data, origin)
    if "\0" in text:
        raise BinaryInputError(origin)
    return text


def _encoding(data: bytes) -> tuple[str, int]:
    """Return the encoding and where the text starts; UTF-8 where nothing speaks for another."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    sample = data[:_SAMPLE]
    half = max(1, len(sample) // 2)
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd >= _MOST_NULS and even <= _FEWEST_NULS:
        return "utf-16-le", 0
    if even >= _MOST_NULS and odd <= _FEWEST_NULS:
        return "utf-16-be", 0
    return "utf-8", 0


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    controls = sum(byte in _CONTROLS for byte in sample)
    return b"\0" in data or controls > len(sample) * _MOST_CONTROLS


def _as_windows(data: bytes, origin: str) -> str:
    """Decode as Windows-1252, if what comes out may be English."""
    foreign = sum(byte > 127 for byte in data)  # noqa: PLR2004 - the last of ASCII
    if foreign > len(data) * _MOST_FOREIGN:
        raise UnknownEncodingError(origin, ENCODINGS)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise UnknownEncodingError(origin, ENCODINGS) from error
