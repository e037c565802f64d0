"""The program `python -m benchmarks`: its commands, and how errors reach the user."""

import sys

from benchmarks.commands import benchmarks
from benchmarks.errors import BenchmarkError
from onrecord.errors import OnRecordError


def main() -> None:
    """Run the program; an error of ours becomes one line on standard error and exit code 1."""
    try:
        benchmarks(prog_name="python -m benchmarks")
    except (OnRecordError, BenchmarkError) as error:
        sys.stderr.write(f"benchmarks: {error}\n")
        sys.exit(1)


if __name__ == "__main__":
    main()
