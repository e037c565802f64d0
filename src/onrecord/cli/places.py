"""The command `onrecord places`: which places a text names, and why it is those."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import WIDTH

if TYPE_CHECKING:
    from onrecord.desk import Desk
    from onrecord.model import Report


@click.command()
@click.argument("text")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: one array, one object a place.")
@WIDTH
def places(text: str, *, as_json: bool, width: int) -> None:
    """Print every place named in TEXT, with the entries its name might mean and why one was chosen.

    TEXT is a file, - for standard input, or the words themselves.

    \b
    Example: onrecord places story.txt
             onrecord places "A bomb went off 60 km south-west of Mosul."
             onrecord places story.txt --json
    """
    from onrecord.desk import Desk  # noqa: PLC0415 - usage errors and --help stay fast
    from onrecord.views import place_list  # noqa: PLC0415

    desk = Desk()
    report = _report(desk, text)
    reading = desk.reading(report)
    if as_json:
        found = place_list.as_data(report, reading)
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        click.echo(place_list.as_text(report, reading, width=width), nl=False)


def _report(desk: Desk, text: str) -> Report:
    """Return the report in a file, or of the words given: those have a blank and are no file."""
    from onrecord import wire  # noqa: PLC0415

    if any(letter.isspace() for letter in text) and not _is_file(text):
        return next(wire.read(text.encode(), origin="the text given", format="text"))
    return desk.open(text)


def _is_file(text: str) -> bool:
    try:
        return Path(text).exists()
    except OSError:
        return False  # too long for a path
