"""Findings as workflow commands of GitHub Actions, which shows them beside the lines they are on.

One `::error`, `::warning` or `::notice` for each finding, in the form GitHub documents ("Workflow
commands for GitHub Actions", Setting an error message): `%`, line breaks, and in properties also
`:` and `,`, are escaped, so that words of a report can start no command of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Severity
from onrecord.registry import FindingsView
from onrecord.views._outline.safe import safe
from onrecord.views.findings._shown import label_of, quoted, results_of, summary_of

if TYPE_CHECKING:
    from onrecord.registry import CheckedReport, Result, Tally, ViewOptions

_COMMANDS = {
    Severity.CORRECT: "error",
    Severity.REFILE: "error",
    Severity.QUERY: "warning",
    Severity.NOTE: "notice",
    Severity.OK: "notice",
}

_NO_FILE = "<stdin>"


def _opening(_options: ViewOptions) -> str:
    return ""


def _show(checked: CheckedReport, options: ViewOptions) -> str:
    return "".join(_command(checked, result) for result in results_of(checked, options))


def _command(checked: CheckedReport, result: Result) -> str:
    query, place = result.query, result.at
    command = "notice" if result.silenced else _COMMANDS[query.severity]
    properties = {
        "file": "" if place.file == _NO_FILE else place.file,
        "line": place.line,
        "col": place.column,
        "title": f"{label_of(query.severity)} ({query.check})",
    }
    given = ",".join(
        f"{name}={_escaped(str(value))}" for name, value in properties.items() if value
    )
    lines = [query.message, *([query.suggestion] if query.suggestion else [])]
    lines += [f"[{one.mark}] {one.text('«', '»')}" for one in quoted(checked, result)]
    lines += [f"Silenced: {result.silenced}."] if result.silenced else []
    message = "\n".join(safe(line) for line in lines)
    return f"::{command} {given}::{_escaped(message, property=False)}\n"


def _escaped(text: str, *, property: bool = True) -> str:
    """Return text as GitHub's toolkit escapes it for a property or a message."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if property else text


def _closing(tally: Tally, _options: ViewOptions) -> str:
    return summary_of(tally) + "\n"


VIEW = FindingsView(
    name="github", media_type="text/plain", opening=_opening, show=_show, closing=_closing
)
