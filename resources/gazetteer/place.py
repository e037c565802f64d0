"""A row of the gazetteer in the making, and what is measured of it."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field

from onrecord.resources.gazetteer import folded

Point = tuple[float, float]
"""Degrees north and east."""

# Numbers above GeoNames' own, for places that are not in GeoNames or have no number in the source;
# each kind of place counts from a number of its own, so that more of one kind moves no other.
FIRST_NUMBER = 1_000_000_000

# Words that areas drop in running text: "Illizi Province" is also "Illizi".
_KIND = re.compile(
    r"^(?:Provincia|Departamento|Département|Wilaya|Province|District|State|Region|Governorate)"
    r" (?:de |del |de la |of |d'|du )?|(?: Province| District| Region| Governorate| State| Oblast"
    r"| Prefecture| County| Parish| Borough| Department| Division)$"
)

# Features of our own tables that lie in one province and may be a listed town.
SMALL = frozenset({"city", "town", "village", "site", "crossing", "district", "borough"})


@dataclass(kw_only=True)
class Place:
    """A place, as the columns of the file have it, with its other names."""

    number: int
    name: str
    latitude: float
    longitude: float
    radius_m: float
    feature: str
    ref: str | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    population: int = 0
    others: list[str] = field(default_factory=list)

    @property
    def point(self) -> Point:
        """Degrees north and east."""
        return (self.latitude, self.longitude)

    def folded_names(self) -> set[str]:
        """Return its names, folded."""
        return {key for name in [self.name, *self.others] if (key := folded(name))}


def kilometres(here: Point, there: Point) -> float:
    """Return the distance between two points, well enough for a radius."""
    north = (there[0] - here[0]) * 111.2
    east = (there[1] - here[1] + 180) % 360 - 180
    east *= 111.2 * math.cos(math.radians((here[0] + there[0]) / 2))
    return math.hypot(north, east)


def bare(name: str) -> str:
    """Return an area's name without the word for its kind."""
    return _KIND.sub("", name) or name


def slug(name: str) -> str:
    """Return a name as an identifier."""
    return folded(name).replace(" ", "-")
