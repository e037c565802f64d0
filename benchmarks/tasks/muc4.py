"""MUC-4: templates of terrorist incidents, with who did what to whom, when and where.

A reading tells of one incident, so a report fills one template for each MUC-4 type among its
events; `muc4.toml` maps the types. Strings are copied from the text as written. Not filled: stage,
counts and descriptions of victims.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.tasks.task import Task, as_lines
from onrecord.model import (
    EntityKind,
    EntityRef,
    EventMention,
    Factuality,
    PlaceRef,
    RoleName,
    SourceClass,
    Standing,
    TimeRef,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model import Claim, EntityMention, Json, Reading, Report, Span

TABLE: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))

_TARGETS = frozenset({EntityKind.COMPANY, EntityKind.GOVERNMENT, EntityKind.ORGANISATION})
# What joins attackers to their group: "guerrillas of the", "rebels from".
_LINK = re.compile(r"\s+(?:of|from|with)(?:\s+the)?$", re.IGNORECASE)
_AUTHORITIES = frozenset({SourceClass.OFFICIAL, SourceClass.SECURITY_FORCE})


def adapt(report: Report, reading: Reading) -> Json:
    """Return the templates of one document; none where it tells of no incident."""
    document = _Document(report, reading)
    return {"docid": report.guid, "templates": [*document.templates()]}


@dataclass(frozen=True, slots=True)
class _Document:
    """One document as templates see it."""

    report: Report
    reading: Reading

    def templates(self) -> Iterable[Json]:
        """Yield one template for each MUC-4 type among the events of the incident."""
        for kind, events in self.events_by_type().items():
            yield self.template(kind, events)

    def claims(self, *slots: str) -> list[Claim]:
        """Return what is claimed of the incident in these slots."""
        return [
            claim
            for claim in self.reading.claims
            if claim.slot in slots and claim.standing is Standing.INCIDENT and not claim.negated
        ]

    def events_by_type(self) -> dict[str, list[EventMention]]:
        """Return the events that make the incident what it is, by MUC-4 type."""
        spans = {claim.evidence for claim in self.claims("type")}
        found: dict[str, list[EventMention]] = {}
        for event in self.reading.mentions.events:
            kind = TABLE["types"].get(event.code)
            if kind is not None and event.span in spans:
                found.setdefault(kind, []).append(event)
        special = [kind for kind in found if kind not in TABLE["general"]["types"]]
        for kind in TABLE["general"]["types"]:
            if special and kind in found:
                found[special[0]] = [*found[special[0]], *found.pop(kind)]
        return found

    def template(self, kind: str, events: list[EventMention]) -> Json:
        """Fill one template."""
        struck = self.struck_with(events)
        organisations = self.organisations()
        filled: dict[str, Json] = {
            "incident_type": kind,
            "perp_individual": [*self.perpetrators(events)],
            "perp_organization": [*organisations],
            "physical_target": [*self.targets(struck)],
            "victim": [*self.victims(struck)],
            "weapon": [*self.weapons(events)],
            "perp_confidence": dict(organisations),
        }
        day = self.day()
        if day is not None:
            filled["incident_date"] = day
        location = self.location()
        if location:
            filled["incident_location"] = [*location]
        return filled

    def struck_with(self, events: list[EventMention]) -> list[EventMention]:
        """Return the events with those that tell what became of people beside them."""
        sentences = {self.sentence(event.span) for event in events}
        beside = [
            event
            for event in self.reading.mentions.events
            if event.effect is not None
            and event.factuality is Factuality.HAPPENED
            and self.sentence(event.span) in sentences
        ]
        return [*events, *(event for event in beside if event not in events)]

    def sentence(self, span: Span) -> int:
        """Return the place of the sentence a span starts in; -1 for none."""
        for place, sentence in enumerate(self.reading.sentences):
            if sentence.start <= span.start < sentence.end:
                return place
        return -1

    def perpetrators(self, events: list[EventMention]) -> list[str]:
        """Return how those who did it are described."""
        agents = [span for event in events for span in _roles(event, RoleName.AGENT)]
        described = (
            claim.evidence
            for claim in self.claims("attacker")
            if isinstance(claim.value, EntityRef) and not _is_organisation(claim.value)
        )
        told = [span for span in described if any(span.overlaps(agent) for agent in agents)]
        return [*dict.fromkeys(filter(None, map(self.description, told)))]

    def description(self, span: Span) -> str:
        """Return the words for attackers without what is told of them behind.

        "Terrorists of the Red Dawn, who fled" are terrorists; the group is an entry of its own.
        """
        end = span.end
        group = self.group_in(span)
        if group is not None and group.name_span.start > span.start:
            end = group.name_span.start
        words = " ".join(self.report.text[span.start : end].split(",")[0].split())
        return _LINK.sub("", words)

    def organisations(self) -> dict[str, str]:
        """Return the armed groups blamed, each with how sure the blame is."""
        found: dict[str, str] = {}
        groups: set[int] = set()
        for slot, confidence in TABLE["confidence"].items():
            for claim in self.claims(slot):
                mention = self.group_in(claim.evidence)
                if mention is not None and mention.group not in groups:
                    groups.add(mention.group)
                    found[self.string(mention.name_span)] = _confidence(claim, confidence)
        return found

    def group_in(self, span: Span) -> EntityMention | None:
        """Return the first armed group named in a span."""
        named = (
            one
            for one in self.reading.mentions.entities
            if one.span.overlaps(span) and _is_organisation(one.entity)
        )
        return next(named, None)

    def targets(self, events: list[EventMention]) -> list[str]:
        """Return the installations and bodies that were struck."""
        struck = [span for event in events for span in _roles(event, RoleName.PATIENT)]
        bodies = [one.span for one in self.reading.mentions.entities if one.entity.kind in _TARGETS]
        facilities = [one.extent for one in self.reading.mentions.places if one.facility]
        return self.strings(
            span
            for span in struck
            if any(span.covers(place) or place.covers(span) for place in (*bodies, *facilities))
        )

    def victims(self, events: list[EventMention]) -> list[str]:
        """Return the names of the people struck."""
        struck = [span for event in events for span in _roles(event, RoleName.PATIENT)]
        names: dict[int, Span] = {}
        for one in self.reading.mentions.entities:
            if one.entity.kind is EntityKind.PERSON and any(
                span.overlaps(one.name_span) for span in struck
            ):
                names.setdefault(one.group, one.name_span)
        return self.strings(names.values())

    def weapons(self, events: list[EventMention]) -> list[str]:
        """Return what it was done with."""
        spans = [span for event in events for span in _roles(event, RoleName.INSTRUMENT)]
        spans += [
            event.span
            for event in events
            if self.string(event.span).lower() in TABLE["weapons"]["words"]
        ]
        return self.strings(spans)

    def day(self) -> str | None:
        """Return the day it happened; None where the report does not date it."""
        for claim in self.claims("when"):
            if isinstance(claim.value, TimeRef) and claim.value.earliest is not None:
                return claim.value.earliest.date().isoformat()
        return None

    def location(self) -> list[str]:
        """Return the names of where it happened, from the country to the finest place."""
        for slot in ("place", "facility", "sub_place", "within"):
            for claim in self.claims(slot):
                place = self.place_at(claim.evidence)
                if place is not None and place.country is not None:
                    return [*reversed(place.within), place.name]
        return []

    def place_at(self, span: Span) -> PlaceRef | None:
        """Return the place named in a span, under its own name."""
        named = (one.place for one in self.reading.mentions.places if one.span.overlaps(span))
        return next(named, None)

    def strings(self, spans: Iterable[Span]) -> list[str]:
        """Return the words of spans as written, each once."""
        return [*dict.fromkeys(self.string(span) for span in spans)]

    def string(self, span: Span) -> str:
        """Return the words of a span as written, blanks squeezed."""
        return " ".join(span.of(self.report.text).split())


def _roles(event: EventMention, name: RoleName) -> list[Span]:
    return [role.span for role in event.roles if role.name is name]


def _is_organisation(entity: EntityRef) -> bool:
    return entity.kind is EntityKind.ARMED_GROUP and entity.named


def _confidence(claim: Claim, confidence: str) -> str:
    voice = claim.attribution
    by_authorities = voice is not None and voice.source_class in _AUTHORITIES
    if confidence == TABLE["confidence"]["accused"] and by_authorities:
        return f"{confidence} BY AUTHORITIES"
    return confidence


TASK = Task(
    name="muc4",
    summary="templates of terrorist incidents",
    published="dateline_date",
    dateline="dateline",
    adapt=adapt,
    write=as_lines,
)
