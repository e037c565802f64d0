"""The whole fit: weights without each fifth of the documents and for all, what they are worth.

Which fine is best is decided on the fifths left out, by the share of names placed right; the
figures told are those of these fifths too, so the choice of one number among three has seen them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks.toponym_folds import FOLDS
from onrecord.extract.places.atlas import Atlas
from onrecord.extract.places.lexicon import PlaceWords
from onrecord.extract.places.needs import LEXICA
from onrecord.extract.places.placing import PlaceRelations
from onrecord.language import load as load_engine
from onrecord.resources import open_library
from onrecord.resources.gazetteer import NAME as GAZETTEER
from onrecord.resources.gazetteer import open_gazetteer
from training.toponyms.documents import Document, Source, name_of
from training.toponyms.fitting import fitted, tables
from training.toponyms.shipping import install as put

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from onrecord.extract.places.weights import Weights

# LGL is four times as large as TR-News, and of small American papers: news of the world is to weigh
# more. Reports of MUC-4 name places of the kind that we are made for, towns and provinces of one
# name above all; their keys say less of a place than a point does.
CORPORA = {"geo/lgl.jsonl": 0.5, "geo/trnews.jsonl": 3.0, "muc4/train.jsonl": 0.5}
_FINES = (3.0, 10.0)
_ALL = -1


def run(data: Path, work: Path, *, install: bool, tell: Callable[[str], None]) -> None:
    """Fit the weights; put them into our resources if asked to.

    Args:
        data: Folder of the corpora.
        work: Folder where analyses are kept.
        install: Whether to ship what comes out.
        tell: Is told what is measured.
    """
    library = open_library()
    words = PlaceWords.of(*(library.lexicon(name) for name in LEXICA))
    atlas = Atlas(words.known, open_gazetteer(library.path(GAZETTEER)))
    source = Source(work, load_engine(), words, PlaceRelations.of(library, atlas))
    counts = {name_of(data / file): count for file, count in CORPORA.items()}
    documents = [document for file in CORPORA for document in source.load(data / file)]
    found = {}
    for fine in _FINES:
        weights = {
            fold: fitted([one for one in documents if one.fold != fold], counts, fine)
            for fold in range(FOLDS)
        }
        shares = {name: right(documents, weights, name) for name in counts}
        tell(f"fine {fine:g}: {json.dumps(shares)}")
        found[fine] = (sum(shares.values()), weights)
    best = max(found, key=lambda fine: found[fine][0])
    tell(f"chosen: {best:g}")
    if install:
        whole = fitted(documents, counts, best)
        put(tables(whole), {fold: tables(one) for fold, one in found[best][1].items()})


def right(documents: Sequence[Document], weights: Mapping[int, Weights], corpus: str) -> float:
    """Return the share of placed names of a corpus that get the right place, left out in turn."""
    known = hits = 0
    for document in documents:
        if document.corpus != corpus or document.alone:
            continue
        known += len(document.answers)
        if document.table is None:
            continue
        one = weights[document.fold]
        others = document.table.of_others(one.first, one.first_doubt)
        for choice, answer in document.choices():
            sums = document.table.second(choice, others) @ one.second
            hits += answer.fits(choice.entries[int(sums.argmax())])
    return round(hits / known, 4)
