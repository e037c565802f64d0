"""From mentions to claims: which figure counts whom, whose voice carries it, what is background.

Each module settles one matter and returns claims; none sees another's. The order of `READERS` is
the order of a reading's claims before they are sorted by place in the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.claims import (
    amounts,
    attackers,
    background,
    bodies,
    casualties,
    incident,
    places,
    responses,
    statements,
    tellings,
    unknowns,
)
from onrecord.claims.scene import Scene, Words, a_scene
from onrecord.claims.zones import in_local_days

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.model import Analysis, Claim, Mentions, Report
    from onrecord.resources import Library

VERSION = 4
NEEDS = (
    "amounts.en",
    "claims.en",
    "events.en",
    "figures.en",
    "incident-types",
    "nations",
    "roles.en",
)

READERS: tuple[Callable[[Scene], tuple[Claim, ...]], ...] = (
    incident.claims,
    places.claims,
    attackers.claims,
    tellings.claims,
    casualties.claims,
    amounts.claims,
    responses.claims,
    statements.claims,
    unknowns.claims,
    bodies.claims,
    background.claims,
)


def build(library: Library) -> Callable[[Report, Analysis, Mentions], tuple[Claim, ...]]:
    """Return the reader of claims.

    It takes a report, its grammar and its mentions. A report without an incident yields what was
    said and who is named, but nothing that would be a fact of an incident.
    """
    words = Words.of(library)

    def read(report: Report, analysis: Analysis, mentions: Mentions) -> tuple[Claim, ...]:
        scene = a_scene(report, analysis, mentions, words)
        found = {claim.claim_id: claim for reader in READERS for claim in reader(scene)}
        placed = in_local_days(tuple(found.values()), report, mentions)
        return tuple(sorted(placed, key=lambda claim: (claim.evidence, claim.slot)))

    return read


__all__ = ["NEEDS", "READERS", "VERSION", "build"]
