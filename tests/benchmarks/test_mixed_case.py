"""The mixed-case copy of documents in capitals: crude, letter for letter, and not our recaser."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.mixed_case import NEWS, mixed_case, recased, usual_case

NEWS_TEXT = "The police in Lima said a bomb hit the US embassy. Police say so in Lima."


def test_words_are_written_as_news_writes_them() -> None:
    """Inside sentences; a word that news does not know has a capital."""
    usual = usual_case([NEWS_TEXT])
    assert recased("A BOMB HIT THE US EMBASSY IN TARATA. POLICE SAID SO.", usual) == (
        "A bomb hit the US embassy in Tarata. Police said so."
    )


def test_beginnings_of_sentences_are_not_counted() -> None:
    """There every word has a capital."""
    assert usual_case(["Bombs fell. Bombs fell. He saw bombs."])["bombs"] == "bombs"


def test_copy_changes_nothing_but_case(tmp_path: Path) -> None:
    """Answers and offsets stay true."""
    # given
    for name in NEWS:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps({"text": NEWS_TEXT}) + "\n", "utf-8")
    row = {"docid": "d", "text": "A BOMB HIT THE US EMBASSY IN LIMA", "templates": []}
    whole = tmp_path / "dev.jsonl"
    whole.write_text(json.dumps(row) + "\n", "utf-8")
    # when
    copy = json.loads(mixed_case(whole, tmp_path, tmp_path).read_text("utf-8"))
    # then
    assert copy["text"] == "A bomb hit the US embassy in Lima"
    assert copy | {"text": ""} == row | {"text": ""}
