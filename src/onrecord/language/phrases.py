"""Phrases of a sentence: the words that belong to a noun, the clause of a verb.

What the parser hangs on a word is taken with care: only what touches the phrase and belongs to it
by its relation, so that a wrong attachment far off does not stretch it.
"""

from __future__ import annotations

from onrecord.model import Analysis, Span

# What tells more of a noun without being part of its name or number.
_LOOSE = frozenset(
    "relcl acl appos conj cc punct advcl parataxis prep ccomp dep mark aux nsubj".split()
)
_OF = frozenset({"of"})


def noun_phrase(analysis: Analysis, head: int, *, of: bool = True) -> tuple[int, int]:
    """Return the bounds, in tokens, of the phrase a noun heads.

    Args:
        analysis: The grammar of the report.
        head: Index of the noun.
        of: Take in what hangs on the noun by "of" ("fighters of the movement").

    Returns:
        Index of the first token, and of the token after the last.
    """
    first, last = head, head + 1
    for child in reversed([child for child in analysis.tokens[head].children if child < head]):
        if analysis.tokens[child].relation in _LOOSE and not _hyphened(analysis, child):
            break
        inner = analysis.subtree(child)
        if inner[-1] + 1 != first:
            break
        first = inner[0]
    for child in (child for child in analysis.tokens[head].children if child > head):
        token = analysis.tokens[child]
        takes = of and token.relation == "prep" and token.lemma in _OF
        if token.relation in _LOOSE and not takes and not _hyphened(analysis, child):
            break
        inner = analysis.subtree(child)
        if inner[0] != last:
            break
        last = inner[-1] + 1
    return first, last


def noun_phrase_span(analysis: Analysis, head: int, *, of: bool = True) -> Span:
    """Return the stretch of the phrase a noun heads."""
    return analysis.span_of(*noun_phrase(analysis, head, of=of))


def conjuncts(analysis: Analysis, head: int) -> tuple[int, ...]:
    """Return a word and all that are joined to it by "and" or commas, in reading order."""
    found = [head]
    for index in found:
        found.extend(
            child
            for child in analysis.tokens[index].children
            if analysis.tokens[child].relation == "conj"
        )
    return tuple(sorted(found))


def _hyphened(analysis: Analysis, child: int) -> bool:
    token = analysis.tokens[child]
    return token.tag == "HYPH" or token.text in {"-", "/", "'"}
