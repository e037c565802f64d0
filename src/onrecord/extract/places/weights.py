"""How much each thing that speaks for a place counts: the resource `toponyms`, compiled.

Its numbers were fitted to reports whose places are known (docs/quality/places.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.errors import ResourceError
from onrecord.extract.places.coherence import OF_OTHERS
from onrecord.extract.places.features import OF_CANDIDATE, OF_DOUBT, OF_MENTION
from onrecord.extract.places.needs import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from onrecord.resources import Lexicon

FIRST = (*OF_CANDIDATE, *OF_MENTION)
"""Features weighed before the other places of the report are looked at."""

SAID = "fits what is said"
"""The feature of how well a candidate fits the relations that locate it, -1 to 1."""

SECOND = (*OF_CANDIDATE, *OF_OTHERS, SAID, *OF_MENTION)
"""Features weighed once the other places are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What the features count.

    Attributes:
        first: By feature of `FIRST`, in that order.
        second: By feature of `SECOND`, in that order.
        first_doubt: By feature of `OF_DOUBT`: that none of the candidates may be meant.
        second_doubt: The same, once the other places are weighed.
    """

    first: NDArray[np.float64]
    second: NDArray[np.float64]
    first_doubt: NDArray[np.float64]
    second_doubt: NDArray[np.float64]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Weights:
        """Compile the resource.

        Raises:
            ResourceError: It weighs a feature that there is none of.
        """
        return cls.of_tables(lexicon.entries)

    @classmethod
    def of_tables(cls, tables: Mapping[str, Mapping[str, float]]) -> Weights:
        """Compile the tables `first`, `second`, `first_doubt` and `second_doubt`.

        Raises:
            ResourceError: They weigh a feature that there is none of.
        """
        return cls(
            first=_row(tables["first"], FIRST),
            second=_row(tables["second"], SECOND),
            first_doubt=_row(tables["first_doubt"], OF_DOUBT),
            second_doubt=_row(tables["second_doubt"], OF_DOUBT),
        )


def _row(weights: Mapping[str, float], names: Sequence[str]) -> NDArray[np.float64]:
    if unknown := sorted(set(weights) - set(names)):
        raise ResourceError(WEIGHTS, f"weighs what no place has: {', '.join(unknown)}")
    return np.array([weights.get(name, 0.0) for name in names])
