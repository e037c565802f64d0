"""Whether a report knows that a name stands in it in two ways: "also spelt", "[sic]"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.resources import open_library

if TYPE_CHECKING:
    from onrecord.model import Reading, Report, Span

# How far behind a name "[sic]" may stand: a possessive, a closing quotation mark.
_SIC = 12


def is_explained(report: Report, reading: Reading, left: Span, right: Span) -> bool:
    """Say whether a report explains a second spelling, or quotes a name as it was written."""
    text = report.text
    for span in (left, right):
        behind = text[span.end : span.end + _SIC]
        if any(word in behind for word in _words("excused")):
            return True
    first, second = sorted((left, right))
    around = next((one for one in reading.sentences if one.covers(first)), None)
    if around is None or not around.covers(second):
        return False
    between = text[first.end : second.start].lower()
    return any(words in between for words in _words("explained"))


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(open_library().lexicon("checks.en").entries["names"][name])
