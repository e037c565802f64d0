"""Times: "Wednesday morning", "late last year", "two days ago", "5:30 a.m. (0430 GMT) on Monday".

Reads the words of one report's sentences, the day it was published and the lexicon `times.en`;
writes times as intervals of days, or of minutes where a clock stands beside a day. Relative words
are anchored at the day of publication, else at the dateline's; without either they stay undated.
Days that count from another ("a day earlier") do so from the last one told, in their own sentence
or the one before it; else they stay undated too.

A weekday is the last one up to the day of publication, which is how wires use it; with a word of
the future before it, the next. Days and hours are read as if they were UTC's, unless the words name
a zone: the claims made of them get the zone of their place (`onrecord.claims.zones`).

Known limits: a clock that stands apart from its day stays undated; a part of a day keeps the whole
day as its interval; durations ("for two hours") are no times; a date without a year that lies up to
45 days ahead is the coming one. Why not dateparser: `docs/decisions/0014-times.md`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.times.anchors import Anchor
from onrecord.extract.times.patterns import TimePatterns
from onrecord.model import Provenance, Span, TimeMention
from onrecord.registry import Extractor

if TYPE_CHECKING:
    from onrecord.model import Analysis, Mention, Report
    from onrecord.registry import MentionReader
    from onrecord.resources import Library

NAME = "times"
VERSION = 4
NEEDS = ("times.en", "numbers.en")


def build(library: Library) -> MentionReader:
    """Return the reader of times."""
    words = library.lexicon("times.en")
    numbers = library.lexicon("numbers.en")
    patterns = TimePatterns.of(words.entries, numbers.entries)
    read_by = Provenance(stage=NAME, version=VERSION, resources=(words.citation, numbers.citation))

    def read(report: Report, analysis: Analysis) -> tuple[Mention, ...]:
        filed_on = report.dateline.filed_on if report.dateline else None
        anchor = Anchor(report.published_on or filed_on)
        found: list[Mention] = []
        for sentence in analysis.sentences:
            start = sentence.span.start
            for first, last, time in patterns.times(sentence.span.of(analysis.text), anchor):
                span = Span(start + first, start + last)
                found.append(TimeMention(span=span, read_by=read_by, time=time))
                anchor = replace(anchor, told=anchor.told.told(time))
            anchor = replace(anchor, told=anchor.told.next_sentence())
        return tuple(found)

    return read


EXTRACTOR = Extractor(name=NAME, version=VERSION, needs=NEEDS, build=build)
