"""How far an incident got, and which of two like types it is, from the words that tell it.

The trained reader knows that there is an attack; that it was foiled, only tried or only threatened
is told by words near the ones that name it. An incident told once as having happened has happened.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import Factuality
from onrecord.resources.taxonomy import Taxonomy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.model import Analysis, EventMention
    from onrecord.resources import Library

ACCOMPLISHED, ATTEMPTED, THREATENED, FOILED = "accomplished", "attempted", "threatened", "foiled"

# Types that the trained reader does not tell apart: a killing is an attack to it.
_ATTACK, _KILLING = "attack", "killing"
# How many words before and behind an event a word can speak of how far it got.
_REACH = 6


@dataclass(frozen=True, slots=True)
class Stages:
    """What tells the stage of an incident.

    Attributes:
        words: Lemmas by the stage they tell.
        types: The type of incident of each event code.
        only: The stage of each type that can have but one: a threat is threatened.
    """

    words: Mapping[str, frozenset[str]]
    types: Mapping[str, str]
    only: Mapping[str, str]

    @classmethod
    def of(cls, library: Library) -> Stages:
        """Read the tables.

        Raises:
            ResourceError: They are missing or damaged.
        """
        words = library.lexicon("events.en").entries["stages"]
        taxonomy = Taxonomy.of(library)
        return cls(
            words={stage: frozenset(listed) for stage, listed in words.items()},
            types={event: kind.code for kind in taxonomy.types for event in kind.events},
            only={kind.code: kind.stages[0] for kind in taxonomy.types if len(kind.stages) == 1},
        )

    def code(self, kind: str, events: Sequence[EventMention]) -> str:
        """Return the type of an incident: a killing where no other deed is told as the cause.

        Args:
            kind: The type the trained reader gives it.
            events: The events told of it.
        """
        told = {self.types.get(event.code) for event in events}
        return _KILLING if kind == _ATTACK and _KILLING in told and kind not in told else kind

    def stage(self, analysis: Analysis, kind: str, events: Sequence[EventMention]) -> str:
        """Return how far an incident got.

        Args:
            analysis: The grammar of its report.
            kind: Its type.
            events: The events told of it.
        """
        if kind in self.only:
            return self.only[kind]
        own = [event for event in events if self._tells(event, kind)] or events
        found = [self._stage(analysis, event) for event in own]
        told = [stage for stage in found if stage is not None]
        if not told or ACCOMPLISHED in told:
            return ACCOMPLISHED
        return told[0]

    def _tells(self, event: EventMention, kind: str) -> bool:
        told = self.types.get(event.code)
        return told == kind or (kind == _ATTACK and told == _KILLING)

    def _stage(self, analysis: Analysis, event: EventMention) -> str | None:
        """Return the stage an event tells; None where it tells of none."""
        if event.factuality in {Factuality.NEGATED, Factuality.GENERIC}:
            return None
        sentence = analysis.sentence_at(event.span)
        near = {
            token.lemma
            for token in analysis.tokens[
                max(sentence.first, event.trigger - _REACH) : event.trigger + 1 + _REACH
            ]
            if token.index < sentence.last
        }
        said = [stage for stage in (FOILED, ATTEMPTED, THREATENED) if near & self.words[stage]]
        if event.factuality is Factuality.HAPPENED:
            return next((stage for stage in said if stage != THREATENED), ACCOMPLISHED)
        return said[0] if said else None
