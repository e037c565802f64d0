"""Who and what might take part: likely mentions of one report, those of one name put together."""

from __future__ import annotations

from dataclasses import dataclass
from math import log1p
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.extract.events.learned.candidates import BEGINS, Candidate, candidates, spelt

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

NUMBERS = 4
"""How many numbers are seen of a mention beside its words."""

MOST = 150
"""Mentions of a report that are looked at."""


@dataclass(frozen=True, slots=True, eq=False)
class Participants:
    """Likely mentions of one report and who they name, as the networks take them.

    Attributes:
        mentions: The mentions, in reading order.
        names: Role and spelling of each participant; mentions that share both are one.
        members: The mentions of each, as places in `mentions`.
        numbers: What else is seen of each mention: (mentions, NUMBERS).
        geometry: How far apart each two participants are told, and whether ever in one sentence:
            (participants, participants, 2).
    """

    mentions: tuple[Candidate, ...]
    names: tuple[tuple[int, str], ...]
    members: tuple[tuple[int, ...], ...]
    numbers: Vectors
    geometry: Vectors

    @classmethod
    def of(
        cls,
        tags: Vectors,
        words: Sequence[str],
        sentence: NDArray[np.int64],
        more: Iterable[Candidate] = (),
    ) -> Participants:
        """Look for participants.

        Args:
            tags: For each word and role how likely it is outside, begins and goes on.
            words: Each word, normalised.
            sentence: The number of the sentence of each word.
            more: Mentions that are looked at however unlikely.
        """
        found = {*candidates(tags, most=MOST), *more}
        mentions = tuple(sorted(one for one in found if spelt(words, one)))
        members: dict[tuple[int, str], list[int]] = {}
        for place, one in enumerate(mentions):
            members.setdefault((one.role, spelt(words, one)), []).append(place)
        groups = tuple(map(tuple, members.values()))
        return cls(
            mentions=mentions,
            names=tuple(members),
            members=groups,
            numbers=_numbers(mentions, tags, sentence),
            geometry=_geometry(mentions, groups, sentence),
        )

    def arrays(self) -> dict[str, NDArray[np.int64] | Vectors]:
        """Return what the network of participants takes beside the words, by name."""
        same = np.zeros((len(self.members), len(self.mentions)), np.float32)
        for row, places in enumerate(self.members):
            same[row, list(places)] = 1
        return {
            "first": np.array([one.first for one in self.mentions], np.int64),
            "last": np.array([one.last for one in self.mentions], np.int64),
            "role": np.array([one.role for one in self.mentions], np.int64),
            "numbers": self.numbers,
            "same": same,
        }


def _numbers(mentions: Sequence[Candidate], tags: Vectors, sentence: NDArray[np.int64]) -> Vectors:
    """Return how likely each mention is, where it stands and how long it is, all near 0."""
    rows = [
        (
            2 * float(tags[one.first, one.role, BEGINS]) - 1,
            2 * one.first / len(tags) - 1,
            log1p(int(sentence[one.first])) / 3 - 0.5,
            (one.last - one.first) / 5,
        )
        for one in mentions
    ]
    return np.array(rows, np.float32).reshape(len(mentions), NUMBERS)


def _geometry(
    mentions: Sequence[Candidate],
    members: Sequence[Sequence[int]],
    sentence: NDArray[np.int64],
) -> Vectors:
    """Return the least distance of each two participants, and whether they share a sentence."""
    if not members:
        return np.zeros((0, 0, 2), np.float32)
    order = [place for group in members for place in group]
    starts = np.cumsum([0, *(len(group) for group in members)])[:-1]
    first = np.array([mentions[place].first for place in order])
    here = sentence[first]
    apart = _least(np.abs(first[:, None] - first[None]), starts)
    together = _least(here[:, None] != here[None], starts) == 0
    return np.stack([np.log1p(apart) / 3 - 1, together], -1).astype(np.float32)


def _least(values: NDArray[Any], starts: NDArray[np.int64]) -> NDArray[Any]:
    """Return the least of each block of a square that begins at `starts` both ways."""
    return np.minimum.reduceat(np.minimum.reduceat(values, starts, axis=0), starts, axis=1)
