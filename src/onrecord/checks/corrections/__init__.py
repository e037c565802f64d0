"""Corrections that do not say what they correct, and corrected words that still stand.

A reader who saw the first version must learn what in it was wrong. So a notice says what is
corrected, and from what to what: "(Corrects number of dead in second paragraph to 14, not 41)". A
label in the headline is explained by such a notice anywhere in the story. Stories sent again for
slips of the pen ("Refiles to fix typo in headline") need no values.

Known limits: a notice is found at the start of a line or sentence only. What it corrects is read
where it puts one value against another; "an earlier version said 41" is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.checks._evidence import cited
from onrecord.checks.corrections.notices import Notice, is_label, notices
from onrecord.checks.corrections.values import Correction, corrections, standing
from onrecord.model import Query, Reading, Report, Severity
from onrecord.registry import Check

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model import Span

NAME = "corrections"


def check(report: Report, reading: Reading) -> tuple[Query, ...]:
    """Return what the notices of a report leave unsaid, then what still stands against them."""
    found = notices(report.text)
    return (*_unsaid(report, reading, found), *_left(report, reading, found))


def _unsaid(report: Report, reading: Reading, found: Sequence[Notice]) -> Iterator[Query]:
    if any(notice.tells_what for notice in found):
        for notice in found:
            if notice.tells_what and not notice.tells_value and not notice.is_slip:
                yield _query(
                    reading,
                    [notice.span],
                    severity=Severity.NOTE,
                    message="The correction does not say from what to what.",
                    suggestion="Ask what was wrong, and what is right.",
                )
        return
    evidence = [notice.span for notice in found[:1]]
    if evidence or is_label(report.headline or ""):
        again = bool(found) and found[0].is_slip
        what = (
            "sent again, and no line says why"
            if again
            else ("corrected, and no line says what was wrong")
        )
        yield _query(
            reading,
            evidence,
            severity=Severity.QUERY,
            message=f"The story was {what}.",
            suggestion="Ask what was corrected, and from what to what.",
        )


def _left(report: Report, reading: Reading, found: Sequence[Notice]) -> Iterator[Query]:
    spans = [notice.span for notice in found]
    for notice in found:
        for correction in corrections(notice.span.of(report.text)):
            left = standing(report, reading, correction, spans)
            if left:
                yield _stands(reading, notice, correction, left)


def _stands(
    reading: Reading, notice: Notice, correction: Correction, left: Sequence[Span]
) -> Query:
    wrong, right = correction.wrong, correction.right
    return _query(
        reading,
        [notice.span, *left],
        severity=Severity.CORRECT,
        message=f"“{wrong}” was corrected to “{right}” and still stands.",
        suggestion=f"Ask whether it should be “{right}” here too.",
    )


def _query(
    reading: Reading, evidence: Sequence[Span], *, severity: Severity, message: str, suggestion: str
) -> Query:
    return Query(
        check=NAME,
        severity=severity,
        message=message,
        suggestion=suggestion,
        evidence=tuple(sorted(evidence)),
        cited=cited(reading, evidence),
    )


CHECK = Check(
    name=NAME,
    summary="A correction says what it corrects, and nothing it corrects still stands.",
    run=check,
)
