"""Which sentences the words of a desk check stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Citation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Reading, Span


def cited(reading: Reading, evidence: Sequence[Span]) -> tuple[Citation, ...]:
    """Return the sentences of the one report of a record that hold any of these words."""
    return tuple(
        Citation(0, number)
        for number, sentence in enumerate(reading.sentences, start=1)
        if any(sentence.overlaps(span) for span in evidence)
    )
