"""Figures: "at least 12 people", "dozens of houses", "1,300 km (825 miles)", "a third of the 60".

Reads the grammar of one report and the lexica of numbers, hedges, roles and nations; writes figures
with the interval their words allow, who or what is counted, what they are to the numbers told
before them, and for measures the amount as written. What befell those counted is settled in
`onrecord.claims`.

Ages, dates, clock times, ordinals, addresses, calibres, scores, percentages, rates and numbers that
are names ("Route 66") are no figures. A share is one only of a number told with it ("half of its 40
staff"). Known limits: a number without a noun is read only beside a word of harm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.completing import bare, completed, stand_in
from onrecord.extract.figures.counted import counted
from onrecord.extract.figures.kindred import with_kin
from onrecord.extract.figures.lexicon import FigureLexicon
from onrecord.extract.figures.measures import measure, restated, unit_of
from onrecord.extract.figures.numerals import numerals
from onrecord.extract.figures.parts import with_parts
from onrecord.extract.figures.traps import is_titled, is_trap
from onrecord.model import FigureMention, Provenance
from onrecord.registry import Extractor

if TYPE_CHECKING:
    from onrecord.model import Analysis, Mention, Report, Sentence
    from onrecord.registry import MentionReader
    from onrecord.resources import Library

NAME = "figures"
VERSION = 3
NEEDS = ("numbers.en", "hedges.en", "roles.en", "figures.en", "nations")


def build(library: Library) -> MentionReader:
    """Return the reader of figures."""
    lexicon = FigureLexicon.of(library)
    citations = tuple(library.lexicon(name).citation for name in NEEDS)
    read_by = Provenance(stage=NAME, version=VERSION, resources=citations)

    def read(_report: Report, analysis: Analysis) -> tuple[Mention, ...]:
        found: list[FigureMention] = []
        earlier: list[FigureMention] = []
        for sentence in analysis.sentences:
            earlier = _in_sentence(analysis, sentence, earlier, lexicon=lexicon, read_by=read_by)
            found.extend(earlier)
        return tuple(with_kin(analysis, with_parts(analysis, found, lexicon), lexicon))

    return read


def _in_sentence(
    analysis: Analysis,
    sentence: Sentence,
    earlier: list[FigureMention],
    *,
    lexicon: FigureLexicon,
    read_by: Provenance,
) -> list[FigureMention]:
    """Return the figures of a sentence; `earlier` are those of the sentence before."""
    found: list[FigureMention] = []
    previous: FigureMention | None = None
    for numeral in numerals(analysis, sentence, lexicon):
        if is_titled(analysis.tokens, sentence, numeral, lexicon):
            continue
        unit = unit_of(analysis, sentence, numeral, lexicon)
        mention: FigureMention | None = None
        if unit is not None:
            measured = measure(analysis, sentence, numeral, unit, lexicon=lexicon)
            if measured is not None:
                mention = previous = FigureMention(
                    span=measured.phrase,
                    read_by=read_by,
                    figure=measured.figure,
                    phrase=measured.phrase,
                    head=measured.head,
                    quantity=measured.quantity,
                    restates=restated(analysis, numeral, previous),
                )
        elif not is_trap(analysis, sentence, numeral, lexicon):
            people = (
                counted(analysis, sentence, numeral, lexicon)
                or bare(analysis, sentence, numeral, found, lexicon=lexicon)
                or stand_in(analysis, sentence, numeral, [*earlier, *found], lexicon=lexicon)
            )
            if people is not None:
                mention = FigureMention(
                    span=people.phrase,
                    read_by=read_by,
                    figure=people.figure,
                    phrase=people.phrase,
                    head=people.head,
                    definite=people.definite,
                    others=people.others,
                )
        if mention is not None:
            found.extend(completed(analysis, sentence, numeral, mention, lexicon=lexicon))
    return found


EXTRACTOR = Extractor(name=NAME, version=VERSION, needs=NEEDS, build=build)
