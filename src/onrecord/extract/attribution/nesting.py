"""Voices within voices: "the group said it had done it, the agency reported"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.attribution.clauses import trimmed
from onrecord.extract.attribution.pronouns import fits
from onrecord.extract.attribution.sources import PRONOUNS, has_finite_verb, voice_of
from onrecord.model import NON_ANSWERS, Certainty, Stance

if TYPE_CHECKING:
    from onrecord.extract.attribution.drafts import Draft
    from onrecord.extract.attribution.pages import Page


# Stances of one who says or thinks something, and no more.
_STATEMENTS = frozenset({Stance.ASSERTS, Stance.ESTIMATES, Stance.INTENDS, Stance.DEMANDS})


def nested(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Return the attributions of a sentence with the ones they stand in named.

    An attribution stands in the nearest other whose content holds its cue and its source. One whose
    whole content is another's statement relays it.
    """
    drafts = [draft for draft in drafts if not _is_unasked(page, draft, drafts)]
    drafts = _told_as_unknown(page, _without_own_thoughts(page, drafts))
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


def _is_unasked(page: Page, draft: Draft, drafts: list[Draft]) -> bool:
    """Say whether a statement inside another's content is none of its own.

    What a third person wants or knows is what the source says; so is hearsay it tells itself, and
    nothing is told in what nobody answers or what is taken back.

    "It was not clear how the gunmen knew" tells nothing of what they knew; "officials said they
    were believed to have fled" is what the officials say, as weakly as they say it.
    """
    if draft.stance not in _STATEMENTS:
        return False
    for other in drafts:
        if other is draft or not any(first <= draft.verb < last for first, last in other.content):
            continue
        if other.stance in NON_ANSWERS | {Stance.RETRACTS} or _is_thought(page, draft):
            return True
        word = page.analysis.tokens[draft.verb]
        of_teller = word.tag[:2] == "RB" or (word.head == other.verb and word.relation == "ccomp")
        if draft.speaker is None and of_teller:
            return True
    return False


def _is_thought(page: Page, draft: Draft) -> bool:
    """Say whether a cue tells of a mind and not of words: "wanted to", "knew that"."""
    lemma = page.analysis.tokens[draft.verb].lemma
    kinds = page.lexicon.verbs.get(lemma, ())
    minds = bool(kinds) and all(kind.certainty is not Certainty.CERTAIN for kind in kinds)
    return minds and lemma not in page.lexicon.words["phrases.acts"]


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


def _told_as_unknown(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Return the attributions with the open questions that a source tells made its own.

    "It was not known who did it, police said" is a non-answer of the police, who can be asked.
    """
    found = {draft.verb: draft for draft in drafts}
    for draft in drafts:
        teller = next((one for one in drafts if _tells_unknown(page, one, draft)), None)
        if teller is None:
            continue
        open_one = draft.stance is Stance.OPEN_QUESTION
        stance = Stance.DOES_NOT_KNOW if open_one else draft.stance
        own = replace(draft, speaker=teller.speaker, stance=stance)
        found[draft.verb] = own
        asked = min(first for first, _ in (own.cue, *own.content))
        end = max(last for _, last in (own.cue, *own.content))
        left = found[teller.verb].content
        cut = [part for first, last in left for part in ((first, min(last, asked)), (end, last))]
        kept = [part for one in cut if one[0] < one[1] and (part := trimmed(page.analysis, one))]
        told = [part for part in kept if has_finite_verb(page.analysis, part)]
        found[teller.verb] = replace(found[teller.verb], content=tuple(told))
    return [draft for draft in found.values() if draft.content or draft.stance in NON_ANSWERS]


def _tells_unknown(page: Page, teller: Draft, question: Draft) -> bool:
    """Say whether the main clause of what a source says is an open question, or its non-answer."""
    if question.stance not in NON_ANSWERS or teller.stance is not Stance.ASSERTS:
        return False
    if question.stance is not Stance.OPEN_QUESTION and not _is_same(page, teller, question):
        return False
    inside = any(first <= question.verb < last for first, last in teller.content)
    if teller.speaker is None or not inside:
        return False
    index = question.verb
    for _ in range(2):
        token = page.analysis.tokens[index]
        if token.head == teller.verb and token.relation == "ccomp":
            return True
        index = token.head
    return False


def _is_same(page: Page, teller: Draft, question: Draft) -> bool:
    """Say whether the one who withholds an answer is a pronoun for the one who tells it."""
    if question.speaker is None or teller.speaker is None:
        return False
    pronoun = page.analysis.tokens[question.speaker.head].text.lower()
    return pronoun in PRONOUNS and fits(
        pronoun, voice_of(page.analysis, teller.speaker, page.lexicon)
    )


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
    kinds = page.lexicon.verbs.get(page.analysis.tokens[inner.verb].lemma, ())
    act = bool(kinds) and kinds[0].certainty is Certainty.POSSIBLE
    showing = page.analysis.tokens[inner.verb].lemma in page.lexicon.words["phrases.showing"]
    if act or showing or inner.stance in NON_ANSWERS:
        return False  # "they demanded a ransom, he said": he tells what they did
    held = sum(last - first for first, last in (*inner.content, inner.cue, inner.speaker.words))
    whole = sum(last - first for first, last in outer.content)
    covers = held >= whole * _MOST
    verb = page.analysis.tokens[inner.verb]
    return covers or (verb.head == outer.verb and verb.relation == "ccomp")


# So much of what a voice says may be another's before it only hands it over.
_MOST = 0.8
