"""The command `onrecord who`: what the register knows of a name or code."""

from __future__ import annotations

import json

import click

from onrecord.cli.options import WIDTH


@click.command()
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: one object.")
@WIDTH
def who(name: str, *, as_json: bool, width: int) -> None:
    """Print the bodies that NAME may mean: companies, armed groups, agencies, governments, nations.

    NAME is a name of today or of the past, an abbreviation, a word for a people, or a code. Each
    body comes with its other names and its codes, and with where each is from.

    \b
    Example: onrecord who Statoil
             onrecord who "1963.T" --json
             onrecord who Irishman
    """
    from onrecord.resources import open_library  # noqa: PLC0415 - usage errors and --help stay fast
    from onrecord.resources.register import open_register  # noqa: PLC0415
    from onrecord.views import body_list  # noqa: PLC0415

    candidates = open_register(open_library()).look_up(name)
    if as_json:
        click.echo(json.dumps(body_list.as_data(name, candidates), ensure_ascii=False, indent=2))
    else:
        click.echo(body_list.as_text(name, candidates, width=width), nl=False)
