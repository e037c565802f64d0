"""Figures by nationality that do not add up to their total: "seven foreigners", 5 + 1 + 1.

Only exact figures are added, one for each nationality, and only to totals that count people of any
nation ("people", "hostages") or foreigners; people of the country it happened in are none of those.
Parts that make less than the total are no fault: a report seldom has them all. Parts that make more
than every total given are.

Reads the claims of a reading on the incident itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.checks._evidence import cited
from onrecord.checks._measures import number
from onrecord.model import Figure, PlaceRef, Query, Reading, Report, Severity, Span, Standing
from onrecord.registry import Check
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Claim

NAME = "sum"

# A sum has at least so many parts.
_PARTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A figure with where it stands.

    Attributes:
        figure: The figure.
        span: The words.
    """

    figure: Figure
    span: Span


def check(report: Report, reading: Reading) -> tuple[Query, ...]:
    """Return what the figures by nationality of each kind (killed, kidnapped ...) add up to."""
    del report
    claims = [
        claim
        for claim in reading.claims
        if claim.standing is Standing.INCIDENT and not claim.negated
    ]
    slots = dict.fromkeys(claim.slot for claim in claims if isinstance(claim.value, Figure))
    found = (_query(reading, _counted(claims, slot), _home(claims)) for slot in slots)
    return tuple(query for query in found if query is not None)


def _counted(claims: Sequence[Claim], slot: str) -> list[Counted]:
    return [
        Counted(figure=claim.value, span=claim.evidence)
        for claim in claims
        if claim.slot == slot and isinstance(claim.value, Figure)
    ]


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
    added = sum(part.figure.low or 0 for part in parts)
    shown = " + ".join(f"{number(part.figure.low or 0)} {_who(part.figure)}" for part in parts)
    equal = [total for total in totals if added in {total.figure.low, total.figure.high}]
    if equal:
        return _result(reading, Severity.OK, f"{shown} = {number(added)}.", [*parts, equal[0]])
    if any(total.figure.high is None or added <= total.figure.high for total in totals):
        return None
    most = max(totals, key=lambda total: total.figure.high or 0)
    message = f"{shown} = {number(added)}, more than {number(most.figure.high or 0)} in all."
    return _result(reading, Severity.QUERY, message, [*parts, most])


def _result(reading: Reading, severity: Severity, message: str, counted: list[Counted]) -> Query:
    evidence = tuple(sorted({one.span for one in counted}))
    return Query(
        check=NAME,
        severity=severity,
        message=message,
        suggestion=None if severity is Severity.OK else "Ask which of the figures is right.",
        evidence=evidence,
        cited=cited(reading, evidence),
    )


def _parts(counted: list[Counted], left_out: frozenset[str]) -> list[Counted] | None:
    """Return one exact figure for each nationality; None where one has two, or an inexact one."""
    parts: dict[str, Counted] = {}
    for one in counted:
        nation = one.figure.population.nationality if one.figure.population is not None else None
        if nation is None or nation in left_out:
            continue
        other = parts.setdefault(nation, one)
        same = (other.figure.low, other.figure.high) == (one.figure.low, one.figure.high)
        if not same or one.figure.low != one.figure.high:
            return None
    return list(parts.values())


def _is_total(figure: Figure) -> bool:
    nation = figure.population.nationality if figure.population is not None else None
    return figure.unit == "people" and nation is None and _words(figure) in _lexicon()["totals"]


def _words(figure: Figure) -> str:
    return "" if figure.population is None else figure.population.words.lower()


def _who(figure: Figure) -> str:
    return "" if figure.population is None else figure.population.words or "people"


def _lexicon() -> dict[str, list[str]]:
    words: dict[str, list[str]] = open_library().lexicon("checks.en").entries["sum"]
    return words


CHECK = Check(
    name=NAME,
    summary="Figures by nationality make no more than their total.",
    run=check,
)
