"""The words of a sentence that tell something, without those that say who tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Span, Stance

if TYPE_CHECKING:
    from onrecord.claims.scene import Scene
    from onrecord.model import Attribution, Sentence


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


def unknown_words(scene: Scene, attribution: Attribution) -> str:
    """Return what a source does not know: "whether it would", "had no information about deaths".

    A bare noun tells nothing without the words before it: nobody fails to know "the message" who
    "could not verify the message".
    """
    parts = attribution.content
    if attribution.stance is Stance.DOES_NOT_KNOW and parts:
        inside = (token for token in scene.analysis.tokens if parts[0].covers(token.span))
        first = next(inside, None)
        if first is not None and first.tag[:1] != "W" and first.tag != "IN":
            parts = (*attribution.cue, *parts)
    return squeezed(" ".join(part.of(scene.analysis.text) for part in parts))


def is_only_mentioned(scene: Scene, trigger: int) -> bool:
    """Say whether an event is named by a noun inside a sentence about something else."""
    token = scene.analysis.tokens[trigger]
    return token.tag[:2] == "NN" and token.relation in {"pobj", "compound", "poss"}
