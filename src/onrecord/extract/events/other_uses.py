"""Words of violence used of other things: "heart attack", "killed the bill".

An earthquake that kills is no attacker, and a bill that is killed no victim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Role, RoleName

if TYPE_CHECKING:
    from onrecord.extract.events.lexicon import EventKind, EventLexicon
    from onrecord.extract.events.triggers import Trigger
    from onrecord.model import Analysis


def is_no_event(
    analysis: Analysis, trigger: Trigger, parts: tuple[Role, ...], lexicon: EventLexicon
) -> bool:
    """Say whether its neighbours or its roles make a trigger word no event of ours."""
    return (
        _neighboured(analysis, trigger, lexicon)
        or not _fits(analysis, trigger.kind, parts, lexicon)
        or any(_is_no_part(analysis, part, lexicon) for part in parts)
    )


def _neighboured(analysis: Analysis, trigger: Trigger, lexicon: EventLexicon) -> bool:
    tokens = analysis.tokens
    if trigger.first > 0 and tokens[trigger.first - 1].text.lower() in lexicon.before:
        return True
    return trigger.last < len(tokens) and tokens[trigger.last].text.lower() in lexicon.after


def _fits(
    analysis: Analysis, kind: EventKind, parts: tuple[Role, ...], lexicon: EventLexicon
) -> bool:
    """Say whether those who take part are such as the row asks for."""
    people = not kind.of_people or any(
        part.name is RoleName.PATIENT and _is_person(analysis, part.head, lexicon) for part in parts
    )
    return (
        people
        and _has(analysis, parts, RoleName.AGENT, kind.agents)
        and _has(analysis, parts, RoleName.PATIENT, kind.patients)
    )


def _is_no_part(analysis: Analysis, part: Role, lexicon: EventLexicon) -> bool:
    lemma = analysis.tokens[part.head].lemma
    if part.name is RoleName.AGENT:
        return lemma in lexicon.accidents
    return part.name is RoleName.PATIENT and lemma in lexicon.objects


def _has(
    analysis: Analysis, parts: tuple[Role, ...], role: RoleName, wanted: frozenset[str]
) -> bool:
    """Say whether one of the wanted takes part as this, or nobody in particular is wanted."""
    return not wanted or any(
        part.name is role and analysis.tokens[part.head].lemma in wanted for part in parts
    )


def _is_person(analysis: Analysis, head: int, lexicon: EventLexicon) -> bool:
    """Say whether a word names people, or stands for them."""
    token = analysis.tokens[head]
    words = {token.lemma, token.text.lower()}
    return token.tag in {"PRP", "NNP", "CD"} or bool(words & lexicon.people)
