"""The commands of `python -m benchmarks`."""

from benchmarks.commands import benchmarks

if __name__ == "__main__":
    benchmarks(prog_name="python -m benchmarks")
