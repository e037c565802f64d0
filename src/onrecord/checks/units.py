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

from typing import TYPE_CHECKING

from onrecord.checks._evidence import cited
from onrecord.checks._measures import amount_words, converted, number
from onrecord.model import FigureMention, Quantity, Query, Reading, Report, Severity
from onrecord.registry import Check

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "units"

# From so many steps of its last digit on, a number may be rounded to the quarter of a hundred, to
# the five of ten, or cut off: below, such a step would be too large a part of the number.
_QUARTERS_FROM = 100
_FIVES_FROM = 10

# Relative error of the floating point sums, far below any digit printed.
_EXACT = 1e-9


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
    there = converted(first.quantity, second.quantity.unit)
    back = converted(second.quantity, first.quantity.unit)
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
    pair = [amount_words(mention.quantity) for mention in (first, second) if mention.quantity]
    return f"{' and '.join(pair)} agree."


def _words(
    first: Quantity, second: Quantity, there: float, *, back: float | None
) -> tuple[str, str | None]:
    """Return what is wrong with a conversion, and what to ask."""
    exact = Quantity(amount=_rounded(there), unit=second.unit, resolution=1)
    message = f"{amount_words(first)} is {amount_words(exact)}, not {number(second.amount)}."
    if back is None:
        return message, f"Ask whether {amount_words(first)} or {amount_words(second)} is right."
    other = Quantity(amount=_rounded(back), unit=first.unit, resolution=1)
    rounded = (
        f"{amount_words(second)} is {amount_words(other)}, which rounds to {number(first.amount)}"
    )
    return message, f"{rounded}: ask which of the two was measured."


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


CHECK = Check(
    name=NAME,
    summary="An amount in one unit and its conversion into another are the same.",
    run=check,
)
