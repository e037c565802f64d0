"""The commands of the benchmarks: what they refuse, and what a run leaves behind."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from benchmarks.commands import benchmarks

STORIES = {
    "polnear": "The bridge at Tal Amara is closed, the mayor said. Police said two men were shot.",
    "muc4": "TERRORISTS KIDNAPPED A FARMER NEAR LIMA ON 4 MAY. POLICE SAID TWO MEN WERE KILLED.",
    "geo": "A fire broke out in Paris on Monday. Officials in Texas said nobody was hurt.",
    "incidents": "Two men were shot dead in Dayton on Friday, police said. One woman was wounded.",
}
NAMES = {"polnear": "docid", "muc4": "docid", "geo": "docid", "incidents": "id"}
GOLD: dict[str, dict[str, Any]] = {
    "polnear": {"attributions": [{"source": [[36, 45]], "cue": [[46, 50]], "content": [[0, 33]]}]},
    "muc4": {"relevant": True, "templates": [{"incident_type": [{"values": ["ARSON"]}]}]},
    "geo": {"toponyms": [{"start": 20, "end": 25, "lat": 33.66, "lon": -95.55, "country": "US"}]},
    "incidents": {"incident": "4711", "killed": 9},
}


def invoke(*arguments: str | Path) -> tuple[int, str]:
    """Run a command; return its exit status and all it printed."""
    result = CliRunner().invoke(benchmarks, [str(one) for one in arguments])
    return result.exit_code, result.output


@pytest.mark.parametrize("command", [("table", "--data"), ("seed", "--seeds")])
def test_missing_data_is_wrong_usage(tmp_path: Path, command: tuple[str, str]) -> None:
    """The message says where it was looked for and what to do."""
    status, output = invoke(*command, tmp_path / "nowhere")
    assert status == 2
    assert "nowhere" in output
    assert "not part of the repository" in output


def test_page_is_written_from_all_documents_only(tmp_path: Path) -> None:
    """Figures of a sample must not stand in the manual."""
    status, output = invoke("table", "--data", tmp_path, "--limit", "5", "--write")
    assert status == 2
    assert "--limit" in output


def test_spans_are_given_to_places_only(tmp_path: Path) -> None:
    """The other tasks have none."""
    source = tmp_path / "in.jsonl"
    source.write_text("", "utf-8")
    status, output = invoke("predict", "muc4", "--given-spans", source, tmp_path / "out")
    assert status == 2
    assert "geo only" in output


@pytest.mark.parametrize("task", list(STORIES))
def test_answers_in_the_input_change_no_prediction(tmp_path: Path, task: str) -> None:
    """The same documents with and without their answers are predicted alike, to the byte."""
    # given
    rows = [{NAMES[task]: f"d{n}", "text": STORIES[task]} for n in range(2)]
    files = {"bare": rows, "full": [{**row, **GOLD[task]} for row in rows]}
    outputs = []
    for name, lines in files.items():
        source, target = tmp_path / f"{name}.jsonl", tmp_path / f"{name}.out"
        source.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
        # when
        status, output = invoke("predict", task, source, target)
        assert status == 0, output
        outputs.append(target.read_text("utf-8"))
    # then
    assert outputs[0] == outputs[1]
    assert "d0" in outputs[0]


def test_broken_line_costs_itself_only(tmp_path: Path) -> None:
    """The rest is predicted, the error names its line, and the exit status tells."""
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    good = json.dumps({"docid": "good", "text": STORIES["geo"]})
    source.write_text(f"{good}\n{{broken\n\n{good.replace('good', 'last')}\n", "utf-8")
    status, output = invoke("predict", "geo", source, target)
    assert status == 1
    assert "line 2" in output
    assert "2 documents predicted, 1 failed" in output
    found = [json.loads(line)["docid"] for line in target.read_text("utf-8").splitlines()]
    assert found == ["good", "last"]
    assert [file.name for file in tmp_path.iterdir() if file.suffix == ".part"] == []


def test_given_spans_are_all_answered_and_no_others(tmp_path: Path) -> None:
    """Each span of the question has one answer, in the order of the text."""
    text = "A fire broke out in Paris on Monday. The mayor of Lyon said Kenyan crews would help."
    spans = [[50, 54], [20, 25], [60, 66]]
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(json.dumps({"docid": "a", "text": text, "spans": spans}) + "\n", "utf-8")
    status, output = invoke("predict", "geo", "--given-spans", source, target)
    assert status == 0, output
    (answer,) = map(json.loads, target.read_text("utf-8").splitlines())
    assert [(one["start"], one["end"]) for one in answer["toponyms"]] == sorted(
        (start, end) for start, end in spans
    )
    assert [one["country"] for one in answer["toponyms"]] == ["FR", "FR", "KE"]
