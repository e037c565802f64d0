"""A record as Markdown (CommonMark): headings, nested lists, nothing that needs an extension.

Words of the report are escaped, so that a name with an asterisk stays a name and no markup of a
stranger takes effect, in CommonMark as in GitHub's dialect.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.registry import View, ViewOptions
from onrecord.views._outline import Check, Group, Line, Section, marks, outline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model import IncidentRecord
    from onrecord.views._outline import Outline

# Character references, not backslashes: lax renderers let "\<" through as markup.
_REFERENCES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}

_MARKUP = re.compile(r"([\\`*_\[\]|~#$@])")

# GitHub turns bare addresses into links.
_ADDRESS = re.compile(r"(?<=\w):(?=//)|(?<=www)\.", re.IGNORECASE)

# At the start of a list item these would open another list.
_OPENING = re.compile(r"^(?:([-+=])|(\d{1,9})([.)]))")


def render(record: IncidentRecord, options: ViewOptions) -> str:
    """Return the record as Markdown."""
    shown = outline(record)
    blocks = [f"# {_escaped(shown.title)}", *_header(shown)]
    for section in shown.sections:
        blocks += _section(section, several=shown.several)
    if shown.checks:
        lines = [_check(check, several=shown.several) for check in shown.checks]
        blocks += ["## Desk checks", "\n".join(lines)]
    if options.evidence and shown.evidence:
        lines = [f"- **[{one.mark}]** {_escaped(one.text)}" for one in shown.evidence]
        blocks += ["## Evidence", "\n".join(lines)]
    return "\n\n".join(blocks) + "\n"


def _header(shown: Outline) -> list[str]:
    return [
        "\n".join(f"- **{fact.label}:** {_escaped(fact.text)}" for fact in facts)
        for facts in shown.header
        if facts
    ]


def _section(section: Section, *, several: bool) -> list[str]:
    lines = [line for group in section.groups for line in _group(group, several=several)]
    lead = [f"*{_escaped(section.lead)}*"] if section.lead else []
    return [f"## {_escaped(section.title)}", *lead, "\n".join(lines)]


def _group(group: Group, *, several: bool) -> Iterable[str]:
    lines = [_line(line, several=several) for line in group.lines]
    if not group.label:
        return [f"- {line}" for line in lines]
    label = f"- **{_escaped(group.label)}:**"
    if len(lines) == 1:
        return [f"{label} {lines[0]}"]
    return [label, *(f"  - {line}" for line in lines)]


def _line(line: Line, *, several: bool) -> str:
    words = [_escaped(line.text), marks(line.cited, several=several)]
    said = [
        f"{_escaped(remark.text)} {marks(remark.cited, several=several)}".rstrip()
        for remark in line.remarks
    ]
    words += ["–", "; ".join(said)] if said else []
    words += [f"({_escaped(line.note)})"] if line.note else []
    return " ".join(word for word in words if word)


def _check(check: Check, *, several: bool) -> str:
    words = [f"- **{check.label}:** {_escaped(check.text)}", marks(check.cited, several=several)]
    words += [_escaped(check.suggestion)] if check.suggestion else []
    return " ".join(word for word in words if word)


def _escaped(text: str) -> str:
    """Return words of a report as Markdown that shows exactly these words."""
    quiet = _MARKUP.sub(r"\\\1", text.translate(_REFERENCES))
    quiet = _ADDRESS.sub(lambda found: f"\\{found.group()}", quiet)
    return _OPENING.sub(lambda found: _opening(found.group()), quiet)


def _opening(mark: str) -> str:
    return f"{mark[:-1]}\\{mark[-1]}"


VIEW = View(name="markdown", media_type="text/markdown", render=render)
