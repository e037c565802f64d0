"""Sizes of units, filled in from the library pint when the data are compiled.

What ships holds numbers, so that nobody who runs the program waits for the library; see
docs/decisions/0013-units.md. Sums are of fractions, so the numbers are as exact as a float can be.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

ONE = Fraction(1)
NOUGHT = Fraction(0)


def sized(content: dict[str, Any]) -> dict[str, Any]:
    """Return the resource `conversions` with factors in place of the names of sizes.

    Args:
        content: `bases`, the base unit of each dimension, and `unit`, a list of rows: `symbols`,
            `dimension` and `sizes`, which are units of pint.

    Returns:
        `unit` alone: each row with `factors`, its sizes in the base unit, and for a scale that does
        not start at nought with `offset`, where it does, in its own steps.

    Raises:
        pint.PintError: A unit is unknown, or of another dimension than its row says.
    """
    # Nothing but this needs it, and it takes a quarter of a second to load.
    from pint import UnitRegistry  # noqa: PLC0415

    registry = UnitRegistry(non_int_type=Fraction)
    rows = []
    for row in content["unit"]:
        base = content["bases"][row["dimension"]]
        scales = [_scale(registry, size, base) for size in row["sizes"]]
        sizes = {"factors": [float(step) for step, _ in scales]}
        kept = {name: row[name] for name in ("symbols", "dimension")}
        offsets = {float(start / step) for step, start in scales if start}
        rows.append({**kept, **sizes, **({"offset": offsets.pop()} if offsets else {})})
    return {"unit": rows}


def _scale(registry: Any, size: str, base: str) -> tuple[Fraction, Fraction]:  # noqa: ANN401 - built by pint
    """Return one step of a unit and its nought, both in a base unit."""
    if registry.parse_expression(size).units in (registry.degC, registry.degF):
        start = registry.Quantity(NOUGHT, size).to(base).magnitude
        return registry.Quantity(ONE, f"delta_{size}").to(base).magnitude, start
    return registry.parse_expression(size).to(base).magnitude * ONE, NOUGHT
