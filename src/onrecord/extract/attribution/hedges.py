"""Hedges: the words in a content by which its source is less than sure of it.

They are kept as spans of their own, so that a reader of a claim sees why its certainty is not full:
"may have fled", "is believed to be dead", "apparently". Hedges on figures ("at least") belong to
the figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.attribution.clauses import children

if TYPE_CHECKING:
    from onrecord.extract.attribution.drafts import Range
    from onrecord.extract.attribution.lexicon import CueLexicon
    from onrecord.model import Analysis, Span

_LISTS = ("certainty.possible", "certainty.probable", "hearsay.probable", "hearsay.possible")


def hedges(analysis: Analysis, content: tuple[Range, ...], lexicon: CueLexicon) -> tuple[Span, ...]:
    """Return the hedges of a content, in reading order."""
    words = frozenset().union(*(lexicon.words[name] for name in _LISTS))
    return tuple(
        analysis.tokens[index].span
        for first, last in content
        for index in range(first, last)
        if _is_hedge(analysis, index, words, lexicon)
    )


def _is_hedge(analysis: Analysis, index: int, words: frozenset[str], lexicon: CueLexicon) -> bool:
    token = analysis.tokens[index]
    lists = lexicon.words
    if token.tag[:2] == "NN":
        return False  # "in May", "the possible" as a name
    if token.lemma in words:
        verb = analysis.tokens[token.head]
        # What one could see or hear one did.
        return not (token.lemma == "could" and verb.lemma in lists["certainty.perception"])
    if token.tag[:2] != "VB":
        return False
    if token.lemma in lists["certainty.possible_verbs"]:
        return any(
            analysis.tokens[child].tag == "VB"
            or analysis.tokens[child].relation in {"oprd", "acomp"}
            for child in children(analysis, index, "xcomp", "oprd", "acomp")
        )
    passive = token.tag == "VBN" and bool(children(analysis, index, "auxpass"))
    return passive and token.lemma in lists["certainty.passives"]
