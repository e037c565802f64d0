"""When an incident happened: the time among those of its report that dates it, or what bounds it.

Each time named in the report is weighed by how its words hang together with those of the incident
(the same clause, the same deed, or only what was said about it), by how near it stands to where the
incident is told, and by what kind of time it is. Times that mean the same day speak for each other.
Where none outweighs the doubt, all we know is that it was not after the day of the report, and the
answer is marked so.

The weights are those of `onrecord.claims.occurrence.weights`. Known limit: days that count from
another event ("two days later") are not worked out.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.claims.occurrence.bearing import by_grammar, by_order, by_place
from onrecord.claims.occurrence.footing import Dating, Footing
from onrecord.claims.occurrence.stretches import joins_days
from onrecord.claims.occurrence.telling import Telling
from onrecord.claims.occurrence.weights import Weights, shipped, weigh
from onrecord.model import Granularity, TimeMention, TimeRef, hull

if TYPE_CHECKING:
    from onrecord.model import Analysis, Mentions, Report, Sentence, Span

Candidates = list[tuple[TimeMention, dict[str, float]]]
"""Times, each with its hints."""

_Days = tuple[datetime | None, datetime | None]
_DOUBT: _Days = (None, None)


def when(
    report: Report, analysis: Analysis, mentions: Mentions, spans: Sequence[Span]
) -> TimeRef | None:
    """Return when an incident happened, as far as its report says.

    Args:
        report: The report.
        analysis: Its grammar.
        mentions: What is named in it.
        spans: The stretches that tell of the incident: who, whom, with what, the deed.

    Returns:
        The time. Where only the day of the report bounds it, `earliest` is None and `text` empty.
        None where not even that is known.
    """
    found = dating(report, analysis, mentions, spans)
    return None if found is None else found.time


def dating(
    report: Report,
    analysis: Analysis,
    mentions: Mentions,
    spans: Sequence[Span],
    *,
    kinds: Iterable[str] = (),
    weights: Weights | None = None,
) -> Dating | None:
    """Return when an incident happened, and how that is known; see `when`.

    Args:
        report: The report.
        analysis: Its grammar.
        mentions: What is named in it.
        spans: The stretches that tell of the incident.
        kinds: Codes of the events that tell an incident of its type, as far as known.
        weights: How much each hint counts; None for what ships.
    """
    telling = Telling.of(report, analysis, mentions, spans, kinds=kinds)
    return dated(telling, candidates(telling), (weights or shipped()).when)


def dated(telling: Telling, found: Candidates, weights: Mapping[str, float]) -> Dating | None:
    """Return when an incident happened.

    Args:
        telling: The incident.
        found: The times of its report.
        weights: How much each hint counts.
    """
    votes: dict[_Days, float] = defaultdict(float, {_DOUBT: 1.0})
    best: dict[_Days, tuple[tuple[bool, float], TimeMention]] = {}
    for mention, hints in found:
        weight = weigh(hints, weights)
        days = _days(mention.time)  # the doubt's own, where undated
        votes[days] += math.exp(weight)
        # Of "Thursday, 7 September" the date is the surer word.
        rank = any(map(str.isdigit, mention.time.text)), weight
        if days not in best or rank > best[days][0]:
            best[days] = rank, mention
    chosen = max(votes, key=lambda days: votes[days])
    if chosen == _DOUBT:
        return _by_default(telling.report)
    mention = best[chosen][1]
    joined = _joined(telling, mention)
    sentence = telling.sentence(mention.span)
    stated = sentence is not None and sentence.number in telling.weights
    return Dating(
        time=mention.time if joined is None else joined[1],
        footing=Footing.STATED if stated else Footing.INHERITED,
        evidence=mention.span if joined is None else joined[0],
    )


def _days(time_ref: TimeRef) -> _Days:
    """Return the days of a time: "Wednesday" and "5 a.m. on Wednesday" speak for one day."""
    first, last = time_ref.local_earliest, time_ref.local_latest
    if (
        time_ref.granularity not in _CLOCKS
        or first is None
        or last is None
        or last - first > timedelta(days=1)
    ):
        return first, last
    day = datetime.combine(first.date(), time.min, UTC)
    return day, day + timedelta(days=1)


def _joined(telling: Telling, mention: TimeMention) -> tuple[Span, TimeRef] | None:
    """Return the words and days of a time with the one that words join it to, if there is one."""
    text, times = telling.analysis.text, telling.mentions.times
    index = times.index(mention)
    for first, second in pairwise(times[max(0, index - 1) : index + 2]):
        if joins_days(text, first, second):
            span = hull((first.span, second.span))
            days = replace(first.time, latest=second.time.latest, part_of_day=None)
            return span, replace(days, granularity=Granularity.DAY, text=span.of(text))
    return None


def candidates(telling: Telling) -> Candidates:
    """Return the times named in the story, each with what speaks for and against it."""
    order = by_order(telling, _dated(telling))
    return [
        (mention, _hints(telling, mention, sentence) | order.get(mention.span, {}))
        for mention in telling.mentions.times
        if not _is_of_any_day(mention.time)
        and (sentence := telling.sentence(mention.span)) is not None
    ]


def _is_of_any_day(time_ref: TimeRef) -> bool:
    """Say whether a time only tells the hour ("at dawn"): other words say of which day."""
    return time_ref.earliest is None and time_ref.granularity in _PARTS


def _dated(telling: Telling) -> list[Span]:
    """Return where the times of the story that can be placed stand."""
    return [
        mention.span
        for mention in telling.mentions.times
        if mention.time.earliest is not None and telling.sentence(mention.span) is not None
    ]


def _by_default(report: Report) -> Dating | None:
    """Return what the day of the report says: the incident was not after it."""
    day = _day_of(report)
    if day is None:
        return None
    latest = datetime.combine(day + timedelta(days=1), time.min, UTC)
    bound = TimeRef(earliest=None, latest=latest, granularity=Granularity.DAY, text="")
    return Dating(time=bound, footing=Footing.DEFAULT, evidence=None)


def _day_of(report: Report) -> date | None:
    filed_on = report.dateline.filed_on if report.dateline else None
    return report.published_on or filed_on


def _hints(telling: Telling, mention: TimeMention, sentence: Sentence) -> dict[str, float]:
    """Return what speaks for and against a time as that of the incident, by name."""
    return {
        "any": 1.0,
        **by_place(telling, sentence),
        **by_grammar(telling, mention, sentence),
        **_by_kind(telling, mention),
    }


def _by_kind(telling: Telling, mention: TimeMention) -> dict[str, float]:
    """Return what the kind of a time says, and how far it lies from the report."""
    time_ref = mention.time
    others = [
        other
        for other in telling.mentions.times
        if other is not mention
        and other.time.earliest is not None
        and (sentence := telling.sentence(other.span)) is not None
        and sentence.number in telling.weights
    ]
    found = {
        "undated": float(time_ref.earliest is None),
        "coarse": float(time_ref.granularity in _COARSE),
        "a week": float(time_ref.granularity is Granularity.WEEK),
        "hours": float(_counts_hours(time_ref)),
        "part of a day": float(time_ref.granularity is Granularity.PART_OF_DAY),
        "the only time": float(not others),
    }
    day = _day_of(telling.report)
    if time_ref.earliest is None or day is None:
        return found
    back = (day - time_ref.earliest.date()).days
    return found | {
        "after the report": float(back < 0),
        "the day itself": float(back == 0),
        "old": float(back > _OLD),
        "very old": float(back > _VERY_OLD),
    }


def _counts_hours(time_ref: TimeRef) -> bool:
    """Say whether a time counts hours back ("36 hours ago"), and gives none by the clock."""
    if time_ref.granularity is not Granularity.HOUR:
        return False
    if time_ref.earliest is None or time_ref.latest is None:
        return True
    return time_ref.latest - time_ref.earliest >= timedelta(days=1)


# Days; see `onrecord.claims.standing` for the first.
_OLD = 10
_VERY_OLD = 60
_PARTS = frozenset({Granularity.MINUTE, Granularity.HOUR, Granularity.PART_OF_DAY})
_CLOCKS = frozenset({Granularity.MINUTE, Granularity.HOUR})
_COARSE = frozenset({Granularity.MONTH, Granularity.YEAR, Granularity.LONGER})
