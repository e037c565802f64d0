"""The trained reader: from the words of a report to how likely who takes part in what.

Three steps over what the lower half of the encoder makes of the words. The first reads the whole
report and says in which role each word begins or goes on a mention. The second looks at all likely
mentions side by side: for each participant and each type of incident, how likely it takes part. The
third says of two participants how likely they belong to one incident. What follows from these
numbers is settled in `decoding`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from onrecord.encoding import WIDTH, Encoder, Network
from onrecord.extract.events.learned.candidates import Candidate, normalise
from onrecord.extract.events.learned.features import WordFeatures
from onrecord.extract.events.learned.participants import NUMBERS, Participants
from onrecord.extract.events.learned.roles import ROLES, TYPES

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from numpy.typing import NDArray

    from onrecord.model import Analysis, EventMention
    from onrecord.resources import Library

    Vectors = NDArray[np.float32]

WORDS, PARTICIPANTS, PAIRS = "incidents-words", "incidents-participants", "incidents-pairs"

LONGEST = 700
"""Words that are read at once; a longer report is read in parts of this length."""

_OPENING = frozenset("([{")

__all__ = ["NUMBERS", "IncidentsReader", "Participant", "Possible"]


@dataclass(frozen=True, slots=True, eq=False)
class Participant:
    """Somebody or something that may take part in an incident.

    Attributes:
        role: Place of its role in `ROLES`.
        name: How it is spelt, normalised.
        mentions: Where it is named.
        likely: For each of `TYPES`, how likely it takes part in such an incident, 0 to 1.
    """

    role: int
    name: str
    mentions: tuple[Candidate, ...]
    likely: Vectors


@dataclass(frozen=True, slots=True, eq=False)
class Possible:
    """What the trained reader makes of one report.

    Attributes:
        kinds: For each of `TYPES`, how likely the report tells of such an incident, 0 to 1.
        participants: Who and what may take part.
        together: For each two participants, how likely they belong to one incident:
            (participants, participants), symmetric.
        aliases: Participants that the report itself calls the same: a name, and behind it another
            in brackets.
    """

    kinds: Vectors
    participants: tuple[Participant, ...]
    together: Vectors
    aliases: frozenset[frozenset[int]] = frozenset()


@dataclass(frozen=True, slots=True)
class IncidentsReader:
    """The trained reader.

    Attributes:
        encoder: Gives each word its vector.
        words: From vectors to what each word is.
        participants: From likely mentions to who takes part in what.
        pairs: From participants to which belong together.
    """

    encoder: Encoder
    words: Network
    participants: Network
    pairs: Network

    @classmethod
    def of(cls, library: Library, encoder: Encoder) -> IncidentsReader:
        """Load the weights.

        Raises:
            ResourceError: They are missing or damaged.
        """
        return cls(
            encoder, *(Network.of(library.path(name)) for name in (WORDS, PARTICIPANTS, PAIRS))
        )

    def read(self, analysis: Analysis, events: Sequence[EventMention]) -> Possible:
        """Return what may have happened.

        Args:
            analysis: The grammar of the report.
            events: What the rules read: the reader sees it as a hint.
        """
        tokens = analysis.tokens
        if not tokens:
            return _nothing()
        found = self.read_words(
            self.encoder.encode(analysis).lower,
            WordFeatures.of(analysis, events).arrays(),
            [normalise(token.text) for token in tokens],
            np.array([analysis.sentence_of(one.index).number for one in tokens], np.int64),
        )
        opening = {token.index for token in tokens if token.text in _OPENING}
        return replace(found, aliases=aliases(found.participants, opening))

    def read_words(
        self,
        lower: Vectors,
        features: Mapping[str, NDArray[np.int64]],
        words: Sequence[str],
        sentence: NDArray[np.int64],
    ) -> Possible:
        """Return what may have happened, from what is known of each word of a report."""
        vectors, tags = self._tagged(lower, features)
        found = Participants.of(tags, words, sentence)
        if not found.mentions:
            return _nothing()
        kinds, likely, together = self.participants.run({"words": vectors, **found.arrays()})
        scores = self.pairs.run({"vectors": together, "geometry": found.geometry})[0]
        return possible(found, kinds, likely, scores)

    def _tagged(
        self, lower: Vectors, features: Mapping[str, NDArray[np.int64]]
    ) -> tuple[Vectors, Vectors]:
        """Return the vectors of words and what each is."""
        vectors, tags = (
            [np.zeros((0, WIDTH), np.float32)],
            [np.zeros((0, len(ROLES), 3), np.float32)],
        )
        for first in range(0, len(lower), LONGEST):
            part = slice(first, first + LONGEST)
            given = {name: values[part] for name, values in features.items()}
            some, said = self.words.run({"lower": lower[part].astype(np.float32), **given})
            vectors.append(some)
            tags.append(said)
        return np.concatenate(vectors), np.concatenate(tags)


def aliases(
    participants: Sequence[Participant], opening: Container[int]
) -> frozenset[frozenset[int]]:
    """Return which participants a report calls the same: "the Red Dawn (RD)".

    Args:
        participants: All of them.
        opening: The words that are opening brackets.
    """
    starts = {
        (mention.role, mention.first): number
        for number, one in enumerate(participants)
        for mention in one.mentions
    }
    return frozenset(
        frozenset((number, starts[mention.role, mention.last + 1]))
        for number, one in enumerate(participants)
        for mention in one.mentions
        if mention.last in opening and (mention.role, mention.last + 1) in starts
    )


def possible(found: Participants, kinds: Vectors, likely: Vectors, scores: Vectors) -> Possible:
    """Put together what the networks say, as probabilities.

    Args:
        found: The participants.
        kinds: Numbers for the types of the report.
        likely: Numbers for the types of each participant.
        scores: Numbers for each pair of participants.
    """
    rates = _sigmoid(likely)
    together = _sigmoid(scores)
    return Possible(
        kinds=_sigmoid(kinds),
        participants=tuple(
            Participant(role, name, tuple(found.mentions[one] for one in members), rates[place])
            for place, ((role, name), members) in enumerate(
                zip(found.names, found.members, strict=True)
            )
        ),
        together=(together + together.T) / np.float32(2),
    )


def _nothing() -> Possible:
    return Possible(np.zeros(len(TYPES), np.float32), (), np.zeros((0, 0), np.float32))


def _sigmoid(numbers: Vectors) -> Vectors:
    return (1 / (1 + np.exp(-numbers.astype(np.float32)))).astype(np.float32)
