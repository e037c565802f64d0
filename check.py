"""Set up a virtual environment and run every check: what CI runs, and what a developer runs.

    python3 check.py             set up .venv if it is not there, then run all steps
    python3 check.py --fresh     the same in a new environment, thrown away afterwards
    python3 check.py pytest      one step only; further arguments go to it

Needs Python 3.11 or newer and nothing else: it installs what it needs from PyPI.
"""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent

STEPS: dict[str, tuple[str, ...]] = {
    "format": ("ruff", "format", "--check", "."),
    "lint": ("ruff", "check", "."),
    "types": ("mypy",),
    "imports": ("lint-imports",),
    "data": ("python", "resources/build_data.py", "--check"),
    "pytest": ("pytest",),
}
"""Every check by name, in the order they run; the quick ones first."""


def main() -> int:
    """Run the checks asked for; return how many failed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("step", nargs="?", choices=STEPS, help="run this step only")
    parser.add_argument("--fresh", action="store_true", help="use a new environment")
    arguments, rest = parser.parse_known_args()
    if not arguments.fresh:
        return run(ROOT / ".venv", arguments.step, rest)
    with tempfile.TemporaryDirectory(prefix="onrecord-check-") as folder:
        return run(Path(folder) / "venv", arguments.step, rest)


def run(environment: Path, only: str | None, rest: list[str]) -> int:
    """Set up an environment and run one or all steps in it; return how many failed."""
    programs = set_up(environment)
    results = {}
    for name, command in STEPS.items():
        if only in {None, name}:
            results[name] = step(programs, name, [*command, *rest])
    for name, (passed, seconds) in results.items():
        say(f"{'ok  ' if passed else 'FAIL'} {name:8} {seconds:6.1f} s")
    return sum(not passed for passed, _ in results.values())


def set_up(environment: Path) -> Path:
    """Create the environment if need be, install the locked versions, return its programs."""
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    mark = environment / "onrecord-lock"
    wanted = (ROOT / "lock.txt").read_text("utf-8") + (ROOT / "pyproject.toml").read_text("utf-8")
    if mark.exists() and mark.read_text("utf-8") == wanted:
        return programs
    say(f"setting up {environment}")
    if not programs.exists():
        venv.create(environment, with_pip=True)
    install = [str(programs / "python"), "-m", "pip", "install", "-q", "-c", "lock.txt"]
    subprocess.run([*install, "-e", ".[dev]"], cwd=ROOT, check=True)
    mark.write_text(wanted, "utf-8")
    return programs


def step(programs: Path, name: str, command: list[str]) -> tuple[bool, float]:
    """Run one step; return whether it passed and how long it took."""
    say(f"-- {name}: {shlex.join(command)}")
    started = time.monotonic()
    program = programs / command[0]
    done = subprocess.run([program, *command[1:]], cwd=ROOT, check=False)
    return done.returncode == 0, time.monotonic() - started


def say(line: str) -> None:
    """Print a line at once, in step with the output of the programs run."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
