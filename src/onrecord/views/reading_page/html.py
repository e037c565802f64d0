"""The page as one HTML file, in which source, cue and content differ by more than colour."""

from __future__ import annotations

from html import escape

from onrecord.registry import ReadReport, View, ViewOptions
from onrecord.views._document import document, words
from onrecord.views._outline.safe import safe
from onrecord.views._stylesheet import STYLESHEET
from onrecord.views.reading_page.marking import MarkedSentence, Role, Run, marked

_STYLES = (
    STYLESHEET
    + """
.sentence { display: grid; grid-template-columns: 3.2rem 1fr; margin: 0 0 .6rem; }
.sentence p { margin: 0; }
.source { font-weight: 700; border-bottom: 2px solid var(--link); }
.cue { font-style: italic; border-bottom: 2px dotted var(--query); }
.content { background: color-mix(in srgb, var(--ok) 14%, transparent); }
sub { font-size: .7em; color: var(--quiet); }
.legend { margin: 0 0 1.5rem; color: var(--quiet); }
.sentence ul { margin: .2rem 0 0; font-size: .9rem; color: var(--quiet); }
"""
)

_SHOWN = (Role.SOURCE, Role.CUE, Role.CONTENT)


def render(read: ReadReport, _options: ViewOptions) -> str:
    """Return the page; every word of the report is escaped."""
    title = safe(f"Voices in {read.report.headline or read.report.origin}")
    legend = ", ".join(f'<span class="{role}">{role}</span>' for role in _SHOWN)
    body = [
        f"<header><h1>{words(title)}</h1>",
        f'<p class="legend">{legend}; the small number is that of the voice.</p></header>',
        '<section aria-label="The report">',
        *(line for sentence in marked(*read) for line in _sentence(sentence)),
        "</section>",
    ]
    return document(title, body, _STYLES)


def _sentence(sentence: MarkedSentence) -> list[str]:
    told = "".join(_run(run) for run in sentence.runs)
    lines = [
        f'<div class="sentence" id="s{sentence.number}">',
        f'<span class="mark">[{sentence.number}]</span>',
        f"<div><p>{told}</p>",
    ]
    if sentence.voices:
        lines.append('<ul role="list">')
        for voice in sentence.voices:
            remarks = "; ".join(escape(remark) for remark in voice.remarks)
            lines.append(
                f"<li>{voice.number}: {words(voice.chain)}: {escape(voice.deed)} ({remarks})</li>"
            )
        lines.append("</ul>")
    return [*lines, "</div></div>"]


def _run(run: Run) -> str:
    if run.voice is None:
        return escape(run.text)
    return f'<span class="{run.role}">{escape(run.text)}<sub>{run.voice}</sub></span>'


PAGE = View(name="html", media_type="text/html", render=render)
