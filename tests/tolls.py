"""Stories whose counts of people are marked by hand, for desk checks of figures.

`told("A bomb killed {six ~people|6|killed}, including {seven ~soldiers|7||of 0}.")` gives the
story without marks and its reading. In braces stand the words, with "~" before the people; how many
("6", "6-", "-6", "6-8"); what befell them, or nothing; and more, parted by commas: "of N", a part
of the Nth count; "back", it points back; "more", it adds to others; "anew", it is a toll set anew;
"by WHO", who says so.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.model import (
    AgeGroup,
    Attribution,
    Bearing,
    Certainty,
    Claim,
    Figure,
    FigureMention,
    Manner,
    Mention,
    Population,
    Reading,
    Report,
    Sex,
    Span,
    Stance,
    a_claim,
)
from readings import BY_HAND, a_reading, a_report

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARK = re.compile(r"\{([^|}]*)\|([^|}]*)\|([^|}]*)(?:\|([^}]*))?\}")
_NATIONS = {"japanese": "JP", "french": "FR", "irish": "IE", "britons": "GB", "greeks": "GR"}
_SEXES = {"women": Sex.FEMALE, "girls": Sex.FEMALE, "men": Sex.MALE, "boys": Sex.MALE}
_AGES = dict.fromkeys(("children", "girls", "boys"), AgeGroup.CHILD)
_ROLES = {"soldiers": "soldiers", "policemen": "police", "civilians": "civilians"}


def told(story: str, *others: Mention, headline: str | None = None) -> tuple[Report, Reading]:
    """Return a story with marked counts and its reading."""
    text, marks = "", []
    last = 0
    for found in _MARK.finditer(story):
        text += story[last : found.start()]
        words = found[1].replace("~", "")
        marks.append((found, Span(len(text), len(text) + len(words))))
        text, last = text + words, found.end()
    report = replace(a_report(text + story[last:]), headline=headline)
    figures: list[FigureMention] = []
    for found, span in marks:
        figures.append(_figure(found, span, figures))
    claims = [
        _claim(report, figure, found)
        for (found, _), figure in zip(marks, figures, strict=True)
        if found[3]
    ]
    return report, a_reading(report, *figures, *others, claims=claims)


def _flags(found: re.Match[str]) -> list[str]:
    return [flag.strip() for flag in (found[4] or "").split(",")]


def _figure(found: re.Match[str], span: Span, before: list[FigureMention]) -> FigureMention:
    flags = _flags(found)
    ends = [None if not end else float(end) for end in found[2].split("-")]
    more = "more" in flags
    wholes: Iterable[str] = (flag[3:] for flag in flags if flag.startswith("of "))
    whole = next((before[int(place)].phrase for place in wholes), None)
    return FigureMention(
        span=span,
        read_by=BY_HAND,
        figure=Figure(
            low=ends[0],
            high=ends[-1],
            population=_population(found[1].partition("~")[2]),
            bearing=_bearing(flags),
        ),
        phrase=span,
        head=0,
        definite="back" in flags,
        others=more,
        part_of=whole,
    )


def _bearing(flags: list[str]) -> Bearing:
    if "more" in flags:
        return Bearing.MORE
    return Bearing.TOTAL if "anew" in flags else Bearing.COUNT


def _population(words: str) -> Population:
    noun = words.lower().split()[-1] if words else ""
    return Population(
        words=words,
        nationality=_NATIONS.get(noun),
        sex=_SEXES.get(noun),
        age=_AGES.get(noun),
        role=_ROLES.get(noun),
    )


def _claim(report: Report, figure: FigureMention, found: re.Match[str]) -> Claim:
    voice = next((flag[3:] for flag in _flags(found) if flag.startswith("by ")), None)
    return a_claim(
        report_id=report.report_id,
        slot=found[3],
        value=figure.figure,
        evidence=figure.phrase,
        read_by=BY_HAND,
        attribution=None if voice is None else _said(figure.phrase, voice),
    )


def _said(content: Span, source: str) -> Attribution:
    return Attribution(
        span=content,
        read_by=BY_HAND,
        source=(),
        cue=(),
        content=(content,),
        stance=Stance.ASSERTS,
        certainty=Certainty.CERTAIN,
        negated=False,
        manner=Manner.INDIRECT,
        source_name=source,
        source_class=None,
        named=True,
    )
