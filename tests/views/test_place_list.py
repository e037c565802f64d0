"""Every place with its candidates, and why one was chosen or none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.model import (
    Mentions,
    PlaceCandidate,
    PlaceMention,
    PlaceRef,
    PlaceUse,
    Reading,
    Report,
)
from onrecord.views.place_list import as_data, as_text, verdict
from readings import BY_HAND, a_reading, a_report, where

REPORT = a_report("Men fled. A bomb went off near Springfield.")

MISSOURI = PlaceRef(
    name="Springfield",
    gazetteer_id="geonames:4409896",
    latitude=37.215,
    longitude=-93.298,
    uncertainty_m=7_000,
    feature="city",
    country="US",
    within=("Missouri", "United States"),
)
ILLINOIS = replace(
    MISSOURI,
    gazetteer_id="geonames:4250542",
    latitude=39.802,
    longitude=-89.644,
    within=("Illinois", "United States"),
)
GEORGIA = PlaceRef(
    name="Georgia",
    gazetteer_id="iso:GE",
    latitude=42.0,
    longitude=43.5,
    uncertainty_m=250_000,
    feature="country",
    country="GE",
)
BARE = PlaceRef(name="Springfield")


def named(place: PlaceRef, *scored: tuple[PlaceRef, float]) -> PlaceMention:
    """Return a mention that chose a place among candidates with their scores."""
    span = where(REPORT, "Springfield")
    return PlaceMention(
        span=span,
        read_by=BY_HAND,
        place=place,
        candidates=tuple(
            PlaceCandidate(place=each, score=score, reason="well known") for each, score in scored
        ),
        use=PlaceUse.RELATION,
        relation="near",
        extent=span,
    )


def reading_of(mention: PlaceMention) -> tuple[Report, Reading]:
    """Return the report and a reading with this mention."""
    return REPORT, replace(a_reading(REPORT), mentions=Mentions(places=(mention,)))


@pytest.mark.parametrize(
    ("mention", "why"),
    [
        (named(MISSOURI, (MISSOURI, 0.9)), "chosen: the only entry; well known"),
        (
            named(MISSOURI, (MISSOURI, 0.9), (ILLINOIS, 0.5)),
            "chosen: leads the next by 0.40; well known",
        ),
        (
            named(ILLINOIS, (MISSOURI, 0.9), (ILLINOIS, 0.5)),
            "chosen: an entry that the words beside the name ask for",
        ),
        (
            named(GEORGIA, (GEORGIA, 0.9), (MISSOURI, 0.9)),
            "chosen: a nation goes before others of its name; well known",
        ),
        (
            named(BARE, (MISSOURI, 0.55), (ILLINOIS, 0.54)),
            "unplaced: entries 429 km apart fit as well as each other",
        ),
        (
            named(BARE, (MISSOURI, 0.1), (ILLINOIS, 0.01)),
            "unplaced: nothing but the name speaks for an entry",
        ),
        (named(BARE), "unplaced: no entry bears the name"),
        (
            named(replace(MISSOURI, gazetteer_id=None, derived_from="near Boston")),
            "no entry was chosen; worked out from “near Boston”",
        ),
    ],
    ids="only leads asked nation alike weak unknown derived".split(),
)
def test_verdict(mention: PlaceMention, why: str) -> None:
    """The reader learns what decided."""
    assert verdict(mention) == why


def test_text_shows_candidates_and_relation() -> None:
    """Where it stands, what was chosen, and every entry with its score and reasons."""
    mention = named(BARE, (MISSOURI, 0.55), (ILLINOIS, 0.54))
    town = "Springfield, city"
    assert as_text(*reading_of(mention), width=200).splitlines() == [
        "Springfield  [sentence 2, relation]",
        "    unplaced: entries 429 km apart fit as well as each other",
        "    relation: “near”",
        f"    1  0.55  {town}, Missouri, US, 37.215 -93.298 ± 7 km (geonames:4409896); well known",
        f"    2  0.54  {town}, Illinois, US, 39.802 -89.644 ± 7 km (geonames:4250542); well known",
    ]


def test_text_shows_what_is_derived() -> None:
    """With the coordinates worked out and their radius."""
    near = replace(MISSOURI, name="near Springfield", gazetteer_id=None, derived_from="near")
    mention = replace(named(MISSOURI, (MISSOURI, 0.9)), derived=near)
    shown = as_text(*reading_of(mention), width=200)
    assert "    derived: near Springfield, city, Missouri, US, 37.215 -93.298 ± 7 km\n" in shown


def test_text_of_a_report_without_places() -> None:
    """It says so."""
    assert as_text(REPORT, a_reading(REPORT), width=80) == "No place is named.\n"


def test_data_holds_the_whole_mention() -> None:
    """For programs: the same, with offsets, sentence and candidates in full."""
    (datum,) = as_data(*reading_of(named(BARE, (MISSOURI, 0.1))))  # type: ignore[misc]
    assert isinstance(datum, dict)
    assert datum["text"] == "Springfield"
    assert datum["sentence"] == "A bomb went off near Springfield."
    assert datum["why"] == "unplaced: nothing but the name speaks for an entry"
    assert datum["derived"] is None
    (candidate,) = datum["candidates"]  # type: ignore[misc]
    assert candidate["place"]["gazetteer_id"] == "geonames:4409896"  # type: ignore[call-overload,index]
