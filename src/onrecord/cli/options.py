"""Options and argument types that commands share."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from onrecord.wire import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.registry import FindingsView, View


class IsoDate(click.ParamType[date]):
    """A day in ISO 8601 form."""

    name = "YYYY-MM-DD"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the day, or end with a usage error."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no date of the form YYYY-MM-DD", param, ctx)


ISO_DATE = IsoDate()

FEED = click.option(
    "--input",
    "feed",
    type=click.Choice([known.name for known in FORMATS]),
    help="Format of the report, where it cannot be told from its bytes.",
)
"""The option that names the feed format."""

WIDTH = click.option(
    "--width",
    type=click.IntRange(20, 400),
    default=lambda: shutil.get_terminal_size().columns,
    show_default="that of the terminal",
    help="Columns to wrap at.",
)
"""The option for the columns to wrap at."""


def shown_as(views: Sequence[View[Any] | FindingsView], what: str) -> Callable[..., Any]:
    """Return the option that chooses one of the views of a thing."""
    return click.option(
        "--format",
        "view",
        type=click.Choice([view.name for view in views]),
        default="terminal",
        show_default=True,
        help=f"How to show {what}.",
    )
