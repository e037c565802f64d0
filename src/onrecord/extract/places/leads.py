"""What stands before a name, a border or a coast and makes it a relation: "about 60 km south of".

Turns the words into a kind, an interval of distance and a bearing. A length is read as far as its
rounding and its hedge leave it open; a journey of so many hours is a length at the speeds of the
lexicon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.extract.places.related import HeadKind, RelationKind
from onrecord.extract.places.relating import RelationWords

_MINUTES = 60.0
_KM = 1_000.0
# A rounded number stands for all that rounds to it, but "100 km" is seldom 50 or 150.
_ROUNDED = 0.5
_AT_MOST = 0.25
_UNHEDGED = ""
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")

# Patterns that each head is tried with, the fullest first, and what they make of it.
_TRIED = {
    HeadKind.PLACE: {
        "toward": RelationKind.DISTANCE,
        "away": RelationKind.DISTANCE,
        "travel": RelationKind.DISTANCE,
        "part of": RelationKind.PART,
        "between": RelationKind.BETWEEN,
        "bearing": RelationKind.BEARING,
        "within": RelationKind.WITHIN,
        "near": RelationKind.NEAR,
        "part name": RelationKind.PART,
    },
    HeadKind.CAPITAL: {
        "toward": RelationKind.DISTANCE,
        "away": RelationKind.DISTANCE,
        "travel": RelationKind.DISTANCE,
        "bearing": RelationKind.BEARING,
        "within": RelationKind.WITHIN,
        "near": RelationKind.NEAR,
    },
    HeadKind.BORDER: {
        "toward": RelationKind.BORDER,
        "away": RelationKind.BORDER,
        "travel": RelationKind.BORDER,
        "near": RelationKind.BORDER,
        "on": RelationKind.BORDER,
    },
    HeadKind.COAST: {
        "toward": RelationKind.COAST,
        "away": RelationKind.COAST,
        "near": RelationKind.COAST,
        "coast": RelationKind.COAST,
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """What stands before a head.

    Attributes:
        kind: How something stands to the head.
        size: Length of the words, in code points, up to the head.
        low_m: Least distance in metres; None where none is said.
        high_m: Most distance in metres; None where none is said.
        bearing: Direction in degrees clockwise from north; None where none is said.
        on: The words put it on the line itself.
    """

    kind: RelationKind
    size: int
    low_m: float | None = None
    high_m: float | None = None
    bearing: float | None = None
    on: bool = False


def lead(text: str, head: HeadKind, words: RelationWords) -> Lead | None:
    """Return what the end of a text makes of the head behind it; None where it says nothing.

    Args:
        text: The words before the head, of its sentence only.
        head: What the head is.
        words: The lexicon.
    """
    for name, kind in _TRIED[head].items():
        found = words.prefixes[name].search(text)
        if found is not None:
            return _read(found, name, kind, words)
    return None


def _read(found: re.Match[str], name: str, kind: RelationKind, words: RelationWords) -> Lead | None:
    parts = found.groupdict()
    low, high = None, None
    if parts.get("amount"):
        reach = _journey(parts, words) if name == "travel" else _length(parts, words)
        if reach is None:
            return None
        low, high = reach
    first = found.group().split()[0].lower()
    return Lead(
        kind=kind,
        size=len(found.group()),
        low_m=low,
        high_m=high,
        bearing=words.wind(parts.get("wind")),
        on=name == "on" or (name == "coast" and first in words.sets["on"]),
    )


def _length(parts: dict[str, str | None], words: RelationWords) -> tuple[float, float] | None:
    """Return the least and the most metres that a length with its hedge may mean."""
    unit = next(
        (symbol for symbol, names in words.units.items() if names.fullmatch(parts["unit"] or "")),
        None,
    )
    amounts = _amounts(parts["amount"] or "", words)
    if unit is None or amounts is None:
        return None
    hedge = " ".join((parts["hedge"] or _UNHEDGED).lower().split())
    least, most = words.hedges[hedge]
    low, high = amounts[0] * least, amounts[1] * most
    if parts["amount"] and _NUMBER.fullmatch(parts["amount"]) and hedge == _UNHEDGED:
        open_ = min(_ROUNDED * _step(parts["amount"]), _AT_MOST * amounts[0])
        low, high = min(low, amounts[0] - open_), max(high, amounts[1] + open_)
    return low * words.metres[unit], high * words.metres[unit]


def _amounts(text: str, words: RelationWords) -> tuple[float, float] | None:
    """Return the least and the most that an amount says: a number, a range, or vague words."""
    plain = " ".join(text.lower().split())
    if plain in words.vague:
        return words.vague[plain]
    if plain in words.numbers:
        return words.numbers[plain], words.numbers[plain]
    digits = [float(each.replace(",", "")) for each in _NUMBER.findall(plain) if each[0].isdigit()]
    return (min(digits), max(digits)) if digits and max(digits) > 0 else None


def _step(number: str) -> float:
    """Return the step of the rounding that digits show: 1,300 shows 100, 2.5 shows 0.1."""
    whole, _, decimals = number.replace(",", "").partition(".")
    if decimals:
        return 10.0 ** -len(decimals)
    return 10.0 ** (len(whole) - len(whole.rstrip("0")))


def _journey(parts: dict[str, str | None], words: RelationWords) -> tuple[float, float] | None:
    """Return the least and the most metres of a journey of so many hours."""
    amount = " ".join((parts["amount"] or "").lower().split())
    times = {"a": 1.0, "an": 1.0, "half an": 0.5}.get(amount)
    if times is None:
        read = _amounts(amount, words)
        if read is None:
            return None
        times = read[0]
    hours = times / _MINUTES if (parts["time"] or "").lower().startswith("minute") else times
    slow, fast = words.speeds[" ".join((parts["means"] or "").lower().split())]
    return hours * slow * _KM, hours * fast * _KM
