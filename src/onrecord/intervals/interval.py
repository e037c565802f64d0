"""How many it can be: an interval of counts, both ends included."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The whole numbers from `low` to `high`, both included; never empty.

    Attributes:
        low: The least it can be. A count whose words leave that open can be 0.
        high: The most it can be; None where that is open.
    """

    low: int = 0
    high: int | None = None

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"an interval needs 0 <= low <= high, not {self.low} to {self.high}")

    def __contains__(self, count: object) -> bool:
        return (
            isinstance(count, int)
            and self.low <= count
            and (self.high is None or count <= self.high)
        )

    @property
    def is_exact(self) -> bool:
        """It can be one number only."""
        return self.low == self.high

    @classmethod
    def exactly(cls, count: int) -> Interval:
        """Return the interval of one number."""
        return cls(low=count, high=count)

    @classmethod
    def find_of(cls, figure: Figure) -> Interval | None:
        """Return how many a figure can be; None if no whole number from 0 up is among them.

        Ends between two whole numbers are rounded inwards: no part of a person is counted.
        """
        low = 0 if figure.low is None else max(0, math.ceil(figure.low))
        high = None if figure.high is None else math.floor(figure.high)
        return None if high is not None and high < low else cls(low=low, high=high)
