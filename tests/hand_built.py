"""Readings built by hand, for tests of what is made of readings."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from factories import a_report, analysed
from onrecord.claims.scene import Scene, Words, a_scene
from onrecord.model import (
    Attribution,
    Certainty,
    Claim,
    Filler,
    IncidentMention,
    Manner,
    Mentions,
    Provenance,
    Reading,
    Report,
    SourceClass,
    Span,
    Stance,
    Standing,
    Value,
    a_claim,
    hull,
)
from onrecord.resources import open_library

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


def claimed(  # noqa: PLR0913 - what a test may speak of
    report: Report,
    slot: str,
    value: Value,
    words: str,
    *,
    standing: Standing = Standing.INCIDENT,
    attribution: Attribution | None = None,
    certainty: Certainty | None = None,
    incident: int | None = None,
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
        certainty=certainty,
        incident=incident,
    )


def said_by(  # noqa: PLR0913 - what a test may speak of
    report: Report,
    source: str,
    cue: str,
    content: str,
    *,
    stance: Stance = Stance.ASSERTS,
    source_class: SourceClass | None = None,
    certainty: Certainty = Certainty.CERTAIN,
    negated: bool = False,
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
        certainty=certainty,
        negated=negated,
        manner=Manner.INDIRECT,
        source_name=source or None,
        source_class=source_class,
        named=bool(source),
    )


def a_filler(report: Report, role: str, *words: str, named: bool = False) -> Filler:
    """Return somebody or something that takes part in an incident, named in these words."""
    spans = [span_of(report, one) for one in words]
    return Filler(
        role=role, span=spans[0], named=named, confidence=0.9, mentions=tuple(sorted(spans))
    )


def an_incident(
    code: str, *fillers: Filler, stage: str = "accomplished", confidence: float = 0.9
) -> IncidentMention:
    """Return an incident in which these take part; it stands where they are named."""
    return IncidentMention(
        span=hull([span for filler in fillers for span in filler.mentions]),
        read_by=READ_BY,
        code=code,
        stage=stage,
        confidence=confidence,
        fillers=fillers,
    )


@cache
def the_words() -> Words:
    """Return the lexica that claims are read by."""
    return Words.of(open_library())


def the_scene(report: Report, mentions: Mentions) -> Scene:
    """Return a report with these mentions, as the readers of claims see it."""
    return a_scene(report, analysed(report.text), mentions, the_words())
