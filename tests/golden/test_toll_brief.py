"""The people of a story whose tolls are told in parts only, as we agreed on its brief."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.desk import Desk
from onrecord.registry import ViewOptions, view_named
from onrecord.views import VIEWS

if TYPE_CHECKING:
    import pytest

    from conftest import Golden

FOLDER = Path(__file__).with_name("tolls")


def test_brief_tells_what_figures_add_up_to(
    golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each sum stands behind the figures it is made of, with its arithmetic and its voice."""
    monkeypatch.chdir(FOLDER)
    desk = Desk()
    record = desk.brief(desk.open("school-raid.txt"))
    text = view_named("markdown", VIEWS).render(record, ViewOptions())
    people = text.partition("## People")[2].partition("##")[0]
    golden.check(FOLDER / "school-raid.md", f"## People{people}")
