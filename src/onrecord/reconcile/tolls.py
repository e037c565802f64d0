"""The toll that one report amounts to: how many were killed, hurt or taken, for each voice.

A report tells of people in many figures. Each is a set of people; the toll is how many are in any
of the sets. What is sure of it follows from these rules and no others:

- A stated part is within its total, and adds nothing.
- Figures of people none of whom can be among both add up: "3 children", "2 adults"; what is joined
  in one breath; "two more", beside what they add to. The greatest such sum is a floor.
- Any other figures may count the same people twice ("a man was shot dead", "the victim"), so they
  never add up. Of figures alone the greatest is a floor.
- The toll is no more than that sum or figure where each other figure is within it by its words: a
  general count holds those of some kind, a repeated count is the same people, and another general
  count that can be as many tells of the same toll. Else its top is open. "Two more" that may be
  within a total told before them leave it room for as many. A sum is open at the top where its
  sentences tell of people without a number too ("a teacher and two pupils").
- A toll set anew ("raising the toll to 38") takes the place of the figures before it.
- Nothing is sure where a general count is less than a sum of others, or a ceiling below a floor.
  A general count below one figure may be of a part of the incident: the top is open.
- Voices are never merged: each gives a toll of its own, or none. Only what a voice adds to ("two
  more") may be told by the report itself.

After the algebra of counts in `onrecord.intervals`. Known limits: what is said again in the same
words is taken for the same people; of more than 14 figures of a slot the smallest are not added.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.intervals import Fit, Interval, fit, meet, total
from onrecord.model import ClaimId, Figure, Standing
from onrecord.reconcile.counts import Chain, Count, Counts, counts, sentence_of
from onrecord.reconcile.people import named, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model import Claim, Reading, Report

# So many figures of one slot are tried for the greatest sum.
_MOST = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """What the figures of one slot amount to, by one voice.

    Attributes:
        slot: What befell the people, as named in the incident schema.
        chain: Whose toll it is, from the first voice outwards; () for the report itself.
        interval: How many they are; None where the figures fit no toll that is sure.
        relied_on: The claims that are added up, in reading order; one where a figure stands alone.
        arithmetic: The sum in words ("3 children + 2 adults = 5"); None for a figure alone.
    """

    slot: str
    chain: Chain
    interval: Interval | None
    relied_on: tuple[ClaimId, ...]
    arithmetic: str | None


def tolls(report: Report, reading: Reading, claims: Sequence[Claim]) -> tuple[Toll, ...]:
    """Return the tolls of one event of a report, by slot, then voice, in order of appearance.

    Args:
        report: The report.
        reading: What was read out of it; its mentions tell which figures are parts.
        claims: The claims about the event, in any order.
    """
    found: list[Toll] = []
    for slot in sorted({claim.slot for claim in claims} & words("slots", "counted")):
        told = counts(report, reading, claims, slot)
        chains = dict.fromkeys(count.chain for count in told.every)
        found.extend(
            _toll(told, slot, chain, uncounted=_uncounted(reading, claims)) for chain in chains
        )
    return tuple(found)


def _of_voice(told: Counts, chain: Chain) -> list[int]:
    """Return the counts of a voice, and those of the report itself that they add to."""
    own = {place for place, count in enumerate(told.every) if count.chain == chain}
    bases = {base for place in own for base in told.beside[place]}
    return _standing(told, sorted(own | bases))


def _standing(told: Counts, places: Sequence[int]) -> list[int]:
    """Return the counts that no later one takes the place of."""
    anew = [place for place in places if told.every[place].is_total]
    return [place for place in places if not anew or place >= anew[-1]]


def _uncounted(reading: Reading, claims: Sequence[Claim]) -> frozenset[int]:
    """Return the sentences that tell of people nobody counts: "a teacher"."""
    told = [claim for claim in claims if claim.standing is Standing.INCIDENT]
    phrases = [claim.evidence for claim in told if isinstance(claim.value, Figure)]
    return frozenset(
        sentence_of(reading, claim.evidence)
        for claim in told
        if claim.slot == "people" and not any(one.overlaps(claim.evidence) for one in phrases)
    )


def _toll(told: Counts, slot: str, chain: Chain, *, uncounted: frozenset[int]) -> Toll:
    places = _of_voice(told, chain)
    chosen = _greatest(told, places)
    added = [told.every[place] for place in chosen]
    rest = [told.every[place] for place in places if place not in chosen]
    summed = total(count.interval for count in added)
    interval = _bounded(summed, added, rest)
    if interval and len(added) > 1 and not uncounted.isdisjoint(one.sentence for one in added):
        interval = Interval(low=interval.low)
    return Toll(
        slot=slot,
        chain=chain,
        interval=interval,
        relied_on=tuple(count.claim.claim_id for count in added),
        arithmetic=_arithmetic(added, summed),
    )


def _greatest(told: Counts, places: Sequence[int]) -> tuple[int, ...]:
    """Return the counts of other people each that are most together; of equals the fewest.

    Of as many, a general count goes before others, then what is told first.
    """
    every = told.every
    tried = sorted(places, key=lambda place: -every[place].interval.low)[:_MOST]

    def rank(some: tuple[int, ...]) -> tuple[int, int, bool, tuple[int, ...]]:
        low = sum(every[place].interval.low for place in some)
        general = any(every[place].is_general for place in some)
        return (-low, len(some), not general, some)

    return min(_apart(told, sorted(tried)), key=rank)


def _apart(told: Counts, places: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield each choice of counts none of whose people can be among two of them."""
    for at, place in enumerate(places):
        yield (place,)
        after = [one for one in places[at + 1 :] if told.are_apart(place, one)]
        for some in _apart(told, after):
            yield (place, *some)


def _bounded(summed: Interval, added: Sequence[Count], rest: Sequence[Count]) -> Interval | None:
    """Return the toll: what is added up, as far as the other counts leave it sure."""
    top: int | None = 0
    more: int | None = 0
    for count in (one for one in rest if one.interval.high != 0):
        if count.adds:
            within = any(not one.adds and (one.is_total or one.is_general) for one in added)
            more = _sum(more, count.interval.high if within else None)
        elif count.is_general or not count.interval.low:
            is_whole = len(added) > 1 or not count.interval.low
            if is_whole and fit(summed, count.interval) is Fit.CANNOT:
                return None
            same = meet(count.interval, summed) is not None
            top = _greater(top, count.interval.high if same else None)
        elif not any(_holds(one, count) for one in added):
            top = None
    return Interval(low=summed.low, high=_sum(_greater(top, summed.high), more))


def _sum(one: int | None, other: int | None) -> int | None:
    """Return how many two tops are together; None where one is open."""
    return None if one is None or other is None else one + other


def _greater(one: int | None, other: int | None) -> int | None:
    """Return the greater of two tops; None where one is open."""
    return None if one is None or other is None else max(one, other)


def _holds(one: Count, other: Count) -> bool:
    """Say whether a count holds another by its words: one of any kind of people, or the same."""
    if one.adds or fit(other.interval, one.interval) is Fit.CANNOT:
        return False
    same = named(one.figure).lower() == named(other.figure).lower()
    return one.is_general or (same and one.interval == other.interval)


def _arithmetic(added: Sequence[Count], summed: Interval) -> str | None:
    if len(added) == 1:
        return None
    return f"{' + '.join(_term(one) for one in added)} = {_words(summed)}"


def _term(count: Count) -> str:
    """Return a count in words: "2 teachers", "1 more teacher", "3 others"."""
    people = named(count.figure)
    says_so = people.split()[0].lower() in words("added", "words")
    more = "more " if count.adds and not says_so else ""
    return f"{_words(count.interval)} {more}{people}"


def _words(interval: Interval) -> str:
    if interval.is_exact:
        return f"{interval.low:,}"
    if interval.high is None:
        return f"at least {interval.low:,}"
    return f"{interval.low:,} to {interval.high:,}"
