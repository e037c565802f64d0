"""Deaths, injuries, accusations and claims of responsibility that nobody stands behind.

Edited copy tells the toll in its own voice and names its sources further down. So a toll has a
source if any voice in the report speaks of the event. Without one it is for the reporter to say who
counted; if all who speak of the event are unnamed, who they are. A story in which nobody speaks at
all is asked for a source once, not for each of its facts.

Known limits: whether a voice speaks of this event or of another is told by its words alone, and in
doubt it does. Deaths that nobody counts ("the mayor died") are not seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.checks._evidence import cited
from onrecord.checks.sources.blamed import without_accuser
from onrecord.checks.sources.serious import TOLLS, Toll, responsibility, tolls
from onrecord.checks.sources.voices import (
    gives_toll,
    has_any_voice,
    has_words_of_a_voice,
    is_several,
    is_unnamed,
    voices_of,
)
from onrecord.model import Query, Reading, Report, Severity
from onrecord.registry import Check

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model import Claim, Span

NAME = "sources"


def check(report: Report, reading: Reading) -> tuple[Query, ...]:
    """Return what grave claims of a report nobody stands behind, in reading order."""
    grave = tolls(report, reading)
    blamed = list(without_accuser(report, reading))
    if not has_any_voice(report, reading):
        spans = [*(one.span for one in grave), *(one.span for one in blamed)]
        if not spans:
            return ()
        what = _what(grave) if grave else f"an accusation against {blamed[0].name}"
        message = f"The report tells of {what}, and names no source for anything."
        return (_query(reading, [min(spans)], message),)
    # What somebody is accused of is asked about once, with the accusation.
    told = [place for place in reading.sentences if any(one.span.overlaps(place) for one in blamed)]
    grave = tuple(one for one in grave if not any(one.span.overlaps(place) for place in told))
    found = [
        *_of_tolls(report, reading, grave),
        *_of_owners(report, reading),
        *(
            _query(
                reading,
                [one.span],
                f"Nobody in the report makes the accusation against {one.name}.",
            )
            for one in blamed
        ),
    ]
    return tuple(sorted(found, key=lambda query: query.evidence))


def _of_tolls(report: Report, reading: Reading, grave: Sequence[Toll]) -> Iterator[Query]:
    """Yield one result for the tolls that no voice, or only an unnamed one, stands behind."""
    if not grave:
        return
    voices = voices_of(report, reading)
    what, spans = _what(grave), [one.span for one in grave]
    if not voices.known and not voices.unnamed:
        if has_words_of_a_voice(report, reading):
            return
        message = f"The report tells of {what}, and nobody in it speaks of the event."
        yield _query(reading, spans, message)
    elif voices.known:
        borne_out = any(gives_toll(report, reading, one) for one in voices.known)
        if not borne_out and all(
            one.voice and is_unnamed(report.text, reading, one.voice) for one in grave
        ):
            message = f"The figure of {what} is an unnamed source's alone."
            yield _query(reading, spans, message, severity=Severity.NOTE)
    elif is_several(report.text, voices.unnamed):
        message = f"Only unnamed sources tell of {what}."
        yield _query(reading, spans, message, severity=Severity.NOTE)
    else:
        told = [*spans, *voices.unnamed[0].source]
        yield _query(reading, told, f"Only one unnamed source tells of {what}.")


def _of_owners(report: Report, reading: Reading) -> Iterator[Query]:
    """Yield a note where an unnamed source alone tells who claimed or did it."""
    for claim in [*responsibility(reading), *_accusing(reading)]:
        voice = claim.attribution
        if voice is not None and voice.source and is_unnamed(report.text, reading, voice):
            accuses = claim.slot == "accused"
            what = "the accusation" if accuses else "the claim of responsibility"
            yield _query(
                reading,
                [claim.evidence],
                f"Only an unnamed source tells of {what}.",
                severity=Severity.QUERY if accuses else Severity.NOTE,
            )


def _accusing(reading: Reading) -> list[Claim]:
    """Return the accusations that one voice alone makes."""
    found = [claim for claim in reading.claims if claim.slot == "accused" and not claim.negated]
    return [
        claim
        for claim in found
        if not any(other.value == claim.value for other in found if other is not claim)
    ]


def _what(grave: Sequence[Toll]) -> str:
    """Return what some tolls tell, in a few words."""
    return " and ".join(dict.fromkeys(TOLLS[one.slot] for one in grave))


def _query(
    reading: Reading,
    evidence: Sequence[Span],
    message: str,
    *,
    severity: Severity = Severity.QUERY,
) -> Query:
    spans = tuple(sorted(set(evidence)))
    return Query(
        check=NAME,
        severity=severity,
        message=message,
        suggestion="Ask who says so.",
        evidence=spans,
        cited=cited(reading, spans),
    )


CHECK = Check(
    name=NAME,
    summary="Every death, injury and accusation has a source that somebody can name.",
    run=check,
)
