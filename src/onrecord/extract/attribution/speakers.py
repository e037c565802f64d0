"""A source by its words alone, as the trained readers give it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.attribution.clauses import subject
from onrecord.extract.attribution.drafts import Speaker

if TYPE_CHECKING:
    from onrecord.extract.attribution.drafts import Range
    from onrecord.model import Analysis


def speaker_of(analysis: Analysis, words: Range) -> Speaker:
    """Return a source by its words: its head is the word that hangs on none of the others."""
    words = _with_noun_before(analysis, words)
    inside = range(*words)
    heads = [index for index in inside if analysis.tokens[index].head not in inside]
    nouns = [index for index in heads if analysis.tokens[index].tag[:2] in {"NN", "PR", "CD"}]
    head = (nouns or heads or [words[0]])[0]
    comma = next(
        (index for index in inside if index > head and analysis.tokens[index].text == ","), None
    )
    return Speaker(words=words, core=(words[0], comma or words[1]), head=head)


def _with_noun_before(analysis: Analysis, words: Range) -> Range:
    """Return the words with the noun that they hang on: "a spokesman | in Lagos, Bayo Ade"."""
    first, last = words
    token = analysis.tokens[first]
    above = analysis.tokens[token.head]
    if token.relation != "prep" or above.tag[:2] != "NN" or above.index >= first:
        return words
    return min(analysis.subtree(above.index)), last


def subject_of(analysis: Analysis, head: int) -> Speaker | None:
    """Return the grammatical subject before the head of a cue as a source; None if it has none.

    Args:
        analysis: The grammar of the report.
        head: A verb, or what stands behind "is".
    """
    index = head
    for _ in range(_UP):
        found = subject(analysis, index)
        if found is not None:
            break
        index = analysis.tokens[index].head
    if found is None or found >= head or analysis.tokens[found].relation == "expl":
        return None
    inside = [one for one in analysis.subtree(found) if one < index]
    return speaker_of(analysis, (inside[0], inside[-1] + 1)) if found in inside else None


# So far above the head of a cue stands the verb whose subject is asked for: "was tight-lipped".
_UP = 3
