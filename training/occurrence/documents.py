"""The reports to learn from: each as it is read, beside what its annotators wrote.

Reading takes minutes, so the readings are kept in the work folder, under a name made of the hashes
of the corpus and of the code and data that read it; the weights learned here are no part of that.
"""

from __future__ import annotations

import hashlib
import json
import pickle
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from benchmarks.predict import as_report
from benchmarks.tasks import read_row
from benchmarks.tasks.muc4 import TASK
from onrecord.extract import EXTRACTORS
from onrecord.reading import build_kit, read
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from onrecord.model import Analysis, Claim, Mentions, Report
    from onrecord.reading import Kit

RESOURCE = "occurrence"
"""The resource that the fit writes."""

FOLDS = 5
"""In how many parts the documents are left out in turn."""
# Documents whose readings are kept in one file.
_TOGETHER = 50


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One report with incidents.

    Attributes:
        row: Its line of the corpus.
        report: The report.
        analysis: Its grammar.
        mentions: What is read in it.
    """

    row: dict[str, Any]
    report: Report
    analysis: Analysis
    mentions: Mentions

    @property
    def name(self) -> str:
        """The name the corpus gives it."""
        return str(self.row["docid"])

    @property
    def fold(self) -> int:
        """Which fifth of the documents it belongs to, by the hash of its name."""
        return int(hashlib.sha256(self.name.encode()).hexdigest(), 16) % FOLDS


def load(corpus: Path, work: Path, *, tell: Callable[[str], None]) -> list[Document]:
    """Return the reports of a corpus that tell an incident, read now or in an earlier run.

    Args:
        corpus: A file of MUC-4 lines.
        work: Folder where the readings are kept, some in each file; a run that was stopped goes on
            behind the last.
        tell: Is told what takes long.
    """
    work.mkdir(parents=True, exist_ok=True)
    lines = [
        line for line in corpus.read_text("utf-8").splitlines() if json.loads(line)["templates"]
    ]
    name = f"occurrence-{corpus.stem}-{_fingerprint(corpus)}"
    found: list[Document] = []
    for first in range(0, len(lines), _TOGETHER):
        kept = work / f"{name}-{first // _TOGETHER}.pickle"
        if not kept.exists():
            tell(f"reading {corpus.name}: {first} of {len(lines)}")
            waiting = kept.with_suffix(".part")
            waiting.write_bytes(pickle.dumps(_read(lines[first : first + _TOGETHER])))
            waiting.replace(kept)
        # Our own file, written a moment or a run ago.
        found += pickle.loads(kept.read_bytes())  # noqa: S301
    return found


@cache
def _kit() -> Kit:
    return build_kit()


def _read(lines: Sequence[str]) -> list[Document]:
    seen: list[tuple[Report, Analysis, Mentions]] = []

    def keep(report: Report, analysis: Analysis, mentions: Mentions) -> tuple[Claim, ...]:
        seen.append((report, analysis, mentions))
        return ()

    # Where a reading has its claims made of them, its grammar and mentions can be had.
    kit = replace(_kit(), claims=keep)
    for line in lines:
        row = read_row(TASK, line, "training")
        read(as_report(row, row.docid), kit)
    return [Document(json.loads(line), *one) for line, one in zip(lines, seen, strict=True)]


def _fingerprint(corpus: Path) -> str:
    library = open_library()
    parts = [
        hashlib.sha256(corpus.read_bytes()).hexdigest(),
        [[one.name, one.version] for one in EXTRACTORS],
        [library.citation(name) for name in sorted(library.manifest) if name != RESOURCE],
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]
