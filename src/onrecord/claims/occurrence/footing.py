"""What an answer to "when?" or "where?" rests on.

Reports seldom say of each event when and where it was; much is carried over from what stands
beside it, or from the dateline. A reader must be able to tell the one from the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model import PlaceRef, Span, TimeRef


class Footing(StrEnum):
    """How an answer is known."""

    STATED = "stated"
    """The sentence that tells of the incident says so."""
    INHERITED = "inherited"
    """Another sentence says so, of the same course of events as it seems."""
    DEFAULT = "default"
    """Nothing says so but where and when the report was filed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """When an incident happened.

    Attributes:
        time: The time; by default only an end: not after the day of the report.
        footing: How that is known.
        evidence: The words; None by default.
    """

    time: TimeRef
    footing: Footing
    evidence: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Where an incident happened.

    Attributes:
        place: The finest place known to hold it; by default the country of the report's places.
        footing: How that is known.
        evidence: The words; of a country, those that name it or a place in it, in the dateline if
            nowhere else; failing those a word for its people; None where only groups at home there
            tell of it.
        around: Where else in the report what it lies in is named, from the finest outwards.
        country: ISO 3166-1 alpha-2 code of the country; None where unknown.
    """

    place: PlaceRef
    footing: Footing
    evidence: Span | None
    around: tuple[Span, ...]
    country: str | None
