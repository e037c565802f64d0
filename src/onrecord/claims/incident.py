"""What kind of incident it is, and when it happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.claims.standing import is_old, nearest_time, times_by_sentence
from onrecord.model import Claim, Code, Granularity

if TYPE_CHECKING:
    from onrecord.claims.scene import Scene
    from onrecord.model import TimeMention

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


def claims(scene: Scene) -> tuple[Claim, ...]:
    """Return the types of the incident, and when it happened."""
    if not scene.has_incident:
        return ()
    events = scene.events("incident")
    types = [
        scene.claim(
            "type",
            Code(scheme="incident-type", code=event.code, label=scene.words.labels[event.code]),
            event.span,
        )
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
            if mention.time.granularity in _FINE and not is_old(scene.report, mention)
        ]
        mention = nearest_time(scene.analysis, sentence, event.trigger, here)
        if mention is not None:
            dated[mention] = None
    return (*types, *(scene.claim("when", mention.time, mention.span) for mention in dated))
