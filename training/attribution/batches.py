"""Batches: windows as arrays of pieces, possible cues as arrays of the words around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

from onrecord import encoding
from onrecord.extract.attribution.learned.features import CONTENT, CUE, SOURCE, PairFeatures
from onrecord.extract.attribution.learned.reader import REACH
from training.attribution.network import PAIR_TABLES, WORD_TABLES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from numpy.typing import NDArray

    from onrecord.encoding import Window
    from onrecord.extract.attribution.drafts import Range
    from training.attribution.documents import Document

Place = tuple["Document", "Window"]
"""A window of a document."""

START_PIECE, END_PIECE = 101, 102
"""MiniLM's marks before and behind a text."""

NOT_COUNTED = -100
"""Label of a word that the loss passes over."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Some windows.

    Attributes:
        places: The windows.
        ids: Their pieces, (windows, pieces).
        mask: 1 for each real piece.
        firsts: Place of each word's first piece, (windows, words).
        features: What is seen of each word, each (windows, words).
        real: Which words are real and were annotated.
    """

    places: Sequence[Place]
    ids: Tensor
    mask: Tensor
    firsts: Tensor
    features: dict[str, Tensor]
    real: NDArray[np.bool_]


def batches(
    documents: Sequence[Document], size: int, chance: Random | None = None
) -> list[list[Place]]:
    """Return the windows of documents in groups of like length, shuffled if there is a chance."""
    places = [(document, window) for document in documents for window in document.windows]

    def length(place: Place) -> float:
        document, window = place
        noise = 20 * chance.random() if chance is not None else 0.0
        return sum(map(len, document.pieces[window.first : window.last])) + noise

    ordered = sorted(places, key=length)
    groups = [ordered[start : start + size] for start in range(0, len(ordered), size)]
    if chance is not None:
        chance.shuffle(groups)
    return groups


def windows_batch(places: Sequence[Place], hide: Sequence[bool] = ()) -> Batch:
    """Return windows as arrays; of those to `hide`, what the rules read is not shown."""
    pieces = [document.pieces[window.first : window.last] for document, window in places]
    longest = max(sum(map(len, row)) for row in pieces) + 2
    words = max(map(len, pieces))
    ids = np.zeros((len(places), longest), np.int64)
    mask = np.zeros((len(places), longest), np.int64)
    firsts = np.zeros((len(places), words), np.int64)
    real = np.zeros((len(places), words), bool)
    features = {name: np.zeros((len(places), words), np.int64) for name in WORD_TABLES}
    for row, ((document, window), own) in enumerate(zip(places, pieces, strict=True)):
        flat = [START_PIECE, *(piece for word in own for piece in word), END_PIECE]
        ids[row, : len(flat)] = flat
        mask[row, : len(flat)] = 1
        firsts[row, : len(own)] = np.cumsum([1, *(len(word) for word in own[:-1])])
        real[row, : len(own)] = ~document.discarded[window.first : window.last]
        for name, values in features.items():
            values[row, : len(own)] = getattr(document.features, name)[window.first : window.last]
        if row < len(hide) and hide[row]:
            features["drafted"][row] = 0
    return Batch(
        places,
        torch.from_numpy(ids),
        torch.from_numpy(mask),
        torch.from_numpy(firsts),
        {name: torch.from_numpy(values) for name, values in features.items()},
        real,
    )


def around(document: Document, window: Window, head: int) -> Range:
    """Return the words that are looked at for a possible cue: its paragraph, within reach."""
    for first, last in encoding.paragraphs(document.analysis):
        if first <= head < last:
            return (
                max(first, window.first, head - REACH),
                min(last, window.last, head + REACH),
            )
    return head, head + 1


@dataclass(frozen=True, slots=True)
class Cues:
    """Some possible cues of a batch, for `Network.read`.

    Attributes:
        index: The words around each, as places in the batch's words laid end to end.
        head: Place of the word that heads each.
        pairs: What is seen of each word together with it.
        mask: Which words are real.
        spans: The words around each, in words of its document.
    """

    index: Tensor
    head: Tensor
    pairs: dict[str, Tensor]
    mask: Tensor
    spans: list[Range]


def cues_batch(batch: Batch, heads: Sequence[tuple[int, int]], hide: Sequence[bool] = ()) -> Cues:
    """Return possible cues as arrays.

    Args:
        batch: The windows.
        heads: For each, the row of its window and the word of the document that heads it.
        hide: For each, whether what the rules read there is not shown.
    """
    spans = []
    for row, head in heads:
        document, window = batch.places[row]
        spans.append(around(document, window, head))
    shape = (len(heads), max(last - first for first, last in spans))
    index = np.zeros(shape, np.int64)
    mask = np.zeros(shape, bool)
    pairs = {name: np.zeros(shape, np.int64) for name in PAIR_TABLES}
    words = batch.real.shape[1]
    for place, ((row, head), (first, last)) in enumerate(zip(heads, spans, strict=True)):
        document, window = batch.places[row]
        seen = PairFeatures.of(document.analysis, head, (first, last), document.drafts)
        size = last - first
        index[place, :size] = np.arange(first, last) - window.first + row * words
        mask[place, :size] = True
        for name, values in pairs.items():
            values[place, :size] = getattr(seen, name)
        if place < len(hide) and hide[place]:
            pairs["paired"][place] = 0
    at = np.array([head - first for (_, head), (first, _) in zip(heads, spans, strict=True)])
    return Cues(
        torch.from_numpy(index),
        torch.from_numpy(at),
        {name: torch.from_numpy(values) for name, values in pairs.items()},
        torch.from_numpy(mask),
        spans,
    )


def tags(document: Document, window: Window) -> NDArray[np.int64]:
    """Return what each word of a window begins or goes on: 0, or 2 * role - 1, or 2 * role."""
    found = np.zeros(window.last - window.first, np.int64)
    for gold in document.golds:
        for role in (SOURCE, CUE, CONTENT):
            before = None
            for index in gold.roles[role]:
                if window.first <= index < window.last:
                    goes_on = before == index - 1
                    found[index - window.first] = 2 * role if goes_on else 2 * role - 1
                before = index
    return found
