"""What the story tells for the reader's sake: history, deals, who someone is. Never counted.

A sentence is background when it tells no event of the incident, nobody's statement about it, no
open question and nothing of its place, but a lasting state ("has a deal with") or what went before.
A sentence that is neither is shown as told besides, so that nothing of a report is lost in silence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.claims.clauses import is_only_mentioned, squeezed
from onrecord.claims.standing import is_old, says_background, times_by_sentence
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
    """Return the background, and what is told besides, one claim for each sentence."""
    if not scene.has_incident:
        return ()
    busy = _busy(scene)
    found = []
    for sentence in scene.analysis.sentences:
        text = squeezed(sentence.span.of(scene.analysis.text))
        if len(text.split()) < _FEWEST_WORDS or sentence.number in busy:
            continue
        before = _is_history(scene, sentence) or _is_old(scene, sentence) or _lasts(scene, sentence)
        found.append(
            scene.claim(
                "background" if before else "also_told",
                Wording(text=text),
                sentence.span,
                standing=Standing.BACKGROUND if before else Standing.CONTEXT,
            )
        )
    return tuple(found)


def _is_old(scene: Scene, sentence: Sentence) -> bool:
    """Say whether every time in a sentence lies well before the report."""
    times = times_by_sentence(scene.analysis, scene.mentions).get(sentence.number, [])
    return bool(times) and all(is_old(scene.report, time) for time in times)


def _lasts(scene: Scene, sentence: Sentence) -> bool:
    """Say whether a sentence tells a lasting state or what has long been: "has a deal with"."""
    return any(
        token.relation == "ROOT"
        and (
            token.tag in {"VBZ", "VBP"}
            or any(
                scene.analysis.tokens[child].relation == "aux"
                and scene.analysis.tokens[child].text.lower() in {"has", "have"}
                for child in token.children
            )
        )
        for token in scene.analysis.tokens_of(sentence)
    )


def _busy(scene: Scene) -> set[int]:
    """Return the numbers of the sentences that tell of the incident."""
    busy = {
        scene.sentence(event.span).number
        for event in scene.events()
        if event.roles and not is_only_mentioned(scene, event.trigger)
    }
    for attribution in scene.mentions.attributions:
        if not _in_passing(scene, attribution):
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
