"""A desk: where reports come in, are read, checked and turned into records.

It holds no memory yet; a record is of the one report it was made from.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from onrecord import fetch, reading, reconcile, wire
from onrecord.desk.checking import Orders, checked
from onrecord.desk.locating import located
from onrecord.errors import OnRecordError
from onrecord.model import Failure, IncidentRecord, Reading, Report
from onrecord.registry import CheckedReport, ReadReport
from onrecord.resources import Library, open_library

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

_LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class Desk:
    """The stages put together over one library.

    Attributes:
        library: Our data.
    """

    library: Library = field(default_factory=open_library)
    _kit: reading.Kit | None = field(default=None, init=False, repr=False)

    @property
    def kit(self) -> reading.Kit:
        """The kit that reports are read with; loading it takes about two seconds, once."""
        if self._kit is None:
            self._kit = reading.build_kit(self.library)
        return self._kit

    def open(
        self, source: str, *, format: str | None = None, published_on: date | None = None
    ) -> Report:
        """Return the report in a file, or on standard input for "-".

        Args:
            source: Path of the file.
            format: Name of its feed format; None: told from its bytes.
            published_on: The day it was published, where the user knows better than the text.

        Raises:
            FetchError: The file cannot be opened.
            WireError: Its bytes are no report we can read.
        """
        data = fetch.read_bytes(source)
        origin = fetch.origin(source)
        report = next(wire.read(data, origin=origin, format=format))
        return _dated(report, published_on)

    def reading(self, report: Report) -> Reading:
        """Return all that is read out of a report.

        Raises:
            UnsupportedLanguageError: It is in a language we have no reader for.
        """
        return reading.read(report, self.kit)

    def records(self, report: Report) -> tuple[IncidentRecord, ...]:
        """Return the records of the incidents a report tells of, in its order; at least one.

        Raises:
            UnsupportedLanguageError: It is in a language we have no reader for.
        """
        read = self.reading(report)
        schema = self.library.lexicon("incident-schema").entries
        slots = [slot["name"] for section in schema["section"] for slot in section["slot"]]
        queries = checked(ReadReport(report, read)).heard
        return reconcile.compile_records(report, read, queries=queries, slots=slots)

    def brief(self, report: Report) -> IncidentRecord:
        """Return the record of the incident a report tells of first.

        Raises:
            UnsupportedLanguageError: It is in a language we have no reader for.
        """
        return self.records(report)[0]

    def read(
        self,
        sources: Iterable[str],
        *,
        format: str | None = None,
        published_on: date | None = None,
    ) -> Iterator[tuple[Report, Reading] | Failure]:
        """Read the reports of many files, folders of files, or JSON lines.

        What cannot be opened, parsed or read comes out as a `Failure`, in its place; the rest is
        read. A day of publication given holds for all of them.
        """
        waiting: list[Failure] = []

        def reports() -> Iterator[Report]:
            for report in self._reports(sources, format):
                if isinstance(report, Failure):
                    waiting.append(report)
                else:
                    yield _dated(report, published_on)

        for report, outcome in reading.read_all(reports(), self.kit):
            while waiting:
                yield waiting.pop(0)
            yield outcome if isinstance(outcome, Failure) else (report, outcome)
        yield from waiting

    def check(
        self, sources: Iterable[str], orders: Orders, *, format: str | None = None
    ) -> Iterator[CheckedReport | Failure]:
        """Check the reports of many files, folders of files, or JSON lines.

        What cannot be opened, parsed or read comes out as a `Failure`, in its place.

        Args:
            sources: Paths; "-" for standard input.
            orders: Which checks run, and what is done with what they find.
            format: Name of the feed format; None: told from the bytes.
        """
        published_on = orders.published_on
        for outcome in self.read(sources, format=format, published_on=published_on):
            yield outcome if isinstance(outcome, Failure) else _checked(*outcome, orders)

    def compare(
        self, older: str, newer: str, orders: Orders, *, format: str | None = None
    ) -> CheckedReport:
        """Check a new version of a report, by itself and against an older one.

        Args:
            older: Path of the older version; "-" for standard input.
            newer: Path of the newer version.
            orders: Which checks run, and what is done with what they find; a day of publication
                is that of the newer version.
            format: Name of the feed format; None: told from the bytes.

        Raises:
            FetchError: A file cannot be opened.
            WireError: Its bytes are no report we can read.
            UnsupportedLanguageError: It is in a language we have no reader for.
        """
        before = self.open(older, format=format)
        after = self.open(newer, format=format, published_on=orders.published_on)
        versions = [ReadReport(report, self.reading(report)) for report in (before, after)]
        return located(checked(versions[1], orders, older=versions[0]))

    def _reports(self, sources: Iterable[str], format: str | None) -> Iterator[Report | Failure]:
        """Yield the reports of all sources; what is broken comes out as a `Failure`."""
        for source in sources:
            try:
                files = list(fetch.paths(source))
            except OnRecordError as error:
                yield _failure(source, error)
                continue
            for file in files:
                yield from self._reports_of(file, format)

    def _reports_of(self, file: str, format: str | None) -> Iterator[Report | Failure]:
        origin = fetch.origin(file)
        try:
            if wire.is_batch(file, format, fetch.head(file)):
                yield from _lines(file)
            else:
                yield from wire.read(fetch.read_bytes(file), origin=origin, format=format)
        except OnRecordError as error:
            yield _failure(origin, error)


def _lines(file: str) -> Iterator[Report | Failure]:
    """Yield the reports of a file of JSON lines."""
    origin = fetch.origin(file)
    for number, line in fetch.lines(file):
        if not line.strip():
            continue
        place = f"{origin}:{number}"
        try:
            yield wire.read_line(line, origin=place)
        except OnRecordError as error:
            yield _failure(place, error)


def _checked(report: Report, read: Reading, orders: Orders) -> CheckedReport | Failure:
    """Return a checked report, or as a `Failure` what a check raises: the edge of a batch."""
    try:
        return located(checked(ReadReport(report, read), orders))
    except Exception as error:  # noqa: BLE001 - one report costs only itself
        _LOG.debug("a check failed on %s", report.origin, exc_info=True)
        return Failure(origin=report.origin, error=type(error).__name__, message=str(error))


def _dated(report: Report, published_on: date | None) -> Report:
    """Return a report with the day of publication that the user gives, if any."""
    return report if published_on is None else replace(report, published_on=published_on)


def _failure(origin: str, error: OnRecordError) -> Failure:
    return Failure(origin=origin, error=type(error).__name__, message=str(error))
