"""What each finder of bodies hands over, before mentions of one body are joined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.extract.entities.coreference import CoreferenceWords
from onrecord.extract.entities.lexicon import BodyWords
from onrecord.model import (
    Analysis,
    EntityKind,
    Identifier,
    MentionForm,
    Name,
    Sentence,
    Span,
    Token,
)

HYPHENS = frozenset({"-", "–", "/"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})

# The longest name of a nation, in words: "Saint Vincent and the Grenadines".
_LONGEST_NATION = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A body or person found, in tokens.

    Attributes:
        first: Index of the first token of the whole phrase.
        last: Index after its last token.
        core: Bounds of the name, or of a description's noun with what stands before it.
        kind: What it is.
        name: The name, or the description.
        key: What all mentions of this body share.
        rank: Which draft gives way where two overlap: the higher.
        named: The name is a proper one.
        country: Code of its country, where the words beside it or a lexicon say.
        role: What the words beside it say it does.
        codes: Its tickers, with where they stand.
        form: Whether these words name it or point back to where it is named.
        affiliation: Of a person, bounds of the words for the body or place of the role.
        age: Of a person, in years, where the words beside the name say.
    """

    first: int
    last: int
    core: tuple[int, int]
    kind: EntityKind
    name: str
    key: str
    rank: int
    named: bool = True
    country: str | None = None
    role: str | None = None
    codes: tuple[tuple[Identifier, Span], ...] = ()
    form: MentionForm = MentionForm.NAME
    affiliation: tuple[int, int] | None = None
    age: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One report as the finders see it.

    Attributes:
        analysis: Its grammar.
        words: The lexica.
        back: The words by which mentions are told to be one.
        lower: Its words in small letters.
        labels: The engine's name over each word, by index.
    """

    analysis: Analysis
    words: BodyWords
    back: CoreferenceWords
    lower: tuple[str, ...]
    labels: Mapping[int, Name]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All words of the report."""
        return self.analysis.tokens

    def text(self, first: int, last: int) -> str:
        """Return words as analysed: a report in capitals is read in sentence case."""
        if not self.analysis.upper_case:
            return " ".join(self.analysis.span_of(first, last).of(self.analysis.text).split())
        parts = [self.tokens[first].text]
        for index in range(first + 1, last):
            gap = self.tokens[index].span.start > self.tokens[index - 1].span.end
            parts.append((" " if gap else "") + self.tokens[index].text)
        return "".join(parts)

    def is_capital(self, index: int) -> bool:
        """Say whether a word starts with a capital."""
        return self.tokens[index].text[:1].isupper()

    def runs(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Return the stretches of words with capitals, hyphens and "&" inside them included."""
        index = sentence.first
        while index < sentence.last:
            if not self.is_capital(index):
                index += 1
                continue
            end = index + 1
            while end < sentence.last and (
                self.is_capital(end)
                or (
                    (self.lower[end] in HYPHENS or self.lower[end] == "&")
                    and end + 1 < sentence.last
                    and self.is_capital(end + 1)
                )
            ):
                end += 1
            yield index, end
            index = end

    def nation_before(self, index: int) -> tuple[str, int] | None:
        """Return code and first token of the nation named right before a word.

        "Norwegian", "Norway's" and "U.S." are; the word before is the last of its name.
        """
        end = index - (index > 0 and self.lower[index - 1] in POSSESSIVES)
        for first in range(max(0, end - _LONGEST_NATION), end):
            if self.is_capital(first) or self.analysis.upper_case:
                name = self.text(first, end)
                code = self.words.nation(name)
                if code is None and self.analysis.upper_case:
                    code = self.words.nation(name.title())
                if code:
                    return code, first
        return None


def page_of(analysis: Analysis, words: BodyWords, back: CoreferenceWords) -> Page:
    """Return a report ready for the finders."""
    return Page(
        analysis=analysis,
        words=words,
        back=back,
        lower=tuple(token.text.lower() for token in analysis.tokens),
        labels={index: name for name in analysis.names for index in range(name.first, name.last)},
    )
