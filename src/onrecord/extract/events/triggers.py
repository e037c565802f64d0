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


def triggers(analysis: Analysis, lexicon: EventLexicon) -> Iterator[Trigger]:
    """Yield the triggers of a report in reading order."""
    everywhere = frozenset(token.lemma for token in analysis.tokens)
    for sentence in analysis.sentences:
        here: frozenset[str] | None = None
        for token in analysis.tokens_of(sentence):
            found = _phrase(analysis, sentence, token, lexicon) or _word(token, lexicon)
            if found is None:
                continue
            if found.kind.near:
                if here is None:
                    here = frozenset(other.lemma for other in analysis.tokens_of(sentence))
                if not found.kind.near & (everywhere if found.kind.anywhere else here):
                    continue
            yield found


def _word(token: Token, lexicon: EventLexicon) -> Trigger | None:
    kind: EventKind | None = None
    if token.tag.startswith("VB"):
        kind = lexicon.verbs.get(token.lemma)
    elif token.tag in {"NN", "NNS"}:
        kind = lexicon.nouns.get(token.lemma)
    elif token.tag in {"JJ", "VBN"} and token.relation in {"acomp", "oprd", "amod"}:
        kind = lexicon.verbs.get(token.text.lower().removesuffix("ed"))
    if kind is None:
        return None
    return Trigger(kind=kind, head=token.index, first=token.index, last=token.index + 1)


def _phrase(
    analysis: Analysis, sentence: Sentence, token: Token, lexicon: EventLexicon
) -> Trigger | None:
    if token.lemma not in lexicon.phrases or token.tag[:2] not in {"VB", "JJ"}:
        return None
    end = min(sentence.last, token.index + 1 + _PHRASE_REACH)
    following = analysis.tokens[token.index + 1 : end]
    for words, kind in lexicon.phrases[token.lemma]:
        matched = _match(following, words)
        if matched is not None:
            return Trigger(
                kind=kind,
                head=token.index,
                first=token.index,
                last=token.index + 1,
                phrase=matched,
            )
    return None


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
