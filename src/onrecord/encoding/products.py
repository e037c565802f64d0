"""Products of matrices by ONNX Runtime, for networks that are not run by it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    Matrix = NDArray[Any]


@cache
def load_product() -> Callable[[Matrix, Matrix], Matrix]:
    """Return the function that gives `x @ y.T` of two matrices of 32-bit floats."""
    session = _session()

    def product(x: Matrix, y: Matrix) -> Matrix:
        """Return `x @ y.T`, worked out in the thread that asks."""
        (out,) = session.run(None, {"x": x, "y": y})
        result: Matrix = out
        return result

    return product


def _session() -> Any:  # noqa: ANN401 - of ONNX Runtime
    import onnxruntime  # noqa: PLC0415 - see `Network.of`

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    # A product is as large as its batch; an arena would keep the largest for good.
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(_network(), options, providers=["CPUExecutionProvider"])


def _network() -> bytes:
    """Return the network `out = x @ y.T` as an ONNX file: the fields are numbered in onnx.proto."""
    float_matrix = _field(1, _field(1, 1) + _field(2, _field(1, b"") * 2))
    transposed = _field(1, b"transB") + _field(3, 1) + _field(20, 2)
    node = [*((1, name) for name in (b"x", b"y")), (2, b"out"), (4, b"Gemm"), (5, transposed)]
    graph = [
        (1, b"".join(_field(*part) for part in node)),
        (2, b"product"),
        *((11, _field(1, name) + _field(2, float_matrix)) for name in (b"x", b"y")),
        (12, _field(1, b"out") + _field(2, float_matrix)),
    ]
    opset = _field(2, 13)
    return _field(1, 8) + _field(7, b"".join(_field(*part) for part in graph)) + _field(8, opset)


def _field(number: int, value: bytes | int) -> bytes:
    """Return a field of a protocol buffer: a number, or bytes with their length."""
    if isinstance(value, int):
        return bytes([*_varint(number << 3), *_varint(value)])
    return bytes([*_varint(number << 3 | 2), *_varint(len(value))]) + value


def _varint(value: int) -> Iterator[int]:
    while value > 0x7F:  # noqa: PLR2004 - seven bits to a byte
        yield value & 0x7F | 0x80
        value >>= 7
    yield value
