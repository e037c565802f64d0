"""The whole training: documents, networks, thresholds, the card, the files that ship."""

from __future__ import annotations

import json
from dataclasses import replace
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
from training.incidents.run import run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from training.incidents.run import Settings

# How often each report is also learned from under other names.
_VARIANTS = 1
_POLISH = 8

# What follows on all documents, once the thresholds are known: little, and in small steps.
_ALL_EPOCHS, _ALL_RATE, _ALL_HEAD_RATE = 2, 3e-5, 1e-4
_POLISH_ALL = 3

RUN, RUN_ON_ALL = "incidents.pt", "incidents-all.pt"
"""Checkpoints: of what learned from four fifths, and of what went on with all."""


def train(
    corpus: Path,
    work: Path,
    settings: Settings,
    *,
    install: bool,
    tell: Callable[[str], None],
) -> None:
    """Train, or go on training; install what came out if asked to.

    Thresholds are tuned, and figures taken, on documents held out; then training goes on with
    those too, and what comes out of that ships.
    """
    work.mkdir(parents=True, exist_ok=True)
    documents = load(corpus, work, variants=_VARIANTS, tell=tell)
    learned = [one for one in documents if not one.held_out]
    torch.manual_seed(settings.seed)
    network = Network()
    network.words.start()
    network = _trained(network, learned, work / RUN, settings, polished=_POLISH, tell=tell)
    shipping.export(network, work)
    reads = held_out(documents, corpus, work)
    score = scorer(corpus.with_name("score.py"))
    decoding = tuning.tuned(reads, score, tell=tell)
    result = tuning.scores(reads, decoding, Names.of(open_library()), score)
    tell(score.report(result))
    if install:
        more = replace(settings, epochs=_ALL_EPOCHS, own_rate=_ALL_RATE, head_rate=_ALL_HEAD_RATE)
        network = _trained(
            network, documents, work / RUN_ON_ALL, more, polished=_POLISH_ALL, tell=tell
        )
        shipping.export(network, work)
        card = shipping.card(
            work, corpus, (settings, more), held_out=score.report(result), decoding=decoding
        )
        shipping.install(work, decoding, card=card)


def _trained(
    network: Network,
    documents: Sequence[Document],
    checkpoint: Path,
    settings: Settings,
    *,
    polished: int,
    tell: Callable[[str], None],
) -> Network:
    """Return the trained network: words and participants together, then participants further."""
    done = checkpoint.with_suffix(".polished.pt")
    if done.exists():
        network.load_state_dict(torch.load(done, weights_only=True))
        return network.eval()
    network = run(network, documents, checkpoint, settings, tell=tell)
    network = polish(network, seen(documents), settings, epochs=polished, tell=tell)
    torch.save(network.state_dict(), done)
    return network


def seen(documents: Sequence[Document]) -> list[Document]:
    """Return what participants are learned from further; those with incidents in all variants."""
    others = [other for one in documents if one.gold.templates for other in one.others]
    return [one.cut(LONGEST) for one in (*documents, *others)]


def held_out(documents: Sequence[Document], corpus: Path, weights: Path) -> list[tuning.Read]:
    """Return what a reader makes of the documents of the corpus it did not learn from."""
    rows = {row["docid"]: row for row in map(json.loads, corpus.read_text("utf-8").splitlines())}
    reader = tuning.reader(weights)
    return [
        tuning.Read(one, rows[one.name], tuning.read(reader, one))
        for one in documents
        if one.held_out and one.of_muc4
    ]
