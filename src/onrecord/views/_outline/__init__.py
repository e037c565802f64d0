"""What every view shows of a record, in words, before any of them lays it out.

One place for wording: a view decides where a line stands and how it is escaped, never what it says.
All text in an outline is safe to print: see `onrecord.views._outline.safe`.
"""

from onrecord.views._outline.build import outline
from onrecord.views._outline.shape import (
    Check,
    Evidence,
    Fact,
    Group,
    Line,
    Outline,
    Remark,
    Section,
    marks,
)

__all__ = [
    "Check",
    "Evidence",
    "Fact",
    "Group",
    "Line",
    "Outline",
    "Remark",
    "Section",
    "marks",
    "outline",
]
