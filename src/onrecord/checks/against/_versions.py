"""Two versions of one story, sentence by sentence: which sentence of the new one is which old one.

Two sentences are one if they share most of their telling words, endings aside; each has at most one
partner. Numbers count for nothing, so that a sentence whose figure was changed still finds its own.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from onrecord.model import Citation, Span
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.registry import ReadReport

LEXICON = "comparisons.en"

# Share of telling words two versions of one sentence have in common; below, it is another one.
_ALIKE = 0.5
_FEWEST_SHARED = 2

# Letters by which a word is known whatever its ending ("killed", "killing").
_STEM = 5

_WORD = re.compile(r"[^\W\d_]+(?:[.’'\-][^\W\d_]+)*|\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or number of a sentence.

    Attributes:
        text: It, in lower case.
        span: Where it stands in its report.
    """

    text: str
    span: Span


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A sentence of one version.

    Attributes:
        number: Its number, from 1.
        span: Where it stands.
        words: Its words and numbers.
    """

    number: int
    span: Span
    words: tuple[Word, ...]

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Its words in lower case."""
        return tuple(word.text for word in self.words)

    @cached_property
    def stems(self) -> Counter[str]:
        """Its telling words without their endings."""
        stop = words_of("alike", "stop")
        return Counter(
            stem(text) for text in self.texts if text not in stop and not text[0].isdigit()
        )

    def has_any(self, phrases: Iterable[str]) -> bool:
        """Say whether it holds one of these words or phrases, lower case."""
        told = f" {' '.join(self.texts)} "
        return any(f" {phrase} " in told for phrase in phrases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One sentence in both versions.

    Attributes:
        old: It in the older version.
        new: It in the newer one.
        likeness: Share of telling words in common, 0 to 1.
    """

    old: Sentence
    new: Sentence
    likeness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """Two versions, with their sentences paired.

    Attributes:
        older: The older version.
        newer: The newer one.
        old: The sentences of the older version.
        new: The sentences of the newer version.
        pairs: The sentences that stand in both, in the order of the newer one.
    """

    older: ReadReport
    newer: ReadReport
    old: tuple[Sentence, ...]
    new: tuple[Sentence, ...]
    pairs: tuple[Pair, ...]

    @classmethod
    def of(cls, older: ReadReport, newer: ReadReport) -> Versions:
        """Return two versions with their sentences paired."""
        old, new = _sentences(older), _sentences(newer)
        return cls(older=older, newer=newer, old=old, new=new, pairs=_pairs(old, new))

    def pair_of_old(self, span: Span) -> Pair | None:
        """Return the pair whose old sentence holds these words."""
        return next((pair for pair in self.pairs if pair.old.span.overlaps(span)), None)

    def new_at(self, span: Span) -> Sentence | None:
        """Return the new sentence that holds these words."""
        return next((one for one in self.new if one.span.overlaps(span)), None)

    def partner(self, sentence: Sentence) -> Sentence | None:
        """Return what a new sentence was in the older version."""
        return next((pair.old for pair in self.pairs if pair.new is sentence), None)

    def fresh(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """Return the sentences beside one of the new version that the older one had not."""
        beside = (one for one in self.new if abs(one.number - sentence.number) == 1)
        return tuple(one for one in beside if self.partner(one) is None)


def cited_in(sentences: Sequence[Sentence], spans: Sequence[Span]) -> tuple[Citation, ...]:
    """Return the sentences that hold any of these words, as citations."""
    return tuple(
        Citation(0, one.number) for one in sentences if any(one.span.overlaps(s) for s in spans)
    )


def stem(word: str) -> str:
    """Return what is left of a word, lower case, whatever its ending."""
    return word[:_STEM]


@cache
def words_of(table: str, name: str) -> frozenset[str]:
    """Return a list of the lexicon of comparisons."""
    tables: Mapping[str, Any] = open_library().lexicon(LEXICON).entries
    return frozenset(tables[table][name])


@cache
def number_words() -> frozenset[str]:
    """Return the words that stand for a number."""
    tables: Mapping[str, Any] = open_library().lexicon("numbers.en").entries
    return frozenset(word for name in ("units", "scales", "vague") for word in tables[name])


def _sentences(read: ReadReport) -> tuple[Sentence, ...]:
    text = read.report.text
    return tuple(
        Sentence(
            number=number,
            span=span,
            words=tuple(
                Word(found.group().lower().replace("’", "'"), Span(*found.span()))
                for found in _WORD.finditer(text, span.start, span.end)
            ),
        )
        for number, span in enumerate(read.reading.sentences, start=1)
    )


def _pairs(old: Sequence[Sentence], new: Sequence[Sentence]) -> tuple[Pair, ...]:
    ranked = sorted(
        (
            Pair(old=one, new=other, likeness=likeness)
            for one in old
            for other in new
            if (likeness := _likeness(one, other)) >= _ALIKE
        ),
        key=lambda pair: (-pair.likeness, abs(pair.old.number - pair.new.number)),
    )
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    pairs = []
    for pair in ranked:
        if pair.old.number not in taken_old and pair.new.number not in taken_new:
            taken_old.add(pair.old.number)
            taken_new.add(pair.new.number)
            pairs.append(pair)
    return tuple(sorted(pairs, key=lambda pair: pair.new.number))


def _likeness(old: Sentence, new: Sentence) -> float:
    """Return the share of telling words in common, of the shorter and of both (their mean)."""
    left, right = old.stems, new.stems
    shared = (left & right).total()
    if shared < _FEWEST_SHARED:
        return 0.0
    both = 2 * shared / (left.total() + right.total())
    shorter = shared / min(left.total(), right.total())
    return (both + shorter) / 2
