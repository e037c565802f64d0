"""The trained reader: where attributions are, and for each who and what.

Two steps over the vectors of the encoder. The finder gives each word the probability that it heads
a cue. The reader looks at the paragraph around each likely one and says of every word there whether
it is source, cue or content of that cue, and whether there is an attribution at all: so a cue and
its source and content are found as a pair, not each by itself and the nearest put together.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.encoding import Encoder, Network, paragraphs
from onrecord.extract.attribution.learned.decoding import Possible
from onrecord.extract.attribution.learned.features import PairFeatures, WordFeatures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from onrecord.extract.attribution.drafts import Draft, Range
    from onrecord.extract.attribution.quotations import Quotations
    from onrecord.model import Analysis
    from onrecord.resources import Library

FINDER, READER = "attribution-finder", "attribution-reader"

REACH = 80
"""Words before and behind the head of a cue that are looked at, within its paragraph."""

LIKELY = 0.15
"""Probability from which a word is looked at as the head of a cue."""

# Cues read at once.
_BATCH = 16


@dataclass(frozen=True, slots=True)
class LearnedReader:
    """The trained reader.

    Attributes:
        encoder: Gives each word its vector.
        finder: From vectors to the probability that a word heads a cue.
        reader: From the words around a possible cue to who and what.
    """

    encoder: Encoder
    finder: Network
    reader: Network

    @classmethod
    def of(cls, library: Library, encoder: Encoder) -> LearnedReader:
        """Load the weights.

        Raises:
            ResourceError: They are missing or damaged.
        """
        return cls(encoder, Network.of(library.path(FINDER)), Network.of(library.path(READER)))

    def read(
        self, analysis: Analysis, quotations: Quotations, drafts: Sequence[Draft]
    ) -> tuple[Possible, ...]:
        """Return what may be an attribution, each with its confidence.

        Args:
            analysis: The grammar of the report.
            quotations: What stands in quotation marks.
            drafts: What the rules read: the reader sees it as a hint.
        """
        if not analysis.sentences:
            return ()
        words = WordFeatures.of(analysis, quotations, drafts)
        heading, known = self.finder.run(
            {"vectors": self.encoder.encode(analysis).words, **words.arrays()}
        )
        heads = around(paragraphs(analysis), np.flatnonzero(heading > LIKELY).tolist())
        return tuple(
            Possible(
                head=head,
                confidence=float(np.sqrt(valid * heading[head])),
                first=span[0],
                roles=roles,
            )
            for head, span, roles, valid in roles_around(
                self.reader, analysis, drafts, heads, known=known
            )
        )


def around(places: Sequence[Range], heads: Sequence[int]) -> list[tuple[int, Range]]:
    """Return possible heads of cues, each with the words around it that are looked at.

    Args:
        places: The paragraphs of the report.
        heads: The words.
    """
    starts = [first for first, _ in places]
    found = []
    for head in heads:
        place = bisect_right(starts, head) - 1
        if place >= 0 and head < places[place][1]:
            first, last = places[place]
            found.append((head, (max(first, head - REACH), min(last, head + REACH))))
    return found


def roles_around(
    reader: Network,
    analysis: Analysis,
    drafts: Sequence[Draft],
    heads: list[tuple[int, Range]],
    *,
    known: NDArray[np.float32],
) -> Iterator[tuple[int, Range, NDArray[np.float32], float]]:
    """Yield for each possible cue what the words around it are, and how likely it is one."""
    heads = sorted(heads, key=lambda one: one[1][1] - one[1][0])
    for place in range(0, len(heads), _BATCH):
        batch = heads[place : place + _BATCH]
        longest = max(last - first for _, (first, last) in batch)
        shape = (len(batch), longest)
        inputs = {
            name: np.zeros(shape, np.int64) for name in ("index", "branch", "distance", "paired")
        }
        inputs["mask"] = np.zeros(shape, np.bool_)
        inputs["head"] = np.array([head - span[0] for head, span in batch], np.int64)
        for row, (head, (first, last)) in enumerate(batch):
            pair = PairFeatures.of(analysis, head, (first, last), drafts)
            size = last - first
            inputs["index"][row, :size] = np.arange(first, last)
            inputs["branch"][row, :size] = pair.branch
            inputs["distance"][row, :size] = pair.distance
            inputs["paired"][row, :size] = pair.paired
            inputs["mask"][row, :size] = True
        roles, valid = reader.run({"known": known, **inputs})
        for row, (head, span) in enumerate(batch):
            yield head, span, roles[row, : span[1] - span[0]], float(valid[row])
