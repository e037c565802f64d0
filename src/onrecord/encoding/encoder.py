"""The encoder: pieces of words in windows, through the network, to one vector for each word."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.encoding.network import Network
from onrecord.encoding.windows import MAX_WORD, windows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from onrecord.model import Analysis
    from onrecord.resources import Library

    Vectors = NDArray[np.float32]

WIDTH = 384
"""Numbers in the vector of a word."""

WEIGHTS = "encoder"
PIECES = "encoder-pieces"

_START, _END, _UNKNOWN = "[CLS]", "[SEP]", "[UNK]"


@dataclass(slots=True)
class Encoder:
    """The loaded encoder.

    Attributes:
        network: From pieces to vectors.
        pieces: The tokenizer.
    """

    network: Network
    pieces: Any
    _last: tuple[Analysis, Vectors] | None = field(default=None, repr=False)

    def encode(self, analysis: Analysis) -> Vectors:
        """Return a vector for each word of a report: `(len(analysis.tokens), WIDTH)`.

        A word outside all sentences (a blank between paragraphs) has a vector of zeros.
        """
        last = self._last  # read once: another thread may put its own in between
        if last is None or last[0] is not analysis:
            last = self._last = analysis, self._encoded(analysis)
        return last[1]

    def _encoded(self, analysis: Analysis) -> Vectors:
        vectors = np.zeros((len(analysis.tokens), WIDTH), np.float32)
        pieces = word_pieces(self.pieces, [token.text for token in analysis.tokens])
        start, end = (self.pieces.token_to_id(mark) for mark in (_START, _END))
        # One window at a time: nothing is padded, and a longer batch is no quicker on a processor.
        for window in windows(analysis, [len(one) for one in pieces]):
            row = pieces[window.first : window.last]
            ids = np.array([[start, *(piece for word in row for piece in word), end]], np.int64)
            (states,) = self.network.run({"ids": ids, "mask": np.ones_like(ids)})
            firsts = np.cumsum([1, *(len(word) for word in row[:-1])])
            vectors[window.first : window.last] = states[0, firsts]
        return vectors


def word_pieces(tokenizer: Any, words: Sequence[str]) -> list[list[int]]:  # noqa: ANN401 - of tokenizers
    """Return the pieces of each word, at least one and at most `MAX_WORD`."""
    unknown = tokenizer.token_to_id(_UNKNOWN)
    encoded = tokenizer.encode_batch(
        [[word] for word in words], is_pretokenized=True, add_special_tokens=False
    )
    return [(one.ids or [unknown])[:MAX_WORD] for one in encoded]


def load(library: Library) -> Encoder:
    """Load the encoder; all readers built from one library share it.

    Raises:
        ResourceError: Its files are missing or damaged.
    """
    return _loaded(library.path(WEIGHTS), library.path(PIECES))


@lru_cache(maxsize=1)
def _loaded(weights: Path, pieces: Path) -> Encoder:
    # Only a run that reads a report should pay for the import.
    import tokenizers  # noqa: PLC0415

    tokenizer = tokenizers.Tokenizer.from_file(str(pieces))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Encoder(Network.of(weights), tokenizer)
