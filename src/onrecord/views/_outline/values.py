"""Values in words: "at least 7 foreigners", "16 January 2013, morning", "BP (BP.L), Britain".

What is unknown is left out; nothing is rounded to look surer or less sure than it is.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from onrecord.model import (
    Bearing,
    Code,
    Distance,
    EntityRef,
    Figure,
    Granularity,
    PlaceRef,
    Quantity,
    Question,
    TimeRef,
    Value,
    Wording,
)
from onrecord.views._outline.amounts import amount, beside, number, unit_words
from onrecord.views._outline.labels import country_name

# Hedges that exclude the number they stand before: "fewer than 20" is at most 19. Here the number
# printed is told again, with what it comes to.
_BELOW = frozenset({"below", "fewer than", "less than", "under"})
_ABOVE = frozenset({"above", "more than", "over", "upwards of"})

# Words for people that say by themselves that they add to others.
_ADDED = frozenset({"other", "others", "more"})

# Hedges that say no more than the interval's own words do.
_PLAIN = frozenset({"", "at least", "at most", "up to", "no fewer than", "no more than"})

# Codes under which shares are listed; readers know them, and numbers of registers not.
_LISTINGS = frozenset({"ric", "ticker"})

_KILOMETRE = 1_000

# An area wider than this is told by its name: a point in its middle would tell nothing.
_WIDEST = 200_000

# Digits after the point of a coordinate, for an uncertainty up to so many metres.
_DIGITS = ((1_000, 3), (10_000, 2), (100_000, 1))

# Finer than a day, a report's words are shown: they seldom say in which time zone they count.
_CLOCK = frozenset({Granularity.MINUTE, Granularity.HOUR})


def words(value: Value) -> str:
    """Return a value in words."""
    match value:
        case Figure():
            shown = figure_words(value)
        case PlaceRef():
            shown = place_words(value)
        case TimeRef():
            shown = time_words(value)
        case EntityRef():
            shown = entity_words(value)
        case Distance():
            shown = distance_words(value)
        case Code():
            shown = value.label
        case Wording():
            shown = value.text
        case Question():
            shown = value.asked
    return shown


def figure_words(figure: Figure) -> str:
    """Return a number with what it counts, and its interval where the hedge does not say it.

    A number that adds to those before it, or takes their place, says so: "2 more bodies".
    """
    counted = _borne(figure, _counted(figure))
    if figure.high == 0 and figure.low in {0, None}:
        return "nobody" if figure.unit == "people" and counted == "people" else f"no {counted}"
    hedged = _as_hedged(figure)
    if hedged is not None:
        return f"{beside(hedged, counted)} ({_interval(figure)})"
    hedge = "" if figure.hedge in _PLAIN else f" (“{figure.hedge}”)"
    return f"{beside(_interval(figure), counted)}{hedge}"


def _borne(figure: Figure, counted: str) -> str:
    """Return what is counted with the words for what the number is to those told before it."""
    match figure.bearing:
        case Bearing.MORE:
            return counted if counted in _ADDED else f"more {counted}"
        case Bearing.TOTAL:
            return f"{counted} in all"
        case Bearing.FORMER:
            return f"{counted} before"
        case _:
            return counted


def _counted(figure: Figure) -> str:
    if figure.population is not None and figure.population.words:
        return figure.population.words
    if figure.unit == "people":
        noun = "person" if figure.low == figure.high == 1 else "people"
        nation = figure.population.nationality if figure.population is not None else None
        return noun if nation is None else f"{noun} from {country_name(nation)}"
    return unit_words(figure.unit, one=figure.low == figure.high == 1)


def _as_hedged(figure: Figure) -> str | None:
    """Return the hedge with the number it stands before, where the interval excludes that."""
    if figure.hedge in _BELOW and figure.low is None and _is_whole(figure.high):
        return f"{figure.hedge} {amount((figure.high or 0) + 1, figure.unit)}"
    if figure.hedge in _ABOVE and figure.high is None and _is_whole(figure.low):
        return f"{figure.hedge} {amount((figure.low or 0) - 1, figure.unit)}"
    return None


def _is_whole(value: float | None) -> bool:
    return value is not None and float(value).is_integer()


def _interval(figure: Figure) -> str:
    if figure.low is None:
        return f"at most {amount(figure.high or 0, figure.unit)}"
    if figure.high is None:
        return f"at least {amount(figure.low, figure.unit)}"
    if figure.low == figure.high:
        return amount(figure.low, figure.unit)
    return f"{amount(figure.low, figure.unit)} to {amount(figure.high, figure.unit)}"


def place_words(place: PlaceRef) -> str:
    """Return a place with what it lies in, and its coordinates as fine as they are known."""
    parts = [place.name, *(outer for outer in place.within if outer != place.name)]
    if place.country is not None and not place.within:
        country = country_name(place.country)
        parts += [country] if country != place.name else []
    return ", ".join(dict.fromkeys(parts)) + _coordinates(place)


def _coordinates(place: PlaceRef) -> str:
    if place.latitude is None or place.longitude is None or place.uncertainty_m is None:
        return ""
    radius = place.uncertainty_m
    if radius > _WIDEST:
        return ""
    digits = next((digits for limit, digits in _DIGITS if radius <= limit), 0)
    north = f"{abs(place.latitude):.{digits}f}° {'N' if place.latitude >= 0 else 'S'}"
    east = f"{abs(place.longitude):.{digits}f}° {'E' if place.longitude >= 0 else 'W'}"
    return f" ({north}, {east}, ± {_radius(radius)})"


def _radius(metres: float) -> str:
    if metres < _KILOMETRE:
        return f"{number(round(metres))} m"
    return f"{number(round(metres / _KILOMETRE))} km"


def time_words(time: TimeRef) -> str:
    """Return a time as a date, with the report's words where no date can be told from them."""
    if time.local_earliest is None or time.granularity is None:
        return f"“{time.text}”" if time.text else "time not given"
    shown = _dates(time.local_earliest, time.local_latest, time.granularity)
    if time.granularity in _CLOCK:
        return f"{shown} (“{time.text}”)"
    if time.part_of_day is not None:
        return f"{shown}, {time.part_of_day}"
    return shown


def _dates(earliest: datetime, latest: datetime | None, granularity: Granularity) -> str:
    """Return the days from one moment up to, not including, another."""
    last = earliest if latest is None else max(earliest, latest - timedelta(microseconds=1))
    match granularity:
        case Granularity.YEAR | Granularity.LONGER:
            ends = [f"{moment.year}" for moment in (earliest, last)]
        case Granularity.MONTH:
            ends = [f"{moment:%B} {moment.year}" for moment in (earliest, last)]
        case Granularity.PART_OF_DAY:
            # A night ends on the morning after; it is told by the day it began.
            ends = [day_words(earliest)] * 2
        case _:
            ends = [day_words(moment) for moment in (earliest, last)]
    shown = ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"
    return f"since {shown}" if latest is None and granularity is Granularity.LONGER else shown


def day_words(moment: date) -> str:
    """Return a day: "16 January 2013"."""
    return f"{moment.day} {moment:%B} {moment.year}"


def entity_words(entity: EntityRef) -> str:
    """Return a body with its codes, what it does here and where, its country and other names."""
    codes = codes_words(entity)
    parts = [f"{entity.name} ({codes})" if codes else entity.name]
    if entity.age is not None:
        parts.append(str(entity.age))
    if entity.role:
        parts.append(entity.role)
    if entity.affiliation and entity.affiliation.lower() not in (entity.role or "").lower():
        parts.append(entity.affiliation)
    if entity.country and country_name(entity.country) != entity.name:
        parts.append(country_name(entity.country))
    others = [f"“{alias}”" for alias in entity.aliases if alias != entity.name]
    if others:
        parts.append(f"also called {', '.join(others)}")
    return ", ".join(parts)


def codes_words(entity: EntityRef) -> str:
    """Return the codes that the report has for a body; else its first listing in the register.

    The register's other codes (ISIN, Wikidata ...) are in the JSON view.
    """
    written = [code.value for code in entity.identifiers if code.is_written]
    if written:
        return ", ".join(written)
    listed = (code.value for code in entity.identifiers if code.scheme in _LISTINGS)
    first = next(listed, None)
    return f"register: {first}" if first else ""


def distance_words(distance: Distance) -> str:
    """Return a distance in all its units: "approximately 1,300 km (825 miles) from Algiers"."""
    amounts = [_quantity(quantity) for quantity in distance.stated]
    others = ", ".join(amounts[1:])
    parts = [distance.hedge, *amounts[:1], f"({others})" if others else ""]
    if distance.origin:
        parts.append(f"from {distance.origin}")
    return " ".join(part for part in parts if part)


def _quantity(quantity: Quantity) -> str:
    unit = unit_words(quantity.unit, one=quantity.amount == 1)
    return beside(amount(quantity.amount, quantity.unit), unit)
