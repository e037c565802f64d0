"""When two words are one, written two ways by a slip of the pen.

One slip is a letter left out, put in, changed, or swapped with its neighbour: the optimal string
alignment distance (Damerau 1964, with no letter touched twice). Candidates are found by what is
left when letters are deleted (Garbe 2012), so that a long list of names needs no comparing of all
with all. Names of other alphabets are also one if they sound alike, by the gazetteer's table of
romanisations.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations, groupby

from onrecord.resources.gazetteer import loosened

# Words shorter than this differ by one letter too often to be slips; a swap is another matter.
_SHORT = 5
SHORTEST = 3

# Names come back within a report and within a batch.
_REMEMBERED = 20_000

# "Al" and "All" are two words.
_LEAST_DOUBLED = 4

# Shorter words sound like too many others.
_SOUNDED = 6

# In words from this length on, two slips still leave one word; beyond the longest are no names.
_LONG = 10
LONGEST = 40

_VOWELS = frozenset("aeiouy")

# Vowels at the end of names.
_LAST = frozenset("aeiou")

# Letters of Roman numerals, which a swap turns into another number ("IV", "VI").
_NUMERALS = frozenset("ivxlcm")


def is_slip(left: str, right: str) -> bool:
    """Say whether two different words, lower case, are one word written two ways by a slip."""
    if min(len(left), len(right)) < SHORTEST or not (left.isalpha() and right.isalpha()):
        return False
    # An ending added or changed: one and many, man and woman ("Petrov", "Petrova").
    if left.startswith(right) or right.startswith(left) or left[:-1] == right[:-1]:
        return False
    if is_swap(left, right):
        return not set(left) <= _NUMERALS
    if is_exchange(left, right):
        return True
    if min(len(left), len(right)) < _SHORT or left[0] != right[0]:
        return False
    return slips(left, right) <= min(allowed(left), allowed(right))


def is_doubled(left: str, right: str) -> bool:
    """Say whether two words, lower case, differ by letters doubled within: "addax", "adax"."""
    short = min(len(left), len(right)) < _LEAST_DOUBLED
    if short or left.startswith(right) or right.startswith(left):
        return False
    return left != right and _squeezed(left) == _squeezed(right)


def is_other_vowel(left: str, right: str) -> bool:
    """Say whether two long words, lower case, differ in the vowel at their end alone.

    That tells sexes, numbers and peoples apart ("Petrova", "Bengali"), so it is for names of places
    and firms only.
    """
    long = len(left) == len(right) and len(left) > _SOUNDED and left.isalpha() and right.isalpha()
    return long and left != right and left[:-1] == right[:-1] and {left[-1], right[-1]} <= _LAST


def _squeezed(word: str) -> str:
    return "".join(letter for letter, _ in groupby(word))


def sound(word: str) -> str | None:
    """Return a word, lower case, as it sounds in any romanisation; None for a short word."""
    return loosened(word) if len(word) >= _SOUNDED else None


def allowed(word: str) -> int:
    """Return how many slips leave a word of this length recognisable."""
    return 2 if len(word) >= _LONG else 1


def slips(left: str, right: str) -> int:
    """Return the least number of slips that turn one word into the other."""
    before: list[int] = []
    above = list(range(len(right) + 1))
    for i, letter in enumerate(left, start=1):
        row = [i]
        for j, other in enumerate(right, start=1):
            best = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == right[j - 2] and left[i - 2] == other:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before, above = above, row
    return above[-1]


def is_swap(left: str, right: str) -> bool:
    """Say whether two words differ by one pair of neighbouring letters swapped."""
    if len(left) != len(right):
        return False
    places = [place for place, pair in enumerate(zip(left, right, strict=True)) if len({*pair}) > 1]
    if len(places) != 2 or places[1] - places[0] != 1:  # noqa: PLR2004 - a pair of neighbours
        return False
    first, second = places
    return left[first] == right[second] and left[second] == right[first]


def is_exchange(left: str, right: str) -> bool:
    """Say whether two long words have two vowels in each other's place ("-orsen", "-erson")."""
    if len(left) != len(right) or len(left) < _SHORT + 1 or left[0] != right[0]:
        return False
    apart = [pair for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
    swapped = len(apart) == 2 and apart[0] == apart[1][::-1]  # noqa: PLR2004 - a pair
    return swapped and set(apart[0]) <= _VOWELS


def bones(word: str) -> str:
    """Return a word without its vowels, which are in each other's place in an exchange."""
    return "".join(letter for letter in word if letter not in _VOWELS)


@lru_cache(maxsize=_REMEMBERED)
def deletions(word: str, count: int) -> frozenset[str]:
    """Return a word with up to so many letters left out.

    Two words so many slips apart share at least one of these.
    """
    return frozenset(
        "".join(letter for place, letter in enumerate(word) if place not in gone)
        for size in range(count + 1)
        for gone in map(frozenset, combinations(range(len(word)), size))
    )
