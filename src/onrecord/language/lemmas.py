"""Lemmas, each worked out once.

spaCy's rules for a word's coarse class and its lemma look at its spelling, its tag and its
relation, and at the next word for a handful of contractions ("gon na", "let 's"). They are a third
of the time an analysis takes, though nine words in ten were met before under the same three: those
are remembered here, and only the others go through the rules.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc
    from thinc.types import Ints2d

LEMMAS = "onrecord_lemmas"
"""Name of the step in the pipeline."""

REPLACED = ("attribute_ruler", "lemmatizer")
"""spaCy's steps that stand behind it."""

# Words that those rules look at together with the next one.
_WITH_NEXT = frozenset({"ai", "gon", "got", "let", "c'm", "y", "y'"})

# What the rules look at besides that.
_KEY: list[int | str] = ["ORTH", "TAG", "DEP"]

# Stands for the lemma of a word that is looked at together with the next one; no lemma has it.
_BY_THE_NEXT = 0

# Remembered at once; an archive has more words than should be kept in memory.
_MOST = 200_000


@dataclass(slots=True)
class Lemmas:
    """A step of a spaCy pipeline that gives every word its lemma.

    Attributes:
        rules: spaCy's own steps, in their order.
    """

    rules: tuple[Any, ...]
    _known: dict[tuple[int, ...], int] = field(default_factory=dict, repr=False)

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemma of each word of a parsed text."""
        import numpy as np  # noqa: PLC0415 - see `engine.load`

        if not len(doc):
            return doc
        keys = [tuple(key) for key in doc.to_array(_KEY).tolist()]
        known = self._learned(doc, keys)
        lemmas = [known[key] for key in keys]
        for index in [place for place, lemma in enumerate(lemmas) if lemma == _BY_THE_NEXT]:
            pair = [index, index + 1][: len(doc) - index]
            lemmas[index : index + 2] = self._worked_out(doc, pair)
        return doc.from_array("LEMMA", cast("Ints2d", np.array([lemmas], np.uint64).T))

    def _learned(self, doc: Doc, keys: Sequence[tuple[int, ...]]) -> dict[tuple[int, ...], int]:
        """Return what is known of words, those of a text among them."""
        known = self._known
        if len(known) > _MOST:
            known = self._known = {}
        new = {key: index for index, key in enumerate(keys) if key not in known}
        if new:
            known.update(zip(new, self._worked_out(doc, list(new.values())), strict=True))
            with_next = (key for key, index in new.items() if doc[index].lower_ in _WITH_NEXT)
            known.update(dict.fromkeys(with_next, _BY_THE_NEXT))
        return known

    def _worked_out(self, doc: Doc, places: list[int]) -> list[int]:
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
        return [word.lemma for word in alone]


def index_words(lookups: Any) -> None:  # noqa: ANN401 - spaCy's Lookups has no stubs
    """Let spaCy's lemmatizer find a word in its index at once.

    It comes as lists of up to 57,000 words that are searched from the beginning, several times for
    every new word: most of what lemmas cost.
    """
    table = lookups.get_table("lemma_index")
    for part, words in list(table.items()):
        table[part] = frozenset(words)
