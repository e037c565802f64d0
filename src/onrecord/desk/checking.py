"""A report goes over the desk: its checks run, and what the desk does not want is told apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.checks import CHECKS
from onrecord.checks.against import COMPARISONS
from onrecord.checks.silence import Settings, misnamed, sifted
from onrecord.registry import Check, CheckedReport, Comparison

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from onrecord.model import Query
    from onrecord.registry import ReadReport

KNOWN: tuple[Check | Comparison, ...] = (*CHECKS, *COMPARISONS)
"""All checks of one report, then those of two versions."""

NAMES = tuple(known.name for known in KNOWN)
"""Their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """What one run of checks is to do.

    Attributes:
        names: Names of the checks to run.
        settings: What the desk wants of them.
        published_on: The day of publication, where the user knows better than the report.
    """

    names: frozenset[str] = frozenset(NAMES)
    settings: Settings = field(default_factory=Settings)
    published_on: date | None = None


EVERYTHING = Orders()
"""All checks, no settings."""


def checked(
    read: ReadReport, orders: Orders = EVERYTHING, *, older: ReadReport | None = None
) -> CheckedReport:
    """Return what checks find in a report, in the order of their table.

    Args:
        read: The report.
        orders: Which checks run, and what is done with what they find.
        older: An older version to compare it with.
    """
    return CheckedReport(
        report=read.report,
        reading=read.reading,
        results=sifted(_found(read, orders.names, older), read, orders.settings, older),
        older=older,
        remarks=misnamed(read.report, NAMES),
    )


def _found(read: ReadReport, names: frozenset[str], older: ReadReport | None) -> Iterator[Query]:
    for check in CHECKS:
        if check.name in names:
            yield from check.run(*read)
    if older is not None:
        for comparison in COMPARISONS:
            if comparison.name in names:
                yield from comparison.run(older, read)
