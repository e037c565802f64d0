"""Hedges lost between two versions: "could" became "has", "at least" is gone, "alleged" is gone.

A hedge is lost where the sentence stands in both versions, what it hedged stands there still, and
neither it nor another hedge does. A sentence that says why it is certain now ("confirmed"), or that
has a source the old one had not, has explained itself.

Known limits: the words of the lexicon `comparisons.en`; a sentence rewritten from the ground up has
no partner and is not looked at; a hedge made weaker ("may" to "is likely to") is no loss.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from onrecord.checks.against._versions import (
    Sentence,
    Versions,
    cited_in,
    number_words,
    stem,
    words_of,
)
from onrecord.model import Query, Severity, Span, hull
from onrecord.registry import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.checks.against._versions import Pair
    from onrecord.registry import ReadReport

NAME = "lost-hedges"

# So many words behind a hedge are looked through for what it hedges.
_REACH = 6
_LONGEST_PHRASE = 4


@dataclass(frozen=True, slots=True)
class _Hedge:
    """A hedge of a sentence: its first and last word, and the word it hedges (as numbers)."""

    first: int
    last: int
    hedged: int | None
    on_figure: bool


def compare(older: ReadReport, newer: ReadReport) -> tuple[Query, ...]:
    """Return a result for each hedge that the newer version lost without saying why."""
    versions = Versions.of(older, newer)
    return tuple(query for pair in versions.pairs for query in _lost(versions, pair))


def _lost(versions: Versions, pair: Pair) -> Iterator[Query]:
    if pair.old.texts == pair.new.texts or _is_explained(versions, pair):
        return
    kept = {hedge.hedged and pair.new.texts[hedge.hedged] for hedge in _hedges(pair.new)}
    for hedge in _hedges(pair.old):
        if hedge.hedged is None:
            continue
        hedged = pair.old.texts[hedge.hedged]
        if hedged in kept or any(stem(one) == stem(hedged) for one in kept if one):
            continue
        at = _counterpart(pair, hedge)
        if hedge.on_figure and _is_told(versions, pair.old, hedge):
            continue
        if at is None or _is_hedged_otherwise(pair, hedge, at):
            continue
        yield _query(versions, pair, hedge, at)
        return  # one result for a sentence: the others show when it is mended


def _query(versions: Versions, pair: Pair, hedge: _Hedge, at: int) -> Query:
    old, new = pair.old, pair.new
    before = hull([old.words[hedge.first].span, old.words[hedge.hedged or hedge.last].span])
    first = _opening(pair, hedge, at)
    evidence = hull([new.words[first].span, new.words[at].span])
    was = _told(before, versions.older)
    now = _told(evidence, versions.newer)
    gone = " ".join(old.texts[hedge.first : hedge.last + 1])
    return Query(
        check=NAME,
        severity=Severity.QUERY,
        message=f"The hedge “{gone}” is gone: “{was}” became “{now}”.",
        suggestion="Ask what made it certain, and say so; else put the hedge back.",
        evidence=(evidence,),
        cited=cited_in((new,), (evidence,)),
        before=(before,),
    )


def _told(span: Span, read: ReadReport) -> str:
    return " ".join(span.of(read.report.text).split())


def _hedges(sentence: Sentence) -> Iterator[_Hedge]:
    """Yield the hedges of a sentence, each with the word that it hedges."""
    texts = sentence.texts
    index = 0
    while index < len(texts):
        size = _size(sentence, index)
        on_figure = size < 0
        size = abs(size)
        if size:
            last = index + size - 1
            yield _Hedge(index, last, _hedged(sentence, last, on_figure=on_figure), on_figure)
        index += size or 1


def _size(sentence: Sentence, index: int) -> int:
    """Return how many words the hedge at a place has, less than zero for one on a figure."""
    texts = sentence.texts
    for size in range(_LONGEST_PHRASE, 0, -1):
        phrase = " ".join(texts[index : index + size])
        follows = texts[index + size] if index + size < len(texts) else ""
        if phrase in words_of("hedges", "figures") and _is_number(follows):
            return -size
        if phrase in words_of("hedges", "phrases") or phrase in words_of("hedges", "words"):
            return size
        if phrase in words_of("hedges", "modals") and not _is_ability(texts, index + size):
            return size
    return 0


def _is_ability(texts: tuple[str, ...], index: int) -> bool:
    """Say whether "could" goes on to what one was able to do, or "may" is a month."""
    if index >= len(texts) or texts[index][0].isdigit():
        return True
    return any(
        " ".join(texts[index : index + size]) in words_of("hedges", "ability") for size in (1, 2)
    )


def _hedged(sentence: Sentence, last: int, *, on_figure: bool) -> int | None:
    """Return the place of the word that a hedge makes uncertain."""
    if on_figure:
        return last + 1
    between = words_of("hedges", "between")
    for index in range(last + 1, min(last + 1 + _REACH, len(sentence.texts))):
        if sentence.texts[index] not in between:
            return index
    return None


def _is_number(text: str) -> bool:
    return text[:1].isdigit() or text in number_words()


def _counterpart(pair: Pair, hedge: _Hedge) -> int | None:
    """Return the place in the new sentence of what a hedge of the old one hedged; None if gone."""
    hedged = pair.old.texts[hedge.hedged or 0]
    places = [
        index
        for index, text in enumerate(pair.new.texts)
        if text == hedged or (not hedge.on_figure and stem(text) == stem(hedged))
    ]
    if not places:
        return None
    expected = _mapped(pair, hedge.hedged or 0)
    return min(places, key=lambda place: abs(place - expected))


def _mapped(pair: Pair, index: int) -> int:
    """Return about where a word of the old sentence stands in the new one."""
    matcher = SequenceMatcher(None, pair.old.texts, pair.new.texts, autojunk=False)
    for block in matcher.get_matching_blocks():
        if block.a <= index < block.a + block.size:
            return block.b + index - block.a
    return index


def _opening(pair: Pair, hedge: _Hedge, at: int) -> int:
    """Return where the words begin that took the place of a hedge: "was" before "killed"."""
    between = words_of("hedges", "between")
    first = at
    while not hedge.on_figure and first > 0 and pair.new.texts[first - 1] in between:
        first -= 1
    return first


def _is_hedged_otherwise(pair: Pair, hedge: _Hedge, at: int) -> bool:
    """Say whether a hedge of any kind stands before the words, near enough to hold for them."""
    return any(
        other.on_figure == hedge.on_figure and other.first < at <= other.last + _REACH
        for other in _hedges(pair.new)
    )


def _is_told(versions: Versions, old: Sentence, hedge: _Hedge) -> bool:
    """Say whether a hedge stands before its figure anywhere in the new version."""
    phrase = " ".join(old.texts[hedge.first : hedge.last + 2])
    return any(one.has_any((phrase,)) for one in versions.new)


def _is_explained(versions: Versions, pair: Pair) -> bool:
    """Say whether the new version tells why, by a word or a source that the old one had not."""
    settled, said = words_of("hedges", "settled"), words_of("hedges", "said")
    added = set(pair.new.texts) - set(pair.old.texts)
    if added & settled or any(set(one.texts) & settled for one in versions.fresh(pair.new)):
        return True
    return bool(added & said) and not set(pair.old.texts) & said


COMPARISON = Comparison(
    name=NAME,
    summary="No hedge of the older version is gone where its words stand still.",
    run=compare,
)
"""Its row in the table of comparisons."""
