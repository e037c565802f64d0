"""Options and argument types that commands share."""

from __future__ import annotations

from datetime import date

import click


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
