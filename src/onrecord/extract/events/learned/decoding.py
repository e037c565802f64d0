"""From the numbers of the trained reader to incidents: which there are, and who is part of which.

A report tells an incident of a type when the reader is sure enough of the type and of at least one
who takes part. Those who take part in a type are put together by name ("FMLN" is the front whose
initials it is). Then what was struck says how many incidents of the type there are: victims and
targets that do not belong together are different incidents, and each attacker and weapon goes to
those it belongs to, at least to one.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from onrecord.extract.events.learned.roles import ROLES, TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.extract.events.learned.candidates import Candidate
    from onrecord.extract.events.learned.names import Names
    from onrecord.extract.events.learned.reader import Possible
    from onrecord.resources import Library

DECODING = "incidents-decoding"
"""The resource with the thresholds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoding:
    """How sure the reader must be.

    Attributes:
        report: That a report tells an incident of any type.
        kind: That it tells one of a type.
        roles: That somebody takes part, by role.
        together: That two things struck are of one incident.
        shared: That an attacker or weapon is also of a further incident.
    """

    report: float
    kind: float
    roles: Mapping[str, float]
    together: float
    shared: float

    @classmethod
    def of(cls, library: Library) -> Decoding:
        """Load the thresholds.

        Raises:
            ResourceError: They are missing or damaged.
        """
        entries = library.lexicon(DECODING).entries
        return cls(**entries["least"], roles=entries["roles"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Somebody or something in an incident.

    Attributes:
        role: Place of its role in `ROLES`.
        best: The words that name it best.
        mentions: All that name it.
        confidence: How likely it takes part.
    """

    role: int
    best: Candidate
    mentions: tuple[Candidate, ...]
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An incident as the trained reader sees it, in words of the report.

    Attributes:
        kind: Its type.
        confidence: How likely the report tells of such an incident.
        fillers: Who and what takes part, by role, the likeliest first.
    """

    kind: str
    confidence: float
    fillers: tuple[Found, ...]


# Roles of what is struck: it tells incidents of one type apart.
_STRUCK = frozenset({ROLES.index("target"), ROLES.index("victim")})
# A body and its men.
_BLAMED = frozenset({ROLES.index("perpetrator"), ROLES.index("organisation")})


def decoded(possible: Possible, decoding: Decoding, names: Names) -> tuple[Draft, ...]:
    """Return the incidents of a report.

    Args:
        possible: What the trained reader makes of it.
        decoding: How sure it must be.
        names: Knows which names are of the same.
    """
    if float(possible.kinds.max(initial=0.0)) < decoding.report:
        return ()
    return tuple(
        draft
        for place in range(len(TYPES))
        if possible.kinds[place] >= decoding.kind
        for draft in _of_kind(possible, decoding, names, place)
    )


def _of_kind(possible: Possible, decoding: Decoding, names: Names, place: int) -> list[Draft]:
    """Return the incidents of one type."""
    likely = [one.likely[place] for one in possible.participants]
    least = [decoding.roles.get(ROLES[one.role], 1.0) for one in possible.participants]
    wanted = [number for number in range(len(likely)) if likely[number] >= least[number]]
    wanted.sort(key=lambda number: -likely[number])
    joined = _joined(possible, names, _in_one_role(possible, wanted))
    return [
        Draft(
            kind=TYPES[place],
            confidence=float(possible.kinds[place]),
            fillers=tuple(
                _found(possible, place, joined[number])
                for number in sorted(group, key=lambda one: (roles_of(possible, one), -likely[one]))
            ),
        )
        for group in _apart(possible, decoding, list(joined))
    ]


def roles_of(possible: Possible, number: int) -> int:
    """Return the role of a participant."""
    return possible.participants[number].role


def _in_one_role(possible: Possible, wanted: Sequence[int]) -> list[int]:
    """Return participants without those whose words a likelier one has in another role.

    What was struck is not what it was struck with. Attackers and their body may share words.
    """
    kept: list[int] = []
    taken: dict[int, int] = {}
    for number in wanted:
        role = roles_of(possible, number)
        words = {
            word
            for mention in possible.participants[number].mentions
            for word in range(mention.first, mention.last)
        }
        others = {taken[word] for word in words if word in taken}
        if all(other == role or {other, role} <= _BLAMED for other in others):
            kept.append(number)
            taken |= dict.fromkeys(words - taken.keys(), role)
    return kept


def _joined(possible: Possible, names: Names, wanted: Sequence[int]) -> dict[int, list[int]]:
    """Return participants, each with those that are the same by name; the likeliest stands."""
    joined: dict[int, list[int]] = {}
    for number in wanted:
        one = possible.participants[number]
        same = (
            first
            for first in joined
            if roles_of(possible, first) == one.role
            and (
                names.same(possible.participants[first].name, one.name, one.role)
                or frozenset((first, number)) in possible.aliases
            )
        )
        joined.setdefault(next(same, number), []).append(number)
    return joined


def _found(possible: Possible, place: int, numbers: Sequence[int]) -> Found:
    """Return a participant of a type with all its mentions; of its longest names one is shown."""
    best = possible.participants[numbers[0]]
    mentions = {mention for number in numbers for mention in possible.participants[number].mentions}
    return Found(
        role=best.role,
        best=best.mentions[0],
        mentions=tuple(sorted(mentions)),
        confidence=float(best.likely[place]),
    )


def _apart(possible: Possible, decoding: Decoding, wanted: Sequence[int]) -> list[list[int]]:
    """Split those who take part in a type into incidents, by what was struck."""
    struck = [number for number in wanted if roles_of(possible, number) in _STRUCK]
    clusters = _clusters(possible, struck, decoding.together)
    if len(clusters) <= 1:
        return [list(wanted)]
    found = [list(cluster) for cluster in clusters]
    for number in wanted:
        if number in struck:
            continue
        shared = [_mean(possible, [number], cluster) for cluster in clusters]
        also = {place for place, value in enumerate(shared) if value >= decoding.shared}
        for place in also or {int(np.argmax(shared))}:
            found[place].append(number)
    return found


def _clusters(possible: Possible, struck: Sequence[int], least: float) -> list[list[int]]:
    """Put together what belongs to one incident, while two clusters are near enough.

    The nearest two become one, again and again (average linkage).
    """
    clusters = [[number] for number in struck]
    while len(clusters) > 1:
        nearest, one, other = max(
            (_mean(possible, clusters[a], clusters[b]), a, b)
            for a, b in combinations(range(len(clusters)), 2)
        )
        if nearest < least:
            break
        clusters[one] += clusters.pop(other)
    return clusters


def _mean(possible: Possible, some: Sequence[int], others: Sequence[int]) -> float:
    return float(possible.together[np.ix_(some, others)].mean())
