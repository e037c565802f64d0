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
from onrecord.extract.attribution.calibration import CONFIDENCE, Calibration
from onrecord.extract.attribution.quotations import Quotations
from onrecord.extract.attribution.rules import by_rules
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
    CONFIDENCE,
)
NEEDS = (*LEXICA, *WEIGHTS)


def build(library: Library) -> MentionReader:
    """Return the reader of attributions."""
    # Arrays and weights take a while to import; only a run that reads a report should pay for them.
    from onrecord.extract.attribution.readers import Readers  # noqa: PLC0415

    by_lexica = Provenance(
        stage=NAME,
        version=VERSION,
        resources=tuple(library.citation(name) for name in LEXICA),
    )
    by_all = replace(
        by_lexica, resources=(*by_lexica.resources, *(library.citation(name) for name in WEIGHTS))
    )
    readers, calibration = Readers.of(library), Calibration.of(library)

    def read(_report: Report, analysis: Analysis) -> tuple[Mention, ...]:
        """Return the attributions of a report."""
        quotations = Quotations.of(analysis)
        drafts = calibration.applied(readers.drafts(analysis, quotations))
        return assembled(
            analysis, quotations, drafts, lexicon=readers.lexicon, read_by=(by_lexica, by_all)
        )

    return read


EXTRACTOR = Extractor(name=NAME, version=VERSION, needs=NEEDS, build=build)

__all__ = ["EXTRACTOR", "LEXICA", "NAME", "VERSION", "by_rules"]
