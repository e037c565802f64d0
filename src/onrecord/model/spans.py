"""Where in a report something stands: half-open stretches of `Report.text`.

Offsets count Unicode code points, as Python strings do. A span is never empty: what was not found
is None or an empty tuple, never a span of no width.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text, in reading order when sorted.

    Attributes:
        start: First code point of the stretch.
        end: The code point after its last.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not [{self.start}, {self.end})")

    def overlaps(self, other: Span) -> bool:
        """Say whether both share a code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Say whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Return the words this span stands for."""
        return text[self.start : self.end]


def hull(spans: Iterable[Span]) -> Span:
    """Return the shortest span that covers all of them.

    Raises:
        ValueError: There are none.
    """
    every = tuple(spans)
    if not every:
        raise ValueError("the hull of no spans is undefined")
    return Span(min(span.start for span in every), max(span.end for span in every))
