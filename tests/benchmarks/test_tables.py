"""The table of figures: what is measured, how it is scored, how it is shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.errors import ScorerError
from benchmarks.samples import gold_sample, with_gold_spans
from benchmarks.tables import (
    TABLE,
    Figure,
    Measured,
    Runner,
    as_markdown,
    as_text,
    figure,
    score,
    sources,
)
from benchmarks.tasks import task_named
from factories import the_kit

PRINTING = "import json; print(json.dumps({'whole': {'F1': 61.5}}))"
WRITING = (
    "import json, sys; out = sys.argv[sys.argv.index('--json') + 1]; "
    "print('a table'); open(out, 'w').write(json.dumps({'micro': {'f1': 48.25}}))"
)
FAILING = "import sys; sys.exit('no such document')"


def a_scorer(folder: Path, task: str, code: str) -> Path:
    """Lay a scorer beside the data of a task; return the folder of all data."""
    (folder / task).mkdir()
    (folder / task / "score.py").write_text(code, "utf-8")
    return folder


def scored(tmp_path: Path, task: str, code: str) -> dict[str, Any]:
    """Run a scorer over files that it does not read."""
    folder = a_scorer(tmp_path, task, code)
    return score(task, folder, folder / "gold.jsonl", folder / "predicted.jsonl")


def test_scores_are_read_from_what_a_scorer_prints(tmp_path: Path) -> None:
    """PolNeAR's and the incidents' print JSON."""
    assert scored(tmp_path, "polnear", PRINTING) == {"whole": {"F1": 61.5}}


def test_scores_are_read_from_the_file_a_scorer_writes(tmp_path: Path) -> None:
    """MUC-4's and the places' print a table and write JSON."""
    assert scored(tmp_path, "muc4", WRITING) == {"micro": {"f1": 48.25}}


def test_failing_scorer_says_why(tmp_path: Path) -> None:
    """Its message is passed on."""
    with pytest.raises(ScorerError, match="geo failed: no such document"):
        scored(tmp_path, "geo", FAILING)


@pytest.mark.parametrize("code", ["print('F1: 61.5')", "print('61.5')"], ids=["words", "number"])
def test_scorer_that_prints_no_json_object_is_an_error(tmp_path: Path, code: str) -> None:
    """No figure is made up of what cannot be read."""
    with pytest.raises(ScorerError, match="no JSON"):
        scored(tmp_path, "polnear", code)


def test_figure_is_picked_by_its_path() -> None:
    """A figure that is not there is not measured, never zero."""
    row = {"label": "F1", "path": ["whole", "F1"], "target": 60}
    picked = figure("polnear dev", row, {"plain": {"whole": {"F1": 61.5}}})
    assert (picked.value, picked.is_reached) == (61.5, True)
    missing = figure("polnear dev", row, {"plain": {"whole": {}}})
    assert (missing.value, missing.is_reached) == (None, False)


def test_figure_is_taken_from_its_own_run() -> None:
    """Resolution alone is read from the run that was given the spans."""
    row = {"label": "161 km", "path": ["acc"], "target": 0.8, "given_spans": True}
    results = {"plain": {"acc": 0.2}, "given_spans": {"acc": 0.7}}
    assert figure("geo LGL", row, results).value == 0.7


def test_less_is_better_where_the_table_says_so() -> None:
    """An error is to be small."""
    small = Figure(data="d", label="RMSE", value=1.5, target=1.78, below=True)
    large = Figure(data="d", label="RMSE", value=2.0, target=1.78, below=True)
    assert (small.is_reached, large.is_reached) == (True, False)


MEASURED = [
    Measured(
        data="geo LGL",
        documents=20,
        failed=1,
        digest="abc",
        sampled="the first 20 of 588",
        figures=(
            Figure(data="geo LGL", label="exact F1", value=0.7512, target=0.74),
            Figure(data="geo LGL", label="gold spans", value=None, target=0.8),
        ),
    )
]


def test_table_tells_the_figure_the_target_and_the_sample() -> None:
    """What was left out is said beside the figures."""
    text = as_text(MEASURED)
    assert "geo LGL: 20 documents, 1 not read (the first 20 of 588)" in text
    assert "exact F1                                 0.751  >= 0.740  reached" in text
    assert "gold spans                                   -  >= 0.800\n" in text


def test_page_tells_what_was_not_measured() -> None:
    """The manual's table says it in words."""
    assert "| geo LGL | exact F1 | 0.751 | ≥ 0.740 | reached |" in as_markdown(MEASURED)
    assert "| geo LGL | gold spans | not measured | ≥ 0.800 |  |" in as_markdown(MEASURED)
    assert "| geo LGL | 20 documents, 1 not read (the first 20 of 588) | `abc…` |" in sources(
        MEASURED
    )


def test_every_data_set_has_a_task_and_figures() -> None:
    """A row of the table that nobody fills would go unseen."""
    for data in TABLE["data"]:
        assert task_named(data["task"]).name == data["task"]
        assert TABLE["figures"].get(data["name"]) or TABLE["figures"][data["task"]]


def lines_in(file: Path) -> list[dict[str, Any]]:
    """Return the lines of a file."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def write_lines(file: Path, rows: list[dict[str, Any]]) -> Path:
    """Write a file of JSON lines."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return file


def test_limit_takes_the_first_documents(tmp_path: Path) -> None:
    """And says so; all documents need no words."""
    whole = write_lines(tmp_path / "data" / "dev.jsonl", [{"docid": str(n)} for n in range(5)])
    gold, words = gold_sample("polnear", whole, tmp_path, limit=2)
    assert [row["docid"] for row in lines_in(gold)] == ["0", "1"]
    assert words == "the first 2 of 5"
    assert gold_sample("polnear", whole, tmp_path, limit=None) == (whole, "")
    assert gold_sample("polnear", whole, tmp_path, limit=5) == (whole, "")


def test_incidents_are_sampled_whole(tmp_path: Path) -> None:
    """A group with a report missing would look better grouped than it is."""
    rows = [{"id": str(n), "incident": str(n // 3)} for n in range(30)]
    whole = write_lines(tmp_path / "data" / "reports.jsonl", rows)
    write_lines(whole.with_name("incidents.jsonl"), [{"id": "0"}])
    gold, words = gold_sample("incidents", whole, tmp_path, limit=7)
    sampled = lines_in(gold)
    sizes = {row["incident"]: 0 for row in sampled}
    for row in sampled:
        sizes[row["incident"]] += 1
    assert set(sizes.values()) == {3}
    assert len(sampled) == 9
    assert [int(row["id"]) for row in sampled] == sorted(int(row["id"]) for row in sampled)
    assert gold.with_name("incidents.jsonl").is_file()
    assert words.startswith("of 30")


def test_given_spans_carry_no_answers(tmp_path: Path) -> None:
    """The spans are the question; where they lie is the answer."""
    row = {
        "docid": "a",
        "text": "Rome",
        "toponyms": [{"start": 0, "end": 4, "lat": 41.9, "lon": 12.5}],
    }
    given = with_gold_spans(write_lines(tmp_path / "lgl.jsonl", [row]), tmp_path)
    assert lines_in(given) == [{"docid": "a", "text": "Rome", "spans": [[0, 4]]}]


def test_voices_of_our_own_are_in_the_table(tmp_path: Path) -> None:
    """Each measure of the table is one that is counted."""
    runner = Runner(folder=tmp_path, work=tmp_path, limit=None, tell=print)
    (data,) = (one for one in TABLE["voices"] if one["part"] == "open")
    measured = runner.voices(data, the_kit())
    assert measured.documents > 0
    assert [row.value for row in measured.figures if row.value is None] == []
