"""What the rules read: attributions by the grammar of each sentence and the lexica."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.attribution.hearsay import hearsay
from onrecord.extract.attribution.nesting import nested
from onrecord.extract.attribution.nouns import noun_cues
from onrecord.extract.attribution.open_questions import nobody_said, open_questions
from onrecord.extract.attribution.pages import Page
from onrecord.extract.attribution.passives import passives
from onrecord.extract.attribution.quotations import continued
from onrecord.extract.attribution.relays import (
    according_to,
    by_account,
    per,
    quoted_as_saying,
    quoting,
)
from onrecord.extract.attribution.speech import spoken
from onrecord.extract.attribution.withheld import added, unanswered_calls
from onrecord.extract.attribution.wordwise import lost

if TYPE_CHECKING:
    from onrecord.extract.attribution.drafts import Draft
    from onrecord.extract.attribution.lexicon import CueLexicon
    from onrecord.extract.attribution.quotations import Quotations
    from onrecord.model import Analysis


def by_rules(analysis: Analysis, quotations: Quotations, lexicon: CueLexicon) -> list[Draft]:
    """Return the attributions that the rules read; the trained readers learn with them in view."""
    drafts = [
        draft
        for sentence in analysis.sentences
        for draft in _in_sentence(Page(analysis, sentence, quotations, lexicon))
    ]
    return continued(analysis, quotations, drafts)


def nested_again(
    analysis: Analysis, quotations: Quotations, drafts: list[Draft], lexicon: CueLexicon
) -> list[Draft]:
    """Return the attributions with those only a trained reader found set into one another."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        number = analysis.sentence_of(draft.verb).number
        by_sentence.setdefault(number, []).append(draft)
    found: list[Draft] = []
    for number, told in by_sentence.items():
        page = Page(analysis, analysis.sentences[number - 1], quotations, lexicon)
        found.extend(nested(page, nobody_said(page, told)))
    return found


def _in_sentence(page: Page) -> list[Draft]:
    """Return the attributions of a sentence, each verb's once, nested where they are."""
    open_ones = list(open_questions(page))
    answered_verbs = {draft.verb for draft in open_ones}
    told = [
        draft
        for draft in (
            *quoted_as_saying(page),
            *spoken(page),
            *passives(page),
            *unanswered_calls(page),
            *according_to(page),
            *per(page),
            *by_account(page),
        )
        if draft.verb not in answered_verbs
    ]
    told.extend(noun_cues(page, [*open_ones, *told]))
    told.extend(lost(page, told))
    told.extend(quoting(page, told))
    told.extend(added(page, told))
    told.extend(hearsay(page))
    once = {draft.verb: draft for draft in reversed([*open_ones, *told])}
    once_each = nobody_said(page, sorted(once.values(), key=lambda draft: draft.verb))
    return nested(page, once_each)
