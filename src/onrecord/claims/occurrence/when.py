"""When an incident happened: the time among those of its report that dates it, or what bounds it.

Each time named in the report is weighed by how its words hang together with those of the incident
(the same clause, the same deed, or only what was said about it), by how near it stands to where the
incident is told, and by what kind of time it is. Times that mean the same day speak for each other.
Where none outweighs the doubt, all we know is that it was not after the day of the report, and the
answer is marked so.

The weights were set by conditional logistic regression on reports of 1988 to 1990 with dated
incidents, each rounded to a tenth; a weight that changed nothing was left out. Known limit: days
that count from another event ("two days later") are not worked out.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from onrecord.claims.occurrence.bearing import by_grammar, by_place
from onrecord.claims.occurrence.footing import Dating, Footing
from onrecord.claims.occurrence.telling import Telling
from onrecord.model import Granularity, TimeMention, TimeRef

if TYPE_CHECKING:
    from onrecord.model import Analysis, Mentions, Report, Sentence, Span

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "weight": 1.2,
        "below its clause": 0.9,
        "beside the fullest": 0.7,
        "a week": 0.6,
        "of its verb": 0.6,
        "a deed": 0.5,
        "deed here": 0.4,
        "first told here": 0.4,
        "part of a day": 0.4,
        "the same deed": 0.4,
        "in its clause": 0.3,
        "in the lead": 0.3,
        "of its noun": 0.2,
        "told next to it": 0.2,
        "lasting": -0.2,
        "right behind": -0.3,
        "to come": -0.4,
        "of what is said of it": -0.5,
        "only an end": -0.5,
        "far off": -0.6,
        "undated": -1.0,
        "any": -1.1,
        "of what is said": -1.1,
        "very old": -1.1,
        "coarse": -1.3,
        "after the report": -1.7,
    }
)
"""What each thing said of a time adds to its weight (see `bearings`)."""


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
    report: Report, analysis: Analysis, mentions: Mentions, spans: Sequence[Span]
) -> Dating | None:
    """Return when an incident happened, and how that is known; see `when`."""
    telling = Telling.of(report, analysis, mentions, spans)
    candidates = [
        (mention, sentence)
        for mention in mentions.times
        if (sentence := telling.sentence(mention.span)) is not None
    ]
    votes: dict[_Days, float] = defaultdict(float, {_DOUBT: 1.0})
    best: dict[_Days, tuple[tuple[bool, float], TimeMention]] = {}
    for mention, sentence in candidates:
        weight = weigh(bearings(telling, mention, sentence))
        days = mention.time.earliest, mention.time.latest  # the doubt's own, where undated
        votes[days] += math.exp(weight)
        # Of "Thursday, 7 September" the date is the surer word.
        rank = any(map(str.isdigit, mention.time.text)), weight
        if days not in best or rank > best[days][0]:
            best[days] = rank, mention
    chosen = max(votes, key=lambda days: votes[days])
    if chosen == _DOUBT:
        return _by_default(report)
    mention = best[chosen][1]
    sentence = telling.sentence(mention.span)
    stated = sentence is not None and sentence.number in telling.weights
    return Dating(
        time=mention.time,
        footing=Footing.STATED if stated else Footing.INHERITED,
        evidence=mention.span,
    )


def weigh(bearings_of_it: Mapping[str, float]) -> float:
    """Return the weight of a time; that of the doubt is 0."""
    return sum(WEIGHTS.get(name, 0.0) * value for name, value in bearings_of_it.items())


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


def bearings(telling: Telling, mention: TimeMention, sentence: Sentence) -> dict[str, float]:
    """Return what speaks for and against a time as that of the incident, by name.

    Args:
        telling: The incident.
        mention: The time.
        sentence: The sentence it stands in.
    """
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
        "hours": float(time_ref.granularity is Granularity.HOUR),
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


# Days; see `onrecord.claims.standing` for the first.
_OLD = 10
_VERY_OLD = 60
_COARSE = frozenset({Granularity.MONTH, Granularity.YEAR, Granularity.LONGER})
