"""What a relation hangs on: a name, a border, a coast, a capital.

Reads the grammar of one report and its places found. A border names its countries before it ("the
Turkish-Syrian border", "Algeria's long border"), behind it ("the border with Libya"), or both. A
border that names none is left alone, but for a border town: it lies on some border of its country.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.extract.places.related import Ground, Head, HeadKind
from onrecord.extract.places.relating import RelationWords
from onrecord.extract.places.spotting import Spot
from onrecord.model import Analysis, Sentence, Token

_JOINS = frozenset({"-", "–", "and", "/"})
_LEADS = frozenset({"the", "neighbouring", "neighboring", "nearby"})


@dataclass(frozen=True, slots=True)
class _Row:
    """One sentence with the places in it, by their first and last words."""

    tokens: Sequence[Token]
    sentence: Sentence
    by_first: Mapping[int, int]
    by_last: Mapping[int, int]
    found: Sequence[Spot]
    words: RelationWords

    def word(self, index: int) -> str:
        inside = self.sentence.first <= index < self.sentence.last
        return self.tokens[index].text.lower() if inside else ""

    def lemma(self, index: int) -> str:
        return self.tokens[index].lemma if self.word(index) else ""


def heads(
    analysis: Analysis, sentence: Sentence, found: Sequence[Spot], words: RelationWords
) -> Iterator[Head]:
    """Return what relations of a sentence may hang on, in reading order of its last words."""
    row = _row(analysis, sentence, found, words)
    used: set[int] = set()
    lines = {}
    for index in range(sentence.first, sentence.last):
        # Most words are none of these, and are passed over at once.
        if analysis.tokens[index].lemma not in words.sets["marks"]:
            continue
        head = _line(row, index)
        if head is not None:
            lines[index] = head
            used.update(ground.spot for ground in head.grounds if ground.spot is not None)
    yield from lines.values()
    for number in row.by_first.values():
        if number not in used:
            span = found[number].span
            ground = (Ground(spot=number),)
            yield Head(kind=HeadKind.PLACE, start=span.start, end=span.end, grounds=ground)


def _row(
    analysis: Analysis, sentence: Sentence, found: Sequence[Spot], words: RelationWords
) -> _Row:
    inside = [
        (number, spot)
        for number, spot in enumerate(found)
        if sentence.first <= spot.first < sentence.last
    ]
    return _Row(
        analysis.tokens,
        sentence,
        {spot.first: number for number, spot in inside},
        {spot.last: number for number, spot in inside},
        found,
        words,
    )


def _line(row: _Row, index: int) -> Head | None:
    """Return the border, coast or capital that a word names."""
    sets, word = row.words.sets, row.word(index)
    if word in sets["coasts"]:
        return _coast(row, index)
    if word in sets["capitals"]:
        return _capital(row, index)
    return _border(row, index) if row.lemma(index) in sets["borders"] else None


def _border(row: _Row, index: int) -> Head | None:
    first, before = _before(row, index)
    last, behind, town = _behind(row, index)
    grounds = (*before, *behind)
    if not grounds and town is None:
        return None
    tokens = row.tokens
    return Head(
        kind=HeadKind.BORDER,
        start=tokens[first].span.start,
        end=tokens[last].span.end,
        grounds=grounds,
        town=town,
    )


def _before(row: _Row, index: int) -> tuple[int, tuple[Ground, ...]]:
    """Return the first word of what names a line, and the countries named there."""
    grounds: list[Ground] = []
    first = index
    while first > row.sentence.first:
        size, ground = _ground_before(row, first) if not grounds else (0, None)
        joined = row.word(first - 1) in _JOINS and grounds
        if joined:
            size, ground = _ground_before(row, first - 1)
            size += 1 if ground else 0
        if ground is not None:
            grounds.insert(0, ground)
            first -= size
        elif row.word(first - 1) in row.words.sets["border_words"]:
            first -= 1
        else:
            break
    return first, tuple(grounds)


def _ground_before(row: _Row, index: int) -> tuple[int, Ground | None]:
    """Return the place that ends before a word, and of how many words it is."""
    code = row.words.peoples.get(row.tokens[index - 1].text) if row.word(index - 1) else None
    if code is not None:
        return 1, Ground(country=code)
    number = row.by_last.get(index)
    return (0, None) if number is None else (index - row.found[number].first, Ground(spot=number))


def _behind(row: _Row, index: int) -> tuple[int, tuple[Ground, ...], int | None]:
    """Return the last word of what names a border, the countries named there, and its town."""
    sets = row.words.sets
    at = index + 1
    if row.word(at) in sets["border_towns"]:
        town = row.by_first.get(at + 2 if row.word(at + 1) == "of" else at + 1)
        if town is not None:
            return row.found[town].last - 1, (), town
    at += row.word(at) in sets["border_behind"]
    if row.word(at) not in sets["border_with"]:
        return at - 1, (), None
    grounds: list[Ground] = []
    last = at - 1
    while row.word(at) in sets["border_with"] | _JOINS:
        at += 1
        at += row.word(at) in _LEADS
        number = row.by_first.get(at)
        if number is None:
            break
        grounds.append(Ground(spot=number))
        at = row.found[number].last
        last = at - 1
        if row.word(at) not in _JOINS or row.word(index + 1) != "between":
            break
    return last, tuple(grounds), None


def _coast(row: _Row, index: int) -> Head | None:
    first, grounds = _before(row, index)
    last = index
    if not grounds and row.word(index + 1) == "of":
        at = index + 2 + (row.word(index + 2) == "the")
        number = row.by_first.get(at)
        if number is not None:
            grounds, last = (Ground(spot=number),), row.found[number].last - 1
    if len(grounds) != 1:
        return None
    start, end = row.tokens[first].span.start, row.tokens[last].span.end
    return Head(kind=HeadKind.COAST, start=start, end=end, grounds=grounds)


def _capital(row: _Row, index: int) -> Head | None:
    """Return a capital that is not named itself: "the Malian capital"."""
    behind = index + 1
    if behind in row.by_first or (row.word(behind) in {",", "of"} and behind + 1 in row.by_first):
        return None
    first, grounds = _before(row, index)
    if len(grounds) != 1:
        return None
    start, end = row.tokens[first].span.start, row.tokens[index].span.end
    return Head(kind=HeadKind.CAPITAL, start=start, end=end, grounds=grounds)
