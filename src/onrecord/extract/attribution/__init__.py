"""Attributions: who says what, through whom, how firmly, and who would not say.

Reads the grammar of one report and the lexica of cues, sources and non-answers; writes attributions
in the parts of PARC 3.0 (source, cue, content), each with the stance of its source, the certainty
of its content as that source puts it (after FactBank), and the attribution it stands in.

A source that reports a non-answer of itself ("the ministry said it was gathering information but
could not comment") gives the non-answers, not a statement beside them. Nobody's name is invented:
an open question and hearsay have no source, and a pronoun stays one where it is not safe to say
whom it stands for. Known limits: one sentence at a time but for quotations; nouns that hand over
speech ("his claim that") are not read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.attribution.assembly import assembled
from onrecord.extract.attribution.drafts import Draft
from onrecord.extract.attribution.elsewhere import (
    according_to,
    hearsay,
    open_questions,
    quoted_as_saying,
    quoting,
)
from onrecord.extract.attribution.lexicon import CueLexicon
from onrecord.extract.attribution.nesting import nested
from onrecord.extract.attribution.quotations import continued
from onrecord.extract.attribution.speech import spoken
from onrecord.model import Provenance
from onrecord.registry import Extractor

if TYPE_CHECKING:
    from onrecord.model import Analysis, Mention, Report, Sentence
    from onrecord.registry import MentionReader
    from onrecord.resources import Library

NAME = "attribution"
VERSION = 1
NEEDS = ("cues.en", "nonanswers.en", "sources.en", "news-agencies", "armed-groups")


def build(library: Library) -> MentionReader:
    """Return the reader of attributions."""
    lexicon = CueLexicon.of(library)
    read_by = Provenance(
        stage=NAME,
        version=VERSION,
        resources=tuple(library.lexicon(name).citation for name in NEEDS),
    )

    def read(_report: Report, analysis: Analysis) -> tuple[Mention, ...]:
        drafts = [
            draft
            for sentence in analysis.sentences
            for draft in _in_sentence(analysis, sentence, lexicon)
        ]
        return assembled(analysis, continued(analysis, drafts), lexicon, read_by)

    return read


def _in_sentence(analysis: Analysis, sentence: Sentence, lexicon: CueLexicon) -> list[Draft]:
    """Return the attributions of a sentence, each verb's once, nested where they are."""
    open_ones = list(open_questions(analysis, sentence, lexicon))
    answered_verbs = {draft.verb for draft in open_ones}
    told = [
        draft
        for draft in (
            *quoted_as_saying(analysis, sentence, lexicon),
            *spoken(analysis, sentence, lexicon),
            *according_to(analysis, sentence, lexicon),
        )
        if draft.verb not in answered_verbs
        # "It was not clear how the gunmen knew": nobody says that they did.
        and not any(
            first <= draft.verb < last for other in open_ones for first, last in other.content
        )
    ]
    told.extend(quoting(analysis, sentence, told, lexicon))
    told.extend(hearsay(analysis, sentence, lexicon))
    once = {draft.verb: draft for draft in reversed([*open_ones, *told])}
    return nested(analysis, sorted(once.values(), key=lambda draft: draft.verb))


EXTRACTOR = Extractor(name=NAME, version=VERSION, needs=NEEDS, build=build)
