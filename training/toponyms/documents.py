"""The documents to learn from: their grammar, their spots, the answers of their annotators.

Analysing takes a minute or two, so analyses are kept in the work folder, under a name made of the
hash of the corpus and of the engine.
"""

from __future__ import annotations

import hashlib
import json
import pickle
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from benchmarks.given_spans import row_spots
from benchmarks.predict import as_report
from benchmarks.tasks import read_row, task_named
from benchmarks.toponym_folds import fold_of
from onrecord.extract.places.resolving import Table
from onrecord.extract.places.said import Said
from onrecord.model import Span
from onrecord.resources.gazetteer import folded
from training.toponyms.answers import kinds, points

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from onrecord.extract.places.lexicon import PlaceWords
    from onrecord.extract.places.placing import PlaceRelations
    from onrecord.extract.places.resolving import Choice
    from onrecord.extract.places.spotting import Spot
    from onrecord.language import Analyser
    from onrecord.model import Analysis
    from training.toponyms.answers import Answer

# Documents analysed together.
_BATCH = 16
# Of the names of a document, one in so many is also learned from by itself.
_EVERY = 3


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One document with its places.

    Attributes:
        corpus: Name of the corpus it is from.
        name: What it is called there.
        spots: The names the annotators marked, and beside them those we found elsewhere.
        table: Their candidates; None where no name has any.
        answers: What the annotators say the names mean, by span.
        alone: All its names but one are left out.
    """

    corpus: str
    name: str
    spots: Sequence[Spot]
    table: Table | None
    answers: Mapping[Span, Answer]
    alone: bool = False

    @property
    def fold(self) -> int:
        """Which part of the documents it belongs to."""
        return fold_of(self.name)

    def choices(self) -> Iterator[tuple[Choice, Answer]]:
        """Yield the choices whose answer is known."""
        if self.table is not None:
            for spot, choice in zip(self.spots, self.table.choices, strict=True):
                if choice is not None and spot.span in self.answers:
                    yield choice, self.answers[spot.span]


@dataclass(frozen=True, slots=True)
class Source:
    """What documents are made with.

    Attributes:
        work: Folder where analyses are kept.
        analyser: The language engine.
        words: The words places are read with.
        relations: What is said of one place by another, and how it is read; with all places.
    """

    work: Path
    analyser: Analyser
    words: PlaceWords
    relations: PlaceRelations

    def load(self, corpus: Path) -> list[Document]:
        """Return the documents of a corpus that teach something.

        Args:
            corpus: A file of documents with `toponyms` or `templates`, one JSON object a line.
        """
        rows = [json.loads(line) for line in corpus.read_text("utf-8").split("\n") if line.strip()]
        rows = [row for row in rows if row.get("toponyms") or row.get("templates")]
        analyses = self._analyses(corpus, rows)
        make = self._marked if "toponyms" in rows[0] else self._keyed
        return [
            document
            for row, analysis in zip(rows, analyses, strict=True)
            for whole in (make(name_of(corpus), row, analysis),)
            for document in (whole, *self._alone(whole, analysis))
        ]

    def _alone(self, whole: Document, analysis: Analysis) -> Iterator[Document]:
        """Yield the document as if only one of its names stood there, for some of its names.

        A short alert names one place, and says nothing for or against it by others.
        """
        names = {spot.name: spot for spot in whole.spots if spot.span in whole.answers}
        for spot in list(names.values())[::_EVERY]:
            said = Said.of(analysis, (spot,), self.relations)
            table = Table.of(analysis, (spot,), self.words, said)
            answers = {spot.span: whole.answers[spot.span]}
            yield replace(whole, spots=(spot,), table=table, answers=answers, alone=True)

    def _marked(self, corpus: str, row: dict[str, Any], analysis: Analysis) -> Document:
        """Return a document whose names are marked, with their points."""
        spans = [Span(one["start"], one["end"]) for one in row["toponyms"]]
        every = row_spots(analysis, spans, self.words, self.relations.atlas)
        said = Said.of(analysis, every, self.relations)
        table = Table.of(analysis, every, self.words, said)
        return Document(corpus, row["docid"], every, table, points(row))

    def _keyed(self, corpus: str, row: dict[str, Any], analysis: Analysis) -> Document:
        """Return a report whose key names the places of its incidents."""
        every = row_spots(analysis, (), self.words, self.relations.atlas)
        said = Said.of(analysis, every, self.relations)
        table = Table.of(analysis, every, self.words, said)
        codes = {folded(name): code for code, name in self.words.nations.items()}
        return Document(
            corpus, row["docid"], every, table, kinds(row, every, codes, self.words.features)
        )

    def _analyses(self, corpus: Path, rows: Sequence[dict[str, Any]]) -> list[Analysis]:
        seen = corpus.read_bytes() + repr(self.analyser.engine).encode()
        key = hashlib.sha256(seen).hexdigest()[:16]
        kept = self.work / f"toponyms-{name_of(corpus)}-{key}.pickle"
        if kept.exists():
            # Our own file, written by an earlier run.
            return list(pickle.loads(kept.read_bytes()))  # noqa: S301
        task = task_named("muc4" if "templates" in rows[0] else "geo")
        reports = [
            as_report(read_row(task, json.dumps(_question(row)), row["docid"]), row["docid"])
            for row in rows
        ]
        found = [
            analysis
            for first in range(0, len(reports), _BATCH)
            for analysis in self.analyser.analyse(reports[first : first + _BATCH])
        ]
        self.work.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(found))
        return found


def name_of(corpus: Path) -> str:
    """Return what a corpus is called: "lgl", or the folder's name for MUC-4's train.jsonl."""
    return corpus.parent.name if corpus.stem == "train" else corpus.stem


def _question(row: dict[str, Any]) -> dict[str, Any]:
    """Return a document without its answers."""
    return {key: value for key, value in row.items() if key not in {"toponyms", "templates"}}
