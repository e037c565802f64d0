"""Which figure counts whom: killed, injured, kidnapped, missing, freed, arrested, displaced.

A figure counts the people an event strikes when it is that event's patient; it counts them by its
own noun ("38 deaths", "two bodies"), by the word right behind it ("30 wounded") or by the toll it
is set as ("the toll rose to 38"). What is dated to the past, withheld ("feared", "could") or points
back to people told of before ("the five Japanese") is not counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.claims.standing import is_old, says_background, times_by_sentence
from onrecord.model import (
    NON_ANSWERS,
    Claim,
    FigureMention,
    RoleName,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.claims.scene import Scene
    from onrecord.model import EventMention, Token

# How many words may stand between a number and the word of state behind it: "three others wounded",
# "12 more people were injured".
_STATE_REACH = 4


def claims(scene: Scene) -> tuple[Claim, ...]:
    """Return the figures of the incident."""
    if not scene.has_incident:
        return ()
    found: list[Claim] = []
    for mention in scene.mentions.figures:
        if mention.figure.unit != "people" or not _in_body(scene, mention):
            continue
        risk = _at_risk(scene, mention)
        if risk is not None:
            found.append(risk)
            continue
        slot = None if _points_back(scene, mention) else _slot(scene, mention)
        if slot is not None and scene.voices.vouches(mention.phrase):
            found.append(scene.claim(slot, mention.figure, mention.phrase))
    return tuple(found)


def _points_back(scene: Scene, mention: FigureMention) -> bool:
    """Say whether a figure speaks of people told of before: "the five Japanese" after "five"."""
    if not mention.definite:
        return False
    return any(
        other.figure.low == mention.figure.low and other.figure.high == mention.figure.high
        for other in scene.mentions.figures
        if other.phrase.end <= mention.phrase.start and other.figure.unit == "people"
    )


def _slot(scene: Scene, mention: FigureMention) -> str | None:
    """Return what a figure counts; None where the words do not say, or say that it is no news."""
    if scene.voices.unanswered(mention.phrase) is not None:
        return None
    events = _events_on(scene, mention)
    if events:
        current = [event for event in scene.events() if event in events]
        return next((event.effect for event in current if event.effect), None)
    if _is_background(scene, mention):
        return None
    return (
        _by_noun(scene, mention)
        or _among(scene, mention)
        or _by_state(scene, mention)
        or _by_toll(scene, mention)
        or _as_well_as(scene, mention)
    )


def _events_on(scene: Scene, mention: FigureMention) -> list[EventMention]:
    """Return the events, of any standing, whose patient a figure counts."""
    return [
        event
        for event in scene.mentions.events
        if event.effect is not None
        # "Four wounded workers were flown out": they were counted when they were wounded.
        and scene.analysis.tokens[event.trigger].relation != "amod"
        and any(
            role.name is RoleName.PATIENT
            and (
                role.head == mention.head
                or mention.phrase.covers(scene.analysis.tokens[role.head].span)
            )
            for role in event.roles
        )
    ]


def _is_background(scene: Scene, mention: FigureMention) -> bool:
    sentence = scene.sentence(mention.phrase)
    if says_background(sentence.span.of(scene.analysis.text), scene.words.claims):
        return True
    times = times_by_sentence(scene.analysis, scene.mentions).get(sentence.number, [])
    return bool(times) and all(is_old(scene.report, time) for time in times)


def _by_noun(scene: Scene, mention: FigureMention) -> str | None:
    token = scene.analysis.tokens[mention.head]
    for slot, nouns in scene.words.claims["counted"].items():
        if token.lemma in nouns or token.text.lower() in nouns:
            return str(slot)
    return None


def _by_state(scene: Scene, mention: FigureMention) -> str | None:
    tokens = scene.analysis.tokens
    sentence = scene.sentence(mention.phrase)
    start = next(
        (
            token.index
            for token in tokens[mention.head : sentence.last]
            if token.span.start >= mention.phrase.end
        ),
        sentence.last,
    )
    for token in tokens[start : min(start + _STATE_REACH, sentence.last)]:
        for slot, words in scene.words.claims["state"].items():
            if token.text.lower() in words:
                return str(slot)
        if token.tag not in {"NNS", "NN", "JJ", "RB", "VBD", "VBN", "VBP", "VBZ", "IN"} or (
            token.tag[:2] == "VB" and token.lemma not in {"be", "have"}
        ):
            return None
    return None


def _by_toll(scene: Scene, mention: FigureMention) -> str | None:
    """Return the slot of a toll that is set: "the toll rose to", "put the number of wounded at".

    Only the first figure behind the toll's noun is its number, and only right behind the word that
    sets it.
    """
    sentence = scene.sentence(mention.phrase)
    toll = scene.words.claims["toll"]
    before = [
        token
        for token in scene.analysis.tokens_of(sentence)
        if token.span.end <= mention.phrase.start
    ]
    nouns = [token for token in before if token.lemma in toll["nouns"]]
    if not nouns or before[-1].text.lower() not in toll["setting"]:
        return None
    noun = nouns[-1]
    between = Span(noun.span.end, mention.phrase.start)
    if any(other.phrase.overlaps(between) for other in scene.mentions.figures):
        return None
    if not any(token.lemma in toll["verbs"] for token in before):
        return None
    if noun.lemma == "toll":
        return "killed"
    return _state_in(scene, [token for token in before if token.index > noun.index])


def _among(scene: Scene, mention: FigureMention) -> str | None:
    """Return the slot of those that people are among: "two engineers were among the dead"."""
    sentence = scene.sentence(mention.phrase)
    tokens = [
        token
        for token in scene.analysis.tokens_of(sentence)
        if token.span.start >= mention.phrase.end
    ]
    if not [token for token in tokens[:2] if token.lemma == "be"]:
        return None
    among = next((place for place, token in enumerate(tokens[:4]) if token.lemma == "among"), None)
    return None if among is None else _state_in(scene, tokens[among + 1 : among + 4])


def _state_in(scene: Scene, tokens: Sequence[Token]) -> str | None:
    """Return the slot of the first word of state, or noun of people in that state."""
    words = scene.words.claims
    for token in tokens:
        for lists in (words["state"], words["counted"]):
            for slot, listed in lists.items():
                if token.lemma in listed or token.text.lower() in listed:
                    return str(slot)
    return None


def _as_well_as(scene: Scene, mention: FigureMention) -> str | None:
    """Return the slot of the people that "as well as" adds these to."""
    tokens = scene.analysis.tokens
    first = next(
        (token.index for token in tokens if token.span.start >= mention.phrase.start), mention.head
    )
    words = [token.text.lower() for token in tokens[max(0, first - 3) : first]]
    if words not in (["as", "well", "as"], ["together", "with"], ["along", "with"]):
        return None
    sentence = scene.sentence(mention.phrase)
    earlier = [
        event
        for event in scene.events()
        if event.effect and sentence.first <= event.trigger < first
    ]
    return earlier[-1].effect if earlier else None


def _at_risk(scene: Scene, mention: FigureMention) -> Claim | None:
    """Return the claim that nobody knows whether these people are among those struck."""
    attribution = scene.voices.unanswered(mention.phrase)
    if attribution is None or attribution.stance not in NON_ANSWERS:
        return None
    sentence = scene.sentence(mention.phrase)
    words = {token.text.lower() for token in scene.analysis.tokens_of(sentence)}
    if not words.intersection(scene.words.claims["risk"]["words"]):
        return None
    return scene.claim("at_risk", mention.figure, mention.phrase, attribution=attribution)


def _in_body(scene: Scene, mention: FigureMention) -> bool:
    try:
        scene.sentence(mention.phrase)
    except LookupError:
        return False
    return True
