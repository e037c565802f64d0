"""Capitals that may be a near miss of a name, taken for no name or for half of one.

A misspelt name is often not known for one. So runs of capitals are looked at too, but only where
they are held against a name that the reading knows: of several words one of which is spelt the
same, or a single long word that no sentence begins with, unless it speaks or owns there. Behind a
given name that nobody known has ("David Andersen" beside "Ann Anderson") it is somebody else's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.checks.names.spellings import Spelling, lexicon, plainly, taken_apart
from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model import Reading, Report

_CAPITALS = re.compile(
    r"[A-Z][\w'’-]*[a-z][\w'’-]*(?:[ \t]+(?:al[- ])?[A-Z][\w'’-]*[a-z][\w'’-]*)*"
)
_WORD = re.compile(r"\S+")
_NEXT = re.compile(r"\s*(['’]?\w+)")
# A name before another; one letter is an initial, or "A".
_GIVEN = re.compile(r"(?<![\w'’.])([A-Z][\w'’-]*[a-z])[ \t]+(?:[A-Z]\.[ \t]+)?$")
# A single word that short may be any word.
_LONG_ENOUGH = 6
# Names of more words are seldom missed, and titles have more.
_MOST_WORDS = 4


class _Word(NamedTuple):
    """A word of a run of capitals: where it stands, and the words of a name that it is."""

    span: Span
    parts: tuple[str, ...]


def unread(report: Report, reading: Reading, known: Sequence[Spelling]) -> list[Spelling]:
    """Return the capitals that may be a near miss of a known name, each once.

    Args:
        report: The report.
        reading: Its reading.
        known: The names that the reading knows.
    """
    shapes = _shapes(known)
    named = [
        *(mention.name_span for mention in reading.mentions.entities),
        *(mention.span for mention in reading.mentions.places),
        *(mention.span for mention in reading.mentions.demonyms),
    ]
    theirs = {(word, one.full[-1][:1]) for one in known for word in one.full[:-1]}
    found: dict[tuple[str, ...], Spelling] = {}
    for sentence in reading.sentences:
        for span, words in _runs(report.text, sentence):
            if words in found or not _is_like(words, shapes):
                continue
            if any(one.covers(span) for one in named):
                continue
            if len(words) == 1 and _has_given_name(report.text, span, sentence, theirs):
                continue
            if len(words) > 1 or _may_stand_alone(report.text, span, sentence, named):
                found[words] = _spelling(report, span, words)
    return list(found.values())


def _spelling(report: Report, span: Span, words: tuple[str, ...]) -> Spelling:
    written = " ".join(span.of(report.text).split())
    return Spelling(
        words=words,
        plain=plainly(words),
        forms=taken_apart(written, is_person=False)[1],
        written=written,
        span=span,
        entity=None,
        full=words,
        group=None,
    )


def _shapes(known: Sequence[Spelling]) -> frozenset[tuple[object, ...]]:
    """Return the known names, their words with their places, and how single ones begin."""
    shapes: set[tuple[object, ...]] = set()
    for one in known:
        shapes.add(one.words)
        shapes |= {(len(one.plain), place, word) for place, word in enumerate(one.plain)}
        if one.is_person or len(one.plain) == 1:
            shapes.add((1, one.plain[-1][:1]))
    return frozenset(shapes)


def _is_like(words: tuple[str, ...], shapes: frozenset[tuple[object, ...]]) -> bool:
    """Say whether words are no known name, but share a word with one of as many words.

    A single word shares its first letter; a title is never half of a name.
    """
    if not words or words in shapes or not lexicon().titles.isdisjoint(words):
        return False
    plain = plainly(words)
    if len(words) == 1:
        return len(words[0]) >= _LONG_ENOUGH and (1, plain[0][:1]) in shapes
    return any((len(plain), place, word) in shapes for place, word in enumerate(plain))


def _runs(text: str, sentence: Span) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Yield the runs of capitals in a sentence, whole and in part, with their words."""
    for match in _CAPITALS.finditer(text, sentence.start, sentence.end):
        words = [_word(text, *found.span()) for found in _WORD.finditer(text, *match.span())]
        for first in range(len(words)):
            parts: tuple[str, ...] = ()
            for word in words[first : first + _MOST_WORDS]:
                parts += word.parts
                yield Span(words[first].span.start, word.span.end), parts


def _word(text: str, start: int, end: int) -> _Word:
    ending = text[end - 2 : end] in {"'s", "’s"}
    span = Span(start, end - 2 if ending else end)
    return _Word(span, taken_apart(span.of(text), is_person=False)[0])


def _has_given_name(text: str, span: Span, sentence: Span, theirs: set[tuple[str, str]]) -> bool:
    """Say whether a given name stands right before a word, and nobody of a like name has it."""
    before = _GIVEN.search(text[sentence.start : span.start])
    word = before.group(1).lower() if before else ""
    if not word or word in lexicon().titles | lexicon().openers:
        return False
    return (word, span.of(text)[:1].lower()) not in theirs


def _may_stand_alone(text: str, span: Span, sentence: Span, named: Sequence[Span]) -> bool:
    """Say whether a single word is no part of a name, and no word that just opens its sentence."""
    if any(one.overlaps(span) for one in named):
        return False
    behind = _NEXT.match(text, span.end, sentence.end)
    follower = behind.group(1).lower() if behind else ""
    return sentence.start != span.start or follower in lexicon().after
