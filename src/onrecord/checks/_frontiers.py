"""Whether a place lies near the border that its report puts it near to.

"Near the border with Libya", said in the sentence that names the place and no third one, of a place
far from every point of that border. Borders that no file knows say nothing.
"""

from __future__ import annotations

import logging
from functools import cache
from typing import TYPE_CHECKING

from onrecord.errors import ResourceError
from onrecord.model import PlaceMention, PlaceRef, PlaceUse, Reading
from onrecord.resources import open_library
from onrecord.resources.borders import NAME as BORDERS
from onrecord.resources.borders import Borders, open_borders

if TYPE_CHECKING:
    from collections.abc import Iterator

logger = logging.getLogger(__name__)

# Farther off, nobody would call it near the border. The In Amenas plant, 50 km off, was called so.
_FAR_KM = 150.0


def far_from_borders(
    reading: Reading, place: PlaceRef, borders: Borders | None = None
) -> Iterator[tuple[PlaceMention, str]]:
    """Return each border that a place is said to be near to and is not.

    Args:
        reading: The reading.
        place: The place of the incident, with coordinates from an entry of its own.
        borders: The borders; those that ship unless given.

    Yields:
        The mention of the country across the border, and what is wrong, in words.
    """
    borders = borders or _shipped()
    if borders is None or place.country is None or place.latitude is None:
        return
    for mention in reading.mentions.places:
        if _is_border(mention) and _is_told_of(reading, mention, place):
            wrong = _wrong(borders, place, mention.place)
            if wrong is not None:
                yield mention, wrong


def _is_border(mention: PlaceMention) -> bool:
    """Say whether a country stands for its border: "near the border with Libya", no length told."""
    words = set((mention.relation or "").lower().split())
    near = not words.isdisjoint(_words("borders")) and not words.isdisjoint(_words("at_border"))
    measured = any(letter.isdigit() for letter in mention.relation or "")
    country = mention.place.feature == "country" and mention.place.country is not None
    return mention.use is PlaceUse.RELATION and near and country and not measured


def _is_told_of(reading: Reading, mention: PlaceMention, place: PlaceRef) -> bool:
    """Say whether its sentence names the place, and nothing else that may be near the border."""
    around = next((span for span in reading.sentences if span.covers(mention.span)), None)
    if around is None:
        return False
    named = {
        other.place.name
        for other in reading.mentions.places
        if around.covers(other.span)
        and (other.place.feature != "country" or other.place.country != place.country)
    }
    return named == {place.name, mention.place.name}


def _wrong(borders: Borders, place: PlaceRef, country: PlaceRef) -> str | None:
    """Return what is wrong with "near the border with"; None where nothing is."""
    latitude, longitude = place.latitude or 0.0, place.longitude or 0.0
    own, other = place.country or "", country.country or ""
    if own == other:
        return None
    found = borders.nearest(latitude, longitude, own, other)
    if found is None:
        return f"{place.name} lies in a country that has no land border with {country.name}."
    slack = (place.uncertainty_m or 0.0) / 1_000
    if found.km - slack <= _FAR_KM:
        return None
    return (
        f"{place.name} is about {round(found.km, -1):,.0f} km from the nearest point of the border "
        f"with {country.name}; “near” does not fit."
    )


@cache
def _words(name: str) -> frozenset[str]:
    """Return a list of single words of the lexicon of relations."""
    relations = open_library().lexicon("places.en").entries["relations"]
    return frozenset(relations["grammar"][name])


@cache
def _shipped() -> Borders | None:
    try:
        return open_borders(open_library().path(BORDERS))
    except ResourceError as error:
        logger.warning("distances to borders are not checked: %s", error)
        return None
