"""All that was read out of one report, and what became of a report that could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.claims import Claim
from onrecord.model.ids import ReportId
from onrecord.model.mentions import (
    Attribution,
    DemonymMention,
    EntityMention,
    EventMention,
    FigureMention,
    IncidentMention,
    Mention,
    PlaceMention,
    TimeMention,
)
from onrecord.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """The mentions of one report, by kind, each kind in reading order."""

    attributions: tuple[Attribution, ...] = ()
    demonyms: tuple[DemonymMention, ...] = ()
    entities: tuple[EntityMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    figures: tuple[FigureMention, ...] = ()
    incidents: tuple[IncidentMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()

    def every(self) -> tuple[Mention, ...]:
        """Return all mentions, in reading order."""
        mentions: list[Mention] = [
            *self.attributions,
            *self.demonyms,
            *self.entities,
            *self.events,
            *self.figures,
            *self.incidents,
            *self.places,
            *self.times,
        ]
        return tuple(sorted(mentions, key=lambda mention: mention.span))


@dataclass(frozen=True, slots=True, kw_only=True)
class Oddity:
    """Something odd in the report that the reader should know of.

    Attributes:
        code: Short name of the oddity ("open-quotation").
        message: What is odd, and what was done about it.
        span: Where; None where it concerns the whole report.
    """

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read out of one report.

    Attributes:
        report_id: The report.
        sentences: Its sentences, in order; sentence n of a brief is `sentences[n - 1]`.
        mentions: What is named in it.
        claims: What it claims.
        warnings: What was odd in it.
        kit: Fingerprint of the code and data that read it.
    """

    report_id: ReportId
    sentences: tuple[Span, ...]
    mentions: Mentions
    claims: tuple[Claim, ...]
    warnings: tuple[Oddity, ...]
    kit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A report that could not be read. The batch goes on.

    Attributes:
        origin: Where the report came from.
        error: Name of the error's class.
        message: What was wrong and what to do.
    """

    origin: str
    error: str
    message: str
