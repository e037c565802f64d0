"""A stated distance that does not fit the map.

The incident's place and the place the distance is counted from are known with coordinates, each
within a radius. A stated distance that agrees with the straight line is sound, one somewhat longer
may be by road: that is only noted. One that is shorter, or much longer, is to be asked about, but
only if its own sentence names the place and no third one: else it may be told of somewhere else.
Of any other place a distance is checked that stands right beside its name ("Baquba, 50 km northeast
of Baghdad"), and only what is far off is told. So is a place said to be near a border that it is
far from.

Reads the claims of a reading (`distance`, `place`, `facility`) and its mentions of places; the
straight line is the great circle on a sphere of the earth's mean radius (within 0.6% of the
ellipsoid's). Says nothing where either place is not known well enough for the distance at hand, nor
of a place that was put on the map by what the report says: it would agree with itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.checks._atlas import km_between, slack_km
from onrecord.checks._beside import Told, told
from onrecord.checks._evidence import cited
from onrecord.checks._frontiers import far_from_borders
from onrecord.checks._measures import amount_words, converted, number
from onrecord.model import Distance, PlaceRef, Quantity, Query, Reading, Report, Severity, Span
from onrecord.registry import Check

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model import Claim

NAME = "distance"

# The radii of both places may make up this part of the straight line; beyond, nothing can be said.
_KNOWN = 0.2

# A road is seldom longer than this many straight lines.
_ROAD = 2.5

# From here on a length is told to the next ten kilometres.
_FINE_KM = 100

# What is told beside a name is asked about where the straight line is so many times longer...
_SHORT = 1.3

# ... and by more than this: no desk asks about a few kilometres.
_LEAST_KM = 10.0

# Stated distances are round: this far off the straight line they are the same.
_ROUND = 0.1


def check(report: Report, reading: Reading) -> tuple[Query, ...]:
    """Return what the map says of each stated distance and border."""
    place = _place(reading)
    found = [
        query
        for claim in reading.claims
        if place is not None and claim.slot == "distance" and isinstance(claim.value, Distance)
        if (query := _query(reading, claim, claim.value, place)) is not None
    ]
    heard = [span for query in found for span in query.evidence]
    beside = _beside_names(report, reading, heard)
    borders = (_asked(reading, *far) for far in far_from_borders(report, reading, place))
    return (*found, *beside, *borders)


def _beside_names(report: Report, reading: Reading, heard: Sequence[Span]) -> Iterator[Query]:
    """Yield what is far off of the distances told right beside the name of a place."""
    for one in told(report, reading):
        if any(one.span.overlaps(span) for span in heard):
            continue
        pairs = [(mine, other) for mine in one.figure.all for other in one.ground.all]
        wrong = [_far_off(one, *pair) for pair in pairs]
        if all(wrong):
            figure, ground = (" ".join(name.split()) for name in one.names)
            line = _told(km_between(one.figure.place, one.ground.place))
            message = (
                f"{figure} is about {number(line)} km from {ground} in a straight line; "
                f"the distance stated {wrong[0]}."
            )
            yield _asked(reading, one.span, message)


def _far_off(one: Told, figure: PlaceRef, ground: PlaceRef) -> str | None:
    """Return what is wrong with a stated distance between two places; None where it may be so."""
    low, high = one.lead.low_m, one.lead.high_m
    line, slack = km_between(figure, ground), slack_km(figure, ground)
    if low is None or high is None or one.ground.is_area or one.figure.is_area:
        return None
    if line > high / 1_000 * _SHORT + max(slack, _LEAST_KM):
        return "is too short"
    if low / 1_000 > line * _ROAD + max(slack, _LEAST_KM):
        return "is too long even by road"
    return None


def _asked(reading: Reading, span: Span, message: str) -> Query:
    return Query(
        check=NAME,
        severity=Severity.QUERY,
        message=message,
        suggestion="Ask which distance, border or place is meant.",
        evidence=(span,),
        cited=cited(reading, (span,)),
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
    line = km_between(place, origin)
    slack = slack_km(place, origin)
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


CHECK = Check(
    name=NAME,
    summary="A stated distance fits the coordinates of the places it lies between.",
    run=check,
)
