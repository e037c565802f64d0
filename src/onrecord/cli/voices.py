"""The command `onrecord voices`: one report with its voices marked."""

from __future__ import annotations

import shutil
import sys

import click

from onrecord.views.reading_page import PAGES, page_named
from onrecord.wire import FORMATS


@click.command()
@click.argument("report")
@click.option(
    "--format",
    "view",
    type=click.Choice([page.name for page in PAGES]),
    default="terminal",
    show_default=True,
    help="How to show the report.",
)
@click.option(
    "--input",
    "feed",
    type=click.Choice([known.name for known in FORMATS]),
    help="Format of the report, where it cannot be told from its bytes.",
)
@click.option("--width", type=click.IntRange(20, 400), help="Columns to wrap at.")
def voices(report: str, *, view: str, feed: str | None, width: int | None) -> None:
    r"""Print REPORT with who says what marked: each source, cue and content, and its chain.

    \b
    Example: onrecord voices story.txt
             onrecord voices story.txt --format html > voices.html
    """
    from onrecord.desk import Desk  # noqa: PLC0415 - usage errors and --help stay fast
    from onrecord.registry import ViewOptions  # noqa: PLC0415

    desk = Desk()
    opened = desk.open(report, format=feed)
    options = ViewOptions(
        width=width or shutil.get_terminal_size().columns, colour=sys.stdout.isatty()
    )
    shown = page_named(view).render(opened, desk.reading(opened), options)
    click.echo(shown, nl=False, color=True)
