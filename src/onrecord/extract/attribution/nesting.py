"""Voices within voices: "the group said it had done it, the agency reported"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.attribution.pronouns import fits
from onrecord.extract.attribution.sources import PRONOUNS, voice_of
from onrecord.model import NON_ANSWERS, Stance

if TYPE_CHECKING:
    from onrecord.extract.attribution.drafts import Draft
    from onrecord.extract.attribution.pages import Page


def nested(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Return the attributions of a sentence with the ones they stand in named.

    An attribution stands in the nearest other whose content holds its cue and its source. One whose
    whole content is another's statement relays it.
    """
    drafts = _without_own_thoughts(page, drafts)
    found = []
    for draft in drafts:
        outer = _outer(draft, drafts) if draft.outer is None else draft.outer
        found.append(draft if outer is None else replace(draft, outer=outer))
    relaying: dict[int, list[Draft]] = {}
    for draft in found:
        if draft.outer is not None and draft.stance is not Stance.OPEN_QUESTION:
            relaying.setdefault(draft.outer, []).append(draft)
    return [
        replace(draft, stance=Stance.RELAYS)
        if draft.stance in {Stance.ASSERTS, Stance.CONFIRMS}
        and any(_hands_over(page, draft, inner) for inner in relaying.get(draft.verb, ()))
        else draft
        for draft in found
    ]


def _without_own_thoughts(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Return the attributions without those a source makes of itself inside its own.

    "The officer said he suspected the rebels" is one statement of the officer, less certain.
    """
    return [
        draft
        for draft in drafts
        if not any(_is_own_thought(page, draft, other) for other in drafts if other is not draft)
    ]


def _is_own_thought(page: Page, draft: Draft, outer: Draft) -> bool:
    """Say whether a pronoun inside a content, itself a source, stands for the content's source."""
    if draft.speaker is None or outer.speaker is None or outer.stance in NON_ANSWERS:
        return False
    tokens = page.analysis.tokens
    pronoun = tokens[draft.speaker.head].text.lower()
    inside = any(first <= draft.verb < last for first, last in outer.content)
    if pronoun not in PRONOUNS or not inside or draft.speaker == outer.speaker:
        return False
    if draft.stance in NON_ANSWERS and draft.stance is not Stance.OPEN_QUESTION:
        return False
    other = tokens[outer.speaker.head].text.lower()
    if other in PRONOUNS or pronoun in {"i", "we"}:
        return other == pronoun or pronoun in {"i", "we"}
    return fits(pronoun, voice_of(page.analysis, outer.speaker, page.lexicon))


def _outer(draft: Draft, drafts: list[Draft]) -> int | None:
    """Return the verb of the attribution that an attribution stands in; None if it is in none."""
    holding = [
        other
        for other in drafts
        if other is not draft
        and other.stance not in NON_ANSWERS
        and other.speaker is not None
        and (draft.speaker is None or other.speaker.head != draft.speaker.head)
        and any(first <= draft.verb < last for first, last in other.content)
        and _has_speaker_of(other, draft)
    ]
    holding.sort(key=lambda other: sum(last - first for first, last in other.content))
    return holding[0].verb if holding else None


def _has_speaker_of(outer: Draft, draft: Draft) -> bool:
    """Say whether the source of an attribution stands in the content of another."""
    if draft.speaker is None:
        return True
    head = draft.speaker.head
    return any(first <= head < last for first, last in outer.content)


def _hands_over(page: Page, outer: Draft, inner: Draft) -> bool:
    """Say whether the outer voice says nothing but what the inner one says."""
    if inner.speaker is None:
        return False
    if page.analysis.tokens[outer.verb].lemma not in page.lexicon.words["phrases.relaying"]:
        return False
    if inner.content == outer.content:
        return True
    held = sum(last - first for first, last in (*inner.content, inner.cue, inner.speaker.words))
    whole = sum(last - first for first, last in outer.content)
    covers = held >= whole * _MOST
    verb = page.analysis.tokens[inner.verb]
    return covers or (verb.head == outer.verb and verb.relation == "ccomp")


# So much of what a voice says may be another's before it only hands it over.
_MOST = 0.8
