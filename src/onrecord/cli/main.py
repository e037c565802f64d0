"""The program `onrecord`: its commands, and how its errors reach the user."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from onrecord import __version__
from onrecord.cli.brief import brief
from onrecord.cli.read import read
from onrecord.cli.voices import voices
from onrecord.errors import OnRecordError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="onrecord")
def onrecord() -> None:
    """Read wire reports into one sourced incident record per real event.

    Works offline. Every line of a brief carries the numbers of the sentences it rests on.
    """


onrecord.add_command(brief)
onrecord.add_command(read)
onrecord.add_command(voices)


def main() -> NoReturn:
    """Run the program; our own errors become one line on standard error and exit code 1."""
    try:
        onrecord.main(prog_name="onrecord", standalone_mode=True)
    except OnRecordError as error:
        click.echo(f"onrecord: {error}", err=True)
        sys.exit(1)
    raise AssertionError("click ends the process")  # pragma: no cover - never reached
