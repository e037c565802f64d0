"""What stands in quotation marks, across sentences, and who goes on speaking in it.

Marks are paired within a paragraph. A quotation that is still open where its paragraph ends goes on
in the next if that begins with a mark, as agencies print long quotations; any other mark without a
partner is left alone.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.extract.attribution.drafts import Draft, Range
    from onrecord.model import Analysis, Sentence, Token

_OPENING = frozenset({"“", "``", "«", "„"})
_CLOSING = frozenset({"”", "»"})
_EITHER = frozenset({'"', "''"})
MARKS = _OPENING | _CLOSING | _EITHER
# Quoted sentences go on with the speaker of one so many sentences off, in the same paragraph.
_REACH = 4


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of a report.

    Attributes:
        parts: Their tokens, with their marks, in order.
        unclosed: First tokens of those that go on in the next paragraph.
        starts: Their first tokens, for looking up.
    """

    parts: tuple[Range, ...]
    unclosed: frozenset[int]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, analysis: Analysis) -> Quotations:
        """Pair the marks of a report."""
        found: list[Range] = []
        unclosed: set[int] = set()
        paragraphs = [
            list(group) for _, group in groupby(analysis.sentences, key=lambda one: one.paragraph)
        ]
        for number, sentences in enumerate(paragraphs):
            words = analysis.tokens[sentences[0].first : sentences[-1].last]
            pairs, left = _paired(analysis, words)
            found.extend(pairs)
            following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
            if left is not None and following is not None and _opens(analysis, following[0]):
                found.append((left, sentences[-1].last))
                unclosed.add(left)
        return cls(tuple(found), frozenset(unclosed), tuple(first for first, _ in found))

    def holding(self, index: int) -> Range | None:
        """Return the quotation a token stands in, its marks included; None if it is in none."""
        place = bisect_right(self.starts, index) - 1
        if place < 0:
            return None
        first, last = self.parts[place]
        return (first, last) if index < last else None

    def within(self, first: int, last: int) -> list[Range]:
        """Return the quotations that share a token with a stretch, in order."""
        start = max(0, bisect_right(self.starts, first) - 1)
        return [
            part
            for part in self.parts[start : bisect_right(self.starts, last)]
            if part[0] < last and first < part[1]
        ]

    def grown(self, stretch: Range, verb: int) -> Range:
        """Return a stretch with the whole of the quotations at its ends.

        The parser ends a clause with its sentence; the quotation goes on. A quotation that the cue
        verb itself stands in is none of its content.
        """
        first, last = stretch
        for end in (first, last - 1):
            part = self.holding(end)
            if part is not None and not part[0] <= verb < part[1]:
                first, last = min(first, part[0]), max(last, part[1])
        return first, last


def _opens(analysis: Analysis, sentence: Sentence) -> bool:
    return analysis.tokens[sentence.first].text in _OPENING | _EITHER


def _paired(analysis: Analysis, words: tuple[Token, ...]) -> tuple[list[Range], int | None]:
    """Return the pairs of marks in a paragraph, and the opening mark left over."""
    found: list[Range] = []
    left: int | None = None
    for token in words:
        if token.text not in MARKS:
            continue
        if left is not None and not _only_opens(analysis, token):
            found.append((left, token.index + 1))
            left = None
        elif not _only_closes(analysis, token):
            left = token.index
    return found, left


def _only_opens(analysis: Analysis, token: Token) -> bool:
    """Say whether a mark can only open a quotation: a blank before it and a word behind it."""
    if token.text in _OPENING:
        return True
    before, after = _beside(analysis, token)
    return token.text in _EITHER and before in _BLANK and after not in _BLANK


def _only_closes(analysis: Analysis, token: Token) -> bool:
    if token.text in _CLOSING:
        return True
    before, after = _beside(analysis, token)
    return token.text in _EITHER and before not in _BLANK and after in _BLANK


_BLANK = frozenset({"", " ", "\n", "\t", "\u00a0", "(", "["})


def _beside(analysis: Analysis, token: Token) -> tuple[str, str]:
    """Return the letters on both sides of a mark; "" at the ends of the report."""
    start, end = token.span.start, token.span.end
    return analysis.text[max(0, start - 1) : start], analysis.text[end : end + 1]


def continued(analysis: Analysis, quotations: Quotations, drafts: list[Draft]) -> list[Draft]:
    """Return the attributions with the quotations beside theirs added to their content.

    A quotation nobody has in his content and no cue stands beside belongs to the speaker quoted
    before it in its paragraph, or, at a paragraph's start, to the first one quoted in it.
    """
    drafts = list(drafts)
    held = [part for draft in drafts for part in draft.content]
    with_cue = {_sentence_of(analysis, draft.verb) for draft in drafts}
    for part in quotations.parts:
        number = _sentence_of(analysis, part[0])
        sentence = analysis.sentences[number - 1]
        starts = part[0] == sentence.first and part[1] >= sentence.last
        if not starts or number in with_cue or _overlaps(part, held):
            continue
        place = _speaker_of(analysis, quotations, part, drafts)
        if place is not None:
            draft = drafts[place]
            drafts[place] = replace(draft, content=tuple(sorted([*draft.content, part])))
            held.append(part)
    return drafts


def _overlaps(part: Range, others: list[Range]) -> bool:
    return any(first < part[1] and part[0] < last for first, last in others)


def _sentence_of(analysis: Analysis, index: int) -> int:
    return analysis.sentence_at(analysis.tokens[index].span).number


def _speaker_of(
    analysis: Analysis, quotations: Quotations, part: Range, drafts: list[Draft]
) -> int | None:
    """Return the place of the draft whose quotation another goes on with."""
    number = _sentence_of(analysis, part[0])
    paragraph = analysis.sentences[number - 1].paragraph
    beside: list[tuple[bool, int, int]] = []
    for place, draft in enumerate(drafts):
        if draft.speaker is None:
            continue
        for own in draft.content:
            said = quotations.holding(own[1] - 1)
            if said is None:
                continue
            ended = _sentence_of(analysis, own[1] - 1)
            goes_on = said[0] in quotations.unclosed and said[1] == part[0]
            same = analysis.sentences[ended - 1].paragraph == paragraph
            if goes_on or (same and abs(ended - number) <= _REACH):
                beside.append((own[0] > part[0], abs(ended - number), place))
    return min(beside)[2] if beside else None
