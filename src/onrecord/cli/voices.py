"""The command `onrecord voices`: one report with its voices marked."""

from __future__ import annotations

import sys

import click

from onrecord.cli.options import FEED, WIDTH, shown_as
from onrecord.views.reading_page import PAGES


@click.command()
@click.argument("report")
@shown_as(PAGES, "the report")
@FEED
@WIDTH
def voices(report: str, *, view: str, feed: str | None, width: int) -> None:
    """Print REPORT with who says what marked: each source, cue and content, and its chain.

    \b
    Example: onrecord voices story.txt
             onrecord voices story.txt --format html > voices.html
    """
    from onrecord.desk import Desk  # noqa: PLC0415 - usage errors and --help stay fast
    from onrecord.registry import ReadReport, ViewOptions, view_named  # noqa: PLC0415

    desk = Desk()
    opened = desk.open(report, format=feed)
    read = ReadReport(opened, desk.reading(opened))
    options = ViewOptions(width=width, colour=sys.stdout.isatty())
    click.echo(view_named(view, PAGES).render(read, options), nl=False, color=True)
