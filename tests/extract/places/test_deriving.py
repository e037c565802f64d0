"""Where a place without an entry lies, worked out from what is said of it."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import a_report, analysed
from onrecord.extract.places.deriving import derived
from onrecord.extract.places.fitting import Grounded
from onrecord.extract.places.pages import page_of
from onrecord.extract.places.placing import PlaceRelations
from onrecord.extract.places.reader import PlaceReader
from onrecord.extract.places.related import Relation, RelationKind
from onrecord.extract.places.resolving import resolve
from onrecord.extract.places.said import Said
from onrecord.extract.places.sphere import destination
from onrecord.extract.places.spotting import spots
from onrecord.model import PlaceMention, PlaceRef, Span
from onrecord.resources import open_library
from onrecord.resources.borders import distance_km
from onrecord.resources.gazetteer import PlaceEntry


@cache
def reader() -> PlaceReader:
    """Return the reader of places with the data that ships."""
    return PlaceReader.of(open_library())


@cache
def placing() -> PlaceRelations:
    """Return what relations are read with."""
    return PlaceRelations.of(open_library(), reader().atlas)


def places_in(text: str) -> dict[str, PlaceMention]:
    """Return the places of a text by their words, with what is derived."""
    analysis = analysed(text)
    found = spots(page_of(analysis, reader().words, reader().atlas))
    said = Said.of(analysis, found, placing())
    resolved = resolve(analysis, found, reader().words, said, weights=reader().weights)
    entries = {
        number: tuple(each.entry for each in weighed) for number, weighed in enumerate(resolved)
    }
    mentions = reader().mentions(analysis, found)
    told = placing().told(analysis, found)
    derived_ones = placing().derive(analysis, mentions, told, entries)
    return {mention.span.of(text): mention for mention in derived_ones}


def covers(place: PlaceRef | None, point: tuple[float, float]) -> bool:
    """Say whether a point lies within a place's radius."""
    assert place is not None
    assert place.latitude is not None
    assert place.longitude is not None
    assert place.uncertainty_m is not None
    return distance_km(place.latitude, place.longitude, *point) * 1000 <= place.uncertainty_m


def radius_km(place: PlaceRef | None) -> float:
    """Return the radius of a place with coordinates."""
    assert place is not None
    assert place.uncertainty_m is not None
    return place.uncertainty_m / 1000


def test_distance_and_direction_give_a_point() -> None:
    """60 km along 225 degrees from Mosul, within what rounding and road leave open."""
    place = places_in("About 60 km south-west of Mosul, soldiers found a grave.")["Mosul"].derived
    assert place is not None
    assert place.name == "About 60 km south-west of Mosul"
    assert place.derived_from == "About 60 km south-west of Mosul"
    assert place.gazetteer_id is None
    assert (place.latitude, place.longitude) == (
        pytest.approx(35.94, abs=0.1),
        pytest.approx(42.66, abs=0.1),
    )
    assert place.country == "IQ"
    assert radius_km(place) < 60


def test_unlisted_village_is_put_where_it_is_said_to_lie() -> None:
    """The village keeps its name and is 40 km north-west of Gao, wherever it is named."""
    text = (
        "Gunmen raided the village of Tin Zarka, about 40 km north-west of Gao. Tin Zarka burned."
    )
    place = places_in(text)["Tin Zarka"].place
    assert place.name == "Tin Zarka"
    assert place.derived_from == "about 40 km north-west of Gao"
    assert covers(place, destination(16.27, -0.05, bearing=315, metres=40_000))


def test_several_relations_narrow_the_place() -> None:
    """Near Libya's border and in Algeria: some of that border; 60 km from In Amenas: less."""
    wide = places_in("A camp in Algeria near the border with Libya was hit.")["Libya"].derived
    text = (
        "They shelled the village of Tin Zarka in Algeria, near the border with Libya and 60 km "
        "from In Amenas."
    )
    narrow = places_in(text)["Tin Zarka"].place
    assert covers(wide, (28.0, 9.8))
    assert radius_km(wide) > 200
    assert radius_km(narrow) < 100
    assert covers(narrow, (27.6, 9.8))


def test_part_of_a_country() -> None:
    """Kidal lies in northern Mali, Bamako does not."""
    place = places_in("Troops moved into northern Mali.")["Mali"].derived
    assert place is not None
    assert place.name == "northern Mali"
    assert place.country == "ML"
    assert covers(place, (18.44, 1.41))
    assert not covers(place, (12.64, -8.0))


def test_installation_is_farther_out_than_its_town() -> None:
    """The gas field named after In Amenas lies 45 km from the town."""
    mention = places_in("Gunmen seized the In Amenas gas field.")["In Amenas"]
    assert mention.derived is not None
    assert mention.derived.name == "In Amenas gas field"
    assert mention.derived.feature == "facility"
    assert radius_km(mention.derived) == radius_km(mention.place) + 50
    assert covers(mention.derived, (27.88, 9.11))


def test_camp_at_a_place_stands_there() -> None:
    """ "At" puts it within the place."""
    mention = places_in("They attacked the workers' camp at Tiguentourine.")["Tiguentourine"]
    assert mention.derived is not None
    assert mention.derived.uncertainty_m == mention.place.uncertainty_m


def test_place_with_an_entry_keeps_it() -> None:
    """What the gazetteer knows is not overruled by what is said in passing."""
    place = places_in("Fallujah, 65 km west of Baghdad, was quiet.")["Fallujah"].place
    assert place.gazetteer_id is not None
    assert place.derived_from is None


@pytest.mark.parametrize(
    "text",
    [
        "The village of Tin Zarka burned.",
        "The village of Tin Zarka, near Ulm Zarka, burned.",
    ],
)
def test_nothing_known_places_nothing(text: str) -> None:
    """Without a relation, or with an unknown ground, a name stays unplaced."""
    mention = places_in(text)["Tin Zarka"]
    assert mention.place.latitude is None
    assert mention.derived is None


def test_village_somewhere_in_half_a_country_gets_the_country() -> None:
    """No point for who is anywhere in northern Mali."""
    place = places_in("They shelled the village of Tin Zarka in northern Mali.")["Tin Zarka"].place
    assert place == PlaceRef(name="Tin Zarka", country="ML")


def test_mentions_change_in_nothing_else() -> None:
    """Only `place` and `derived` are filled in."""
    text = "About 60 km south-west of Mosul, soldiers found a grave."
    (before,) = reader().mentions(
        analysed(text), spots(page_of(analysed(text), reader().words, reader().atlas))
    )
    after = places_in(text)["Mosul"]
    assert a_report(text).text[after.span.start : after.span.end] == "Mosul"
    assert (after.place, after.use, after.relation, after.extent) == (
        before.place,
        before.use,
        before.relation,
        before.extent,
    )


def _at(latitude: float, longitude: float) -> PlaceEntry:
    return PlaceEntry(
        ref="test:1",
        name="Ground",
        latitude=latitude,
        longitude=longitude,
        radius_m=4_000.0,
        feature="town",
        country="XX",
    )


@given(
    st.floats(-60, 60),
    st.floats(-180, 180),
    st.floats(0, 359.9),
    st.floats(2_000, 800_000),
    st.floats(-1, 1),
    st.floats(-1, 1),
)
def test_circle_covers_the_truth(  # noqa: PLR0917 - one for each doubt
    latitude: float, longitude: float, heading: float, metres: float, turn: float, slip: float
) -> None:
    """ "Whoever draws the circle should find the place in it, as far as the words are right"."""
    told = Grounded(
        relation=Relation(
            kind=RelationKind.DISTANCE,
            span=Span(0, 1),
            grounds=(),
            low_m=0.9 * metres,
            high_m=1.1 * metres,
            bearing=heading,
        ),
        grounds=((_at(latitude, longitude),),),
    )
    place = derived("There", [told], words="there")
    true = destination(
        latitude, longitude, bearing=heading + 22.5 * turn, metres=metres * (1 + 0.1 * slip)
    )
    assert covers(place, true)
    assert radius_km(place) < metres / 1000 + 10
