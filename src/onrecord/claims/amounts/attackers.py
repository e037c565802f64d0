"""How many attackers act in the incident: "about 20 gunmen stormed", "a gang of four".

Only who does what an event of the incident tells is counted, or who does what attackers do and is
called one. Attackers killed or arrested are counted there and not here, a part of them ("one of the
gunmen") nowhere, and neither are two sides that fight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.claims.amounts.phrases import (
    beside,
    first_joined,
    holds,
    is_part,
    is_told,
    listed,
)
from onrecord.claims.casualties import counts_attackers, effects, is_nested
from onrecord.claims.casualties.governing import top_of
from onrecord.model import RoleName

if TYPE_CHECKING:
    from onrecord.claims.scene import Scene
    from onrecord.model import EventMention, FigureMention, Token

_WITH_VERB = frozenset({"dobj", "pobj", "xcomp", "conj"})


def acts(scene: Scene, mention: FigureMention) -> bool:
    """Say whether a figure counts attackers who act in the incident."""
    if mention.figure.high == 0 or is_nested(scene, mention) or is_part(scene, mention):
        return False
    if _is_or_more(scene, mention) or _is_one_of_several(scene, mention):
        return False
    if not _may_attack(scene, mention) or _suffers(scene, mention):
        return False
    if counts_attackers(mention.figure, scene.words):
        told = _does_harm(scene, mention) or _acts_otherwise(scene, mention)
    else:
        deeds = {hold.index for hold in holds(scene, mention)}
        told = not _is_one(scene, mention) and (
            _does_harm(scene, mention, deeds)
            or (_is_marked(scene, mention) and _acts_otherwise(scene, mention))
        )
    return told and _is_unharmed(scene, mention)


def _is_marked(scene: Scene, mention: FigureMention) -> bool:
    """Say whether a word right beside those counted tells that they came armed or masked."""
    tokens = scene.analysis.tokens
    marks = scene.words.amounts["attackers"]["marks"]
    return any(tokens[child].text.lower() in marks for child in tokens[mention.head].children)


def _is_unharmed(scene: Scene, mention: FigureMention) -> bool:
    """Say whether those counted are not told as killed or held, but by their own deed."""
    dying = scene.words.amounts["attackers"]["dying"]
    if scene.analysis.tokens[mention.head].lemma in dying:
        return True
    return dict(effects(scene))[mention] is None


def _may_attack(scene: Scene, mention: FigureMention) -> bool:
    """Say whether those counted are called attackers, or by a word that may stand for them.

    Men of a guard or an army are none: "twelve armed men of the village guard".
    """
    tokens = scene.analysis.tokens
    lemma = tokens[mention.head].lemma
    of = (child for child in tokens[mention.head].children if tokens[child].lemma == "of")
    bodies = {tokens[inner].lemma for child in of for inner in tokens[child].children}
    if bodies & listed(scene, "responders"):
        return False
    return counts_attackers(mention.figure, scene.words) or (
        lemma in scene.words.claims["attackers"]["nouns"]
    )


def _is_one_of_several(scene: Scene, mention: FigureMention) -> bool:
    """Say whether words tell which attacker it is: "a third gunman"."""
    ordinal = scene.words.amounts["counting"]["ordinal"]
    children = scene.analysis.tokens[mention.head].children
    return any(scene.analysis.tokens[child].text.lower() in ordinal for child in children)


def _is_or_more(scene: Scene, mention: FigureMention) -> bool:
    """Say whether the words leave open how many there are: "a suspect or suspects"."""
    behind = scene.report.text[mention.phrase.end :].lstrip(" ,").split(maxsplit=1)
    return behind[:1] == ["or"]


def _is_one(scene: Scene, mention: FigureMention) -> bool:
    """Say whether somebody is counted by an article alone: "a man"."""
    first = mention.phrase.of(scene.analysis.text).lower().split()[0]
    return first in scene.words.amounts["counting"]["articles"]


def _suffers(scene: Scene, mention: FigureMention) -> bool:
    return any(
        event.effect is not None
        and any(role.name is RoleName.PATIENT and role.head == mention.head for role in event.roles)
        for event in scene.mentions.events
    )


def _does_harm(scene: Scene, mention: FigureMention, deeds: set[int] | None = None) -> bool:
    """Say whether those counted do what an event of the incident tells.

    Args:
        scene: The report.
        mention: The figure.
        deeds: Words of which one must tell the event, or govern the word that does: of "men" who
            are dead after a gun went off the words tell no attack. None: any word may.
    """
    tokens = scene.analysis.tokens
    top = tokens[first_joined(scene, top_of(scene, mention))]
    if top.relation == "nsubjpass" and deeds is not None:
        return False
    words = scene.words.amounts["attackers"]
    heads = {mention.head, *_group(scene, mention)}
    return any(
        event.code not in words["mutual"]
        and _agent_of(event) & heads
        and (deeds is None or deeds & _governing(tokens[event.trigger]))
        and not beside(scene, event.trigger).intersection(words["excused"])
        and is_told(scene, mention, event.trigger)
        and not beside(scene, event.trigger).intersection(words["excused"])
        for event in scene.events("incident")
    )


def _governing(trigger: Token) -> set[int]:
    """Return a word that tells an event, and the verb that it tells it with: "staged a raid"."""
    return {trigger.index, trigger.head} if trigger.relation in _WITH_VERB else {trigger.index}


def _agent_of(event: EventMention) -> set[int]:
    return {role.head for role in event.roles if role.name is RoleName.AGENT}


def _group(scene: Scene, mention: FigureMention) -> tuple[int, ...]:
    """Return the group that a figure tells the size of: "a gang of four"."""
    tokens = scene.analysis.tokens
    token = tokens[mention.head]
    link = tokens[token.head]
    if token.relation != "pobj" or link.lemma != "of":
        return ()
    gathered = scene.words.amounts["attackers"]["gathered"]
    return (link.head,) if tokens[link.head].lemma in gathered else ()


def _acts_otherwise(scene: Scene, mention: FigureMention) -> bool:
    """Say whether those called attackers do what attackers do: "four gunmen arrived"."""
    listed = scene.words.amounts["attackers"]
    tokens = scene.analysis.tokens
    for hold in holds(scene, mention):
        named = {"does": "acts", "by": "deeds"}.get(hold.how)
        if named is not None and tokens[hold.index].lemma in listed[named]:
            return is_told(scene, mention, hold.index)
    return _are_there(scene, mention)


def _are_there(scene: Scene, mention: FigureMention) -> bool:
    """Say whether the words are "there were four attackers"."""
    tokens = scene.analysis.tokens
    token = tokens[mention.head]
    verb = tokens[token.head]
    there = any(tokens[child].relation == "expl" for child in verb.children)
    present = scene.words.amounts["attackers"]["present"]
    return (
        token.relation == "attr"
        and (mention.figure.low or 0) > 1
        and there
        and token.lemma in present
        and is_told(scene, mention, verb.index)
    )
