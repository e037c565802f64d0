"""Words of violence used of other things: "heart attack", "killed the bill", "shot a film".

An earthquake that kills is no attacker, and a bill that is killed no victim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Role, RoleName

if TYPE_CHECKING:
    from onrecord.extract.events.lexicon import EventKind, EventLexicon
    from onrecord.extract.events.triggers import Trigger
    from onrecord.model import Analysis, Token

# Behind these a word tells when or where something happened: "during the match".
_BESIDE = frozenset({"during", "before", "after", "outside", "near", "inside", "at"})
_ON_PEOPLE = frozenset({"killing", "shooting", "stabbing", "hostage-taking"})


def is_no_event(
    analysis: Analysis, trigger: Trigger, parts: tuple[Role, ...], lexicon: EventLexicon
) -> bool:
    """Say whether its neighbours or its roles make a trigger word no event of ours."""
    return (
        _neighboured(analysis, trigger, lexicon)
        or not _fits(analysis, trigger.kind, parts, lexicon)
        or any(_is_no_part(analysis, part, lexicon) for part in parts)
        or _is_of_nothing(analysis, trigger, lexicon)
        or _is_soft(analysis, trigger, parts, lexicon)
    )


def _neighboured(analysis: Analysis, trigger: Trigger, lexicon: EventLexicon) -> bool:
    tokens = analysis.tokens
    if _in_idiom(analysis, trigger.head, lexicon):
        return True
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
        and not any(
            part.name is RoleName.PATIENT and analysis.tokens[part.head].lemma in kind.no_patients
            for part in parts
        )
    )


def _is_no_part(analysis: Analysis, part: Role, lexicon: EventLexicon) -> bool:
    lemma = analysis.tokens[part.head].lemma
    match part.name:
        case RoleName.AGENT:
            return lemma in lexicon.accidents or lemma in lexicon.subjects
        case RoleName.PATIENT:
            return lemma in lexicon.objects
        case RoleName.INSTRUMENT:
            return lemma in lexicon.means


def _in_idiom(analysis: Analysis, at: int, lexicon: EventLexicon) -> bool:
    for words in lexicon.idioms.get(analysis.tokens[at].lemma, ()):
        for place in (place for place, word in enumerate(words) if _is(analysis, at, word)):
            first = at - place
            if first >= 0 and all(
                _is(analysis, first + number, word) for number, word in enumerate(words)
            ):
                return True
    return False


def _is(analysis: Analysis, at: int, word: str) -> bool:
    if at >= len(analysis.tokens):
        return False
    token = analysis.tokens[at]
    return word in {token.lemma, token.text.lower()}


def _is_of_nothing(analysis: Analysis, trigger: Trigger, lexicon: EventLexicon) -> bool:
    """Say whether an event noun is one in what is no people or property: "explosion in rents"."""
    tokens = analysis.tokens
    if tokens[trigger.head].tag[:2] != "NN":
        return False
    return any(
        tokens[inner].relation == "pobj" and tokens[inner].lemma in lexicon.objects
        for child in tokens[trigger.head].children
        if tokens[child].relation == "prep" and tokens[child].lemma == "in"
        for inner in tokens[child].children
    )


def _is_soft(
    analysis: Analysis, trigger: Trigger, parts: tuple[Role, ...], lexicon: EventLexicon
) -> bool:
    """Say whether a word of violence is one of sport, the arts, trade or politics.

    Not so if the report tells of violence elsewhere, or if somebody is killed, shot or taken.
    """
    token = analysis.tokens[trigger.head]
    if token.lemma not in lexicon.soft and token.text.lower() not in lexicon.soft:
        return False
    by_others = any(
        part.name is RoleName.AGENT and analysis.tokens[part.head].lemma in lexicon.soft_subjects
        for part in parts
    )
    if not by_others and (
        _strikes_people(analysis, trigger, parts, lexicon)
        or not any(
            _tells_field(analysis, other, lexicon)
            for other in analysis.tokens_of(analysis.sentence_at(token.span))
        )
    ):
        return False
    return not any(
        other.lemma in lexicon.serious for other in analysis.tokens if other.index != trigger.head
    )


def _strikes_people(
    analysis: Analysis, trigger: Trigger, parts: tuple[Role, ...], lexicon: EventLexicon
) -> bool:
    """Say whether people are killed, shot or taken, or are what a passive is told of."""
    token = analysis.tokens[trigger.head]
    passive = any(analysis.tokens[child].relation == "nsubjpass" for child in token.children)
    return (passive or trigger.kind.code in _ON_PEOPLE) and any(
        part.name is RoleName.PATIENT and _is_person(analysis, part.head, lexicon) for part in parts
    )


def _tells_field(analysis: Analysis, token: Token, lexicon: EventLexicon) -> bool:
    """Say whether a word tells what a sentence is of, more than when or where it happened."""
    if token.lemma not in lexicon.fields or token.relation == "compound":
        return False
    return token.relation != "pobj" or analysis.tokens[token.head].lemma not in _BESIDE


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
