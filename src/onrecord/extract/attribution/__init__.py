"""Attributions: who says what, through whom, how firmly, and who would not say.

Reads the grammar of one report and the lexica of cues, sources and non-answers; writes attributions
in the parts of PARC 3.0 (source, cue, content), each with the stance of its source, the certainty
of its content as that source puts it (after FactBank), and the attribution it stands in.

A source that reports a non-answer of itself ("the ministry said it was gathering information but
could not comment") gives the non-answers, not a statement beside them. Nobody's name is invented:
an open question and hearsay have no source, and a pronoun stays one where it is not safe to say
whom it stands for. Known limits: voices inside a quotation are read only where a third person
speaks in it; a headline's "Police: 12 dead" is not read.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.attribution.assembly import assembled
from onrecord.extract.attribution.drafts import Draft
from onrecord.extract.attribution.hearsay import hearsay
from onrecord.extract.attribution.lexicon import CueLexicon
from onrecord.extract.attribution.nesting import nested
from onrecord.extract.attribution.nouns import noun_cues
from onrecord.extract.attribution.open_questions import open_questions
from onrecord.extract.attribution.pages import Page
from onrecord.extract.attribution.passives import passives
from onrecord.extract.attribution.quotations import Quotations, continued
from onrecord.extract.attribution.relays import (
    according_to,
    by_account,
    per,
    quoted_as_saying,
    quoting,
)
from onrecord.extract.attribution.speech import spoken
from onrecord.extract.attribution.unanswered import with_stances, with_withheld
from onrecord.extract.attribution.withheld import added, unanswered_calls
from onrecord.extract.attribution.wordwise import lost
from onrecord.model import Provenance
from onrecord.registry import Extractor

if TYPE_CHECKING:
    from onrecord.model import Analysis, Mention, Report
    from onrecord.registry import MentionReader
    from onrecord.resources import Library

NAME = "attribution"
VERSION = 4
LEXICA = ("cues.en", "nonanswers.en", "sources.en", "news-agencies", "armed-groups")
WEIGHTS = (
    "encoder",
    "encoder-pieces",
    "attribution-finder",
    "attribution-reader",
    "attribution-stances",
    "attribution-withheld",
)
NEEDS = (*LEXICA, *WEIGHTS)


def build(library: Library) -> MentionReader:
    """Return the reader of attributions."""
    # Arrays and weights take a while to import; only a run that reads a report should pay for them.
    from onrecord import encoding  # noqa: PLC0415
    from onrecord.extract.attribution.learned import LearnedReader, VoicesReader  # noqa: PLC0415
    from onrecord.extract.attribution.merging import merged  # noqa: PLC0415

    lexicon = CueLexicon.of(library)
    rules = Provenance(
        stage=NAME,
        version=VERSION,
        resources=tuple(library.citation(name) for name in LEXICA),
    )
    readers = replace(
        rules, resources=(*rules.resources, *(library.citation(name) for name in WEIGHTS))
    )

    encoder = encoding.load(library)
    learned, voiced = LearnedReader.of(library, encoder), VoicesReader.of(library, encoder)

    def read(_report: Report, analysis: Analysis) -> tuple[Mention, ...]:
        quotations = Quotations.of(analysis)
        drafts = by_rules(analysis, quotations, lexicon)
        possible = learned.read(analysis, quotations, drafts)
        voices = voiced.read(analysis, quotations, drafts)
        drafts = with_withheld(analysis, drafts, voices)
        drafts = with_stances(merged(analysis, drafts, possible, lexicon), voices)
        drafts = _nested_again(analysis, quotations, drafts, lexicon)
        return assembled(analysis, quotations, drafts, lexicon=lexicon, read_by=(rules, readers))

    return read


def by_rules(analysis: Analysis, quotations: Quotations, lexicon: CueLexicon) -> list[Draft]:
    """Return the attributions that the rules read; the trained reader learns with them in view."""
    drafts = [
        draft
        for sentence in analysis.sentences
        for draft in _in_sentence(Page(analysis, sentence, quotations, lexicon))
    ]
    return continued(analysis, quotations, drafts)


def _nested_again(
    analysis: Analysis, quotations: Quotations, drafts: list[Draft], lexicon: CueLexicon
) -> list[Draft]:
    """Return the attributions with those only the trained reader found set into one another."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        number = analysis.sentence_of(draft.verb).number
        by_sentence.setdefault(number, []).append(draft)
    return [
        draft
        for number, told in by_sentence.items()
        for draft in nested(
            Page(analysis, analysis.sentences[number - 1], quotations, lexicon), told
        )
    ]


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
    return nested(page, sorted(once.values(), key=lambda draft: draft.verb))


EXTRACTOR = Extractor(name=NAME, version=VERSION, needs=NEEDS, build=build)
