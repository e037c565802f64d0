"""The second trained reader: what a source does, and who would not or could not say.

The first reader was trained on a corpus that forbids voices within voices and has hardly a
non-answer. This one learned from sentences of our own, over the same vectors: it gives each word
the probability that it heads a cue of each stance, and reads who and what around each likely one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.encoding import Encoder, Network, paragraphs
from onrecord.extract.attribution.learned.decoding import Found, Possible, decoded
from onrecord.extract.attribution.learned.features import WordFeatures
from onrecord.extract.attribution.learned.reader import around, roles_around
from onrecord.extract.attribution.learned.stances import STANCES
from onrecord.model import NON_ANSWERS, Stance

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from onrecord.extract.attribution.drafts import Draft
    from onrecord.extract.attribution.quotations import Quotations
    from onrecord.model import Analysis
    from onrecord.resources import Library

STANCE_FINDER, STANCE_READER = "attribution-stances", "attribution-withheld"

LEAST = 0.5
"""Probability from which a word heads a cue."""

_WITHHELD = np.array([place for place, stance in enumerate(STANCES) if stance in NON_ANSWERS])
_TOLD = np.array([place for place in range(1, len(STANCES)) if place not in set(_WITHHELD)])


@dataclass(frozen=True, slots=True)
class Heard:
    """An attribution as the reader sees it.

    Attributes:
        found: Its words; the confidence is that its cue is one, of a non-answer or of a statement.
        stance: The likeliest stance of those.
    """

    found: Found
    stance: Stance


@dataclass(frozen=True, slots=True, eq=False)
class Voices:
    """What the reader sees in a report.

    Attributes:
        withheld: Non-answers and open questions, in reading order.
        told: All others but those of known cues, in reading order.
        stances: For each word, how likely it heads a cue of each of `STANCES`.
    """

    withheld: tuple[Heard, ...]
    told: tuple[Heard, ...]
    stances: NDArray[np.float32]

    def cue_at(self, index: int) -> float:
        """Return how likely a word heads a cue of whatever stance."""
        return 1 - float(self.stances[index, 0])

    def stance_at(self, index: int) -> tuple[Stance, float]:
        """Return the likeliest stance of a cue headed by a word, given that it heads one."""
        row = self.stances[index, 1:]
        best = int(row.argmax())
        stance = STANCES[best + 1]
        assert stance is not None  # noqa: S101 - only the first of them is
        return stance, float(row[best] / max(float(row.sum()), 1e-6))


@dataclass(frozen=True, slots=True)
class VoicesReader:
    """The trained reader of stances and non-answers.

    Attributes:
        encoder: Gives each word its vector.
        finder: From vectors to the stance of the cue that each word heads.
        reader: From the words around the head of a cue to who and what.
    """

    encoder: Encoder
    finder: Network
    reader: Network

    @classmethod
    def of(cls, library: Library, encoder: Encoder) -> VoicesReader:
        """Load the weights.

        Raises:
            ResourceError: They are missing or damaged.
        """
        return cls(
            encoder,
            Network.of(library.path(STANCE_FINDER)),
            Network.of(library.path(STANCE_READER)),
        )

    def read(
        self,
        analysis: Analysis,
        quotations: Quotations,
        drafts: Sequence[Draft],
        *,
        known_cues: Collection[int] = (),
    ) -> Voices:
        """Return what is withheld in a report, and what each word would do as the head of a cue.

        Args:
            analysis: The grammar of the report.
            quotations: What stands in quotation marks.
            drafts: What the rules read: the reader sees it as a hint.
            known_cues: Words of cues that others have read; around those, only non-answers are
                looked for.
        """
        if not analysis.sentences:
            return Voices((), (), np.zeros((len(analysis.tokens), len(STANCES)), np.float32))
        words = WordFeatures.of(analysis, quotations, drafts)
        stances, known = self.finder.run(
            {"vectors": self.encoder.encode(analysis).words, **words.arrays()}
        )
        withheld = stances[:, _WITHHELD].sum(axis=1)
        told = stances[:, _TOLD].sum(axis=1)
        told[list(known_cues)] = 0
        heads = np.flatnonzero(np.maximum(withheld, told) >= LEAST).tolist()
        spans = around(paragraphs(analysis), heads)
        read = {
            head: (first, roles)
            for head, (first, _), roles, _ in roles_around(
                self.reader, analysis, drafts, spans, known=known
            )
        }

        def heard(sure: NDArray[np.float32], kinds: NDArray[np.int64]) -> tuple[Heard, ...]:
            """Return the attributions of some kinds, the surest first where cues overlap."""
            found: list[Heard] = []
            taken: set[int] = set()
            for head in sorted(read, key=lambda one: -sure[one]):
                first, roles = read[head]
                if sure[head] < LEAST:
                    break
                one = decoded(
                    Possible(head=head, confidence=float(sure[head]), first=first, roles=roles)
                )
                if not taken & {head, *range(*one.cue)}:
                    taken |= {head, *range(*one.cue)}
                    kind = STANCES[kinds[stances[head, kinds].argmax()]]
                    assert kind is not None  # noqa: S101 - only the first of them is
                    found.append(Heard(one, kind))
            return tuple(sorted(found, key=lambda one: one.found.head))

        return Voices(heard(withheld, _WITHHELD), heard(told, _TOLD), stances)
