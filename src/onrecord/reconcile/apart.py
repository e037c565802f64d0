"""Which incidents of one report are one event, and which claims are about which.

A raid in which some are killed and others taken is two incidents to a coder and one event to a
desk. Incidents of a report are one event unless the report gives them days or places that cannot be
the same, and tells them in sentences of their own. Claims that name no incident follow the sentence
they stand in; what stands in none of an incident's sentences is told of the one told before it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import PlaceRef, TimeRef

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from onrecord.model import Claim, IncidentMention, Reading, Span

# What tells incidents apart is who and what was struck: attackers come back in the next one.
_STRUCK = frozenset({"target", "victim", "weapon"})


@dataclass(frozen=True, slots=True)
class Event:
    """One event a report tells of.

    Attributes:
        incidents: Numbers of its incidents among the incident mentions, ascending.
        claims: The claims about it.
    """

    incidents: tuple[int, ...]
    claims: tuple[Claim, ...]


def events(reading: Reading) -> tuple[Event, ...]:
    """Return the events of a report, in the order they are told; at least one, perhaps empty.

    An incident of which no claim gives the type is too unsure to be one, and so is one in which
    nobody and nothing takes part, beside one that has somebody; it and what is told of it alone are
    left out.
    """
    starts = [sentence.start for sentence in reading.sentences]
    places = [_sentences(starts, mention) for mention in reading.mentions.incidents]
    typed = {
        claim.incident
        for claim in reading.claims
        if claim.slot == "type" and claim.incident is not None
    }
    peopled = {number for number in typed if reading.mentions.incidents[number].fillers}
    sure = sorted(peopled or typed)
    groups: list[list[int]] = []
    for number in sorted(sure, key=lambda one: min(places[one], default=0)):
        home = next(
            (
                group
                for group in groups
                if any(_are_one(reading, places, number, other) for other in group)
            ),
            None,
        )
        if home is None:
            groups.append([number])
        else:
            home.append(number)
    told = [claim for claim in reading.claims if claim.incident is None or claim.incident in sure]
    if len(groups) <= 1:
        return (Event(tuple(sure), tuple(told)),)
    owner = _owners(reading, [set().union(*(places[one] for one in group)) for group in groups])
    return tuple(
        Event(
            tuple(sorted(group)),
            tuple(
                claim
                for claim in told
                if (
                    claim.incident in group
                    if claim.incident is not None
                    else owner[_sentence(starts, claim.evidence)] == place
                )
            ),
        )
        for place, group in enumerate(groups)
    )


def _are_one(reading: Reading, places: Sequence[frozenset[int]], one: int, other: int) -> bool:
    if places[one] & places[other]:
        return True
    mine, theirs = (_of(reading, number) for number in (one, other))
    return not (_days_differ(mine, theirs) or _places_differ(mine, theirs))


def _of(reading: Reading, number: int) -> list[Claim]:
    return [claim for claim in reading.claims if claim.incident == number]


def _days_differ(mine: Sequence[Claim], theirs: Sequence[Claim]) -> bool:
    """Say whether both are dated, and no day of one is a day of the other."""
    times = [
        [claim.value for claim in claims if isinstance(claim.value, TimeRef)]
        for claims in (mine, theirs)
    ]
    return all(times) and not any(_overlap(a, b) for a in times[0] for b in times[1])


def _overlap(one: TimeRef, other: TimeRef) -> bool:
    """Say whether two times can be the same; an open end can be any time."""
    return not _is_before(one, other) and not _is_before(other, one)


def _is_before(one: TimeRef, other: TimeRef) -> bool:
    if one.zone is not None and other.zone is not None:
        last, first = one.latest, other.earliest
    else:  # where one zone is not known, days are compared as they are told
        last, first = _as_told(one.local_latest), _as_told(other.local_earliest)
    return last is not None and first is not None and last <= first


def _as_told(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.replace(tzinfo=None)


def _places_differ(mine: Sequence[Claim], theirs: Sequence[Claim]) -> bool:
    """Say whether both are placed, and neither place holds the other."""
    places = [
        [claim.value for claim in claims if isinstance(claim.value, PlaceRef)]
        for claims in (mine, theirs)
    ]
    return all(places) and not any(
        _holds(a, b) or _holds(b, a) for a in places[0] for b in places[1]
    )


def _holds(one: PlaceRef, other: PlaceRef) -> bool:
    return one.name == other.name or one.name in other.within


def _sentences(starts: Sequence[int], mention: IncidentMention) -> frozenset[int]:
    """Return the sentences that tell of an incident: in which something it struck is named."""
    struck = [
        span for filler in mention.fillers if filler.role in _STRUCK for span in filler.mentions
    ]
    spans = struck or [span for filler in mention.fillers for span in filler.mentions]
    return frozenset(_sentence(starts, span) for span in spans or [mention.span])


def _sentence(starts: Sequence[int], span: Span) -> int:
    """Return the place of the last sentence that begins at or before a span; 0 for the head."""
    return max(0, bisect_right(starts, span.start) - 1)


def _owners(reading: Reading, sentences: Sequence[set[int]]) -> list[int]:
    """Return which event each sentence tells of."""
    owners: list[int] = []
    for place in range(max(1, len(reading.sentences))):
        own = [event for event, told in enumerate(sentences) if place in told]
        before = owners[-1] if owners else 0
        owners.append(before if before in own or not own else own[0])
    return owners
