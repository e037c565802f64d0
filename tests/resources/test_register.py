"""One look-up over all bodies."""

from __future__ import annotations

import pytest

from onrecord.resources import open_library
from onrecord.resources.register import How, Register, open_register


@pytest.fixture(scope="module")
def register() -> Register:
    """The register that ships."""
    return open_register(open_library())


@pytest.mark.parametrize(
    ("name", "kind", "country", "how"),
    [
        ("Statoil", "company", "NO", How.FORMER),
        ("Equinor", "company", "NO", How.NAME),
        ("SPDC", "joint venture", "NG", How.ABBREVIATION),
        ("Boko Haram", "armed group", "NG", How.NAME),
        ("FARC", "armed group", "CO", None),
        ("Jiji", "news agency", "JP", How.NAME),
        ("Irishman", "nation", "IE", How.PEOPLE),
        ("Norway", "nation", "NO", How.NAME),
    ],
)
def test_bodies_of_every_kind_are_found(
    register: Register, name: str, kind: str, *, country: str, how: How | None
) -> None:
    """Each says what it is, and by what it was found."""
    found = register.candidates(name)
    first = found[0]
    assert (first.entry.kind, first.entry.country) == (kind, country)
    assert how is None or first.how is how
    assert register.find(name) == tuple(one.entry for one in found)


def test_a_former_name_says_until_when(register: Register) -> None:
    """Statoil has been Equinor since 2018."""
    (found,) = register.candidates("Statoil")
    assert (found.entry.name, found.until) == ("Equinor", 2018)


def test_a_word_of_two_nations_is_both(register: Register) -> None:
    """Which Congo is meant, the word does not say."""
    assert {entry.ref for entry in register.find("Congolese")} == {"nation:CD", "nation:CG"}


@pytest.mark.parametrize("name", ["is", "Is", "eta", ""])
def test_a_short_abbreviation_is_found_in_capitals_only(register: Register, name: str) -> None:
    """Nobody who writes "is" means Islamic State."""
    assert not [entry for entry in register.find(name) if entry.kind == "armed group"]


def test_codes_are_looked_up_too(register: Register) -> None:
    """By the scheme and value that a reading has."""
    assert [entry.ref for entry in register.by_code("ric", "1963.T")] == ["company:jgc-holdings"]
    assert register.by_code("ric", "QQQQ.XX") == ()


@pytest.mark.parametrize(
    ("text", "name", "how"),
    [
        ("$TSLA", "Tesla, Inc.", How.TICKER),
        ("(TSLA)", "Tesla, Inc.", How.TICKER),
        ("XOM", "ExxonMobil", How.TICKER),
        ("(NYSE: XOM)", "ExxonMobil", How.CODE),
        ("<BP.L>", "BP", How.CODE),
        ("BP", "BP", How.NAME),
    ],
)
def test_a_code_is_found_as_reports_write_it(
    register: Register, text: str, name: str, *, how: How
) -> None:
    """In brackets, with "$", or alone; a name comes before a ticker."""
    first = register.look_up(text)[0]
    assert (first.entry.name, first.how) == (name, how)


@pytest.mark.parametrize("text", ["$", "()", "$QQQQQ", "(Qwrtzpsd)"])
def test_marks_around_nothing_known_find_nothing(register: Register, text: str) -> None:
    """And raise nothing."""
    assert register.look_up(text) == ()


def test_it_says_what_it_was_made_of(register: Register) -> None:
    """For the provenance of what is read with it."""
    assert {"companies", "companies-listed", "nations"} <= {
        name.partition("/")[0] for name in register.resources
    }
