"""Training what looks at participants further, on words that stay as they are.

The layers that read words start from MiniLM and need few epochs; what looks at participants starts
from nothing and needs many. Once the words are read well, their vectors are worked out once, and
the rest learns from them, an epoch in seconds instead of minutes.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import torch
from torch import nn

from training.incidents.network import Network, bias
from training.incidents.run import arrays, document_loss

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor

    from training.incidents.documents import Document
    from training.incidents.run import Settings

_SIZE = 8
_RATE, _LEAST_RATE, _DECAY, _LONGEST_STEP = 4e-4, 0.02, 0.02, 1.0
# Share of the numbers of a word's vector that are hidden, so that no single one is relied on.
_HIDDEN = 0.1
_MEAN = 0.99

Known = tuple["Document", "Tensor", "NDArray[np.float32]"]


def polish(
    network: Network,
    documents: Sequence[Document],
    settings: Settings,
    *,
    epochs: int,
    tell: Callable[[str], None],
) -> Network:
    """Train the parts that look at participants and pairs; return the network.

    Args:
        network: A trained network, which is changed.
        documents: What it learns from, each as it is seen.
        settings: How the network was trained.
        epochs: How often each document is seen.
        tell: Is told how it goes.
    """
    known = [
        once
        for one in documents
        for once in [_known(network, one)] * (1 if one.of_muc4 else settings.own)
    ]
    learned = [*network.participants.parameters(), *network.pairs.parameters()]
    rate = torch.optim.AdamW(learned, lr=_RATE, weight_decay=_DECAY)
    torch.manual_seed(settings.seed)
    chance = Random(settings.seed)  # noqa: S311 - no secret depends on it
    total = epochs * (len(known) // _SIZE + 1)
    steps = torch.optim.lr_scheduler.LambdaLR(rate, lambda step: max(_LEAST_RATE, 1 - step / total))
    hide = nn.Dropout(_HIDDEN)
    mean = [one.detach().clone() for one in learned]
    for epoch in range(epochs):
        network.train()
        seen = [one for one in known if one[0].gold.templates or chance.random() < settings.quiet]
        chance.shuffle(seen)
        lost = 0.0
        for first in range(0, len(seen), _SIZE):
            group = seen[first : first + _SIZE]
            losses = [
                document_loss(network, document, hide(vectors), tags)
                for document, vectors, tags in group
            ]
            loss = torch.stack(losses).mean()
            rate.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learned, _LONGEST_STEP)
            rate.step()
            steps.step()
            lost += float(loss.item()) * len(group)
            for kept, now in zip(mean, learned, strict=True):
                kept.mul_(_MEAN).add_(now.detach(), alpha=1 - _MEAN)
        tell(f"participants, epoch {epoch + 1}: loss {lost / len(seen):.3f}")
    for kept, now in zip(mean, learned, strict=True):
        now.data.copy_(kept)
    return network.eval()


@torch.no_grad()
def _known(network: Network, document: Document) -> Known:
    """Return a document with the vectors of its words and what they are."""
    network.eval()
    lower, features, mask = arrays([document])
    vectors, tags = network.words(lower, features, bias(mask))
    return document, vectors[0], tags[0].softmax(-1).numpy()
