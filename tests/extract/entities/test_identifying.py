"""Which company of the register a name in a report means."""

from __future__ import annotations

import time
from functools import cache

import pytest

from factories import a_report, analysed
from onrecord.extract import entities
from onrecord.extract.entities.identifying import Identifying
from onrecord.model import EntityKind, EntityMention, EntityRef
from onrecord.resources import open_library
from onrecord.resources.companies import load_companies
from readings import a_name

LISTED = tuple[tuple[str, str], ...]


@cache
def identifying() -> Identifying:
    """Return the finder with the register that ships."""
    return Identifying(load_companies(open_library()))


def found(
    name: str,
    *,
    codes: LISTED = (),
    country: str | None = None,
    year: int | None = 2021,
    aliases: tuple[str, ...] = (),
) -> str | None:
    """Return the present name of the company that a name in a report means."""
    entity = EntityRef(name=name, kind=EntityKind.COMPANY, country=country, aliases=aliases)
    entry = identifying().find(entity, codes, year)
    return entry.name if entry else None


@pytest.mark.parametrize(
    ("name", "year", "present"),
    [
        ("Statoil", 2013, "Equinor"),
        ("Statoil", 2020, "Equinor"),
        ("Equinor", 2020, "Equinor"),
        ("JGC Corporation", 2013, "JGC Holdings"),
        ("JGC Corp", None, "JGC Holdings"),
        ("JGC", 2022, "JGC Holdings"),
        ("Total", 2015, "TotalEnergies"),
        ("Areva", 2010, "Orano"),
        ("BHP Billiton Ltd", 2010, "BHP"),
        ("Lonmin Plc", 2012, "Lonmin"),
        ("Sonatrach", 2013, "Sonatrach"),
    ],
)
def test_a_name_of_its_time_is_known(name: str, year: int | None, present: str) -> None:
    """Present and former names, with and without their form of law."""
    assert found(name, year=year) == present


@pytest.mark.parametrize(
    ("name", "more"),
    [
        # Nobody of that name.
        ("JCG Corp", {}),
        ("Halbeck Drilling", {}),
        # The code says another company.
        ("JCG Corp", {"codes": (("ric", "1963.T"),)}),
        ("Statoil", {"codes": (("ric", "1963.T"),)}),
        # Another code on the exchange where it is listed.
        ("Statoil", {"codes": (("ric", "QQQ.OL"),)}),
        # Another country.
        ("Vale", {"country": "GB"}),
        ("Orange", {"country": "US"}),
        # Not yet there, or long gone.
        ("ConocoPhillips", {"year": 1995}),
        ("Lonmin", {"year": 2024}),
        # Its present name, when it had another.
        ("Orange", {"year": 2004}),
        # Of a long list, and nothing but the name.
        ("Equifax", {}),
        # Several have the name.
        ("First Bancorp", {}),
        ("", {}),
        ("...", {}),
    ],
)
def test_what_is_not_sure_identifies_none(name: str, more: dict[str, object]) -> None:
    """Precision first: nothing is added to a name that fits none, or that something contradicts."""
    assert found(name, **more) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "more", "present"),
    [
        ("Equifax", {"country": "US"}, "Equifax"),
        ("Equifax", {"codes": (("ticker", "NYSE:EFX"),)}, "Equifax"),
        ("Equifax Inc", {}, "Equifax"),
        ("Boise Cascade", {}, "Boise Cascade"),
        ("Halbeck Norway", {"codes": (("ric", "STL.OL"),), "aliases": ("Statoil",)}, "Equinor"),
        ("Orange", {"year": 2004, "country": "FR"}, "Orange"),
    ],
)
def test_code_country_or_form_speak_for_a_company(
    name: str, more: dict[str, object], present: str
) -> None:
    """Where the name alone would not do."""
    assert found(name, **more) == present  # type: ignore[arg-type]


def test_a_country_tells_two_companies_of_one_name_apart() -> None:
    """PPL is Pakistan Petroleum, and a utility in Pennsylvania."""
    assert found("PPL") is None
    assert found("PPL Corp") == "PPL Corporation"
    assert found("PPL", country="US") == "PPL Corporation"
    assert found("PPL", country="PK") == "Pakistan Petroleum"


def companies_in(text: str) -> dict[str, EntityRef]:
    """Return the companies of a text, by name."""
    mentions = entities.build(open_library())(a_report(text), analysed(text))
    return {
        mention.entity.name: mention.entity
        for mention in mentions
        if isinstance(mention, EntityMention) and mention.entity.kind is EntityKind.COMPANY
    }


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Occidental Petroleum", EntityKind.COMPANY),
        ("Royal Dutch Shell", EntityKind.COMPANY),
        ("Nigeria LNG", EntityKind.JOINT_VENTURE),
        # One word, or an abbreviation, may be anything.
        ("Orange", EntityKind.ORGANISATION),
        ("NOC", EntityKind.ORGANISATION),
        # Not well known, and a magazine besides.
        ("The New Yorker", EntityKind.ORGANISATION),
    ],
)
def test_an_organisation_of_a_well_known_name_is_a_company(name: str, kind: EntityKind) -> None:
    """If it has several words; what else the engine takes for an organisation stays one."""
    report = a_report(f"The office of {name} was hit.")
    mention = a_name(report, name, kind=EntityKind.ORGANISATION)
    (after,) = identifying().identified([mention], report.text, 2015)
    assert after.entity.kind is kind
    assert bool(after.entity.country) is (
        kind is not EntityKind.ORGANISATION and "Shell" not in name
    )


def test_the_right_name_gets_the_code_and_the_wrong_one_nothing() -> None:
    """The code stands beside a slip of the pen; the register has it for the name spelt right."""
    text = (
        "Three engineers of the Japanese firm JCG Corp (1963.T) were flown out. "
        "The plant was built by the engineering firm JGC Corporation."
    )
    found = companies_in(text)
    wrong, right = found["JCG Corp"], found["JGC Corporation"]
    assert [(code.value, code.source) for code in wrong.identifiers] == [("1963.T", "report")]
    listed = {code.value: code.source for code in right.identifiers}
    assert listed["1963.T"].startswith("companies-listed/")
    assert not any(code.is_written for code in right.identifiers)
    assert right.country == "JP"


def test_codes_of_the_report_come_first_and_once() -> None:
    """What the register has too is not said twice."""
    (company,) = companies_in("Vale (VALE3.SA) closed the pit.").values()
    values = [code.value for code in company.identifiers]
    assert values[0] == "VALE3.SA"
    assert company.identifiers[0].is_written
    assert len(values) == len(set(values))
    assert company.country == "BR"


def test_ordinary_words_and_people_get_nothing() -> None:
    """ "Shell" the noun and "Target" the verb are no companies, so nothing is looked up."""
    text = "A shell hit the house. Target practice went on. Diego Vale, 34, and Ana Wood fled."
    assert not companies_in(text)


def test_a_report_costs_little() -> None:
    """Looked up once, a company is remembered."""
    text = "Vale (VALE3.SA) and Exxon Mobil (NYSE: XOM) met the engineering firm JGC Corporation."
    mentions = entities.build(open_library())(a_report(text), analysed(text))
    bodies = [mention for mention in mentions if isinstance(mention, EntityMention)]
    finder = identifying()
    finder.identified(bodies, text, 2021)
    start = time.perf_counter()
    for _ in range(100):
        finder.identified(bodies, text, 2021)
    assert (time.perf_counter() - start) / 100 < 0.001


def test_a_ticker_without_its_exchange_speaks_for_a_company() -> None:
    """As "$TSLA", or in brackets as if it were an abbreviation; another's speaks against."""
    assert found("Tesla", codes=(("ticker", "TSLA"),)) == "Tesla, Inc."
    assert found("Tesla", codes=(("ticker", "XOM"),)) is None
    small = "Orange County Bancorp"
    assert found("Orangekloud Technology", aliases=("ORKT",)) == "Orangekloud Technology Inc."
    assert found(small, aliases=("ORKT",)) == found(small)


def test_a_ticker_says_nothing_of_another_vendors_code() -> None:
    """In London tickers differ from Reuters codes: what is BA there is BAES.L."""
    assert found("BAE Systems", codes=(("ticker", "LSE:BA"),)) == "BAE Systems"
    assert found("Tullow Oil", codes=(("ticker", "LSE:QQQ"),)) == "Tullow Oil"
    assert found("Tullow Oil", codes=(("ric", "QQQ.L"),)) is None
