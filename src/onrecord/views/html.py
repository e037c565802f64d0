"""A record as one HTML file: no script, no network, readable on screen and on paper.

Words of the report are escaped, and a content policy forbids whatever might slip through: nothing
loads, nothing runs, only the one style sheet named by its hash applies.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from onrecord.registry import View, ViewOptions
from onrecord.views._document import document, words
from onrecord.views._outline import Check, Evidence, Group, Line, Section, outline
from onrecord.views._stylesheet import STYLESHEET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Citation, IncidentRecord
    from onrecord.views._outline import Outline


def render(record: IncidentRecord, options: ViewOptions) -> str:
    """Return the record as an HTML document; with evidence, each citation links to its sentence."""
    shown = outline(record)
    page = Page(shown, linked=options.evidence)
    body = [*page.header(), *(part for section in shown.sections for part in page.section(section))]
    body += page.checks(shown.checks)
    if options.evidence:
        body += page.evidence(shown.evidence)
    return document(shown.title, body, STYLESHEET)


class Page:
    """The parts of the document.

    Attributes:
        shown: The outline.
        linked: The sentences are on the page too, so citations link to them.
    """

    __slots__ = ("linked", "shown")

    def __init__(self, shown: Outline, *, linked: bool) -> None:
        self.shown = shown
        self.linked = linked

    def header(self) -> list[str]:
        """Return the title and what is known of each report."""
        parts = ["<header>", f"<h1>{words(self.shown.title)}</h1>"]
        for facts in self.shown.header:
            rows = [
                f"<div><dt>{escape(fact.label)}</dt><dd>{words(fact.text)}</dd></div>"
                for fact in facts
            ]
            parts += ['<dl class="report">', *rows, "</dl>"]
        return [*parts, "</header>"]

    def section(self, section: Section) -> list[str]:
        """Return one section of the brief."""
        title = f"<h2>{escape(section.title)}</h2>"
        lead = [f'<p class="lead">{escape(section.lead)}</p>'] if section.lead else []
        groups = [part for group in section.groups for part in self._group(group)]
        name = escape(section.name)
        opening = f'<section class="{name}" aria-label="{escape(section.title)}">'
        return [opening, title, *lead, *groups, "</section>"]

    def checks(self, checks: Sequence[Check]) -> list[str]:
        """Return the results of the desk checks; [] for none."""
        if not checks:
            return []
        items = [self._check(check) for check in checks]
        return [
            '<section class="checks" aria-label="Desk checks">',
            "<h2>Desk checks</h2>",
            '<ul role="list">',
            *items,
            "</ul>",
            "</section>",
        ]

    def evidence(self, evidence: Sequence[Evidence]) -> list[str]:
        """Return the cited sentences; [] for none."""
        if not evidence:
            return []
        items = [
            f'<li id="{_anchor(one.citation)}"><span class="mark">[{one.mark}]</span> '
            f"{words(one.text)}</li>"
            for one in evidence
        ]
        return [
            '<section class="evidence" aria-label="Evidence">',
            "<h2>Evidence</h2>",
            '<ol role="list">',
            *items,
            "</ol>",
            "</section>",
        ]

    def _group(self, group: Group) -> list[str]:
        items = [f"<li>{self._line(line)}</li>" for line in group.lines]
        listed = ['<ul role="list">', *items, "</ul>"]
        if not group.label:
            return listed
        return ['<div class="group">', f"<h3>{words(group.label)}</h3>", *listed, "</div>"]

    def _line(self, line: Line) -> str:
        parts = [f'<span class="found">{words(line.text)}</span>{self._marks(line.cited)}']
        said = [f"{words(remark.text)}{self._marks(remark.cited)}" for remark in line.remarks]
        parts += [f'<span class="voices">– {"; ".join(said)}</span>'] if said else []
        parts += [f'<span class="note">({words(line.note)})</span>'] if line.note else []
        return " ".join(parts)

    def _check(self, check: Check) -> str:
        parts = [
            f'<li class="severity-{check.severity.value}"><strong>{escape(check.label)}</strong>',
            f"{words(check.text)}{self._marks(check.cited)}",
        ]
        parts += [f"<em>{words(check.suggestion)}</em>"] if check.suggestion else []
        return " ".join(parts) + "</li>"

    def _marks(self, cited: Sequence[Citation]) -> str:
        """Return citations, which stay on the line of the word they follow."""
        if not cited:
            return ""
        marks = [self._mark(citation) for citation in cited]
        return f'&nbsp;<span class="marks">[{", ".join(marks)}]</span>'

    def _mark(self, citation: Citation) -> str:
        shown = next((one for one in self.shown.evidence if one.citation == citation), None)
        text = str(citation.sentence) if shown is None else shown.mark
        if shown is None or not self.linked:
            return text
        return f'<a href="#{_anchor(citation)}" aria-label="sentence {text}">{text}</a>'


def _anchor(citation: Citation) -> str:
    return f"s{citation.report + 1}-{citation.sentence}"


VIEW = View(name="html", media_type="text/html", render=render)
