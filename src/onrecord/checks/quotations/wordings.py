"""One quotation given to two people, and one speaker's sentence quoted in two wordings.

Two sentences are one quotation if they have nearly all their words in common, in one order. What a
transcript leaves open is no other wording: short forms, small words, a part left out at either end,
words put in square brackets. People repeat themselves, so two wordings of one speaker are looked
for only far from one another, and only where they part in mid-sentence and agree on both sides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.checks.quotations.said import Said

# Shares of the words of the shorter sentence, and of the longer one, that two have in common.
_SAME, _SAME_OF_LONGER = 0.9, 0.75
_ALIKE, _ALIKE_OF_LONGER = 0.7, 0.6

_FEWEST_SHARED = 6

# Two quotations of one speaker nearer than this may be one speech that comes back to its point.
_FAR = 400

# Each quotation is compared with each; of more than any story has, the first ones are.
_MOST_QUOTED = 500

# So many letters before a quotation may tell what its speaker does with it.
_BEFORE = 240
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z“\"])")

_BRACKETS = re.compile(r"\[[^\]]*\]|\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two quoted sentences that are one.

    Attributes:
        left: The first.
        right: The second.
    """

    left: Said
    right: Said


def given_to_two(text: str, quoted: Sequence[Said]) -> Iterator[Pair]:
    """Yield the sentences that two people are quoted with, one pair for each two speakers."""
    seen: set[tuple[int, int]] = set()
    for left, right in combinations(quoted[:_MOST_QUOTED], 2):
        speakers = (left.speaker, right.speaker)
        if speakers in seen or not _are_two(left, right) or _quotes_another(text, left, right):
            continue
        if _answers_it(text, left) or _answers_it(text, right):
            continue
        if _is_same(_spelt_out(left.words), _spelt_out(right.words)):
            seen.add(speakers)
            yield Pair(left, right)


def worded_twice(text: str, quoted: Sequence[Said]) -> Iterator[Pair]:
    """Yield the sentences that one speaker is quoted with in two wordings."""
    for left, right in combinations(quoted[:_MOST_QUOTED], 2):
        if left.speaker != right.speaker or left.quotation == right.quotation:
            continue
        apart = right.span.start - left.span.end
        if left.paragraph == right.paragraph and apart < _FAR:
            continue
        if any(_BRACKETS.search(one.span.of(text)) for one in (left, right)):
            continue
        if _differ_within(_spelt_out(left.words), _spelt_out(right.words)):
            yield Pair(left, right)


def _are_two(left: Said, right: Said) -> bool:
    """Say whether two speakers are two people or two bodies; a person may speak for a body."""
    if left.speaker == right.speaker or left.is_person != right.is_person:
        return False
    return not {*left.name.lower().split()} & {*right.name.lower().split()}


def _quotes_another(text: str, left: Said, right: Said) -> bool:
    """Say whether one of two quotations holds another: its speaker quotes somebody."""
    inner = ("‘", " '", "“", '"', "``")
    return any(mark in one.quotation.of(text) for one in (left, right) for mark in inner)


def _answers_it(text: str, one: Said) -> bool:
    """Say whether a speaker is told to answer what somebody else said: "disavowed remarks that"."""
    before = text[max(0, one.quotation.start - _BEFORE) : one.quotation.start]
    return _answering().search(_SENTENCE_END.split(before)[-1]) is not None


def _is_same(left: Sequence[str], right: Sequence[str]) -> bool:
    shorter, longer = sorted((len(left), len(right)))
    shared = sum(block.size for block in _blocks(left, right))
    if shared < _FEWEST_SHARED:
        return False
    return shared >= _SAME * shorter and shared >= _SAME_OF_LONGER * longer


def _differ_within(left: Sequence[str], right: Sequence[str]) -> bool:
    """Say whether two sentences agree but for words in their midst."""
    shorter, longer = sorted((len(left), len(right)))
    blocks = [block for block in _blocks(left, right) if block.size]
    shared = sum(block.size for block in blocks)
    if shared < max(_FEWEST_SHARED, _ALIKE * shorter) or shared < _ALIKE_OF_LONGER * longer:
        return False
    first, last = blocks[0], blocks[-1]
    inner_left = left[first.a : last.a + last.size]
    inner_right = right[first.b : last.b + last.size]
    return "".join(inner_left) != "".join(inner_right)


def _blocks(left: Sequence[str], right: Sequence[str]) -> list[Match]:
    return SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()


def _spelt_out(words: Sequence[str]) -> list[str]:
    """Return the words of a sentence without small ones, short forms written out."""
    short, small = _words()
    found: list[str] = []
    for word in words:
        ending = next((one for one in short if word.endswith(one) and word != one), None)
        parts = [word] if ending is None else [word.removesuffix(ending), short[ending]]
        found.extend(part for part in parts if part not in small)
    return found


@cache
def _answering() -> re.Pattern[str]:
    words = open_library().lexicon("wording-checks.en").entries["quotations"]["answering"]
    return re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE)


@cache
def _words() -> tuple[Mapping[str, str], frozenset[str]]:
    entries = open_library().lexicon("wording-checks.en").entries["quotations"]
    return entries["short"], frozenset(entries["small"])
