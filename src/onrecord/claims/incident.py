"""What kind of incident it is, and when it happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.claims.dating import can_date
from onrecord.claims.standing import is_old, nearest_time, times_by_sentence
from onrecord.model import Claim, Code, Granularity

if TYPE_CHECKING:
    from onrecord.claims.scene import Scene
    from onrecord.model import EventMention, TimeMention

SCHEME = "incident-type"
"""The scheme of the types, as `resources/incident-types.toml` has them."""

# An event is dated to the week at best by its story; a vaguer time dates no incident.
_FINE = frozenset(
    {
        Granularity.MINUTE,
        Granularity.HOUR,
        Granularity.PART_OF_DAY,
        Granularity.DAY,
        Granularity.WEEK,
    }
)


def _kind(scene: Scene, event: EventMention) -> Code:
    """Return the type of incident an event tells."""
    kind = scene.taxonomy.find_type_of_event(event.code)
    if kind is None:
        return Code(scheme=SCHEME, code=event.code, label=scene.words.labels[event.code])
    return Code(scheme=SCHEME, code=kind.code, label=kind.label)


def claims(scene: Scene) -> tuple[Claim, ...]:
    """Return the types of the incident, and when it happened."""
    if not scene.has_incident:
        return ()
    events = scene.events("incident")
    types = [
        scene.claim("type", _kind(scene, event), event.span)
        for event in events
        if event.roles or event.code in scene.words.claims["security"]["strong"]
    ]
    times = times_by_sentence(scene.analysis, scene.mentions)
    dated: dict[TimeMention, None] = {}
    for event in events:
        sentence = scene.sentence(event.span)
        here = [
            mention
            for mention in times.get(sentence.number, [])
            if mention.time.granularity in _FINE
            and not is_old(scene.report, mention)
            and can_date(scene, event.trigger, mention)
        ]
        mention = nearest_time(scene.analysis, sentence, event.trigger, here)
        if mention is not None:
            dated[mention] = None
    return (*types, *(scene.claim("when", mention.time, mention.span) for mention in dated))
