"""In which zone the days of an incident are: that of its place, else that of the dateline.

A report tells the days of the place it speaks of. "Wednesday" in Algiers and in Manila are two
stretches of time, and neither is the Wednesday of UTC. The extractor of times knows no places, so
it reads days as if they were UTC's; here the claims of when an incident happened get the zone of
where it did, and with it their moments. A time whose words name a zone ("0430 GMT") keeps it.

A country of several zones gives none unless a place in it is known; without a zone, and for days
before 1970, days stay UTC's and `zone` None.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from onrecord.model import ClaimId, PlaceRef, Standing, TimeRef, digest
from onrecord.resources.zones import (
    FIRST_SURE_YEAR,
    find_zone,
    find_zone_at,
    find_zone_of_country,
    zones_of_country,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model import Claim, Mentions, Report

# Slots of a place that an incident happened at or in, the finest first.
_SLOTS = ("place", "facility", "within")
# The middle of a larger circle says little about the zone of what happened in it.
_WIDEST_M = 400_000


def in_local_days(claims: Sequence[Claim], report: Report, mentions: Mentions) -> tuple[Claim, ...]:
    """Return claims with their times as moments of the days of their place.

    Args:
        claims: All claims of a report.
        report: The report.
        mentions: What is named in it, for the place of its dateline.
    """
    times = [claim for claim in claims if _counts_in_days(claim)]
    if not times:
        return tuple(claims)
    filed_in = find_zone_of_dateline(report, mentions)
    placed = {
        claim.claim_id: _placed(claim, _zone_of_incident(claims, claim.incident) or filed_in)
        for claim in times
    }
    return tuple(placed.get(claim.claim_id, claim) for claim in claims)


def find_zone_of(place: PlaceRef) -> str | None:
    """Return the IANA name of the zone a place keeps; None where it has several, or unknown."""
    zone = None if place.country is None else find_zone_of_country(place.country)
    if zone is not None or place.feature == "country":
        return zone
    if place.latitude is None or place.longitude is None or place.uncertainty_m is None:
        return None
    return (
        find_zone_at(place.latitude, place.longitude) if place.uncertainty_m <= _WIDEST_M else None
    )


def zones_of(mentions: Mentions, near: int) -> tuple[str, ...]:
    """Return the IANA names of all zones of the places that a report names.

    A country of several zones, and a place whose own is not known, give all their country's.

    Args:
        mentions: What is named in the report.
        near: An offset in its text: the zones of what is named nearest to it come first.
    """
    found: dict[str, None] = {}
    for mention in sorted(mentions.places, key=lambda one: abs(one.span.start - near)):
        zone = find_zone_of(mention.place)
        if zone is not None:
            found[zone] = None
        elif mention.place.country is not None:
            found |= dict.fromkeys(zones_of_country(mention.place.country))
    return tuple(found)


def find_zone_of_dateline(report: Report, mentions: Mentions) -> str | None:
    """Return the IANA name of the zone a report was filed in; None where that is not known."""
    if report.dateline is None:
        return None
    span = report.dateline.span
    return _first(one.place for one in mentions.places if span.overlaps(one.span))


def in_zone(time: TimeRef, name: str) -> TimeRef:
    """Return a time told by the clocks of a zone, with its moments in UTC.

    Args:
        time: The time, read as if it were UTC's.
        name: IANA name of the zone.

    Returns:
        The time; the same where the database does not know the zone, or not for its years.
    """
    zone = find_zone(name)
    ends = [moment for moment in (time.earliest, time.latest) if moment is not None]
    if zone is None or not ends or ends[0].year < FIRST_SURE_YEAR:
        return time

    def moment(wall: datetime | None) -> datetime | None:
        return None if wall is None else wall.replace(tzinfo=zone).astimezone(UTC)

    return replace(time, earliest=moment(time.earliest), latest=moment(time.latest), zone=name)


def _counts_in_days(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, TimeRef) and value.zone is None and _is_dated(value)


def _is_dated(time: TimeRef) -> bool:
    return time.earliest is not None or time.latest is not None


def _placed(claim: Claim, zone: str | None) -> Claim:
    if zone is None or not isinstance(claim.value, TimeRef):
        return claim
    unnamed = replace(claim, value=in_zone(claim.value, zone), claim_id=ClaimId(""))
    return replace(unnamed, claim_id=ClaimId(digest(unnamed)))


def _zone_of_incident(claims: Sequence[Claim], incident: int | None) -> str | None:
    """Return the zone of where an incident happened, else of where others of the report did."""
    places = [
        (slot, claim.incident, claim.value)
        for slot in _SLOTS
        for claim in claims
        if claim.slot == slot
        and isinstance(claim.value, PlaceRef)
        and claim.standing is Standing.INCIDENT
    ]
    own = _first(place for _, number, place in places if number == incident)
    return own or _first(place for _, number, place in places if number is None)


def _first(places: Iterable[PlaceRef]) -> str | None:
    return next((zone for place in places if (zone := find_zone_of(place)) is not None), None)
