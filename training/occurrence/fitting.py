"""Fits weights to choices: the likeliest right candidates, the weights kept small."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from training.logit import fit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from training.occurrence.cases import Case

# Places behind the point; a weight that rounds to less than the least is left out.
_DIGITS = 2
_LEAST = 0.05
# Seen in fewer choices than that, a hint is no more than the tale of one report.
_OFTEN = 8


def fitted(cases: Iterable[Case], fine: float) -> dict[str, float]:
    """Return the weights of all hints seen often enough, the greatest first.

    Args:
        cases: The choices; those that teach nothing are passed over.
        fine: What the square of a weight costs.
    """
    learned = [case for case in cases if case.teaches]
    hints = _seen(learned)
    rows = np.array(
        [[one.get(hint, 0.0) for hint in hints] for case in learned for one in case.hints]
    )
    right = np.array([float(one) for case in learned for one in case.right])
    sizes = [len(case.hints) for case in learned]
    best = fit(rows, right, sizes, fine=fine)
    rounded = {hint: round(float(one), _DIGITS) for hint, one in zip(hints, best, strict=True)}
    kept = {hint: one for hint, one in rounded.items() if abs(one) >= _LEAST}
    return dict(sorted(kept.items(), key=lambda item: (-item[1], item[0])))


def likelihood(cases: Iterable[Case], weights: Mapping[str, float]) -> float:
    """Return the mean logarithm of the chance of the right candidates."""
    found = []
    for case in cases:
        if case.teaches:
            sums = [
                sum(weights.get(hint, 0.0) * one for hint, one in candidate.items())
                for candidate in case.hints
            ]
            powers = np.exp(np.array(sums) - max(sums))
            found.append(np.log((powers * case.right).sum() / powers.sum()))
    return float(np.mean(found))


def _seen(cases: Sequence[Case]) -> list[str]:
    """Return the hints that tell candidates apart often enough."""
    counts: dict[str, int] = {}
    for case in cases:
        values: dict[str, set[float]] = {}
        for candidate in case.hints:
            for hint, value in candidate.items():
                values.setdefault(hint, set()).add(value)
        for hint, seen in values.items():
            whole = all(hint in candidate for candidate in case.hints)
            counts[hint] = counts.get(hint, 0) + (len(seen) > 1 or not whole)
    return sorted(hint for hint, count in counts.items() if count >= _OFTEN)
