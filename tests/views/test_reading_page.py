"""The page of a report with its voices marked."""

from __future__ import annotations

import html
import re

import pytest

from factories import a_report, the_kit
from onrecord.reading import read
from onrecord.registry import ReadReport, ViewOptions, view_named
from onrecord.views.reading_page import PAGES

STORY = (
    "Two bodies were found near the mill, the radio reported, quoting police.\n\n"
    "The ministry could not say how many people were missing. <b>Nobody</b> & nothing moved."
)


def shown(name: str, *, width: int = 90, colour: bool = False) -> str:
    """Return the page of the story."""
    report = a_report(STORY)
    options = ViewOptions(width=width, colour=colour)
    return view_named(name, PAGES).render(ReadReport(report, read(report, the_kit())), options)


def test_plain_page_marks_roles_in_brackets() -> None:
    """Readable without colour, and every voice with its chain to the report."""
    page = shown("terminal")
    assert "[S1 the radio]" in page
    assert "[C1 reported]" in page
    assert "police, via the radio, via this report: said" in page
    assert re.search(r"The ministry, via this report|the ministry, via this report", page)


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_plain_page_wraps_at_any_width(width: int) -> None:
    """No line is longer than asked for."""
    assert max(map(len, shown("terminal", width=width).splitlines())) <= width


def test_coloured_page_has_the_words_without_brackets() -> None:
    """Colour says what brackets say."""
    page = shown("terminal", colour=True)
    assert "\x1b[" in page
    assert "[S1" not in page


def test_plain_page_has_no_control_characters() -> None:
    """A file or a pipe gets text alone."""
    assert "\x1b" not in shown("terminal")


def test_html_page_escapes_the_report_and_loads_nothing() -> None:
    """Hostile words stay words."""
    page = shown("html")
    assert "&lt;b&gt;" in page.replace(" ", "")
    assert "<b>" not in page
    assert "default-src 'none'" in page
    assert "<script" not in page


def test_all_words_of_the_report_are_on_each_page() -> None:
    """Nothing is left out of what a user is to check."""
    for page in PAGES:
        text = shown(page.name, width=200)
        if page.name == "html":
            text = html.unescape(re.sub(r"<sub>\d+</sub>|<[^>]+>", "", text))
        text = re.sub(r"\[[SC]?\d+ |\]", "", text)
        for word in STORY.split():
            assert word in text
