"""Geoparsing (LGL, TR-News): the places named, with coordinates.

Every place mention of a reading counts, whatever it does in its sentence; one without coordinates
is given as recognised and not resolved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.tasks.task import Task, as_lines

if TYPE_CHECKING:
    from onrecord.model import Json, PlaceMention, Reading, Report


def adapt(report: Report, reading: Reading) -> Json:
    """Return the toponyms of one document."""
    return {
        "docid": report.guid,
        "toponyms": [toponym(mention) for mention in reading.mentions.places],
    }


def toponym(mention: PlaceMention) -> Json:
    """Return one toponym; coordinates and country only where they are known."""
    place = mention.place
    known: dict[str, Json] = {"start": mention.span.start, "end": mention.span.end}
    if place.latitude is not None and place.longitude is not None:
        known |= {"lat": place.latitude, "lon": place.longitude}
    if place.country is not None:
        known["country"] = place.country
    return known


TASK = Task(
    name="geo",
    summary="places named, with coordinates",
    adapt=adapt,
    write=as_lines,
)
