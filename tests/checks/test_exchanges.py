"""The desk check for codes that do not fit their exchange or company."""

from __future__ import annotations

from datetime import date

import pytest

from factories import read_story
from onrecord.checks import exchanges
from onrecord.checks._listings import companies
from onrecord.model import EntityKind, Query, Severity
from onrecord.resources.exchanges import symbol
from readings import a_name, a_reading, a_report


def checked(text: str, *, year: int = 2015) -> tuple[Query, ...]:
    """Return what the check finds in a story of a year."""
    day = date(year, 5, 26)
    story = f"{text} on Monday. The company gave no more details."
    return exchanges.CHECK.run(
        a_report(story, published_on=day), read_story(story, published_on=day)
    )


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("Toyota Motor Corp (NYSE: 7203) closed a plant", "letters"),
        ("Toyota (TM.T) closed a plant", "four digits"),
        ("Tencent Holdings (0700123.HK) closed an office", "up to five digits"),
        ("Samsung Electronics (SSNLF.KS) closed a plant", "six digits"),
        ("PetroChina (60185.SS) closed a well", "six digits"),
        ("Saudi Aramco (ARAMCO.SE) closed a well", "four digits"),
    ],
)
def test_code_that_the_exchange_cannot_give_is_wrong(text: str, looks: str) -> None:
    """Letters in Tokyo and digits in New York are wrong whatever the company."""
    (query,) = checked(text)
    assert query.severity is Severity.CORRECT
    assert query.message.endswith(f"whose codes are {looks}.")
    assert query.suggestion is not None


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Gunmen hit a pipeline of BP (BP.PA)", "London Stock Exchange (BP.L)"),
        ("Gunmen hit a pipeline of Eni (ENI.PA)", "Borsa Italiana (ENI.MI)"),
        ("Repsol (REP.MI) flew staff out", "Bolsa de Madrid (REP.MC)"),
        ("BHP (BHP.BO) flew staff out", "Australian Securities Exchange (BHP.AX)"),
        ("Freeport-McMoRan (FCX.JK) closed a mine", "New York Stock Exchange (FCX.N)"),
    ],
)
def test_exchange_where_a_company_is_not_listed_is_asked_about(text: str, where: str) -> None:
    """Its own symbol with the ending of a country where the register does not know it."""
    (query,) = checked(text)
    assert query.severity is Severity.QUERY
    assert "is not known to be listed on" in query.message
    assert where in query.message


def test_other_code_on_the_same_exchange_is_asked_about() -> None:
    """JGC has one code in Tokyo, and it is another."""
    (query,) = checked("JGC Corp (1936.T) flew staff out")
    assert query.severity is Severity.QUERY
    assert query.message == "The code of JGC Corp on Tokyo Stock Exchange is 1963.T, not 1936.T."


@pytest.mark.parametrize(
    "text",
    [
        # Right.
        "Gunmen hit a pipeline of BP (BP.L)",
        "Eni SpA (ENI.MI) flew staff out",
        "Toyota Motor Corp (7203.T) closed a plant",
        "Toyota Motor Corp (NYSE: TM) closed a plant",
        "Samsung Electronics (005930.KS) closed a plant",
        "Saudi Aramco (2222.SE) closed a well",
        "Berkshire Hathaway (BRKa.N) closed an office",
        "Petrobras (PETR4.SA) closed a well",
        "Maersk (MAERSKb.CO) diverted ships",
        # Listed in several countries, or where guests often are.
        "Rio Tinto (RIO.AX) closed a mine",
        "Airbus (AIR.MC) closed a plant",
        "Vodafone (VOD.O) closed an office",
        "Nokia (NOKIA.PA) closed an office, and so did Glencore (GLEN.J)",
        "HSBC (0005.HK) closed a branch",
        # Two exchanges of one country.
        "Siemens (SIEGn.F) flew staff out",
        "Reliance Industries (RELI.BO) flew staff out",
        # A short name that two exchanges share: this is Toronto.
        "Suncor Energy (TSE: SU) closed a plant",
        # Companies and codes that no register knows.
        "Nordvik Gruve (NVG.OL) closed a mine",
        "Nordvik Gruve (NVG.PA) closed a mine",
        # A former code in its time.
        "Statoil (STL.OL) cleared a platform",
        "Shell (RDSa.AS) cleared a platform",
    ],
)
def test_code_that_may_be_right_rings_no_alarm(text: str) -> None:
    """No register knows all listings, so doubt is silence."""
    assert checked(text) == ()


def test_code_of_another_company_is_left_to_the_check_of_codes() -> None:
    """Kubota's code beside the name of Toyota is somebody's, and that is told elsewhere."""
    assert checked("Toyota (6326.T) closed a plant") == ()


def test_report_older_than_the_listing_is_left_alone() -> None:
    """Of companies whose history nobody reviewed, old reports may have had other codes."""
    report = a_report("Sony (6785.T) left.", published_on=date(1999, 5, 1))
    reading = a_reading(report, a_name(report, "Sony", code="6785.T"))
    assert exchanges.CHECK.run(report, reading) == ()


def test_same_code_is_told_once() -> None:
    """The second mention has the same fault."""
    report = a_report("Toyota (TM.T) left. Toyota (TM.T) came.", published_on=date(2020, 5, 1))
    mentions = (a_name(report, "Toyota", code="TM.T"),)
    spans = [mention.identifier_spans for mention in read_story(report.text).mentions.entities]
    assert len([span for one in spans for span in one]) == 2
    assert len(exchanges.CHECK.run(report, read_story(report.text))) == 1
    assert exchanges.CHECK.run(report, a_reading(report, *mentions)) == ()


def test_code_of_no_company_is_left_alone() -> None:
    """A code beside a person is read wrong, or a joke."""
    report = a_report("Karin Holm (TM.T) left.")
    reading = a_reading(report, a_name(report, "Karin Holm", kind=EntityKind.PERSON, code="TM.T"))
    assert exchanges.CHECK.run(report, reading) == ()


def test_every_code_of_our_own_table_has_the_form_of_its_exchange() -> None:
    """The forms would be wrong otherwise."""
    register = companies()
    names = ("BP", "Toyota", "Samsung Electronics", "PetroChina", "Saudi Aramco", "Apple", "Shell")
    codes = [code for name in names for entry in register.find(name) for code in entry.codes]
    forms = [
        (code, register.exchanges.known[exchange].form)
        for code in codes
        if (exchange := register.exchanges.of_code(code.scheme, code.value)) is not None
    ]
    assert len(forms) > len(names)
    assert all(
        form is None or form.fullmatch(symbol(code.scheme, code.value)) for code, form in forms
    )
