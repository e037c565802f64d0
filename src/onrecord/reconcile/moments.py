"""When it happened, put together from the words of several sentences.

"On Wednesday" in one sentence and "in the morning" in another date one event: the day takes the
part of the day, if only one day and one part are told. A time by the clock stands for its day;
where a report tells several of one day, they are left as they are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.model import Claim, Granularity, TimeRef

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

_CLOCKS = frozenset({Granularity.HOUR, Granularity.MINUTE})


def joined_times(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims with the times of the incident joined where they date one day."""
    times = [
        (claim, claim.value)
        for claim in claims
        if claim.slot == "when" and isinstance(claim.value, TimeRef)
    ]
    days = {_day(time) for _, time in times if time.earliest is not None}
    parts = {time.part_of_day for _, time in times if time.part_of_day is not None}
    if len(days) != 1 or not times:
        return tuple(claims)
    dated = [time for _, time in times if time.earliest is not None]
    by_the_clock = list(dict.fromkeys(time for time in dated if time.granularity in _CLOCKS))
    if len({(time.earliest, time.latest) for time in by_the_clock}) > 1:
        return tuple(claims)  # several moments of one day
    first = (by_the_clock or dated)[0]
    part = parts.pop() if len(parts) == 1 else None
    finer = Granularity.PART_OF_DAY if part and not by_the_clock else first.granularity
    told = list(dict.fromkeys(" ".join(time.text.split()) for _, time in times))
    joined = TimeRef(
        earliest=first.earliest,
        latest=first.latest,
        granularity=finer,
        text="; ".join(told),
        part_of_day=part,
        zone=first.zone,
    )
    joined_ids = {claim.claim_id for claim, _ in times}
    return tuple(
        replace(claim, value=joined) if claim.claim_id in joined_ids else claim for claim in claims
    )


def _day(time: TimeRef) -> datetime | None:
    """Return the day a time begins on, by the clocks of its place."""
    if time.local_earliest is None:
        return None
    return time.local_earliest.replace(hour=0, minute=0, second=0, microsecond=0)
