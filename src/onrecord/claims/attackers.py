"""Who did it, as told: how the attackers are described, who leads them, who claims or is blamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.claims.blame import AUTHORITIES
from onrecord.claims.clauses import squeezed
from onrecord.claims.owning import BODIES, PRONOUNS, bearing_later
from onrecord.model import (
    Claim,
    EntityKind,
    EntityMention,
    EntityRef,
    RoleName,
    Stance,
    hull,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.claims.scene import Scene
    from onrecord.model import Attribution, Role, Span

_PERPETRATORS = frozenset({EntityKind.ARMED_GROUP, EntityKind.PERSON})
# What does the harm in "a bombing that killed 20" is no attacker.
_FORCES = frozenset({EntityKind.SECURITY_FORCE, EntityKind.GOVERNMENT})


def claims(scene: Scene) -> tuple[Claim, ...]:
    """Return what is told of the attackers."""
    if not scene.has_incident:
        return ()
    found = [*_agents(scene), *_responsibility(scene)]
    return (*found, *_commanders(scene, found))


def _agents(scene: Scene) -> list[Claim]:
    found = []
    for event in scene.events("incident"):
        for role in event.roles:
            if role.name is RoleName.AGENT:
                entity = _attacker(scene, role)
                if entity is not None:
                    found.append(scene.claim("attacker", entity[0], entity[1]))
    return found


def _attacker(scene: Scene, role: Role) -> tuple[EntityRef, Span] | None:
    """Return the attacker an agent names, with its words; None for a bomb or a pronoun."""
    token = scene.analysis.tokens[role.head]
    named = _entity_over(scene, token.span)
    if named is not None and named.entity.kind in _PERPETRATORS:
        return named.entity, hull([named.span, role.span])
    if token.lemma in scene.words.claims["attackers"]["nouns"]:
        text = " ".join(role.span.of(scene.analysis.text).split())
        return EntityRef(name=text, kind=EntityKind.ARMED_GROUP, named=False), role.span
    return None


def _entity_over(scene: Scene, span: Span) -> EntityMention | None:
    over = [mention for mention in scene.mentions.entities if mention.span.overlaps(span)]
    return max(over, key=lambda mention: mention.span.end - mention.span.start, default=None)


def _responsibility(scene: Scene) -> list[Claim]:
    found: list[Claim] = []
    for attribution in scene.mentions.attributions:
        if attribution.stance is Stance.CLAIMS_RESPONSIBILITY and attribution.source:
            found.extend(
                scene.claim(
                    "responsibility", entity, attribution.source[0], attribution=attribution
                )
                for entity in _claimants(scene, attribution)
            )
        elif attribution.stance is Stance.ACCUSES:
            found.extend(_accused(scene, attribution))
    return found


def _claimants(scene: Scene, attribution: Attribution) -> list[EntityRef]:
    """Return those who claim responsibility: the groups a source names, else its words.

    A pronoun is the only body of the sentence before; where that is not safe to say, nobody is.
    """
    named = [
        mention.entity
        for mention in scene.mentions.entities
        if mention.entity.kind in _PERPETRATORS
        and any(part.overlaps(mention.span) for part in attribution.source)
    ]
    if named:
        return list(dict.fromkeys(named))
    if _is_pronoun(scene, attribution):
        return list(dict.fromkeys(_meant(scene, attribution)))
    words = attribution.source_name or attribution.source[0].of(scene.analysis.text)
    return [EntityRef(name=squeezed(words), kind=EntityKind.ARMED_GROUP, named=False)]


def _is_pronoun(scene: Scene, attribution: Attribution) -> bool:
    """Say whether a source is a pronoun that stands for nobody, or for those who report."""
    if attribution.source[0].of(scene.analysis.text).lower() not in PRONOUNS:
        return False
    name = attribution.source_name
    return name is None or name.lower() in PRONOUNS or attribution.source_class in AUTHORITIES


def _meant(scene: Scene, attribution: Attribution) -> Iterator[EntityRef]:
    """Yield the body that a pronoun stands for which claims responsibility."""
    for mention in scene.mentions.entities:
        if mention.entity.kind in BODIES:
            later = bearing_later(scene, mention.span)
            if later is not None and any(part.overlaps(later.span) for part in attribution.source):
                yield mention.entity


def _accused(scene: Scene, attribution: Attribution) -> list[Claim]:
    for mention in scene.mentions.entities:
        if mention.entity.kind in _PERPETRATORS and any(
            part.covers(mention.span) for part in attribution.content
        ):
            return [scene.claim("accused", mention.entity, mention.span)]
    return []


def _commanders(scene: Scene, found: list[Claim]) -> list[Claim]:
    """Return who leads the attackers: a person named right behind words of command."""
    text = scene.analysis.text
    commanders = []
    attackers = [claim.evidence for claim in found]
    for mention in scene.mentions.entities:
        if mention.entity.kind is not EntityKind.PERSON:
            continue
        before = text[max(0, mention.span.start - 40) : mention.span.start].lower().rstrip()
        if not any(before.endswith(phrase) for phrase in scene.words.claims["command"]["sure"]):
            continue
        sentence = scene.sentence(mention.span)
        if any(sentence.span.covers(span) for span in attackers):
            commanders.append(scene.claim("commander", mention.entity, mention.span))
    return commanders
