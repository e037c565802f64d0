"""MUC-4's date and location slots, from when and where an incident happened.

The key dates an incident to the day where the words of a report can be counted back to one
("yesterday", "this morning", "30 December"). A weekday but that of the report, a weekend or "last
week" counts as no more than what every report says: not after the day it was filed. That is written
with an open beginning ("/1989-12-30"); a stretch of days has both ends ("1989-12-29/1989-12-30").

A location is the names from the country down to the finest place, as the report has them; the two
places between which it lies are one level, parted by a dash ("CUCUTA - CAMPANARIO").
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from onrecord.model import Granularity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from onrecord.model import Mentions, PlaceRef, TimeRef

COUNTRIES = {
    "AR": "Argentina",
    "BO": "Bolivia",
    "CL": "Chile",
    "CO": "Colombia",
    "EC": "Ecuador",
    "GT": "Guatemala",
    "HN": "Honduras",
    "PE": "Peru",
    "SV": "El Salvador",
}
"""The countries MUC-4 is about, by ISO 3166-1 alpha-2 code."""

_BETWEEN = re.compile(r"^between (.+) and (.+)$")
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


def incident_date(time: TimeRef | None, published_on: date | None) -> str | None:
    """Return a time as the key writes it.

    Args:
        time: When the incident happened; None where that is not known.
        published_on: The day of the report.

    Returns:
        A day ("1989-12-30"), days with both ends, or the day before which it must have been with an
        open beginning; None where neither the time nor the report has a date.
    """
    unbound = None if published_on is None else f"/{published_on.isoformat()}"
    if time is None or time.local_earliest is None or time.local_latest is None:
        return unbound
    first = time.local_earliest.date()
    last = (time.local_latest - timedelta(microseconds=1)).date()
    if _is_rough(time) and not first == last == published_on:
        return unbound
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _is_rough(time: TimeRef) -> bool:
    return time.granularity is Granularity.WEEK or _WEEKDAY.search(time.text) is not None


def incident_location(place: PlaceRef | None, named: Iterable[str | None] = ()) -> list[str]:
    """Return a place as the key writes it: names from the country to the finest.

    Args:
        place: Where the incident happened; None where that is not known.
        named: The countries the report speaks of; see `countries_named`. The key only tells of
            incidents in the nine countries of `COUNTRIES`, or that concern them: where the place is
            in none of them, the one of the nine that is named most is the answer.
    """
    if place is not None and place.country in COUNTRIES:
        return _levels(place)
    counts = Counter(code for code in named if code in COUNTRIES)
    if counts:
        return [COUNTRIES[str(counts.most_common(1)[0][0])]]
    return [] if place is None else _levels(place)


def countries_named(mentions: Mentions) -> list[str | None]:
    """Return the countries of the places a report names, its dateline's too, and of its groups."""
    return [
        *(one.place.country for one in mentions.places),
        *(one.entity.country for one in mentions.entities),
    ]


def _levels(place: PlaceRef) -> list[str]:
    """Return the names of a place from the country down."""
    return [*reversed(place.within), _BETWEEN.sub(r"\1 - \2", place.name)]
