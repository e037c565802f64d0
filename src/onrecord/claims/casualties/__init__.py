"""Which figure counts whom: killed, injured, kidnapped, missing, freed, arrested, displaced.

A figure counts the people an event strikes when it is that event's patient, and those that a verb
or noun of harm governs ("the bodies of four men", "nine suffered burns"); it counts them by its own
noun ("38 deaths"), by the word right behind it ("30 wounded"), by those they are among ("two nurses
were among the dead") or by the toll it is set as ("the toll rose to 38"). A stated part without a
verb of its own counts what its total counts ("12 killed, including three children").

Not counted is what is dated to the past, only feared, wanted or denied, what no longer holds
("revised down from 41"), what may be one or the other ("killed or wounded"), and what points back
to people counted before ("the five Japanese").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.claims.casualties import naming, twins
from onrecord.claims.casualties.befallen import (
    Befell,
    by_deeds,
    by_events,
    deeds_of,
    is_fate_unknown,
    is_nested,
)
from onrecord.claims.casualties.dated import follows_old, is_past
from onrecord.claims.casualties.governing import is_also_told, is_presupposed
from onrecord.claims.casualties.speaking import speaks
from onrecord.model import NON_ANSWERS, Bearing, Claim, FigureMention, a_claim

if TYPE_CHECKING:
    from onrecord.claims.scene import Scene, Words
    from onrecord.model import Attribution, Figure


def claims(scene: Scene) -> tuple[Claim, ...]:
    """Return the figures of the incident."""
    if not scene.has_incident:
        return ()
    found: list[Claim] = []
    for mention, slot in effects(scene):
        risk = _at_risk(scene, mention)
        if risk is not None:
            found.append(risk)
        elif slot is not None:
            found.append(_claim(scene, slot, mention))
    return tuple(found)


def effects(scene: Scene) -> tuple[tuple[FigureMention, str | None], ...]:
    """Return each figure of people in the body with what befell them, in reading order.

    The slot is None where the words do not say, or say that it is no news. Whether the report tells
    of a security incident at all is not asked here.
    """
    people = [
        mention
        for mention in scene.mentions.figures
        if mention.figure.unit == "people" and _in_body(scene, mention)
    ]
    slots: dict[FigureMention, str | None] = {}
    for mention in people:
        slot = _slot(scene, mention, slots)
        slots[mention] = slot if slot and _is_vouched(scene, mention) else None
    for mention in people:
        total = _later_total(mention, people)
        if slots[mention] is None and total is not None and slots[total] is not None:
            slot = _slot(scene, mention, {total: slots[total]})
            slots[mention] = slot if slot and _is_vouched(scene, mention) else None
    return tuple(slots.items())


def _later_total(mention: FigureMention, people: list[FigureMention]) -> FigureMention | None:
    """Return the total behind a part: "seven men and two boys were among the nine dead"."""
    return next(
        (
            other
            for other in people
            if other.phrase == mention.part_of and other.phrase.start > mention.phrase.start
        ),
        None,
    )


def _is_vouched(scene: Scene, mention: FigureMention) -> bool:
    told = scene.voices.of_span(mention.phrase)
    if told is None:
        return _unanswered(scene, mention) is None
    return (
        scene.voices.vouches(mention.phrase)
        or is_fate_unknown(scene, mention)
        or is_presupposed(scene, mention.head, told)
        or is_also_told(scene, mention.phrase, told, deeds_of(scene, mention))
    )


def counts_attackers(figure: Figure, words: Words) -> bool:
    """Say whether a figure counts attackers or suspects, by the role its words give them."""
    return figure.population is not None and figure.population.role in words.attackers


def _slot(
    scene: Scene, mention: FigureMention, before: dict[FigureMention, str | None]
) -> str | None:
    """Return what a figure counts.

    Args:
        scene: The report.
        mention: The figure.
        before: What the figures before it count.
    """
    if mention.figure.bearing is Bearing.FORMER or naming.is_withdrawn(scene, mention):
        return None
    if _unanswered(scene, mention) is not None or speaks(scene, mention):
        return None
    if follows_old(scene, mention):
        return None
    befell = _befell(scene, mention)
    if befell is not None:
        slot = (befell.slot and naming.decisive(scene, mention)) or befell.slot
    elif naming.is_background(scene, mention) or is_past(scene, mention, mention.head):
        return None
    else:
        slot = (
            naming.slot(scene, mention)
            or _of_total(mention, before)
            or twins.slot(scene, mention, before)
        )
    return None if _points_back(mention, slot, before) else slot


def _befell(scene: Scene, mention: FigureMention) -> Befell | None:
    """Return what befell people by events and deeds; who captures attackers arrests them."""
    by_event = by_events(scene, mention)
    if by_event is not None and by_event.slot != "kidnapped":
        return by_event
    by_deed = by_deeds(scene, mention)
    if by_event is None or (by_deed is not None and by_deed.slot == "arrested"):
        return by_deed
    people = mention.figure.population
    if people and not people.words and people.role in scene.words.attackers:
        return Befell("arrested")  # "chased the rebels and captured three of them"
    return by_event


def _claim(scene: Scene, slot: str, mention: FigureMention) -> Claim:
    """Return the claim of a figure, in the voice of its total where it is a part without its own.

    What a denial takes for granted ("denied the raid that killed 12") the report tells itself.
    """
    voice = scene.voices.of_span(mention.phrase)
    if voice is not None and not scene.voices.vouches(mention.phrase):
        return a_claim(
            report_id=scene.report.report_id,
            slot=slot,
            value=mention.figure,
            evidence=mention.phrase,
            read_by=scene.words.read_by,
        )
    if voice is None and mention.part_of is not None:
        voice = scene.voices.of_span(mention.part_of)
    return scene.claim(slot, mention.figure, mention.phrase, attribution=voice)


def _of_total(mention: FigureMention, before: dict[FigureMention, str | None]) -> str | None:
    """Return what the figure counts of which this one is a part."""
    return next((slot for other, slot in before.items() if other.phrase == mention.part_of), None)


def _points_back(
    mention: FigureMention, slot: str | None, before: dict[FigureMention, str | None]
) -> bool:
    """Say whether a figure speaks of people counted before: "the five Japanese" after "five"."""
    return mention.definite and any(
        other.figure.low == mention.figure.low
        and other.figure.high == mention.figure.high
        and counted == slot
        for other, counted in before.items()
    )


def _unanswered(scene: Scene, mention: FigureMention) -> Attribution | None:
    """Return the non-answer a figure stands in; "leaving one dead" leaves nothing unsaid."""
    attribution = scene.voices.unanswered(mention.phrase)
    if attribution is None or is_presupposed(scene, mention.head, attribution):
        return None
    if is_fate_unknown(scene, mention):
        return None
    if any(cue.covers(other.phrase) for cue in attribution.cue for other in scene.mentions.figures):
        return None
    return attribution


def _at_risk(scene: Scene, mention: FigureMention) -> Claim | None:
    """Return the claim that nobody knows whether these people are among those struck."""
    attribution = _unanswered(scene, mention)
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


__all__ = ["claims", "counts_attackers", "effects", "is_nested"]
