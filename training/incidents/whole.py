"""The whole training: documents, networks, thresholds, the card, the files that ship."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A part of the training: words and participants together, then participants further.

    Attributes:
        name: Of its files.
        epochs: How often each document is seen; None as often as the settings say.
        rate: Share of the learning rates of the settings.
        polished: How often each document is seen by participants further.
    """

    name: str
    epochs: int | None = None
    rate: float = 1.0
    polished: int


STAGES = (
    Stage(name="incidents", polished=8),
    Stage(name="incidents-further", epochs=3, rate=0.5, polished=4),
)
"""What learns from four fifths: participants once polished, words learn from them again."""

ON_ALL = Stage(name="incidents-all", epochs=1, rate=0.25, polished=2)
"""What goes on with all documents, once the thresholds are known: little, in small steps."""


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
    for stage in STAGES:
        network = _trained(network, learned, work, settings, stage, tell=tell)
    shipping.export(network, work)
    reads = held_out(documents, corpus, work)
    score = scorer(corpus.with_name("score.py"))
    decoding = tuning.tuned(reads, score, tell=tell)
    result = tuning.scores(reads, decoding, Names.of(open_library()), score)
    tell(score.report(result))
    own = tuning.own_score(reads, decoding, Names.of(open_library()))
    tell(f"stories of our own held out, F0.5 of fillers: {own:.1f}")
    if install:
        network = _trained(network, documents, work, settings, ON_ALL, tell=tell)
        shipping.export(network, work)
        card = shipping.card(
            work, corpus, _told(settings), held_out=score.report(result), decoding=decoding
        )
        shipping.install(work, decoding, card=card)


def _trained(  # noqa: PLR0917 - what a stage starts from
    network: Network,
    documents: Sequence[Document],
    work: Path,
    settings: Settings,
    stage: Stage,
    *,
    tell: Callable[[str], None],
) -> Network:
    """Return the network after a stage, trained now or in an earlier run."""
    done = work / f"{stage.name}.polished.pt"
    if done.exists():
        network.load_state_dict(torch.load(done, weights_only=True))
        return network.eval()
    tell(f"stage {stage.name}: {len(documents)} documents")
    settings = _of_stage(settings, stage)
    network = run(network, documents, work / f"{stage.name}.pt", settings, tell=tell)
    network = polish(network, seen(documents), settings, epochs=stage.polished, tell=tell)
    torch.save(network.state_dict(), done)
    return network


def _of_stage(settings: Settings, stage: Stage) -> Settings:
    return replace(
        settings,
        epochs=stage.epochs or settings.epochs,
        own_rate=settings.own_rate * stage.rate,
        head_rate=settings.head_rate * stage.rate,
    )


def _told(settings: Settings) -> dict[str, object]:
    """Return what the card says of the settings."""
    told = asdict(settings)
    for stage in (*STAGES, ON_ALL):
        epochs = _of_stage(settings, stage).epochs
        told[f"stage `{stage.name}`"] = (
            f"{epochs} epochs at {stage.rate:g} of the rates, then {stage.polished} of participants"
        )
    return told


def seen(documents: Sequence[Document]) -> list[Document]:
    """Return what participants are learned from further; those with incidents in all variants."""
    others = [other for one in documents if one.gold.templates for other in one.others]
    return [one.cut(LONGEST) for one in (*documents, *others)]


def held_out(documents: Sequence[Document], corpus: Path, weights: Path) -> list[tuning.Read]:
    """Return what a reader makes of the documents and stories it did not learn from."""
    rows = {row["docid"]: row for row in map(json.loads, corpus.read_text("utf-8").splitlines())}
    reader = tuning.reader(weights)
    return [
        tuning.Read(one, rows[one.name] if one.of_muc4 else None, tuning.read(reader, one))
        for one in documents
        if one.held_out
    ]
