"""Products by another function are those that spaCy's own code gives."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from thinc.api import NumpyOps

from onrecord.encoding import load_product
from onrecord.language.products import multiply_by, with_product


class Layer:
    """A layer of a network, and a step of a pipeline with that network."""

    def __init__(self, ops: Any) -> None:  # noqa: ANN401 - compiled code without types
        self.ops = ops
        self.model = self

    def walk(self) -> list[Layer]:
        """Return all layers."""
        return [self]


class Pipeline:
    """Steps with their names."""

    def __init__(self, *steps: object) -> None:
        self.pipeline = [(str(number), step) for number, step in enumerate(steps)]


def matrix(rows: int, columns: int) -> Any:  # noqa: ANN401 - of NumPy
    """Return a matrix of the usual type."""
    return np.random.default_rng(rows).standard_normal((rows, columns)).astype(np.float32)


@pytest.mark.parametrize("given", [False, True], ids=["new", "given"])
@pytest.mark.parametrize("transposed", [(False, True), (False, False), (True, False)], ids=str)
@pytest.mark.parametrize("rows", [0, 1, 300])
def test_products_are_those_of_thinc(
    rows: int,
    transposed: tuple[bool, bool],
    given: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    """Whatever is transposed, into new memory or into memory that is given."""
    first, second = transposed
    x = matrix(rows, 96).T.copy() if first else matrix(rows, 96)
    y = matrix(50, 96) if second else matrix(96, 50)
    out = np.full((rows, 50), np.nan, np.float32) if given else None
    product = with_product(load_product(), NumpyOps()).gemm(
        x, y, out=out, trans1=first, trans2=second
    )
    assert product.dtype == np.float32
    assert np.allclose(product, (x.T if first else x) @ (y.T if second else y), atol=1e-4)
    assert out is None or product is out


def test_strided_rows_are_multiplied_as_they_stand() -> None:
    """A view is no copy, and need not be one."""
    x, y = matrix(40, 192)[::2, ::2], matrix(50, 96)
    assert np.allclose(
        with_product(load_product(), NumpyOps()).gemm(x, y, trans2=True), x @ y.T, atol=1e-4
    )


def test_only_networks_on_the_processor_are_sped_up() -> None:
    """A step without a network is passed over, and one on other hardware left alone."""
    ours, other = Layer(NumpyOps()), Layer(object())
    before = ours.ops, other.ops
    multiply_by(load_product(), Pipeline(ours, other, object()))
    assert ours.ops is not before[0]
    assert other.ops is before[1]
