"""Readings built by hand, for what looks at mentions and claims: desk checks."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from factories import a_report
from onrecord.model import (
    Claim,
    EntityKind,
    EntityMention,
    EntityRef,
    Figure,
    FigureMention,
    Granularity,
    Identifier,
    Mention,
    Mentions,
    Provenance,
    Quantity,
    Reading,
    Report,
    Span,
    TimeMention,
    TimeRef,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

BY_HAND = Provenance(stage="test", version=1)


def where(report: Report, words: str, *, after: int = 0) -> Span:
    """Return where words stand in a report."""
    start = report.text.index(words, after)
    return Span(start, start + len(words))


def a_name(  # noqa: PLR0913 - what a test may speak of
    report: Report,
    name: str,
    *,
    group: int = 0,
    kind: EntityKind = EntityKind.COMPANY,
    full: str | None = None,
    code: str | None = None,
    country: str | None = None,
) -> EntityMention:
    """Return the mention of a body by a name that stands in a report."""
    span = where(report, name)
    return EntityMention(
        span=span,
        read_by=BY_HAND,
        name_span=span,
        group=group,
        entity=EntityRef(
            name=full or name,
            kind=kind,
            country=country,
            identifiers=(Identifier(scheme="ric", value=code),) if code else (),
        ),
    )


def an_amount(
    report: Report, words: str, unit: str, *, restates: FigureMention | None = None
) -> FigureMention:
    """Return the mention of a measure; its amount and digits are those of the words."""
    digits = re.sub(r"[^\d.]", "", words)
    whole, _, decimals = digits.partition(".")
    zeros = len(whole) - len(whole.rstrip("0"))
    resolution = 10.0 ** -len(decimals) if decimals else 10.0 ** min(zeros, len(whole) - 1)
    span = where(report, words, after=0 if restates is None else restates.span.end)
    return FigureMention(
        span=span,
        read_by=BY_HAND,
        figure=Figure(low=float(digits), high=float(digits), unit=unit),
        phrase=span,
        head=0,
        quantity=Quantity(amount=float(digits), unit=unit, resolution=resolution),
        restates=None if restates is None else restates.span,
    )


def a_day(report: Report, words: str, day: date) -> TimeMention:
    """Return the mention of a day."""
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return TimeMention(
        span=where(report, words),
        read_by=BY_HAND,
        time=TimeRef(
            earliest=start,
            latest=start + timedelta(days=1),
            granularity=Granularity.DAY,
            text=words,
        ),
    )


def a_reading(report: Report, *mentions: Mention, claims: Sequence[Claim] = ()) -> Reading:
    """Return a reading with these mentions, its sentences those of the report's full stops."""
    ordered = sorted(mentions, key=lambda mention: mention.span)
    sentences = re.finditer(r"\S.*?(?:[.!?](?=\s|$)|$)", report.text)
    return Reading(
        report_id=report.report_id,
        sentences=tuple(Span(*found.span()) for found in sentences),
        mentions=Mentions(
            entities=tuple(one for one in ordered if isinstance(one, EntityMention)),
            figures=tuple(one for one in ordered if isinstance(one, FigureMention)),
            times=tuple(one for one in ordered if isinstance(one, TimeMention)),
        ),
        claims=tuple(claims),
        warnings=(),
        kit="test",
    )


__all__ = ["BY_HAND", "a_day", "a_name", "a_reading", "a_report", "an_amount", "where"]
