"""The whole training: documents, a run to tune the thresholds on, a run that ships, the card."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks.scorers import scorer
from onrecord.extract.events.learned.names import Names
from onrecord.resources import open_library
from training.incidents import shipping, tuning
from training.incidents.documents import Document, load
from training.incidents.run import Settings, run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

# The run that ships starts from the one the thresholds were tuned on and sees all documents a few
# times more, at half its rates.
_WHOLE = Settings(epochs=3, whole=True, own_rate=6e-5, head_rate=2.5e-4)
# How often each report is also learned from under other names.
_VARIANTS = 1


def train(
    corpus: Path,
    work: Path,
    *,
    epochs: int,
    seed: int,
    install: bool,
    tell: Callable[[str], None],
) -> None:
    """Train both runs, or go on with them; install what came out if asked to."""
    work.mkdir(parents=True, exist_ok=True)
    documents = load(corpus, work, own=True, variants=_VARIANTS, tell=tell)
    settings = Settings(epochs=epochs, seed=seed)
    part = _exported(documents, work / "part", settings, tell=tell)
    reads = held_out(documents, corpus, part)
    score = scorer(corpus.with_name("score.py"))
    decoding = tuning.tuned(reads, score, tell=tell)
    result = tuning.scores(reads, decoding, Names.of(open_library()), score)
    tell(score.report(result))
    whole = _exported(documents, work / "whole", _WHOLE, start=part, tell=tell)
    if install:
        card = shipping.card(whole, corpus, held_out=score.report(result), decoding=decoding)
        shipping.install(whole, decoding, card=card)


def _exported(
    documents: Sequence[Document],
    folder: Path,
    settings: Settings,
    *,
    start: Path | None = None,
    tell: Callable[[str], None],
) -> Path:
    """Train in a folder of its own and write the ONNX files there; return the folder."""
    folder.mkdir(exist_ok=True)
    shipping.export(run(documents, folder, settings, start=start, tell=tell), folder)
    return folder


def held_out(documents: Sequence[Document], corpus: Path, weights: Path) -> list[tuning.Read]:
    """Return what a reader makes of the documents of the corpus it did not learn from."""
    rows = {row["docid"]: row for row in map(json.loads, corpus.read_text("utf-8").splitlines())}
    reader = tuning.reader(weights)
    return [
        tuning.Read(one, rows[one.name], tuning.read(reader, one))
        for one in documents
        if one.held_out and one.of_muc4
    ]
