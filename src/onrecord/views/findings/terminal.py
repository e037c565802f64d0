"""Findings for a terminal: what is wrong, the sentences with the words marked, what to ask.

The words stand between « and », with or without colour, so that a pipe shows them as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.registry import FindingsView
from onrecord.views._outline.safe import safe
from onrecord.views.findings._shown import label_of, name_of, quoted, results_of, summary_of
from onrecord.views.terminal import SEVERITY_STYLES, Page, Piece

if TYPE_CHECKING:
    from onrecord.registry import CheckedReport, Result, Tally, ViewOptions

_COLUMN = 10


def _opening(_options: ViewOptions) -> str:
    return ""


def _show(checked: CheckedReport, options: ViewOptions) -> str:
    results = results_of(checked, options)
    if not results:
        return ""
    page = Page.of(options)
    page.paragraph([(safe(name_of(checked)), "bold")])
    for result in results:
        severity = result.query.severity
        style = SEVERITY_STYLES[severity]
        label = label_of(severity)
        page.labelled(label, _lines(checked, result), column=_COLUMN, style=style)
    page.blank()
    return page.text()


def _lines(checked: CheckedReport, result: Result) -> list[list[Piece]]:
    query = result.query
    lines: list[list[Piece]] = [[(safe(query.message), ""), (f"({query.check})", "dim")]]
    lines += [
        [(f"[{one.mark}]", "dim"), (safe(one.text("«", "»")), "")]
        for one in quoted(checked, result)
    ]
    if query.suggestion:
        lines.append([("→", "italic"), (safe(query.suggestion), "italic")])
    if result.silenced:
        lines.append([("Silenced:", "dim"), (safe(result.silenced) + ".", "dim")])
    return lines


def _closing(tally: Tally, _options: ViewOptions) -> str:
    return summary_of(tally) + "\n"


VIEW = FindingsView(
    name="terminal", media_type="text/plain", opening=_opening, show=_show, closing=_closing
)
