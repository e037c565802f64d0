"""An input line shows a task its document, and none of its answers."""

from __future__ import annotations

import json
from datetime import date

import pytest

from benchmarks.predict import as_report
from benchmarks.tasks import TASKS, BrokenRowError, Task, read_row, task_named
from onrecord.model import Json, Span

LINES: dict[str, dict[str, Json]] = {
    "polnear": {
        "docid": "a1",
        "date": "2016-09-12",
        "title": "Bridge closed",
        "text": "The bridge is closed, the mayor said.",
        "attributions": [{"source": [[23, 32]], "cue": [[33, 37]], "content": [[0, 20]]}],
        "flagged": {"discard": []},
    },
    "muc4": {
        "docid": "M-1",
        "dateline_date": "1989-12-30",
        "dateline": "LIMA, 30 DEC 89 (EFE) --",
        "dateline_place": "LIMA",
        "text": "A BOMB EXPLODED IN LIMA.",
        "relevant": True,
        "templates": [{"incident_type": [{"values": ["BOMBING"]}]}],
    },
    "geo": {
        "docid": "g1",
        "date": "2009-03-20 12:24:52.002364-05",
        "title": "Fire",
        "text": "A fire broke out in Paris.",
        "toponyms": [{"start": 20, "end": 25, "lat": 33.66, "lon": -95.55}],
    },
    "incidents": {
        "id": "r1",
        "date": "2014-05-01",
        "title": "Two shot",
        "text": "Two men were shot on Friday.",
        "incident": "4711",
        "gap_days": 1,
    },
}
"""A line of each task's input, answers and all, in the form of its data."""

ANSWERS = {
    "polnear": ("attributions", "flagged"),
    "muc4": ("relevant", "templates", "dateline_place"),
    "geo": ("toponyms",),
    "incidents": ("incident", "gap_days"),
}


def test_every_task_has_a_line_to_be_tested_with() -> None:
    """A new task is held to the same promise."""
    assert set(LINES) == set(ANSWERS) == {task.name for task in TASKS}


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_answers_do_not_reach_a_task(task: Task) -> None:
    """A line without its answer fields gives a task the same row."""
    # given
    line = LINES[task.name]
    bare = {name: value for name, value in line.items() if name not in ANSWERS[task.name]}
    assert bare != line
    # when
    row = read_row(task, json.dumps(line), "line 1")
    # then
    assert row == read_row(task, json.dumps(bare), "line 1")


@pytest.mark.parametrize(
    ("name", "docid", "day"),
    [
        ("polnear", "a1", date(2016, 9, 12)),
        ("muc4", "M-1", date(1989, 12, 30)),
        ("geo", "g1", date(2009, 3, 20)),
        ("incidents", "r1", date(2014, 5, 1)),
    ],
)
def test_row_has_document_and_day(name: str, docid: str, day: date) -> None:
    """Each task's data names documents and days by fields of its own."""
    row = read_row(task_named(name), json.dumps(LINES[name]), "line 1")
    assert (row.docid, row.published_on) == (docid, day)


def test_only_incidents_read_a_title() -> None:
    """The other tasks' rules allow the document's name, text and date only."""
    titles = {
        task.name: read_row(task, json.dumps(LINES[task.name]), "line 1").headline for task in TASKS
    }
    assert titles == {"polnear": None, "muc4": None, "geo": None, "incidents": "Two shot"}


def test_only_muc4_reads_a_dateline() -> None:
    """The other tasks' documents have theirs, if any, in the text."""
    datelines = {
        task.name: read_row(task, json.dumps(LINES[task.name]), "line 1").dateline for task in TASKS
    }
    assert datelines == {
        "polnear": None,
        "muc4": "LIMA, 30 DEC 89 (EFE) --",
        "geo": None,
        "incidents": None,
    }


def test_dateline_that_is_no_text_is_a_broken_line() -> None:
    """A number where words should stand is said to be wrong."""
    line = json.dumps(LINES["muc4"] | {"dateline": 30})
    with pytest.raises(BrokenRowError, match="dateline"):
        read_row(task_named("muc4"), line, "line 1")


@pytest.mark.parametrize(
    ("dateline", "places"),
    [
        ("LIMA, 30 DEC 89 (EFE) --", ("LIMA",)),
        ("QUITO (ECUADOR), 30 DEC 89 --", ("QUITO (ECUADOR)",)),
        ("NO CITY, NO DATE --", None),
        (None, None),
    ],
    ids=["place and agency", "country in brackets", "nothing known", "absent"],
)
def test_dateline_opens_the_report(dateline: str | None, places: tuple[str, ...] | None) -> None:
    """It is read where it says something; the story is the same in any case."""
    # given
    line = json.dumps(LINES["muc4"] | {"dateline": dateline})
    # when
    report = as_report(read_row(task_named("muc4"), line, "line 1"), "line 1")
    # then
    assert (report.dateline and report.dateline.places) == places
    assert report.body.of(report.text) == "A BOMB EXPLODED IN LIMA."


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "no JSON"),
        ("[1]", "no JSON object"),
        ('{"text": "Words."}', "'docid'"),
        ('{"docid": "a"}', "'text'"),
        ('{"docid": "a", "text": "  "}', "'text'"),
        ('{"docid": 7, "text": "Words."}', "'docid'"),
    ],
    ids=["broken", "no object", "no docid", "no text", "blank text", "number for docid"],
)
def test_broken_line_says_what_is_wrong(line: str, fault: str) -> None:
    """The message names the line and the fault."""
    with pytest.raises(BrokenRowError, match=r"line 3: .*" + fault):
        read_row(task_named("polnear"), line, "line 3")


@pytest.mark.parametrize("day", [None, "", "yesterday", "1990-02"])
def test_unreadable_date_is_no_date(day: str | None) -> None:
    """MUC-4 has documents without a date; they are read all the same."""
    line = json.dumps({"docid": "a", "text": "Words.", "date": day})
    assert read_row(task_named("geo"), line, "line 1").published_on is None


def test_given_spans_are_read_when_asked_for() -> None:
    """The spans to resolve are part of that task's question."""
    line = json.dumps({"docid": "a", "text": "From Rome to Pisa.", "spans": [[5, 9], [13, 17]]})
    row = read_row(task_named("geo"), line, "line 1", given_spans=True)
    assert row.spans == (Span(5, 9), Span(13, 17))
    assert read_row(task_named("geo"), line, "line 1").spans == ()


@pytest.mark.parametrize("spans", ["null", "[[1]]", "[[4, 2]]", '[["a", "b"]]'])
def test_broken_spans_are_a_broken_line(spans: str) -> None:
    """A line that should carry spans and does not cannot be answered."""
    line = f'{{"docid": "a", "text": "Words.", "spans": {spans}}}'
    with pytest.raises(BrokenRowError, match="spans"):
        read_row(task_named("geo"), line, "line 1", given_spans=True)


def test_unknown_task_names_the_known_ones() -> None:
    """A typing error is told what there is."""
    with pytest.raises(LookupError, match="polnear, muc4, geo, incidents"):
        task_named("ner")
