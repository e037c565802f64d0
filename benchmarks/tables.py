"""Today's figures on the development data, beside what is aimed at.

Each data set is predicted, scored by the scorer that lies beside it, in a process of its own, and
the figures that `figures.toml` names are picked from the scorer's JSON.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import time
import tomllib
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks import counts, desk_checks, speed, speed_texts, transfer, voices
from benchmarks.errors import ScorerError
from benchmarks.given_spans import Resolver, predict_spans
from benchmarks.mixed_case import mixed_case
from benchmarks.place_reading import places_alone
from benchmarks.predict import predict_file
from benchmarks.samples import gold_sample, with_gold_spans
from benchmarks.tasks import read_row, task_named
from benchmarks.toponym_folds import unseen

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.reading import Kit

# Documents over which the share of resolving is timed.
_TIMED = 100

TABLE: dict[str, Any] = tomllib.loads(Path(__file__).with_name("figures.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One row of the table.

    Attributes:
        data: The data set.
        label: What is measured.
        value: The figure; None where it could not be measured.
        target: What is aimed at.
        below: Less is better.
    """

    data: str
    label: str
    value: float | None
    target: float
    below: bool = False

    @property
    def is_reached(self) -> bool:
        """The target is met."""
        if self.value is None:
            return False
        return self.value <= self.target if self.below else self.value >= self.target


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What came of one data set.

    Attributes:
        data: Its name.
        documents: How many documents were predicted.
        failed: How many could not be.
        digest: First digits of the SHA-256 of the data file.
        sampled: How the documents were chosen; "" for all of them.
        figures: The figures.
    """

    data: str
    documents: int
    failed: int
    digest: str
    sampled: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Runner:
    """Where the data lies and what is told on the way.

    Attributes:
        folder: The folder of development data.
        work: A folder for predictions.
        limit: How many documents of each data set; None for all.
        tell: Is told what goes on.
    """

    folder: Path
    work: Path
    limit: int | None
    tell: Callable[[str], None]

    def measure(self, data: dict[str, Any], kit: Kit) -> Measured:
        """Predict and score one data set."""
        task = task_named(data["task"])
        whole = self.folder / data["file"]
        if data.get("mixed"):
            whole = mixed_case(whole, self.work, self.folder)
        gold, sampled = gold_sample(task.name, whole, self.work, limit=self.limit)
        self.tell(f"predicting {data['name']}")
        predicted = self.work / f"{whole.stem}.{task.name}.predicted"
        if task.name == "geo":
            kit = places_alone(kit, unseen)
        started = time.perf_counter()
        tally = predict_file(task, gold, predicted, kit, tell=self.tell)
        seconds = time.perf_counter() - started
        results = {"plain": score(task.name, self.folder, gold, predicted)}
        results["plain"]["documents_a_second"] = tally.predicted / seconds
        if task.name == "geo":
            results["given_spans"] = self._given_spans(gold, kit)
            results["plain"]["resolving_share"] = self._resolving_share(gold, kit)
        if task.name == "incidents":
            results["multi"] = score(task.name, self.folder, gold, predicted, "--multi")
        rows = TABLE["figures"].get(data["name"]) or TABLE["figures"][task.name]
        return Measured(
            data=data["name"],
            documents=tally.predicted,
            failed=len(tally.errors),
            digest=hashlib.sha256(whole.read_bytes()).hexdigest()[:12],
            sampled=sampled,
            figures=tuple(figure(data["name"], row, results) for row in rows),
        )

    def transfer(self, kit: Kit) -> Measured:
        """Read and score our own reports of real events."""
        self.tell("predicting transfer")
        found = transfer.prepare(self.work, kit)
        scores = score("muc4", self.folder, found.gold, found.predicted)
        described = score("muc4", self.folder, found.gold, found.predicted, "--victims", "all")
        scores |= {"described": described["entities"], "invented": len(found.invented)}
        results = {"plain": scores}
        return self._measured("transfer", "transfer", transfer.FILE, results, found.reports)

    def voices(self, data: dict[str, Any], kit: Kit) -> Measured:
        """Read and score a part of our own texts."""
        golds = voices.golds(data["part"])
        rates = voices.run(data["part"], kit).rates
        shares = {name: 100 * rate.right / rate.of for name, rate in rates.items() if rate.of}
        (file,) = voices.FOLDER.glob(f"{data['part']}.*")
        return self._measured(data["name"], "voices", file, {"plain": shares}, len(golds))

    def counts(self, part: str, kit: Kit) -> Measured:
        """Read and score a part of our own sentences with figures."""
        self.tell(f"figures {part}")
        file = counts.FOLDER / f"{part}.yaml"
        rates = counts.run(part, kit).rates
        shares = {name: 100 * rate.right / rate.of for name, rate in rates.items() if rate.of}
        return self._measured(
            f"counts {part}", "counts", file, {"plain": shares}, len(counts.rows(part))
        )

    def desk_checks(self, kit: Kit) -> Measured:
        """Check our own stories, with planted faults and clean."""
        self.tell("desk checks")
        outcomes = [desk_checks.run(part, kit) for part in ("open", "sealed")]
        planted = sum(one.planted.total() for one in outcomes)
        found = {
            "recall": sum(one.found.total() for one in outcomes) / planted,
            "false": sum(one.false for one in outcomes),
        }
        file = desk_checks.FOLDER / f"{desk_checks.PARTS[-1]}.yaml"
        stories = planted + sum(one.clean for one in outcomes)
        return self._measured("desk checks", "desk checks", file, {"plain": found}, stories)

    def real_checks(self, kit: Kit) -> Measured:
        """Check real, edited stories."""
        self.tell("desk checks on real stories")
        real = desk_checks.run_real(self.folder, kit)
        found = {"rung": real.per_story, "time": real.share_of_time}
        file = self.folder / desk_checks.TABLE["real"][0]["file"]
        name = "desk checks, real"
        return self._measured(name, name, file, {"plain": found}, real.stories)

    def speed(self) -> Measured:
        """Time how many reports of a common length are read in a second."""
        timed = speed.reports_a_second(self.folder, tell=self.tell)
        found = {"rate": timed.ours, "beside": timed.ours / timed.bare}
        return self._measured(
            "speed", "speed", self.folder / speed_texts.FILES[0], {"plain": found}, timed.reports
        )

    def _measured(  # noqa: PLR0917 - what a row says
        self, name: str, rows: str, file: Path, results: dict[str, Any], documents: int
    ) -> Measured:
        return Measured(
            data=name,
            documents=documents,
            failed=0,
            digest=hashlib.sha256(file.read_bytes()).hexdigest()[:12],
            sampled="",
            figures=tuple(figure(name, row, results) for row in TABLE["figures"][rows]),
        )

    def _resolving_share(self, gold: Path, kit: Kit) -> float:
        """Return which share of the time goes into resolving, over the first documents."""
        task = task_named("geo")
        lines = islice(gold.read_text("utf-8").split("\n"), _TIMED)
        rows = [read_row(task, line, "documents to time") for line in lines if line]
        return Resolver.of(kit, unseen).share_of_time(rows)

    def _given_spans(self, gold: Path, kit: Kit) -> dict[str, Any]:
        """Return the scores of resolving the gold spans."""
        given = with_gold_spans(gold, self.work)
        predicted = self.work / f"{gold.stem}.given.predicted"
        predict_spans(given, predicted, kit, tell=self.tell, weights_of=unseen)
        return score("geo", self.folder, gold, predicted)


def figure(data: str, row: dict[str, Any], results: dict[str, Any]) -> Figure:
    """Pick one figure out of the results of a data set."""
    run = "given_spans" if row.get("given_spans") else "multi" if row.get("multi") else "plain"
    value: Any = results.get(run)
    for step in row["path"]:
        value = value.get(step) if isinstance(value, dict) else None
    return Figure(
        data=data,
        label=row["label"],
        value=float(value) if isinstance(value, (int, float)) else None,
        target=row["target"],
        below=row.get("below", False),
    )


def score(task: str, folder: Path, gold: Path, predicted: Path, *options: str) -> dict[str, Any]:
    """Return what the scorer of a task says.

    Raises:
        ScorerError: It failed, or printed no JSON.
    """
    scorer = folder / task / "score.py"
    out = predicted.with_suffix(".scores")
    arguments = {
        "polnear": [gold, predicted, "--json", "--breakdown"],
        "muc4": [gold, predicted, *options, "--json", out],
        "geo": [gold, predicted, "--json", out],
        "incidents": ["--gold", gold.parent, "--pred", predicted, "--json", *options],
    }[task]
    done = subprocess.run(  # noqa: S603 - the scorer that lies beside the data
        [sys.executable, str(scorer), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise ScorerError(task, done.stderr.strip() or f"exit status {done.returncode}")
    result = out.read_text("utf-8") if out in arguments else done.stdout
    try:
        scores = json.loads(result)
    except ValueError as error:
        raise ScorerError(task, f"no JSON in its output ({error})") from error
    if not isinstance(scores, dict):
        raise ScorerError(task, "no JSON object in its output")
    return scores


def as_markdown(measured: list[Measured]) -> str:
    """Return the table of all figures."""
    lines = ["| Data | Figure | Today | Target | |", "|---|---|---:|---:|---|"]
    for one in measured:
        for row in one.figures:
            shown = "not measured" if row.value is None else _number(row.value)
            sign = "≤" if row.below else "≥"
            mark = "reached" if row.is_reached else ""
            lines.append(
                f"| {row.data} | {row.label} | {shown} | {sign} {_number(row.target)} | {mark} |"
            )
    return "\n".join(lines) + "\n"


def as_text(measured: list[Measured]) -> str:
    """Return the table in columns, for a terminal."""
    lines = []
    for one in measured:
        lines.append(f"{one.data}: {_documents(one)}")
        for row in one.figures:
            shown = "-" if row.value is None else _number(row.value)
            sign = "<=" if row.below else ">="
            mark = "reached" if row.is_reached else ""
            lines.append(
                f"  {row.label:38}{shown:>8}  {sign} {_number(row.target):6} {mark}".rstrip()
            )
    return "\n".join(lines) + "\n"


def sources(measured: list[Measured]) -> str:
    """Return what was measured, as a table for the manual."""
    lines = ["| Data | Documents | SHA-256 of the file |", "|---|---|---|"]
    lines += [f"| {one.data} | {_documents(one)} | `{one.digest}…` |" for one in measured]
    return "\n".join(lines) + "\n"


def _documents(one: Measured) -> str:
    failed = f", {one.failed} not read" if one.failed else ""
    sampled = f" ({one.sampled})" if one.sampled else ""
    return f"{one.documents} documents{failed}{sampled}"


def _number(value: float) -> str:
    """Return a share with three digits, a percentage with one."""
    return f"{value:.3f}" if abs(value) < 3 else f"{value:.1f}"  # noqa: PLR2004 - shares end at 1
