"""Which words and sentences of a report tell of one incident, and how surely each does.

Reads the spans that are known to be of the incident (who, whom, with what, the words for the deed)
and what else names the same people; a word that stands all over the report says little about any
one sentence.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Analysis, EntityKind, Mentions, Report, Sentence, Span

# What is done about an incident is no part of it: an arrest dates no bombing.
AFTERMATH = frozenset({"arrest", "rescue", "release", "escape", "displacement"})
"""Event types that follow an incident."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One incident as its report tells it.

    Attributes:
        report: The report.
        analysis: Its grammar.
        mentions: What is named in it.
        weights: How much each sentence tells of the incident, by number; the most is 1.
        top: Number of the sentence that tells most; 0 where none tells anything.
        words: Indexes of the words that belong to the incident.
        deeds: Code of the event that each word tells, the aftermath left out.
        codes: Codes of the events among the words of the incident.
        cues: Indexes of the words that hand over what others say.
        kinds: Codes of the events that tell an incident of its type; none where that is unknown.
    """

    report: Report
    analysis: Analysis
    mentions: Mentions
    weights: Mapping[int, float]
    top: int
    words: frozenset[int]
    deeds: Mapping[int, str]
    codes: frozenset[str]
    cues: frozenset[int]
    kinds: frozenset[str]

    @classmethod
    def of(
        cls,
        report: Report,
        analysis: Analysis,
        mentions: Mentions,
        spans: Sequence[Span],
        *,
        kinds: Iterable[str] = (),
    ) -> Telling:
        """Look at one incident.

        Args:
            report: The report.
            analysis: Its grammar.
            mentions: What is named in it.
            spans: The stretches that tell of the incident.
            kinds: Codes of the events that tell an incident of its type, as far as known.
        """
        named = (*spans, *_namesakes(mentions, spans))
        weights = _weights(analysis, named)
        deeds = {
            event.trigger: event.code for event in mentions.events if event.code not in AFTERMATH
        }
        words = frozenset(_words(analysis, named))
        cued = [span for one in mentions.attributions for span in one.cue]
        return cls(
            report=report,
            analysis=analysis,
            mentions=mentions,
            weights=weights,
            top=max(weights, key=lambda number: (weights[number], -number), default=0),
            words=words,
            deeds=deeds,
            codes=frozenset(
                event.code
                for event in mentions.events
                if any(event.span.overlaps(span) for span in spans)
            ),
            cues=frozenset(_words(analysis, cued)),
            kinds=frozenset(kinds),
        )

    def sentence(self, span: Span) -> Sentence | None:
        """Return the sentence a span starts in; None outside the story."""
        return find_sentence(self.analysis, span)

    def gap(self, sentence: Sentence) -> int:
        """Return how many sentences lie between one and the nearest that tells of the incident."""
        return min(
            (abs(number - sentence.number) for number in self.weights),
            default=len(self.analysis.sentences),
        )

    def words_in(self, sentence: Sentence) -> list[int]:
        """Return the words of the incident in a sentence."""
        return [index for index in range(sentence.first, sentence.last) if index in self.words]

    def clause(self, index: int) -> int:
        """Return the verb that a word is told by; verbs told in one breath count as the first.

        In "was shot and killed on Monday" the day is of both.
        """
        verb = self.verb(index)
        tokens = self.analysis.tokens
        while tokens[verb].relation in {"conj", "xcomp"} and self._is_verb(tokens[verb].head):
            verb = tokens[verb].head
        return verb

    def verb(self, index: int) -> int:
        """Return the nearest verb above a word, or the head of its sentence."""
        tokens = self.analysis.tokens
        while not self._is_verb(index) and tokens[index].head != index:
            index = tokens[index].head
        return index

    def _is_verb(self, index: int) -> bool:
        token = self.analysis.tokens[index]
        return token.tag.startswith("VB") and token.relation not in {"aux", "auxpass"}


def find_sentence(analysis: Analysis, span: Span) -> Sentence | None:
    """Return the sentence a span starts in; None outside the story."""
    try:
        return analysis.sentence_at(span)
    except LookupError:
        return None


def _namesakes(mentions: Mentions, spans: Sequence[Span]) -> list[Span]:
    """Return where else the people named in the spans are named."""
    people = [one for one in mentions.entities if one.entity.kind is EntityKind.PERSON]
    groups = {one.group for one in people if any(span.overlaps(one.name_span) for span in spans)}
    return [
        one.name_span
        for one in people
        if one.group in groups and not any(span.overlaps(one.name_span) for span in spans)
    ]


def _weights(analysis: Analysis, spans: Sequence[Span]) -> dict[int, float]:
    """Weigh the sentences by the words of the incident in them, the rarer the heavier."""
    where: dict[str, set[int]] = defaultdict(set)
    for span in spans:
        sentence = find_sentence(analysis, span)
        if sentence is not None:
            where[" ".join(span.of(analysis.text).casefold().split())].add(sentence.number)
    weights: dict[int, float] = defaultdict(float)
    for numbers in where.values():
        for number in numbers:
            weights[number] += 1 / math.sqrt(len(numbers))
    most = max(weights.values(), default=1.0)
    return {number: weight / most for number, weight in sorted(weights.items())}


def _words(analysis: Analysis, spans: Sequence[Span]) -> list[int]:
    """Return the indexes of the words in spans."""
    found: list[int] = []
    for span in spans:
        sentence = find_sentence(analysis, span)
        if sentence is not None:
            found.extend(
                token.index for token in analysis.tokens_of(sentence) if token.span.overlaps(span)
            )
    return found
