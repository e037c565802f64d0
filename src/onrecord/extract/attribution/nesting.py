"""Voices within voices: "the group said it had done it, the agency reported"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.attribution.sources import PRONOUNS
from onrecord.model import NON_ANSWERS, Stance

if TYPE_CHECKING:
    from onrecord.extract.attribution.drafts import Draft
    from onrecord.model import Analysis


def nested(analysis: Analysis, drafts: list[Draft]) -> list[Draft]:
    """Return the attributions of a sentence with the ones they stand in named.

    An attribution stands in the nearest other whose content holds its cue and its source. One whose
    whole content is another's statement relays it.
    """
    drafts = _spoken_for(analysis, drafts)
    found = []
    for draft in drafts:
        outer = _outer(draft, drafts) if draft.outer is None else draft.outer
        found.append(draft if outer is None else replace(draft, outer=outer))
    relaying = {
        draft.outer: draft
        for draft in found
        if draft.outer is not None and draft.stance is not Stance.OPEN_QUESTION
    }
    return [
        replace(draft, stance=Stance.RELAYS)
        if draft.verb in relaying
        and draft.stance in {Stance.ASSERTS, Stance.CONFIRMS}
        and _hands_over(analysis, draft, relaying[draft.verb])
        else draft
        for draft in found
    ]


def _spoken_for(analysis: Analysis, drafts: list[Draft]) -> list[Draft]:
    """Return the attributions with those merged that a source makes of itself.

    "The officer said he suspected the rebels" is the officer's suspicion, not his statement about
    somebody's: the inner one takes the outer one's source, and the outer one goes.
    """
    by_verb = {draft.verb: draft for draft in drafts}
    gone: set[int] = set()
    merged = []
    for draft in drafts:
        above = by_verb.get(analysis.tokens[draft.verb].head)
        if (
            above is not None
            and above is not draft
            and draft.head is not None
            and analysis.tokens[draft.verb].relation == "ccomp"
            and analysis.tokens[draft.head].text.lower() in PRONOUNS
            and above.stance is Stance.ASSERTS
            and above.source is not None
        ):
            gone.add(above.verb)
            by_verb[draft.verb] = replace(draft, source=above.source, head=above.head)
        merged.append(by_verb[draft.verb])
    return [draft for draft in merged if draft.verb not in gone]


def _outer(draft: Draft, drafts: list[Draft]) -> int | None:
    holding = [
        other
        for other in drafts
        if other is not draft
        and other.stance not in NON_ANSWERS
        and other.head != draft.head
        and any(first <= draft.verb < last for first, last in other.content)
        and (draft.head is None or any(first <= draft.head < last for first, last in other.content))
    ]
    holding.sort(key=lambda other: sum(last - first for first, last in other.content))
    return holding[0].verb if holding else None


def _hands_over(analysis: Analysis, outer: Draft, inner: Draft) -> bool:
    """Say whether the outer voice says nothing but what the inner one says."""
    if inner.source is None:
        return False
    if inner.content == outer.content:
        return True
    verb = inner.verb
    while analysis.tokens[verb].relation in {"conj", "aux"}:
        verb = analysis.tokens[verb].head
    return analysis.tokens[verb].head == outer.verb or analysis.tokens[verb].relation == "ROOT"
