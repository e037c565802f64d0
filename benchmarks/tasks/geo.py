"""Geoparsing (LGL, TR-News): the places named, with coordinates.

Every place mention of a reading counts, whatever it does in its sentence, and every demonym, which
the corpora mark too; one without coordinates is given as recognised and not resolved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.tasks.task import Task, as_lines

if TYPE_CHECKING:
    from onrecord.model import DemonymMention, Json, PlaceMention, Reading, Report


def adapt(report: Report, reading: Reading) -> Json:
    """Return the toponyms of one document."""
    return {
        "docid": report.guid,
        "toponyms": [
            toponym(mention)
            for mention in sorted(
                (*reading.mentions.places, *reading.mentions.demonyms), key=lambda one: one.span
            )
        ],
    }


def toponym(mention: PlaceMention | DemonymMention) -> Json:
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
