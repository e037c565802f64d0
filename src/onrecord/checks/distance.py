"""A stated distance that does not fit the map.

The incident's place and the place the distance is counted from are known with coordinates, each
within a radius. A stated distance that agrees with the straight line is sound, one somewhat longer
may be by road: that is only noted. One that is shorter, or much longer, is to be asked about, but
only if its own sentence names the place and no third one: else it may be told of somewhere else.
So is a place said to be near a border that it is far from.

Reads the claims of a reading (`distance`, `place`, `facility`) and its mentions of places; the
straight line is the great circle on a sphere of the earth's mean radius (within 0.6% of the
ellipsoid's). Says nothing where either place is not known well enough for the distance at hand, nor
of a place that was put on the map by what the report says: it would agree with itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.checks._evidence import cited
from onrecord.checks._frontiers import far_from_borders
from onrecord.checks._measures import amount_words, converted, number
from onrecord.model import Distance, PlaceRef, Quantity, Query, Reading, Report, Severity
from onrecord.registry import Check
from onrecord.resources.borders import distance_km

if TYPE_CHECKING:
    from onrecord.model import Claim, PlaceMention

NAME = "distance"

# The radii of both places may make up this part of the straight line; beyond, nothing can be said.
_KNOWN = 0.2

# A road is seldom longer than this many straight lines.
_ROAD = 2.5

# From here on a length is told to the next ten kilometres.
_FINE_KM = 100

# Stated distances are round: this far off the straight line they are the same.
_ROUND = 0.1


def check(report: Report, reading: Reading) -> tuple[Query, ...]:
    """Return what the map says of each stated distance from the place of the incident."""
    del report
    place = _place(reading)
    if place is None:
        return ()
    found = (
        _query(reading, claim, claim.value, place)
        for claim in reading.claims
        if claim.slot == "distance" and isinstance(claim.value, Distance)
    )
    borders = (_of_border(reading, *wrong) for wrong in far_from_borders(reading, place))
    return (*(query for query in found if query is not None), *borders)


def _of_border(reading: Reading, mention: PlaceMention, wrong: str) -> Query:
    return Query(
        check=NAME,
        severity=Severity.QUERY,
        message=wrong,
        suggestion="Ask which border, or which place, is meant.",
        evidence=(mention.extent,),
        cited=cited(reading, (mention.extent,)),
    )


def _place(reading: Reading) -> PlaceRef | None:
    """Return the place of the incident, if the reading has one with coordinates."""
    places = [
        claim.value
        for slot in ("facility", "place")
        for claim in reading.claims
        if claim.slot == slot and isinstance(claim.value, PlaceRef)
    ]
    known = (place for place in places if place.latitude is not None)
    own = (place for place in known if place.gazetteer_id or place.derived_from is None)
    return next(own, None)


def _query(reading: Reading, claim: Claim, distance: Distance, place: PlaceRef) -> Query | None:
    origin = _origin(reading, distance)
    if origin is None or origin.name == place.name:
        return None
    stated = [one for one in distance.stated if _in_km(one)]
    line = straight_km(place, origin)
    slack = ((place.uncertainty_m or 0) + (origin.uncertainty_m or 0)) / 1000
    if not stated or slack > line * _KNOWN:
        return None
    severity, meaning = _judged(_in_km(stated[0])[0], line, slack)
    if severity is Severity.QUERY and not _is_of(reading, claim, {place.name, origin.name}):
        return None
    message = (
        f"{place.name} is about {number(_told(line))} km from {origin.name} in a straight line; "
        f"{amount_words(stated[0])} {meaning}."
    )
    asks = severity is Severity.QUERY
    return Query(
        check=NAME,
        severity=severity,
        message=message,
        suggestion="Ask from where to where it was measured." if asks else None,
        evidence=(claim.evidence,),
        cited=cited(reading, (claim.evidence,)),
    )


def _judged(length: float, line: float, slack: float) -> tuple[Severity, str]:
    """Return what to do about a length, given the straight line and how well that is known."""
    if abs(length - line) <= line * _ROUND + slack:
        return Severity.OK, "agrees"
    if length < line:
        return Severity.QUERY, "is too short"
    if length > line * _ROAD + slack:
        return Severity.QUERY, "is too long even by road"
    return Severity.NOTE, "may be by road"


def _is_of(reading: Reading, claim: Claim, names: set[str]) -> bool:
    """Say whether the sentence of a claim names these places and no others."""
    sentences = [span for span in reading.sentences if span.overlaps(claim.evidence)]
    named = {
        mention.place.name
        for mention in reading.mentions.places
        if any(sentence.covers(mention.span) for sentence in sentences)
    }
    return named == names


def _origin(reading: Reading, distance: Distance) -> PlaceRef | None:
    """Return the place a distance is counted from, if the reading knows where it lies."""
    return next(
        (
            mention.place
            for mention in reading.mentions.places
            if mention.place.name == distance.origin and mention.place.latitude is not None
        ),
        None,
    )


def _in_km(quantity: Quantity) -> tuple[float, ...]:
    """Return a length in kilometres, once for each size its unit may have; () for no length."""
    return (quantity.amount,) if quantity.unit == "km" else converted(quantity, "km")


def _told(line: float) -> float:
    """Return a length as fine as it is worth telling."""
    return float(f"{line:.2g}") if line < _FINE_KM else round(line, -1)


def straight_km(left: PlaceRef, right: PlaceRef) -> float:
    """Return the length of the great circle between two places with coordinates, in kilometres."""
    return distance_km(
        left.latitude or 0, left.longitude or 0, right.latitude or 0, right.longitude or 0
    )


CHECK = Check(
    name=NAME,
    summary="A stated distance fits the coordinates of the places it lies between.",
    run=check,
)
