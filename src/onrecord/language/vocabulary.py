"""Which words are written in small letters, by the engine's own word lists and our lexicon.

spaCy's lemmatizer carries WordNet's index of words, which lists many names in small letters too
("peru", "smith"). Those that newswire writes with a capital, and the nations and their capitals,
are taken out again; other names that are words as well ("may", "bush") stay small in a report in
capitals, a known limit that costs names there and nothing elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

# A prefix makes a word only of a word; "antilles" is not "anti" and "lles".
_SHORTEST_STEM = 4

# Shorter words of names ("el", "la", "of", "us") are words of grammar too.
_SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The common vocabulary of English.

    Attributes:
        words: Its words in dictionary form, and irregular forms, in small letters.
        shortenings: Shortenings without a vowel that are written with one capital ("Dr").
        endings: Inflections: ending, and what replaces it in the dictionary form.
        prefixes: Beginnings that make new words of old ones.
        phrases: Names of several words, by their words in small letters, as they are written.
    """

    words: frozenset[str]
    shortenings: frozenset[str]
    endings: tuple[tuple[str, str], ...]
    prefixes: tuple[str, ...]
    phrases: Mapping[str, str]

    @classmethod
    def of(
        cls,
        lookups: Any,  # noqa: ANN401 - spaCy's Lookups has no stubs
        entries: Mapping[str, Any],
        nations: Mapping[str, Mapping[str, Any]],
    ) -> Vocabulary:
        """Read the vocabulary from spaCy's lemmatizer, our lexicon, and the list of nations."""
        index = [word for part in lookups.get_table("lemma_index").values() for word in part]
        forms = [form for part in lookups.get_table("lemma_exc").values() for form in part]
        national = [name for nation in nations.values() for name in _names_of(nation)]
        single = {name.lower() for name in national if name.isalpha()}
        names = {name for name in single if len(name) >= _SHORTEST_NAME}.union(
            entries["names"], entries["towns"]
        )
        phrases = [*entries["phrases"], *(name for name in national if " " in name)]
        return cls(
            words=frozenset([*index, *forms]) - names | frozenset(entries["grammar"]),
            shortenings=frozenset(entries["shortenings"]),
            endings=tuple((ending, better) for ending, better in entries["endings"]),
            prefixes=tuple(entries["prefixes"]),
            phrases={phrase.lower(): phrase for phrase in phrases},
        )

    def knows(self, word: str) -> bool:
        """Say whether a word in small letters, in whatever form, belongs to the vocabulary."""
        return self._knows_form(word) or any(
            word.startswith(prefix)
            and len(word) - len(prefix) >= _SHORTEST_STEM
            and self._knows_form(word[len(prefix) :])
            for prefix in self.prefixes
        )

    def _knows_form(self, word: str) -> bool:
        return word in self.words or any(
            word.endswith(ending) and word[: -len(ending)] + better in self.words
            for ending, better in self.endings
        )


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for whole phrases in any case, longer ones first."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b", re.IGNORECASE)


def _names_of(nation: Mapping[str, Any]) -> list[str]:
    capital = nation.get("capital")
    return [
        *nation["names"],
        *nation["adjectives"],
        *nation["people"],
        *([capital] if capital else []),
    ]
