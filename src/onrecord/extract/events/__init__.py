"""Events and incidents: what is told to have been done to whom, by whom.

Two readers of one report. The rules read its grammar and the lexicon `events.en`, and write event
mentions: one for each word that tells an event, with its effect on people, who takes part and
whether it is told as having happened. The trained reader puts together what belongs to one
incident, across sentences: its type, who did it, what and who was struck, and with what. Whether an
event belongs to the incident of the report or to its background, and how many it struck, is settled
in `onrecord.claims`.

Known limits: one word tells one event for the rules, so an event told in two words is two mentions
there, and their roles are read within the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.events.factuality import factuality
from onrecord.extract.events.lexicon import EventLexicon
from onrecord.extract.events.other_uses import is_no_event
from onrecord.extract.events.roles import roles
from onrecord.extract.events.triggers import triggers
from onrecord.model import EventMention, Provenance
from onrecord.registry import Extractor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.extract.events.triggers import Trigger
    from onrecord.model import Analysis, Mention, Report, Role
    from onrecord.registry import MentionReader
    from onrecord.resources import Library

NAME = "events"
VERSION = 2
LEXICA = ("events.en", "roles.en", "nations")
TABLES = ("armed-groups", "incident-types")
LEARNED = (
    "encoder",
    "encoder-pieces",
    "incidents-words",
    "incidents-participants",
    "incidents-pairs",
    "incidents-decoding",
)
NEEDS = (*LEXICA, *TABLES, *LEARNED)


def rules(library: Library) -> Callable[[Analysis], tuple[EventMention, ...]]:
    """Return the reader of events by rules."""
    lexicon = EventLexicon.of(library)
    read_by = _provenance(library, LEXICA)

    def read(analysis: Analysis) -> tuple[EventMention, ...]:
        return tuple(
            EventMention(
                span=analysis.span_of(trigger.first, trigger.last),
                read_by=read_by,
                code=trigger.kind.code,
                effect=trigger.kind.effect,
                trigger=trigger.head,
                factuality=factuality(analysis, trigger.head, lexicon),
                roles=part,
            )
            for choices in triggers(analysis, lexicon)
            for trigger, part in _told(analysis, choices, lexicon)
        )

    return read


def _told(
    analysis: Analysis, choices: tuple[Trigger, ...], lexicon: EventLexicon
) -> Iterator[tuple[Trigger, tuple[Role, ...]]]:
    """Yield what a word tells: the first choice its roles bear out, and what is told beside it."""
    fits = [
        (trigger, part)
        for trigger in choices
        for part in [roles(analysis, trigger)]
        if not is_no_event(analysis, trigger, part, lexicon)
    ]
    yield from [one for one in fits if not one[0].kind.beside][:1]
    yield from [one for one in fits if one[0].kind.beside][:1]


def build(library: Library) -> MentionReader:
    """Return the reader of events and incidents."""
    # Arrays and weights take a while to import; only a run that reads a report should pay for them.
    from onrecord.extract.events.incidents import IncidentReader  # noqa: PLC0415

    by_rules = rules(library)
    incidents = IncidentReader.of(library, _provenance(library, NEEDS))

    def read(_report: Report, analysis: Analysis) -> tuple[Mention, ...]:
        events = by_rules(analysis)
        return (*events, *incidents.read(analysis, events))

    return read


def _provenance(library: Library, names: tuple[str, ...]) -> Provenance:
    return Provenance(
        stage=NAME, version=VERSION, resources=tuple(library.citation(name) for name in names)
    )


EXTRACTOR = Extractor(name=NAME, version=VERSION, needs=NEEDS, build=build)

__all__ = ["EXTRACTOR", "LEXICA", "NAME", "NEEDS", "VERSION", "rules"]
