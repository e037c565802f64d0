"""What authorities do about the incident: rescues, cordons, arrests, searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.claims.clauses import told_words
from onrecord.model import Claim, EntityKind, EventMention, RoleName, Wording

if TYPE_CHECKING:
    from onrecord.claims.scene import Scene

_FORCES = frozenset({EntityKind.SECURITY_FORCE, EntityKind.GOVERNMENT})


def claims(scene: Scene) -> tuple[Claim, ...]:
    """Return the response, one claim for each sentence that tells of it."""
    if not scene.has_incident:
        return ()
    found = []
    seen: set[int] = set()
    for event in scene.events("response"):
        sentence = scene.sentence(event.span)
        if sentence.number in seen or not _by_forces(scene, event):
            continue
        seen.add(sentence.number)
        span = told_words(scene, sentence, event.span)
        text = " ".join(span.of(scene.analysis.text).split())
        found.append(scene.claim("response", Wording(text=text), span))
    return tuple(found)


def _by_forces(scene: Scene, event: EventMention) -> bool:
    """Say whether those who act are a force or an authority."""
    agents = scene.words.claims["response"]["agents"]
    for role in event.roles:
        if role.name is not RoleName.AGENT:
            continue
        token = scene.analysis.tokens[role.head]
        if token.lemma in agents:
            return True
        if any(
            mention.entity.kind in _FORCES and mention.span.overlaps(token.span)
            for mention in scene.mentions.entities
        ):
            return True
    return False
