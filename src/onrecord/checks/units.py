"""Amounts given in two units that are not the same: "120 km (90 miles)".

The first number is taken as the original and the second as its conversion. It may be rounded as
its own digits show, to the five or the quarter where they end in one, or cut off at its last digit
("60 miles (96 km)"). A conversion that is off is wrong for certain if the first number is not a
rounding of the second either; if it is, the report may have rounded the measured number and
converted the exact one, which an editor asks.

Reads figures that restate another; sizes of units come from the lexicon `conversions`. A unit that
is not there is left alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.checks._evidence import cited
from onrecord.model import FigureMention, Quantity, Query, Reading, Report, Severity
from onrecord.registry import Check
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NAME = "units"

# From so many steps of its last digit on, a number may be rounded to the quarter of a hundred, to
# the five of ten, or cut off: below, such a step would be too large a part of the number.
_QUARTERS_FROM = 100
_FIVES_FROM = 10

# Relative error of the floating point sums, far below any digit printed.
_EXACT = 1e-9


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


def check(report: Report, reading: Reading) -> tuple[Query, ...]:
    """Return a result for each amount that is given in two units."""
    del report
    found = (
        _query(reading, first, second) for first, second in _restated(reading.mentions.figures)
    )
    return tuple(query for query in found if query is not None)


def _restated(
    figures: tuple[FigureMention, ...],
) -> Iterator[tuple[FigureMention, FigureMention]]:
    """Yield each figure with the one that restates it in another unit."""
    for second in figures:
        if second.restates is None or second.quantity is None:
            continue
        for first in figures:
            if (
                first is not second
                and first.quantity is not None
                and first.span.overlaps(second.restates)
            ):
                yield first, second
                break


def _query(reading: Reading, first: FigureMention, second: FigureMention) -> Query | None:
    if first.quantity is None or second.quantity is None:
        return None
    there = _converted(first.quantity, second.quantity.unit)
    back = _converted(second.quantity, first.quantity.unit)
    if not there or not back:
        return None
    fits_there = any(_is_rounding(second.quantity, exact) for exact in there)
    fits_back = any(_is_rounding(first.quantity, exact) for exact in back)
    message, suggestion = _words(
        first.quantity, second.quantity, there[0], back=back[0] if fits_back else None
    )
    if fits_there:
        severity, message, suggestion = Severity.OK, _agreeing(first, second), None
    else:
        severity = Severity.QUERY if fits_back else Severity.CORRECT
    evidence = (first.phrase, second.phrase)
    return Query(
        check=NAME,
        severity=severity,
        message=message,
        suggestion=suggestion,
        evidence=evidence,
        cited=cited(reading, evidence),
    )


def _agreeing(first: FigureMention, second: FigureMention) -> str:
    pair = [_shown(mention.quantity) for mention in (first, second) if mention.quantity]
    return f"{' and '.join(pair)} agree."


def _words(
    first: Quantity, second: Quantity, there: float, *, back: float | None
) -> tuple[str, str | None]:
    """Return what is wrong with a conversion, and what to ask."""
    exact = Quantity(amount=_rounded(there), unit=second.unit, resolution=1)
    message = f"{_shown(first)} is {_shown(exact)}, not {_number(second.amount)}."
    if back is None:
        return message, f"Ask whether {_shown(first)} or {_shown(second)} is right."
    other = Quantity(amount=_rounded(back), unit=first.unit, resolution=1)
    rounded = f"{_shown(second)} is {_shown(other)}, which rounds to {_number(first.amount)}"
    return message, f"{rounded}: ask which of the two was measured."


def _converted(quantity: Quantity, symbol: str) -> tuple[float, ...]:
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


def _is_rounding(printed: Quantity, exact: float) -> bool:
    """Say whether a printed number is a rounding of an exact one, by the digits it shows."""
    off = abs(exact - printed.amount)
    step = printed.resolution
    steps = round(abs(printed.amount) / step)
    slack = abs(exact) * _EXACT
    cut = steps >= _FIVES_FROM and abs(printed.amount) <= abs(exact) and off < step
    return cut or off <= _rounding(steps) * step / 2 + slack


def _rounding(steps: int) -> int:
    """Return to how many steps of its last digit a number may be rounded: 825 to 25, 15 to 5."""
    if steps >= _QUARTERS_FROM and steps % 100 in {25, 75}:
        return 25
    if steps >= _FIVES_FROM and steps % 10 == 5:  # noqa: PLR2004 - it ends in five
        return 5
    return 1


def _rounded(amount: float) -> float:
    """Return a number with three digits, or all before the point: 807.7 is 808, 1.6093 is 1.61."""
    return float(round(amount)) if abs(amount) >= _QUARTERS_FROM else float(f"{amount:.3g}")


def _shown(quantity: Quantity) -> str:
    unit = {"mi": "miles", "ft": "feet"}.get(quantity.unit, quantity.unit)
    return f"{_number(quantity.amount)} {unit}"


def _number(amount: float) -> str:
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


CHECK = Check(
    name=NAME,
    summary="An amount in one unit and its conversion into another are the same.",
    run=check,
)
