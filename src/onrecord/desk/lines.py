"""A reading as one line of JSON, for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Json, plain

if TYPE_CHECKING:
    from onrecord.model import Reading, Report


def as_line(report: Report, reading: Reading) -> Json:
    """Return a report with its reading as plain JSON data.

    `docid` is the provider's name for the report, else where it came from. All offsets count code
    points of `report.text`, which is given because HTML and feeds are not what the user sees.
    """
    return {
        "docid": report.guid or report.origin,
        "report": plain(report),
        "reading": plain(reading),
    }
