"""Places: which words name one, which place it is, and what the name does in its sentence.

Reads the grammar of one report, its dateline, the lexica `places.en`, `nations` and `regions`, and
the gazetteer; writes place mentions with candidates. A name that no entry fits, or that two distant
places fit as well, is a place without coordinates. Where the gazetteer file is missing, nations,
regions and US states are still found. People of a place ("Algerians") and adjectives
("Algerian") are not places. Whether a place is that of the incident is settled in
`onrecord.claims`.

Known limits: a facility without an entry of its own is given the place it is named with; the
distance or direction of a relation is kept in words and moves no point.
"""

from __future__ import annotations

import logging
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import ResourceError
from onrecord.extract.places.atlas import Atlas
from onrecord.extract.places.datelines import dateline_spots
from onrecord.extract.places.lexicon import PlaceWords
from onrecord.extract.places.phrases import Phrase, phrase
from onrecord.extract.places.resolving import Weighed, kilometres, resolve
from onrecord.extract.places.spotting import Spot, spots, spots_at
from onrecord.model import (
    PlaceCandidate,
    PlaceMention,
    PlaceRef,
    PlaceUse,
    Provenance,
    Span,
)
from onrecord.registry import Extractor
from onrecord.resources.gazetteer import NAME as GAZETTEER
from onrecord.resources.gazetteer import Gazetteer, open_gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model import Analysis, Mention, Report
    from onrecord.registry import MentionReader
    from onrecord.resources import Library

logger = logging.getLogger(__name__)

NAME = "places"
VERSION = 2
# The gazetteer is read too where it is there, but nothing stops without it.
NEEDS = ("places.en", "nations", "regions")

# How many candidates a mention shows.
_SHOWN = 5
# With less weight than this, nothing but the name speaks for the place; a name that is the usual
# one of a single place needs less.
_LEAST = 0.5
_LEAST_OF_ONE = -1.0
# With less lead over a rival this far away, neither place is chosen.
_LEAD = 0.05
_DISTANT_KM = 161.0
_GOVERNED = frozenset({"country", "admin1", "region"})


def build(library: Library) -> MentionReader:
    """Return the reader of places."""
    reader = PlaceReader.of(library)

    def read(report: Report, analysis: Analysis) -> tuple[Mention, ...]:
        outside = dateline_spots(report, reader.words, reader.atlas)
        inside = spots(analysis, reader.words, reader.atlas)
        return reader.mentions(analysis, (*outside, *inside))

    return read


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceReader:
    """The loaded lexica and gazetteer.

    Attributes:
        words: The lexica.
        atlas: The places known.
        read_by: Who reads, for provenance.
    """

    words: PlaceWords
    atlas: Atlas
    read_by: Provenance

    @classmethod
    def of(cls, library: Library) -> PlaceReader:
        """Load what places are read with; the gazetteer only where it is there."""
        sources = [library.lexicon(name) for name in NEEDS]
        words = PlaceWords.of(*sources)
        gazetteer, cited = _gazetteer(library)
        resources = (*(source.citation for source in sources), *cited)
        read_by = Provenance(stage=NAME, version=VERSION, resources=resources)
        return cls(words=words, atlas=Atlas(words.known, gazetteer), read_by=read_by)

    def at(self, analysis: Analysis, spans: Iterable[Span]) -> tuple[PlaceMention, ...]:
        """Return the places at given spans, for measuring resolution alone."""
        return self.mentions(analysis, spots_at(analysis, spans, self.words, self.atlas))

    def mentions(self, analysis: Analysis, found: Sequence[Spot]) -> tuple[PlaceMention, ...]:
        """Return the mentions of places found, each resolved."""
        mentions: list[PlaceMention] = []
        taken: Span | None = None
        resolved = resolve(analysis, found, self.words, self.atlas)
        for spot, weighed in zip(found, resolved, strict=True):
            place = _place(spot, weighed, self.words)
            told = self._phrase(analysis, spot, place, taken)
            taken = told.extent if told.facility else taken
            mentions.append(
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
        return tuple(mentions)

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
    """Return the place meant; without coordinates where that is not sure."""
    if not weighed:
        return PlaceRef(name=spot.name)
    best = weighed[0]
    sole = best.entry.usual and len(weighed) == 1
    if best.weight < (_LEAST_OF_ONE if sole else _LEAST):
        return PlaceRef(name=spot.name)
    for rival in weighed[1:]:
        if best.weight - rival.weight >= _LEAD:
            break
        if best.entry.feature == "country" and rival.entry.feature not in _GOVERNED:
            continue  # a nation does not give way to a town of its name
        if kilometres(best.entry, rival.entry) > _DISTANT_KM:
            return PlaceRef(name=spot.name)
    return best.entry.place(words.nations.get(best.entry.country or ""))


def _candidates(weighed: Sequence[Weighed], words: PlaceWords) -> tuple[PlaceCandidate, ...]:
    """Return the best candidates, with weights brought between 0 and 1."""
    return tuple(
        PlaceCandidate(
            place=each.entry.place(words.nations.get(each.entry.country or "")),
            score=round(1 / (1 + math.exp(3 - each.weight)), 3),
            reason=each.reason or "bears the name",
        )
        for each in weighed[:_SHOWN]
    )


EXTRACTOR = Extractor(name=NAME, version=VERSION, needs=NEEDS, build=build)
