"""The whole training: documents, words, participants, thresholds, the card, the files that ship."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import torch

from benchmarks.scorers import scorer
from onrecord.extract.events.learned.names import Names
from onrecord.extract.events.learned.reader import LONGEST
from onrecord.resources import open_library
from training.incidents import shipping, tuning
from training.incidents.documents import Document, load
from training.incidents.network import Network
from training.incidents.polish import polish
from training.incidents.run import Settings, run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

# How often each report is also learned from under other names.
_VARIANTS = 1
_POLISHED = "incidents-polished.pt"


def train(
    corpus: Path,
    work: Path,
    settings: Settings,
    *,
    install: bool,
    tell: Callable[[str], None],
) -> None:
    """Train, or go on training; install what came out if asked to."""
    work.mkdir(parents=True, exist_ok=True)
    documents = load(corpus, work, variants=_VARIANTS, tell=tell)
    shipping.export(_trained(documents, work, settings, tell), work)
    reads = held_out(documents, corpus, work)
    score = scorer(corpus.with_name("score.py"))
    decoding = tuning.tuned(reads, score, tell=tell)
    result = tuning.scores(reads, decoding, Names.of(open_library()), score)
    tell(score.report(result))
    if install:
        card = shipping.card(work, corpus, held_out=score.report(result), decoding=decoding)
        shipping.install(work, decoding, card=card)


def _trained(
    documents: Sequence[Document],
    work: Path,
    settings: Settings,
    tell: Callable[[str], None],
) -> Network:
    """Return the trained network: words and participants together, then participants further."""
    done = work / _POLISHED
    if done.exists():
        network = Network()
        network.load_state_dict(torch.load(done, weights_only=True))
        return network.eval()
    network = run(documents, work, settings, tell=tell)
    polish(
        network,
        seen(documents),
        seed=settings.seed,
        quiet=settings.quiet,
        own=settings.own,
        tell=tell,
    )
    torch.save(network.state_dict(), done)
    return network


def seen(documents: Sequence[Document]) -> list[Document]:
    """Return what participants are learned from further; those with incidents in all variants."""
    learned = [one for one in documents if not one.held_out]
    others = [other for one in learned if one.gold.templates for other in one.others]
    return [one.cut(LONGEST) for one in (*learned, *others)]


def held_out(documents: Sequence[Document], corpus: Path, weights: Path) -> list[tuning.Read]:
    """Return what a reader makes of the documents of the corpus it did not learn from."""
    rows = {row["docid"]: row for row in map(json.loads, corpus.read_text("utf-8").splitlines())}
    reader = tuning.reader(weights)
    return [
        tuning.Read(one, rows[one.name], tuning.read(reader, one))
        for one in documents
        if one.held_out and one.of_muc4
    ]
