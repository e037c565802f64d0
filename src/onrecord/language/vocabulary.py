"""Which words are written in small letters, by the engine's own word lists.

spaCy's lemmatizer carries WordNet's index of words and its rules of inflection. WordNet lists some
names too ("peru", "smith"), in small letters; those stay small in a report in capitals, a known
limit that costs names there and nothing elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

# Inflections that lead from a form to its word, longest first: ending, and what replaces it.
_ENDINGS = (
    ("iest", "y"),
    ("ying", "ie"),
    ("ies", "y"),
    ("ied", "y"),
    ("ing", "e"),
    ("ing", ""),
    ("est", ""),
    ("es", ""),
    ("ed", "e"),
    ("ed", ""),
    ("er", ""),
    ("'s", ""),
    ("’s", ""),
    ("s", ""),
)
# Words of grammar, which WordNet leaves out.
_GRAMMAR = frozenset(
    [
        "a",
        "about",
        "above",
        "after",
        "against",
        "all",
        "along",
        "although",
        "among",
        "an",
        "and",
        "another",
        "any",
        "are",
        "as",
        "at",
        "be",
        "because",
        "been",
        "before",
        "behind",
        "being",
        "below",
        "beside",
        "besides",
        "between",
        "beyond",
        "both",
        "but",
        "by",
        "can",
        "could",
        "despite",
        "did",
        "do",
        "does",
        "during",
        "each",
        "either",
        "every",
        "except",
        "few",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "here",
        "hers",
        "him",
        "his",
        "how",
        "however",
        "i",
        "if",
        "in",
        "inside",
        "into",
        "is",
        "it",
        "its",
        "itself",
        "least",
        "less",
        "many",
        "may",
        "me",
        "might",
        "mine",
        "more",
        "most",
        "much",
        "must",
        "my",
        "neither",
        "no",
        "nor",
        "not",
        "nothing",
        "of",
        "off",
        "on",
        "once",
        "one",
        "only",
        "onto",
        "or",
        "other",
        "others",
        "our",
        "ours",
        "out",
        "over",
        "per",
        "rather",
        "since",
        "shall",
        "she",
        "should",
        "so",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "themselves",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "though",
        "through",
        "throughout",
        "to",
        "too",
        "toward",
        "towards",
        "under",
        "until",
        "up",
        "upon",
        "us",
        "very",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "whether",
        "which",
        "while",
        "who",
        "whom",
        "whose",
        "why",
        "will",
        "with",
        "within",
        "without",
        "would",
        "yet",
        "you",
        "your",
        "yours",
        "yesterday",
        "today",
        "tomorrow",
    ]
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The common vocabulary of English.

    Attributes:
        words: Its words in dictionary form, small letters.
        forms: Irregular forms of them.
    """

    words: frozenset[str]
    forms: frozenset[str]

    @classmethod
    def of(cls, lookups: Any) -> Vocabulary:  # noqa: ANN401 - spaCy's Lookups has no stubs
        """Read the vocabulary from the tables of spaCy's lemmatizer."""
        words = [word for part in lookups.get_table("lemma_index").values() for word in part]
        forms = [form for part in lookups.get_table("lemma_exc").values() for form in part]
        return cls(frozenset(words) | _GRAMMAR, frozenset(forms))

    def knows(self, word: str) -> bool:
        """Say whether a word in small letters, in whatever form, belongs to the vocabulary."""
        if word in self.words or word in self.forms:
            return True
        return any(
            word.endswith(ending) and word[: -len(ending)] + better in self.words
            for ending, better in _ENDINGS
        )
