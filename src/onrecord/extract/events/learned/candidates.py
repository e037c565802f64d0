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
    begins = tags[:, :, BEGINS]
    firsts, roles = np.nonzero(begins > LIKELY)
    # Each word that begins a mention gives at least one.
    likeliest = np.argsort(-begins[firsts, roles], kind="stable")[:most]
    firsts, roles = firsts[likeliest], roles[likeliest]
    found: dict[Candidate, None] = {}
    for first, role, ends in zip(
        firsts.tolist(), roles.tolist(), _ends(tags, firsts, roles).tolist(), strict=True
    ):
        found |= dict.fromkeys(Candidate(first, last, role) for last in ends)
    return tuple(sorted(list(found)[:most]))


def _ends(
    tags: NDArray[np.float32], firsts: NDArray[np.int64], roles: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return the words after the last of each mention that begins somewhere: (begins, _ENDS)."""
    goes_on = np.zeros((len(tags) + _LONGEST, tags.shape[1]), np.float32)
    goes_on[: len(tags)] = tags[:, :, GOES_ON]
    near = goes_on[firsts[:, None] + np.arange(1, _LONGEST), roles[:, None]]
    below = near[:, None, :] <= np.array(_ENDS, np.float32)[:, None]
    longest = np.where(below.any(-1), below.argmax(-1), _LONGEST - 1)
    ends: NDArray[np.int64] = firsts[:, None] + 1 + longest
    return ends


def normalise(text: str) -> str:
    """Return a string as names are compared: lower case, no punctuation, no articles."""
    return " ".join(_ARTICLE.sub(" ", text.lower().translate(_DROP_PUNCTUATION)).split())


def spelt(words: Sequence[str], candidate: Candidate) -> str:
    """Return how a stretch is spelt, from the normalised words of its report."""
    return " ".join(word for word in words[candidate.first : candidate.last] if word)
