"""What every view promises, whatever the record holds."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from onrecord.registry import RecordView, ViewOptions, view_named
from onrecord.resources import open_library
from onrecord.views import VIEWS
from records import a_finding, a_record, hostile_record, no_incident_record, rich_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.model import IncidentRecord

RECORDS = {"rich": rich_record, "no incident": no_incident_record, "hostile": hostile_record}
OPTIONS = {
    "plain": ViewOptions(),
    "evidence": ViewOptions(evidence=True),
    "narrow": ViewOptions(width=1, evidence=True),
    "colour": ViewOptions(colour=True, evidence=True),
}

views = pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
records = pytest.mark.parametrize("build", RECORDS.values(), ids=RECORDS)


def test_names_of_views_are_pinned() -> None:
    """A view that disappears or changes its name breaks somebody's script."""
    assert [view.name for view in VIEWS] == ["terminal", "markdown", "html", "json"]


@views
def test_view_is_found_by_its_name(view: RecordView) -> None:
    """What `--format` names is what the table holds."""
    assert view_named(view.name, VIEWS) is view


def test_unknown_view_is_refused_with_the_names_there_are() -> None:
    """The message says what could have been asked for."""
    with pytest.raises(
        LookupError, match="no view 'docx'; we have: terminal, markdown, html, json"
    ):
        view_named("docx", VIEWS)


@views
@records
@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
def test_text_is_whole_and_can_be_written(
    view: RecordView, build: Callable[[], IncidentRecord], options: ViewOptions
) -> None:
    """Every text ends in one line break, encodes as UTF-8 and is the same each time."""
    text = view.render(build(), options)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert text.encode("utf-8").decode("utf-8") == text
    assert text == view.render(build(), options)


@views
@records
def test_nothing_in_a_report_commands_the_reader_s_device(
    view: RecordView, build: Callable[[], IncidentRecord]
) -> None:
    """No control character but the line break, no mark that turns the reading order."""
    text = view.render(build(), ViewOptions(evidence=True))
    turning = set(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
    commands = {letter for letter in text if unicodedata.category(letter) == "Cc"} - {"\n"}
    assert commands == set()
    assert turning.isdisjoint(text)


@views
def test_every_slot_of_the_schema_is_shown(view: RecordView) -> None:
    """A slot added to the incident schema needs no change in any view."""
    samples = {type(finding.value).__name__: finding.value for finding in rich_record().findings}
    for section in open_library().lexicon("incident-schema").entries["section"]:
        for slot in section["slot"]:
            finding = a_finding(slot["name"], samples[slot["value"]])
            shown = view.render(a_record(finding), ViewOptions())
            assert (slot["label"] or section["title"]) in shown or view.name == "json"
            assert slot["name"] in shown or view.name != "json"


@views
def test_figures_that_differ_stand_side_by_side(view: RecordView) -> None:
    """Nobody's figure is dropped, averaged or preferred."""
    text = view.render(rich_record(), ViewOptions())
    if view.name == "json":
        killed = [one for one in json.loads(text)["findings"] if one["slot"] == "killed"]
        assert [one["value"]["low"] for one in killed] == [3, 5, 1]
    else:
        assert "at least 3 guards" in text
        assert "5 people" in text


@pytest.mark.parametrize("name", ["terminal", "markdown", "html"])
def test_background_is_never_counted(name: str) -> None:
    """The engineer killed in 2009 stands below the heading that says so, not among the dead."""
    text = view_named(name, VIEWS).render(rich_record(), ViewOptions())
    assert text.index("Background, not part of the incident") < text.index("1 engineer")


@pytest.mark.parametrize("name", ["terminal", "markdown", "html"])
def test_record_without_incident_invents_nothing(name: str) -> None:
    """The report, its background, and no section of an incident."""
    text = view_named(name, VIEWS).render(no_incident_record(), ViewOptions())
    assert "No security incident found" in text
    assert "the mine opened in 1998" in text
    assert "not reported" not in text
    assert "Attackers" not in text


@pytest.mark.parametrize("name", ["terminal", "markdown", "html"])
def test_what_was_not_reported_is_said(name: str) -> None:
    """Where, who and how many are asked of every incident; silence on them is an answer."""
    (kind, *_) = rich_record().findings
    text = view_named(name, VIEWS).render(a_record(kind), ViewOptions())
    assert text.count("not reported") == 4
    assert "Response" not in text


@pytest.mark.parametrize("name", ["terminal", "markdown", "html"])
def test_sentences_are_shown_only_as_evidence(name: str) -> None:
    """The wire's own sentences are printed when asked for, and only those that are cited."""
    view = view_named(name, VIEWS)
    sentence = "Two of the hostages are Chilean engineers, the Chilean embassy"
    plain = " ".join(view.render(rich_record(), ViewOptions(width=200)).split())
    full = " ".join(view.render(rich_record(), ViewOptions(width=200, evidence=True)).split())
    assert sentence not in plain
    assert sentence in full


@pytest.mark.parametrize("width", [1, 20, 21, 23, 37, 55, 56, 57, 80, 133, 200])
@pytest.mark.parametrize("build", RECORDS.values(), ids=RECORDS)
def test_no_line_is_longer_than_the_terminal(
    width: int, build: Callable[[], IncidentRecord]
) -> None:
    """Wide characters count two columns; below 20 columns the page stays 20 wide."""
    text = view_named("terminal", VIEWS).render(build(), ViewOptions(width=width, evidence=True))
    assert max(cell_len(line) for line in text.split("\n")) <= max(width, 20)


def test_words_are_broken_only_where_they_must_be() -> None:
    """At 40 columns every word of the record stands whole on some line."""
    text = view_named("terminal", VIEWS).render(rich_record(), ViewOptions(width=40, evidence=True))
    wide = view_named("terminal", VIEWS).render(
        rich_record(), ViewOptions(width=200, evidence=True)
    )
    assert set(text.split()) == set(wide.split())


def test_colour_changes_no_letter() -> None:
    """Without its escape sequences, the coloured page is the plain one."""
    coloured = view_named("terminal", VIEWS).render(rich_record(), ViewOptions(colour=True))
    plain = view_named("terminal", VIEWS).render(rich_record(), ViewOptions())
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain
