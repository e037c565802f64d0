"""Events: what is told to have been done to whom, by whom.

Reads the grammar of one report and the lexicon `events.en`; writes event mentions with their type,
their effect on people, who takes part and whether they are told as having happened. Whether an
event belongs to the incident of the report or to its background, and how many it struck, is settled
in `onrecord.claims`.

Known limits: one word tells one event, so an event told in two words is two mentions here; roles
are read within the sentence.
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
    from onrecord.model import Analysis, Mention, Report
    from onrecord.registry import MentionReader
    from onrecord.resources import Library

NAME = "events"
VERSION = 1
NEEDS = ("events.en", "roles.en", "nations")


def build(library: Library) -> MentionReader:
    """Return the reader of events."""
    lexicon = EventLexicon.of(library)
    read_by = Provenance(
        stage=NAME,
        version=VERSION,
        resources=tuple(library.lexicon(name).citation for name in NEEDS),
    )

    def read(_report: Report, analysis: Analysis) -> tuple[Mention, ...]:
        found: list[Mention] = []
        for trigger in triggers(analysis, lexicon):
            part = roles(analysis, trigger)
            if is_no_event(analysis, trigger, part, lexicon):
                continue
            found.append(
                EventMention(
                    span=analysis.span_of(trigger.first, trigger.last),
                    read_by=read_by,
                    code=trigger.kind.code,
                    effect=trigger.kind.effect,
                    trigger=trigger.head,
                    factuality=factuality(analysis, trigger.head, lexicon),
                    roles=part,
                )
            )
        return tuple(found)

    return read


EXTRACTOR = Extractor(name=NAME, version=VERSION, needs=NEEDS, build=build)
