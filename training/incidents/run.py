"""One training run: documents in, a checkpoint after each epoch, the trained network out."""

from __future__ import annotations

import copy
import time
from dataclasses import asdict, dataclass
from random import Random
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from onrecord.encoding import WIDTH
from onrecord.extract.events.learned.candidates import BEGINS, GOES_ON, Candidate, spelt
from onrecord.extract.events.learned.participants import Participants
from onrecord.extract.events.learned.reader import LONGEST
from onrecord.extract.events.learned.roles import OF_MUC4, ROLES, TYPES
from training.incidents.network import TABLES, Network, bias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from torch import Tensor

    from training.incidents.documents import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to train.

    Attributes:
        epochs: How often each document is seen.
        seed: Start of all chance.
        size: Documents in a batch.
        own_rate: Highest learning rate of the layers taken from MiniLM.
        head_rate: Highest learning rate of the rest.
        quiet: Which share of the documents without an incident an epoch sees.
        others: Which share of the documents is seen under other names or in mixed case.
        bare: Which share is seen without grammar, names and rules.
        thinned: Which share of the sentences in which nobody takes part is left out.
        own: How often an epoch sees each of our own stories.
        bfloat16: Multiply in 16 bits: twice as fast where the processor has it (AVX-512 BF16).
    """

    epochs: int = 8
    seed: int = 1
    size: int = 4
    own_rate: float = 1.2e-4
    head_rate: float = 5e-4
    quiet: float = 0.5
    others: float = 0.5
    bare: float = 0.1
    thinned: float = 0.1
    own: int = 1
    bfloat16: bool = False


# Weights of the parts of the loss, so that each starts near 1 for a document.
_TAGGING, _REPORT, _TAKING_PART, _TOGETHER = 1 / 40, 0.5, 0.1, 1.0
# Descriptions of victims are many, and no benchmark asks for them.
_PEOPLE = 0.5
# Pairs of a report with one incident all belong together, and teach little.
_ONE_INCIDENT = 0.3
_WARM_UP, _LEAST_RATE, _DECAY, _LONGEST_STEP = 0.08, 0.02, 0.01, 1.0
# The mean of the weights over the last epochs, which errs less than the last weights.
_MEAN_EPOCHS, _MEAN = 2, 0.98
_BUCKET = 16


def run(
    network: Network,
    documents: Sequence[Document],
    checkpoint: Path,
    settings: Settings,
    *,
    tell: Callable[[str], None],
) -> Network:
    """Train a network, or go on training, and return it.

    Args:
        network: Where training starts from, unless there is a checkpoint.
        documents: What it learns from.
        checkpoint: Where each epoch is kept.
        settings: How to train.
        tell: Is told how it goes.
    """
    training = _Training(network, _steps(documents, settings), settings)
    first = training.resumed(checkpoint, tell)
    for epoch in range(first, settings.epochs):
        began = time.monotonic()
        chance = Random(f"{settings.seed}/{epoch}")  # noqa: S311 - no secret depends on it
        torch.manual_seed(settings.seed * 1000 + epoch)
        groups = batches(documents, settings, chance)
        network.train()
        lost = 0.0
        for number, group in enumerate(groups, start=1):
            lost += training.step(group, averaged=epoch >= settings.epochs - _MEAN_EPOCHS)
            if number % 100 == 0:
                done = f"epoch {epoch + 1}: {number} of {len(groups)}"
                tell(f"{done}, loss {lost / number:.3f}, {time.monotonic() - began:.0f} s")
        training.keep(checkpoint, epoch + 1)
    network.load_state_dict(torch.load(checkpoint, weights_only=True)["mean"])
    return network.eval()


class _Training:
    """A network on its way."""

    def __init__(self, network: Network, total: int, settings: Settings) -> None:
        self.network, self.settings = network, settings
        self.mean: dict[str, Tensor] | None = None
        inside = list(network.words.layers.parameters())
        known = {id(one) for one in inside}
        beside = [one for one in network.parameters() if id(one) not in known]
        self.rate = torch.optim.AdamW(
            [
                {"params": inside, "lr": settings.own_rate},
                {"params": beside, "lr": settings.head_rate},
            ],
            weight_decay=_DECAY,
            fused=True,
        )
        warm = _WARM_UP * total

        def share(step: int) -> float:
            falling = max(_LEAST_RATE, (total - step) / (total - warm))
            return min((step + 1) / (warm + 1), falling)

        self.steps = torch.optim.lr_scheduler.LambdaLR(self.rate, share)

    def step(self, group: Sequence[Document], *, averaged: bool) -> float:
        """Learn from a batch; return what it lost."""
        loss = _loss(self.network, group, bfloat16=self.settings.bfloat16)
        self.rate.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), _LONGEST_STEP)
        self.rate.step()
        self.steps.step()
        if averaged:
            self._average()
        return float(loss.item())

    def _average(self) -> None:
        now = self.network.state_dict()
        if self.mean is None:
            self.mean = copy.deepcopy(now)
            return
        for name, value in now.items():
            self.mean[name].mul_(_MEAN).add_(value, alpha=1 - _MEAN)

    def keep(self, checkpoint: Path, epochs: int) -> None:
        """Write a checkpoint."""
        waiting = checkpoint.with_suffix(".part")
        torch.save(
            {
                "network": self.network.state_dict(),
                "mean": self.mean or self.network.state_dict(),
                "averaged": self.mean is not None,
                "rate": self.rate.state_dict(),
                "steps": self.steps.state_dict(),
                "epochs": epochs,
                "settings": asdict(self.settings),
            },
            waiting,
        )
        waiting.replace(checkpoint)

    def resumed(self, checkpoint: Path, tell: Callable[[str], None]) -> int:
        """Load the last checkpoint, if there is one; return how many epochs it has seen."""
        if not checkpoint.exists():
            return 0
        kept: dict[str, Any] = torch.load(checkpoint, weights_only=True)
        if kept["settings"] != asdict(self.settings):
            raise ValueError(f"{checkpoint} was trained with other settings; name another folder")
        self.network.load_state_dict(kept["network"])
        self.rate.load_state_dict(kept["rate"])
        self.steps.load_state_dict(kept["steps"])
        self.mean = kept["mean"] if kept["averaged"] else None
        tell(f"going on after epoch {kept['epochs']}")
        return int(kept["epochs"])


def _steps(documents: Sequence[Document], settings: Settings) -> int:
    chance = Random(settings.seed)  # noqa: S311 - no secret depends on it
    return settings.epochs * len(batches(documents, settings, chance))


def batches(
    documents: Sequence[Document], settings: Settings, chance: Random
) -> list[list[Document]]:
    """Return the batches of an epoch: documents of like length together, in random order."""
    seen = [
        _varied(one, settings, chance)
        for one in documents
        for _ in range(1 if one.of_muc4 else settings.own)
        if one.gold.templates or not one.of_muc4 or chance.random() < settings.quiet
    ]
    chance.shuffle(seen)
    size = settings.size
    found = []
    for first in range(0, len(seen), _BUCKET * size):
        bucket = sorted(seen[first : first + _BUCKET * size], key=len)
        found.extend(bucket[at : at + size] for at in range(0, len(bucket), size))
    chance.shuffle(found)
    return found


def _varied(document: Document, settings: Settings, chance: Random) -> Document:
    """Return a document as this epoch sees it: perhaps under other names, thinned and cut."""
    if document.others and chance.random() < settings.others:
        document = chance.choice(document.others)
    thinned = document.thinned(settings.thinned, chance)
    return thinned.cut(LONGEST, bare=chance.random() < settings.bare)


def arrays(
    group: Sequence[Document],
) -> tuple[Tensor, dict[str, Tensor], Tensor]:
    """Return the words of some documents as arrays: vectors, features, which are real."""
    shape = (len(group), max(map(len, group)))
    lower = np.zeros((*shape, WIDTH), np.float32)
    mask = np.zeros(shape, bool)
    features = {name: np.zeros(shape, np.int64) for name in TABLES}
    for row, document in enumerate(group):
        lower[row, : len(document)] = document.lower
        mask[row, : len(document)] = True
        for name, values in features.items():
            values[row, : len(document)] = document.features[name]
    return (
        torch.from_numpy(lower),
        {name: torch.from_numpy(values) for name, values in features.items()},
        torch.from_numpy(mask),
    )


def _loss(network: Network, group: Sequence[Document], *, bfloat16: bool) -> Tensor:
    lower, features, mask = arrays(group)
    with torch.autocast("cpu", torch.bfloat16, enabled=bfloat16):
        vectors, tags = network.words(lower, features, bias(mask))
    vectors, tags = vectors.float(), tags.float()
    wanted = np.zeros((len(group), lower.shape[1], len(ROLES)), np.int64)
    for row, document in enumerate(group):
        wanted[row, : len(document)] = _tags(document)
    each = functional.cross_entropy(
        tags.reshape(-1, 3), torch.from_numpy(wanted).reshape(-1), reduction="none"
    ).view(wanted.shape)
    loss = _TAGGING * (each * mask.unsqueeze(-1)).sum()
    said = tags.detach().softmax(-1).numpy()
    for row, document in enumerate(group):
        size = len(document)
        loss = loss + document_loss(network, document, vectors[row, :size], said[row, :size])
    return loss / len(group)


def _tags(document: Document) -> NDArray[np.int64]:
    """Return what each word is in each role."""
    found = np.zeros((len(document), len(ROLES)), np.int64)
    for first, last, place in sorted(document.mentions, key=lambda one: one[1] - one[0]):
        role = document.gold.fillers[place].role
        found[first:last, role] = GOES_ON
        found[first, role] = BEGINS
    return found


def document_loss(
    network: Network, document: Document, vectors: Tensor, said: NDArray[np.float32]
) -> Tensor:
    """Return what is lost on who takes part in what, and with whom."""
    fillers = document.gold.fillers
    gold = [Candidate(first, last, fillers[place].role) for first, last, place in document.mentions]
    known = OF_MUC4 if document.of_muc4 else len(TYPES)
    found = Participants.of(said, document.words, document.sentence, gold)
    if not found.mentions:
        return vectors.new_zeros(())
    given = {name: torch.from_numpy(values) for name, values in found.arrays().items()}
    kinds, likely, together = network.participants(vectors, **given)
    loss = _REPORT * functional.binary_cross_entropy_with_logits(
        kinds[:known], torch.from_numpy(_report_kinds(document)[:known]), reduction="sum"
    )
    which = _named(document, found)
    wanted = _kinds(document)[which]  # the last row is that of no filler
    each = functional.binary_cross_entropy_with_logits(
        likely[:, :known], torch.from_numpy(wanted[:, :known]), reduction="none"
    ).sum(1)
    weight = [_PEOPLE if ROLES[role] == "people" else 1.0 for role, _ in found.names]
    loss = loss + _TAKING_PART * (each * torch.tensor(weight)).sum()
    right = np.flatnonzero(which >= 0)
    if len(right) > 1:
        rows = torch.from_numpy(right)
        geometry = torch.from_numpy(found.geometry[np.ix_(right, right)])
        scores = network.pairs(together[rows], geometry)
        shared = _shared(document)[np.ix_(which[right], which[right])]
        apart = ~torch.eye(len(right), dtype=torch.bool)
        several = 1.0 if len(document.gold.templates) > 1 else _ONE_INCIDENT
        loss = loss + _TOGETHER * several * functional.binary_cross_entropy_with_logits(
            scores[apart], torch.from_numpy(shared)[apart]
        )
    return loss


def _named(document: Document, found: Participants) -> NDArray[np.int64]:
    """Return which filler each participant is; -1 for none."""
    spelling = {
        (document.gold.fillers[place].role, spelt(document.words, Candidate(first, last, 0))): place
        for first, last, place in document.mentions
    }
    return np.array([spelling.get(name, -1) for name in found.names], np.int64)


def _report_kinds(document: Document) -> NDArray[np.float32]:
    found = np.zeros(len(TYPES), np.float32)
    for template in document.gold.templates:
        for kind in template.types & set(TYPES):
            found[TYPES.index(kind)] = 1
    return found


def _kinds(document: Document) -> NDArray[np.float32]:
    """Return the types of incidents each filler takes part in, and a row of zeros."""
    found = np.zeros((len(document.gold.fillers) + 1, len(TYPES)), np.float32)
    for template in document.gold.templates:
        for kind in template.types & set(TYPES):
            found[list(template.fillers), TYPES.index(kind)] = 1
    return found


def _shared(document: Document) -> NDArray[np.float32]:
    """Return which fillers share an incident."""
    size = len(document.gold.fillers)
    found = np.zeros((size, size), np.float32)
    for template in document.gold.templates:
        places = list(template.fillers)
        found[np.ix_(places, places)] = 1
    return found
