"""What holds for the package as a whole."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("spacy", "numpy", "rich", "trafilatura", "py3langid", "lxml", "sqlite3")


def loaded_after(statement: str) -> set[str]:
    """Return the heavy libraries that a fresh interpreter has loaded after a statement."""
    script = f"import sys; {statement}; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_importing_the_package_loads_nothing_heavy() -> None:
    """Heavy libraries are imported by the function that first needs them."""
    assert loaded_after("import onrecord, onrecord.model, onrecord.desk") == set()


def test_help_loads_nothing_heavy() -> None:
    """Usage is shown at once."""
    assert loaded_after("import onrecord.cli") == set()
