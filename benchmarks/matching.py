"""Holding a brief against what it should carry.

A record is laid out as lines: one for each finding, each desk query, and each fact of the report
itself. An item is found only if one line of its slot carries all of it and cites at least one
sentence; the text of the story is never searched. Facts (numbers, names, codes, sources, stances,
places, days) must agree; labels need only carry the words asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

from benchmarks.expectations import Item, parse_bounds
from onrecord.model import (
    Code,
    Distance,
    EntityRef,
    Figure,
    Finding,
    IncidentRecord,
    PlaceRef,
    Question,
    ReportSummary,
    Standing,
    TimeRef,
    Value,
    Voice,
    Wording,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

# A town's point differs between gazetteers by some kilometres; a wrong namesake is far off.
NEAR_KM = 60
_EARTH_RADIUS_KM = 6371.0088
_ARTICLE = re.compile(r"^(?:the|a|an|its|his|her|their)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a brief.

    Attributes:
        slot: The slot of a finding; "SLOT.note" for how the report vouches for its voice;
            "check.NAME.SEVERITY" for a query; "report.NAME" for what is told of the report.
        text: All words of the value.
        voices: Who says so.
        value: The value; None for what is no finding.
        cited: It points to at least one sentence that the record has.
    """

    slot: str
    text: str
    voices: tuple[Voice, ...] = ()
    value: Value | None = None
    cited: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a brief did on its items.

    Attributes:
        found: Names of what it must carry and does.
        missed: Names of what it must carry and does not.
        false: Names of what it must not carry and does.
    """

    found: tuple[str, ...]
    missed: tuple[str, ...]
    false: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share found of what a brief must carry; an empty brief has none of it."""
        total = len(self.found) + len(self.missed)
        return len(self.found) / total if total else 1.0

    def __str__(self) -> str:
        """Every item with what became of it; the share is the last line."""
        lines = [f"found  {name}" for name in self.found]
        lines += [f"MISSED {name}" for name in self.missed]
        lines += [f"FALSE  {name}" for name in self.false]
        lines.append(
            f"{len(self.found)} of {len(self.found) + len(self.missed)} items found "
            f"({self.share:.1%}), {len(self.false)} false facts"
        )
        return "\n".join(lines)


def compare(record: IncidentRecord, items: Sequence[Item]) -> Outcome:
    """Hold a record against its items, one by one."""
    lines = lines_of(record)
    met = {item.name: is_met(item, lines) for item in items}
    wanted = [item.name for item in items if not item.is_forbidden]
    return Outcome(
        found=tuple(name for name in wanted if met[name]),
        missed=tuple(name for name in wanted if not met[name]),
        false=tuple(item.name for item in items if item.is_forbidden and not met[item.name]),
    )


def is_met(item: Item, lines: Sequence[Line]) -> bool:
    """Say whether a brief does what an item asks of it."""
    placed = [line for line in lines if line.slot in item.slots]
    if item.only is not None:
        return all(_is_allowed(line, item.only) for line in placed)
    carried = any(_carries(line, item) for line in placed)
    return not carried if item.absent else carried


def lines_of(record: IncidentRecord) -> tuple[Line, ...]:
    """Lay a record out as lines."""
    return (
        *(line for report in record.reports for line in _report_lines(report)),
        *(_finding_line(record, finding) for finding in record.findings),
        *(line for finding in record.findings for line in _vouching_lines(finding)),
        *(
            Line(
                slot=f"check.{query.check}.{query.severity}",
                text=f"{query.message} {query.suggestion or ''}",
                cited=bool(query.cited or query.evidence),
            )
            for query in record.queries
        ),
    )


def _report_lines(report: ReportSummary) -> list[Line]:
    """Lay out what is told of a report itself; its evidence is the dateline and credit line."""
    lines = []
    if report.published_on is not None:
        lines.append(Line(slot="report.published", text=report.published_on.isoformat()))
    if report.dateline is not None:
        text = report.dateline_place or " ".join(report.dateline.places)
        lines.append(Line(slot="report.dateline", text=text))
    lines.extend(
        Line(slot=f"report.{credit.role}", text=f"{credit.name} {credit.place or ''}")
        for credit in report.credits
    )
    return lines


def _finding_line(record: IncidentRecord, finding: Finding) -> Line:
    numbers = {
        (place, sentence.number)
        for place, report in enumerate(record.reports)
        for sentence in report.sentences
    }
    background = finding.standing is Standing.BACKGROUND
    return Line(
        # What stands as background must never pass for a fact of the incident.
        slot="background" if background else finding.slot,
        text=f"{words_of(finding.value)} {finding.note or ''}",
        voices=finding.voices,
        value=finding.value,
        cited=any((one.report, one.sentence) in numbers for one in finding.cited),
    )


def _vouching_lines(finding: Finding) -> list[Line]:
    """Lay out the words by which the report vouches for those who say something."""
    return [
        Line(slot=f"{finding.slot}.note", text=voice.note, voices=(voice,), cited=bool(voice.cited))
        for voice in finding.voices
        if voice.note is not None
    ]


def words_of(value: Value) -> str:
    """Return all words of a value."""
    parts: list[str | None]
    match value:
        case Code():
            parts = [value.label]
        case PlaceRef():
            parts = [value.name, value.feature, *value.within]
        case EntityRef():
            codes = [code.value for code in value.identifiers]
            parts = [value.name, *value.aliases, *codes, value.role]
        case Figure():
            parts = [value.hedge, *_counted(value)]
        case Distance():
            amounts = [f"{one.amount:g} {one.unit}" for one in value.stated]
            parts = [value.hedge, *amounts, value.origin]
        case TimeRef():
            parts = [value.text, value.part_of_day]
        case Wording():
            parts = [value.text]
        case Question():
            parts = [value.asked, value.of_whom]
    return " ".join(part for part in parts if part)


def _counted(figure: Figure) -> list[str | None]:
    if figure.population is None:
        return [figure.unit]
    return [figure.population.words, figure.population.nationality, figure.population.role]


def has_words(text: str, wanted: str) -> bool:
    """Say whether one of the alternatives in "a|b" stands in a text as whole words."""
    shown = _plain(text)
    return any(
        re.search(rf"(?<!\w){re.escape(_plain(option))}(?!\w)", shown)
        for option in wanted.split("|")
    )


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


def _carries(line: Line, item: Item) -> bool:
    value = line.value
    return (
        line.cited
        and all(has_words(line.text, words) for words in item.words)
        and (item.bounds is None or _has_bounds(value, item))
        and (item.on is None or _is_on(line, item))
        and (item.near is None or _is_near(value, item.near))
        and (item.country is None or getattr(value, "country", None) == item.country)
        and (item.identifier is None or _has_identifier(value, item.identifier))
        and _has_voice(line, item)
    )


def _has_bounds(value: Value | None, item: Item) -> bool:
    if not isinstance(value, Figure) or (value.low, value.high) != item.bounds:
        return False
    if item.hedge is not None and value.hedge != item.hedge:
        return False
    return not item.who or any(has_words(words, item.who) for words in _counted(value) if words)


def _is_on(line: Line, item: Item) -> bool:
    if item.on is None:
        return True
    if isinstance(line.value, TimeRef):
        first = line.value.local_earliest
        return first is not None and first.date() == item.on
    return line.text == item.on.isoformat()


def _is_near(value: Value | None, point: tuple[float, float]) -> bool:
    if not isinstance(value, PlaceRef) or value.latitude is None or value.longitude is None:
        return False
    return distance_km((value.latitude, value.longitude), point) <= NEAR_KM


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two points given in degrees."""
    north, other_north = radians(one[0]), radians(other[0])
    east = radians(other[1] - one[1])
    chord = sin((other_north - north) / 2) ** 2 + cos(north) * cos(other_north) * sin(east / 2) ** 2
    return 2 * _EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))


def _has_identifier(value: Value | None, code: str) -> bool:
    return isinstance(value, EntityRef) and any(one.value == code for one in value.identifiers)


def _has_voice(line: Line, item: Item) -> bool:
    if item.source is None and item.via is None and not item.stances:
        return True
    return any(_is_voice(voice, item) for voice in line.voices)


def _is_voice(voice: Voice, item: Item) -> bool:
    if item.stances and voice.stance not in item.stances:
        return False
    if item.source is not None and not _is_named(voice.chain[:1], item.source):
        return False
    return item.via is None or any(has_words(name, item.via) for name in voice.chain[1:])


def _is_named(first: tuple[str, ...], wanted: str) -> bool:
    """Say whether the first voice is the one wanted.

    A description must be the same, articles apart: "local officials" are not "local and company
    officials". A proper name may stand among words that tell what it is ("Norwegian owner Acme").
    """
    name = _ARTICLE.sub("", _plain(first[0])) if first else ""
    return any(
        name == _ARTICLE.sub("", _plain(option))
        or (option != option.lower() and " and " not in name and has_words(name, option))
        for option in wanted.split("|")
    )


def _is_allowed(line: Line, allowed: Sequence[str]) -> bool:
    if isinstance(line.value, Figure):
        return (line.value.low, line.value.high) in [parse_bounds(text) for text in allowed]
    return any(has_words(line.text, words) for words in allowed)
