"""Which findings a desk does not want to hear of, and why.

By name for every report (a check skipped, its severity lowered, words accepted), or for one
sentence by the desk's own mark in the text (`Report.cleared`). Nothing is thrown away: what is
silenced keeps its reason.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from onrecord.model import Severity
from onrecord.registry import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.model import Clearance, Query, Reading, Report
    from onrecord.registry import ReadReport

GRAVEST_FIRST = tuple(Severity)
"""The severities, the gravest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """Words that a desk has settled on.

    Attributes:
        check: Name of the check that shall not ring for them.
        words: The words; a finding is silenced where its own words hold them.
    """

    check: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a desk wants of its checks.

    Attributes:
        origin: The file that says so, for messages; "" where there is none.
        skip: Names of the checks it does not want.
        ceilings: By name of a check, the gravest it may be.
        accepted: Words it has settled on.
        fail_on: The least grave severity that stops a pipeline; None where the file does not say.
    """

    origin: str = ""
    skip: frozenset[str] = frozenset()
    ceilings: Mapping[str, Severity] = field(default_factory=dict)
    accepted: tuple[Accepted, ...] = ()
    fail_on: str | None = None


def sifted(
    found: Iterable[Query], newer: ReadReport, settings: Settings, older: ReadReport | None = None
) -> tuple[Result, ...]:
    """Return what checks found, each with why the desk does not want to hear of it.

    Args:
        found: What they found in a report.
        newer: That report.
        settings: What the desk wants.
        older: The version it was compared with.
    """
    cleared = tuple(_cleared(*newer))
    results = []
    for query in found:
        ceiling = settings.ceilings.get(query.check, Severity.CORRECT)
        gravest = max(query.severity, ceiling, key=GRAVEST_FIRST.index)
        silenced = (
            _by_mark(query, cleared)
            or _by_name(query, settings)
            or _by_words(query, newer, settings, older)
        )
        results.append(Result(query=replace(query, severity=gravest), silenced=silenced))
    return tuple(results)


def misnamed(report: Report, known: Sequence[str]) -> tuple[str, ...]:
    """Return a remark for each name in the desk's marks that no check has."""
    return tuple(
        f"{report.origin}: “{name}” in the mark “{mark.mark.strip()}” is no check. "
        f"{suggestion(name, known)}"
        for mark in report.cleared
        for name in mark.checks
        if name not in known
    )


def suggestion(name: str, known: Sequence[str]) -> str:
    """Return what a name that nobody has may have meant, as a sentence."""
    near = get_close_matches(name, known, n=1)
    return f"Did you mean {near[0]!r}?" if near else f"There is: {', '.join(known)}."


def _cleared(report: Report, reading: Reading) -> Iterator[tuple[int, Clearance]]:
    """Yield the place in its sentences of each mark of a report, with the mark."""
    for mark in report.cleared:
        # The mark may stand behind the full stop; the word before it is in the sentence meant.
        last = len(report.text[: mark.at].rstrip()) - 1
        for number, sentence in enumerate(reading.sentences, start=1):
            if sentence.start <= last < sentence.end:
                yield number, mark


def _by_mark(query: Query, cleared: Sequence[tuple[int, Clearance]]) -> str | None:
    sentences = {citation.sentence for citation in query.cited}
    for number, mark in cleared:
        if number in sentences and (not mark.checks or query.check in mark.checks):
            return f"marked {mark.mark.strip()} in sentence {number}"
    return None


def _by_name(query: Query, settings: Settings) -> str | None:
    return f"skipped in {settings.origin}" if query.check in settings.skip else None


def _by_words(
    query: Query, newer: ReadReport, settings: Settings, older: ReadReport | None
) -> str | None:
    words = [span.of(newer.report.text) for span in query.evidence]
    words += [span.of(older.report.text) for span in query.before] if older else []
    for accepted in settings.accepted:
        if accepted.check == query.check and any(_holds(one, accepted.words) for one in words):
            return f"“{accepted.words}” is accepted in {settings.origin}"
    return None


def _holds(words: str, wanted: str) -> bool:
    """Say whether words hold others, whole, however their blanks and capitals are written."""
    pattern = r"\s+".join(re.escape(part) for part in wanted.split())
    return re.search(rf"(?<!\w){pattern}(?!\w)", words, re.IGNORECASE) is not None
