"""What the confidence of the trained readers is worth.

A network says 0.8 where it is right in two of three cases. On documents held out of its training we
counted how often there was an attribution, by what it said; between the points counted it goes
straight (isotonic regression: Zadrozny and Elkan 2002).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.model import NON_ANSWERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.extract.attribution.drafts import Draft
    from onrecord.resources import Library

CONFIDENCE = "attribution-confidence"
"""The resource with the points."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Points of a line that never falls.

    Attributes:
        said: Confidences as the readers give them, ascending.
        worth: How often there was an attribution at each.
    """

    said: tuple[float, ...]
    worth: tuple[float, ...]

    @classmethod
    def of(cls, library: Library) -> Calibration:
        """Load the points.

        Raises:
            ResourceError: They are missing or damaged.
        """
        points = library.lexicon(CONFIDENCE).entries["points"]
        return cls(tuple(said for said, _ in points), tuple(worth for _, worth in points))

    def of_confidence(self, said: float) -> float:
        """Return what a confidence is worth, 0 to 1."""
        place = bisect_right(self.said, said)
        if place == 0:
            return self.worth[0]
        if place == len(self.said):
            return self.worth[-1]
        low, high = self.said[place - 1], self.said[place]
        share = (said - low) / (high - low)
        return self.worth[place - 1] + share * (self.worth[place] - self.worth[place - 1])

    def applied(self, drafts: Iterable[Draft]) -> list[Draft]:
        """Return attributions with confidences that are worth what they say.

        Those of the rules alone were counted where they stand, and non-answers are not in the
        documents counted.
        """
        return [
            replace(draft, confidence=self.of_confidence(draft.confidence))
            if draft.learned and draft.stance not in NON_ANSWERS and draft.outer is None
            else draft
            for draft in drafts
        ]
