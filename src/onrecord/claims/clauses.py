"""The words of a sentence that tell something, without those that say who tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Span

if TYPE_CHECKING:
    from onrecord.claims.scene import Scene
    from onrecord.model import Sentence


def told_words(scene: Scene, sentence: Sentence, around: Span) -> Span:
    """Return the content of the attribution around a span, else the whole sentence."""
    attribution = scene.voices.of_span(around)
    if attribution is not None:
        for part in attribution.content:
            if part.start <= around.start < part.end and sentence.span.overlaps(part):
                start = max(part.start, sentence.span.start)
                return Span(start, min(part.end, sentence.span.end))
    return sentence.span


def squeezed(text: str) -> str:
    """Return the words with single blanks between them."""
    return " ".join(text.split())


def is_only_mentioned(scene: Scene, trigger: int) -> bool:
    """Say whether an event is named by a noun inside a sentence about something else."""
    token = scene.analysis.tokens[trigger]
    return token.tag[:2] == "NN" and token.relation in {"pobj", "compound", "poss"}
