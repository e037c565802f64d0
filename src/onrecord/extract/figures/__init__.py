"""Figures: "at least 12 people", "dozens of houses", "1,300 km (825 miles)".

Reads the grammar of one report and the lexica of numbers, hedges, roles and nations; writes figures
with the interval their words allow, who or what is counted, and for measures the amount as written.
What befell those counted is settled in `onrecord.claims`.

Ages, dates, clock times, ordinals, addresses, calibres, scores, percentages and numbers that are
names ("Route 66") are no figures. Known limits: fractions and percentages of a figure are not read;
a number without a noun is read only beside a word of harm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.counted import counted
from onrecord.extract.figures.lexicon import FigureLexicon
from onrecord.extract.figures.measures import measure
from onrecord.extract.figures.numerals import numerals
from onrecord.extract.figures.parts import with_parts
from onrecord.extract.figures.traps import is_trap
from onrecord.model import FigureMention, Provenance
from onrecord.registry import Extractor

if TYPE_CHECKING:
    from onrecord.model import Analysis, Mention, Report, Sentence
    from onrecord.registry import MentionReader
    from onrecord.resources import Library

NAME = "figures"
VERSION = 1
NEEDS = ("numbers.en", "hedges.en", "roles.en", "figures.en", "nations", "conversions")


def build(library: Library) -> MentionReader:
    """Return the reader of figures."""
    lexicon = FigureLexicon.of(library)
    citations = tuple(library.lexicon(name).citation for name in NEEDS)
    read_by = Provenance(stage=NAME, version=VERSION, resources=citations)

    def read(_report: Report, analysis: Analysis) -> tuple[Mention, ...]:
        found: list[FigureMention] = []
        for sentence in analysis.sentences:
            found.extend(_in_sentence(analysis, sentence, lexicon, read_by))
        return tuple(with_parts(analysis, found, lexicon))

    return read


def _in_sentence(
    analysis: Analysis, sentence: Sentence, lexicon: FigureLexicon, read_by: Provenance
) -> list[FigureMention]:
    found: list[FigureMention] = []
    previous: FigureMention | None = None
    for numeral in numerals(analysis, sentence, lexicon):
        measured = measure(analysis, sentence, numeral, previous, lexicon=lexicon)
        if measured is not None:
            previous = FigureMention(
                span=measured.phrase,
                read_by=read_by,
                figure=measured.figure,
                phrase=measured.phrase,
                head=measured.head,
                quantity=measured.quantity,
                restates=measured.restates,
            )
            found.append(previous)
        elif not is_trap(analysis, sentence, numeral, lexicon):
            people = counted(analysis, sentence, numeral, lexicon)
            if people is not None:
                found.append(
                    FigureMention(
                        span=people.phrase,
                        read_by=read_by,
                        figure=people.figure,
                        phrase=people.phrase,
                        head=people.head,
                        definite=people.definite,
                        others=people.others,
                    )
                )
    return found


EXTRACTOR = Extractor(name=NAME, version=VERSION, needs=NEEDS, build=build)
