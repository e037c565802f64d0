"""Where it happened: what is derived from a phrase is claimed under the phrase's name."""

from __future__ import annotations

from dataclasses import replace

from factories import a_report, analysed, read_story
from onrecord.claims import places
from onrecord.claims.scene import Words, a_scene
from onrecord.model import PlaceRef
from onrecord.resources import open_library

FAR = PlaceRef(
    name="about 60 km south-west of Mosul",
    latitude=35.943,
    longitude=42.636,
    uncertainty_m=46_500,
    country="IQ",
    derived_from="about 60 km south-west of Mosul",
)


def claimed(text: str, name: str, derived: PlaceRef | None) -> dict[str, list[object]]:
    """Return what is claimed of the places of a story, the phrase of one name put on the map."""
    report, analysis = a_report(text), analysed(text)
    mentions = read_story(text).mentions
    put = tuple(
        replace(one, derived=derived if one.span.of(text) == name else None)
        for one in mentions.places
    )
    scene = a_scene(report, analysis, replace(mentions, places=put), Words.of(open_library()))
    found: dict[str, list[object]] = {}
    for claim in places.claims(scene):
        found.setdefault(claim.slot, []).append(claim.value)
    return found


CONVOY = (
    "Gunmen attacked a convoy about 60 km south-west of Mosul on Monday, killing five soldiers."
)


def test_distance_from_a_town_places_what_has_no_name() -> None:
    """The convoy was hit at no named place; the words say where all the same."""
    assert claimed(CONVOY, "Mosul", FAR)["place"] == [FAR]


def test_named_place_goes_before_a_derived_one() -> None:
    """The town told of is the place; the distance is told of it."""
    text = "Gunmen killed five men in Fallujah, about 60 km south-west of Mosul, on Monday."
    named = [
        value.name
        for value in claimed(text, "Mosul", FAR).get("place", [])
        if isinstance(value, PlaceRef)
    ]
    assert named == ["Fallujah"]


def test_derived_place_that_is_too_wide_is_not_claimed() -> None:
    """A circle of hundreds of kilometres says no more than the town's name."""
    assert "place" not in claimed(CONVOY, "Mosul", replace(FAR, uncertainty_m=400_000))


def test_what_is_not_derived_is_not_claimed() -> None:
    """No point, no place."""
    assert "place" not in claimed(CONVOY, "Mosul", None)


def test_facility_and_part_lie_where_the_words_put_them() -> None:
    """The field lies farther out than the town it is named after; it keeps the town's entry."""
    text = "Gunmen attacked the In Amenas gas field in Algeria on Monday, killing five workers."
    out = PlaceRef(
        name="In Amenas gas field",
        latitude=28.04,
        longitude=9.55,
        uncertainty_m=60_000,
        feature="facility",
        derived_from="the In Amenas gas field",
    )
    (facility,) = claimed(text, "In Amenas", out)["facility"]
    assert isinstance(facility, PlaceRef)
    assert facility.name == "In Amenas gas field"
    assert facility.gazetteer_id is not None
    assert facility.uncertainty_m == 60_000
    assert facility.derived_from == "the In Amenas gas field"
