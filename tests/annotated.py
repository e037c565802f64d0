"""Reports that were annotated by hand with their incidents: what such a file must hold to."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

from onrecord.resources import open_library
from onrecord.resources.taxonomy import Taxonomy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Entry = dict[str, Any]

ROLES = (
    "perp_individual",
    "perp_organization",
    "physical_target",
    "victim",
    "victim_description",
    "weapon",
)
_FIELDS = {"type", "stage", "date", "place", *ROLES}
_CONFIDENCE = {"fact", "claimed", "suspected", "suspected-by-authorities", "possible"}
_ARTICLES = {"a", "an", "the"}


def entries_of(file: Path) -> list[Entry]:
    """Return the reports of a file."""
    entries: list[Entry] = yaml.safe_load(file.read_text("utf-8"))
    return entries


def faults(entry: Entry) -> list[str]:
    """Say what is wrong with a report and its incidents; [] where nothing is."""
    text = " ".join(entry["text"].split())
    found = [f"has no {name}" for name in ("id", "country", "published") if not entry.get(name)]
    if not isinstance(entry.get("published"), date):
        found.append("has no day of publication")
    for incident in entry["incidents"]:
        found.extend(_faults_of_incident(incident, text))
    return found


@cache
def _taxonomy() -> Taxonomy:
    return Taxonomy.of(open_library())


def _faults_of_incident(incident: Entry, text: str) -> Iterator[str]:
    for name in incident.keys() - _FIELDS:
        yield f"has the unknown field {name!r}"
    if _taxonomy().find_type(incident["type"]) is None:
        yield f"has the unknown type {incident['type']!r}"
    if _taxonomy().find_stage(incident["stage"]) is None:
        yield f"has the unknown stage {incident['stage']!r}"
    if not any(incident.get(role) for role in ROLES):
        yield "has an incident in which nobody takes part"
    yield from _faults_of_date(incident.get("date"))
    for name in incident.get("place") or ():
        if not isinstance(name, str) or not name.strip():
            yield f"has the place {name!r}"
    for role in ROLES:
        for filler in incident.get(role) or ():
            yield from _faults_of_filler(role, filler, text)


def _faults_of_date(day: object) -> Iterator[str]:
    """Compare a date with what it may be: none, a day, or days from one to another."""
    if isinstance(day, dict):
        if day.keys() != {"from", "to"} or not day["from"] < day["to"]:
            yield f"has the days {day!r}"
    elif day is not None and not isinstance(day, date):
        yield f"has the date {day!r}"


def _faults_of_filler(role: str, filler: Any, text: str) -> Iterator[str]:  # noqa: ANN401 - of YAML
    strings = filler
    if role == "perp_organization":
        strings = filler["names"]
        if filler.keys() != {"names", "confidence"} or filler["confidence"] not in _CONFIDENCE:
            yield f"has the confidence {filler!r}"
    if not isinstance(strings, list) or not strings:
        yield f"has the {role} {filler!r}, which is no list of strings"
        return
    for words in strings:
        if not isinstance(words, str) or words not in text:
            yield f"has the {role} {words!r}, which is not in its text"
        elif words.split()[0].lower() in _ARTICLES:
            yield f"has the {role} {words!r} with its article"
