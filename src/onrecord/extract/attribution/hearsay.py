"""What is "reportedly" or "allegedly" so: another's words, nobody's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.attribution.clauses import clause_range, is_verb, trimmed
from onrecord.extract.attribution.drafts import Draft
from onrecord.model import Certainty, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.attribution.drafts import Range
    from onrecord.extract.attribution.pages import Page


def hearsay(page: Page) -> Iterator[Draft]:
    """Yield the clauses marked as hearsay by one adverb."""
    words = page.lexicon.words
    for token in page.analysis.tokens_of(page.sentence):
        word = token.text.lower()
        if word in words["hearsay.possible"]:
            certainty = Certainty.POSSIBLE
        elif word in words["hearsay.probable"]:
            certainty = Certainty.PROBABLE
        else:
            continue
        content = _around(page, token.index)
        if content:
            yield Draft(
                verb=token.index,
                cue=(token.index, token.index + 1),
                speaker=None,
                content=content,
                stance=Stance.ASSERTS,
                certainty=certainty,
            )


def _around(page: Page, index: int) -> tuple[Range, ...]:
    """Return the clause an adverb stands in, without it."""
    verb = page.analysis.tokens[index].head
    if not is_verb(page.analysis.tokens[verb]):
        return ()
    clause = clause_range(page.analysis, page.sentence, verb)
    if clause is None:
        return ()
    return tuple(
        part
        for stretch in ((clause[0], index), (index + 1, clause[1]))
        if stretch[0] < stretch[1] and (part := trimmed(page.analysis, stretch)) is not None
    )
