"""The command `onrecord read`: full readings of many reports, as JSON lines."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from onrecord.wire import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.model import Failure


@click.command()
@click.argument("reports", nargs=-1, required=True)
@click.option(
    "--input",
    "feed",
    type=click.Choice([known.name for known in FORMATS]),
    help="Format of the reports, where it cannot be told from their bytes.",
)
def read(reports: tuple[str, ...], *, feed: str | None) -> None:
    """Print the full reading of REPORTS as JSON lines, one report a line.

    REPORTS are files of text or HTML, folders of them, or files of JSON lines with `docid`, `text`
    and, where known, `published` (YYYY-MM-DD); - reads standard input. What is broken costs one
    line on standard error, the rest is read, and the exit status is 1.

    \b
    Example: onrecord read story.txt other.html > readings.jsonl
             onrecord read archive.jsonl | jq .claims
    """
    from onrecord.desk import Desk  # noqa: PLC0415 - usage errors and --help stay fast
    from onrecord.desk.lines import as_line  # noqa: PLC0415
    from onrecord.model import Failure  # noqa: PLC0415

    done = 0
    failures: list[Failure] = []
    with _progress() as advance:
        for outcome in Desk().read(reports, format=feed):
            if isinstance(outcome, Failure):
                failures.append(outcome)
                click.echo(f"onrecord: {outcome.error}: {outcome.message}", err=True)
            else:
                done += 1
                click.echo(json.dumps(as_line(*outcome), ensure_ascii=False))
            advance()
    total = done + len(failures)
    if failures or sys.stderr.isatty():
        click.echo(f"onrecord: read {done} of {total} reports, {len(failures)} failed", err=True)
    if failures:
        sys.exit(1)


@contextmanager
def _progress() -> Iterator[Callable[[], None]]:
    """Show progress on a terminal, none in a pipe; yields what to call after each report."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    # rich takes a tenth of a second to import; only a terminal should pay for it.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (SpinnerColumn(), "reading", MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)
        yield lambda: progress.advance(task)
