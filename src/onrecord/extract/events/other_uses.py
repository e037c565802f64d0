"""Words of violence used of other things: "heart attack", "killed the bill".

An earthquake that kills is no attacker, and a bill that is killed no victim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Role, RoleName

if TYPE_CHECKING:
    from onrecord.extract.events.lexicon import EventLexicon
    from onrecord.extract.events.triggers import Trigger
    from onrecord.model import Analysis


def is_no_event(
    analysis: Analysis, trigger: Trigger, parts: tuple[Role, ...], lexicon: EventLexicon
) -> bool:
    """Say whether its neighbours or its roles make a trigger word no event of ours."""
    tokens = analysis.tokens
    if trigger.first > 0 and tokens[trigger.first - 1].text.lower() in lexicon.before:
        return True
    if trigger.last < len(tokens) and tokens[trigger.last].text.lower() in lexicon.after:
        return True
    if trigger.kind.of_people and not any(
        part.name is RoleName.PATIENT and _is_person(analysis, part.head, lexicon) for part in parts
    ):
        return True
    for part in parts:
        lemma = tokens[part.head].lemma
        if part.name is RoleName.AGENT and lemma in lexicon.accidents:
            return True
        if part.name is RoleName.PATIENT and lemma in lexicon.objects:
            return True
    return False


def _is_person(analysis: Analysis, head: int, lexicon: EventLexicon) -> bool:
    """Say whether a word names people, or stands for them."""
    token = analysis.tokens[head]
    words = {token.lemma, token.text.lower()}
    return token.tag in {"PRP", "NNP", "CD"} or bool(words & lexicon.people)
