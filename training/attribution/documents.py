"""The corpus as the reader sees it: words, features, windows, and what each word is.

Analysing takes minutes, so it is kept beside the checkpoints, under a name made of the hashes of
the corpus and of the code and data that analysed it.
"""

from __future__ import annotations

import hashlib
import json
import pickle
from dataclasses import dataclass
from functools import cache
from multiprocessing import Pool
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord import encoding, language, wire
from onrecord.encoding.encoder import word_pieces
from onrecord.extract import attribution
from onrecord.extract.attribution.learned.features import CONTENT, CUE, SOURCE, WordFeatures
from onrecord.extract.attribution.lexicon import CueLexicon
from onrecord.extract.attribution.quotations import Quotations
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from onrecord.encoding import Window
    from onrecord.extract.attribution.drafts import Draft
    from onrecord.model import Analysis, Span

_ROLES = (("source", SOURCE), ("cue", CUE), ("content", CONTENT))
# One document in so many is held out, by the hash of its name.
_HELD_OUT = 10


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated attribution in words.

    Attributes:
        head: The word that heads its cue.
        roles: The words of each role, SOURCE, CUE and CONTENT.
    """

    head: int
    roles: dict[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Document:
    """One document of the corpus.

    Attributes:
        docid: Its name.
        row: Its line in the corpus.
        analysis: Its grammar.
        drafts: What the rules read.
        features: What is seen of each word.
        golds: What the annotators marked.
        discarded: For each word, whether no annotator worked on it.
        pieces: The pieces of each word.
        windows: The stretches encoded at once.
    """

    docid: str
    row: dict[str, Any]
    analysis: Analysis
    drafts: list[Draft]
    features: WordFeatures
    golds: list[Gold]
    discarded: NDArray[np.bool_]
    pieces: list[list[int]]
    windows: tuple[Window, ...]

    @property
    def held_out(self) -> bool:
        """Whether it is one of those kept for tuning."""
        return int(hashlib.sha256(self.docid.encode()).hexdigest(), 16) % _HELD_OUT == 0


def load(
    corpus: Path, work: Path, tokenizer: object, *, tell: Callable[[str], None]
) -> list[Document]:
    """Return the documents of a corpus, analysed now or in an earlier run."""
    kept = work / f"analysed-{fingerprint(corpus)}.pickle"
    if not kept.exists():
        tell(f"analysing {corpus}")
        lines = corpus.read_text("utf-8").splitlines()
        with Pool() as pool:
            analysed = pool.map(_analysed, lines, chunksize=4)
        waiting = kept.with_suffix(".part")
        waiting.write_bytes(pickle.dumps(analysed))
        waiting.replace(kept)
    # Our own file, written a moment or a run ago.
    rows = pickle.loads(kept.read_bytes())  # noqa: S301
    return [_document(*row, tokenizer) for row in rows]


def fingerprint(corpus: Path) -> str:
    """Return a hash of the corpus and of all that analyses it."""
    parts = [hashlib.sha256(corpus.read_bytes()).hexdigest()]
    parts.extend(map(open_library().citation, attribution.LEXICA))
    parts.append(str(attribution.VERSION))
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]


@cache
def _lexicon() -> CueLexicon:
    return CueLexicon.of(open_library())


def _analysed(line: str) -> tuple[dict[str, Any], Analysis, Quotations, list[Draft]]:
    row = json.loads(line)
    report = wire.story(row["text"], origin=row["docid"], guid=row["docid"])
    (analysis,) = language.load().analyse([report])
    quotations = Quotations.of(analysis)
    drafts = attribution.by_rules(analysis, quotations, _lexicon())
    return row, analysis, quotations, drafts


def _document(  # noqa: PLR0917 - one analysed row, and the tokenizer
    row: dict[str, Any],
    analysis: Analysis,
    quotations: Quotations,
    drafts: list[Draft],
    tokenizer: object,
) -> Document:
    starts = np.array([token.span.start for token in analysis.tokens])
    ends = np.array([token.span.end for token in analysis.tokens])
    golds = []
    for annotated in row["attributions"]:
        roles = {role: _words(starts, ends, annotated[name]) for name, role in _ROLES}
        if roles[CUE]:
            golds.append(Gold(heading(analysis, roles[CUE]), roles))
    discarded = np.zeros(len(analysis.tokens), bool)
    discarded[list(_words(starts, ends, (row.get("flagged") or {}).get("discard") or []))] = True
    pieces = word_pieces(tokenizer, [token.text for token in analysis.tokens])
    return Document(
        docid=row["docid"],
        row=row,
        analysis=analysis,
        drafts=drafts,
        features=WordFeatures.of(analysis, quotations, drafts),
        golds=golds,
        discarded=discarded,
        pieces=pieces,
        windows=encoding.windows(analysis, [len(one) for one in pieces]),
    )


def _words(
    starts: NDArray[np.int64], ends: NDArray[np.int64], spans: list[list[int]]
) -> tuple[int, ...]:
    """Return the words of which at least half lies in one of the spans."""
    found = []
    for first, last in spans:
        low = int(np.searchsorted(ends, first, side="right"))
        high = int(np.searchsorted(starts, last, side="left"))
        for index in range(low, high):
            inside = min(ends[index], last) - max(starts[index], first)
            if 2 * inside >= ends[index] - starts[index]:
                found.append(index)
    return tuple(found)


def words_of(analysis: Analysis, spans: Sequence[Span]) -> tuple[int, ...]:
    """Return the words of which at least half lies in one of the spans."""
    starts = np.array([token.span.start for token in analysis.tokens])
    ends = np.array([token.span.end for token in analysis.tokens])
    return _words(starts, ends, [[span.start, span.end] for span in spans])


def heading(analysis: Analysis, cue: tuple[int, ...]) -> int:
    """Return the word that heads a cue: one that hangs on none of the others, best a verb."""
    tokens = analysis.tokens
    roots = [i for i in cue if tokens[i].head not in cue or tokens[i].head == i]
    verbs = [i for i in roots if tokens[i].tag[:2] == "VB"]
    return (verbs or roots or list(cue))[0]
