"""A trained network in a file: the only code that talks to ONNX Runtime."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Network:
    """A network that is ready to run, in the thread that calls it; many threads may.

    Attributes:
        session: ONNX Runtime's session.
    """

    session: Any

    @classmethod
    def of(cls, path: Path) -> Network:
        """Load a network; takes a fifth of a second.

        Args:
            path: An ONNX file, its bytes verified.
        """
        # It takes a while to import; only a run that reads a report should pay for it.
        import onnxruntime  # noqa: PLC0415

        options = onnxruntime.SessionOptions()
        # Two runs side by side, each in the thread of its caller, are quicker than one that shares
        # out every step to two threads: those wait for one another 50 times in a run.
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        # Reports are of all lengths; what the longest needed is given back.
        options.enable_cpu_mem_arena = False
        options.enable_mem_pattern = False
        session = onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"]
        )
        return cls(session)

    def run(self, inputs: Mapping[str, NDArray[Any]]) -> list[NDArray[np.float32]]:
        """Run the network; return its outputs in their order."""
        outputs: list[NDArray[np.float32]] = self.session.run(None, dict(inputs))
        return outputs


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
