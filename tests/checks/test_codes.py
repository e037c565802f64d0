"""The desk check for a code that is another company's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from onrecord.checks import codes
from onrecord.model import Citation, EntityKind, Identifier, MentionForm, Query, Severity
from readings import a_name, a_reading, a_report, where


def checked(
    name: str,
    code: str,
    *,
    year: int | None = 2021,
    aliases: tuple[str, ...] = (),
    kind: EntityKind = EntityKind.COMPANY,
) -> tuple[Query, ...]:
    """Return what the check finds in a report that puts a code beside a name."""
    day = date(year, 3, 10) if year else None
    report = a_report(f"The army freed six men. It paid {name} ({code}) later.", published_on=day)
    scheme, _, value = code.rpartition(": ")
    mention = a_name(report, name, kind=kind)
    identifier = Identifier(scheme="ticker" if scheme else "ric", value=value)
    mention = replace(
        mention,
        entity=replace(mention.entity, identifiers=(identifier,), aliases=aliases),
        identifier_spans=(where(report, value),),
    )
    return codes.CHECK.run(report, a_reading(report, mention))


@pytest.mark.parametrize(
    ("name", "code", "meant"),
    [
        ("JCG Corp", "1963.T", "JGC"),
        ("Chyioda Corporation", "6366.T", "Chiyoda Corporation"),
        ("Exxonmobli", "NYSE: XOM", "ExxonMobil"),
        ("Exxonmobli", "XOM.N", "ExxonMobil"),
        ("Petorbras", "PETR4.SA", "Petrobras"),
    ],
)
def test_a_near_miss_beside_the_code_is_to_be_corrected(name: str, code: str, meant: str) -> None:
    """The code says which company is meant, and how its name is spelt."""
    (query,) = checked(name, code)
    assert query.severity is Severity.CORRECT
    assert meant in query.message
    assert f"“{name}”" in query.message
    assert code.rpartition(" ")[2] in query.message


@pytest.mark.parametrize(
    ("name", "code", "year"),
    [("Halbeck", "1963.T", 2013), ("Halbeck", "NASDAQ: TXN", 2025), ("Sonatrach", "BP.L", 2013)],
)
def test_a_quite_different_name_is_asked_about(name: str, code: str, year: int) -> None:
    """A slip of the finger, or a renaming that the register does not know."""
    (query,) = checked(name, code, year=year)
    assert query.severity is Severity.QUERY
    assert query.suggestion


@pytest.mark.parametrize(
    ("name", "code", "year"),
    [
        # The company's name, present or former, with any form of law.
        ("JGC Corporation", "1963.T", 2013),
        ("JGC Holdings", "1963.T", 2021),
        ("Statoil", "STL.OL", 2013),
        ("Equinor ASA", "EQNR.OL", 2020),
        ("Exxon Mobil Corp", "NYSE: XOM", 2021),
        # Statoil's code had been given up by then, and may be anybody's.
        ("Halbeck", "STL.OL", 2024),
        # Nobody's code, as far as is known.
        ("Halbeck", "QQQQ.L", 2021),
        ("Halbeck", "XOM", 2021),
        # A company related to it, by its name.
        ("Shell Nigeria", "SHEL.L", 2023),
        ("BP Exploration Algeria", "BP.L", 2013),
        ("TEP", "9501.T", 2021),
        # Too long ago: the code may have been another's.
        ("Halbeck", "NASDAQ: TXN", 1990),
        ("Halbeck", "NASDAQ: TXN", None),
    ],
)
def test_what_is_right_or_not_sure_rings_no_alarm(name: str, code: str, year: int | None) -> None:
    """Sound copy is left alone, and so is what the register cannot judge."""
    assert checked(name, code, year=year) == ()


@pytest.mark.parametrize(
    ("year", "name"), [(2013, "JGC Corporation"), (2022, "JGC Holdings"), (None, "JGC Holdings")]
)
def test_the_company_is_called_as_it_was_then(year: int | None, name: str) -> None:
    """A story of 2013 is not told to write a name of 2019."""
    (query,) = checked("JCG Corp", "1963.T", year=year)
    assert query.message == f"1963.T is the code of {name}, not of “JCG Corp”."


def test_another_name_that_the_report_gives_counts_too() -> None:
    """Where the report itself says that Halbeck is JGC, the code is right."""
    assert checked("Halbeck", "1963.T", aliases=("JGC",)) == ()


@pytest.mark.parametrize("kind", [EntityKind.PERSON, EntityKind.ARMED_GROUP])
def test_only_companies_have_codes(kind: EntityKind) -> None:
    """A code beside a person is no matter of names of companies."""
    assert checked("JCG Corp", "1963.T", kind=kind) == ()


def test_a_query_shows_name_and_code_once() -> None:
    """However often they come; nothing that points back by a pronoun is asked about."""
    # given
    report = a_report("It hired JCG Corp (1963.T). It paid JCG Corp (1963.T). It left.")
    first = replace(
        a_name(report, "JCG Corp", code="1963.T"), identifier_spans=(where(report, "1963.T"),)
    )
    again = where(report, "1963.T", after=first.identifier_spans[0].end)
    second = replace(
        first, name_span=where(report, "JCG Corp", after=20), identifier_spans=(again,)
    )
    pronoun = replace(first, name_span=where(report, "It"), form=MentionForm.PRONOUN)
    # when
    found = codes.CHECK.run(report, a_reading(report, first, second, pronoun))
    # then
    (query,) = found
    assert [span.of(report.text) for span in query.evidence] == ["JCG Corp", "1963.T"]
    assert query.cited == (Citation(0, 1),)


def test_codes_of_the_register_are_not_checked() -> None:
    """Only what stands in the report can be wrong there."""
    report = a_report("It hired JCG Corp.")
    mention = a_name(report, "JCG Corp")
    known = Identifier(scheme="ric", value="1963.T", source="companies-listed/1: companies.toml")
    mention = replace(mention, entity=replace(mention.entity, identifiers=(known,)))
    assert codes.CHECK.run(report, a_reading(report, mention)) == ()
