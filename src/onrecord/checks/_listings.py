"""Codes of listed companies as a report writes them beside names, and the register of companies."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.extract.entities.codes import listing
from onrecord.model import EntityKind, MentionForm, Reading, Report, Span
from onrecord.resources import open_library
from onrecord.resources.companies import TABLE, Companies, load_companies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.model import EntityMention, Query
    from onrecord.resources.bodies import BodyEntry

    Ask = Callable[[Report, Reading, EntityMention, Span], Query | None]

# Codes are given to new companies when old ones are gone. In reports older than the register by
# more than this, only companies whose history we reviewed are sure to have had theirs.
_SURE_YEARS = 5

_COMPANIES = frozenset({EntityKind.COMPANY, EntityKind.JOINT_VENTURE, EntityKind.ORGANISATION})


def queries_of_codes(report: Report, reading: Reading, ask: Ask) -> tuple[Query, ...]:
    """Return what is to be asked about the codes beside names, once for each code of a company.

    Args:
        report: The report.
        reading: What was read out of it.
        ask: Returns the query about a code beside a name; None where there is nothing to ask.
    """
    found: dict[tuple[int, str], Query] = {}
    for mention, span in _codes_beside(reading):
        query = ask(report, reading, mention, span)
        if query is not None:
            found.setdefault((mention.group, span.of(report.text)), query)
    return tuple(found.values())


def _codes_beside(reading: Reading) -> Iterator[tuple[EntityMention, Span]]:
    """Yield the names of companies that have a code beside them, with where it stands."""
    for mention in reading.mentions.entities:
        told = mention.entity.kind in _COMPANIES and mention.entity.named
        if told and mention.form is MentionForm.NAME:
            for span in mention.identifier_spans:
                yield mention, span


def as_written(report: Report, mention: EntityMention, span: Span) -> tuple[str, str]:
    """Return scheme and value of a code; a ticker with the exchange before it: "NYSE:XOM"."""
    code = span.of(report.text)
    scheme = next((one.scheme for one in mention.entity.identifiers if one.value == code), "")
    return scheme, listing(report.text, span) if scheme == "ticker" else code


def year_of(report: Report) -> int | None:
    """Return the year a report was published; None where nobody says."""
    return report.published_on.year if report.published_on else None


def is_reviewed(entry: BodyEntry, report: Report) -> bool:
    """Say whether the codes of a company are sure to have been its own when a report was written.

    That holds for companies of our own table, whose names and former names were reviewed, and for
    reports not much older than the register.
    """
    if f"{TABLE}.toml" in entry.source or entry.source.startswith(f"{TABLE}/"):
        return True
    return report.published_on is not None and report.published_on.year > _built() - _SURE_YEARS


@cache
def _built() -> int:
    """Return the year of the register."""
    return int(open_library().lexicon(TABLE).entries["register"]["year"])


@cache
def companies() -> Companies:
    """Return the register, opened once; the reader of names has said so if it is damaged."""
    return load_companies(open_library(), quiet=True)
