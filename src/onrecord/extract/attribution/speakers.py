"""A source by its words alone, as the trained readers give it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.attribution.drafts import Speaker

if TYPE_CHECKING:
    from onrecord.extract.attribution.drafts import Range
    from onrecord.model import Analysis


def speaker_of(analysis: Analysis, words: Range) -> Speaker:
    """Return a source by its words: its head is the word that hangs on none of the others."""
    inside = range(*words)
    heads = [index for index in inside if analysis.tokens[index].head not in inside]
    nouns = [index for index in heads if analysis.tokens[index].tag[:2] in {"NN", "PR", "CD"}]
    head = (nouns or heads or [words[0]])[0]
    comma = next(
        (index for index in inside if index > head and analysis.tokens[index].text == ","), None
    )
    return Speaker(words=words, core=(words[0], comma or words[1]), head=head)
