"""What the other places of a report say of a candidate: those of one report lie together.

Minimum spread (Leidner 2007), in a soft form: each other name speaks for what lies near any of its
own candidates, the likelier ones more; and, since two names seldom fall together by chance, also
for what lies near the least likely of them. Nearness is by distance and by district, province and
country in common.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.extract.places.distances import bare

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from numpy.typing import NDArray

    from onrecord.resources.gazetteer import PlaceEntry

    Matrix = NDArray[np.float64]

_EARTH_KM = 6371.0088
# Distances over which two places of one report draw each other: a town, a county, a province.
_REACHES_KM = (30.0, 100.0, 300.0)
# The middle of a larger area may be far from its places: it draws nobody by distance.
_POINT_RADIUS_M = 150_000

_SUMS = ("mean", "most", "sum")
_CHANCES = ("share", "count")

OF_OTHERS = tuple(
    f"{what} {how}"
    for what, measures in (
        ("30 km", (*_SUMS, *_CHANCES)),
        ("100 km", _SUMS),
        ("300 km", _SUMS),
        ("district", (*_SUMS, *_CHANCES)),
        ("province", (*_SUMS, *_CHANCES)),
        ("country", _SUMS),
    )
    for how in measures
)
"""Features of a candidate among the candidates of the other names.

`mean`, `most` and `sum` are over the names, of how likely one lies there; `share` and `count` are
of the names that have a candidate there at all.
"""


class Neighbourhood:
    """The candidates of all names of one report, and how they lie to each other.

    Args:
        entries: The candidates.
        names: For each, the number of its name, from 0.
    """

    def __init__(self, entries: Sequence[PlaceEntry], names: Sequence[int]) -> None:
        self._names = np.array(names, dtype=np.int64)
        self._count = max(names, default=-1) + 1
        own = self._names[:, None] == np.arange(self._count)[None, :]
        self._own = own.astype(np.float64)
        self._other = 1.0 - self._own
        points = np.array([entry.radius_m < _POINT_RADIUS_M for entry in entries], dtype=np.float64)
        distances = _distances(entries)
        near = [np.exp(-distances / reach) * np.outer(points, points) for reach in _REACHES_KM]
        alike = [_alike(entries, key) for key in (_district, _province, _country)]
        # Which of them are rare enough that a meeting by chance tells something.
        telling = (True, False, False, True, True, False)
        self._ties = tuple(zip((*near, *alike), telling, strict=True))

    def features(self, likely: Matrix) -> Matrix:
        """Return the features `OF_OTHERS` of each candidate, shape (candidates, features).

        Args:
            likely: How likely each candidate is the one its name means, summing to 1 for each name.
        """
        shares = likely[:, None] * self._own
        others = max(self._count - 1, 1)
        columns: list[Matrix] = []
        for tie, telling in self._ties:
            drawn = (tie @ shares) * self._other
            summed = drawn.sum(axis=1)
            columns += [summed / others, drawn.max(axis=1, initial=0.0), np.log1p(summed)]
            if telling:
                met = self._met(tie).sum(axis=1)
                columns += [met / others, np.log1p(met)]
        return np.stack(columns, axis=1)

    def _met(self, tie: Matrix) -> Matrix:
        """Return how near the nearest candidate of each other name is to each candidate."""
        met = np.zeros((len(self._names), self._count))
        for name in range(self._count):
            met[:, name] = tie[:, self._names == name].max(axis=1, initial=0.0)
        met *= self._other
        return met


def _distances(entries: Sequence[PlaceEntry]) -> Matrix:
    """Return the distances between all places, in kilometres, on the sphere."""
    latitudes = np.radians([entry.latitude for entry in entries])
    longitudes = np.radians([entry.longitude for entry in entries])
    across = np.cos(latitudes)
    points = np.stack([across * np.cos(longitudes), across * np.sin(longitudes), np.sin(latitudes)])
    # The chord between two points, from the cosine of their angle; rounding may pass 1.
    cosines = np.clip(points.T @ points, -1.0, 1.0)
    angles: Matrix = np.arccos(cosines)
    return _EARTH_KM * angles


def _alike(entries: Sequence[PlaceEntry], key: Callable[[PlaceEntry], Hashable | None]) -> Matrix:
    """Return 1 for each two places that share a key, 0 where one has none."""
    numbers: dict[Hashable, int] = {}
    # A place without a key is alike to none: each gets a number of its own below 0.
    found = [
        -1 - index if (value := key(entry)) is None else numbers.setdefault(value, len(numbers))
        for index, entry in enumerate(entries)
    ]
    ids = np.array(found, dtype=np.int64)
    alike: Matrix = (ids[:, None] == ids[None, :]).astype(np.float64)
    return alike


def _district(entry: PlaceEntry) -> Hashable | None:
    name = entry.name if entry.feature == "admin2" else entry.admin2
    return (entry.country, bare(entry.admin1 or ""), bare(name)) if name else None


def _province(entry: PlaceEntry) -> Hashable | None:
    name = entry.name if entry.feature == "admin1" else entry.admin1
    return (entry.country, bare(name)) if name else None


def _country(entry: PlaceEntry) -> Hashable | None:
    return entry.country
