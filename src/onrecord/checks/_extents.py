"""How far countries reach: the boxes that their borders and coasts fill.

A box holds islands and departments overseas too, so it is only ever one of two witnesses: who asks
for a part of a country also looks at its middle.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cache
from math import cos, radians, sin
from typing import TYPE_CHECKING

from onrecord.errors import ResourceError
from onrecord.resources import open_library
from onrecord.resources.borders import NAME as BORDERS
from onrecord.resources.borders import Borders, open_borders

if TYPE_CHECKING:
    from onrecord.model import PlaceRef

logger = logging.getLogger(__name__)

_DEGREE_KM = 111.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """A box, in degrees.

    Attributes:
        south: Its southern edge.
        north: Its northern edge.
        west: Its western edge.
        east: Its eastern edge.
    """

    south: float
    north: float
    west: float
    east: float

    def share(self, heading: float, latitude: float, longitude: float) -> float:
        """Return how far along a direction a point lies: from 0, where it starts in the box, to 1.

        Args:
            heading: The direction in degrees clockwise from north.
            latitude: Degrees north of the point.
            longitude: Degrees east of the point.
        """
        up, aside = cos(radians(heading)), sin(radians(heading))
        tall, wide = self.north - self.south, self.east - self.west
        along = up * (latitude - self.south) / tall + aside * (longitude - self.west) / wide
        least = min(up, 0.0) + min(aside, 0.0)
        return (along - least) / (abs(up) + abs(aside))


def extent_of(area: PlaceRef) -> Extent | None:
    """Return the box around a country, or around the circle of any other place with a radius.

    Returns:
        The box; None where the place has no size, or reaches over the date line.
    """
    borders = shipped()
    if area.feature == "country" and borders is not None and area.country is not None:
        return _of_country(borders, area.country)
    latitude, longitude, radius = area.latitude, area.longitude, area.uncertainty_m
    if latitude is None or longitude is None or not radius:
        return None
    high = radius / 1_000 / _DEGREE_KM
    wide = high / max(cos(radians(latitude)), 0.1)
    return Extent(
        south=latitude - high, north=latitude + high, west=longitude - wide, east=longitude + wide
    )


@cache
def _of_country(borders: Borders, code: str) -> Extent | None:
    lines = list(borders.coast(code))
    for other in borders.neighbours(code):
        lines += borders.between(code, other)
    if not lines:
        return None
    box = Extent(
        south=min(line.south for line in lines),
        north=max(line.north for line in lines),
        west=min(line.west for line in lines),
        east=max(line.east for line in lines),
    )
    # A country on both sides of the date line would seem to reach around the world.
    return box if box.east - box.west < 180.0 and box.north > box.south else None  # noqa: PLR2004


@cache
def shipped() -> Borders | None:
    """Return the borders that ship, opened once; None where the file is missing or damaged."""
    try:
        return open_borders(open_library().path(BORDERS))
    except ResourceError as error:
        logger.warning("borders and extents of countries are not checked: %s", error)
        return None
