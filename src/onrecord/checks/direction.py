"""A stated direction that does not fit the map.

"Mombasa, 440 km northwest of Nairobi", which lies the other way; "Gao, in southern Mali", which
lies in the north. Only places beyond doubt are held against the map, and only what is said right
beside their names. A direction is wrong from three sixteenths of the compass off, and more where
the places are wide; a part of a country, where the place lies well inside the opposite half. If any
other place that one of the names may mean fits what is said, nothing is said of it.

Reads the mentions of places with their candidates. Says nothing of places put on the map by what
the report says. The middle and the size of a country are the gazetteer's, its extent that of its
borders and coasts. Of a province only "in the south of" names a part: "southern Helmand province"
is the southern province Helmand.
"""

from __future__ import annotations

import re
from math import asin, cos, degrees, radians
from typing import TYPE_CHECKING

from onrecord.checks._atlas import km_between, lexicon, slack_km
from onrecord.checks._beside import Told, relation_words, told
from onrecord.checks._evidence import cited
from onrecord.checks._extents import Extent, extent_of
from onrecord.extract.places.related import RelationKind
from onrecord.extract.places.sphere import bearing, turn_between
from onrecord.model import Query, Reading, Report, Severity
from onrecord.registry import Check

if TYPE_CHECKING:
    from onrecord.model import PlaceRef

NAME = "direction"

# Three sixteenths of the compass: "south" may be said of what lies southeast, and a little more.
_OFF = 67.5

# Where both radii together are this part of the way, any direction may be right.
_WIDE = 0.5

# A place is in the opposite part if it lies so far beyond the middle, as a share of the radius...
_BEYOND = 0.12
# ... and within this share of the country's extent from its far edge.
_FAR_SHARE = 0.38

_AWAY = frozenset({RelationKind.BEARING, RelationKind.DISTANCE})
_PART_OF = re.compile(r"\bof\b|['’]s\b")


def check(report: Report, reading: Reading) -> tuple[Query, ...]:
    """Return a query for each place that lies in another direction than is said."""
    found: dict[tuple[str, str], Query] = {}
    for one in told(report, reading):
        wrong = _wrong(one, one.span.of(report.text))
        if wrong is not None:
            key = (one.figure.place.name, one.span.of(report.text))
            found.setdefault(key, _query(reading, one, wrong))
    return tuple(sorted(found.values(), key=lambda query: query.evidence))


def _query(reading: Reading, one: Told, wrong: str) -> Query:
    evidence = tuple(sorted((one.mention.span, one.span)))
    return Query(
        check=NAME,
        severity=Severity.QUERY,
        message=wrong,
        suggestion="Ask which direction, or which place, is meant.",
        evidence=evidence,
        cited=cited(reading, evidence),
    )


def _wrong(one: Told, words: str) -> str | None:
    """Return what is wrong with what is said of a place; None where nothing is, or in doubt."""
    said = one.lead.bearing
    if said is None or one.figure.is_area or one.figure.place.name == one.ground.place.name:
        return None
    if one.lead.kind is RelationKind.PART:
        whole = one.ground.place
        is_part = whole.feature == "country" or _PART_OF.search(words)
        parted = whole.feature in lexicon()["parted"] and is_part
        return _wrong_part(one, said) if parted else None
    if one.lead.kind not in _AWAY or one.ground.is_area:
        return None
    pairs = [(mine, other) for mine in one.figure.all for other in one.ground.all]
    if any(_fits(said, *pair) for pair in pairs):
        return None
    return _message(one, "{0} of {1} on the map, not {2}", said)


def _fits(said: float, figure: PlaceRef, ground: PlaceRef) -> bool:
    """Say whether a place may lie in a direction from another, as well as both are known."""
    line, slack = km_between(figure, ground), slack_km(figure, ground)
    if slack > line * _WIDE:
        return True
    heading = bearing(*_point(ground), *_point(figure))
    return turn_between(heading, said) <= _OFF + degrees(asin(slack / line))


def _wrong_part(one: Told, said: float) -> str | None:
    figure, whole = one.figure, one.ground.place
    extent = extent_of(whole)
    if extent is None or figure.place.country != whole.country:
        return None
    inside = [place for place in figure.all if place.country == whole.country]
    if not all(_is_opposite(said, place, whole, extent) for place in inside):
        return None
    return _message(one, "in the {0} of {1} on the map, not in the {2}", said)


def _is_opposite(said: float, place: PlaceRef, whole: PlaceRef, extent: Extent) -> bool:
    """Say whether a place lies well inside the part of an area opposite to the one named."""
    heading = bearing(*_point(whole), *_point(place))
    ahead = km_between(whole, place) * cos(radians(turn_between(heading, said)))
    far = ahead + slack_km(place) < -_BEYOND * slack_km(whole)
    return far and extent.share(said, *_point(place)) < _FAR_SHARE


def _message(one: Told, pattern: str, said: float) -> str:
    figure, ground = (" ".join(name.split()) for name in one.names)
    heading = bearing(*_point(one.ground.place), *_point(one.figure.place))
    return f"{figure} lies {pattern.format(_wind(heading), ground, _wind(said))}."


def _point(place: PlaceRef) -> tuple[float, float]:
    return place.latitude or 0.0, place.longitude or 0.0


def _wind(heading: float) -> str:
    """Return the name of the nearest of eight winds."""
    names = {turn: name for name, turn in relation_words().winds.items() if turn % 45 == 0}
    return names[round(heading / 45) % 8 * 45.0]


CHECK = Check(
    name=NAME,
    summary="A place lies in the direction, or in the part of a country, that the report says.",
    run=check,
)
