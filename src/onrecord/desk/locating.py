"""Where words of a report stand in the file they came from: line and column.

Plain text is the file to the letter once the desk's marks are back in it. Of a page of HTML the
words are looked for in its markup, behind the first words of their sentence; in a file of JSON
lines a report has a line of its own. What came by standard input, or is found nowhere, has none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING

from onrecord import fetch
from onrecord.errors import OnRecordError
from onrecord.registry import CheckedReport, FilePlace, ReadReport
from onrecord.wire.encodings import decode
from onrecord.wire.marks import place_as_it_came, with_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Report, Span

_LINE_END = re.compile(r"\r\n|\r|\n")
_BATCH_LINE = re.compile(r"(?P<file>.+):(?P<line>\d+)", re.DOTALL)
_BODY = re.compile(r"<body\b", re.IGNORECASE)

# So many words of a sentence tell where it starts; later ones may have markup between them.
_OPENING_WORDS = 5


def located(checked: CheckedReport) -> CheckedReport:
    """Return a checked report with the places of its results, its file read anew if there are any.

    A file that is gone by now leaves them without a line.
    """
    if not checked.results:
        return checked
    locator = Locator.of(ReadReport(checked.report, checked.reading))
    results = tuple(replace(one, at=locator.place(one.query.evidence)) for one in checked.results)
    return replace(checked, results=results)


@dataclass(frozen=True, slots=True)
class Locator:
    """Finds the words of one report in its file.

    Attributes:
        read: The report.
        page: The file's text; None where it cannot be had again.
    """

    read: ReadReport
    page: str | None

    @classmethod
    def of(cls, read: ReadReport) -> Locator:
        """Return the locator of a report."""
        return cls(read, _page(read.report))

    def place(self, words: Sequence[Span]) -> FilePlace:
        """Return where the first of these words stand, as far as it can be told."""
        report = self.read.report
        if self.page is None:
            batch = _BATCH_LINE.fullmatch(report.origin)
            if batch is not None:
                return FilePlace(batch["file"], int(batch["line"]), 1)
            return FilePlace(report.origin)
        if not words:
            return FilePlace(report.origin)
        if self.page == with_marks(report.text, report.cleared):
            at: int | None = place_as_it_came(words[0].start, report.cleared)
        else:
            at = self._in_markup(words[0])
        return FilePlace(report.origin, *_line_and_column(self.page, at))

    def _in_markup(self, words: Span) -> int | None:
        """Return where words stand in a page; None where that is not sure."""
        page, text = self.page or "", self.read.report.text
        body = _BODY.search(page)
        start = body.start() if body else 0
        for sentence in self.read.reading.sentences:
            if sentence.overlaps(words):
                opening = sentence.of(text).split()[:_OPENING_WORDS]
                found = _pattern(opening).search(page, start)
                start = found.start() if found else start
                break
        found = _pattern(words.of(text).split()).search(page, start)
        return found.start() if found else None


def _page(report: Report) -> str | None:
    """Return the text of the file a report came from; None where it cannot be had again."""
    if report.origin == fetch.origin("-"):
        return None
    try:
        return decode(fetch.read_bytes(report.origin), report.origin)
    except OnRecordError:
        return None  # a line of a batch, or a file that is gone


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Return what finds words in markup, whatever blanks and tags stand between them."""
    each = (f"(?:{re.escape(word)}|{re.escape(escape(word))})" for word in words)
    return re.compile(r"(?:\s|&nbsp;|<[^>]*>)+".join(each))


def _line_and_column(text: str, at: int | None) -> tuple[int | None, int | None]:
    if at is None:
        return None, None
    ends = [end.end() for end in _LINE_END.finditer(text, 0, at)]
    return len(ends) + 1, at - (ends[-1] if ends else 0) + 1
