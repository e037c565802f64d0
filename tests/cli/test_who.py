"""`onrecord who`: what it prints of a name."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from onrecord.cli.main import onrecord


def printed(*arguments: str) -> str:
    """Return what the command prints."""
    done = CliRunner().invoke(onrecord, ["who", *arguments, "--width", "100"])
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Statoil", "Statoil: Equinor, the only one; former name, until 2018"),
        ("Sonatrach", "Sonatrach: Sonatrach, the only one; exact name"),
        (
            "SPDC",
            "SPDC: Shell Petroleum Development Company of Nigeria, the only one; abbreviation",
        ),
        ("1963.T", "1963.T: JGC Holdings, the only one; code"),
        ("NYSE: XOM", "NYSE: XOM: ExxonMobil, the only one; code"),
        ("Irishman", "Irishman: Ireland, the only one; its people or adjective"),
    ],
)
def test_first_line_says_who_and_why(name: str, first: str) -> None:
    """One line answers the question; the rest is for who asks on."""
    assert printed(name).splitlines()[0] == first


def test_codes_come_with_years_and_sources() -> None:
    """Old and new, and where each is from."""
    shown = printed("Statoil")
    assert "ric STL.OL (until 2018) – companies-listed/" in shown
    assert "ric EQNR.OL (since 2018)" in shown
    assert "[company, Norway, state company]" in shown


def test_unknown_is_an_answer() -> None:
    """No error, and nobody who is merely alike."""
    shown = printed("Halbeck Drilling")
    assert shown.startswith("Halbeck Drilling: unknown;")
    assert len(shown.splitlines()) == 1


def test_several_leave_it_undecided() -> None:
    """Which Congo, the word does not say."""
    shown = printed("Congolese")
    assert shown.startswith("Congolese: undecided; 2 bear this name")
    assert "Republic of the Congo  [nation, CG]" in shown


def test_partners_of_a_venture_are_named() -> None:
    """By their present names."""
    assert "partners: Sonatrach; BP; Equinor" in printed("Sonatrach-BP-Statoil Association")


def test_json_says_the_same() -> None:
    """For programs: which is meant, and all there is to it."""
    found = json.loads(printed("Statoil", "--json"))
    assert found["meant"] == "company:equinor"
    (candidate,) = found["candidates"]
    assert (candidate["how"], candidate["until"]) == ("former name", 2018)
    assert all(code["source"] for code in candidate["identifiers"])
    unknown = json.loads(printed("Halbeck Drilling", "--json"))
    assert (unknown["meant"], unknown["candidates"]) == (None, [])


@pytest.mark.parametrize(
    "name", ["\x1b[31mred", "a\nb", "", "\u202eevil", "'; DROP TABLE body; --"]
)
def test_no_name_commands_the_terminal(name: str) -> None:
    """What a stranger gives is printed safely, or not at all."""
    shown = printed(name)
    assert "\x1b" not in shown
    assert "unknown" in shown


def test_it_loads_no_language_engine() -> None:
    """An answer takes no two seconds."""
    script = (
        "import sys; sys.argv = ['onrecord', 'who', 'Statoil']\n"
        "from onrecord.cli.main import onrecord\n"
        "onrecord(standalone_mode=False)\n"
        "assert 'spacy' not in sys.modules and 'onnxruntime' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
