"""What desk checks found, in every form: what is shown, what is escaped, what is promised."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml import html as parser  # type: ignore[import-untyped]

from factories import a_report
from onrecord.model import Citation, Query, Report, Severity, Span
from onrecord.registry import (
    CheckedReport,
    FilePlace,
    FindingsView,
    ReadReport,
    Result,
    Tally,
    ViewOptions,
)
from onrecord.views.findings import FINDINGS
from readings import a_reading, where
from records import HOSTILE

ROOT = Path(__file__).resolve().parents[3]
VIEWS = {view.name: view for view in FINDINGS}
OPTIONS = ViewOptions(width=100)
ALL = ViewOptions(width=100, everything=True)
STORY = "Gunmen came. The hotel is 120 km (90 miles) off. It was Monday."
NO_TALLY = Tally(reports=0, failures=0, found=(), silenced=0)
every = pytest.mark.parametrize("view", FINDINGS, ids=lambda view: view.name)


def a_result(
    report: Report,
    *words: str,
    severity: Severity = Severity.CORRECT,
    message: str = "120 km is 74.6 miles, not 90.",
    silenced: str | None = None,
) -> Result:
    """Return a finding on these words of a report."""
    spans = tuple(where(report, one) for one in words)
    sentences = a_reading(report).sentences
    cited = tuple(
        Citation(0, number)
        for number, sentence in enumerate(sentences, start=1)
        if any(sentence.overlaps(span) for span in spans)
    )
    query = Query(
        check="units",
        severity=severity,
        message=message,
        suggestion=None if severity is Severity.OK else "Ask which is right.",
        evidence=spans,
        cited=cited,
    )
    return Result(query=query, silenced=silenced, at=FilePlace("a/story.txt", 3, 7))


def a_checked(*results: Result, text: str = STORY) -> CheckedReport:
    """Return a report with these findings."""
    report = a_report(text)
    return CheckedReport(report=report, reading=a_reading(report), results=results)


def three() -> CheckedReport:
    """Return a report with a finding, one that adds up, and one that is silenced."""
    report = a_report(STORY)
    return a_checked(
        a_result(report, "Monday", severity=Severity.OK, message="It was a Monday."),
        a_result(report, "Gunmen", message="It is accepted.", silenced="skipped in onrecord.toml"),
        a_result(report, "120 km", "90 miles"),
    )


def two_versions() -> CheckedReport:
    """Return a version with a finding on what is gone from the older one."""
    older = a_report("Gunmen came. Police denied it.")
    query = Query(
        check="dropped-claims",
        severity=Severity.QUERY,
        message="The denial is gone.",
        suggestion="Put it back.",
        evidence=(),
        cited=(),
        before=(where(older, "denied"),),
    )
    newer = a_report("Gunmen came.")
    return CheckedReport(
        report=newer,
        reading=a_reading(newer),
        results=(Result(query=query, at=FilePlace("new.txt")),),
        older=ReadReport(older, a_reading(older)),
    )


def test_names_of_views_are_pinned() -> None:
    """Commands and pipelines name them."""
    assert list(VIEWS) == ["terminal", "json", "github", "html"]


@every
def test_what_adds_up_or_is_silenced_is_shown_on_demand(view: FindingsView) -> None:
    """With its reason; else only what is wrong."""
    short, full = view.show(three(), OPTIONS), view.show(three(), ALL)
    assert "not 90" in short
    assert "It was a Monday" not in short
    assert "It is accepted" not in short
    assert "It was a Monday" in full
    assert "skipped in onrecord.toml" in full


@pytest.mark.parametrize("name", ["terminal", "github", "html"])
def test_report_without_findings_takes_no_line(name: str) -> None:
    """A thousand sound reports are a short list."""
    assert VIEWS[name].show(a_checked(), ALL) == ""


@every
def test_no_words_of_a_report_command_a_device(view: FindingsView) -> None:
    """No escape sequence, no line of its own, nothing that turns the reading order."""
    for text in HOSTILE:
        if not text.strip():
            continue
        report = a_report(f"It met {text} there.")
        result = a_result(report, text, message=f"“{text}” is wrong.")
        shown = view.show(a_checked(result, text=report.text), ALL)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
        shown.encode("utf-8")


def test_terminal_shows_sentence_words_and_question() -> None:
    """All an editor needs, under the name of the report."""
    assert VIEWS["terminal"].show(three(), OPTIONS) == (
        "<test>\n"
        "  Correct   120 km is 74.6 miles, not 90. (units)\n"
        "            [2] The hotel is «120 km» («90 miles») off.\n"
        "            → Ask which is right.\n"
        "\n"
    )


def test_terminal_shows_both_versions() -> None:
    """What is gone stands in the older one."""
    shown = VIEWS["terminal"].show(two_versions(), OPTIONS)
    assert "<test> against <test>" in shown
    assert "[old 2] Police «denied» it." in shown


@pytest.mark.parametrize(
    ("tally", "line"),
    [
        (Tally(reports=1, failures=0, found=(), silenced=0), "1 report: nothing found.\n"),
        (Tally(reports=1, failures=1, found=(), silenced=0), "1 report: 1 not read.\n"),
        (NO_TALLY, "No report to check.\n"),
        (
            Tally(
                reports=1200,
                failures=1,
                found=(
                    (Severity.CORRECT, 2),
                    (Severity.REFILE, 0),
                    (Severity.QUERY, 1),
                    (Severity.NOTE, 0),
                    (Severity.OK, 9),
                ),
                silenced=0,
            ),
            "1,200 reports: 2 to correct, 1 to ask about; 9 checked and right; 1 not read.\n",
        ),
    ],
)
def test_last_line_counts(tally: Tally, line: str) -> None:
    """What all came to, silenced ones too."""
    assert VIEWS["terminal"].closing(tally, OPTIONS) == line
    assert VIEWS["github"].closing(tally, OPTIONS) == line


@pytest.mark.parametrize(
    ("severity", "command"),
    [
        (Severity.CORRECT, "error"),
        (Severity.REFILE, "error"),
        (Severity.QUERY, "warning"),
        (Severity.NOTE, "notice"),
        (Severity.OK, "notice"),
    ],
)
def test_github_gets_one_command_a_finding(severity: Severity, command: str) -> None:
    """Graver ones are errors; the place is that in the file."""
    report = a_report(STORY)
    shown = VIEWS["github"].show(a_checked(a_result(report, "120 km", severity=severity)), ALL)
    assert shown.startswith(f"::{command} file=a/story.txt,line=3,col=7,title=")
    assert shown.count("\n") == 1


def test_github_is_given_nothing_it_would_take_for_a_command() -> None:
    """Percent signs and line breaks are escaped, in properties colons and commas too."""
    text = "A rise of 90%::error::no, he said."
    report = a_report(text)
    result = Result(
        query=a_result(report, "90%", message="It is 90%, not 9%.").query,
        at=FilePlace("a,b:c%.txt", 1, 2),
    )
    shown = VIEWS["github"].show(a_checked(result, text=text), OPTIONS)
    assert shown.startswith("::error file=a%2Cb%3Ac%25.txt,line=1,col=2,title=Correct (units)::")
    assert (
        "It is 90%25, not 9%25.%0AAsk which is right.%0A[1] A rise of «90%25»::error::no" in shown
    )
    assert shown.count("\n") == 1


def test_words_of_a_headline_are_shown_in_their_line() -> None:
    """They stand in no sentence."""
    report = a_report("BOMB KILLS 12\n\nGunmen came. A bomb killed 14.")
    reading = replace(a_reading(report), sentences=a_reading(report).sentences[1:])
    result = a_result(report, "12", "14")
    checked = CheckedReport(report=report, reading=reading, results=(result,))
    shown = VIEWS["terminal"].show(checked, OPTIONS)
    assert "[line 1] BOMB KILLS «12»" in shown
    assert "A bomb killed «14»." in shown


def test_github_gets_no_file_for_standard_input() -> None:
    """There is none to show it beside."""
    report = a_report(STORY)
    result = Result(query=a_result(report, "120 km").query, at=FilePlace("<stdin>"))
    assert VIEWS["github"].show(a_checked(result), OPTIONS).startswith("::error title=Correct")


def schema() -> dict[str, Any]:
    """Return the schema in the manual."""
    text = (ROOT / "docs/reference/check.schema.json").read_text("utf-8")
    content: dict[str, Any] = json.loads(text)
    return content


@pytest.mark.parametrize("checked", [a_checked(), three(), two_versions()])
@pytest.mark.parametrize("options", [OPTIONS, ALL])
def test_json_keeps_its_schema(checked: CheckedReport, options: ViewOptions) -> None:
    """One object on one line, findings or not."""
    shown = VIEWS["json"].show(checked, options)
    assert shown.count("\n") == 1
    Draft202012Validator(schema()).validate(json.loads(shown))


def test_schema_is_sound_and_allows_no_other_field() -> None:
    """A field that is not documented fails the test above."""
    Draft202012Validator.check_schema(schema())
    content = json.loads(VIEWS["json"].show(three(), ALL))
    content["findings"][0]["colour"] = "red"
    assert list(Draft202012Validator(schema()).iter_errors(content))


def test_json_counts_what_it_does_not_show() -> None:
    """So that a program need not ask for all."""
    content = json.loads(VIEWS["json"].show(three(), OPTIONS))
    assert len(content["findings"]) == 1
    assert content["counts"] == {
        "correct": 1,
        "refile": 0,
        "query": 0,
        "note": 0,
        "ok": 1,
        "silenced": 1,
    }
    (finding,) = content["findings"]
    start, end = finding["evidence"][0]["span"]
    assert STORY[start:end] == finding["evidence"][0]["text"] == "120 km"


def page_of(*checked: CheckedReport) -> str:
    """Return the whole page on some reports."""
    view = VIEWS["html"]
    return (
        view.opening(ALL)
        + "".join(view.show(one, ALL) for one in checked)
        + view.closing(NO_TALLY, ALL)
    )


def test_page_marks_the_words() -> None:
    """In their sentences."""
    page = parser.document_fromstring(page_of(three()))
    assert {mark.text_content() for mark in page.iter("mark")} >= {"120 km", "90 miles"}
    assert "Silenced: skipped in onrecord.toml." in page.text_content()


def test_page_allows_its_style_sheet_and_nothing_else() -> None:
    """The policy names the one style sheet by its hash; nothing is fetched, nothing runs."""
    text = page_of(three())
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in text
    assert not re.search(r"https?:|//|url\(|@import|<script|<link|<img", text)


def test_hostile_text_makes_no_element_of_the_page() -> None:
    """Whatever a report holds."""
    checked = []
    for text in HOSTILE:
        if text.strip():
            report = a_report(f"It met {text} there.")
            result = a_result(report, text, message=text)
            checked.append(a_checked(result, text=report.text))
    page = parser.document_fromstring(page_of(*checked))
    allowed = (
        "html head meta title style body main header section h1 h2 p ul li strong span bdi mark em "
        "blockquote"
    )
    assert {element.tag for element in page.iter()} <= set(allowed.split())
    names = {name for element in page.iter() for name in element.attrib}
    assert not {name for name in names if name.startswith(("on", "src", "style", "href"))}


def test_overlapping_words_are_marked_once() -> None:
    """A span within another adds no words."""
    report = a_report(STORY)
    query = a_result(report, "120 km").query
    both = (*query.evidence, Span(query.evidence[0].start, query.evidence[0].end + 11))
    result = Result(query=replace(query, evidence=both), at=FilePlace("a"))
    assert "[2] The hotel is «120 km»« (90 miles)» off." in VIEWS["terminal"].show(
        a_checked(result), OPTIONS
    )
