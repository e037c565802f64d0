"""Times that count from another day than the report's: "two days earlier", "the previous day".

The day they count from is the last one told before them, in their own sentence or the one before
it. Where none is told so near they stay undated: what the reader of the report must find, we do not
guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from onrecord.model import Granularity, TimeRef

_DAY = timedelta(days=1)
# A day told in a sentence counts for that one and the next.
_REACH = 1


@dataclass(frozen=True, slots=True)
class ToldDay:
    """The last day told.

    Attributes:
        time: The day; None where none is told near enough.
        age: How many sentences ago it was told.
    """

    time: TimeRef | None = None
    age: int = 0

    def told(self, time: TimeRef) -> ToldDay:
        """Return the last day told behind a time."""
        return ToldDay(time) if is_one_day(time) else self

    def next_sentence(self) -> ToldDay:
        """Return the last day told at the start of the next sentence."""
        return ToldDay(self.time, self.age + 1) if self.age < _REACH else ToldDay()

    def counted(self, days: int, time: TimeRef) -> TimeRef:
        """Return a time as that many days after the day told; as it is where none is told."""
        if self.time is None or self.time.earliest is None or self.time.latest is None:
            return time
        start = self.time.earliest.replace(hour=0, minute=0) + days * _DAY
        return TimeRef(
            earliest=start,
            latest=start + _DAY,
            granularity=time.granularity or Granularity.DAY,
            text=time.text,
            part_of_day=time.part_of_day,
        )


def is_one_day(time: TimeRef) -> bool:
    """Say whether a time is of one day, by the calendar of its words."""
    if time.earliest is None or time.latest is None or time.granularity not in _FINE:
        return False
    return time.latest - time.earliest <= _DAY


_FINE = frozenset({Granularity.DAY, Granularity.PART_OF_DAY, Granularity.HOUR, Granularity.MINUTE})
