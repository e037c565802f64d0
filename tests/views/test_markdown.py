"""The Markdown view: words of the report stay words."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]
from markdown_it import MarkdownIt

from onrecord.model import Wording
from onrecord.registry import ViewOptions, view_named
from onrecord.views import VIEWS
from records import HOSTILE, a_finding, a_record, hostile_record, rich_record

RENDER = view_named("markdown", VIEWS).render
TAGS = {"div", "h1", "h2", "p", "ul", "li", "strong", "em"}

# As lax a reader as there is: raw HTML, tables, strike-through, bare addresses.
LAX = MarkdownIt("gfm-like", {"html": True, "linkify": False}).enable(["table", "strikethrough"])


def rendered(text: str) -> Any:  # noqa: ANN401 - lxml ships no types
    """Return Markdown as a lax reader shows it."""
    return html.fragment_fromstring(LAX.render(text), create_parent="div")


def test_hostile_text_takes_no_effect() -> None:
    """No link, code, image, table or raw element comes out of a report's words."""
    page = rendered(RENDER(hostile_record(), ViewOptions(evidence=True)))
    assert {element.tag for element in page.iter()} <= TAGS


@pytest.mark.parametrize(
    "text",
    [
        *(text for text in HOSTILE if text.isprintable() and text.strip()),
        "+ plus",
        "= underline",
        "10) item",
        "a_b_c and *c* and ~d~",
        "AT&T &copy; &#35;",
        "back\\slash",
        "www.example.org or https://example.org/a_b or a@example.org",
        "[1]: http://example.org",
        "$x$ and #12 and @name",
        "| a | b |",
    ],
)
def test_words_are_shown_as_they_are(text: str) -> None:
    """What a reader sees is what the report says, letter by letter."""
    page = rendered(RENDER(a_record(a_finding("response", Wording(text=text))), ViewOptions()))
    items = [" ".join(item.text_content().split()) for item in page.iter("li")]
    assert f"{text} [1]" in items


def test_headings_and_lists_are_markdown() -> None:
    """A reader sees the title, the sections, and figures as items of a list."""
    page = rendered(RENDER(rich_record(), ViewOptions()))
    (title,) = page.iter("h1")
    assert title.text_content().startswith("Armed attack and hostage taking")
    assert "People" in [heading.text_content() for heading in page.iter("h2")]
    assert "at least 3 guards – police [1]" in [item.text_content() for item in page.iter("li")]


def test_no_address_becomes_a_link() -> None:
    """GitHub links bare addresses; those of a report are set so that it does not."""
    response = a_finding("response", Wording(text="http://a.org WWW.b.org"))
    text = RENDER(a_record(response), ViewOptions())
    assert "http\\://a.org" in text
    assert "WWW\\.b.org" in text
