"""Lemmas, each worked out once.

spaCy's rules for a word's coarse class and its lemma look at its spelling, its tag and its
relation, and at the next word for a handful of contractions ("gon na", "let 's"). They are a third
of the time an analysis takes, though nine words in ten were met before under the same three: those
are remembered here, and only the others go through the rules.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

LEMMAS = "onrecord_lemmas"
"""Name of the step in the pipeline."""

REPLACED = ("attribute_ruler", "lemmatizer")
"""spaCy's steps that stand behind it."""

# Words that those rules look at together with the next one.
_WITH_NEXT = frozenset({"ai", "gon", "got", "let", "c'm", "y", "y'"})

# Remembered at once; an archive has more words than should be kept in memory.
_MOST = 200_000


@dataclass(slots=True)
class Lemmas:
    """A step of a spaCy pipeline that gives every word its lemma.

    Attributes:
        rules: spaCy's own steps, in their order.
    """

    rules: tuple[Any, ...]
    _known: dict[tuple[int, int, int], str] = field(default_factory=dict, repr=False)

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemma of each word of a parsed text."""
        keys = [(token.orth, token.tag, token.dep) for token in doc]
        self._learn(doc, keys)
        known = self._known
        for token, key in zip(doc, keys, strict=True):
            if token.lower_ not in _WITH_NEXT:
                token.lemma_ = known[key]
        for index in [token.i for token in doc if token.lower_ in _WITH_NEXT]:
            pair = [index, index + 1][: len(doc) - index]
            for place, lemma in zip(pair, self._worked_out(doc, pair), strict=True):
                doc[place].lemma_ = lemma
        return doc

    def _learn(self, doc: Doc, keys: Sequence[tuple[int, int, int]]) -> None:
        known = self._known
        if len(known) > _MOST:
            known.clear()
        new = {key: index for index, key in enumerate(keys) if key not in known}
        if new:
            lemmas = self._worked_out(doc, list(new.values()))
            known.update(zip(new, lemmas, strict=True))

    def _worked_out(self, doc: Doc, places: list[int]) -> list[str]:
        """Return the lemmas of some words by the rules, as if they stood alone."""
        from spacy.tokens import Doc  # noqa: PLC0415 - see `engine.load`

        words = [doc[place] for place in places]
        alone = Doc(
            doc.vocab,
            words=[word.text for word in words],
            tags=[word.tag_ for word in words],
            deps=[word.dep_ for word in words],
            heads=list(range(len(words))),
        )
        for rule in self.rules:
            alone = rule(alone)
        return [word.lemma_ for word in alone]
