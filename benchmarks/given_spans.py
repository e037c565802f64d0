"""Resolving places whose spans are given: how well a name's place is found, finding it apart.

The spans given take the place of our own where they overlap; our own others stay, as the report's
other places are what a name is resolved by. Where two distant places fit as well, the product names
neither; here the better of the two is the answer, since the task scores no answer as a wrong one.
"""

from __future__ import annotations

import bisect
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.predict import Tally, as_report
from benchmarks.tasks import BrokenRowError, read_row, task_named
from onrecord.errors import OnRecordError
from onrecord.extract.places.atlas import Atlas
from onrecord.extract.places.lexicon import PlaceWords
from onrecord.extract.places.resolving import Weighed, resolve
from onrecord.extract.places.spotting import Spot, spots
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
    """

    kit: Kit
    words: PlaceWords
    atlas: Atlas

    @classmethod
    def of(cls, kit: Kit) -> Resolver:
        """Open the data that places are resolved with.

        Raises:
            ResourceError: A file of it is missing or damaged.
        """
        library = open_library()
        words = PlaceWords.of(
            *(library.lexicon(name) for name in ("places.en", "nations", "regions"))
        )
        return cls(
            kit=kit, words=words, atlas=Atlas(words.known, open_gazetteer(library.path(GAZETTEER)))
        )

    def toponyms(self, row: Row, origin: str) -> list[Json]:
        """Return the answer for each span of a document."""
        (analysis,) = self.kit.analyser.analyse([as_report(row, origin)])
        own = spots(analysis, self.words, self.atlas)
        asked = _asked(analysis, row.spans, own, self.words)
        context = [spot for spot in own if not any(spot.span.overlaps(one.span) for one in asked)]
        every = sorted([*asked, *context], key=lambda spot: spot.span)
        given = set(row.spans)
        return [
            _toponym(spot.span, weighed)
            for spot, weighed in zip(
                every, resolve(analysis, every, self.words, self.atlas), strict=True
            )
            if spot.span in given
        ]


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
    nation = words.nations.get(words.peoples.get(written, ""))
    return nation or words.abbreviations.get(written, written)


def _toponym(span: Span, weighed: tuple[Weighed, ...]) -> Json:
    found: dict[str, Json] = {"start": span.start, "end": span.end}
    if weighed:
        entry = weighed[0].entry
        found |= {"lat": entry.latitude, "lon": entry.longitude}
        if entry.country is not None:
            found["country"] = entry.country
    return found


def predict_spans(source: Path, target: Path, kit: Kit, *, tell: Callable[[str], None]) -> Tally:
    """Resolve the spans of a file of documents; the target appears whole, once all is done.

    Args:
        source: Input lines that also carry `spans`.
        target: Where the predictions go.
        kit: What reading a report takes.
        tell: Is told each error as it comes.
    """
    tally = Tally()
    waiting = target.with_name(target.name + ".part")
    resolver = Resolver.of(kit)
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
