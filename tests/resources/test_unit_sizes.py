"""Sizes of units, filled in from pint when the data are built."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.resources import open_library

FOLDER = Path(__file__).resolve().parents[2] / "resources"
SOURCE = tomllib.loads((FOLDER / "conversions.toml").read_text("utf-8"))
ROWS: list[dict[str, Any]] = open_library().lexicon("conversions").entries["unit"]


def row_of(symbol: str) -> dict[str, Any]:
    """Return the row of a unit."""
    (row,) = (row for row in ROWS if symbol in row["symbols"])
    return row


@pytest.mark.parametrize(
    ("symbol", "factors"),
    [
        ("mi", [1609.344]),
        ("ft", [0.3048]),
        ("nmi", [1852.0]),
        ("lb", [0.45359237]),
        ("ac", [4046.8564224]),
        ("ton", [907.18474, 1016.0469088, 1000.0]),
        ("gal", [0.003785411784, 0.00454609]),
        ("kn", [1.852]),
    ],
)
def test_sizes_are_those_of_the_standards(symbol: str, factors: list[float]) -> None:
    """Exact by definition; a name of several units has the size of each."""
    assert row_of(symbol)["factors"] == factors


def test_scale_that_does_not_start_at_nought_says_where_it_does() -> None:
    """Nought degrees Fahrenheit is 459.67 steps above the absolute nought."""
    assert row_of("°F")["offset"] == 459.67
    assert "offset" not in row_of("km")


def test_every_symbol_names_one_unit() -> None:
    """Or a conversion would depend on the order of rows."""
    symbols = [symbol for row in ROWS for symbol in row["symbols"]]
    assert len(symbols) == len(set(symbols))


def test_unit_of_another_dimension_fails_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mile is no weight."""
    pint = pytest.importorskip("pint")
    monkeypatch.setattr(sys, "path", [str(FOLDER), *sys.path])
    from unit_sizes import sized  # noqa: PLC0415 - a script's own module

    wrong = {"symbols": ["mi"], "dimension": "mass", "sizes": ["mile"]}
    with pytest.raises(pint.PintError):
        sized({"bases": SOURCE["bases"], "unit": [wrong]})
    assert sized(SOURCE) == {"unit": ROWS}
