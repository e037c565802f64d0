"""What the story tells for the reader's sake: history, deals, who someone is. Never counted.

A sentence is background when it tells no event of the incident, nobody's statement about it, no
open question and nothing of its place: a lasting state ("has a deal with"), or what went before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.claims.clauses import is_only_mentioned, squeezed
from onrecord.claims.standing import says_background
from onrecord.model import (
    Attribution,
    Claim,
    PlaceUse,
    Sentence,
    Standing,
    Wording,
)

if TYPE_CHECKING:
    from onrecord.claims.scene import Scene

# Clauses that tell something beside what their sentence says.
_ASIDE = frozenset({"advcl", "relcl", "acl"})

# Shorter "sentences" are headings, list items and scraps.
_FEWEST_WORDS = 5


def claims(scene: Scene) -> tuple[Claim, ...]:
    """Return the background, one claim for each sentence of it."""
    busy = _busy(scene)
    found = []
    for sentence in scene.analysis.sentences:
        text = squeezed(sentence.span.of(scene.analysis.text))
        if len(text.split()) < _FEWEST_WORDS or sentence.number in busy:
            continue
        if not scene.has_incident and sentence.number > 1:
            break
        if scene.has_incident:
            found.append(
                scene.claim(
                    "background",
                    Wording(text=text),
                    sentence.span,
                    standing=Standing.BACKGROUND,
                )
            )
    return tuple(found)


def _busy(scene: Scene) -> set[int]:
    """Return the numbers of the sentences that tell of the incident."""
    busy = {
        scene.sentence(event.span).number
        for event in scene.events()
        if event.roles and not is_only_mentioned(scene, event.trigger)
    }
    for attribution in scene.mentions.attributions:
        if attribution.source and not _in_passing(scene, attribution):
            busy.update(_numbers(scene, attribution))
    for mention in scene.mentions.places:
        if mention.use is PlaceUse.RELATION or mention.facility:
            try:
                busy.add(scene.sentence(mention.span).number)
            except LookupError:
                continue
    return {
        number for number in busy if not _is_history(scene, scene.analysis.sentences[number - 1])
    }


def _numbers(scene: Scene, attribution: Attribution) -> set[int]:
    return {
        scene.sentence(part).number
        for part in (*attribution.content, *attribution.cue)
        if _has_sentence(scene, part.start)
    }


def _has_sentence(scene: Scene, offset: int) -> bool:
    return any(one.span.start <= offset < one.span.end for one in scene.analysis.sentences)


def _is_history(scene: Scene, sentence: Sentence) -> bool:
    return sentence.number > 1 and says_background(
        sentence.span.of(scene.analysis.text), scene.words.claims
    )


def _in_passing(scene: Scene, attribution: Attribution) -> bool:
    """Say whether an attribution is a side remark of its sentence: "although officials say"."""
    tokens = scene.analysis.tokens
    sentence = scene.sentence(attribution.cue[0])
    cue = next(
        token
        for token in scene.analysis.tokens_of(sentence)
        if token.span.end > attribution.cue[0].start
    )
    path = [cue.index, *scene.analysis.ancestors(cue.index)]
    return any(tokens[index].relation in _ASIDE for index in path)
