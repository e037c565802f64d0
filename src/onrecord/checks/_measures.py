"""Amounts with their units: converted by the sizes in the lexicon `conversions`, and in words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.model import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of measure.

    Attributes:
        dimension: What it measures.
        factors: Its size in the base unit; several where the name means several units.
        offset: Where its zero lies, in its own steps above the base unit's zero.
    """

    dimension: str
    factors: tuple[float, ...]
    offset: float


def converted(quantity: Quantity, symbol: str) -> tuple[float, ...]:
    """Return an amount in another unit, once for each size the units may have; () if it has none.

    Two names of the same unit are no conversion either.
    """
    source, target = _units().get(quantity.unit), _units().get(symbol)
    if source is None or target is None or source is target:
        return ()
    if source.dimension != target.dimension:
        return ()
    return tuple(
        (quantity.amount + source.offset) * size / other - target.offset
        for size in source.factors
        for other in target.factors
    )


def amount_words(quantity: Quantity) -> str:
    """Return an amount with its unit: "1,300 km"."""
    unit = {"mi": "miles", "ft": "feet"}.get(quantity.unit, quantity.unit)
    return f"{number(quantity.amount)} {unit}"


def number(amount: float) -> str:
    """Return a number with thousands apart."""
    return f"{int(amount):,}" if float(amount).is_integer() else f"{amount:,}"


@cache
def _units() -> Mapping[str, Unit]:
    units: dict[str, Unit] = {}
    for row in open_library().lexicon("conversions").entries["unit"]:
        unit = Unit(
            dimension=row["dimension"],
            factors=tuple(row["factors"]),
            offset=row.get("offset", 0.0),
        )
        units.update(dict.fromkeys(row["symbols"], unit))
    return units
