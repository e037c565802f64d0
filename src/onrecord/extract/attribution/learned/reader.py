"""The trained reader: where attributions are, and for each who and what.

Two steps over the vectors of the encoder. The finder gives each word the probability that it heads
a cue. The reader looks at the paragraph around each likely one and says of every word there whether
it is source, cue or content of that cue, and whether there is an attribution at all: so a cue and
its source and content are found as a pair, not each by itself and the nearest put together.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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
        seen: dict[str, NDArray[Any]] = {
            "vectors": self.encoder.encode(analysis),
            "tag": words.tag,
            "relation": words.relation,
            "quoted": words.quoted,
            "drafted": words.drafted,
        }
        heading, known = self.finder.run(seen)
        places = paragraphs(analysis)
        starts = [first for first, _ in places]
        heads = []
        for head in np.flatnonzero(heading > LIKELY).tolist():
            place = bisect_right(starts, head) - 1
            if place >= 0 and head < places[place][1]:
                first, last = places[place]
                heads.append((head, (max(first, head - REACH), min(last, head + REACH))))
        return tuple(
            Possible(
                head=head,
                confidence=float(np.sqrt(valid * heading[head])),
                first=around[0],
                roles=roles,
            )
            for head, around, roles, valid in self._roles(analysis, drafts, heads, known)
        )

    def _roles(
        self,
        analysis: Analysis,
        drafts: Sequence[Draft],
        heads: list[tuple[int, Range]],
        known: NDArray[np.float32],
    ) -> Iterator[tuple[int, Range, NDArray[np.float32], float]]:
        """Yield for each possible cue what the words around it are, and how likely it is one."""
        heads = sorted(heads, key=lambda one: one[1][1] - one[1][0])
        for place in range(0, len(heads), _BATCH):
            batch = heads[place : place + _BATCH]
            longest = max(last - first for _, (first, last) in batch)
            shape = (len(batch), longest)
            inputs = {
                name: np.zeros(shape, np.int64)
                for name in ("index", "branch", "distance", "paired")
            }
            inputs["mask"] = np.zeros(shape, np.bool_)
            inputs["head"] = np.array([head - around[0] for head, around in batch], np.int64)
            for row, (head, (first, last)) in enumerate(batch):
                pair = PairFeatures.of(analysis, head, (first, last), drafts)
                size = last - first
                inputs["index"][row, :size] = np.arange(first, last)
                inputs["branch"][row, :size] = pair.branch
                inputs["distance"][row, :size] = pair.distance
                inputs["paired"][row, :size] = pair.paired
                inputs["mask"][row, :size] = True
            roles, valid = self.reader.run({"known": known, **inputs})
            for row, (head, around) in enumerate(batch):
                yield head, around, roles[row, : around[1] - around[0]], float(valid[row])
