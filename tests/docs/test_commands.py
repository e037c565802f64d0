"""Every command and option is in the manual."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from onrecord.cli.main import onrecord

MANUAL = (Path(__file__).resolve().parents[2] / "docs/reference/commands.md").read_text("utf-8")

OPTIONS = [
    pytest.param(name, option, id=f"{name} {option}")
    for name, command in onrecord.commands.items()
    for parameter in command.params
    if isinstance(parameter, click.Option)
    for option in parameter.opts
]


@pytest.mark.parametrize("name", list(onrecord.commands))
def test_command_is_in_the_manual(name: str) -> None:
    """A command without a section would be found by nobody."""
    assert f"## `onrecord {name} " in MANUAL


@pytest.mark.parametrize(("name", "option"), OPTIONS)
def test_option_is_in_the_manual(name: str, option: str) -> None:
    """So would an option."""
    section = MANUAL.partition(f"## `onrecord {name} ")[2].partition("\n## ")[0]
    assert option in section


@pytest.mark.parametrize("name", list(onrecord.commands))
def test_help_shows_an_example_line_by_line(name: str) -> None:
    """What click must not wrap is marked in the docstring, and the mark is not shown."""
    command = onrecord.commands[name]
    text = command.get_help(click.Context(command, info_name=name))
    assert any(line.startswith("  Example: onrecord ") for line in text.splitlines())
    assert "\\b" not in text
