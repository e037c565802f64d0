"""Pairs of spellings that may name one body or person."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.checks._slips import LONGEST, SHORTEST, allowed, deletions, is_slip
from onrecord.checks.names.spellings import CLASSES, Spelling, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model import EntityRef


def near_misses(spellings: Sequence[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """Yield pairs of spellings that differ by a slip and by nothing else the report tells.

    Two that differ in the same word as two before are left out.
    """
    families = {one.full[-1] for one in spellings if one.is_person and len(one.full) > 1}
    seen: set[frozenset[str]] = set()
    for left, right in _candidates(spellings):
        pair = _differing(left, right)
        if pair is None or frozenset(pair) in seen or not is_slip(*pair):
            continue
        if lexicon().nations.issuperset(pair) or _are_distinct(left, right):
            continue
        if not (_is_elsewhere(left, families) or _is_elsewhere(right, families)):
            seen.add(frozenset(pair))
            yield left, right


def _candidates(spellings: Sequence[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """Yield pairs of names of one class that share all words but one, and most of that one."""
    shelves: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, spelling in enumerate(spellings):
        for key in _keys(spelling):
            shelves[key].append(number)
    pairs = {pair for shelf in shelves.values() for pair in combinations(shelf, 2)}
    for left, right in sorted(pairs):
        yield spellings[left], spellings[right]


def _keys(spelling: Spelling) -> set[tuple[object, ...]]:
    """Return under what a spelling is filed, so that near misses meet on one shelf."""
    kind = CLASSES[spelling.entity.kind]
    keys: set[tuple[object, ...]] = set()
    for place, word in enumerate(spelling.words):
        if not word.isalpha() or not SHORTEST <= len(word) <= LONGEST:
            continue
        remains = deletions(word, allowed(word))
        rest = (*spelling.words[:place], "", *spelling.words[place + 1 :])
        keys |= {(kind, rest, remain) for remain in remains}
        if spelling.is_person and place == len(spelling.words) - 1:
            # A family name alone meets all full names that end in its like.
            keys |= {(kind, remain) for remain in remains}
    return keys


def _differing(left: Spelling, right: Spelling) -> tuple[str, str] | None:
    """Return the one word in which two names differ; None if they differ in more, or in none.

    A person may be named by the family name alone.
    """
    mine, other = left.words, right.words
    if left.is_person and min(len(mine), len(other)) == 1:
        mine, other = mine[-1:], other[-1:]
    if len(mine) != len(other):
        return None
    pairs = [pair for pair in zip(mine, other, strict=True) if pair[0] != pair[1]]
    return pairs[0] if len(pairs) == 1 else None


def _are_distinct(left: Spelling, right: Spelling) -> bool:
    """Say whether the report tells the two apart by more than their spelling."""
    if left.group == right.group:
        return False
    mine, other = left.entity, right.entity
    if mine.country and other.country and mine.country != other.country:
        return True
    codes, its_codes = _codes(mine), _codes(other)
    if any(codes[scheme].isdisjoint(its_codes[scheme]) for scheme in codes.keys() & its_codes):
        return True
    return left.is_person and _are_two_people(left.full, right.full)


def _codes(entity: EntityRef) -> dict[str, set[str]]:
    """Return the codes of a body by scheme, tickers without their exchange."""
    codes: dict[str, set[str]] = defaultdict(set)
    for code in entity.identifiers:
        codes[code.scheme].add(code.value.rpartition(":")[2])
    return codes


def _are_two_people(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Say whether two full names differ in the given name and in the family name too."""
    if min(len(left), len(right)) == 1:
        return False
    return left[0] != right[0] and left[-1] != right[-1]


def _is_elsewhere(spelling: Spelling, families: set[str]) -> bool:
    """Say whether a family name that stands alone is that of somebody else named in full."""
    alone = spelling.is_person and len(spelling.full) == 1
    return alone and spelling.full[-1] in families
