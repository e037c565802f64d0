"""Readings built by hand, for tests of what is made of readings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factories import a_report
from onrecord.model import (
    Attribution,
    Certainty,
    Claim,
    EntityKind,
    EntityMention,
    EntityRef,
    EventMention,
    Factuality,
    Manner,
    Mentions,
    Provenance,
    Reading,
    Report,
    Role,
    RoleName,
    SourceClass,
    Span,
    Stance,
    Standing,
    Value,
    a_claim,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

READ_BY = Provenance(stage="by hand", version=1)


def span_of(report: Report, words: str) -> Span:
    """Return where the words first stand in a report."""
    start = report.text.index(words)
    return Span(start, start + len(words))


def a_document(text: str, docid: str = "doc-1") -> Report:
    """Return a report that its provider calls `docid`."""
    return replace(a_report(text), guid=docid)


def a_reading(
    report: Report, *, claims: tuple[Claim, ...] = (), mentions: Mentions | None = None
) -> Reading:
    """Return a reading of a report, its sentences parted at full stops."""
    sentences = []
    start = 0
    for part in report.text.split(". "):
        sentences.append(Span(start, start + len(part)))
        start += len(part) + 2
    return Reading(
        report_id=report.report_id,
        sentences=tuple(sentences),
        mentions=mentions or Mentions(),
        claims=claims,
        warnings=(),
        kit="by hand",
    )


def claimed(
    report: Report,
    slot: str,
    value: Value,
    words: str,
    *,
    standing: Standing = Standing.INCIDENT,
    attribution: Attribution | None = None,
) -> Claim:
    """Return a claim that stands in these words."""
    return a_claim(
        report_id=report.report_id,
        slot=slot,
        value=value,
        evidence=span_of(report, words),
        read_by=READ_BY,
        standing=standing,
        attribution=attribution,
    )


def said_by(
    report: Report,
    source: str,
    cue: str,
    content: str,
    *,
    stance: Stance = Stance.ASSERTS,
    source_class: SourceClass | None = None,
) -> Attribution:
    """Return an attribution; "" leaves a part out."""
    parts = [tuple([span_of(report, words)] if words else []) for words in (source, cue, content)]
    every = [span for part in parts for span in part]
    return Attribution(
        span=Span(min(one.start for one in every), max(one.end for one in every)),
        read_by=READ_BY,
        source=parts[0],
        cue=parts[1],
        content=parts[2],
        stance=stance,
        certainty=Certainty.CERTAIN,
        negated=False,
        manner=Manner.INDIRECT,
        source_name=source or None,
        source_class=source_class,
        named=bool(source),
    )


def an_event(
    report: Report,
    words: str,
    code: str,
    *,
    effect: str | None = None,
    roles: Mapping[RoleName, str] | None = None,
) -> EventMention:
    """Return an event told by these words, with the words of its roles."""
    return EventMention(
        span=span_of(report, words),
        read_by=READ_BY,
        code=code,
        effect=effect,
        trigger=0,
        factuality=Factuality.HAPPENED,
        roles=tuple(
            Role(name=name, span=span_of(report, part), head=0)
            for name, part in (roles or {}).items()
        ),
    )


def a_body(report: Report, words: str, kind: EntityKind, *, group: int = 0) -> EntityMention:
    """Return a mention of a body or person by its name."""
    span = span_of(report, words)
    return EntityMention(
        span=span,
        read_by=READ_BY,
        entity=EntityRef(name=words, kind=kind),
        group=group,
        name_span=span,
    )
