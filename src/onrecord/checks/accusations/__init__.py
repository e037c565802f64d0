"""Guilt stated as a fact although the report only has the person accused.

"Smith killed his wife" in the report's own voice, of a man who by the same report is charged with
it, denies it or awaits trial, convicts him before the court does. Nothing is said of people whom
the report has convicted, acquitted, sentenced, confessed, claiming the deed or dead; nor of anybody
it does not also have accused of a deed of that kind: of deeds alone a report may well be sure. Who
shoots back, or shoots an attacker, is not told to be guilty.

Known limits: only named people are looked at. A verdict anywhere in the report silences the check,
even one on somebody else. Deeds and what people are called for them are a list of words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.checks._evidence import cited
from onrecord.checks.accusations.flat import flat_statements
from onrecord.checks.accusations.standing import is_only_accused
from onrecord.language.quotation_marks import marks_of
from onrecord.model import Query, Reading, Report, Severity
from onrecord.registry import Check

if TYPE_CHECKING:
    from onrecord.checks.accusations.flat import Flat

NAME = "accusations"


def check(report: Report, reading: Reading) -> tuple[Query, ...]:
    """Return the first flat statement of guilt of each person who is only accused."""
    found: dict[int, Query] = {}
    for flat in flat_statements(report, reading, marks_of(report.text, report.paragraphs)):
        group = flat.person.group
        if group not in found and is_only_accused(report, reading, flat.person, flat.deed):
            found[group] = _query(reading, flat)
    return tuple(found.values())


def _query(reading: Reading, flat: Flat) -> Query:
    evidence = (flat.span,)
    return Query(
        check=NAME,
        severity=Severity.QUERY,
        message=f"“{flat.deed}” is told of {flat.person.entity.name} as a fact, of whom the report "
        "otherwise tells an accusation only.",
        suggestion="Ask who says so, and how far the case has come.",
        evidence=evidence,
        cited=cited(reading, evidence),
    )


CHECK = Check(
    name=NAME,
    summary="No named person who is only accused is called guilty in the report's own voice.",
    run=check,
)
