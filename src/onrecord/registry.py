"""The extension records: what a new format, extractor, check or view has to give.

Each is one file with one exported record, and one row in the visible table of its package
(`wire.FORMATS`, `extract.EXTRACTORS`, `checks.CHECKS`, `views.VIEWS`). Nothing registers itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from onrecord.model import (
    Analysis,
    IncidentRecord,
    Mention,
    Query,
    Reading,
    Report,
    Severity,
)
from onrecord.resources import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A feed format.

    Attributes:
        name: As named by `--format`.
        media_types: Its media types, the usual one first.
        suffixes: Its file name endings, with the point.
        sniff: Says whether bytes look like it. Formats are asked in the order of the table.
        read: Turns the bytes into reports; takes the bytes and where they came from.
    """

    name: str
    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Callable[[bytes, str], Iterator[Report]]


MentionReader = Callable[[Report, Analysis], tuple[Mention, ...]]
"""Finds the mentions of one kind in a report: a pure function, safe to call from any thread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extractor:
    """A reader of one kind of mention.

    Attributes:
        name: Its name; also the stage named in provenance.
        version: Raised whenever what it returns changes.
        needs: Names of the resources it reads.
        build: Takes the library and returns the reader. Called once for each kit, so this is where
            lexica become patterns; the reader itself must do no such work.
    """

    name: str
    version: int
    needs: tuple[str, ...]
    build: Callable[[Library], MentionReader]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A desk check: what does not add up in a report?

    Attributes:
        name: As named in results and configuration.
        summary: What it looks for, in one sentence, for the manual.
        run: Returns what it found, in reading order.
    """

    name: str
    summary: str
    run: Callable[[Report, Reading], tuple[Query, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A desk check of two versions of one story: what changed without a word?

    Attributes:
        name: As named in results and configuration.
        summary: What it looks for, in one sentence, for the manual.
        run: Takes the older and the newer version; returns what it found, in reading order of the
            newer one. A query's `evidence` and `cited` are of the newer version, `before` of the
            older.
    """

    name: str
    summary: str
    run: Callable[[ReadReport, ReadReport], tuple[Query, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewOptions:
    """How a record is to be shown.

    Attributes:
        evidence: Print the cited sentences too.
        width: Columns to wrap at, for views that wrap.
        colour: Use colour, for views that can.
        everything: Of desk checks, show also what adds up and what is silenced.
    """

    evidence: bool = False
    width: int = 80
    colour: bool = False
    everything: bool = False


Shown = TypeVar("Shown")


@dataclass(frozen=True, slots=True, kw_only=True)
class View(Generic[Shown]):
    """A way to show something.

    Attributes:
        name: As named by `--format`.
        media_type: Media type of what it renders.
        render: Returns the whole text, ending in a line break.
    """

    name: str
    media_type: str
    render: Callable[[Shown, ViewOptions], str]


RecordView = View[IncidentRecord]
"""A way to show an incident record."""


class ReadReport(NamedTuple):
    """A report and what was read out of it."""

    report: Report
    reading: Reading


PageView = View[ReadReport]
"""A way to show a report with what was read out of it marked."""


class FilePlace(NamedTuple):
    """Where words stand in the file they came from.

    Line and column count from 1, columns in code points; None where they are not known.
    """

    file: str
    line: int | None = None
    column: int | None = None


UNPLACED = FilePlace("")
"""Words whose file nobody has looked into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Something a desk check found, and whether the desk wants to hear of it.

    Attributes:
        query: What was found; its severity is the one the desk gives it.
        silenced: Why the desk does not want to hear of it ("skipped in onrecord.toml"); None
            where it does.
        at: Where its first words stand.
    """

    query: Query
    silenced: str | None = None
    at: FilePlace = UNPLACED


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedReport:
    """A report that went over the desk.

    Attributes:
        report: The report.
        reading: What was read out of it.
        results: What desk checks found, silenced or not.
        older: The version it was compared with; None where it was not.
        remarks: What is odd in the desk's own marks, one sentence each.
    """

    report: Report
    reading: Reading
    results: tuple[Result, ...]
    older: ReadReport | None = None
    remarks: tuple[str, ...] = ()

    @property
    def heard(self) -> tuple[Query, ...]:
        """What the desk wants to hear of, what adds up included."""
        return tuple(result.query for result in self.results if result.silenced is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What many reports came to.

    Attributes:
        reports: Reports that were checked.
        failures: Reports that could not be read.
        found: Findings the desk wants to hear of, by severity, the gravest first.
        silenced: Findings it does not.
    """

    reports: int
    failures: int
    found: tuple[tuple[Severity, int], ...]
    silenced: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsView:
    """A way to show what desk checks found, report by report, so that memory stays flat.

    Attributes:
        name: As named by `--format`.
        media_type: Media type of what it renders.
        opening: What stands before the first report.
        show: Returns what is shown of one report; "" for nothing.
        closing: Returns what stands after the last, from what all came to.
    """

    name: str
    media_type: str
    opening: Callable[[ViewOptions], str]
    show: Callable[[CheckedReport, ViewOptions], str]
    closing: Callable[[Tally, ViewOptions], str]


def view_named(name: str, views: Sequence[View[Shown]]) -> View[Shown]:
    """Return a view by its name.

    Raises:
        LookupError: None of the views has that name.
    """
    for view in views:
        if view.name == name:
            return view
    raise LookupError(f"no view {name!r}; we have: {', '.join(view.name for view in views)}")
