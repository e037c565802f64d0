"""Looking up companies by name and by code, and the table of our own."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from onrecord.errors import ResourceError
from onrecord.resources import open_library
from onrecord.resources.bodies import BodyEntry
from onrecord.resources.companies import (
    NAME,
    TABLE,
    Companies,
    load_companies,
    of_table,
    open_companies,
    packed,
    rows,
    unpacked,
)
from onrecord.resources.exchanges import Exchanges

LIBRARY = open_library()
CONTENT = LIBRARY.lexicon(TABLE).entries
NATIONS = LIBRARY.lexicon("nations").entries["nations"]
EXCHANGES = Exchanges.of(CONTENT)
ROWS = tuple(rows(CONTENT, "companies/1"))
# A Reuters code or a ticker behind our code of its exchange.
CODE = re.compile(r"[A-Z0-9]{1,10}[a-z]?\.[A-Z]{1,2}|[A-Z]{2,6}:[A-Z0-9.]{1,6}")


@pytest.fixture(scope="module")
def companies() -> Companies:
    """The companies that ship."""
    return load_companies(LIBRARY)


@pytest.mark.parametrize(
    ("name", "present", "country"),
    [
        ("Statoil", "Equinor", "NO"),
        ("Equinor ASA", "Equinor", "NO"),
        ("JGC Corporation", "JGC Holdings", "JP"),
        ("JGC Corp.", "JGC Holdings", "JP"),
        ("Petróleos de Venezuela SA", "PDVSA", "VE"),
        ("BHP Billiton", "BHP", "AU"),
        ("Apple Inc", "Apple Inc.", "US"),
        ("Sonatrach", "Sonatrach", "DZ"),
    ],
)
def test_names_of_today_and_of_the_past_are_found(
    companies: Companies, name: str, present: str, country: str
) -> None:
    """Each by its name, with or without its form of law."""
    (entry,) = companies.find(name)
    assert (entry.name, entry.country) == (present, country)


@pytest.mark.parametrize(
    ("scheme", "value", "name"),
    [
        ("ric", "1963.T", "JGC Holdings"),
        ("ric", "STL.OL", "Equinor"),
        ("ric", "EQNR.OL", "Equinor"),
        ("ric", "XOM.N", "ExxonMobil"),
        ("ticker", "NYSE:XOM", "ExxonMobil"),
        ("ticker", "NYSE: XOM", "ExxonMobil"),
        ("ric", "7203.T", "Toyota"),
        ("isin", "NO0010096985", None),
        ("isin", "JP3667600005", "JGC Holdings"),
    ],
)
def test_codes_are_found(companies: Companies, scheme: str, value: str, name: str | None) -> None:
    """On most exchanges a Reuters code is the ticker and an ending; an unknown code is ()."""
    assert [entry.name for entry in companies.by_code(scheme, value)] == ([name] if name else [])


@pytest.mark.parametrize("value", ["SMIN.L", "BA.L", "IAG.L", "STJ.L"])
def test_a_symbol_of_london_is_no_reuters_code(companies: Companies, value: str) -> None:
    """Other vendors' symbols are tickers: BAE's Reuters code is BAES.L, its ticker BA."""
    assert companies.by_code("ric", value) == ()


def test_a_ticker_is_its_companys(companies: Companies) -> None:
    """With its exchange, or of any; a row that mixes two companies gives its listing to none."""
    (found,) = companies.by_code("ticker", "LSE:BA")
    assert found.name == "BAE Systems"
    assert "Tesla, Inc." in [entry.name for entry in companies.by_code("ticker", "TSLA")]
    assert companies.by_code("ticker", "LSE:SMIN") == ()


@pytest.mark.parametrize(
    "name",
    ["BAE Systems", "Airbus", "ABB", "Orange", "Glencore", "Stellantis", "Rio Tinto", "UBS"],
)
def test_a_large_company_is_there_once(companies: Companies, name: str) -> None:
    """Its rows of all sources are one; only long lists may have others of its name."""
    known = [entry for entry in companies.find(name) if entry.rank == 0]
    assert [entry.name for entry in known] == [name]


@pytest.mark.parametrize(
    ("left", "right"), [("Compass Group", "Compass, Inc."), ("NN Group", "NN Inc")]
)
def test_companies_of_one_core_stay_apart(companies: Companies, left: str, right: str) -> None:
    """A British group is no American corporation."""
    refs = {entry.ref for entry in companies.find(left)}
    assert refs
    assert refs.isdisjoint(entry.ref for entry in companies.find(right))


def test_a_code_of_today_does_not_reach_behind_a_former_one(companies: Companies) -> None:
    """EADS had another ticker in Paris than Airbus."""
    (airbus,) = companies.find("Airbus")
    held = {code.value for code in airbus.codes if code.held_in(2010)}
    assert held & {"EPA:AIR", "AIR.PA", "EAD.PA"} == {"EAD.PA"}


def test_a_code_held_in_its_years(companies: Companies) -> None:
    """Statoil's codes gave way to Equinor's in 2018; that year may show either."""
    (entry,) = companies.by_code("ric", "STL.OL")
    held = {
        year: {code.value for code in entry.codes if code.scheme == "ric" and code.held_in(year)}
        for year in (2013, 2018, 2024, None)
    }
    assert held == {
        2013: {"STL.OL"},
        2018: {"STL.OL", "EQNR.OL"},
        2024: {"EQNR.OL"},
        None: set(),
    }


def test_each_code_says_where_it_is_from(companies: Companies) -> None:
    """Resource and version first, then where that has it from."""
    (entry,) = companies.find("Equinor")
    sources = {code.scheme: code.source for code in entry.codes}
    assert sources["ric"].endswith("companies.toml")
    assert "SEC" in sources["cik"]
    assert all(source.startswith(LIBRARY.citation(NAME)) for source in sources.values())


@pytest.mark.parametrize("name", ["", "Qwrtzpsd Mining", "JCG Corp", "'; DROP TABLE body; --"])
def test_an_unknown_name_is_nobodys(companies: Companies, name: str) -> None:
    """None found is (), and a near miss is no hit."""
    assert companies.find(name) == ()


def test_no_present_code_is_two_companies(companies: Companies) -> None:
    """What would tell nothing for sure was left out."""
    codes = {code for entry in ROWS for code in entry.codes if code.until is None}
    for code in codes:
        bearers = companies.by_code(code.scheme, code.value)
        assert len(bearers) == 1, code


def test_the_table_alone_knows_less_but_the_same() -> None:
    """Without the large file, our own rows still do."""
    companies = of_table(CONTENT, "companies/1")
    (entry,) = companies.find("Statoil")
    assert entry == next(row for row in ROWS if row.name == "Equinor")
    assert companies.by_code("ric", "STL.OL") == (entry,)
    assert companies.find("Apple") == ()


def test_a_damaged_file_costs_one_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The run goes on with our own table."""
    for file in LIBRARY.folder.glob("*.json"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "companies.sqlite").write_bytes(b"not a database at all")
    companies = load_companies(open_library(tmp_path))
    (record,) = caplog.records
    assert "companies-listed" in record.getMessage()
    assert companies.find("Statoil")
    assert companies.resources == (LIBRARY.citation(TABLE),)


def test_a_file_that_is_no_register_is_told(tmp_path: Path) -> None:
    """The message says which resource."""
    file = tmp_path / "companies.sqlite"
    file.write_bytes(b"not a database at all")
    with pytest.raises(ResourceError, match="companies-listed"):
        open_companies(file, CONTENT, "companies-listed/1")


def test_the_file_opens_at_once(companies: Companies) -> None:
    """A command that names one company waits for nothing."""
    path = LIBRARY.path(NAME)
    companies.find("Statoil")  # the libraries are loaded
    start = time.perf_counter()
    open_companies(path, CONTENT, "companies-listed/1").find("Statoil")
    assert time.perf_counter() - start < 0.1
    assert path.stat().st_size < 8_000_000


@pytest.mark.parametrize("entry", ROWS, ids=lambda entry: entry.ref)
def test_every_row_of_our_table_is_whole(entry: BodyEntry) -> None:
    """Codes look like codes of known exchanges, countries exist, years are in order."""
    assert entry.country is None or entry.country in NATIONS
    assert (entry.since or 1800) <= (entry.until or 2100)
    for code in entry.codes:
        assert CODE.fullmatch(code.value), code
        assert EXCHANGES.of_code(code.scheme, code.value), code
    for name in entry.names:
        assert name.until is None or 1900 < name.until < 2100


def test_no_row_of_our_table_is_there_twice() -> None:
    """Refs and present names are unique, and partners and successors have rows of their own."""
    refs = [entry.ref for entry in ROWS]
    names = {entry.name for entry in ROWS}
    assert len(refs) == len(set(refs))
    assert {partner for entry in ROWS for partner in entry.partners} <= names


@pytest.mark.parametrize("entry", ROWS[::25], ids=lambda entry: entry.ref)
def test_an_entry_survives_the_file(entry: BodyEntry) -> None:
    """Packed and unpacked, it says the same, with the file's name before each source."""
    again = unpacked(packed(entry), "file/1")
    assert (again.ref, again.names, again.partners) == (entry.ref, entry.names, entry.partners)
    assert again.source == f"file/1: {entry.source}"
    assert [code.value for code in again.codes] == [code.value for code in entry.codes]
