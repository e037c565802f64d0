"""What stands behind a cue that takes no clause: "denied involvement", "vowed to", "called it".

When and where it was said is no part of it, nor is a clause on its last noun (", which ...").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.attribution.clauses import children, trimmed
from onrecord.extract.attribution.contents import grown
from onrecord.extract.attribution.sources import is_reflexive, names_at

if TYPE_CHECKING:
    from onrecord.extract.attribution.drafts import Range
    from onrecord.extract.attribution.pages import Page
    from onrecord.model import Analysis, Token


# Forms of a verb behind "to": "claimed to hold", "claimed to have killed".
_PLAIN = frozenset({"VB", "VBN"})


def infinitive_content(page: Page, token: Token) -> tuple[Range, ...]:
    """Return what somebody wants, plans or promises to do: "vowed to hit back"."""
    found = []
    for child in children(page.analysis, token.index, "xcomp"):
        inner = page.analysis.subtree(child)
        stretch = trimmed(page.analysis, (max(inner[0], token.index + 1), inner[-1] + 1))
        if (
            stretch is not None
            and child > token.index
            and page.analysis.tokens[child].tag in _PLAIN
        ):
            found.append(stretch)
    return grown(page, tuple(found), token.index)


def order_content(page: Page, token: Token) -> tuple[Range, ...]:
    """Return what somebody is told to do: "urged residents to stay indoors"."""
    analysis = page.analysis
    for child in children(analysis, token.index, "xcomp", "ccomp"):
        if child < token.index or analysis.tokens[child].tag != "VB":
            continue
        if not any(analysis.tokens[one].text.lower() == "to" for one in analysis.subtree(child)):
            continue
        inner = analysis.subtree(child)
        objects = [one for one in children(analysis, token.index, "dobj") if one < child]
        first = min([inner[0], *(analysis.subtree(one)[0] for one in objects)])
        stretch = trimmed(analysis, (max(first, token.index + 1), inner[-1] + 1))
        return () if stretch is None else grown(page, (stretch,), token.index)
    return ()


def noun_content(page: Page, token: Token) -> tuple[Range, ...]:
    """Return what stands behind a verb that takes a noun: "denied involvement in the attack"."""
    analysis = page.analysis
    behind = [
        child
        for child in children(analysis, token.index, "dobj", "oprd", "xcomp", "prep", "ccomp")
        if child > token.index
    ]
    objects = [
        child
        for child in behind
        if analysis.tokens[child].relation in {"dobj", "xcomp", "oprd", "ccomp"}
    ]
    if not objects or is_reflexive(analysis.tokens[objects[0]]):
        return ()
    behind = [child for child in behind if child in objects or _completes(page, child)]
    last = max(index for child in behind for index in analysis.subtree(child)) + 1
    last = _before_relative(analysis, (token.index + 1, last))
    for child in children(analysis, token.index, "conj"):
        last = min(last, max(analysis.subtree(child)[0], token.index + 1))
    stretch = trimmed(analysis, (token.index + 1, min(last, page.sentence.last)))
    return () if stretch is None else grown(page, (stretch,), token.index)


def _completes(page: Page, preposition: int) -> bool:
    """Say whether a phrase is part of what is said of an object, not when or where it is said."""
    token = page.analysis.tokens[preposition]
    if token.text.lower() not in page.lexicon.words["phrases.completing"]:
        return False
    inner = set(page.analysis.subtree(preposition))
    when = any(
        name.label in {"DATE", "TIME"} and name.first - 1 == preposition
        for name in names_at(page.analysis, preposition + 1)
        if name.first in inner
    )
    return not when


def _before_relative(analysis: Analysis, stretch: Range) -> int:
    """Return where a noun phrase ends before ", which" or ", who"."""
    for index in range(stretch[0] + 1, stretch[1]):
        if analysis.tokens[index].tag in {"WDT", "WP"} and analysis.tokens[index - 1].text == ",":
            return index - 1
    return stretch[1]


def naming_content(page: Page, token: Token, words: frozenset[str]) -> tuple[Range, ...]:
    """Return what is called what: "called it an emergency", "described it as serious".

    Args:
        page: The sentence.
        token: The verb.
        words: The words that must join the two; empty where the verb needs none.
    """
    analysis = page.analysis
    names = [] if words else children(analysis, token.index, "oprd", "ccomp")
    compares = any(
        analysis.tokens[child].text.lower() == "as"
        for child in analysis.subtree(token.index)
        if child > token.index
    )
    quoted = any(
        page.quotations.holding(child) is not None
        for child in children(analysis, token.index, "dobj")
    )
    return noun_content(page, token) if names or compares or (quoted and not words) else ()


def phrase_content(page: Page, token: Token, words: frozenset[str]) -> tuple[int, Range] | None:
    """Return a preposition that belongs to a cue, and what it brings: "called for a ceasefire"."""
    analysis = page.analysis
    for child in children(analysis, token.index, "prep"):
        other = analysis.tokens[child]
        if other.text.lower() not in words or not token.index < child <= token.index + 3:
            continue
        inner = analysis.subtree(child)
        acts = [one for one in children(analysis, token.index, "xcomp") if one > child]
        last = max([inner[-1], *(analysis.subtree(one)[-1] for one in acts[:1])])
        found = trimmed(analysis, (child + 1, last + 1)) if inner[-1] > child else None
        if found is not None:
            return child, page.quotations.grown(found, token.index)
    return None
