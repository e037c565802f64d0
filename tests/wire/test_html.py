"""Pages: the story, what names it, and pages without one."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord import wire
from onrecord.errors import EmptyReportError
from onrecord.model import Report

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Gunmen seize ferry off Port Lorne - The Daily Test</title>
<meta property="og:site_name" content="The Daily Test">
<meta property="og:title" content="Gunmen seize ferry off Port Lorne">
<meta property="article:published_time" content="2015-11-20T10:02:00Z">
<script>var sentence = "This is a sentence of a script and not of a story.";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Gunmen seize ferry off Port Lorne</h1><p>By Jane Doe</p>
<p>PORT LORNE, Nov 20 (Reuters) - Gunmen seized a ferry with 60 passengers on Friday, the company
that runs the ship said.</p>
<p>The raiders came in two boats shortly after dawn, a security source said, and opened fire on
the bridge of the ship.</p>
<p>&ldquo;We heard shots on every deck,&rdquo; said a passenger who had hidden in a cabin.</p>
<p>(Reporting by Jane Doe; Editing by John Roe)</p></article>
<aside>Most read: ten things about boats</aside>
<footer>Copyright 2015 The Daily Test</footer></body></html>"""


def read(page: str | bytes) -> Report:
    """Return the report on a page."""
    data = page if isinstance(page, bytes) else page.encode()
    (report,) = wire.read(data, origin="page.html", format="html")
    return report


def test_page_gives_its_story_alone() -> None:
    """Menus, scripts and footers stay out, paragraphs stay paragraphs."""
    report = read(PAGE)
    assert [paragraph.of(report.text)[:13] for paragraph in report.paragraphs] == [
        "Gunmen seized",
        "The raiders c",
        "“We heard sho",
    ]
    assert "script" not in report.text
    assert "ten things" not in report.text


def test_page_names_itself() -> None:
    """Headline, day, language and provider are the page's own."""
    report = read(PAGE)
    assert report.headline == "Gunmen seize ferry off Port Lorne"
    assert report.published_on == date(2015, 11, 20)
    assert (report.language, report.provider) == ("en", "The Daily Test")
    assert report.dateline is not None
    assert report.dateline.filed_on == date(2015, 11, 20)
    assert [credit.name for credit in report.credits] == ["Jane Doe", "John Roe"]


@pytest.mark.parametrize("encoding", ["iso-8859-2", "utf-8", "cp1250"])
def test_page_is_decoded_by_the_encoding_it_names(encoding: str) -> None:
    """Names keep their letters."""
    page = (
        f'<html><head><meta charset="{encoding}"></head>'
        "<body><p>Gunmen shot a mayor in the town of Łódź on Sunday.</p></body></html>"
    )
    assert "Łódź" in read(page.encode(encoding)).text


def test_page_of_an_unknown_encoding_is_read_as_text_is() -> None:
    """A wrong label does no harm."""
    page = (
        '<html><head><meta charset="telex"></head>'
        "<body><p>Gunmen shot a mayor in the town of Møre on Sunday.</p></body></html>"
    )
    assert "Møre" in read(page).text


def test_fragment_is_a_page() -> None:
    """Feeds deliver the body of a story without its page."""
    assert read("<p>Gunmen shot a mayor in a town on Sunday.</p>").text.startswith("Gunmen")


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<html></html>",
        "<!doctype html>",
        "<html><script>var a = 'a sentence of six words or more';</script></html>",
        "<html><body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav></body></html>",
        "<html><body><p>Gunm",
        "<html><!-- a comment that never ends and has many words",
        "<html><body>" + "<div>" * 3_000,
    ],
    ids=["nothing", "empty", "doctype", "script", "menu", "cut", "comment", "deep"],
)
def test_page_without_a_story_says_so(page: str) -> None:
    """Whatever is wrong with a page, its message is one line."""
    with pytest.raises(EmptyReportError, match=r"page\.html"):
        read(page)
