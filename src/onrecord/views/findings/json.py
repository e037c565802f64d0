"""Findings as JSON: one object on a line for each report, findings or not.

The schema is `docs/reference/check.schema.json`. "schema" names its version; a field is added
without raising it, a field removed or changed in meaning raises it.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from onrecord.model import Severity
from onrecord.registry import FindingsView
from onrecord.views.findings._shown import quoted, results_of
from onrecord.views.json import ESCAPED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Json, Span
    from onrecord.registry import CheckedReport, ReadReport, Result, Tally, ViewOptions

SCHEMA = "onrecord-check/1"


def _opening(_options: ViewOptions) -> str:
    return ""


def _show(checked: CheckedReport, options: ViewOptions) -> str:
    report = checked.report
    content = {
        "schema": SCHEMA,
        "report": report.origin,
        "docid": report.guid,
        "headline": report.headline,
        "published_on": None if report.published_on is None else report.published_on.isoformat(),
        "against": None if checked.older is None else checked.older.report.origin,
        "findings": [_finding(checked, result) for result in results_of(checked, options)],
        "counts": _counts(checked),
    }
    return json.dumps(content, ensure_ascii=False).translate(ESCAPED) + "\n"


def _finding(checked: CheckedReport, result: Result) -> Json:
    query = result.query
    older: ReadReport | None = checked.older
    return {
        "check": query.check,
        "severity": query.severity.value,
        "message": query.message,
        "suggestion": query.suggestion,
        "silenced": result.silenced,
        "file": result.at.file,
        "line": result.at.line,
        "column": result.at.column,
        "evidence": _words(checked.report.text, query.evidence),
        "before": [] if older is None else _words(older.report.text, query.before),
        "sentences": [
            {
                "number": one.number,
                "of": "older" if one.older else "report",
                "span": [one.span.start, one.span.end],
                "text": one.text(),
            }
            for one in quoted(checked, result)
        ],
    }


def _words(text: str, spans: Sequence[Span]) -> Json:
    return [{"span": [span.start, span.end], "text": span.of(text)} for span in spans]


def _counts(checked: CheckedReport) -> Json:
    heard = Counter(query.severity for query in checked.heard)
    silenced = sum(result.silenced is not None for result in checked.results)
    return {**{severity.value: heard[severity] for severity in Severity}, "silenced": silenced}


def _closing(_tally: Tally, _options: ViewOptions) -> str:
    return ""


VIEW = FindingsView(
    name="json", media_type="application/jsonl", opening=_opening, show=_show, closing=_closing
)
