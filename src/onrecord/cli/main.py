"""The program `onrecord`: its commands, and how its errors reach the user."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from typing import NoReturn

import click

from onrecord import __version__
from onrecord.cli.brief import brief
from onrecord.cli.check import check
from onrecord.cli.places import places
from onrecord.cli.read import read
from onrecord.cli.voices import voices
from onrecord.cli.who import who
from onrecord.errors import OnRecordError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="onrecord")
def onrecord() -> None:
    """Read wire reports into one sourced incident record per real event.

    Works offline. Every line of a brief carries the numbers of the sentences it rests on.
    """


onrecord.add_command(brief)
onrecord.add_command(check)
onrecord.add_command(places)
onrecord.add_command(read)
onrecord.add_command(voices)
onrecord.add_command(who)


DEBUG = "ONRECORD_DEBUG"
"""Environment variable: set to anything, faults of ours come with their traceback."""

FAULT = 70
"""Exit code for a fault of ours, as in sysexits.h (EX_SOFTWARE)."""


def main() -> NoReturn:
    """Run the program.

    Our own errors become one line on standard error and exit code 1; a fault in the program
    becomes one line and exit code `FAULT`.
    """
    try:
        onrecord.main(prog_name="onrecord", standalone_mode=True)
    except OnRecordError as error:
        click.echo(f"onrecord: {error}", err=True)
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 - the last resort
        if os.environ.get(DEBUG):
            traceback.print_exc()
        click.echo(f"onrecord: {_fault(error)}", err=True)
        sys.exit(FAULT)
    raise AssertionError("click ends the process")  # pragma: no cover - never reached


def _fault(error: Exception) -> str:
    """Say what to do about a fault of ours."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}:{place.lineno}"
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return (
        f"a fault in the program, not in your report ({what}, at {where}). "
        f"Please tell us; with {DEBUG}=1 it prints all that we need."
    )
