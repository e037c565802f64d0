"""What the grammar of a report says: sentences, words, how they hang together, names.

This is the only picture of the language engine that later stages see, so the engine can be changed
without touching them. Tags are Penn Treebank, relations ClearNLP (as spaCy's English pipelines
have them), labels of names OntoNotes 5.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.ids import Provenance
from onrecord.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word or mark.

    Attributes:
        index: Its place in `Analysis.tokens`.
        span: Where it stands.
        text: Its letters, as analysed: an all-capitals report is analysed in sentence case.
        lemma: Its dictionary form, lower case.
        tag: Penn Treebank part of speech ("VBD").
        head: Index of the word it hangs on; its own index when it heads its clause.
        relation: How it hangs on its head ("nsubj"); "ROOT" for the head of a clause.
        children: Indexes of the words that hang on it, in reading order.
    """

    index: int
    span: Span
    text: str
    lemma: str
    tag: str
    head: int
    relation: str
    children: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence.

    Attributes:
        number: Its number in the report, from 1, as briefs cite it.
        span: Where it stands, without the blanks around it.
        first: Index of its first token.
        last: Index after its last token.
        paragraph: Number of its paragraph, from 1.
    """

    number: int
    span: Span
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name the engine found.

    Attributes:
        span: Where it stands.
        label: OntoNotes type ("GPE", "ORG", "PERSON", "NORP", "DATE" ...).
        first: Index of its first token.
        last: Index after its last token.
    """

    span: Span
    label: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """The grammar of one report.

    Attributes:
        text: `Report.text`, which all spans refer to.
        sentences: The sentences of the report's body, in order.
        tokens: Its words and marks, in order.
        names: The names found, in order, not overlapping.
        engine: Which engine and version analysed it.
        upper_case: The report is written in capitals throughout.
    """

    text: str
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]
    engine: Provenance
    upper_case: bool = False

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        """Return the words of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def sentence_at(self, span: Span) -> Sentence:
        """Return the sentence in which a span starts.

        Raises:
            LookupError: The span starts in no sentence (in a dateline, say).
        """
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].span.end <= span.start:
                low = middle + 1
            else:
                high = middle
        if low < len(self.sentences) and self.sentences[low].span.start <= span.start:
            return self.sentences[low]
        raise LookupError(f"no sentence at offset {span.start}")

    def sentence_of(self, index: int) -> Sentence:
        """Return the sentence a word belongs to; for a blank between two, the one before it."""
        low, high = 0, len(self.sentences) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.sentences[middle].first <= index:
                low = middle
            else:
                high = middle - 1
        return self.sentences[low]

    def span_of(self, first: int, last: int) -> Span:
        """Return the stretch from token `first` up to, not including, token `last`."""
        return Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)

    def subtree(self, index: int) -> tuple[int, ...]:
        """Return the indexes of a word and of all that hangs on it, in reading order."""
        found = [index]
        for found_index in found:
            found.extend(self.tokens[found_index].children)
        return tuple(sorted(found))

    def ancestors(self, index: int) -> tuple[int, ...]:
        """Return the words a word hangs on, from the nearest to the head of its clause."""
        chain: list[int] = []
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            chain.append(index)
        return tuple(chain)
