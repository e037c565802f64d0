"""Two names for one answer: "between Tal Amara and Nabat", "last night and early this morning".

A thing that lies or moves between two places is at neither; what went on over two days began on the
first. Only words that join the two make them one: "between A and B", "the road from A to B", "the
line linking A with B"; for times, days that follow each other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model import Span, TimeMention

# Words that may stand before a name: "the town of", "the rural area known as".
_LED = r"(?:(?!(?:and|or|in|at|near|by|from|to|with)\b)[\w-]+\s+){0,5}"
_ROADS = "road roads highway route line lines pipeline railroad railway railway track".split()
_PLACES = (
    (
        re.compile(rf"\bbetween\s+{_LED}", re.IGNORECASE),
        re.compile(rf"\s+and\s+{_LED}", re.IGNORECASE),
    ),
    (
        re.compile(
            rf"\b(?:link|links|linking|connect|connects|connecting)\s+{_LED}", re.IGNORECASE
        ),
        re.compile(rf"\s+(?:and|with|to)\s+{_LED}", re.IGNORECASE),
    ),
    (
        re.compile(rf"\b(?:{'|'.join(_ROADS)})\s+{_LED}from\s+{_LED}", re.IGNORECASE),
        re.compile(rf"\s+to\s+{_LED}", re.IGNORECASE),
    ),
)
_TIMES = re.compile(
    r"\s*,?\s*(?:and|to|until|till|through)\s+"
    r"(?:(?:early|late|in|on|of|the|at|dawn|morning|night|evening|hours|\d{3,4})\s+)*",
    re.IGNORECASE,
)
# How far before the first name the words that open a stretch are looked for.
_BACK = 90


def joins_places(text: str, first: Span, second: Span) -> bool:
    """Say whether words make two places the ends of what lies between them.

    Args:
        text: The text.
        first: The name of the one end.
        second: The name of the other, further on.
    """
    before, between = (
        text[max(0, first.start - _BACK) : first.start],
        text[first.end : second.start],
    )
    return any(
        joined.fullmatch(between) is not None
        and any(found.end() == len(before) for found in opened.finditer(before))
        for opened, joined in _PLACES
    )


def joins_days(text: str, first: TimeMention, second: TimeMention) -> bool:
    """Say whether words make two times that follow each other one."""
    between = text[first.span.end : second.span.start]
    follows = first.time.latest is not None and first.time.latest == second.time.earliest
    return follows and _TIMES.fullmatch(between) is not None
