"""Stretches of words that may name a participant, from what the reader says of single words.

Each word has for each role a probability to begin a mention and one to go on with it. A stretch
begins where the first is not nothing, and ends where the second falls; where it falls slowly, the
shorter and the longer stretches are all looked at.
"""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

OUTSIDE, BEGINS, GOES_ON = range(3)
"""What a word is in a mention of a role."""

LIKELY = 0.01
"""Probability to begin a mention from which a word is looked at: with 0.08 four fillers in ten are
never looked at, with 0.01 and all ends below two in ten."""

_ENDS = (0.7, 0.5, 0.3, 0.15, 0.05, 0.02)
_LONGEST = 10
_DROP_PUNCTUATION = str.maketrans("", "", string.punctuation)
_ARTICLE = re.compile(r"\b(?:a|an|the)\b")


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A stretch of words in a role.

    Attributes:
        first: Its first word.
        last: The word after its last.
        role: Place of the role in `ROLES`.
    """

    first: int
    last: int
    role: int


def candidates(tags: NDArray[np.float32], *, most: int) -> tuple[Candidate, ...]:
    """Return the stretches that may name a participant, in reading order.

    Args:
        tags: For each word and role how likely it is outside, begins and goes on:
            (words, roles, 3).
        most: The likeliest so many are kept.
    """
    found: dict[Candidate, float] = {}
    for first, role in zip(*np.nonzero(tags[:, :, BEGINS] > LIKELY), strict=True):
        goes_on = tags[first + 1 : first + _LONGEST, role, GOES_ON]
        for least in _ENDS:
            last = int(first) + 1 + _run(goes_on, least)
            found[Candidate(int(first), last, int(role))] = float(tags[first, role, BEGINS])
    kept = sorted(found, key=lambda one: -found[one])[:most]
    return tuple(sorted(kept))


def _run(values: NDArray[np.float32], least: float) -> int:
    """Return how many values from the first on are greater."""
    below = np.flatnonzero(values <= least)
    return int(below[0]) if len(below) else len(values)


def normalise(text: str) -> str:
    """Return a string as names are compared: lower case, no punctuation, no articles."""
    return " ".join(_ARTICLE.sub(" ", text.lower().translate(_DROP_PUNCTUATION)).split())


def spelt(words: Sequence[str], candidate: Candidate) -> str:
    """Return how a stretch is spelt, from the normalised words of its report."""
    return " ".join(word for word in words[candidate.first : candidate.last] if word)
