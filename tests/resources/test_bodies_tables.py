"""Armed groups, agencies and bodies of states: what must hold for their tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from onrecord.resources import open_library

LIBRARY = open_library()
NATIONS = LIBRARY.lexicon("nations").entries["nations"]
ARMED = LIBRARY.lexicon("armed-groups").entries["armed"]
AGENCIES = LIBRARY.lexicon("news-agencies").entries["agencies"]
BODIES = LIBRARY.lexicon("government-bodies").entries
GOVERNMENT = BODIES["government"]["bodies"]
INTERNATIONAL = BODIES["international"]["bodies"]
TABLES = [
    pytest.param(ARMED["groups"], id="armed groups"),
    pytest.param(AGENCIES["listed"], id="agencies"),
    pytest.param(GOVERNMENT, id="government"),
    pytest.param(INTERNATIONAL, id="international"),
]

# The closed lists that the heads of the files document.
KINDS = {
    "insurgents",
    "separatists",
    "urban guerrillas",
    "terrorist network",
    "militia",
    "paramilitary",
    "regional forces",
    "armed wing",
    "alliance",
    "movement",
    "extremists",
    "military company",
    "cartel",
    "gang",
    "crime syndicate",
}
PORTFOLIOS = {
    "administration",
    "aid",
    "border",
    "defence",
    "drugs",
    "earth and weather",
    "elections",
    "emergencies",
    "environment",
    "finance",
    "foreign affairs",
    "head of government",
    "head of state",
    "health",
    "intelligence",
    "interior",
    "justice",
    "labour",
    "legislature",
    "natural resources",
    "police",
    "prosecution",
    "regional government",
    "religious affairs",
    "science",
    "trade",
    "transport safety",
}
SORTS = {
    "aid",
    "alliance",
    "bank",
    "campaign",
    "church",
    "court",
    "intergovernmental",
    "mission",
    "monitor",
    "party",
    "police",
    "rights",
    "sport",
}
# Bodies whose years reach back before this are older than any report we read.
EARLIEST = 1750
LATEST = 2026

Row = Mapping[str, Any]


def spellings(row: Row) -> tuple[str, ...]:
    """Return the name and the aliases of a row."""
    return (row["name"], *row.get("aliases", ()))


def shared(rows: Iterable[Row]) -> set[str]:
    """Return the spellings that several rows bear, case and hyphens aside."""
    bearers = defaultdict(set)
    for row in rows:
        for spelling in spellings(row):
            bearers[folded(spelling)].add(row["name"])
    return {spelling for spelling, names in bearers.items() if len(names) > 1}


def folded(spelling: str) -> str:
    """Return a name as it is compared."""
    return spelling.casefold().replace("-", " ")


def test_the_tables_hold_the_world() -> None:
    """All continents, not only the groups of one decade."""
    countries = {code for row in ARMED["groups"] for code in row["countries"]}
    assert len(ARMED["groups"]) >= 220
    assert len(countries) >= 90
    assert len(AGENCIES["listed"]) >= 300
    assert len(GOVERNMENT) >= 200
    assert len(INTERNATIONAL) >= 100


def test_kinds_are_closed() -> None:
    """A reader of the table can rely on the list at its head."""
    assert {row["kind"] for row in ARMED["groups"]} == KINDS
    assert {row["kind"] for row in AGENCIES["listed"]} == {"agency", "broadcaster"}
    assert {row["kind"] for row in GOVERNMENT} == {"government", "security force"}
    assert {row["portfolio"] for row in GOVERNMENT} <= PORTFOLIOS
    assert {row["sort"] for row in INTERNATIONAL} == SORTS


@pytest.mark.parametrize("rows", TABLES)
def test_names_are_unique_and_written_once(rows: list[Row]) -> None:
    """One row for each body, and no spelling twice in it."""
    assert [name for name, times in Counter(row["name"] for row in rows).items() if times > 1] == []
    for row in rows:
        assert len(set(spellings(row))) == len(spellings(row)), row["name"]


@pytest.mark.parametrize("rows", TABLES)
def test_countries_are_nations(rows: list[Row]) -> None:
    """Each code is one of the table of nations; a body may have none."""
    for row in rows:
        codes = set(row.get("countries", ())) | ({row["country"]} if "country" in row else set())
        assert codes <= set(NATIONS), row["name"]


@pytest.mark.parametrize("rows", TABLES)
def test_years_are_in_order(rows: list[Row]) -> None:
    """Nothing ends before it begins."""
    for row in rows:
        since, until = row.get("since", EARLIEST), row.get("until", LATEST)
        assert EARLIEST <= since <= until <= LATEST, row["name"]


@pytest.mark.parametrize("rows", TABLES)
def test_what_a_body_was_and_became_is_in_its_table(rows: list[Row]) -> None:
    """The name that follows begins no earlier than the old one did."""
    by_name = {row["name"]: row for row in rows}
    for row in rows:
        for name in (row.get("formerly"), row.get("became")):
            assert name is None or name in by_name, (row["name"], name)
        if "became" in row:
            after = by_name[row["became"]]
            assert row.get("since", EARLIEST) <= after.get("until", LATEST), row["name"]


@pytest.mark.parametrize("table", [ARMED, AGENCIES], ids=["armed groups", "agencies"])
def test_a_name_is_shared_only_where_the_table_says_so(table: Mapping[str, Any]) -> None:
    """Whoever adds a second bearer of a name must have seen the first."""
    rows = table.get("groups") or table["listed"]
    assert shared(rows) == {folded(name) for name in table["ambiguous"]}


@pytest.mark.parametrize("rows", TABLES)
def test_flagged_names_are_the_rows_own(rows: list[Row]) -> None:
    """`common` and `seat` speak of names that the row has."""
    for row in rows:
        flagged = {*row.get("common", ()), *row.get("seat", ())}
        assert flagged <= set(spellings(row)), row["name"]


@pytest.mark.parametrize(
    "name",
    [
        "AQIM",
        "Boko Haram",
        "FARC",
        "Shining Path",
        "FMLN",
        "ETA",
        "Taliban",
        "ISIS",
        "Al-Shabaab",
        "NPA",
        "LTTE",
        "PKK",
        "Naxalites",
        "Zetas",
        "M23",
        "URNG",
        "Tonton Macoutes",
        "Arakan Army",
        "Red Brigades",
        "FLNC",
        "GSPC",
        "RENAMO",
        "Fretilin",
        "Los Choneros",
    ],
)
def test_groups_of_all_continents_are_known(name: str) -> None:
    """By the name that wires use."""
    bearers = [row for row in ARMED["groups"] if name.lower() in map(str.lower, spellings(row))]
    assert len(bearers) == 1


def test_a_group_that_became_a_party_says_when() -> None:
    """Without the year nobody could tell the rebels of then from the government of today."""
    parties = [row for row in ARMED["groups"] if row.get("party")]
    assert len(parties) >= 10
    assert [row["name"] for row in parties if "until" not in row] == []


def test_a_group_that_changed_its_name_says_when() -> None:
    """What was the GSPC until 2007 has been AQIM since."""
    by_name = {row["name"]: row for row in ARMED["groups"]}
    before = by_name["Salafist Group for Preaching and Combat"]
    after = by_name[before["became"]]
    assert before["until"] == after["since"] == 2007
    assert after["formerly"] == before["name"]


@pytest.mark.parametrize(
    ("name", "country", "portfolio"),
    [
        ("Quai d'Orsay", "FR", "foreign affairs"),
        ("Gaimusho", "JP", "foreign affairs"),
        ("FCDO", "GB", "foreign affairs"),
        ("Bundeswehr", "DE", "defence"),
        ("Tsahal", "IL", "defence"),
        ("Shin Bet", "IL", "intelligence"),
        ("SEBIN", "VE", "intelligence"),
        ("PTJ", "VE", "police"),
        ("DAS", "CO", "intelligence"),
        ("NTSB", "US", "transport safety"),
        ("Casa Rosada", "AR", "head of state"),
        ("Los Pinos", "MX", "head of state"),
    ],
)
def test_bodies_of_states_have_country_and_portfolio(
    name: str, country: str, portfolio: str
) -> None:
    """What the name leaves unsaid, the table says."""
    (row,) = [row for row in GOVERNMENT if name in spellings(row)]
    assert (row["country"], row["portfolio"]) == (country, portfolio)
