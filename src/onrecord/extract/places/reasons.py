"""Why a candidate is the likelier one, in words: from what each group of features adds to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.extract.places.weights import SECOND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

ONLY = "the only place of that name we know"

_WORDS = {
    "well known": (
        "people",
        "prominence",
        "capital of its nation",
        "behind the best known",
        "best known",
        "is",
        "of our own",
    ),
    "it is its usual name": ("usual name", "like the usual name"),
    "its country is named": (
        "times country",
        "share country",
        "country named",
        "other countries only",
    ),
    "its province is named": ("province named",),
    "near other places named": ("30 km", "100 km", "300 km"),
    "in the district of other places named": ("district",),
    "in the province of other places named": ("province",),
    "in the country of other places named": ("country",),
    "the town an area is named for": (
        "has a town of its name",
        "state with a town of its name",
        "in an area of its name",
    ),
    "lies where it is said to": ("fits what is said",),
    "lies in what is named beside it": ("held", "another is held", "held elsewhere"),
    "holds what is named before it": ("holds",),
    "of the kind named": (
        "of the kind",
        "of another kind",
        "area where one is named",
        "town where an area is named",
    ),
}
# What a group adds beyond the mean of the candidates, in units of log likelihood, to be told.
_TOLD = 0.5
_MOST = 3


def _groups() -> NDArray[np.float64]:
    """Return which features belong to each group, shape (groups, features).

    A feature belongs to the group that has its whole name, else to the one that has its beginning.
    """
    table = np.zeros((len(_WORDS), len(SECOND)))
    whole = {feature for features in _WORDS.values() for feature in features}
    for row, features in enumerate(_WORDS.values()):
        for column, name in enumerate(SECOND):
            opening = name.rpartition(" ")[0] if not name.startswith("is ") else "is"
            table[row, column] = name in features or (name not in whole and opening in features)
    return table


_GROUPS = _groups()
_NAMES = tuple(_WORDS)


def reasons(parts: NDArray[np.float64], kept: Sequence[int]) -> list[str]:
    """Return what speaks for some candidates of a name; "" where nothing stands out.

    Args:
        parts: What each feature adds to each candidate, shape (candidates, features of `SECOND`).
        kept: The candidates to tell of.
    """
    if len(parts) == 1:
        return [ONLY]
    ahead = (parts[kept] - parts.mean(axis=0)) @ _GROUPS.T
    told = []
    for row in ahead.tolist():
        groups = sorted(zip(row, _NAMES, strict=True), key=lambda group: -group[0])[:_MOST]
        told.append(", ".join(words for added, words in groups if added >= _TOLD))
    return told
