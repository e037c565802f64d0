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
ENCODER = ("encoder", "encoder-pieces")
LEARNED = (*ENCODER, "attribution-finder", "attribution-reader", CONFIDENCE)
VOICED = (*ENCODER, "attribution-stances", "attribution-withheld")
NEEDS = tuple(dict.fromkeys((*LEXICA, *LEARNED, *VOICED)))


def build(library: Library) -> MentionReader:
    """Return the reader of attributions."""
    # Arrays and weights take a while to import; only a run that reads a report should pay for them.
    from onrecord.extract.attribution.readers import Readers  # noqa: PLC0415

    def provenance(*names: str) -> Provenance:
        """Return what a stretch of resources is named as."""
        cited = tuple(library.citation(name) for name in dict.fromkeys(names))
        return Provenance(stage=NAME, version=VERSION, resources=cited)

    read_by = {
        (False, False): provenance(*LEXICA),
        (True, False): provenance(*LEXICA, *LEARNED),
        (False, True): provenance(*LEXICA, *VOICED),
        (True, True): provenance(*LEXICA, *LEARNED, *VOICED),
    }
    readers, calibration = Readers.of(library), Calibration.of(library)

    def read(_report: Report, analysis: Analysis) -> tuple[Mention, ...]:
        """Return the attributions of a report."""
        quotations = Quotations.of(analysis)
        drafts = calibration.applied(readers.drafts(analysis, quotations))
        return assembled(analysis, quotations, drafts, lexicon=readers.lexicon, read_by=read_by)

    return read


EXTRACTOR = Extractor(name=NAME, version=VERSION, needs=NEEDS, build=build)

__all__ = ["EXTRACTOR", "LEXICA", "NAME", "VERSION", "by_rules"]
