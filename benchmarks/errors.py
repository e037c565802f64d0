"""What can go wrong in a measurement, apart from the reading itself."""

from __future__ import annotations


class BenchmarkError(RuntimeError):
    """A measurement could not be made."""


class ScorerError(BenchmarkError):
    """A scorer did not give its figures."""

    def __init__(self, task: str, message: str) -> None:
        super().__init__(task, message)
        self.task = task
        self.message = message

    def __str__(self) -> str:
        return f"the scorer of {self.task} failed: {self.message}"


class ProcessError(BenchmarkError):
    """A process that was to be timed failed; what it took is no measurement."""

    def __init__(self, command: tuple[str, ...], status: int) -> None:
        super().__init__(command, status)
        self.command = command
        self.status = status

    def __str__(self) -> str:
        return f"exit status {self.status} of: {' '.join(self.command)}"
