"""One body or person under two names: "JCG Corp" here and "JGC Corporation" there.

Two names are near misses when they differ in one word by one slip of the pen (two in long words),
or by two vowels in each other's place ("Halvorsen", "Halverson"), once forms of organisation and
particles are left out. Precision comes first: what also tells genuinely different bodies apart is
never a slip. So we leave alone words with digits ("5th Division"), names of nations ("Niger",
"Nigeria"), an ending added to a word ("Petrov", "Petrova"), short words unless two neighbouring
letters are swapped ("ABC", "NBC"), a changed first letter ("Northern", "Southern"), people with
different given names, and bodies whose codes or countries differ. People are also found in two
romanisations of one name ("Gaddafi", "Qadhafi"). One of the two names may be one that the reading
missed: capitals that are a near miss of a name it knows.

A company under two names is wrong as it stands: one of them is another company, or none. A person
under two is misspelt once; other bodies are for the editor to ask about. Names are left alone that
the report explains ("also spelt") or quotes as they were written ("[sic]").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.checks._evidence import cited
from onrecord.checks._explained import is_explained
from onrecord.checks.names.pairs import near_misses
from onrecord.checks.names.spellings import spellings
from onrecord.checks.names.unread import unread
from onrecord.model import EntityKind, Query, Reading, Report, Severity
from onrecord.registry import Check

if TYPE_CHECKING:
    from onrecord.checks.names.spellings import Spelling
    from onrecord.model import EntityRef

NAME = "names"

_COMPANIES = frozenset({EntityKind.COMPANY, EntityKind.JOINT_VENTURE})


def check(report: Report, reading: Reading) -> tuple[Query, ...]:
    """Return a query for each two names that seem to name one body or person."""
    known = spellings(report, reading)
    pairs = near_misses([*known, *unread(report, reading, known)])
    found = (
        _query(reading, *sorted(pair, key=lambda one: one.span))
        for pair in pairs
        if not is_explained(report, reading, pair[0].span, pair[1].span)
    )
    return tuple(sorted(found, key=lambda query: query.evidence))


def _query(reading: Reading, left: Spelling, right: Spelling) -> Query:
    evidence = (left.span, right.span)
    entity = left.entity or right.entity
    kinds = {one.entity.kind for one in (left, right) if one.entity is not None}
    company = not _COMPANIES.isdisjoint(kinds)
    unsure = left.entity is None or right.entity is None
    what = "company" if company else "name" if unsure else _kind(entity)
    ways = "in two spellings" if what == "name" else "under two names"
    return Query(
        check=NAME,
        severity=_severity(left, right, company=company),
        message=f"{_named(left)} and {_named(right)} look like one {what} {ways}.",
        suggestion="Find out which spelling is right.",
        evidence=evidence,
        cited=cited(reading, evidence),
    )


def _severity(left: Spelling, right: Spelling, *, company: bool) -> Severity:
    if company:
        return Severity.CORRECT if _agree_otherwise(left, right) else Severity.QUERY
    unsure = left.entity is None or right.entity is None
    return Severity.REFILE if left.is_person or right.is_person or unsure else Severity.QUERY


def _kind(entity: EntityRef | None) -> str:
    """Return what a body is, in words."""
    return "name" if entity is None else entity.kind.value


def _agree_otherwise(left: Spelling, right: Spelling) -> bool:
    """Say whether form, country or other words of the names speak for one body too."""
    countries = [one.entity.country for one in (left, right) if one.entity is not None]
    return bool(
        left.forms & right.forms
        or len(left.words) > 1
        or (len(countries) > 1 and countries[0] and countries[0] == countries[1])
    )


def _named(spelling: Spelling) -> str:
    known = spelling.entity.identifiers if spelling.entity is not None else ()
    codes = ", ".join(code.value for code in known if code.is_written)
    return f"“{spelling.written}” ({codes})" if codes else f"“{spelling.written}”"


CHECK = Check(
    name=NAME,
    summary="No body or person stands in the report under two spellings of its name.",
    run=check,
)
