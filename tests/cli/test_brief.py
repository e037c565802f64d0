"""`onrecord brief`: which of the incidents of a report it prints."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from onrecord.cli.main import onrecord
from onrecord.desk import Desk
from records import a_record, rich_record

if TYPE_CHECKING:
    from onrecord.model import IncidentRecord, Report

RAID = replace(rich_record(), others=("A bombing in Gao",))
BOMBING = replace(a_record(), title="A bombing in Gao", others=(rich_record().title,))


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A report of two incidents, whatever the trained reader finds in it."""

    def records(_desk: Desk, _report: Report) -> tuple[IncidentRecord, ...]:
        return RAID, BOMBING

    monkeypatch.setattr(Desk, "records", records)
    file = tmp_path / "story.txt"
    file.write_text("KIDAL, Mali - Gunmen stormed a hotel on Tuesday, police said.\n", "utf-8")
    return str(file)


def brief(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(onrecord, ["brief", *arguments, "--format", "markdown"])


def title(done: Result) -> str:
    """Return the first line of a brief."""
    assert done.exit_code == 0
    return done.stdout.splitlines()[0]


@pytest.mark.parametrize("arguments", [(), ("--incident", "1")], ids=["not asked", "the first"])
def test_first_incident_is_briefed(story: str, arguments: tuple[str, ...]) -> None:
    """Unless another is asked for; the brief says that there is one."""
    done = brief(story, *arguments)
    assert title(done) == f"# {RAID.title}"
    assert "A bombing in Gao" in done.stdout


def test_another_incident_is_briefed_by_its_number(story: str) -> None:
    """In the order in which the report tells of them."""
    assert title(brief(story, "--incident", "2")) == f"# {BOMBING.title}"


def test_number_that_is_too_high_says_how_many_there_are(story: str) -> None:
    """Wrong usage: nothing is printed but what to choose from."""
    done = brief(story, "--incident", "3")
    assert done.exit_code == 2
    assert not done.stdout
    assert "the report tells of 2; choose 1 to 2" in done.stderr


def test_incidents_are_counted_from_one(story: str) -> None:
    """There is no incident 0."""
    done = brief(story, "--incident", "0")
    assert done.exit_code == 2
    assert "--incident" in done.stderr
