"""The command `onrecord brief`: the sourced brief of one report."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import FEED, ISO_DATE, WIDTH, shown_as
from onrecord.views import VIEWS

if TYPE_CHECKING:
    from datetime import date


@click.command()
@click.argument("report")
@shown_as(VIEWS, "the brief")
@click.option("--evidence", is_flag=True, help="Print the sentences each line rests on.")
@click.option(
    "--incident",
    "number",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Which incident of the report, where it tells of several.",
)
@click.option("--published", type=ISO_DATE, help="The day the report was published.")
@FEED
@WIDTH
def brief(  # noqa: PLR0913 - one parameter for each option
    report: str,
    *,
    view: str,
    evidence: bool,
    number: int,
    published: date | None,
    feed: str | None,
    width: int,
) -> None:
    """Print the sourced brief of REPORT, a file of text or HTML; - reads standard input.

    \b
    Example: onrecord brief story.txt --evidence
             onrecord brief story.html --format markdown > brief.md
             onrecord brief story.txt --incident 2
    """
    from onrecord.desk import Desk  # noqa: PLC0415 - usage errors and --help stay fast
    from onrecord.registry import ViewOptions, view_named  # noqa: PLC0415

    desk = Desk()
    opened = desk.open(report, format=feed, published_on=published)
    records = desk.records(opened)
    if number > len(records):
        raise click.UsageError(
            f"--incident {number}: the report tells of {len(records)}; choose 1 to {len(records)}"
        )
    record = records[number - 1]
    options = ViewOptions(evidence=evidence, width=width, colour=sys.stdout.isatty())
    click.echo(view_named(view, VIEWS).render(record, options), nl=False, color=True)
