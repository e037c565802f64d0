"""A figure of the headline, or of the lead, that the rest of the story contradicts.

"Blast kills 12" over a story in which 21 died is the error that everybody sees. A headline's figure
is held against all figures of the story on the same fate (killed, injured, kidnapped ...): where
one of them, or some of them together, may be meant, nothing is said, and nothing where the story
tells why they differ. The lead's figure is held against later ones the same way, but for what
other sources say, and for what is told of other days or places.
"""

from __future__ import annotations

from onrecord.checks._tolls import tolls
from onrecord.checks.headline.against import against_headline
from onrecord.checks.headline.lead import against_lead
from onrecord.checks.headline.trapped import with_fates
from onrecord.checks.headline.wording import NAME
from onrecord.model import Query, Reading, Report
from onrecord.registry import Check


def check(report: Report, reading: Reading) -> tuple[Query, ...]:
    """Return each figure of the headline or the lead that the story contradicts."""
    counted = tolls(report, reading)
    found = [
        *against_headline(report, reading, with_fates(report, counted)),
        *against_lead(report, reading, counted),
    ]
    once: dict[tuple[object, ...], Query] = {}
    for query in found:
        once.setdefault(query.evidence[-1:], query)
    return tuple(sorted(once.values(), key=lambda query: query.evidence))


CHECK = Check(
    name=NAME,
    summary="The figures of the headline and the lead are those of the story.",
    run=check,
)
