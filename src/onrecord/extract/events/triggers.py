"""The words that tell an event: verbs, nouns, fixed phrases, and states ("12 dead")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.events.lexicon import EventKind, EventLexicon
    from onrecord.model import Analysis, Sentence, Token

# How far behind its verb the rest of a fixed phrase may stand: "took at least a dozen foreign
# workers hostage".
_PHRASE_REACH = 9
_HYPHENS = frozenset({"-", "\u2010", "\u2011"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word or phrase that tells an event.

    Attributes:
        kind: The event's row in the lexicon.
        head: Index of the token whose roles are the event's.
        first: Index of its first token.
        last: Index after its last.
        phrase: Indexes of the further words of a fixed phrase.
    """

    kind: EventKind
    head: int
    first: int
    last: int
    phrase: tuple[int, ...] = ()


def triggers(analysis: Analysis, lexicon: EventLexicon) -> Iterator[tuple[Trigger, ...]]:
    """Yield, in reading order, what each word of a report may tell: the best first."""
    everywhere = frozenset(token.lemma for token in analysis.tokens)
    for sentence in analysis.sentences:
        here = frozenset(token.lemma for token in analysis.tokens_of(sentence))
        for token in analysis.tokens_of(sentence):
            found = tuple(
                trigger
                for trigger in _of_token(analysis, sentence, token, lexicon)
                if not trigger.kind.near
                or trigger.kind.near & (everywhere if trigger.kind.anywhere else here)
            )
            if found:
                yield found


def _of_token(
    analysis: Analysis, sentence: Sentence, token: Token, lexicon: EventLexicon
) -> Iterator[Trigger]:
    yield from _phrases(analysis, sentence, token, lexicon)
    yield from _compounds(analysis, sentence, token, lexicon)
    for kind in _words(token, lexicon):
        yield Trigger(kind=kind, head=token.index, first=token.index, last=token.index + 1)


def _words(token: Token, lexicon: EventLexicon) -> tuple[EventKind, ...]:
    if token.tag.startswith("VB"):
        return lexicon.verbs.get(token.lemma, ())
    if token.tag in {"NN", "NNS"}:
        return lexicon.nouns.get(token.lemma, ())
    if token.tag in {"JJ", "VBN"} and token.relation in {"acomp", "oprd", "amod"}:
        return lexicon.verbs.get(token.text.lower().removesuffix("ed"), ())
    return ()


def _phrases(
    analysis: Analysis, sentence: Sentence, token: Token, lexicon: EventLexicon
) -> Iterator[Trigger]:
    if token.lemma not in lexicon.phrases or token.tag[:2] not in {"VB", "JJ"}:
        return
    end = min(sentence.last, token.index + 1 + _PHRASE_REACH)
    following = analysis.tokens[token.index + 1 : end]
    for words, kind in lexicon.phrases[token.lemma]:
        matched = _match(following, words)
        if matched is not None:
            yield Trigger(
                kind=kind,
                head=token.index,
                first=token.index,
                last=token.index + 1,
                phrase=matched,
            )


def _compounds(
    analysis: Analysis, sentence: Sentence, token: Token, lexicon: EventLexicon
) -> Iterator[Trigger]:
    """Yield the compounds that end in a word, hyphens in them aside."""
    if token.lemma not in lexicon.compounds or token.tag not in {"NN", "NNS"}:
        return
    before = [
        other
        for other in analysis.tokens[sentence.first : token.index]
        if other.text not in _HYPHENS
    ]
    for words, kind in lexicon.compounds[token.lemma]:
        parts = before[-len(words) :]
        if len(parts) == len(words) and all(
            word in {part.lemma, part.text.lower()} for word, part in zip(words, parts, strict=True)
        ):
            yield Trigger(kind=kind, head=token.index, first=parts[0].index, last=token.index + 1)


def _match(following: tuple[Token, ...], words: tuple[str, ...]) -> tuple[int, ...] | None:
    """Return the indexes of the words of a phrase, in order, before the next clause begins."""
    matched: list[int] = []
    for token in following:
        wanted = words[len(matched)]
        if token.lemma == wanted or token.text.lower() == wanted:
            matched.append(token.index)
            if len(matched) == len(words):
                return tuple(matched)
        elif token.text in {";", ":"} or token.tag in {"VBD", "VBZ", "VBP", "MD"}:
            return None
    return None
