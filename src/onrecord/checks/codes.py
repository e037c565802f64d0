"""A code that belongs to another company than the name beside it: "JCG Corp (1963.T)".

The register of companies says whose code it is. A name that is a near miss of that company's is
wrong as it stands; a quite different one is for the editor to ask about, since a register never
knows all renamings. Precision comes first: nothing is said of a code that the register does not
know, or has for several companies; of a name that the company has or had; of one that shares a
word or its initials with it, as subsidiaries' names do; and, unless names and former names of the
company were reviewed, of reports so old that its code may have been another's then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.checks._evidence import cited
from onrecord.checks._listings import as_written, companies, is_reviewed, queries_of_codes, year_of
from onrecord.checks._slips import is_slip
from onrecord.model import Query, Reading, Report, Severity, Span
from onrecord.registry import Check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import EntityMention
    from onrecord.resources.bodies import BodyEntry, BodyName

NAME = "codes"


def check(report: Report, reading: Reading) -> tuple[Query, ...]:
    """Return a query for each code that is another company's than the one it stands beside."""
    return queries_of_codes(report, reading, _query)


def _query(report: Report, reading: Reading, mention: EntityMention, span: Span) -> Query | None:
    entry = _owner(report, mention, span)
    name = " ".join(mention.name_span.of(report.text).split())
    if entry is None or _is_its_name(entry, mention, name):
        return None
    code, evidence = span.of(report.text), (mention.name_span, span)
    year = year_of(report)
    meant = _near_miss(entry, name, year)
    if meant is not None:
        return Query(
            check=NAME,
            severity=Severity.CORRECT,
            message=f"{code} is the code of {meant}, not of “{name}”.",
            suggestion="Correct the name or the code.",
            evidence=evidence,
            cited=cited(reading, evidence),
        )
    if not is_reviewed(entry, report) or _may_be_related(entry, name):
        return None
    return Query(
        check=NAME,
        severity=Severity.QUERY,
        message=f"{code} is the code of {_of_its_time(entry.all_names, year)}, not of “{name}”.",
        suggestion="Ask whether the name or the code is wrong, or the company was renamed.",
        evidence=evidence,
        cited=cited(reading, evidence),
    )


def _owner(report: Report, mention: EntityMention, span: Span) -> BodyEntry | None:
    """Return the company that has a code, or had it in the year of the report; None if several."""
    scheme, value = as_written(report, mention, span)
    entries = companies().by_code(scheme, value)
    year = year_of(report)
    key = companies().exchanges.key
    held = [
        entry
        for entry in entries
        if any(
            year is None or one.held_in(year)
            for one in entry.codes
            if key(one.scheme, one.value) == key(scheme, value)
        )
    ]
    return held[0] if len(held) == 1 else None


def _is_its_name(entry: BodyEntry, mention: EntityMention, name: str) -> bool:
    """Say whether a company has or had the name, or another that the report gives the body."""
    are_one = companies().names.are_one
    given = (name, mention.entity.name, *mention.entity.aliases)
    return any(are_one(known.name, one) for known in entry.all_names for one in given)


def _near_miss(entry: BodyEntry, name: str, year: int | None) -> str | None:
    """Return the name of a company that a name differs from by a slip; None if from none."""
    return _of_its_time([one for one in entry.all_names if _is_near(one.name, name)], year)


def _is_near(known: str, name: str) -> bool:
    words, its = _words(name), _words(known)
    if len(words) != len(its):
        return False
    pairs = [pair for pair in zip(words, its, strict=True) if pair[0] != pair[1]]
    return len(pairs) == 1 and is_slip(*pairs[0])


def _of_its_time(names: Sequence[BodyName], year: int | None) -> str | None:
    """Return the first of the names that a company had in a year, else the first of all."""
    former = [one for one in names if year and one.until is not None and year < one.until]
    ordered = [*sorted(former, key=lambda one: one.until or 0), *names]
    return ordered[0].name if ordered else None


def _may_be_related(entry: BodyEntry, name: str) -> bool:
    """Say whether a name shares a word or its initials with a company's."""
    words = _words(name)
    for known in (*(one.name for one in entry.all_names), *entry.partners):
        its = _words(known)
        if set(words) & set(its) or _initials(words) == "".join(its) or _initials(its) in words:
            return True
    return False


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words)


def _words(name: str) -> list[str]:
    return companies().names.keys(name)[1].split()


CHECK = Check(
    name=NAME,
    summary="No code of a listed company stands beside the name of another.",
    run=check,
)
