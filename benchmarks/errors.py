"""What can go wrong in a measurement, apart from the reading itself."""

from __future__ import annotations


class ScorerError(RuntimeError):
    """A scorer did not give its figures."""

    def __init__(self, task: str, message: str) -> None:
        super().__init__(task, message)
        self.task = task
        self.message = message

    def __str__(self) -> str:
        return f"the scorer of {self.task} failed: {self.message}"
