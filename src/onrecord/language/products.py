"""Matrix products of spaCy's networks, by another function than spaCy's own.

spaCy multiplies by BLIS, which knows no AMD processor since Zen 3 and takes four times as long
there as other libraries. Results differ in the last bit of a number, as BLIS's do from one
processor to another.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[Any]

Product = Callable[["Matrix", "Matrix"], "Matrix"]
"""Gives `x @ y.T` of two matrices of 32-bit floats."""


def multiply_by(product: Product, pipeline: Any) -> None:  # noqa: ANN401 - spaCy is not imported here
    """Let the networks of a spaCy pipeline multiply by a function."""
    from thinc.api import NumpyOps  # noqa: PLC0415 - see `engine.load`

    ops = with_product(product, NumpyOps())
    for _, step in pipeline.pipeline:
        network = getattr(step, "model", None)
        for layer in () if network is None else network.walk():
            # Where a graphics processor was asked for, it multiplies.
            if type(layer.ops) is NumpyOps:
                layer.ops = ops


def with_product(product: Product, ops: Any) -> Any:  # noqa: ANN401 - compiled code without types
    """Return thinc's operations with another `gemm`; products other than `x @ y.T` stay as are."""
    import numpy as np  # noqa: PLC0415 - see `engine.load`

    multiply = ops.gemm

    def gemm(
        x: Matrix,
        y: Matrix,
        *,
        out: Matrix | None = None,
        trans1: bool = False,
        trans2: bool = False,
    ) -> Matrix:
        """Return the product of two matrices, each transposed if asked for."""
        usual = trans2 and not trans1 and x.size and x.dtype == y.dtype == np.float32
        if not usual:
            other: Matrix = multiply(x, y, out=out, trans1=trans1, trans2=trans2)
            return other
        if out is None:
            return product(x, y)
        out[...] = product(x, y)
        return out

    ops.gemm = gemm
    return ops
