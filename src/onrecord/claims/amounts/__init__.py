"""Amounts that matter to the incident: ransoms, losses, things struck, arms, and how many attacked.

Reads the figures that count no casualties and gives those a slot that the words tie to the
incident, in the voice that carries them. What is only feared, planned, wanted or denied, what was
before and what another voice takes back gives nothing; but a ransom demanded is told as demanded,
and one whose payment is denied as denied.

Left to others: distances (`places`), the people struck (`casualties`), what was struck without a
number (`tellings`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.claims.amounts import attackers, money, things
from onrecord.claims.casualties import is_nested
from onrecord.claims.casualties.naming import is_background
from onrecord.model import Stance

if TYPE_CHECKING:
    from onrecord.claims.scene import Scene
    from onrecord.model import Claim, FigureMention

_PEOPLE = "people"
_DEMANDED = "ransom_demanded"
_PAID = "ransom_paid"


def claims(scene: Scene) -> tuple[Claim, ...]:
    """Return the amounts of the incident."""
    if not scene.has_incident:
        return ()
    found = []
    for mention in scene.mentions.figures:
        slot = _slot(scene, mention)
        if slot is not None and _is_said(scene, mention, slot):
            figure = things.named(scene, mention)
            found.append(scene.claim(slot, figure, mention.phrase))
    return tuple(found)


def _slot(scene: Scene, mention: FigureMention) -> str | None:
    if not _in_body(scene, mention) or is_background(scene, mention):
        return None
    if mention.figure.unit == _PEOPLE:
        return "attacker_number" if attackers.acts(scene, mention) else None
    if mention.figure.high == 0 or mention.restates is not None or is_nested(scene, mention):
        return None
    if mention.figure.unit in scene.words.money:
        return money.slot(scene, mention)
    return things.slot(scene, mention)


def _is_said(scene: Scene, mention: FigureMention, slot: str) -> bool:
    """Say whether somebody tells an amount as so: a demand as a demand, a denial as a denial."""
    if scene.voices.vouches(mention.phrase):
        return True
    voice = scene.voices.of_span(mention.phrase)
    if voice is None:
        return False
    if slot == _DEMANDED:
        return voice.stance is Stance.DEMANDS and not voice.negated
    return slot == _PAID and voice.stance is Stance.DENIES and voice.negated


def _in_body(scene: Scene, mention: FigureMention) -> bool:
    try:
        scene.sentence(mention.phrase)
    except LookupError:
        return False
    return True
