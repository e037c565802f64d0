"""The briefs of the example stories, as we agreed on them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.desk import Desk
from onrecord.registry import ViewOptions, view_named
from onrecord.views import VIEWS

if TYPE_CHECKING:
    from conftest import Golden

STORIES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*/story.txt"))


@cache
def desk() -> Desk:
    """Return one desk for all examples."""
    return Desk()


def test_there_are_examples() -> None:
    """The manual and the README show them."""
    assert [story.parent.name for story in STORIES] == [
        "market-bombing",
        "mine-convoy",
        "tanker-hijacking",
    ]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.parent.name)
def test_brief_is_the_one_agreed_on(
    story: Path, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each example is briefed today as when we last agreed on it."""
    # A brief names its file as the user gave it.
    monkeypatch.chdir(story.parent)
    record = desk().brief(desk().open(story.name))
    text = view_named("markdown", VIEWS).render(record, ViewOptions(evidence=True))
    golden.check(story.with_name("brief.md"), text)
