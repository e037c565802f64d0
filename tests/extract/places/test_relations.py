"""What a report says of a place beside another."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import analysed
from onrecord.extract.places.leads import lead
from onrecord.extract.places.pages import page_of
from onrecord.extract.places.reader import PlaceReader
from onrecord.extract.places.related import HeadKind, Relation, RelationKind
from onrecord.extract.places.relating import RelationWords
from onrecord.extract.places.relations import relations
from onrecord.extract.places.spotting import Spot, spots
from onrecord.resources import open_library


@cache
def reader() -> PlaceReader:
    """Return the reader of places with the data that ships."""
    return PlaceReader.of(open_library())


@cache
def words() -> RelationWords:
    """Return the lexicon of relations."""
    return RelationWords.of(open_library())


def told_in(text: str) -> tuple[tuple[Relation, ...], tuple[Spot, ...]]:
    """Return the relations of a text, and the places they number."""
    analysis = analysed(text)
    found = spots(page_of(analysis, reader().words, reader().atlas))
    return relations(analysis, found, words()), found


def names(text: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Return kind, grounds and figure of each relation of a text."""
    told, found = told_in(text)
    return [
        (
            relation.kind.value,
            tuple(
                ground.country or "" if ground.spot is None else found[ground.spot].name
                for ground in relation.grounds
            ),
            None if relation.figure is None else found[relation.figure].name,
        )
        for relation in told
    ]


@pytest.mark.parametrize(
    ("text", "kind", "grounds", "figure"),
    [
        (
            "The plant at In Amenas, near the border with Libya, fell.",
            "border",
            "Libya",
            "In Amenas",
        ),
        ("Rebels took Kidal, on the Algerian border.", "border", "DZ", "Kidal"),
        ("It was hit close to the Turkish-Syrian border.", "border", "TR SY", None),
        ("They met on the border between Chad and Niger.", "border", "Chad Niger", None),
        ("In Ghat, close to Algeria's border, it was calm.", "border", "Algeria", "Ghat"),
        ("Militants attacked the border town of Chaman.", "border", "", "Chaman"),
        ("About 60 km south-west of Mosul, soldiers found a grave.", "distance", "Mosul", None),
        ("The village is an hour's drive from Maiduguri.", "distance", "Maiduguri", None),
        (
            "Springfield, 90 miles south-west of Boston, was calm.",
            "distance",
            "Boston",
            "Springfield",
        ),
        ("The attack took place south of the Malian capital.", "bearing", "ML", None),
        ("A bomb went off outside Kabul.", "near", "Kabul", None),
        (
            "They were stopped on the road between Kirkuk and Tikrit.",
            "between",
            "Kirkuk Tikrit",
            None,
        ),
        ("Pirates boarded a tanker off the coast of Somalia.", "coast", "Somalia", None),
        ("A ship was seized off the Yemeni coast.", "coast", "YE", None),
        ("The tanker was taken 20 nautical miles off Bonny.", "distance", "Bonny", None),
        ("Fighting goes on in the north of Mali.", "part", "Mali", None),
        ("Troops moved through northern Nigeria.", "part", "Nigeria", None),
        (
            "A blast in Sadr City, a suburb of Baghdad, killed nine.",
            "within",
            "Baghdad",
            "Sadr City",
        ),
    ],
    ids=str,
)
def test_relation(text: str, kind: str, grounds: str, figure: str | None) -> None:
    """Its kind, what it is measured from, and the place it locates."""
    assert names(text) == [(kind, tuple(grounds.split()), figure)]


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Iran and Iraq failed.",
        "Two men were shot outside a Lancaster bakery.",
        "The border was closed on Monday.",
        "Libya's border guards fled.",
        "He moved from Baghdad to Mosul in 2003.",
        "He played for South Korea.",
        "Police in Mosul said so.",
    ],
    ids=lambda text: text,
)
def test_no_relation(text: str) -> None:
    """Nothing is located by these words."""
    assert names(text) == []


def test_two_relations_share_their_figure() -> None:
    """Joined by "and", both locate the place before them."""
    text = (
        "In Amenas, near the border with Libya and 1,300 km (825 miles) from Algiers, fell silent."
    )
    assert [figure for _, _, figure in names(text)] == ["In Amenas", "In Amenas"]


def test_country_before_a_relation_holds_its_figure() -> None:
    """The field has no name; Algeria holds it, and is not what lies near the border."""
    (relation,), found = told_in("A gas field in Algeria near the border with Libya was attacked.")
    assert relation.figure is None
    assert [found[number].name for number in relation.within] == ["Algeria"]


def test_country_of_a_coast_does_not_hold_what_is_off_it() -> None:
    """The tanker was at sea, not in Benin."""
    told, _ = told_in("It was off the coast of Benin, about 150 km south of Cotonou.")
    assert [relation.within for relation in told] == [(), ()]


def test_country_between_does_not_hide_the_figure() -> None:
    """In Amenas lies in Algeria and near the border."""
    told, found = told_in("In Amenas in southern Algeria, near the border with Libya, fell silent.")
    assert [(found[each.figure].name if each.figure is not None else None) for each in told] == [
        "In Amenas",
        "In Amenas",
    ]
    assert [found[number].name for number in told[1].within] == ["Algeria"]


@pytest.mark.parametrize(
    ("before", "low", "high", "bearing"),
    [
        ("60 km south-west of ", 54, 66, 225),
        ("60km (37 miles) to the north of ", 54, 66, 0),
        ("about 60 kilometres west of ", 48, 75, 270),
        ("more than 100 km from ", 100, 130, None),
        ("nearly 100 km from ", 85, 105, None),
        ("some 10-15 km outside ", 8, 18.75, None),
        ("a few kilometres from ", 1.8, 6.6, None),
        ("twenty kilometers east-south-east of ", 18, 22, 112.5),
        ("10 miles off ", 12.1, 20.1, None),
        ("20 nautical miles off ", 27.8, 46.3, None),
        ("a two-hour drive north of ", 50, 180, 0),
        ("500 metres from ", 0.45, 0.55, None),
    ],
)
def test_length(before: str, low: float, high: float, bearing: float | None) -> None:
    """A length is read as far as its rounding and its hedge leave it open."""
    read = lead(before, HeadKind.PLACE, words())
    assert read is not None
    assert read.kind is RelationKind.DISTANCE
    assert (read.low_m, read.high_m) == pytest.approx((low * 1000, high * 1000), rel=0.02)
    assert read.bearing == bearing


@given(st.integers(1, 5000), st.sampled_from(["", "about ", "nearly ", "over ", "under "]))
def test_length_keeps_the_number_in_its_bounds(number: int, hedge: str) -> None:
    """Whatever the hedge, the number as written lies within its interval."""
    read = lead(f"{hedge}{number:,} km from ", HeadKind.PLACE, words())
    assert read is not None
    assert read.low_m is not None
    assert read.high_m is not None
    assert 0 < read.low_m <= number * 1000 <= read.high_m
