"""What the readers' confidence is worth: counted on the documents held out of training.

What is counted is what ships: rules and both readers together, from the files in `onrecord/data`.
Non-answers and voices within voices are left out: the corpus marks neither.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from scipy.optimize import isotonic_regression

from onrecord.extract.attribution.calibration import CONFIDENCE
from onrecord.extract.attribution.learned.features import CUE
from onrecord.extract.attribution.quotations import Quotations
from onrecord.extract.attribution.readers import Readers
from onrecord.model import NON_ANSWERS
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from training.attribution.documents import Document

TARGET = Path(__file__).resolve().parents[2] / "resources" / f"{CONFIDENCE}.toml"

# Steps of the regression that rest on fewer attributions are joined to the one before.
_LEAST = 25


def counted(documents: Iterable[Document]) -> list[tuple[float, bool]]:
    """Return the confidence of each attribution the readers saw, and whether it is one."""
    readers = Readers.of(open_library())
    found = []
    for document in documents:
        cues = [set(gold.roles[CUE]) for gold in document.golds]
        for draft in readers.drafts(document.analysis, Quotations.of(document.analysis)):
            words = set(range(*draft.cue))
            known = draft.learned and draft.outer is None and draft.stance not in NON_ANSWERS
            if known and not document.discarded[draft.verb]:
                found.append((draft.confidence, any(words & cue for cue in cues)))
    return sorted(found)


def points(pairs: Sequence[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Return the points of a line that never falls, nearest to what was counted."""
    worth = isotonic_regression([float(right) for _, right in pairs]).x
    steps = [list(step) for _, step in groupby(zip(pairs, worth, strict=True), lambda one: one[1])]
    joined: list[list[tuple[tuple[float, bool], float]]] = []
    for step in steps:
        if joined and (len(step) < _LEAST or len(joined[-1]) < _LEAST):
            joined[-1] += step
        else:
            joined.append(step)
    return [
        (
            round(sum(said for (said, _), _ in step) / len(step), 3),
            round(sum(right for (_, right), _ in step) / len(step), 3),
        )
        for step in joined
    ]


def write(found: Sequence[tuple[float, float]]) -> None:
    """Write the resource; its version is one higher if the points changed."""
    rows = "".join(f"  [{said}, {worth}],\n" for said, worth in found)
    before = TARGET.read_text("utf-8") if TARGET.exists() else ""
    version = next(
        (int(line[9:]) for line in before.splitlines() if line.startswith("version =")), 0
    )
    if f"points = [\n{rows}]" not in before:
        version += 1
    TARGET.write_text(
        "# Written by `python -m training attribution --install`.\n\n"
        f"points = [\n{rows}]\n\n"
        "[meta]\n"
        f"version = {version}\n"
        'licence = "Apache-2.0"\n'
        'source = "python -m training attribution, on documents of PolNeAR held out of training"\n'
        'summary = "How often there is an attribution, by the confidence of the trained readers"\n',
        "utf-8",
    )
