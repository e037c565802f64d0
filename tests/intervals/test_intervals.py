"""Interval arithmetic on counts, held against trying all small numbers."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as some

from onrecord.intervals import (
    ANYTHING,
    NOTHING,
    Agreement,
    Fit,
    Interval,
    Relation,
    agreement,
    difference,
    fit,
    hull,
    meet,
    relation,
    total,
)
from onrecord.model import Figure

# Numbers tried stand for all: ends go to 8, sums of three to 24, and an open end is cut off far
# enough out that what it allows below there is all that tells it from a closed one.
_MOST_END = 8
_FAR = 60
REACHED = set(range(_FAR - _MOST_END))


@some.composite
def intervals(draw: some.DrawFn) -> Interval:
    """Draw a small interval, open at the top one time in four."""
    low = draw(some.integers(0, _MOST_END))
    high = draw(some.one_of(some.none(), *[some.integers(low, _MOST_END)] * 3))
    return Interval(low=low, high=high)


def members(interval: Interval | None) -> set[int]:
    """Return the counts of an interval, as far out as anybody looks."""
    return set() if interval is None else {count for count in range(_FAR) if count in interval}


def narrower(interval: Interval, other: Interval) -> bool:
    """Say whether all of one interval is in another."""
    return members(interval) <= members(other)


@given(some.lists(intervals(), max_size=3))
def test_sum_is_just_what_its_parts_can_make(parts: list[Interval]) -> None:
    """Every sum of members is in it, and nothing else is."""
    made = {sum(choice) for choice in product(*(members(part) for part in parts))}
    assert members(total(parts)) == {count for count in made if count < _FAR}


@given(some.lists(intervals(), max_size=6).flatmap(some.permutations))
def test_order_and_grouping_of_parts_make_no_difference(parts: list[Interval]) -> None:
    """A sum is associative and commutative, and none at all adds nothing."""
    middle = len(parts) // 2
    grouped = total([total(parts[:middle]), NOTHING, total(parts[middle:])])
    assert total(parts) == total(reversed(parts)) == grouped


@given(intervals(), intervals(), intervals())
def test_sum_of_less_is_no_wider(part: Interval, other: Interval, third: Interval) -> None:
    """Narrowing a part never widens the sum."""
    shared = meet(part, other)
    if shared is not None:
        assert narrower(total([shared, third]), total([part, third]))


@given(intervals(), intervals())
def test_difference_is_just_what_can_be_left(whole: Interval, part: Interval) -> None:
    """Every member less every member that fits in it, and nothing else."""
    left = {all_ - some_ for all_ in members(whole) for some_ in members(part) if some_ <= all_}
    # Within reach of what was tried: a large part of an open whole lies beyond it.
    assert members(difference(whole, part)) & REACHED == left & REACHED


@given(intervals(), intervals())
def test_part_and_what_is_left_can_make_the_whole(whole: Interval, part: Interval) -> None:
    """Difference undoes a sum as far as intervals go: no whole that can be is lost."""
    left = difference(whole, part)
    if left is not None:
        assert meet(total([part, left]), whole) is not None
    assert narrower(whole, difference(total([whole, part]), part) or NOTHING)


@given(intervals(), intervals())
def test_meet_is_the_greatest_lower_bound(left: Interval, right: Interval) -> None:
    """It has just the counts that are in both."""
    assert members(meet(left, right)) == members(left) & members(right)
    assert meet(left, right) == meet(right, left)
    assert meet(left, ANYTHING) == meet(left, left) == left


@given(some.lists(intervals(), min_size=1, max_size=4), intervals())
def test_hull_is_the_least_upper_bound(parts: list[Interval], other: Interval) -> None:
    """All are within it, and it is within whatever they are all within."""
    over = hull(parts)
    assert all(narrower(part, over) for part in parts)
    if all(narrower(part, other) for part in parts):
        assert narrower(over, other)


def test_hull_of_nothing_is_an_error() -> None:
    """There is no narrowest interval around nothing."""
    with pytest.raises(ValueError, match="no intervals"):
        hull([])


@given(intervals(), intervals())
def test_relation_is_what_the_members_say(left: Interval, right: Interval) -> None:
    """Held against the sets themselves."""
    mine, theirs = members(left), members(right)
    expected = {
        Relation.UNKNOWN: ANYTHING in (left, right),
        Relation.EQUAL: mine == theirs,
        Relation.CONTRADICTORY: not mine & theirs,
        Relation.NARROWER: mine < theirs,
        Relation.WIDER: mine > theirs,
        Relation.COMPATIBLE: True,
    }
    assert relation(left, right) is next(name for name, holds in expected.items() if holds)


@given(intervals(), intervals())
def test_relation_mirrors(left: Interval, right: Interval) -> None:
    """Contradiction is symmetric; narrower is wider from the other side."""
    mirrored = {Relation.NARROWER: Relation.WIDER, Relation.WIDER: Relation.NARROWER}
    found = relation(left, right)
    assert relation(right, left) is mirrored.get(found, found)


@given(intervals(), intervals())
def test_fit_is_what_the_members_say(part: Interval, whole: Interval) -> None:
    """A part cannot be more than its whole."""
    fits = {some_ <= all_ for some_ in members(part) for all_ in members(whole)}
    expected = {frozenset({True}): Fit.MUST, frozenset({False}): Fit.CANNOT}
    assert fit(part, whole) is expected.get(frozenset(fits), Fit.CAN)


@given(some.lists(intervals(), max_size=5))
def test_agreement_is_all_that_every_claim_allows(claims: list[Interval]) -> None:
    """The tightest interval; and without one, a clash is always named, and is one."""
    found = agreement(claims)
    shared = set(range(_FAR))
    for claim in claims:
        shared &= members(claim)
    assert members(found.interval) == shared
    assert bool(found.clashes) == (found.interval is None)
    assert all(not members(claims[one]) & members(claims[two]) for one, two in found.clashes)


def test_clash_names_who_cannot_both_be_right() -> None:
    """Of three tolls the first and the last cannot both be so."""
    tolls = [Interval(high=9), Interval(low=3), Interval.exactly(12)]
    assert agreement(tolls) == Agreement(interval=None, clashes=((0, 2),))


def test_agreement_of_hedged_tolls_is_narrower_than_each() -> None:
    """At least ten, up to fourteen and more than eleven are twelve to fourteen."""
    tolls = [Interval(low=10), Interval(high=14), Interval(low=12)]
    assert agreement(tolls).interval == Interval(low=12, high=14)


@pytest.mark.parametrize(
    ("figure", "interval"),
    [
        (Figure(low=12, high=None), Interval(low=12)),
        (Figure(low=None, high=19), Interval(high=19)),
        (Figure(low=9.5, high=10.5), Interval.exactly(10)),
        (Figure(low=-3, high=4), Interval(high=4)),
        (Figure(low=10.2, high=10.8), None),
        (Figure(low=-9, high=-2), None),
    ],
    ids=str,
)
def test_interval_of_a_figure(figure: Figure, interval: Interval | None) -> None:
    """Open ends stay open, but nobody counts fewer than none, or half of one."""
    assert Interval.find_of(figure) == interval


@pytest.mark.parametrize(("low", "high"), [(-1, 3), (4, 3)])
def test_ends_out_of_order_are_an_error(low: int, high: int) -> None:
    """An interval is never empty, and never below none."""
    with pytest.raises(ValueError, match="0 <= low <= high"):
        Interval(low=low, high=high)


def test_only_counts_are_members() -> None:
    """A number of another kind is in no interval."""
    assert 3 in Interval.exactly(3)
    assert "3" not in ANYTHING
    assert Interval.exactly(3).is_exact
    assert not ANYTHING.is_exact
