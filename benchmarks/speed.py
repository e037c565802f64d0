"""How fast OnRecord is, and how much memory it takes, beside the bare language engine.

Cold: whole processes, from start to finished brief, against a process that imports spaCy, loads the
packaged pipeline and analyses the same text. Steady: documents a second over many texts, start-up
apart. Both sides are fresh processes of one thread, run in turns: a busy machine slows both. Beside
the time by the wall stands that of the processor, which what else the machine does hardly touches.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.errors import ProcessError
from benchmarks.seed import STORY
from benchmarks.speed_texts import EXAMPLE, cut, texts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WORKERS = Path(__file__).with_name("workers.py")

COLD_AT_MOST = 2.0
STEADY_AT_LEAST = 0.6
PEAK_AT_MOST_MB = 900.0
STEADY_RUNS = 3
REPORT_WORDS = 500
REPORTS_AT_LEAST = 4.0

# Texts that reports of a common length are cut from; about half are long enough.
_SOURCES = 84

_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """One process.

    Attributes:
        seconds: From its start to its end.
        processor: Seconds of processor time it took.
        peak_mb: The most memory it held, in megabytes.
        output: What it printed.
    """

    seconds: float
    processor: float
    peak_mb: float
    output: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One line of the table.

    Attributes:
        name: What is measured.
        ours: OnRecord's figure.
        bare: That of bare spaCy; None where it is measured against a fixed limit.
        unit: Unit of both.
        target: The target, in words.
        is_met: The target is met.
    """

    name: str
    ours: float
    bare: float | None
    unit: str
    target: str
    is_met: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """How many reports of a common length are read in a second, start-up apart.

    Attributes:
        ours: By OnRecord.
        bare: By all parts of spaCy's small pipeline.
        reports: How many were read.
    """

    ours: float
    bare: float
    reports: int


def reports_a_second(data: Path, *, tell: Callable[[str], None]) -> Reports:
    """Time reports of `REPORT_WORDS` words.

    Args:
        data: The folder of development data; generated texts where it is absent.
        tell: Is told what goes on.
    """
    texts, kind = texts_of(data, _SOURCES)
    reports = cut(texts, REPORT_WORDS)
    tell(f"reports: {len(reports)} of {REPORT_WORDS} words from {kind}, {STEADY_RUNS} runs of each")
    with tempfile.TemporaryDirectory(prefix="onrecord-speed-") as folder:
        file = _written(reports, Path(folder))
        timed = in_turns(
            {"ours": worker("onrecord-many", file), "bare": worker("spacy-many", file, "whole")},
            STEADY_RUNS,
        )
    ours, bare = (
        statistics.median(_rate(one, "seconds") for one in timed[side]) for side in ("ours", "bare")
    )
    return Reports(ours=ours, bare=bare, reports=len(reports))


def _written(texts: Sequence[str], folder: Path) -> Path:
    file = folder / "texts.jsonl"
    rows = ({"docid": str(number), "text": text} for number, text in enumerate(texts))
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return file


def measure(
    data: Path, seeds: Path, *, runs: int, documents: int, tell: Callable[[str], None]
) -> list[Measure]:
    """Measure cold start, steady speed and memory.

    Args:
        data: The folder of development data; generated texts where it is absent.
        seeds: The folder of the founding story; an example where it is absent.
        runs: How often each side starts cold.
        documents: How many texts are read for the steady speed.
        tell: Is told what goes on.
    """
    story = seeds / STORY if (seeds / STORY).is_file() else EXAMPLE
    tell(f"cold: {story.name}, {runs} runs of each")
    cold = in_turns({"ours": onrecord("brief", story), "bare": worker("spacy-one", story)}, runs)
    with tempfile.TemporaryDirectory(prefix="onrecord-speed-") as folder:
        texts, kind = texts_of(data, documents)
        file = _written(texts, Path(folder))
        tell(f"steady: {len(texts)} {kind}, {STEADY_RUNS} runs of each")
        steady = in_turns(
            {
                "ours": worker("onrecord-many", file),
                "bare": worker("spacy-many", file, "parse"),
                "whole": worker("spacy-many", file, "whole"),
            },
            STEADY_RUNS,
        )
    reports = reports_a_second(data, tell=tell)
    return [
        *_cold(cold),
        *_steady(steady),
        Measure(
            name=f"reports of {REPORT_WORDS} words",
            ours=reports.ours,
            bare=reports.bare,
            unit="reports/s",
            target=f"at least {REPORTS_AT_LEAST:.0f}",
            is_met=reports.ours >= REPORTS_AT_LEAST,
        ),
        _peak([*cold["ours"], *steady["ours"]]),
    ]


def _cold(timed: dict[str, list[Timed]]) -> list[Measure]:
    ways: dict[str, Callable[[Timed], float]] = {
        "cold start to finished brief": lambda one: one.seconds,
        "  the same, processor time": lambda one: one.processor,
    }
    measures = []
    for name, seconds in ways.items():
        ours, bare = (statistics.median(map(seconds, timed[side])) for side in ("ours", "bare"))
        measures.append(
            Measure(
                name=name,
                ours=ours,
                bare=bare,
                unit="s",
                target=f"at most {COLD_AT_MOST}x",
                is_met=ours <= COLD_AT_MOST * bare,
            )
        )
    return measures


def _steady(timed: dict[str, list[Timed]]) -> list[Measure]:
    named = {
        ("bare", "seconds"): "steady, against tokens, parse and names",
        ("bare", "processor"): "  the same, processor time",
        ("whole", "seconds"): "steady, against all parts",
        ("whole", "processor"): "  the same, processor time",
    }
    measures = []
    for (side, clock), name in named.items():
        ours = statistics.median(_rate(one, clock) for one in timed["ours"])
        bare = statistics.median(_rate(one, clock) for one in timed[side])
        measures.append(
            Measure(
                name=name,
                ours=ours,
                bare=bare,
                unit="documents/s",
                target=f"at least {STEADY_AT_LEAST}x",
                is_met=ours >= STEADY_AT_LEAST * bare,
            )
        )
    return measures


def _peak(timed: Sequence[Timed]) -> Measure:
    peak = max(one.peak_mb for one in timed)
    return Measure(
        name="peak memory",
        ours=peak,
        bare=None,
        unit="MB",
        target=f"under {PEAK_AT_MOST_MB:.0f} MB",
        is_met=peak < PEAK_AT_MOST_MB,
    )


def _rate(timed: Timed, clock: str) -> float:
    result = json.loads(timed.output.splitlines()[-1])
    return float(result["documents"]) / float(result[clock])


def onrecord(*arguments: str | Path) -> list[str]:
    """Return the command line of the installed program."""
    return [sys.executable, "-m", "onrecord", *map(str, arguments)]


def worker(*arguments: str | Path) -> list[str]:
    """Return the command line of a worker."""
    return [sys.executable, str(WORKERS), *map(str, arguments)]


def in_turns(commands: dict[str, list[str]], runs: int) -> dict[str, list[Timed]]:
    """Run each command so many times, in turns, after one run of each that is thrown away.

    The first run pays for files that are not yet in memory, which is the machine's business.
    """
    for command in commands.values():
        timed_run(command)
    found: dict[str, list[Timed]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            found[name].append(timed_run(command))
    return found


def timed_run(command: list[str]) -> Timed:
    """Run a command to its end.

    On Linux a process starts out with the memory of the one that started it, so what starts the
    processes measured must stay small itself: this package imports no language engine.

    Raises:
        ProcessError: It failed.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
        started = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - our own programs
            command, stdout=out, env={**os.environ, **_ONE_THREAD}
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        # The process is gone; without this its object would wait for it once more.
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        output = out.read()
    if process.returncode != 0:
        raise ProcessError(tuple(command), process.returncode)
    # Linux counts in kilobytes, macOS in bytes.
    scale = 1 if sys.platform == "darwin" else 1024
    return Timed(
        seconds=seconds,
        processor=usage.ru_utime + usage.ru_stime,
        peak_mb=usage.ru_maxrss * scale / 1e6,
        output=output,
    )


def show(measures: list[Measure]) -> str:
    """Return the table."""
    lines = [f"{'':42}{'OnRecord':>10}{'spaCy':>10}  {'unit':12}{'ratio':>6}  target"]
    for one in measures:
        bare = f"{one.bare:10.2f}" if one.bare is not None else " " * 10
        ratio = f"{one.ours / one.bare:6.2f}" if one.bare else " " * 6
        mark = "met" if one.is_met else "MISSED"
        lines.append(
            f"{one.name:42}{one.ours:10.2f}{bare}  {one.unit:12}{ratio}  {one.target}: {mark}"
        )
    return "\n".join(lines) + "\n"
