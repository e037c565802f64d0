"""Resolving places whose spans are given: how well a name's place is found, finding it apart.

The spans given take the place of our own where they overlap; our own others stay, as the report's
other places are what a name is resolved by. Where two distant places fit as well, the product names
neither; here the better of the two is the answer, since the task scores no answer as a wrong one.
"""

from __future__ import annotations

import bisect
import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.predict import Tally, as_report
from benchmarks.tasks import BrokenRowError, read_row, task_named
from onrecord.errors import OnRecordError
from onrecord.extract.places.atlas import Atlas
from onrecord.extract.places.demonyms import demonyms
from onrecord.extract.places.lexicon import PlaceWords
from onrecord.extract.places.needs import LEXICA, WEIGHTS
from onrecord.extract.places.pages import page_of
from onrecord.extract.places.placing import PlaceRelations
from onrecord.extract.places.resolving import Weighed, resolve
from onrecord.extract.places.said import Said
from onrecord.extract.places.spotting import Spot, spots
from onrecord.extract.places.weights import Weights
from onrecord.resources import open_library
from onrecord.resources.gazetteer import NAME as GAZETTEER
from onrecord.resources.gazetteer import open_gazetteer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from benchmarks.tasks import Row
    from onrecord.model import Analysis, Json, Span
    from onrecord.reading import Kit


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolver:
    """What finds the place of a span.

    Attributes:
        kit: For the grammar of a report.
        words: The words places are read with.
        atlas: All places.
        relations: How what is said of one place by another is read.
        weights_of: Returns what speaks for a place how much, for a document by its name.
    """

    kit: Kit
    words: PlaceWords
    atlas: Atlas
    relations: PlaceRelations
    weights_of: Callable[[str], Weights]

    @classmethod
    def of(cls, kit: Kit, weights_of: Callable[[str], Weights] | None = None) -> Resolver:
        """Open the data that places are resolved with.

        Args:
            kit: For the grammar of a report.
            weights_of: Returns the weights for a document, by its name; those that ship if left
                out.

        Raises:
            ResourceError: A file of it is missing or damaged.
        """
        library = open_library()
        words = PlaceWords.of(*(library.lexicon(name) for name in LEXICA))
        shipped = Weights.of(library.lexicon(WEIGHTS))
        atlas = Atlas(words.known, open_gazetteer(library.path(GAZETTEER)))
        return cls(
            kit=kit,
            words=words,
            atlas=atlas,
            relations=PlaceRelations.of(library, atlas),
            weights_of=weights_of or (lambda _: shipped),
        )

    def toponyms(self, row: Row, origin: str) -> list[Json]:
        """Return the answer for each span of a document."""
        (analysis,) = self.kit.analyser.analyse([as_report(row, origin)])
        every = row_spots(analysis, row.spans, self.words, self.atlas)
        given = set(row.spans)
        said = Said.of(analysis, every, self.relations)
        weights = self.weights_of(row.docid)
        answers = resolve(analysis, every, self.words, said, weights=weights)
        return [
            _toponym(spot.span, weighed)
            for spot, weighed in zip(every, answers, strict=True)
            if spot.span in given
        ]

    def share_of_time(self, rows: Iterable[Row]) -> float:
        """Return which share of the time, analysis included, goes into resolving, 0 to 1."""
        whole = resolving = 0.0
        for row in rows:
            started = time.perf_counter()
            (analysis,) = self.kit.analyser.analyse([as_report(row, row.docid)])
            every = row_spots(analysis, (), self.words, self.atlas)
            found = time.perf_counter()
            said = Said.of(analysis, every, self.relations)
            resolve(analysis, every, self.words, said, weights=self.weights_of(row.docid))
            ended = time.perf_counter()
            whole += ended - started
            resolving += ended - found
        return resolving / whole if whole else 0.0


def row_spots(
    analysis: Analysis, spans: Iterable[Span], words: PlaceWords, atlas: Atlas
) -> list[Spot]:
    """Return the spots of the spans given, and those we find elsewhere in the document."""
    page = page_of(analysis, words, atlas)
    named = spots(page)
    own = (*named, *demonyms(page, named))
    asked = _asked(analysis, spans, own, words)
    context = [spot for spot in own if not any(spot.span.overlaps(one.span) for one in asked)]
    return sorted([*asked, *context], key=lambda spot: spot.span)


def _asked(
    analysis: Analysis, spans: Iterable[Span], own: Iterable[Spot], words: PlaceWords
) -> list[Spot]:
    """Return the spots of the spans given, our own where one has the same bounds."""
    known = {spot.span: spot for spot in own}
    starts = [token.span.start for token in analysis.tokens]
    asked = []
    for span in sorted(set(spans)):
        first = max(bisect.bisect_right(starts, span.start) - 1, 0)
        last = max(bisect.bisect_left(starts, span.end), first + 1)
        name = _name(" ".join(span.of(analysis.text).split()), words)
        asked.append(known.get(span) or Spot(first=first, last=last, span=span, name=name))
    return asked


def _name(written: str, words: PlaceWords) -> str:
    """Return the name to look up: abbreviations in full, a nation for its people ("Kenyan")."""
    return words.demonym(written) or words.abbreviations.get(written, written)


def _toponym(span: Span, weighed: tuple[Weighed, ...]) -> Json:
    found: dict[str, Json] = {"start": span.start, "end": span.end}
    if weighed:
        entry = weighed[0].entry
        found |= {"lat": entry.latitude, "lon": entry.longitude}
        if entry.country is not None:
            found["country"] = entry.country
    return found


def predict_spans(
    source: Path,
    target: Path,
    kit: Kit,
    *,
    tell: Callable[[str], None],
    weights_of: Callable[[str], Weights] | None = None,
) -> Tally:
    """Resolve the spans of a file of documents; the target appears whole, once all is done.

    Args:
        source: Input lines that also carry `spans`.
        target: Where the predictions go.
        kit: What reading a report takes.
        tell: Is told each error as it comes.
        weights_of: Returns the weights for a document, by its name; those that ship if left out.
    """
    tally = Tally()
    waiting = target.with_name(target.name + ".part")
    resolver = Resolver.of(kit, weights_of)
    with source.open(encoding="utf-8") as lines, waiting.open("w", encoding="utf-8") as out:
        for prediction in _predictions(lines, resolver, tally, tell):
            out.write(json.dumps(prediction, ensure_ascii=False) + "\n")
    waiting.replace(target)
    return tally


def _predictions(
    lines: Iterable[str], resolver: Resolver, tally: Tally, tell: Callable[[str], None]
) -> Iterator[Json]:
    task = task_named("geo")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        origin = f"line {number}"
        try:
            row = read_row(task, line, origin, given_spans=True)
            toponyms = resolver.toponyms(row, origin)
        except (BrokenRowError, OnRecordError) as error:
            tally.errors.append(str(error))
            tell(str(error))
            continue
        tally.predicted += 1
        yield {"docid": row.docid, "toponyms": toponyms}
