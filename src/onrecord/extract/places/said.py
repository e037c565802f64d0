"""What a report says of one place by another, ready to weigh candidates and place the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.extract.places.placing import PlaceRelations
    from onrecord.extract.places.related import Relation
    from onrecord.extract.places.spotting import Spot
    from onrecord.model import Analysis, PlaceMention
    from onrecord.resources.gazetteer import PlaceEntry

    Likely = Mapping[int, Sequence[PlaceEntry]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The relations of one report.

    Attributes:
        relations: What they are read with.
        told: The relations; places are numbered as in `spots`.
        spots: The places named, demonyms left out.
    """

    relations: PlaceRelations
    told: tuple[Relation, ...]
    spots: tuple[Spot, ...]

    @classmethod
    def of(cls, analysis: Analysis, found: Sequence[Spot], relations: PlaceRelations) -> Said:
        """Read the relations between the places found in a report."""
        spots = tuple(spot for spot in found if not spot.people)
        return cls(relations=relations, told=relations.told(analysis, spots), spots=spots)

    def fits(self, likely: Likely, entries: Mapping[str, Sequence[PlaceEntry]]) -> Fits:
        """Return how well the candidates of the names that a relation locates fit it, -1 to 1.

        Args:
            likely: The candidates of each spot by its number, the likeliest first.
            entries: The candidates of each name.
        """
        if not self.told:
            return {}
        located = self.relations.by_name(self.told, self.spots, likely)
        return {
            name: [self.relations.fit(grounded, entry) for entry in entries[name]]
            for name, grounded in located.items()
            if name in entries
        }

    def derive(
        self, analysis: Analysis, mentions: Sequence[PlaceMention], likely: Likely
    ) -> tuple[PlaceMention, ...]:
        """Return the mentions of the spots, those without an entry where they are said to lie."""
        if not self.told:
            return tuple(mentions)
        return self.relations.derive(analysis, mentions, self.told, likely)


Fits = dict[str, list[float]]
