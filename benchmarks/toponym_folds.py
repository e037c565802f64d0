"""The weights of places fitted without each fifth of the development documents.

The weights that ship have seen all documents of the corpora, so their figures there would flatter.
Each document is answered here with weights that have not seen it. Written by
`python -m training toponyms --install`.
"""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from pathlib import Path

from onrecord.extract.places.weights import Weights

FOLDS = 5
"""In how many parts the documents are left out in turn."""

FILE = Path(__file__).parent / "toponym_folds.toml"
"""The weights of each fold."""


def fold_of(name: str) -> int:
    """Return which part a document belongs to, by the hash of its name."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS


def unseen(name: str) -> Weights:
    """Return the weights fitted without the part that a document belongs to."""
    return _folds()[fold_of(name)]


@cache
def _folds() -> tuple[Weights, ...]:
    content = tomllib.loads(FILE.read_text("utf-8"))
    return tuple(Weights.of_tables(content[f"fold{fold}"]) for fold in range(FOLDS))
