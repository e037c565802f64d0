"""The second reader: stances and non-answers, from sentences of our own, over the encoder as it is.

PolNeAR forbids voices within voices and has hardly a non-answer, so what it trained does not see
them. This reader starts from that one's heads, takes the vectors of the shipped encoder as they
are, and learns from `sentences/`: what each word that heads a cue does with what it hands over,
and who and what belong to it. It takes minutes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from onrecord import encoding
from onrecord.encoding import Network as OnnxNetwork
from onrecord.encoding.encoder import Encoder
from training.attribution.batches import NOT_COUNTED, Batch, Cues, cues_batch
from training.attribution.documents import Document, load
from training.attribution.network import WORD_TABLES, Network
from training.attribution.own import Text, own
from training.attribution.run import Settings, stance_loss, tokenizer, trained

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

VOICES = "voices.pt"
_EPOCHS, _SIZE, _RATE, _HIDDEN = 10, 12, 1e-3, 0.4
# The encoder has seen these texts in its own training, so what it gives of them is easier to read
# than what it gives of others: without so much dropout, and with more epochs, the reader of stances
# becomes sure of what it only remembers (docs/quality/attribution.md).
_DROPOUT, _KEPT = 0.5, 0.995
# Documents of other news, and stretches of it that are seen in each epoch beside our own texts.
_DOCUMENTS, _BESIDE = 150, 240
_DECAY, _LONGEST_STEP, _WARM_UP = 0.02, 1.0, 0.1
_READING = 1.0


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text and what the shipped encoder makes of its words, (words, `encoding.WIDTH`)."""

    text: Text
    vectors: NDArray[np.float32]


def background(documents: Sequence[Document]) -> list[Text]:
    """Return stretches of news with the words in which certainly nobody withholds anything.

    Those are what no annotator marked and no rule reads; the rest is not counted.
    """
    made = []
    for document in documents:
        stances = np.zeros(len(document.analysis.tokens), np.int64)
        stances[document.discarded] = NOT_COUNTED
        for gold in document.golds:
            for words in gold.roles.values():
                stances[list(words)] = NOT_COUNTED
        for draft in document.drafts:
            for part in (draft.cue, *draft.content):
                stances[slice(*part)] = NOT_COUNTED
        bare = replace(document, golds=[])
        made.extend(
            Text(bare, window, stances[window.first : window.last]) for window in document.windows
        )
    return made


def train(corpus: Path, work: Path, settings: Settings, *, tell: Callable[[str], None]) -> Network:
    """Train the second reader from the first, and keep it beside the first's checkpoint."""
    torch.manual_seed(settings.seed)
    network = trained(work).train()
    network.encoder.requires_grad_(requires_grad=False)
    for part in network.stances.modules():
        if isinstance(part, nn.Dropout):
            part.p = _DROPOUT
    mean = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(_KEPT))
    encoder = Encoder(OnnxNetwork.of(work / "encoder.onnx"), tokenizer())
    everything = own(tokenizer())
    learned = _encoded([one for one in everything if settings.whole or not one.held_out], encoder)
    tell(f"learning from {len(learned)} of {len(everything)} texts")
    news = load(corpus, work, tokenizer(), tell=tell)[:_DOCUMENTS]
    beside = _encoded(background(news), encoder)
    rate = torch.optim.AdamW(
        [one for one in network.parameters() if one.requires_grad], lr=_RATE, weight_decay=_DECAY
    )
    total = _EPOCHS * -(-(len(learned) + _BESIDE) // _SIZE)
    steps = torch.optim.lr_scheduler.OneCycleLR(
        rate, _RATE, total_steps=total + 1, pct_start=_WARM_UP
    )
    chance = Random(settings.seed)  # noqa: S311 - no secret depends on it
    for epoch in range(_EPOCHS):
        seen = [*learned, *chance.sample(beside, _BESIDE)]
        chance.shuffle(seen)
        lost = 0.0
        for start in range(0, len(seen), _SIZE):
            loss = _loss(network, seen[start : start + _SIZE], chance)
            rate.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), _LONGEST_STEP)
            rate.step()
            steps.step()
            mean.update_parameters(network)
            lost += loss.item()
        tell(f"epoch {epoch + 1}: loss {lost * _SIZE / len(seen):.3f}")
    network.load_state_dict(mean.module.state_dict())
    torch.save(network.state_dict(), work / VOICES)
    return network.eval()


def voices(work: Path) -> Network:
    """Return the second reader of a finished run."""
    network = Network()
    network.load_state_dict(torch.load(work / VOICES, weights_only=True))
    return network.eval()


def _encoded(texts: Sequence[Text], encoder: Encoder) -> list[Encoded]:
    made, vectors, last = [], np.zeros((0, 0), np.float32), None
    for one in texts:
        analysis = one.document.analysis
        if analysis is not last:
            vectors, last = encoder.encode(analysis), analysis
        made.append(Encoded(one, vectors[one.window.first : one.window.last]))
    return made


def _batch(group: Sequence[Encoded], hide: Sequence[bool]) -> tuple[Batch, Tensor]:
    """Return texts as arrays, and their vectors."""
    longest = max(len(one.vectors) for one in group)
    real = np.zeros((len(group), longest), bool)
    vectors = np.zeros((len(group), longest, encoding.WIDTH), np.float32)
    features = {name: np.zeros((len(group), longest), np.int64) for name in WORD_TABLES}
    for row, one in enumerate(group):
        size, window = len(one.vectors), one.text.window
        real[row, :size] = True
        vectors[row, :size] = one.vectors
        for name, values in one.text.document.features.arrays().items():
            features[name][row, :size] = values[window.first : window.last]
        if hide[row]:
            features["drafted"][row] = 0
    none = torch.zeros(0)
    seen = {name: torch.from_numpy(values) for name, values in features.items()}
    places = [(one.text.document, one.text.window) for one in group]
    return Batch(places, none, none, none, seen, real), torch.from_numpy(vectors)


def _loss(network: Network, group: Sequence[Encoded], chance: Random) -> Tensor:
    hide = [chance.random() < _HIDDEN for _ in group]
    batch, vectors = _batch(group, hide)
    known = network.known(vectors, batch.features)
    texts = [one.text for one in group]
    loss = stance_loss(network, known, texts)
    golds = [(row, gold) for row, one in enumerate(texts) for gold in one.document.golds]
    if not golds:
        return loss
    heads = [(row, gold.head) for row, gold in golds]
    cues = cues_batch(batch, heads, [hide[row] for row, _ in heads])
    roles, _ = network.read(
        known.flatten(0, 1), cues.index, cues.head, pairs=cues.pairs, mask=cues.mask
    )
    return loss + _READING * functional.cross_entropy(
        roles.flatten(0, 1), torch.from_numpy(_roles(texts, cues)).flatten()
    )


def _roles(group: Sequence[Text], cues: Cues) -> NDArray[np.int64]:
    """Return what each word around each cue is."""
    labels = np.full(cues.mask.shape, NOT_COUNTED, np.int64)
    golds = [gold for one in group for gold in one.document.golds]
    for place, (gold, (first, last)) in enumerate(zip(golds, cues.spans, strict=True)):
        labels[place, : last - first] = 0
        for role, words in gold.roles.items():
            inside = [index - first for index in words if first <= index < last]
            labels[place, inside] = role
    return labels
