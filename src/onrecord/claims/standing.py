"""What belongs to the incident of a report, and what is told beside it.

A story tells of what happened now and, for the reader's sake, of what went before. What went before
must never be counted. An event is background where its own clause dates it well before the report
("in 2011", "for years", "last month"), where it hangs on such a clause, where it is a plural of the
same kind without number ("kidnappings in recent years"), or where its sentence says so.

Known limit: a report has one incident here; a second one of the same days is not told apart.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from onrecord.model import (
    Analysis,
    EventMention,
    Factuality,
    Granularity,
    Mentions,
    Report,
    Sentence,
    Standing,
    TimeMention,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

# What is dated further back than this is not the news of the day. Wires follow an incident for
# days, and a weekly report looks back a week.
RECENT = timedelta(days=10)
# What is told of a whole week, month or year that is over is not the news of the day.
_WHOLE = frozenset({Granularity.WEEK, Granularity.MONTH, Granularity.YEAR})
_COARSE = frozenset({Granularity.MONTH, Granularity.YEAR, Granularity.LONGER})


def standings(
    report: Report, analysis: Analysis, mentions: Mentions, words: Mapping[str, Any]
) -> tuple[Standing, ...]:
    """Return what each event mention is to the incident, in the order of `mentions.events`."""
    times = times_by_sentence(analysis, mentions)
    return tuple(
        Standing.BACKGROUND
        if event.factuality is Factuality.GENERIC
        or _is_past(report, analysis, event, times=times, words=words)
        else Standing.INCIDENT
        for event in mentions.events
    )


def times_by_sentence(analysis: Analysis, mentions: Mentions) -> dict[int, list[TimeMention]]:
    """Return the time mentions of each sentence, by its number."""
    found: dict[int, list[TimeMention]] = {}
    for mention in mentions.times:
        try:
            sentence = analysis.sentence_at(mention.span)
        except LookupError:
            continue  # a time in the dateline dates the report, not an event
        found.setdefault(sentence.number, []).append(mention)
    return found


def is_old(report: Report, mention: TimeMention) -> bool:
    """Say whether a time lies well before its report."""
    time_ref = mention.time
    if report.published_on is None or time_ref.latest is None:
        return time_ref.granularity in _COARSE
    if time_ref.granularity is Granularity.LONGER:
        return True  # years of which today is only the last day
    published = datetime.combine(report.published_on, time.min, UTC)
    if time_ref.granularity in _WHOLE and time_ref.latest <= published:
        return True
    return time_ref.latest < published - RECENT


def says_background(text: str, words: Mapping[str, Any]) -> bool:
    """Say whether a sentence has words that put what it tells before or beside the incident."""
    lower = f" {text.lower()} "
    return any(phrase in lower for phrase in words["background"]["phrases"])


def _is_past(
    report: Report,
    analysis: Analysis,
    event: EventMention,
    *,
    times: dict[int, list[TimeMention]],
    words: Mapping[str, Any],
) -> bool:
    sentence = analysis.sentence_at(event.span)
    here = times.get(sentence.number, [])
    if not here:
        return says_background(sentence.span.of(analysis.text), words) and sentence.number > 1
    own = nearest_time(analysis, sentence, event.trigger, here)
    return own is not None and is_old(report, own)


def nearest_time(
    analysis: Analysis, sentence: Sentence, trigger: int, times: list[TimeMention]
) -> TimeMention | None:
    """Return the time that dates an event: the one that shares its nearest clause.

    The fewer steps up the tree from the trigger to a word that also governs the time, the nearer;
    among equals the nearer in the text.
    """
    best: tuple[int, int] | None = None
    found = None
    above = (trigger, *analysis.ancestors(trigger))
    for mention in times:
        anchor = _token_at(analysis, sentence, mention)
        if anchor is None:
            continue
        governing = {anchor, *analysis.ancestors(anchor)}
        steps = next((step for step, index in enumerate(above) if index in governing), None)
        if steps is None:
            continue
        rank = (steps, abs(anchor - trigger))
        if best is None or rank < best:
            best, found = rank, mention
    return found


def _token_at(analysis: Analysis, sentence: Sentence, mention: TimeMention) -> int | None:
    for token in analysis.tokens_of(sentence):
        if token.span.end > mention.span.start:
            return token.index
    return None
