"""One sentence as a row of words, for reading the numbers in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model import Analysis, Sentence, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The words of a sentence.

    Attributes:
        text: The report's text.
        tokens: The sentence's tokens. Their places in it, from 0, are what readers of numbers
            pass on.
        words: The tokens' texts, lower case.
    """

    text: str
    tokens: tuple[Token, ...]
    words: tuple[str, ...]

    @classmethod
    def of(cls, analysis: Analysis, sentence: Sentence) -> Line:
        """Return the words of a sentence."""
        tokens = analysis.tokens_of(sentence)
        return cls(
            text=analysis.text,
            tokens=tokens,
            words=tuple(token.text.lower() for token in tokens),
        )

    def word(self, place: int) -> str:
        """Return a word; "" outside the sentence."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def tag(self, place: int) -> str:
        """Return a word's part of speech; "" outside the sentence."""
        return self.tokens[place].tag if 0 <= place < len(self.words) else ""

    def gap(self, place: int) -> str:
        """Return what stands between a word and the next one."""
        if not 0 <= place < len(self.words) - 1:
            return ""
        return self.text[self.tokens[place].span.end : self.tokens[place + 1].span.start]
