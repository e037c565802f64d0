"""The command `onrecord brief`: the sourced brief of one report."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import ISO_DATE
from onrecord.views import VIEWS, view_named
from onrecord.wire import FORMATS

if TYPE_CHECKING:
    from datetime import date


@click.command()
@click.argument("report")
@click.option(
    "--format",
    "view",
    type=click.Choice([view.name for view in VIEWS]),
    default="terminal",
    show_default=True,
    help="How to show the brief.",
)
@click.option("--evidence", is_flag=True, help="Print the sentences each line rests on.")
@click.option("--published", type=ISO_DATE, help="The day the report was published.")
@click.option(
    "--input",
    "feed",
    type=click.Choice([known.name for known in FORMATS]),
    help="Format of the report, where it cannot be told from its bytes.",
)
@click.option("--width", type=click.IntRange(20, 400), help="Columns to wrap at.")
def brief(
    report: str,
    *,
    view: str,
    evidence: bool,
    published: date | None,
    feed: str | None,
    width: int | None,
) -> None:
    r"""Print the sourced brief of REPORT, a file of text or HTML; - reads standard input.

    \b
    Example: onrecord brief story.txt --evidence
             onrecord brief story.html --format markdown > brief.md
    """
    from onrecord.desk import Desk  # noqa: PLC0415 - usage errors and --help stay fast
    from onrecord.registry import ViewOptions  # noqa: PLC0415

    desk = Desk()
    opened = desk.open(report, format=feed, published_on=published)
    record = desk.brief(opened)
    options = ViewOptions(
        evidence=evidence,
        width=width or shutil.get_terminal_size().columns,
        colour=sys.stdout.isatty(),
    )
    click.echo(view_named(view).render(record, options), nl=False, color=True)
