"""Figures by nationality against their total: "seven foreigners", 5 + 1 + 1.

Only exact figures are added, one for each nationality, and only to totals that count people of any
nation ("people", "hostages") or foreigners; people of the country it happened in are none of those.
Parts that make more than every total given are a fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.checks._measures import number
from onrecord.checks.sums.results import many, result
from onrecord.intervals import Fit, Interval, fit, total
from onrecord.model import Bearing, Figure, PlaceRef, Query, Reading, Severity, Span, Standing
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.model import Claim

# A sum has at least so many parts.
_PARTS = 2

# Figures that say how many there are, not how many more or how many it was put at before.
_HOLDING = frozenset({Bearing.COUNT, Bearing.TOTAL})


class Counted(NamedTuple):
    """A figure with how many it can be and where it stands."""

    figure: Figure
    interval: Interval
    span: Span


def by_nation(reading: Reading) -> Iterator[Query]:
    """Yield what the figures by nationality of each kind (killed, kidnapped ...) add up to."""
    claims = [
        claim
        for claim in reading.claims
        if claim.standing is Standing.INCIDENT and not claim.negated
    ]
    slots = dict.fromkeys(claim.slot for claim in claims if isinstance(claim.value, Figure))
    for slot in slots:
        query = _query(reading, list(_counted(claims, slot)), _home(claims))
        if query is not None:
            yield query


def _counted(claims: Sequence[Claim], slot: str) -> Iterator[Counted]:
    for claim in claims:
        if claim.slot == slot and isinstance(claim.value, Figure):
            interval = Interval.find_of(claim.value)
            if interval is not None and claim.value.bearing in _HOLDING:
                yield Counted(claim.value, interval, claim.evidence)


def _home(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the country it happened in, as far as the claims say."""
    places = (claim.value for claim in claims if isinstance(claim.value, PlaceRef))
    return frozenset(place.country for place in places if place.country)


def _query(reading: Reading, counted: list[Counted], home: frozenset[str]) -> Query | None:
    totals = [one for one in counted if _is_total(one.figure)]
    foreign = any(_words(one.figure) in _lexicon()["foreign"] for one in totals)
    parts = _parts(counted, home if foreign else frozenset())
    if parts is None or len(parts) < _PARTS or not totals:
        return None
    added = total(part.interval for part in parts)
    shown = " + ".join(f"{number(part.interval.low)} {_who(part.figure)}" for part in parts)
    sum_shown = f"{shown} = {number(added.low)}"
    # Ends as the words give them: "at least seven" is met by seven.
    equal = [one for one in totals if added.low in {one.figure.low, one.figure.high}]
    if equal:
        return result(reading, Severity.OK, f"{sum_shown}.", _spans([*parts, equal[0]]))
    if any(fit(added, one.interval) is not Fit.CANNOT for one in totals):
        return None
    most = max(totals, key=lambda one: one.interval.high or 0)
    message = f"{sum_shown}, more than {many(most.interval)} in all."
    return result(reading, Severity.QUERY, message, _spans([*parts, most]))


def _spans(counted: Sequence[Counted]) -> list[Span]:
    return [one.span for one in counted]


def _parts(counted: list[Counted], left_out: frozenset[str]) -> list[Counted] | None:
    """Return one exact figure for each nationality; None where one has two, or an inexact one."""
    parts: dict[str, Counted] = {}
    for one in counted:
        nation = one.figure.population.nationality if one.figure.population is not None else None
        if nation is None or nation in left_out:
            continue
        other = parts.setdefault(nation, one)
        if other.interval != one.interval or not one.interval.is_exact:
            return None
    return list(parts.values())


def _is_total(figure: Figure) -> bool:
    nation = figure.population.nationality if figure.population is not None else None
    return figure.unit == "people" and nation is None and _words(figure) in _lexicon()["totals"]


def _words(figure: Figure) -> str:
    return "" if figure.population is None else figure.population.words.lower()


def _who(figure: Figure) -> str:
    return "" if figure.population is None else figure.population.words or "people"


def _lexicon() -> Mapping[str, Sequence[str]]:
    words: Mapping[str, Sequence[str]] = open_library().lexicon("checks.en").entries["sum"]
    return words
