"""A gazetteer that is missing or damaged: one warning that names it and the cure, and a brief."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import onrecord

PACKAGE = Path(onrecord.__file__).resolve().parent
GAZETTEER = "gazetteer.sqlite"
STORY = (
    "KIDAL, Mali, May 15, 2024 (Agency) - Gunmen stormed a hotel in Kidal on Tuesday, killing at "
    "least 12 people, police said.\n"
)


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A copy of the program whose data we may damage; all but the gazetteer is linked."""
    folder = tmp_path / "installed" / "onrecord"
    shutil.copytree(PACKAGE, folder, ignore=shutil.ignore_patterns("data", "__pycache__"))
    (folder / "data").mkdir()
    for file in (PACKAGE / "data").iterdir():
        if file.name != GAZETTEER:
            (folder / "data" / file.name).symlink_to(file)
    return folder


def brief(installed: Path) -> subprocess.CompletedProcess[str]:
    """Write the brief of the story by the copy."""
    environment = {**os.environ, "PYTHONPATH": str(installed.parent)}
    return subprocess.run(
        [sys.executable, "-m", "onrecord", "brief", "-"],
        input=STORY,
        capture_output=True,
        check=False,
        text=True,
        timeout=120,
        env=environment,
    )


def missing(file: Path) -> None:
    """Leave the file out."""
    assert not file.exists()


def cut(file: Path) -> None:
    """Write the first part only, as a download that broke off."""
    file.write_bytes((PACKAGE / "data" / GAZETTEER).read_bytes()[:1_000_000])


def other(file: Path) -> None:
    """Write what is no gazetteer at all."""
    file.write_bytes(b"not a database")


@pytest.mark.parametrize("damage", [missing, cut, other])
def test_a_brief_is_written_without_the_gazetteer(
    installed: Path, damage: Callable[[Path], None]
) -> None:
    """The one line says which file, what is wrong and what to do; the figures are all there."""
    # given
    damage(installed / "data" / GAZETTEER)
    # when
    done = brief(installed)
    # then
    assert done.returncode == 0
    assert "at least 12 people" in done.stdout
    assert "Mali" in done.stdout
    (line,) = done.stderr.splitlines()
    assert "'gazetteer'" in line
    assert "cannot be read" in line or "does not have the hash" in line
    assert "Reinstall onrecord" in line


def test_with_it_nothing_is_said(installed: Path) -> None:
    """The warning is the damage's, not the copy's."""
    (installed / "data" / GAZETTEER).symlink_to(PACKAGE / "data" / GAZETTEER)
    done = brief(installed)
    assert done.returncode == 0
    assert not done.stderr
    assert "Kidal" in done.stdout
