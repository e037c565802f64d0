"""Quotations that run on: the quoted sentences of a paragraph that have no cue of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.extract.attribution.drafts import Draft
    from onrecord.model import Analysis, Sentence

_OPENING = ('"', "“", "``")
_CLOSING = ('"', "”", "''")


def continued(analysis: Analysis, drafts: list[Draft]) -> list[Draft]:
    """Return the attributions with the quoted sentences beside theirs added to their content.

    A sentence that is quoted and has no cue of its own belongs to the last speaker quoted in its
    paragraph, or, at its start, to the first.
    """
    spoken = {_sentence_of(analysis, draft) for draft in drafts}
    for sentence in analysis.sentences:
        if sentence.number in spoken or not _is_quoted(analysis, sentence):
            continue
        place = _speaker(analysis, sentence, drafts)
        if place is not None:
            draft = drafts[place]
            parts = sorted([*draft.content, (sentence.first, sentence.last)])
            drafts[place] = replace(draft, content=tuple(parts))
    return drafts


def _sentence_of(analysis: Analysis, draft: Draft) -> int:
    return analysis.sentence_of(draft.verb).number


def _is_quoted(analysis: Analysis, sentence: Sentence) -> bool:
    """Say whether a sentence stands in quotation marks that open in it or before it."""
    words = sentence.span.of(analysis.text)
    return words.startswith(_OPENING) or (
        words.endswith(_CLOSING) and not any(mark in words[:-1] for mark in _OPENING)
    )


def _speaker(analysis: Analysis, sentence: Sentence, drafts: list[Draft]) -> int | None:
    """Return the place of the draft whose quotation a sentence goes on with."""
    beside = [
        (abs(number - sentence.number), place)
        for place, draft in enumerate(drafts)
        if draft.source is not None
        and _quotes(analysis, draft)
        and abs((number := _sentence_of(analysis, draft)) - sentence.number) <= 2  # noqa: PLR2004
        and analysis.sentences[number - 1].paragraph == sentence.paragraph
    ]
    return min(beside)[1] if beside else None


def _quotes(analysis: Analysis, draft: Draft) -> bool:
    return any(
        analysis.tokens[index].text in {*_OPENING, *_CLOSING}
        for first, last in draft.content
        for index in (first, last - 1)
    )
