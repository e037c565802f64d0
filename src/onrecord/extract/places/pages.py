"""A report as the search for places sees it: its words, the engine's names, the atlas at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from onrecord.extract.places.atlas import Atlas
from onrecord.extract.places.lexicon import PlaceWords
from onrecord.model import Analysis, Name, Sentence, Token

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
# What "left for" and "bound for" come to before a name.
_TOWARDS = "to"
HYPHENS = frozenset({"-", "–"})

# Names of persons given in full have at least two words.
FULL_NAME = 2
# Common words that in a report in capitals are taken for a nation all the same have more letters.
_LONGER = 3
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "FW"})
_NAMING = frozenset({"NNP", "NNPS", "FW"})
# A town of this size is known widely enough to be looked for in a report in capitals.
_LARGE = 50_000
# The most small words between two words of one name: "Villa de la Paz".
_BRIDGE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One report with what the engine says of its words.

    Attributes:
        analysis: Its grammar.
        words: The lexica.
        atlas: The places known.
        labels: The engine's name over each word, by index.
        surnames: Last words of the persons named in full.
        small: Words of names that are common words too, in a report in capitals ("peru").
        ends: Where the places found so far end; grows while the report is read.
    """

    analysis: Analysis
    words: PlaceWords
    atlas: Atlas
    labels: Mapping[int, Name]
    surnames: frozenset[str]
    small: frozenset[int] = frozenset()
    ends: set[int] = field(default_factory=set)

    def text(self, first: int, last: int) -> str:
        """Return the words as analysed: a report in capitals is read in sentence case."""
        tokens = self.analysis.tokens
        if not self.analysis.upper_case:
            return " ".join(self.analysis.span_of(first, last).of(self.analysis.text).split())
        parts = [_capitalised(tokens[first].text)]
        for before, token in pairwise(tokens[first:last]):
            parts.append(" " if token.span.start > before.span.end else "")
            parts.append(_capitalised(token.text) if token.index in self.small else token.text)
        return "".join(parts)

    def word(self, index: int, sentence: Sentence) -> str:
        """Return a word in small letters, or "" outside the sentence."""
        if sentence.first <= index < sentence.last:
            return self.analysis.tokens[index].text.lower()
        return ""

    def locating(self, index: int, sentence: Sentence) -> str:
        """Return the word before a name, its article and directions left out."""
        index -= 1
        while self.word(index, sentence) in self.words.sets["compass"] | {"the"}:
            index -= 1
        word = self.word(index, sentence)
        both = f"{self.word(index - 1, sentence)} {word}"
        return _TOWARDS if both in self.words.sets["ways"] else word

    def is_capital(self, index: int) -> bool:
        """Say whether a word is written as a name."""
        text = self.analysis.tokens[index].text
        if text[0].isupper():
            return True
        return index in self.small

    def is_article(self, index: int, sentence: Sentence) -> bool:
        """Say whether an Arabic article in small letters opens a name: "al-Qaim"."""
        tokens = self.analysis.tokens
        return (
            index + 2 < sentence.last
            and tokens[index].text in self.words.sets["particles"]
            and tokens[index + 1].text in HYPHENS
            and tokens[index].span.end == tokens[index + 1].span.start
            and self.is_capital(index + 2)
        )

    def is_particle(self, index: int) -> bool:
        """Say whether a word is a small one that stands inside names."""
        text = self.analysis.tokens[index].text
        return text in HYPHENS or text.lower() in self.words.sets["particles"]

    def bridge(self, index: int, sentence: Sentence) -> int:
        """Return how many small words join what stands before to the next word with a capital."""
        tokens = self.analysis.tokens
        for here in range(index, min(index + _BRIDGE, sentence.last - 1)):
            token = tokens[here]
            glued = token.text in HYPHENS and token.span.start == tokens[here - 1].span.end
            if not (glued or token.text in self.words.sets["particles"]):
                return 0
            if self.is_capital(here + 1):
                return here - index + 1
        return 0

    def reach(self, index: int, sentence: Sentence, most: int) -> int:
        """Return how far a name that starts here could go, joining words included."""
        joining = self.words.sets["particles"] | self.words.sets["joining"] | HYPHENS | POSSESSIVES
        end = index + 1
        while end < min(sentence.last, index + most) and (
            self.is_capital(end) or self.analysis.tokens[end].text in joining
        ):
            end += 1
        return end

    def named_from(self, name: Name) -> int:
        """Return where a name the engine found starts, its article left out."""
        first = self.analysis.tokens[name.first].text
        return name.first + (first.lower() == "the" and name.last - name.first > 1)

    def named_to(self, name: Name) -> int:
        """Return where a name the engine found ends, a possessive left out."""
        return name.last - (self.analysis.tokens[name.last - 1].text in POSSESSIVES)


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]


def page_of(analysis: Analysis, words: PlaceWords, atlas: Atlas) -> Page:
    """Return a report ready to be searched."""
    labels = {index: name for name in analysis.names for index in range(name.first, name.last)}
    page = Page(
        analysis=analysis,
        words=words,
        atlas=atlas,
        labels=labels,
        surnames=frozenset(),
        small=_small_names(analysis, words, atlas),
    )
    surnames = frozenset(
        analysis.tokens[page.named_to(name) - 1].text
        for name in analysis.names
        if name.label == "PERSON" and page.named_to(name) - name.first >= FULL_NAME
    )
    return replace(page, surnames=surnames)


def _small_names(analysis: Analysis, words: PlaceWords, atlas: Atlas) -> frozenset[int]:
    """Return the words of well-known names that stand in small letters in a report in capitals."""
    if not analysis.upper_case:
        return frozenset()
    found: set[int] = set()
    before = ""
    for token, following in pairwise((*analysis.tokens, None)):
        if token is None:
            break
        name = _capitalised(token.text)
        if len(name) > _LONGER and not words.has("not_places", name):
            known = name in words.known or name in words.capitals
            if known or (before == "in" and _people(atlas, name) >= _LARGE):
                found.add(token.index)
        if following is not None and _may_pair(token, following):
            both = f"{name} {_capitalised(following.text)}"
            if both in words.known or _people(atlas, both) >= _LARGE:
                found |= {token.index, following.index}
        before = token.text.lower()
    return frozenset(found | _kinded(analysis, words))


def _kinded(analysis: Analysis, words: PlaceWords) -> set[int]:
    """Return the common words that what stands beside them makes a name.

    A kind of place behind them does ("RIO NEGRO MUNICIPALITY"), or "in" before them, where the
    engine takes them for a name ("IN AGUA CALIENTE").
    """
    found: set[int] = set()
    for token in analysis.tokens:
        word = token.text.lower()
        kind = word in words.sets["settled"] or word in words.features
        step = -1 if kind else 1 if word in {"in", "at"} else 0
        index = token.index + step
        while (
            step
            and 0 <= index < len(analysis.tokens)
            and _is_part_of_name(analysis.tokens[index], words)
        ):
            found.add(index)
            index += step
    return found


def _is_part_of_name(token: Token, words: PlaceWords) -> bool:
    small = token.text.lower()
    if small in words.sets["compass"] or words.has("kinds", small):
        return False
    return token.tag in _NAMING or small in words.sets["particles"]


def _may_pair(token: Token, following: Token) -> bool:
    """Say whether two words, not both with capitals, could be one name: "san Salvador"."""
    small = token.text[0].islower() or following.text[0].islower()
    return small and all(
        each.tag in _NOMINAL and each.text.isalpha() for each in (token, following)
    )


def _people(atlas: Atlas, name: str) -> int:
    return max((entry.population for entry in atlas.find(name)), default=0)
