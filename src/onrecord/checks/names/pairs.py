"""Pairs of spellings that may name one body or person."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.checks._slips import (
    LONGEST,
    SHORTEST,
    allowed,
    bones,
    deletions,
    is_doubled,
    is_other_vowel,
    is_slip,
    sound,
)
from onrecord.checks.names.spellings import Spelling, lexicon, plainly

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model import EntityRef


# Doubled at the end of a name, these letters may be an ending of their own.
_ENDINGS = frozenset("aeious")


def near_misses(spellings: Sequence[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """Yield pairs of spellings that differ by a slip and by nothing else the report tells.

    Two that differ in the same word as two before are left out.
    """
    taken = {word for one in spellings if one.is_person and len(one.full) > 1 for word in one.full}
    seen: set[frozenset[str]] = set()
    for left, right in _candidates(spellings):
        pair = _differing(left, right)
        if pair is None or frozenset(pair) in seen:
            continue
        if lexicon().nations.issuperset(pair) or _are_distinct(left, right):
            continue
        if not (_is_elsewhere(left, taken) or _is_elsewhere(right, taken)):
            seen.add(frozenset(pair))
            yield left, right


def _candidates(spellings: Sequence[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """Yield pairs of names of one class that share all words but one, and most of that one.

    The reading takes at least one of the two for a name.
    """
    shelves: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, spelling in enumerate(spellings):
        for key in set(_keys(spelling)):
            shelves[key].append(number)
    pairs = {pair for shelf in shelves.values() for pair in combinations(shelf, 2)}
    for left, right in sorted(pairs):
        one, other = spellings[left], spellings[right]
        known = one.entity is not None or other.entity is not None
        if known and not one.classes.isdisjoint(other.classes):
            yield one, other


def _keys(spelling: Spelling) -> Iterator[tuple[object, ...]]:
    """Yield under what a spelling is filed, so that near misses meet on one shelf."""
    yield ("whole", spelling.plain)
    last = len(spelling.plain) - 1
    for place, words in enumerate(zip(spelling.plain, spelling.words, strict=True)):
        rest = (*spelling.plain[:place], "", *spelling.plain[place + 1 :])
        for word in dict.fromkeys(words):
            if not word.isalpha() or not SHORTEST <= len(word) <= LONGEST:
                continue
            remains = {
                *deletions(word, allowed(word)),
                f"~{sound(word) or word}",
                f"^{bones(word)}",
            }
            yield from (("word", rest, remain) for remain in remains)
            if place == last and (spelling.is_person or spelling.entity is None):
                # A family name alone meets all full names that end in its like.
                yield from (("family", remain) for remain in remains)


def _differing(left: Spelling, right: Spelling) -> tuple[str, str] | None:
    """Return the one word that is written in two ways; None if the names differ by more, or not.

    A person may be named by the family name alone. Names of people that are known to be written in
    several ways may differ beside it.
    """
    one_word = min(len(left.words), len(right.words)) == 1
    last = slice(-1, None) if one_word and (left.is_person or right.is_person) else slice(None)
    mine, other = left.plain[last], right.plain[last]
    if len(mine) != len(other):
        return None
    written = tuple(zip(left.words[last], right.words[last], strict=True))
    apart = [place for place, pair in enumerate(zip(mine, other, strict=True)) if len({*pair}) > 1]
    if not apart:
        return next((pair for pair in written if pair[0] != pair[1]), None)
    place = apart[0]
    if len(apart) > 1 or not any(
        _is_one(pair, people=left.is_person or right.is_person, alone=len(mine) == 1)
        for pair in ((mine[place], other[place]), written[place])
    ):
        return None
    return written[place]


def _is_one(pair: tuple[str, str], *, people: bool, alone: bool) -> bool:
    """Say whether two words are one in two spellings.

    Beside words that agree, a letter doubled is a slip in a short word too.
    """
    if is_slip(*pair) or (people and _sound_alike(*pair)):
        return True
    # "AngloGold Ashanti", "AngloGold Ashante": of people, such endings tell sexes and kin apart.
    return not alone and (is_doubled(*pair) or (not people and is_other_vowel(*pair)))


def _sound_alike(left: str, right: str) -> bool:
    """Say whether two names are one in two romanisations: "Belmoukhtar", "Belmokhtar"."""
    shorter, longer = sorted((left, right), key=len)
    if longer.startswith(shorter) and (longer != shorter + shorter[-1] or longer[-1] in _ENDINGS):
        return False
    one = sound(left)
    return one is not None and one == sound(right) and left[0] == right[0]


def _are_distinct(left: Spelling, right: Spelling) -> bool:
    """Say whether the report tells the two apart by more than their spelling."""
    mine, other = left.entity, right.entity
    if mine is None or other is None or left.group == right.group:
        return False
    if mine.country and other.country and mine.country != other.country:
        return True
    codes, its_codes = _codes(mine), _codes(other)
    if any(codes[scheme].isdisjoint(its_codes[scheme]) for scheme in codes.keys() & its_codes):
        return True
    if mine.age is not None and other.age is not None and abs(mine.age - other.age) > 1:
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
    # Two romanisations of one family name are as good as two names where given names differ too.
    given = (plainly(left)[0], plainly(right)[0])
    if left[-1] == right[-1] or given[0] == given[1]:
        return False
    apart = plainly(left)[-1] != plainly(right)[-1]
    return apart or not _is_one(given, people=True, alone=False)


def _is_elsewhere(spelling: Spelling, taken: set[str]) -> bool:
    """Say whether a name that stands alone is part of somebody's full name as it is written."""
    alone = len(spelling.full) == 1 and (spelling.is_person or spelling.entity is None)
    return alone and spelling.full[-1] in taken
