"""Fits the weights of places: first those of each name by itself, then those among the others.

A choice is a name that annotators placed. Where none of its candidates is right, it is right to
doubt.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.extract.places.features import OF_DOUBT
from onrecord.extract.places.weights import FIRST, SECOND, Weights
from training.logit import fit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from onrecord.extract.places.resolving import Choice, Table
    from training.toponyms.answers import Answer
    from training.toponyms.documents import Document

    Matrix = NDArray[np.float64]

# Behind the point; more would feign an accuracy the corpora cannot give.
_DIGITS = 2
# A feature that hardly ever differs has no scale of its own.
_LEAST_SPREAD = 1e-3


@dataclass(frozen=True, slots=True)
class Case:
    """One choice: the candidates' features, the last row that of doubt, and which are right."""

    rows: Matrix
    right: Matrix
    count: float


def fitted(documents: Sequence[Document], counts: Mapping[str, float], fine: float) -> Weights:
    """Return the weights learned from some documents.

    Args:
        documents: The documents.
        counts: How often a choice of each corpus counts.
        fine: What the square of a weight costs, the features brought to one spread.
    """
    first, doubt = _fit(
        [
            _case(table.first(choice), choice, answer, counts[document.corpus])
            for document, table in _tables(documents)
            for choice, answer in document.choices()
        ],
        fine,
    )
    second, second_doubt = _fit(
        [
            _case(table.second(choice, others), choice, answer, counts[document.corpus])
            for document, table in _tables(documents)
            for others in (table.of_others(first, doubt),)
            for choice, answer in document.choices()
        ],
        fine,
    )
    return Weights(first=first, second=second, first_doubt=doubt, second_doubt=second_doubt)


def _tables(documents: Sequence[Document]) -> list[tuple[Document, Table]]:
    return [(one, one.table) for one in documents if one.table is not None]


def _case(features: Matrix, choice: Choice, answer: Answer, count: float) -> Case:
    """Return a choice with the features of doubt in columns of their own behind the others."""
    right = [answer.fits(entry) for entry in choice.entries]
    rows = np.zeros((len(features) + 1, features.shape[1] + len(OF_DOUBT)))
    rows[:-1, : features.shape[1]] = features
    rows[-1, features.shape[1] :] = choice.of_doubt
    return Case(rows, np.array([*map(float, right), float(not any(right))]), count)


def _fit(cases: Sequence[Case], fine: float) -> tuple[Matrix, Matrix]:
    """Return the weights of the features, and those of doubt."""
    rows = np.concatenate([case.rows for case in cases])
    spread = np.maximum(rows.std(axis=0), _LEAST_SPREAD)
    found = fit(
        rows / spread,
        np.concatenate([case.right for case in cases]),
        [len(case.rows) for case in cases],
        fine=fine,
        counts=np.array([case.count for case in cases]),
    )
    weights = np.round(found / spread, _DIGITS)
    return weights[: -len(OF_DOUBT)], weights[-len(OF_DOUBT) :]


def tables(weights: Weights) -> dict[str, dict[str, float]]:
    """Return weights as the resource has them; what counts nothing is left out."""
    return {
        "first": _named(FIRST, weights.first),
        "second": _named(SECOND, weights.second),
        "first_doubt": _named(OF_DOUBT, weights.first_doubt),
        "second_doubt": _named(OF_DOUBT, weights.second_doubt),
    }


def _named(names: Sequence[str], weights: Matrix) -> dict[str, float]:
    return {name: float(one) for name, one in zip(names, weights, strict=True) if one}
