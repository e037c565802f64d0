"""A fault of ours: one line that says so, and the traceback only for those who ask."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

BROKEN = """
from onrecord.cli.main import main
from onrecord.desk import Desk

def records(desk, report):
    return {}["missing"]

Desk.records = records
main()
"""


@pytest.fixture
def story(tmp_path: Path) -> str:
    """A report that can be read."""
    file = tmp_path / "story.txt"
    file.write_text("KIDAL, Mali - Gunmen stormed a hotel on Tuesday, police said.\n", "utf-8")
    return str(file)


def broken(story: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program that has a fault."""
    return subprocess.run(
        [sys.executable, "-c", BROKEN, "brief", story],
        capture_output=True,
        check=False,
        text=True,
        timeout=120,
        env={**os.environ, **environment},
    )


def test_fault_is_one_line(story: str) -> None:
    """The user learns that the report is not to blame, and what to send us."""
    done = broken(story)
    assert done.returncode == 70
    assert not done.stdout
    assert done.stderr.count("\n") == 1
    assert "a fault in the program, not in your report (KeyError: 'missing'" in done.stderr
    assert "ONRECORD_DEBUG=1" in done.stderr


def test_fault_shows_its_traceback_to_those_who_ask(story: str) -> None:
    """What we need to mend it."""
    done = broken(story, ONRECORD_DEBUG="1")
    assert done.returncode == 70
    assert "Traceback (most recent call last)" in done.stderr
