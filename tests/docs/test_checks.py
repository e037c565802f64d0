"""The page of desk checks is the one the checks give, and what it tells of settings is true."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

import pytest

from onrecord.desk.checking import NAMES
from onrecord.desk.settings import read_settings

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "reference/checks.md").read_text("utf-8")
HOW_TO = (DOCS / "how-to/check-in-a-pipeline.md").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_check_has_its_section_with_an_example(name: str) -> None:
    """A new check is in the manual, and shown at work, or this fails."""
    section = PAGE.partition(f"\n## `{name}`\n")[2].partition("\n## ")[0]
    assert f"$ onrecord check examples/checks/{name}.txt" in section
    assert f"({name})" in " ".join(section.split())
    assert f"[`{name}`](#{name})" in PAGE


def test_page_is_the_one_the_checks_give(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rewrite it with: python docs/reference/build_checks.py."""
    # given
    monkeypatch.setattr(sys, "argv", ["build_checks.py", "--check"])
    monkeypatch.chdir(DOCS.parent)
    script = importlib.util.spec_from_file_location(
        "build_checks", DOCS / "reference/build_checks.py"
    )
    assert script is not None
    assert script.loader is not None
    module = importlib.util.module_from_spec(script)
    script.loader.exec_module(module)
    # when, then
    assert module.main() == 0


def test_settings_shown_are_read(tmp_path: Path) -> None:
    """The example in the manual has no fault of its own."""
    (text,) = re.findall(r"```toml\n(.*?)```", HOW_TO, re.DOTALL)
    file = tmp_path / "onrecord.toml"
    file.write_text(text, "utf-8")
    assert read_settings(file, NAMES).accepted


@pytest.mark.parametrize("page", ["reference/checks.md", "how-to/check-in-a-pipeline.md"])
def test_page_is_in_the_list_of_the_manual(page: str) -> None:
    """Else nobody would find it."""
    assert f"({page})" in (DOCS / "README.md").read_text("utf-8")
