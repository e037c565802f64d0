"""One body or person under two names: "JCG Corp" here and "JGC Corporation" there.

Two names are near misses when they differ in one word by one slip of the pen (two in long words),
once forms of organisation and particles are left out. Precision comes first: what also tells
genuinely different bodies apart is never a slip. So we leave alone words with digits ("5th
Division"), names of nations ("Niger", "Nigeria"), an ending added to a word ("Petrov", "Petrova"),
short words unless two neighbouring letters are swapped ("ABC", "NBC"), a changed first letter
("Northern", "Southern"), people with different given names, and bodies whose codes or countries
differ.

A company under two names is wrong as it stands: one of them is another company, or none. People and
other bodies, whose names often come through another alphabet, are for the editor to ask about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.checks._evidence import cited
from onrecord.checks.names.pairs import near_misses
from onrecord.checks.names.spellings import spellings
from onrecord.model import EntityKind, Query, Reading, Report, Severity
from onrecord.registry import Check

if TYPE_CHECKING:
    from onrecord.checks.names.spellings import Spelling

NAME = "names"

_COMPANIES = frozenset({EntityKind.COMPANY, EntityKind.JOINT_VENTURE})


def check(report: Report, reading: Reading) -> tuple[Query, ...]:
    """Return a query for each two names that seem to name one body or person."""
    pairs = near_misses(spellings(report, reading))
    found = (_query(reading, left, right) for left, right in pairs)
    return tuple(sorted(found, key=lambda query: query.evidence))


def _query(reading: Reading, left: Spelling, right: Spelling) -> Query:
    evidence = (left.span, right.span)
    company = not _COMPANIES.isdisjoint({left.entity.kind, right.entity.kind})
    what = "company" if company else "person" if left.is_person else left.entity.kind.value
    certain = company and _agree_otherwise(left, right)
    return Query(
        check=NAME,
        severity=Severity.CORRECT if certain else Severity.QUERY,
        message=f"{_named(left)} and {_named(right)} look like one {what} under two names.",
        suggestion="Find out which spelling is right.",
        evidence=evidence,
        cited=cited(reading, evidence),
    )


def _agree_otherwise(left: Spelling, right: Spelling) -> bool:
    """Say whether form, country or other words of the names speak for one body too."""
    country = left.entity.country
    return bool(
        left.forms & right.forms
        or len(left.words) > 1
        or (country and country == right.entity.country)
    )


def _named(spelling: Spelling) -> str:
    written = (code.value for code in spelling.entity.identifiers if code.is_written)
    codes = ", ".join(written)
    return f"“{spelling.written}” ({codes})" if codes else f"“{spelling.written}”"


CHECK = Check(
    name=NAME,
    summary="No body or person stands in the report under two spellings of its name.",
    run=check,
)
