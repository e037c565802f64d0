"""The encoder: pieces of words in windows, through the network, to one vector for each word."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache
from threading import local
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.encoding.network import Network, processors
from onrecord.encoding.windows import MAX_WORD, Window, windows

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

# Words whose pieces are remembered; an archive has more of them than should be kept in memory.
_MOST = 50_000

# Windows of a report that are encoded at once.
_SIDE_BY_SIDE = 4

_START, _END, _UNKNOWN = "[CLS]", "[SEP]", "[UNK]"


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """The vectors of a report's words: `(len(analysis.tokens), WIDTH)` each.

    A word outside all sentences (a blank between paragraphs) has vectors of zeros.

    Attributes:
        words: What the whole encoder makes of each word, at its first piece.
        lower: What its lower half does, the mean over the pieces of the word. Readers with layers
            of their own start from here.
    """

    words: Vectors
    lower: Vectors


@dataclass(slots=True)
class Encoder:
    """The loaded encoder.

    Attributes:
        network: From pieces to vectors.
        pieces: The tokenizer.
    """

    network: Network
    pieces: Any
    # Of each thread: many reports may be read at once.
    _last: local = field(default_factory=local, repr=False)
    _known: dict[str, list[int]] = field(default_factory=dict, repr=False)

    def encode(self, analysis: Analysis) -> Encoded:
        """Return the vectors of a report's words, worked out once."""
        last: tuple[Analysis, Encoded] | None = getattr(self._last, "encoded", None)
        if last is None or last[0] is not analysis:
            pieces = self._pieces_of([token.text for token in analysis.tokens])
            last = self._last.encoded = analysis, self.encode_pieces(analysis, pieces)
        return last[1]

    def encode_pieces(self, analysis: Analysis, pieces: Sequence[Sequence[int]]) -> Encoded:
        """Return the vectors of words given as pieces, one or more for each word of a report."""
        words = np.zeros((len(pieces), WIDTH), np.float32)
        lower = np.zeros_like(words)
        start, end = (self.pieces.token_to_id(mark) for mark in (_START, _END))

        def encode(window: Window) -> None:
            """Write the vectors of the words of a window."""
            row = pieces[window.first : window.last]
            ids = np.array([[start, *(piece for word in row for piece in word), end]], np.int64)
            whole, half = self.network.run({"ids": ids, "mask": np.ones_like(ids)})
            sizes = np.array([len(word) for word in row])
            firsts = np.cumsum([1, *sizes[:-1]])
            words[window.first : window.last] = whole[0, firsts]
            sums = np.add.reduceat(half[0, :-1], firsts, axis=0)
            lower[window.first : window.last] = sums / sizes[:, None]

        # Each window by itself: nothing is padded, and a batch is no quicker on a processor.
        with ThreadPoolExecutor(min(_SIDE_BY_SIDE, processors())) as threads:
            for _ in threads.map(encode, windows(analysis, [len(one) for one in pieces])):
                pass  # what a window raised is raised here
        return Encoded(words, lower)

    def _pieces_of(self, words: Sequence[str]) -> list[list[int]]:
        """Return the pieces of each word; most words of news were met before."""
        known = self._known
        if len(known) > _MOST:
            known = self._known = {}  # another thread may still read the old one
        new = list(dict.fromkeys(word for word in words if word not in known))
        known.update(zip(new, word_pieces(self.pieces, new), strict=True))
        return [known[word] for word in words]


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
