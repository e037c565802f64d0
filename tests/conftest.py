"""What all tests share: golden files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


@dataclass(slots=True)
class Golden:
    """Files that pin what we agreed on.

    Attributes:
        update: Write the files instead of comparing; never in CI.
    """

    update: bool

    def check(self, path: Path, text: str) -> None:
        """Compare a text with its golden file, byte by byte; or write the file.

        Args:
            path: The golden file; a relative path lies under `tests/golden`.
            text: What there is today.
        """
        file = GOLDEN / path
        if self.update:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
            return
        if not file.exists():
            pytest.fail(f"no golden file {file}; write it with: pytest --update-golden")
        agreed = file.read_bytes().decode("utf-8")
        assert text == agreed, f"{file.name} changed; if rightly so: pytest --update-golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites golden files."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Return the golden files, to compare with or to update."""
    return Golden(update=bool(request.config.getoption("--update-golden")))
