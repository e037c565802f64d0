"""The sessions shown in the README and the manual are real."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("README.md", "docs/tutorial.md")

_BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
# A line of three points stands for any lines left out.
_LEFT_OUT = "..."


def sessions(page: str) -> list[tuple[str, str]]:
    """Return the commands of `onrecord` that a page shows, each with the output shown."""
    found = []
    for block in _BLOCK.findall((ROOT / page).read_text("utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            if command.startswith("onrecord ") and not set(command) & set("|<>"):
                found.append((command, output))
    return found


CASES = [(page, command, output) for page in PAGES for command, output in sessions(page)]


def test_pages_show_sessions() -> None:
    """Each page has at least one, so that the test below tests something."""
    assert {page for page, _, _ in CASES} == set(PAGES)


@pytest.mark.parametrize(
    ("command", "shown"),
    [pytest.param(command, shown, id=f"{page}: {command}") for page, command, shown in CASES],
)
def test_session_prints_what_the_page_shows(command: str, shown: str) -> None:
    """The command, run as shown, prints what is shown, but for what three points leave out."""
    # given
    arguments = shlex.split(command)[1:]
    # when
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", *arguments],
        cwd=ROOT,
        env={"COLUMNS": "80", "PATH": ""},
        capture_output=True,
        check=False,
    )
    # then
    parts = re.split(rf"^{re.escape(_LEFT_OUT)}\n", shown, flags=re.MULTILINE)
    pattern = "(?s:.*)".join(re.escape(part) for part in parts)
    assert done.stderr == b""
    assert re.fullmatch(pattern, done.stdout.decode("utf-8")), done.stdout.decode()
