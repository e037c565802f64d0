"""Conditional logit (McFadden 1974): weights under which the right candidates are likeliest.

The chance of a candidate grows with the exponential of the sum of what its features count. The sum
over the choices of the logarithm of the chance of the right candidates is made as great as it gets,
less a fine on the squares of the weights.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import minimize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]


def fit(
    rows: Matrix,
    right: Matrix,
    sizes: Sequence[int],
    *,
    fine: float,
    counts: Matrix | None = None,
) -> Matrix:
    """Return the weights of the features.

    Args:
        rows: The features, a row for each candidate of each choice, one choice after the other.
        right: 1 for each right candidate, 0 for the others; each choice has one at least.
        sizes: How many candidates each choice has.
        fine: What the square of a weight costs.
        counts: How often each choice counts; once if left out.
    """
    starts = np.cumsum([0, *sizes[:-1]])
    of_choice = np.repeat(np.arange(len(sizes)), sizes)
    often = np.ones(len(sizes)) if counts is None else counts

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        sums = rows @ weights
        most = np.maximum.reduceat(sums, starts)[of_choice]
        powers = np.exp(sums - most)
        every = np.add.reduceat(powers, starts)
        good = np.add.reduceat(powers * right, starts)
        surplus = powers / every[of_choice] - powers * right / good[of_choice]
        return (
            float((often * np.log(every / good)).sum() + fine * weights @ weights / 2),
            rows.T @ (surplus * often[of_choice]) + fine * weights,
        )

    found: Matrix = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x
    return found
