"""Tolls that a report tells only in parts, as findings: "5 people in all (3 children + 2 adults)".

Told only where the sum is more than any figure of its slot, whoever gives it: else the figures say
it better themselves.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.model import Bearing, Figure, Finding, Population
from onrecord.reconcile.findings import finding
from onrecord.reconcile.tolls import Toll, tolls

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Claim, Reading, Report


def summed(
    report: Report, reading: Reading, claims: Sequence[Claim], found: Sequence[Finding]
) -> tuple[Finding, ...]:
    """Return a finding for each toll of an event that its figures give only together.

    Args:
        report: The report.
        reading: What was read out of it.
        claims: The claims about the event.
        found: The findings of its single figures.
    """
    by_id = {claim.claim_id: claim for claim in claims}
    return tuple(
        _finding(report, reading, toll, [by_id[one] for one in toll.relied_on])
        for toll in tolls(report, reading, claims)
        if toll.arithmetic is not None and _says_more(toll, found)
    )


def _says_more(toll: Toll, found: Sequence[Finding]) -> bool:
    """Say whether a toll is more than each figure of its slot."""
    figures = [one.value for one in found if one.slot == toll.slot]
    lows = [one.low or one.high or 0 for one in figures if isinstance(one, Figure)]
    return toll.interval is not None and toll.interval.low > max(lows, default=0)


def _finding(report: Report, reading: Reading, toll: Toll, claims: list[Claim]) -> Finding:
    interval = toll.interval
    figure = Figure(
        low=interval.low if interval else 0,
        high=interval.high if interval else None,
        population=Population(words="people"),
        bearing=Bearing.TOTAL,
    )
    return replace(
        finding(report, reading, claims), value=figure, note=f"adds up: {toll.arithmetic}"
    )
