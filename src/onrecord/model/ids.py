"""Names for the things that are referred to, kept apart by the type checker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

ReportId = NewType("ReportId", str)
"""Hash of a report's provider, guid, version and text."""

ClaimId = NewType("ClaimId", str)
"""Hash of a claim's canonical JSON: the same words give the same id."""

IncidentId = NewType("IncidentId", str)
"""Name of one real event in one ledger, or, without a ledger, in one report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Which code and data read something.

    Attributes:
        stage: Name of the extractor or stage.
        version: Its version; raised whenever what it returns changes.
        resources: Name and version of the data it read ("hedges.en/1").
    """

    stage: str
    version: int
    resources: tuple[str, ...] = ()
