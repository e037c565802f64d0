"""Nouns that hand over words: "the army's claim that", "a statement by the group that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.attribution.clauses import children, trimmed
from onrecord.extract.attribution.drafts import Draft, Speaker
from onrecord.extract.attribution.sources import can_speak, noun_phrase
from onrecord.model import Certainty, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.attribution.pages import Page
    from onrecord.model import Token


def noun_cues(page: Page, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the attributions of a sentence's nouns with a "that"-clause.

    Where nobody is named and somebody else already speaks of it ("is looking into reports that"),
    the noun adds no voice.
    """
    spoken_of = [part for draft in drafts for part in draft.content]
    words = page.lexicon.words
    for token in page.analysis.tokens_of(page.sentence):
        if token.tag not in {"NN", "NNS"} or token.lemma not in words["nouns.telling"]:
            continue
        draft = _told(page, token)
        held = any(first <= token.index < last for first, last in spoken_of)
        if draft is not None and not (held and draft.speaker is None):
            yield draft


def _told(page: Page, token: Token) -> Draft | None:
    """Return what a noun tells in the clause behind it; None if there is no such clause."""
    analysis, words = page.analysis, page.lexicon.words
    clause = next(
        (
            child
            for child in children(analysis, token.index, "acl", "ccomp", "relcl")
            if analysis.tokens[analysis.subtree(child)[0]].text.lower() == "that"
            and analysis.tokens[analysis.subtree(child)[0]].tag == "IN"
            and child > token.index
        ),
        None,
    )
    if clause is None:
        return None
    inner = analysis.subtree(clause)
    content = trimmed(analysis, (inner[0], inner[-1] + 1))
    speaker = _speaker(page, token)
    if content is None or (speaker is None and token.lemma not in words["nouns.of_nobody"]):
        return None
    doubtful = token.lemma in words["nouns.doubtful"] or speaker is None
    accusing = token.lemma in words["nouns.accusing"]
    denying = token.lemma in words["nouns.denying"]
    return Draft(
        verb=token.index,
        cue=(token.index, token.index + 1),
        speaker=speaker,
        content=(content,),
        stance=Stance.ACCUSES if accusing else Stance.DENIES if denying else Stance.ASSERTS,
        certainty=Certainty.POSSIBLE if doubtful else Certainty.CERTAIN,
        negated=denying,
    )


def _speaker(page: Page, token: Token) -> Speaker | None:
    """Return whose words a noun is: "Turkey's claim", "a claim by the rebels"."""
    analysis = page.analysis
    behind = [
        child
        for prep in children(analysis, token.index, "prep")
        for child in children(analysis, prep, "pobj")
        if analysis.tokens[prep].text.lower() in {"by", "from"}
    ]
    for head in (*children(analysis, token.index, "poss"), *behind):
        pronoun = analysis.tokens[head].tag == "PRP$"
        if not pronoun and not can_speak(analysis, head):
            continue
        first, last = noun_phrase(page, head, page.sentence.last)
        while last - 1 > head and analysis.tokens[last - 1].tag == "POS":
            last -= 1
        if first <= token.index < last:
            continue
        return Speaker(words=(first, last), core=(first, last), head=head)
    return None
