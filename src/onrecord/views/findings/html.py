"""Findings as one HTML file: no script, no network, readable on screen and on paper.

It is written report by report, so that thousands take no more memory than one.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from onrecord.registry import FindingsView
from onrecord.views._document import document, words
from onrecord.views._outline.safe import safe
from onrecord.views._stylesheet import STYLESHEET
from onrecord.views.findings._shown import Quoted, label_of, name_of, quoted, results_of, summary_of

if TYPE_CHECKING:
    from onrecord.registry import CheckedReport, Result, Tally, ViewOptions

_STYLES = (
    STYLESHEET
    + """
.checks > li { padding: 0; text-indent: 0; margin: 0 0 1.1rem; }
.checks p { margin: 0; } .checks blockquote { margin: .25rem 0 .25rem 4.8rem; }
.checks p.suggestion, .checks p.silenced { margin-left: 4.8rem; }
.check, .silenced { color: var(--quiet); font-size: .9em; }
mark { background: color-mix(in srgb, var(--query) 22%, transparent); color: inherit;
  text-decoration: underline; text-decoration-thickness: 2px; }
"""
)

# No text of ours holds it; the reports are written where it stands.
_BODY = "\0"


def _frame() -> tuple[str, str]:
    before, _, after = document("Desk checks", [_BODY], _STYLES).partition(_BODY)
    return before, after


def _opening(_options: ViewOptions) -> str:
    return _frame()[0] + "<header><h1>Desk checks</h1></header>\n"


def _show(checked: CheckedReport, options: ViewOptions) -> str:
    results = results_of(checked, options)
    if not results:
        return ""
    name = safe(name_of(checked))
    lines = [
        f'<section aria-label="{escape(name)}">',
        f"<h2>{words(name)}</h2>",
        '<ul class="checks" role="list">',
        *(line for result in results for line in _item(checked, result)),
        "</ul>",
        "</section>",
    ]
    return "\n".join(lines) + "\n"


def _item(checked: CheckedReport, result: Result) -> list[str]:
    query = result.query
    label = label_of(query.severity)
    name = f'<span class="check">({escape(query.check)})</span>'
    lines = [
        f'<li class="severity-{query.severity.value}">',
        f"<p><strong>{label}</strong> {words(safe(query.message))} {name}</p>",
        *(_sentence(one) for one in quoted(checked, result)),
    ]
    if query.suggestion:
        lines.append(f'<p class="suggestion"><em>{words(safe(query.suggestion))}</em></p>')
    if result.silenced:
        lines.append(f'<p class="silenced">Silenced: {words(safe(result.silenced))}.</p>')
    return [*lines, "</li>"]


def _sentence(one: Quoted) -> str:
    told = "".join(
        f"<mark>{escape(_shown(run))}</mark>" if about else escape(_shown(run))
        for run, about in one.runs
    )
    return f'<blockquote><span class="mark">[{one.mark}]</span> <bdi>{told}</bdi></blockquote>'


def _shown(run: str) -> str:
    """Return a run of words safe to show, with the blanks at its ends."""
    inner = safe(run)
    if not inner:
        return " " if run else ""
    return f"{' ' * run[0].isspace()}{inner}{' ' * run[-1].isspace()}"


def _closing(tally: Tally, _options: ViewOptions) -> str:
    return f'<p class="tally">{escape(summary_of(tally))}</p>\n{_frame()[1]}'


VIEW = FindingsView(
    name="html", media_type="text/html", opening=_opening, show=_show, closing=_closing
)
