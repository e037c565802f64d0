"""Desk checks on stories with one planted fault, on clean but tricky ones, and on real ones.

`open` was looked at while the checks were built; `practice`, by a third author, came last; `sealed`
was never looked at, only scored. In real, edited copy nearly nothing should ring: how often
something does, above a note, is counted there, and each finding can be written to a file, to be
read.
"""

from __future__ import annotations

import time
import tomllib
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from benchmarks.tasks import read_row, task_named
from benchmarks.voices import Rate
from onrecord import checks, wire
from onrecord.checks import against
from onrecord.model import Query, Report, Severity, Span
from onrecord.reading import read
from onrecord.registry import ReadReport

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.model import Analysis, Mention
    from onrecord.reading import Kit
    from onrecord.registry import MentionReader

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "quality" / "checks"
OPEN = ("open", "practice")
"""The parts that developers look at."""

PARTS = (*OPEN, "sealed")
"""All parts."""

TABLE: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("desk_checks.toml").read_text("utf-8")
)

_ABOVE_NOTE = frozenset({Severity.CORRECT, Severity.REFILE, Severity.QUERY})


@dataclass(slots=True)
class Outcome:
    """What came of one part.

    Attributes:
        found: Of the planted faults, by kind: how many were found.
        planted: How many were planted, by kind.
        clean: How many clean stories there are.
        false: How many findings above a note they gave.
        beside: How many findings above a note stories with a fault gave beside it.
        misses: What went wrong, one line each; never printed for a sealed part.
    """

    found: Counter[str] = field(default_factory=Counter)
    planted: Counter[str] = field(default_factory=Counter)
    clean: int = 0
    false: int = 0
    beside: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def recall(self) -> Rate:
        """Of the planted faults, how many were found."""
        return Rate(self.found.total(), self.planted.total())

    def __str__(self) -> str:
        missed = self.planted - self.found
        kinds = ", ".join(f"{kind} ({count})" for kind, count in sorted(missed.items()))
        return "\n".join(
            (
                f"  planted faults found     {self.recall}",
                f"  false alarms             {self.false} in {self.clean} clean stories",
                f"  findings beside a fault  {self.beside}",
                f"  not found                {kinds or 'none'}",
            )
        )


def run(part: str, kit: Kit) -> Outcome:
    """Check the stories of a part and hold the findings against what was planted."""
    outcome = Outcome()
    for row in yaml.safe_load((FOLDER / f"{part}.yaml").read_text("utf-8")):
        report, found = findings(row, kit)
        if row["kind"] == "clean":
            outcome.clean += 1
            outcome.false += len(found)
            outcome.misses += [f"false alarm in {row['id']}: {_told(one)}" for one in found]
            continue
        outcome.planted[row["kind"]] += 1
        hits = [one for one in found if _is_planted(row, report, one)]
        if hits:
            outcome.found[row["kind"]] += 1
        else:
            outcome.misses.append(f"not found in {row['id']}: {row['kind']}: {row['why']}")
        others = [one for one in found if one not in hits and not _is_of_kind(row, one)]
        outcome.beside += len(others)
        outcome.misses += [f"beside the fault of {row['id']}: {_told(one)}" for one in others]
    return outcome


def findings(row: Mapping[str, Any], kit: Kit) -> tuple[Report, tuple[Query, ...]]:
    """Return the story of a row with what the checks find in it above a note."""
    newer = _read(row, "text", kit)
    found = against.run(_read(row, "old", kit), newer) if "old" in row else checks.run(*newer)
    return newer.report, tuple(one for one in found if one.severity in _ABOVE_NOTE)


def _read(row: Mapping[str, Any], text: str, kit: Kit) -> ReadReport:
    published: date = row["published"]
    report = wire.story(row[text], origin=row["id"], published_on=published)
    return ReadReport(report, read(report, kit))


def _is_of_kind(row: Mapping[str, Any], query: Query) -> bool:
    return query.check in TABLE["kinds"][row["kind"]]


def _is_planted(row: Mapping[str, Any], report: Report, query: Query) -> bool:
    """Say whether a finding is of the planted words, or of their sentence's."""
    if not _is_of_kind(row, query):
        return False
    if "old" in row or not query.evidence:
        return True
    spans = [
        Span(start, start + len(words))
        for words in row["planted"]
        if (start := report.text.find(words)) >= 0
    ]
    around = [_paragraph(report, span) for span in query.evidence]
    return any(one.overlaps(span) for one in around for span in spans)


def _paragraph(report: Report, span: Span) -> Span:
    """Return the line a span stands in."""
    start = report.text.rfind("\n", 0, span.start) + 1
    end = report.text.find("\n", span.end)
    return Span(start, end if end >= 0 else len(report.text))


def _told(query: Query) -> str:
    return f"{query.check} ({query.severity}): {query.message}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """A finding in a real story.

    Attributes:
        origin: The story.
        query: The finding.
        sentences: The sentences it cites.
    """

    origin: str
    query: Query
    sentences: tuple[str, ...]

    def __str__(self) -> str:
        lines = [f"{self.origin}: {_told(self.query)}", *(f"    | {one}" for one in self.sentences)]
        return "\n".join(lines)


@dataclass(slots=True)
class Real:
    """What the checks found in real stories.

    Attributes:
        stories: How many were checked.
        rung: The findings above a note.
        reading: Seconds spent in reading them.
        figures: Of these, seconds spent in reading figures.
        checking: Seconds spent in checking them.
    """

    stories: int = 0
    rung: list[Rung] = field(default_factory=list)
    reading: float = 0.0
    figures: float = 0.0
    checking: float = 0.0

    @property
    def per_story(self) -> float:
        """Findings above a note in a story."""
        return len(self.rung) / self.stories if self.stories else 0.0

    @property
    def share_of_time(self) -> float:
        """Time of figures and checks, as a part of the time of the rest of the reading."""
        return (self.figures + self.checking) / max(self.reading - self.figures, 1e-9)

    def __str__(self) -> str:
        by_check = Counter(one.query.check for one in self.rung)
        shares = ", ".join(f"{name} {count}" for name, count in by_check.most_common())
        count = f"{self.per_story:.3f} a story ({len(self.rung)} in {self.stories})"
        lines = [
            f"  findings above a note    {count}",
            f"  by check                 {shares or 'none'}",
            f"  time of figures          {self._share(self.figures)}",
            f"  time of checks           {self._share(self.checking)}",
        ]
        return "\n".join(lines)

    def _share(self, seconds: float) -> str:
        """Return a time as a share of the rest of the reading."""
        return f"{100 * seconds / max(self.reading - self.figures, 1e-9):.1f} % of reading"


def run_real(data: Path, kit: Kit, *, times: int = 1) -> Real:
    """Check real stories: as many as `desk_checks.toml` says, spread evenly over their files.

    Args:
        data: The folder of the files.
        kit: What reading takes.
        times: So many times as many, as far as the files have them.
    """
    real = Real()
    kit = _timing_figures(kit, real)
    for report in _stories(data, times):
        start = time.perf_counter()
        reading = read(report, kit)
        middle = time.perf_counter()
        found = checks.run(report, reading)
        real.checking += time.perf_counter() - middle
        real.reading += middle - start
        real.stories += 1
        real.rung += [
            Rung(
                origin=report.origin,
                query=one,
                sentences=tuple(
                    " ".join(reading.sentences[cited.sentence - 1].of(report.text).split())
                    for cited in one.cited
                ),
            )
            for one in found
            if one.severity in _ABOVE_NOTE
        ]
    return real


def _timing_figures(kit: Kit, real: Real) -> Kit:
    """Return a kit that adds to `real` what its reader of figures takes."""

    def timed(reader: MentionReader) -> MentionReader:
        def read_timed(report: Report, analysis: Analysis) -> tuple[Mention, ...]:
            start = time.perf_counter()
            found = reader(report, analysis)
            real.figures += time.perf_counter() - start
            return found

        return read_timed

    readers = tuple(
        (name, timed(reader) if name == "figures" else reader) for name, reader in kit.readers
    )
    return replace(kit, readers=readers)


def _stories(data: Path, times: int) -> Iterator[Report]:
    for row in TABLE["real"]:
        task = task_named(row["task"])
        # Stories hold marks that end lines of text, but not of JSON.
        lines = (data / row["file"]).read_text("utf-8").rstrip("\n").split("\n")
        for number in _spread(lines, row["stories"] * times):
            told = read_row(task, lines[number], f"{row['file']}:{number + 1}")
            yield wire.story(
                told.text,
                origin=f"{row['file']}:{number + 1}",
                published_on=told.published_on,
                headline=told.headline,
            )


def _spread(lines: Sequence[str], wanted: int) -> list[int]:
    """Return the numbers of so many lines, spread evenly."""
    wanted = min(wanted, len(lines))
    return [place * len(lines) // wanted for place in range(wanted)]
