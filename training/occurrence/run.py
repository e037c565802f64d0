"""The whole fit: readings, weights for each fold and for all, what they are worth, the resource.

Each fifth of the documents is answered with weights fitted to the other four. What a weight costs
is what makes the right answers of the fifth left out likeliest; what a place must weigh to be
named, and how much less a finer one may weigh, are what gives the most right answers there, a place
found counting as much as three rightly not named: whether a place is right can be seen from the
words it is claimed with, one that is missing cannot. The weights that ship are fitted to all
documents.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.scorers import scorer
from onrecord.claims.occurrence.weights import Weights, shipped
from training.occurrence.cases import Case, Incident, country_case, place_case, time_case
from training.occurrence.documents import FOLDS, load
from training.occurrence.fitting import fitted, likelihood
from training.occurrence.measuring import Told, shares
from training.occurrence.shipping import install as put

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from types import ModuleType

    from training.occurrence.measuring import WeightsOf

_FINES = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
# Tried for each threshold in turn, round after round until none changes.
_STEPS = {
    "place": (-2.0, -1.75, -1.5, -1.25, -1.0, -0.75, -0.5, -0.25, 0.0),
    "finer": (0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0),
    "quarter": (1.0, 2.0, 3.0, 4.0, 5.0),
}
_ALL = -1
# What a place that is found counts, one rightly not named counting 1.
_FOUND = 3

Weighting = dict[str, float]


@dataclass(frozen=True, slots=True)
class Fit:
    """Weights of one kind.

    Attributes:
        fine: What the square of a weight cost.
        by_fold: The weights fitted without each fold, and to all documents.
    """

    fine: float
    by_fold: Mapping[int, Weighting]


def run(data: Path, work: Path, *, install: bool, tell: Callable[[str], None]) -> None:
    """Fit the weights; put them into our resources if asked to.

    Args:
        data: Folder with train.jsonl and score.py.
        work: Folder where readings are kept.
        install: Whether to ship what comes out.
        tell: Is told what is measured.
    """
    score = scorer(data / "score.py")
    documents = load(data / "train.jsonl", work, tell=tell)
    told = [Told.by_gold(document, score) for document in documents]
    read = [Told.as_read(document, score) for document in documents]
    ways = {"told by gold fillers": told, "as read": read}

    def measure(title: str, weights_of: WeightsOf) -> None:
        for way, some in ways.items():
            tell(f"{title}, {way}: {shares(some, weights_of, score)}")

    measure("before", lambda _: shipped())
    weights = fit(told, read, score, tell=tell)
    measure("after", lambda one: weights[one.fold])
    if install:
        put(weights[_ALL])


def fit(
    told: Sequence[Told], read: Sequence[Told], score: ModuleType, *, tell: Callable[[str], None]
) -> dict[int, Weights]:
    """Return the weights fitted without each fold, and under -1 those fitted to all documents.

    Args:
        told: The documents, with the incidents of the gold; they are learned from.
        read: The documents, with the incidents as they are read.
        score: The benchmark's scorer.
        tell: Is told what was chosen.
    """
    incidents = [one for some in told for one in some.incidents]
    when = _fit(incidents, lambda one, _: time_case(one, score))
    country = _fit(incidents, lambda one, _: country_case(one, score))
    where = _fit(incidents, lambda one, fold: place_case(one, country.by_fold[fold], score))
    for name, found in (("when", when), ("country", country), ("where", where)):
        tell(f"{name}: fine {found.fine:g}, {len(found.by_fold[_ALL])} weights")
    weights = {
        fold: Weights(
            when=when.by_fold[fold],
            where=where.by_fold[fold],
            country=country.by_fold[fold],
            least=shipped().least,
        )
        for fold in (*range(FOLDS), _ALL)
    }
    least = _best_least((told, read), weights, score)
    tell(f"least: {least}")
    return {fold: replace(one, least=least) for fold, one in weights.items()}


def _fit(incidents: Sequence[Incident], case_of: Callable[[Incident, int], Case]) -> Fit:
    """Fit weights of one kind, at the fine under which the answers left out are likeliest."""
    folds = {
        fold: (
            [case_of(one, fold) for one in incidents if one.document.fold != fold],
            [case_of(one, fold) for one in incidents if one.document.fold == fold],
        )
        for fold in (*range(FOLDS), _ALL)
    }
    worth = {}
    for fine in _FINES:
        found = [likelihood(folds[fold][1], fitted(folds[fold][0], fine)) for fold in range(FOLDS)]
        worth[fine] = float(np.mean(found))
    best = max(worth, key=lambda fine: worth[fine])
    return Fit(best, {fold: fitted(learned, best) for fold, (learned, _) in folds.items()})


def _best_least(
    ways: Sequence[Sequence[Told]], weights: Mapping[int, Weights], score: ModuleType
) -> dict[str, float]:
    """Return the thresholds that are worth most in the folds left out."""

    def worth(least: Mapping[str, float]) -> int:
        changed = {fold: replace(one, least=least) for fold, one in weights.items()}
        found = [shares(told, lambda one: changed[one.fold], score) for told in ways]
        return sum(_FOUND * one.leaf[0] + one.none[0] for one in found)

    best = dict(shipped().least)
    before: dict[str, float] = {}
    most = worth(best)
    while best != before:
        before = best
        for name, steps in _STEPS.items():
            for step in steps:
                value = worth({**best, name: step})
                if value > most:
                    best, most = {**best, name: step}, value
    return best
