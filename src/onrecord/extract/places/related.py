"""The parts of a relation between places: what it hangs on, and how the places stand to each other.

Types only. Distances are metres, bearings degrees clockwise from north; places are told by their
number among those found in the report.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model import Span


class HeadKind(StrEnum):
    """What a relation hangs on."""

    PLACE = "place"
    BORDER = "border"
    COAST = "coast"
    CAPITAL = "capital"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What something is placed by: a place named, or a country by its adjective.

    Attributes:
        spot: Number of the place among those found; None where it is not named.
        country: ISO 3166-1 alpha-2 code of the country an adjective names; else None.
    """

    spot: int | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a relation hangs on, with its words.

    Attributes:
        kind: What it is.
        start: Offset of its first word, article included.
        end: Offset after its last.
        grounds: The places that say which: one name, or the countries of a border.
        town: For a border town, the number of its name among the places found; else None.
    """

    kind: HeadKind
    start: int
    end: int
    grounds: tuple[Ground, ...]
    town: int | None = None


class RelationKind(StrEnum):
    """How a place stands to another."""

    NEAR = "near"
    DISTANCE = "distance"
    """So far from it, perhaps in a direction; a journey of so many hours is one too."""
    BEARING = "bearing"
    """In a direction from it, no distance given."""
    BORDER = "border"
    """On or near the border of two countries; of one, where the other is not named."""
    BETWEEN = "between"
    COAST = "coast"
    """On, near or off the coast of a country."""
    PART = "part"
    """A part of it: "northern Mali"."""
    WITHIN = "within"
    """In it, or at its edge: "a suburb of"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One place is located by others.

    Attributes:
        kind: How they stand to each other.
        span: The words, from the first of the relation to the last of its grounds.
        grounds: What it is located by: two for BETWEEN and for a border of two countries, none for
            a border town, else one. With `capital`, the country whose capital it is.
        figure: Number of the place located among those found; None where no name stands for it.
        within: Numbers of the places the figure, or what has no name, is said to lie in.
        low_m: Least distance from the ground in metres, along whatever the writer measured; None
            where none is said.
        high_m: Most distance in metres; None where none is said.
        bearing: Direction from the ground in degrees clockwise from north; None where none is said,
            and for the middle of a place.
        capital: The ground is the capital of the country, which the words do not name.
        on: The words put it on the border or coast itself, not just near it.
    """

    kind: RelationKind
    span: Span
    grounds: tuple[Ground, ...]
    figure: int | None = None
    within: tuple[int, ...] = ()
    low_m: float | None = None
    high_m: float | None = None
    bearing: float | None = None
    capital: bool = False
    on: bool = False

    @property
    def distance_m(self) -> float | None:
        """The middle of the distance in metres; None where none is said."""
        return None if self.low_m is None or self.high_m is None else (self.low_m + self.high_m) / 2

    @property
    def tolerance_m(self) -> float | None:
        """How far the distance may be from its middle, in metres; None where none is said."""
        return None if self.low_m is None or self.high_m is None else (self.high_m - self.low_m) / 2
