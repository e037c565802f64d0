"""The briefs of the example stories, held against what a careful editor reads out of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.expectations import read_items
from benchmarks.matching import compare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.matching import Outcome
    from onrecord.desk import Desk

ROOT = Path(__file__).resolve().parent.parent
STORIES = ROOT / "examples"
EXPECTED = ROOT / "tests" / "quality" / "examples"
NAMES = tuple(sorted(file.stem for file in EXPECTED.glob("*.toml")))


def outcome_of(name: str, desk: Desk) -> Outcome:
    """Brief one example and hold the brief against its items."""
    record = desk.brief(desk.open(str(STORIES / name / "story.txt")))
    return compare(record, read_items(EXPECTED / f"{name}.toml"))


def run() -> Iterator[tuple[str, Outcome]]:
    """Yield the outcome of each example."""
    # The engine takes a second to load; naming the examples should not.
    from onrecord.desk import Desk  # noqa: PLC0415

    desk = Desk()
    for name in NAMES:
        yield name, outcome_of(name, desk)
