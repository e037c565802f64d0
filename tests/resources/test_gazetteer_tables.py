"""Our own tables of places: each row lies where it says, and is told apart from every other."""

from __future__ import annotations

from collections import Counter

import pytest

from onrecord.resources import open_library
from onrecord.resources.borders import NAME as BORDERS
from onrecord.resources.borders import Borders, open_borders
from onrecord.resources.gazetteer import folded
from resources.gazetteer import own
from resources.gazetteer.place import Place

# Points are good to a tenth of a degree, and the smallest islands are not on the map.
SLACK_KM = 50.0
# A country's gas fields, bays and reefs lie this far off its coast at most.
OFFSHORE_KM = 280.0
AT_SEA = frozenset({"sea", "strait", "site", "island", "islands"})
# Lands that the map of borders holds to be another's, or does not show at all.
UNSHOWN = frozenset({"TW", "GR", "BQ", "SJ"})

TABLES = own.tables()


@pytest.fixture(scope="module")
def borders() -> Borders:
    """Land borders and coasts."""
    return open_borders(open_library().path(BORDERS))


def away_km(borders: Borders, place: Place) -> float:
    """Return how far a place lies outside its country; 0 inside."""
    code = str(place.country)
    if borders.country_at(*place.point) == code:
        return 0.0
    found = (
        borders.nearest_frontier(*place.point, code),
        borders.nearest_coast(*place.point, code),
    )
    return min((nearest.km for nearest in found if nearest), default=0.0)


def test_each_place_lies_in_its_country(borders: Borders) -> None:
    """No slip of a sign or a digit puts a place abroad."""
    astray = []
    for place in TABLES:
        if place.country and place.country not in UNSHOWN:
            least = OFFSHORE_KM if place.feature in AT_SEA else SLACK_KM
            if away_km(borders, place) > least:
                astray.append((place.name, place.country))
    # The reef runs along the coast, and far out.
    assert astray == [("Great Barrier Reef", "AU")]


def test_on_land_no_place_lies_in_a_neighbour(borders: Borders) -> None:
    """A place well inside another country is in the wrong row."""
    inside = {
        (place.name, there)
        for place in TABLES
        if place.country
        and place.country not in UNSHOWN
        and (there := borders.country_at(*place.point)) not in {None, place.country}
        and away_km(borders, place) > SLACK_KM / 2
    }
    assert not inside


def test_identifiers_are_told_apart() -> None:
    """Two places never share one, those of regions.toml included."""
    times = Counter(place.ref for place in [*TABLES, *own.regions()] if place.ref)
    assert [ref for ref, count in times.items() if count > 1] == []


def test_rows_are_whole() -> None:
    """A point on the globe, a radius, a country's code, no name told twice."""
    assert [place.ref for place in TABLES if not is_whole(place)] == []


def is_whole(place: Place) -> bool:
    """Say whether a row can be believed at all."""
    names = [place.name, *place.others]
    return (
        -90 <= place.latitude <= 90
        and -180 <= place.longitude <= 180
        and 1_000 <= place.radius_m <= 6_000_000
        and (place.country is None or (len(place.country) == 2 and place.country.isupper()))
        and all(folded(name) for name in names)
        and len(set(names)) == len(names)
    )


def test_tables_hold_the_places_of_the_news() -> None:
    """Some of every table, by name."""
    names = {place.name for place in TABLES}
    assert len(TABLES) > 2_500
    assert {
        "Fergana Valley",
        "Mount Etna",
        "Blue Nile",
        "Straits of Tiran",
        "Aleutian Islands",
        "Hawija",
        "Dahiyeh",
        "Hmeimim",
    } <= names
