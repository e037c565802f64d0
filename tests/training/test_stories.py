"""Our own training reports: whole, true to their texts, and turned into gold."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from annotated import entries_of, faults
from onrecord.extract.events.learned.roles import ROLES, TYPES
from training.incidents.stories import STORIES, Story, fingerprint, stories

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted(STORIES.glob("*.yaml"))

SMALL = """
- id: small
  country: Mali
  published: 2024-05-15
  text: Gunmen of the Red Dawn killed a guard.
  incidents:
    - type: killing
      stage: accomplished
      perp_individual: [[Gunmen, gunmen]]
      perp_organization: [{names: [Red Dawn], confidence: fact}]
      victim_description: [[a guard]]
"""


def test_there_are_stories() -> None:
    """Training reads all files of the folder."""
    assert FILES


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_annotation_is_true_to_its_text(file: Path) -> None:
    """Types, stages and roles are known, and every string stands in its report."""
    found = {entry["id"]: faults(entry) for entry in entries_of(file)}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_every_story_has_a_name_of_its_own() -> None:
    """Which fifth of the reports it belongs to follows from the name."""
    names = Counter(story.name for story in stories())
    assert [name for name, times in names.items() if times > 1] == []


def test_no_story_is_one_that_judges_us() -> None:
    """What is trained on is not tested on."""
    judging = STORIES.parents[2] / "tests" / "quality" / "incidents" / "transfer.yaml"
    texts = {" ".join(entry["text"].split()) for entry in entries_of(judging)}
    assert not texts & {" ".join(story.text.split()) for story in stories()}


def test_stories_are_of_types_the_reader_learns() -> None:
    """Those that MUC-4 lacks too, and some reports tell of no incident."""
    found = stories()
    types = {kind for story in found for one in story.gold.templates for kind in one.types}
    assert types == set(TYPES)
    assert any(not story.gold.templates for story in found)
    assert {filler.role for story in found for filler in story.gold.fillers} == set(
        range(len(ROLES))
    )
    assert not any(story.of_muc4 for story in found)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one file of one story."""
    (tmp_path / "small.yaml").write_text(SMALL, "utf-8")
    return tmp_path


def test_story_is_read_with_its_gold(folder: Path) -> None:
    """A killing is an attack to the trained reader; strings are compared normalised."""
    (story,) = stories(folder)
    assert isinstance(story, Story)
    assert (story.name, story.published_on) == ("small", date(2024, 5, 15))
    (template,) = story.gold.templates
    assert template.types == {"attack"}
    named = {ROLES[filler.role]: filler.strings for filler in story.gold.fillers}
    assert named == {
        "perpetrator": {"gunmen"},
        "organisation": {"red dawn"},
        "people": {"guard"},
    }


@pytest.mark.parametrize(
    ("weapon", "types"),
    [("dynamite", {"sabotage", "bombing"}), ("a hacksaw", {"sabotage"})],
)
def test_what_is_blown_up_is_a_bombing_too(tmp_path: Path, weapon: str, types: set[str]) -> None:
    """A desk calls it sabotage, MUC-4 a bombing: either is right."""
    story = SMALL.replace("killing", "sabotage") + f"      weapon: [[{weapon}]]\n"
    (tmp_path / "small.yaml").write_text(story, "utf-8")
    (read,) = stories(tmp_path)
    assert [template.types for template in read.gold.templates] == [types]


def test_any_change_of_a_story_is_seen(folder: Path) -> None:
    """Weights are trained anew when what they were trained on changes."""
    before = fingerprint(folder)
    assert fingerprint(folder) == before
    (folder / "small.yaml").write_text(SMALL.replace("guard", "guest"), "utf-8")
    assert fingerprint(folder) != before
