"""How much each thing that speaks for or against a time, a place or a country counts.

Reads the lexicon `occurrence` once. Its numbers were fitted to reports whose incidents are dated
and placed: see "When and where" in docs/quality/incidents.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "occurrence"
"""The resource with the weights."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What hints count, by name; one that is not listed counts nothing.

    The doubt that any candidate is right weighs 0, so a sum below it speaks against a candidate.

    Attributes:
        when: Of the hints for a time.
        where: Of the hints for a place.
        country: Of the hints for a country.
        least: What a place must weigh to be named: "place"; and how much less than the place it
            lies in a finer one may weigh: "finer", or "quarter" for a quarter of a town.
    """

    when: Mapping[str, float]
    where: Mapping[str, float]
    country: Mapping[str, float]
    least: Mapping[str, float]


@cache
def shipped() -> Weights:
    """Return the weights that ship, read once."""
    return Weights(**open_library().lexicon(NAME).entries)


def weigh(hints: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return what hints weigh together."""
    return sum(weights.get(name, 0.0) * value for name, value in hints.items())
