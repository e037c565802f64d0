"""The page of incident types is the one the data gives."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"


def test_page_is_the_one_the_data_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    """A type added to the data is in the manual, or this fails."""
    monkeypatch.setattr(sys, "argv", ["build_incident_types.py", "--check"])
    script = importlib.util.spec_from_file_location(
        "build_incident_types", REFERENCE / "build_incident_types.py"
    )
    assert script is not None
    assert script.loader is not None
    module = importlib.util.module_from_spec(script)
    script.loader.exec_module(module)
    assert module.main() == 0


def test_page_is_in_the_list_of_the_manual() -> None:
    """Else nobody would find it."""
    assert "(reference/incident-types.md)" in (REFERENCE.parent / "README.md").read_text("utf-8")
