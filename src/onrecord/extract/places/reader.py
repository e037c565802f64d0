"""The reader of places: finds the names, resolves them, says what each does in its sentence."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import ResourceError
from onrecord.extract.places.atlas import Atlas
from onrecord.extract.places.datelines import dateline_spots
from onrecord.extract.places.demonyms import demonyms
from onrecord.extract.places.distances import agree
from onrecord.extract.places.lexicon import PlaceWords
from onrecord.extract.places.needs import LEXICA, NAME, NEEDS, VERSION, WEIGHTS
from onrecord.extract.places.pages import page_of
from onrecord.extract.places.phrases import Phrase, phrase
from onrecord.extract.places.placing import PlaceRelations
from onrecord.extract.places.resolving import Weighed, resolve
from onrecord.extract.places.said import Said
from onrecord.extract.places.spotting import Spot, spots, spots_at
from onrecord.extract.places.weights import Weights
from onrecord.model import (
    DemonymMention,
    PlaceCandidate,
    PlaceMention,
    PlaceRef,
    PlaceUse,
    Provenance,
    Span,
)
from onrecord.resources.borders import NAME as BORDERS
from onrecord.resources.gazetteer import NAME as GAZETTEER
from onrecord.resources.gazetteer import Gazetteer, open_gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model import Analysis, Mention, Report
    from onrecord.resources import Library
    from onrecord.resources.gazetteer import PlaceEntry

logger = logging.getLogger(__name__)

# How many candidates a mention shows.
_SHOWN = 5
# Less likely than this, with all that bear the name nearby, no place is chosen.
_LEAST = 0.5
_GOVERNED = frozenset({"country", "admin1", "region"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceReader:
    """The loaded lexica and gazetteer.

    Attributes:
        words: The lexica.
        atlas: The places known.
        relations: What is said of one place by another, and how it is read.
        weights: What speaks for a place, how much.
        read_by: Who reads, for provenance.
    """

    words: PlaceWords
    atlas: Atlas
    relations: PlaceRelations
    weights: Weights
    read_by: Provenance

    @classmethod
    def of(cls, library: Library) -> PlaceReader:
        """Load what places are read with; the gazetteer only where it is there."""
        words = PlaceWords.of(*(library.lexicon(name) for name in LEXICA))
        gazetteer, cited = _gazetteer(library)
        atlas = Atlas(words.known, gazetteer)
        relations = PlaceRelations.of(library, atlas)
        if relations.borders is not None:
            cited = (*cited, f"{BORDERS}/{library.manifest[BORDERS]['version']}")
        resources = (*(library.lexicon(name).citation for name in NEEDS), *cited)
        return cls(
            words=words,
            atlas=atlas,
            relations=relations,
            weights=Weights.of(library.lexicon(WEIGHTS)),
            read_by=Provenance(stage=NAME, version=VERSION, resources=resources),
        )

    def read(self, report: Report, analysis: Analysis) -> tuple[Mention, ...]:
        """Return the places and demonyms of a report, its dateline included."""
        outside = dateline_spots(report, self.words, self.atlas)
        return self.mentions(analysis, (*outside, *self.spots(analysis)))

    def spots(self, analysis: Analysis) -> tuple[Spot, ...]:
        """Return the words in the body of a report that name places, their people included."""
        page = page_of(analysis, self.words, self.atlas)
        named = spots(page)
        return tuple(sorted((*named, *demonyms(page, named)), key=lambda spot: spot.span))

    def at(self, analysis: Analysis, spans: Iterable[Span]) -> tuple[PlaceMention, ...]:
        """Return the places at given spans, for measuring resolution alone."""
        found = spots_at(analysis, spans, self.words, self.atlas)
        return tuple(
            mention
            for mention in self.mentions(analysis, found)
            if isinstance(mention, PlaceMention)
        )

    def mentions(self, analysis: Analysis, found: Sequence[Spot]) -> tuple[Mention, ...]:
        """Return the mentions of places and demonyms found, each resolved."""
        said = Said.of(analysis, found, self.relations)
        resolved = resolve(analysis, found, self.words, said, weights=self.weights)
        places: list[PlaceMention] = []
        people: list[DemonymMention] = []
        likely: dict[int, list[PlaceEntry]] = {}
        for spot, weighed in zip(found, resolved, strict=True):
            place = _place(spot, weighed, self.words)
            if spot.people:
                people.append(DemonymMention(span=spot.span, read_by=self.read_by, place=place))
                continue
            likely[len(places)] = [one.entry for one in weighed]
            taken = next((one.extent for one in reversed(places) if one.facility), None)
            told = self._phrase(analysis, spot, place, taken)
            places.append(
                PlaceMention(
                    span=spot.span,
                    read_by=self.read_by,
                    place=place,
                    candidates=_candidates(weighed, self.words),
                    use=told.use,
                    relation=told.relation,
                    extent=told.extent,
                    facility=told.facility,
                )
            )
        return (*said.derive(analysis, places, likely), *people)

    def _phrase(
        self, analysis: Analysis, spot: Spot, place: PlaceRef, taken: Span | None
    ) -> Phrase:
        if spot.first < 0:
            return Phrase(use=PlaceUse.LOCATION, relation=None, extent=spot.span, facility=None)
        government = place.feature in _GOVERNED
        return phrase(analysis, spot, self.words, government=government, taken=taken)


def _gazetteer(library: Library) -> tuple[Gazetteer | None, tuple[str, ...]]:
    """Open the gazetteer; say so once where that fails, and go on without."""
    try:
        gazetteer = open_gazetteer(library.path(GAZETTEER))
    except ResourceError as error:
        logger.warning("only nations and regions will be placed: %s", error)
        return None, ()
    return gazetteer, (f"{GAZETTEER}/{library.manifest[GAZETTEER]['version']}",)


def _place(spot: Spot, weighed: Sequence[Weighed], words: PlaceWords) -> PlaceRef:
    """Return the place meant; without coordinates where that is not sure.

    Places of one name that lie near or in each other, a town and its province as a rule, are one
    place for that; the likelier of them is named.
    """
    if weighed:
        best = weighed[0]
        if sum(one.likelihood for one in weighed if agree(one.entry, best.entry)) >= _LEAST:
            return best.entry.place(words.nations.get(best.entry.country or ""))
    return PlaceRef(name=spot.name)


def _candidates(weighed: Sequence[Weighed], words: PlaceWords) -> tuple[PlaceCandidate, ...]:
    """Return the best candidates, each with how likely it is meant."""
    return tuple(
        PlaceCandidate(
            place=each.entry.place(words.nations.get(each.entry.country or "")),
            score=round(each.likelihood, 3),
            reason=each.reason or "bears the name",
        )
        for each in weighed[:_SHOWN]
    )
