"""What place a name of a report means beyond doubt, for checks against the map.

A reading doubts a place whose surroundings in the text do not fit it, and that is just what these
checks look for. So a name is sure here if one place stands out among those it may mean, however
likely it is that it means none of them. A district or province of the name around a town of the
name is the town.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.errors import ResourceError
from onrecord.resources import open_library
from onrecord.resources.borders import distance_km
from onrecord.resources.gazetteer import NAME as GAZETTEER
from onrecord.resources.gazetteer import Gazetteer, open_gazetteer

if TYPE_CHECKING:
    from onrecord.model import PlaceMention, PlaceRef

logger = logging.getLogger(__name__)

# The place meant must be so much likelier than the others of its name together.
_STANDS_OUT = 0.8
# A place that the reading did not settle on must be so likely, and stand out so far.
_LIKELY = 0.12
_ALONE = 0.95
# Candidates so near to each other are one place twice.
_SAME_KM = 50.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What a name means.

    Attributes:
        place: The place, with coordinates of its own.
        others: What else the name may mean, unlikely as it is.
    """

    place: PlaceRef
    others: tuple[PlaceRef, ...]

    @property
    def all(self) -> tuple[PlaceRef, ...]:
        """The place and all others."""
        return (self.place, *self.others)

    @property
    def is_area(self) -> bool:
        """It is a nation, province or region, in which others lie."""
        return self.place.feature in lexicon()["areas"]


def meant(mention: PlaceMention) -> Meant | None:
    """Return what a name means; None where that is in doubt, or the map does not know it."""
    known = [(one.place, one.score) for one in mention.candidates if is_own(one.place)]
    if not known and is_own(mention.place):
        known = [(mention.place, 1.0)]
    points = [place for place, _ in known if place.feature not in lexicon()["areas"]]
    kept = [(place, score) for place, score in known if not _holds_any(place, points)]
    if not kept:
        return None
    best = _best(mention, [place for place, _ in kept])
    near = sum(score for place, score in known if _is_same(place, best))
    total = sum(score for _, score in known)
    settled = is_own(mention.place)
    least = _STANDS_OUT if settled else _ALONE
    if total <= 0 or near < least * total or (not settled and near < _LIKELY):
        return None
    others = tuple(place for place, _ in kept if place != best)
    return Meant(place=best, others=others)


def _best(mention: PlaceMention, kept: list[PlaceRef]) -> PlaceRef:
    """Return the place that the reading settled on, else the likeliest."""
    same = (place for place in kept if place.gazetteer_id == mention.place.gazetteer_id)
    return next(same, kept[0])


def _holds_any(area: PlaceRef, points: list[PlaceRef]) -> bool:
    """Say whether a province or district of the name lies around a place of the name."""
    if area in points or area.feature == "country":
        return False
    radius = (area.uncertainty_m or 0.0) / 1_000
    return any(
        point.country == area.country and km_between(area, point) <= radius for point in points
    )


def _is_same(place: PlaceRef, best: PlaceRef) -> bool:
    reach = max(_SAME_KM, (place.uncertainty_m or 0.0) / 1_000)
    return km_between(place, best) <= reach


def is_own(place: PlaceRef) -> bool:
    """Say whether a place has coordinates of its own, not worked out from the report's words."""
    known = place.latitude is not None and place.gazetteer_id is not None
    return known and place.derived_from is None


def km_between(left: PlaceRef, right: PlaceRef) -> float:
    """Return the length of the great circle between two places with coordinates, in kilometres."""
    return distance_km(
        left.latitude or 0.0, left.longitude or 0.0, right.latitude or 0.0, right.longitude or 0.0
    )


def slack_km(*places: PlaceRef) -> float:
    """Return how far off the distance between places may be for their size, in kilometres."""
    return sum(place.uncertainty_m or 0.0 for place in places) / 1_000


@cache
def nation(code: str) -> PlaceRef | None:
    """Return a nation by its ISO 3166-1 alpha-2 code; None for an unknown code."""
    row = open_library().lexicon("nations").entries["nations"].get(code)
    atlas = gazetteer()
    if row is None or atlas is None:
        return None
    found = (entry for entry in atlas.find(row["name"]) if entry.feature == "country")
    return next((entry.place(None) for entry in found if entry.country == code), None)


@cache
def gazetteer() -> Gazetteer | None:
    """Return the gazetteer, opened once; None where the file is missing or damaged."""
    try:
        return open_gazetteer(open_library().path(GAZETTEER))
    except ResourceError as error:
        # The reader of places has said so.
        logger.debug("nothing is held against the gazetteer: %s", error)
        return None


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """Return the lists of words that checks against the map go by."""
    entries = open_library().lexicon("checks.en").entries["map"]
    return {name: frozenset(words) for name, words in entries.items()}
