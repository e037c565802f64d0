"""The lead's figures against later ones of the same story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.checks._tolls import (
    counts_attackers,
    holds,
    is_elsewhere,
    is_explained,
    is_link,
    same_voice,
    sentence_text,
    were_taken,
)
from onrecord.checks.headline.wording import query
from onrecord.intervals import Interval, Relation, meet, relation, total
from onrecord.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.checks._tolls import Toll
    from onrecord.model import Query, Reading, Report


def against_lead(report: Report, reading: Reading, counted: Sequence[Toll]) -> Iterator[Query]:
    """Yield a query for the first later figure of each fate that contradicts the lead's."""
    told: set[str | None] = set()
    for first in counted:
        if first.sentence != 0 or first.slot in {None, *told} or not _is_toll(first):
            continue
        told.add(first.slot)
        same = [toll for toll in counted if toll.slot == first.slot and toll is not first]
        dead = [one for one in counted if one.slot == "killed" and one.sentence == 0]
        clash = next(
            (
                one
                for one in same
                if _clashes(report, reading, first, one)
                and not _takes_in(sentence_text(report, reading, one), first, one, dead)
            ),
            None,
        )
        if clash is None or _is_told_twice(first, clash, same):
            continue
        words = [" ".join(one.span.of(report.text).split()) for one in (first, clash)]
        message = (
            f"The lead has “{words[0]}” {first.slot}, sentence {clash.sentence + 1} “{words[1]}”."
        )
        yield query(reading, Severity.QUERY, message, (first.span, clash.span))


def _is_toll(toll: Toll) -> bool:
    """Say whether a figure says how many it was in all: people of any kind, no part of others."""
    whole = toll.mention.part_of is None and not toll.is_article
    return toll.is_general and whole and holds(toll)


def _is_told_twice(first: Toll, clash: Toll, same: Sequence[Toll]) -> bool:
    """Say whether both figures come again later, as those of two events do."""
    again = [toll.interval for toll in same if toll is not clash]
    return first.interval in again and clash.interval in again


def _takes_in(text: str, first: Toll, later: Toll, dead: Sequence[Toll]) -> bool:
    """Say whether a later figure of the injured may take in the dead of the lead.

    "One died and two were hurt" makes three who were hit. Some of the dead may have been taken to
    hospital with the others.
    """
    if first.slot != "injured" or not dead:
        return False
    all_hit = total([first.interval, *(one.interval for one in dead)])
    if meet(all_hit, later.interval) is not None:
        return True
    between = Interval(low=first.interval.low, high=all_hit.high)
    return were_taken(text) and meet(between, later.interval) is not None


def _clashes(report: Report, reading: Reading, first: Toll, later: Toll) -> bool:
    """Say whether a later figure must be of the same people, and cannot be as many."""
    # "The 17 dead" points back, which is the business of another check.
    if later.sentence <= 0 or not _is_toll(later) or later.mention.definite:
        return False
    if not same_voice(first, later) or is_link(report, later):
        return False
    # Fewer may be those of one place or one moment.
    if relation(first.interval, later.interval) is not Relation.CONTRADICTORY:
        return False
    if later.interval.low < first.interval.low:
        return False
    text = sentence_text(report, reading, later)
    if is_explained(text) or counts_attackers(text):
        return False
    return not is_elsewhere(reading, first, later)
