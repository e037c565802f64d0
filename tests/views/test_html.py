"""The HTML view: safe, self-contained, readable without seeing it."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

import pytest
from lxml import html  # type: ignore[import-untyped]

from onrecord.registry import ViewOptions, view_named
from onrecord.views import VIEWS
from onrecord.views._outline import outline
from records import HOSTILE, hostile_record, rich_record

RENDER = view_named("html", VIEWS).render
EVIDENCE = ViewOptions(evidence=True)
TAGS = frozenset(
    "html head meta title style body main header section div h1 h2 h3 dl dt dd p ul ol li span bdi "
    "a em strong".split()
)
PRINTABLE = [text for text in HOSTILE if text.isprintable() and text.strip()]


def test_hostile_text_makes_no_element_and_no_attribute() -> None:
    """Whatever a report holds, the page has only our elements, links to itself, and no handler."""
    page = html.document_fromstring(RENDER(hostile_record(), EVIDENCE))
    assert {element.tag for element in page.iter()} <= TAGS
    attributes = {name for element in page.iter() for name in element.attrib}
    assert not {name for name in attributes if name.startswith(("on", "src", "style"))}
    assert all(link.get("href", "").startswith("#s") for link in page.iter("a"))


@pytest.mark.parametrize("text", PRINTABLE)
def test_hostile_text_is_shown_as_it_is(text: str) -> None:
    """Escaping loses no letter: the page shows the words of the report."""
    page = html.document_fromstring(RENDER(hostile_record(), EVIDENCE))
    shown = {" ".join(element.text_content().split()) for element in page.iter("bdi")}
    assert text in shown


def test_content_policy_forbids_all_but_the_one_style_sheet() -> None:
    """The hash in the policy is that of the style sheet on the page."""
    text = RENDER(rich_record(), ViewOptions())
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}'" in policy


def test_page_needs_nothing_from_outside() -> None:
    """No address, no import, no script: the file is all there is."""
    text = RENDER(rich_record(), EVIDENCE)
    assert not re.search(r"https?:|//|url\(|@import|<script|<link|<img", text)


def test_each_citation_leads_to_its_sentence() -> None:
    """With evidence, every link has its target, and every sentence is linked to."""
    page = html.document_fromstring(RENDER(rich_record(), EVIDENCE))
    targets = {element.get("id") for element in page.iter() if element.get("id")}
    links = {link.get("href", "")[1:] for link in page.iter("a")}
    assert links == targets
    assert len(targets) == len(outline(rich_record()).evidence)


def test_without_evidence_citations_are_plain_numbers() -> None:
    """A link that leads nowhere is worse than none."""
    page = html.document_fromstring(RENDER(rich_record(), ViewOptions()))
    assert list(page.iter("a")) == []
    assert "[6, 12]" in page.text_content()


def test_headings_are_in_order() -> None:
    """One first heading, then sections, then labels: no level is skipped."""
    page = html.document_fromstring(RENDER(rich_record(), EVIDENCE))
    levels = [int(element.tag[1]) for element in page.iter("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_page_prints_black_on_white() -> None:
    """Paper has its own colours, margins and breaks, whatever the screen had."""
    text = RENDER(rich_record(), ViewOptions())
    printed = text[text.index("@media print") :]
    assert "--ink: #000" in printed
    assert "--paper: #fff" in printed
    assert "break-inside: avoid" in printed
