"""One training run: documents in, a checkpoint after each epoch, the trained network out."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass
from random import Random
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

from training.attribution.batches import (
    NOT_COUNTED,
    Batch,
    around,
    batches,
    cues_batch,
    tags,
    windows_batch,
)
from training.attribution.documents import Document, Gold, load
from training.attribution.network import START, Network
from training.attribution.own import Text, fingerprint, own

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from torch import Tensor


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to train.

    Attributes:
        epochs: How often each document is seen.
        seed: Start of all chance.
        whole: The documents held out for tuning are learned from too.
        size: Windows in a batch.
        encoder_rate: Highest learning rate of the encoder.
        head_rate: Highest learning rate of the rest.
        hidden: How often the reader does not see what the rules read, so as to need them less.
        beside: Texts of our own seen with each batch, for their stances.
    """

    epochs: int = 3
    seed: int = 1
    whole: bool = False
    size: int = 8
    encoder_rate: float = 1e-4
    head_rate: float = 7e-4
    hidden: float = 0.15
    beside: int = 6


CHECKPOINT = "checkpoint.pt"

# Weights of the parts of the loss, so that each starts near 1.
_FINDING, _READING, _VALIDITY, _TAGGING, _STANCES = 10.0, 2.0, 0.5, 0.5, 0.3
# Cues read at once, the shortest surroundings together.
_CUES = 24
_WARM_UP = 0.06
_DECAY = 0.01
_LONGEST_STEP = 1.0
# Words likelier than this to head a cue, though they do not, are what the reader learns to refuse.
_TEMPTING = 0.02


def tokenizer() -> Tokenizer:
    """Return MiniLM's tokenizer, without padding and cutting."""
    found = Tokenizer.from_file(str(START / "tokenizer.json"))
    found.no_padding()
    found.no_truncation()
    return found


def run(corpus: Path, work: Path, settings: Settings, *, tell: Callable[[str], None]) -> Network:
    """Train, or go on training, and return the network."""
    work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(settings.seed)
    documents = load(corpus, work, tokenizer(), tell=tell)
    learned = [one for one in documents if settings.whole or not one.held_out]
    texts = [one for one in own(tokenizer()) if settings.whole or not one.held_out]
    network = Network()
    rate, steps = _optimiser(network, learned, settings)
    first = _resumed(work / CHECKPOINT, network, rate, steps, tell)
    for epoch in range(first, settings.epochs):
        began = time.monotonic()
        chance = Random(f"{settings.seed}/{epoch}")  # noqa: S311 - no secret depends on it
        torch.manual_seed(settings.seed * 1000 + epoch)
        groups = batches(learned, settings.size, chance)
        lost = 0.0
        for number, group in enumerate(groups, start=1):
            loss = _loss(network, group, settings, chance)
            beside = chance.sample(texts, settings.beside)
            loss = loss + _STANCES * _stances(network, beside, settings, chance)
            rate.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), _LONGEST_STEP)
            rate.step()
            steps.step()
            lost += loss.item()
            if number % 50 == 0:
                done = f"epoch {epoch + 1}: {number} of {len(groups)}"
                tell(f"{done}, loss {lost / number:.3f}, {time.monotonic() - began:.0f} s")
        _keep(work / CHECKPOINT, network, rate, steps, epoch + 1, settings)
    return network.eval()


def trained(work: Path) -> Network:
    """Return the network of a finished run."""
    network = Network()
    kept = torch.load(work / CHECKPOINT, weights_only=True)
    network.load_state_dict(kept["network"])
    return network.eval()


def _optimiser(
    network: Network, documents: Sequence[Document], settings: Settings
) -> tuple[torch.optim.AdamW, torch.optim.lr_scheduler.LambdaLR]:
    learned = [(name, one) for name, one in network.named_parameters() if one.requires_grad]
    inside = [one for name, one in learned if name.startswith("encoder.")]
    beside = [one for name, one in learned if not name.startswith("encoder.")]
    rate = torch.optim.AdamW(
        [
            {"params": inside, "lr": settings.encoder_rate},
            {"params": beside, "lr": settings.head_rate},
        ],
        weight_decay=_DECAY,
        fused=True,
    )
    total = settings.epochs * len(batches(documents, settings.size))
    warm = _WARM_UP * total

    def share(step: int) -> float:
        return min((step + 1) / (warm + 1), max(0.0, (total - step) / (total - warm)))

    return rate, torch.optim.lr_scheduler.LambdaLR(rate, share)


def _resumed(  # noqa: PLR0917 - what a checkpoint restores
    checkpoint: Path,
    network: Network,
    rate: torch.optim.Optimizer,
    steps: Any,  # noqa: ANN401 - a scheduler
    tell: Callable[[str], None],
) -> int:
    """Load the last checkpoint, if there is one; return how many epochs it has seen."""
    if not checkpoint.exists():
        return 0
    kept = torch.load(checkpoint, weights_only=True)
    network.load_state_dict(kept["network"])
    rate.load_state_dict(kept["rate"])
    steps.load_state_dict(kept["steps"])
    tell(f"going on after epoch {kept['epochs']}")
    return int(kept["epochs"])


def _keep(  # noqa: PLR0917 - what a checkpoint holds
    checkpoint: Path,
    network: Network,
    rate: torch.optim.Optimizer,
    steps: Any,  # noqa: ANN401 - a scheduler
    epochs: int,
    settings: Settings,
) -> None:
    kept = {
        "network": network.state_dict(),
        "rate": rate.state_dict(),
        "steps": steps.state_dict(),
        "epochs": epochs,
        "settings": asdict(settings),
        "sentences": fingerprint(),
    }
    waiting = checkpoint.with_suffix(".part")
    torch.save(kept, waiting)
    waiting.replace(checkpoint)


def _loss(network: Network, group: Sequence[Any], settings: Settings, chance: Random) -> Tensor:
    """Return the loss of one batch: finding heads of cues, reading around them, tagging words."""
    batch = windows_batch(group, [chance.random() < settings.hidden for _ in group])
    vectors = network.encode(batch.ids, batch.mask, batch.firsts)
    known = network.known(vectors, batch.features)
    finding = network.finder(known).squeeze(-1)
    golds = _golds(batch)
    truth = np.zeros(batch.real.shape, np.float32)
    for row, head in golds:
        truth[row, head - batch.places[row][1].first] = 1
    counted = torch.from_numpy(batch.real.astype(np.float32))
    each = functional.binary_cross_entropy_with_logits(
        finding, torch.from_numpy(truth), reduction="none"
    )
    loss = _FINDING * (each * counted).sum() / counted.sum().clamp(min=1)
    labels = np.full(batch.real.shape, NOT_COUNTED, np.int64)
    for row, (document, window) in enumerate(batch.places):
        labels[row, : window.last - window.first] = tags(document, window)
    loss = loss + _TAGGING * functional.cross_entropy(
        network.tagger(known).flatten(0, 1),
        torch.from_numpy(labels).flatten(),
        ignore_index=NOT_COUNTED,
    )
    with torch.no_grad():
        likely = torch.sigmoid(finding).numpy() * batch.real * (1 - truth)
    heads = [*golds, *_tempting(batch, likely, len(golds))]
    if not heads:
        return loss
    return loss + _reading_loss(network, batch, known.flatten(0, 1), heads, golds, settings, chance)


def _stances(network: Network, texts: Sequence[Text], settings: Settings, chance: Random) -> Tensor:
    """Return the loss of what the cues of our own texts do: so the encoder learns to tell it."""
    places = [(one.document, one.window) for one in texts]
    batch = windows_batch(places, [chance.random() < settings.hidden for _ in places])
    vectors = network.encode(batch.ids, batch.mask, batch.firsts)
    return stance_loss(network, network.known(vectors, batch.features), texts)


def stance_loss(network: Network, known: Tensor, texts: Sequence[Text]) -> Tensor:
    """Return the loss of what the cues of texts do.

    Args:
        network: The network.
        known: What is known of their words, (texts, words, what is known).
        texts: The texts.
    """
    labels = np.full(known.shape[:2], NOT_COUNTED, np.int64)
    for row, one in enumerate(texts):
        labels[row, : len(one.stances)] = one.stances
    loss = functional.cross_entropy(
        network.stances(known).flatten(0, 1),
        torch.from_numpy(labels).flatten(),
        ignore_index=NOT_COUNTED,
        reduction="sum",
    )
    return loss / max(sum(len(one.document.golds) for one in texts), 1)


def _golds(batch: Batch) -> dict[tuple[int, int], Gold]:
    """Return the annotated attributions of a batch by row and head."""
    return {
        (row, gold.head): gold
        for row, (document, window) in enumerate(batch.places)
        for gold in document.golds
        if window.first <= gold.head < window.last
    }


def _tempting(batch: Batch, likely: np.ndarray[Any, Any], golds: int) -> list[tuple[int, int]]:
    """Return the likeliest words that head no cue."""
    found: list[tuple[int, int]] = []
    for place in np.argsort(-likely, axis=None)[: golds // 3 + len(batch.places) // 2]:
        row, index = np.unravel_index(place, likely.shape)
        if likely[row, index] < _TEMPTING:
            break
        found.append((int(row), int(index) + batch.places[int(row)][1].first))
    return found


def _reading_loss(  # noqa: PLR0913, PLR0917 - what the loss rests on
    network: Network,
    batch: Batch,
    known: Tensor,
    heads: Sequence[tuple[int, int]],
    golds: dict[tuple[int, int], Gold],
    settings: Settings,
    chance: Random,
) -> Tensor:
    """Return the loss of reading around possible cues."""

    def width(one: tuple[int, int]) -> int:
        document, window = batch.places[one[0]]
        first, last = around(document, window, one[1])
        return last - first

    reading, validity, counted = torch.zeros(()), torch.zeros(()), 0
    ordered = sorted(heads, key=width)
    for start in range(0, len(ordered), _CUES):
        part = ordered[start : start + _CUES]
        cues = cues_batch(batch, part, [chance.random() < settings.hidden for _ in part])
        roles, valid = network.read(known, cues.index, cues.head, pairs=cues.pairs, mask=cues.mask)
        labels = np.full(cues.mask.shape, NOT_COUNTED, np.int64)
        for place, one in enumerate(part):
            if one not in golds:
                continue
            first, last = cues.spans[place]
            labels[place, : last - first] = 0
            for role, words in golds[one].roles.items():
                inside = [index - first for index in words if first <= index < last]
                labels[place, inside] = role
        counted += int((labels != NOT_COUNTED).sum())
        reading = reading + functional.cross_entropy(
            roles.flatten(0, 1),
            torch.from_numpy(labels).flatten(),
            ignore_index=NOT_COUNTED,
            reduction="sum",
        )
        truth = torch.tensor([float(one in golds) for one in part])
        validity = validity + functional.binary_cross_entropy_with_logits(
            valid, truth, reduction="sum"
        )
    return _READING * reading / max(counted, 1) + _VALIDITY * validity / len(heads)
