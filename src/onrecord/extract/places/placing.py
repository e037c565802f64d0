"""Relations as the reader of places uses them: find them, weigh candidates, derive places.

One value that holds the lexicon, the atlas and the borders. Where the file of borders is missing,
relations to borders and coasts are found, but weigh nothing and place nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import ResourceError
from onrecord.extract.places.derivations import Deriver
from onrecord.extract.places.fitting import Grounded, candidates_fit
from onrecord.extract.places.grounding import grounded_by_name
from onrecord.extract.places.relating import RelationWords
from onrecord.extract.places.relations import relations
from onrecord.resources.borders import NAME as BORDERS
from onrecord.resources.borders import Borders, open_borders

if TYPE_CHECKING:
    from onrecord.extract.places.atlas import Atlas
    from onrecord.extract.places.related import Relation
    from onrecord.extract.places.spotting import Spot
    from onrecord.model import Analysis, PlaceMention
    from onrecord.resources import Library
    from onrecord.resources.gazetteer import PlaceEntry

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRelations:
    """What relations are found, weighed and turned into places with.

    Attributes:
        words: The lexicon.
        atlas: The places known.
        borders: The borders and coasts; None where the file is missing.
    """

    words: RelationWords
    atlas: Atlas
    borders: Borders | None

    @classmethod
    def of(cls, library: Library, atlas: Atlas) -> PlaceRelations:
        """Load what relations are read with; the borders only where they are there."""
        return cls(words=RelationWords.of(library), atlas=atlas, borders=_borders(library))

    def told(self, analysis: Analysis, found: Sequence[Spot]) -> tuple[Relation, ...]:
        """Return the relations of a report, in reading order."""
        return relations(analysis, found, self.words)

    def by_name(
        self,
        told: Sequence[Relation],
        found: Sequence[Spot],
        entries: Mapping[int, Sequence[PlaceEntry]],
    ) -> dict[str, tuple[Grounded, ...]]:
        """Return, by the name of each place located, the relations that locate it.

        Args:
            told: The relations.
            found: The places found.
            entries: What each may be, the likeliest first, by its number.
        """
        return grounded_by_name(told, found, entries, words=self.words, atlas=self.atlas)

    def fit(self, told: Sequence[Grounded], entry: PlaceEntry) -> float:
        """Return how well a place fits relations, -1 to 1; 0 where they say nothing of it."""
        return candidates_fit(told, entry, self.borders)

    def derive(
        self,
        analysis: Analysis,
        mentions: Sequence[PlaceMention],
        told: Sequence[Relation],
        entries: Mapping[int, Sequence[PlaceEntry]],
    ) -> tuple[PlaceMention, ...]:
        """Return the mentions with the places that the relations put on the map."""
        deriver = Deriver(words=self.words, atlas=self.atlas, borders=self.borders)
        return deriver.mentions(analysis, mentions, told, entries)


def _borders(library: Library) -> Borders | None:
    """Open the borders; say so once where that fails, and go on without."""
    try:
        return open_borders(library.path(BORDERS))
    except ResourceError as error:
        logger.warning("nothing will be placed by borders and coasts: %s", error)
        return None
