"""Which documents of a data set are measured, and the gold files that go with them."""

from __future__ import annotations

import hashlib
import json
import shutil
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

# 3,420 reports would take most of the minutes a table may take.
INCIDENT_REPORTS = 400


def gold_sample(task: str, whole: Path, work: Path, *, limit: int | None) -> tuple[Path, str]:
    """Return the gold file to predict and score, and in words how its documents were chosen.

    Reports of incidents are sampled incident by incident, in the order of the hash of their names,
    so that groups stay whole and the sample is the same on every machine.
    """
    if task == "incidents":
        return _incidents(whole, work, min(limit or INCIDENT_REPORTS, INCIDENT_REPORTS))
    if limit is None:
        return whole, ""
    lines = _lines(whole)
    if limit >= len(lines):
        return whole, ""
    return _write(work / whole.name, lines[:limit]), f"the first {limit} of {len(lines)}"


def with_gold_spans(gold: Path, work: Path) -> Path:
    """Return a copy of a geoparsing file whose lines carry the gold spans, and no answers."""
    lines = []
    for line in _lines(gold):
        row = json.loads(line)
        spans = sorted({(one["start"], one["end"]) for one in row["toponyms"]})
        kept = {name: row[name] for name in ("docid", "text", "date") if name in row}
        lines.append(json.dumps({**kept, "spans": spans}, ensure_ascii=False) + "\n")
    return _write(work / f"{gold.stem}.given.jsonl", lines)


def _incidents(whole: Path, work: Path, limit: int) -> tuple[Path, str]:
    lines = _lines(whole)
    groups: dict[str, list[tuple[int, str]]] = {}
    for number, line in enumerate(lines):
        row: dict[str, Any] = json.loads(line)
        groups.setdefault(str(row["incident"]), []).append((number, line))
    chosen: list[tuple[int, str]] = []
    for name in sorted(groups, key=lambda one: hashlib.sha256(one.encode()).digest()):
        if len(chosen) >= limit:
            break
        chosen += groups[name]
    folder = work / "incidents"
    folder.mkdir(exist_ok=True)
    shutil.copyfile(whole.with_name("incidents.jsonl"), folder / "incidents.jsonl")
    sampled = _write(folder / whole.name, [line for _, line in sorted(chosen)])
    return sampled, f"of {len(lines)}; whole incidents in the order of the hash of their names"


def _lines(file: Path) -> list[str]:
    with file.open(encoding="utf-8") as lines:
        return [line for line in lines if line.strip()]


def _write(file: Path, lines: list[str]) -> Path:
    file.write_text("".join(lines), "utf-8")
    return file
