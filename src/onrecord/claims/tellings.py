"""What the incidents of a report are, each for itself: type, stage, when, where, by whom, on whom.

The trained reader keeps the incidents of a report apart. Each becomes claims of its own, marked
with its number; when and where it happened, and how sure the blame is, follow from the words around
those that take part in it. A time or place that no word of the report gives is not claimed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.claims.blame import ACCUSED, ACQUITTED, FACT, POSSIBLE, SLOTS, blame
from onrecord.claims.clauses import squeezed
from onrecord.claims.incident import SCHEME
from onrecord.claims.occurrence.when import dating
from onrecord.claims.occurrence.where import placing
from onrecord.claims.places import is_fine
from onrecord.claims.scene import words_of
from onrecord.model import (
    Certainty,
    Claim,
    Code,
    EntityKind,
    EntityMention,
    EntityRef,
    Stance,
    Wording,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.claims.scene import Scene
    from onrecord.model import Attribution, Filler, IncidentMention, Span

_ACCOMPLISHED = "accomplished"
_PLAIN = {"target": "target", "weapon": "weapon"}


def claims(scene: Scene) -> tuple[Claim, ...]:
    """Return what is told of each incident the trained reader found."""
    return tuple(
        claim
        for number, incident in enumerate(scene.mentions.incidents)
        for claim in _of_incident(scene, number, incident)
    )


def _of_incident(scene: Scene, number: int, incident: IncidentMention) -> Iterator[Claim]:
    kind = scene.taxonomy.find_type(incident.code)
    stage = scene.taxonomy.find_stage(incident.stage)
    told = _told(scene, incident)
    if kind is not None and told is not None:
        value = Code(scheme=SCHEME, code=kind.code, label=kind.label)
        yield scene.claim("type", value, told, incident=number)
    if incident.stage != _ACCOMPLISHED and stage is not None and told is not None:
        value = Code(scheme="stage", code=incident.stage, label=stage.label)
        yield scene.claim("stage", value, told, incident=number)
    spans = [span for filler in incident.fillers for span in filler.mentions] or [incident.span]
    kinds = () if kind is None else kind.events
    found_at = dating(scene.report, scene.analysis, scene.mentions, spans, kinds=kinds)
    if found_at is not None and found_at.evidence is not None:
        yield scene.claim("when", found_at.time, found_at.evidence, incident=number)
    found_in = placing(scene.report, scene.analysis, scene.mentions, spans, kinds=kinds)
    if found_in is not None and found_in.evidence is not None:
        slot = "place" if is_fine(found_in.place) else "within"
        yield scene.claim(slot, found_in.place, found_in.evidence, incident=number)
    for filler in incident.fillers:
        yield from _of_filler(scene, number, filler)


def _told(scene: Scene, incident: IncidentMention) -> Span | None:
    """Return the word that tells an incident, best beside who takes part in it.

    None where no word of the report tells an event of its type: then it is not claimed. One that
    happened is not told by a word for what was only tried, or by one of the background.
    """
    fillers = [span for filler in incident.fillers for span in filler.mentions]
    numbers = {scene.sentence(span).number for span in fillers}
    events = scene.mentions.events
    if incident.stage == _ACCOMPLISHED:
        events = scene.events()
    words = words_of(scene.taxonomy, events, incident.code)
    near = (span for span in words if scene.sentence(span).number in numbers)
    return next(near, words[0] if words else None)


def _of_filler(scene: Scene, number: int, filler: Filler) -> Iterator[Claim]:
    words = Wording(text=squeezed(filler.span.of(scene.analysis.text)))
    if filler.role == "attacker_organisation":
        kind, voice, span = blame(scene, filler)
        yield scene.claim(
            SLOTS[kind],
            _body(scene, filler),
            span,
            attribution=voice,
            certainty=_certainty(kind, voice),
            negated=True if kind == ACQUITTED else None,
            incident=number,
        )
    elif filler.role == "attacker_individual":
        voice = scene.voices.of_span(filler.span)
        accused = voice is not None and voice.stance is Stance.ACCUSES
        slot = SLOTS[ACCUSED] if accused else SLOTS[FACT]
        yield scene.claim(slot, _body(scene, filler), filler.span, incident=number)
    elif filler.role in _PLAIN:
        yield scene.claim(_PLAIN[filler.role], words, filler.span, incident=number)
    elif filler.named:
        yield scene.claim("victim", _body(scene, filler), filler.span, incident=number)
    else:
        yield scene.claim("people", words, filler.span, incident=number)


def _certainty(kind: str, voice: Attribution | None) -> Certainty | None:
    """Return how sure blame is; None where that is as sure as its voice.

    Only what is possible is marked so: who accuses, however carefully, does more than that.
    """
    if kind == POSSIBLE:
        return Certainty.POSSIBLE
    if voice is not None and voice.certainty is Certainty.POSSIBLE:
        return Certainty.PROBABLE
    return None


def _body(scene: Scene, filler: Filler) -> EntityRef:
    """Return whom a filler names: the entity read there, else the words as they are."""
    mention = _entity_at(scene, filler.span)
    if mention is not None:
        return mention.entity
    kind = EntityKind.PERSON if filler.role == "victim" else EntityKind.ARMED_GROUP
    name = squeezed(filler.span.of(scene.analysis.text))
    return EntityRef(name=name, kind=kind, named=filler.named)


def _entity_at(scene: Scene, span: Span) -> EntityMention | None:
    over = [
        mention for mention in scene.mentions.entities if span in {mention.name_span, mention.span}
    ]
    return over[0] if over else None
