"""Incidents: what the trained reader found, as mentions, each with its type, stage and fillers.

A report in which the rules find no word that tells an event is not looked at further: nothing
happens in it, and most news is so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord import encoding
from onrecord.extract.events.learned.candidates import Candidate
from onrecord.extract.events.learned.decoding import Decoding, Draft, decoded
from onrecord.extract.events.learned.names import Names
from onrecord.extract.events.learned.reader import IncidentsReader
from onrecord.extract.events.learned.roles import ROLES, TAXONOMY
from onrecord.extract.events.stages import Stages
from onrecord.model import Filler, IncidentMention, hull

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Analysis, EventMention, Name, Provenance, Span
    from onrecord.resources import Library

# Roles whose fillers are names by what the reader was taught.
_NAMED = frozenset({"organisation", "victim"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "FAC"})


@dataclass(frozen=True, slots=True)
class IncidentReader:
    """Reads incidents.

    Attributes:
        learned: The trained reader.
        decoding: How sure it must be.
        names: Knows which names are of the same.
        stages: How far an incident got.
        read_by: Provenance of what it finds.
    """

    learned: IncidentsReader
    decoding: Decoding
    names: Names
    stages: Stages
    read_by: Provenance

    @classmethod
    def of(cls, library: Library, read_by: Provenance) -> IncidentReader:
        """Load weights and tables.

        Raises:
            ResourceError: They are missing or damaged.
        """
        return cls(
            IncidentsReader.of(library, encoding.load(library)),
            Decoding.of(library),
            Names.of(library),
            Stages.of(library),
            read_by,
        )

    def read(
        self, analysis: Analysis, events: Sequence[EventMention]
    ) -> tuple[IncidentMention, ...]:
        """Return the incidents of a report, in the order they are told."""
        if not events:
            return ()
        drafts = decoded(self.learned.read(analysis, events), self.decoding, self.names)
        found = [self._mention(analysis, events, draft) for draft in drafts]
        return tuple(sorted(found, key=lambda one: one.span))

    def _mention(
        self, analysis: Analysis, events: Sequence[EventMention], draft: Draft
    ) -> IncidentMention:
        fillers = tuple(_filler(analysis, draft, place) for place in range(len(draft.fillers)))
        words = [span for filler in fillers for span in filler.mentions]
        near = _events_near(analysis, events, words)
        return IncidentMention(
            span=hull(words) if words else _lead(analysis),
            read_by=self.read_by,
            code=self.stages.code(draft.kind, near),
            stage=self.stages.stage(analysis, draft.kind, near),
            confidence=draft.confidence,
            fillers=fillers,
        )


def _filler(analysis: Analysis, draft: Draft, place: int) -> Filler:
    found = draft.fillers[place]
    role = ROLES[found.role]
    best = _span(analysis, found.best)
    return Filler(
        role=TAXONOMY[role],
        span=best,
        named=role in _NAMED or (role == "perpetrator" and _is_name(analysis.names, best)),
        confidence=found.confidence,
        mentions=tuple(sorted(_span(analysis, one) for one in found.mentions)),
    )


def _span(analysis: Analysis, candidate: Candidate) -> Span:
    return analysis.span_of(candidate.first, candidate.last)


def _is_name(names: Sequence[Name], span: Span) -> bool:
    return any(name.label in _NAMES and name.span.covers(span) for name in names)


def _lead(analysis: Analysis) -> Span:
    """Return the first sentence: an incident nobody is named in is that of the lead."""
    return analysis.sentences[0].span


def _events_near(
    analysis: Analysis, events: Sequence[EventMention], words: Sequence[Span]
) -> list[EventMention]:
    """Return the events told in the sentences in which somebody takes part; all if nobody does."""
    numbers = {analysis.sentence_at(span).number for span in words}
    return [
        event
        for event in events
        if not numbers or analysis.sentence_at(event.span).number in numbers
    ]
