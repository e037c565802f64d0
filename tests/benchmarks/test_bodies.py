"""The notation of reports with their bodies and people marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import bodies

MARKED = """
- id: x01
  text: |-
    {shell:Royal Dutch Shell} left. {shell:Shell} said {shell=it} would stay, {roe:Jane Roe} said.
  entities:
    shell: {kind: company}
    roe: {kind: person}
"""


def test_marks_are_read_out_of_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names and what points back have the spans of the text without marks."""
    (tmp_path / "part.yaml").write_text(MARKED, "utf-8")
    monkeypatch.setattr(bodies, "FOLDER", tmp_path)
    (gold,) = bodies.golds("part")
    assert gold.text == "Royal Dutch Shell left. Shell said it would stay, Jane Roe said."
    assert [span.of(gold.text) for span in gold.named["shell"]] == ["Royal Dutch Shell", "Shell"]
    assert {span.of(gold.text): who for span, who in gold.back.items()} == {"it": "shell"}
    assert gold.names("roe") == {"jane roe"}


def test_a_mark_of_nobody_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says which report and which mark."""
    (tmp_path / "part.yaml").write_text(MARKED.replace("{roe:", "{row:"), "utf-8")
    monkeypatch.setattr(bodies, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match="x01: add 'row'"):
        bodies.golds("part")
