"""Amounts of money, length, area, weight and volume."""

from __future__ import annotations

import pytest

from figures_read import figures_in


@pytest.mark.parametrize(
    ("words", "low", "high", "unit"),
    [
        ("$3 million", 3e6, 3e6, "USD"),
        ("US$ 40", 40, 40, "USD"),
        ("$1.5bn", 1.5e9, 1.5e9, "USD"),
        ("£40m", 4e7, 4e7, "GBP"),
        ("€2bn", 2e9, 2e9, "EUR"),
        ("3 million euros", 3e6, 3e6, "EUR"),
        ("2,000 Nigerian naira", 2000, 2000, "NGN"),
        ("500 Indian rupees", 500, 500, "INR"),
        ("500 Pakistani rupees", 500, 500, "PKR"),
        ("500 rupees", 500, 500, "rupee"),
        ("Rs 500", 500, 500, "rupee"),
        ("Rs. 5,000", 5000, 5000, "rupee"),
        ("50,000 US dollars", 50_000, 50_000, "USD"),
        ("more than 50,000 dollars", 50_001, None, "USD"),
        ("more than $3 million", 3e6 + 1, None, "USD"),
        ("at least £300,000", 300_000, None, "GBP"),
        ("about Rs. 5,000", 4750, 5250, "rupee"),
        ("as much as an estimated $40", None, 40, "USD"),
        ("between about $1 million and $2 million", 1e6, 2e6, "USD"),
        ("100 CFA francs", 100, 100, "CFA franc"),
        ("millions of dollars", 2e6, None, "USD"),
        ("$2 million to $3 million", 2e6, 3e6, "USD"),
        ("between $1 million and $2 million", 1e6, 2e6, "USD"),
        ("$1-2 million", 1e6, 2e6, "USD"),
        ("20 nautical miles", 20, 20, "nmi"),
        ("1,300 km", 1300, 1300, "km"),
        ("two and a half miles", 2.5, 2.5, "mi"),
        ("about 20 miles", 18, 22, "mi"),
        ("2 1/2 miles", 2.5, 2.5, "mi"),
        ("5½ miles", 5.5, 5.5, "mi"),
        ("300 sq km", 300, 300, "km2"),
        ("5 square miles", 5, 5, "mi2"),
        ("some 3,000 square metres", 2850, 3150, "m2"),
        ("500 tonnes", 500, 500, "t"),
        ("500 pounds", 500, 500, "lb"),
        ("60 miles per hour", 60, 60, "mph"),
        ("3,000 barrels", 3000, 3000, "bbl"),
        ("30,000 litres", 30_000, 30_000, "l"),
    ],
)
def test_amount_has_its_unit(words: str, low: float | None, high: float | None, unit: str) -> None:
    """A measure is a figure with the symbol of its unit; money has its ISO 4217 code."""
    text = f"They found {words} in Tal Amara."
    (found,) = figures_in(text)
    assert found.phrase.of(text) == words
    assert (found.figure.low, found.figure.high, found.figure.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("words", "amount", "resolution"),
    [
        ("1,300 km", 1300, 100),
        ("12.5 km", 12.5, 0.1),
        ("1.2 million tonnes", 1.2e6, 1e5),
        ("about 20 km", 20, 10),
    ],
)
def test_amount_shows_its_rounding(words: str, amount: float, resolution: float) -> None:
    """The quantity keeps the number as written and the step its digits show."""
    (found,) = figures_in(f"They found {words} of pipe.")
    assert found.quantity is not None
    assert (found.quantity.amount, found.quantity.resolution) == (amount, resolution)


def test_amount_given_again_in_another_unit() -> None:
    """ "1,300 km (825 miles)": the second restates the first."""
    first, second = figures_in("It lies 1,300 km (825 miles) south of Algiers.")
    assert second.restates == first.phrase


def test_millimetres_of_rain_are_an_amount() -> None:
    """A calibre is none."""
    (found,) = figures_in("They measured 90 mm of rain beside a 9 mm pistol.")
    assert (found.figure.low, found.figure.unit) == (90, "mm")
