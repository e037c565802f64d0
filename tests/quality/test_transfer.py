"""The reports that judge whether what was learned carries over: whole, and true to their texts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from annotated import entries_of, faults
from benchmarks import transfer
from factories import the_kit

if TYPE_CHECKING:
    from pathlib import Path

SMALL = """
- id: small-two
  country: Mali
  published: 2024-05-15
  text: |
    KIDAL, May 15 - Gunmen of the Red Dawn stormed a hotel on Tuesday,
    killing Moussa Keita, a guard, with rifles.
  incidents:
    - type: attack
      stage: accomplished
      perp_individual: [[Gunmen]]
      perp_organization: [{names: [Red Dawn], confidence: fact}]
      physical_target: [[hotel]]
      victim: [[Moussa Keita, Keita]]
      victim_description: [[guard]]
      weapon: [[rifles]]
    - type: clash
      stage: accomplished
      perp_individual: [[Gunmen]]
- id: small-none
  country: Mali
  published: 2024-05-15
  text: The council met.
  incidents: []
"""


def lines(file: Path) -> list[dict[str, Any]]:
    """Return the objects of a file of JSON lines."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def test_every_annotation_is_true_to_its_text() -> None:
    """Types, stages and roles are known, and every string stands in its report."""
    found = {entry["id"]: faults(entry) for entry in entries_of(transfer.FILE)}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_set_is_as_wide_as_it_says() -> None:
    """40 reports from at least 20 countries, several with two incidents, five with none."""
    entries = entries_of(transfer.FILE)
    assert len(entries) == len({entry["id"] for entry in entries}) == 40
    assert len({entry["country"] for entry in entries}) >= 20
    assert sum(not entry["incidents"] for entry in entries) == 5
    assert sum(len(entry["incidents"]) > 1 for entry in entries) >= 3
    assert min(entry["published"].year for entry in entries) >= 2000


@pytest.fixture
def prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> transfer.Prepared:
    """A set of two reports, as the scorer takes it."""
    file = tmp_path / "small.yaml"
    file.write_text(SMALL, "utf-8")
    monkeypatch.setattr(transfer, "FILE", file)
    return transfer.prepare(tmp_path, the_kit())


def test_gold_is_written_in_the_form_of_muc4(prepared: transfer.Prepared) -> None:
    """Types MUC-4 does not have are attacks; a filler keeps all its spellings."""
    # given
    two, none = lines(prepared.gold)
    # when
    raid, clash = two["templates"]
    # then
    assert (two["docid"], none["docid"]) == ("small-two", "small-none")
    assert "on Tuesday, killing" in two["text"]
    assert none["templates"] == []
    assert raid["incident_type"] == [{"values": ["ATTACK"], "optional": False}]
    assert clash["incident_type"] == raid["incident_type"]
    assert raid["perp_organization"] == [{"values": ["Red Dawn"], "optional": False}]
    keita = {"values": ["Moussa Keita", "Keita"], "optional": False, "of": []}
    assert raid["human_target_name"] == [keita]
    for slot, words in (
        ("perp_individual", "Gunmen"),
        ("physical_target_id", "hotel"),
        ("human_target_description", "guard"),
        ("instrument_id", "rifles"),
    ):
        assert [one["values"] for one in raid[slot]] == [[words]]


def test_slots_that_are_not_scored_are_empty(prepared: transfer.Prepared) -> None:
    """The scorer wants every slot; when and where are scored elsewhere."""
    (raid, clash), _ = (row["templates"] for row in lines(prepared.gold))
    assert raid.keys() == clash.keys()
    assert not any(raid[name] for name in raid if name.startswith(("incident_d", "incident_l")))
    assert clash["human_target_name"] == []


def test_every_report_is_read(prepared: transfer.Prepared) -> None:
    """And one without an incident is counted apart."""
    assert [row["docid"] for row in lines(prepared.predicted)] == ["small-two", "small-none"]
    assert (prepared.reports, prepared.without) == (2, 1)
    assert prepared.invented == ()


def test_figures_name_the_set_by_its_hash(
    prepared: transfer.Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change of the set is seen beside its figures."""
    # given
    small = transfer.digest()
    # when
    monkeypatch.setattr(transfer, "FILE", prepared.gold)
    # then
    assert len(small) == 12
    assert transfer.digest() != small
