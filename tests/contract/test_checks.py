"""What every desk check promises, whatever the report holds."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord import checks
from onrecord.checks import CHECKS
from onrecord.model import EntityKind, Severity
from onrecord.registry import Check
from readings import a_name, a_reading, a_report, an_amount
from records import HOSTILE

every = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)


def test_names_of_checks_are_pinned() -> None:
    """Results are filed under these names."""
    assert [check.name for check in CHECKS] == [
        "names",
        "codes",
        "exchanges",
        "places",
        "units",
        "distance",
        "direction",
        "weekday",
        "clock",
        "ages",
        "sum",
        "headline",
        "tally",
        "sources",
        "quotations",
        "accusations",
        "corrections",
    ]


@every
def test_check_says_what_it_looks_for(check: Check) -> None:
    """One sentence, for the manual."""
    assert check.summary.endswith(".")


@every
def test_check_finds_nothing_in_nothing(check: Check) -> None:
    """A report of which nothing was read has no faults."""
    report = a_report("x", published_on=date(2021, 3, 10))
    assert check.run(report, a_reading(report)) == ()


@every
@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip()], ids=ascii)
def test_no_name_of_a_body_makes_a_check_fail(check: Check, text: str) -> None:
    """Whatever stands where a name should."""
    report = a_report(f"{text} met {text}x.")
    mentions = [
        a_name(report, text, group=number, kind=kind) for number, kind in enumerate(EntityKind)
    ]
    assert all(query.cited for query in check.run(report, a_reading(report, *mentions)))


def test_results_point_into_the_report() -> None:
    """Every result has its evidence, inside the text, and cites the sentences it stands in."""
    # given
    report = a_report(
        "KDG Corp hired KGD Corporation. It lies 120 km (90 miles) away. It was Monday, March 9.",
        published_on=date(2021, 3, 10),
    )
    first = an_amount(report, "120 km", "km")
    mentions = (
        a_name(report, "KDG Corp"),
        a_name(report, "KGD Corporation", group=1),
        first,
        an_amount(report, "90 miles", "mi", restates=first),
    )
    # when
    found = checks.run(report, a_reading(report, *mentions))
    # then
    assert [query.check for query in found] == ["names", "units", "weekday"]
    assert all(query.cited for query in found)
    assert all(span.end <= len(report.text) for query in found for span in query.evidence)
    assert all((query.suggestion is None) == (query.severity is Severity.OK) for query in found)
