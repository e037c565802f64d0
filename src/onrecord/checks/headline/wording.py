"""How the check of headlines words what it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.checks._evidence import cited
from onrecord.model import Query, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Reading, Span

NAME = "headline"


def query(reading: Reading, severity: Severity, message: str, spans: Sequence[Span]) -> Query:
    """Return what was found in words of a report."""
    evidence = tuple(sorted(set(spans)))
    return Query(
        check=NAME,
        severity=severity,
        message=message,
        suggestion="Find out which of the two is right.",
        evidence=evidence,
        cited=cited(reading, evidence),
    )
