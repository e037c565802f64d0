"""Numbers, money and measures as a desk writes them: "1,300", "$2.5 million", "6 miles".

Reads the lexicon `unit-names.en`. No digit is lost: an amount that needs more than two behind the
point is written out. What a figure counts, and how sure it is, is left to `values`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from onrecord.resources import open_library

# "2.75 million" is read at a glance, "2.7514 million" is not.
_DECIMALS = 2


def number(amount: float) -> str:
    """Return a number with thousands apart: "1,300", "2.5"."""
    return f"{int(amount):,}" if float(amount).is_integer() else f"{amount:,}"


def amount(value: float, unit: str) -> str:
    """Return a number as it is written before a unit: "$2 million", "3.4 billion", "40"."""
    if not _is_money(unit):
        return number(value)
    return f"{_names()['signs'].get(unit, '')}{_large(value)}"


def beside(amounts: str, counted: str) -> str:
    """Return an amount with what it is of, which a sign of money may tell already.

    A small number before a digit is told in words: "two 9mm pistols", "one 22-year-old".
    """
    small = _names()["small"]["words"]
    if counted[:1].isdigit() and amounts.isdigit() and 0 < int(amounts) <= len(small):
        amounts = small[int(amounts) - 1]
    return f"{amounts} {counted}".rstrip()


def unit_words(unit: str, *, one: bool = False) -> str:
    """Return what is written behind an amount: "euros", "miles"; "" where a sign before it says it.

    Args:
        unit: The code of a currency, the symbol of a measure, with what it is of ("t of dynamite"),
            or the name of things, which stays as it is.
        one: The amount is one.
    """
    if unit in _names()["signs"]:
        return ""
    symbol, of, stuff = unit.partition(" of ")
    known = _names()["money"].get(symbol) or _names()["measures"].get(symbol)
    return f"{known[0 if one else 1]}{of}{stuff}" if known else unit


def _is_money(unit: str) -> bool:
    return unit in _names()["signs"] or unit in _names()["money"]


def _large(value: float) -> str:
    """Return an amount of money in millions or more, where that loses no digit."""
    for word, size in sorted(_names()["large"].items(), key=lambda one: -int(one[1])):
        if value >= size and (value * 10**_DECIMALS / size).is_integer():
            return f"{number(round(value / size, _DECIMALS))} {word}"
    return number(value)


@cache
def _names() -> Mapping[str, Any]:
    return open_library().lexicon("unit-names.en").entries
