"""Where an incident happened, what that lies in, and on what footing it stands."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from factories import a_report, analysed, the_kit
from onrecord import language, wire
from onrecord.claims.occurrence import Footing, Placing, placing, where
from onrecord.model import PlaceRef, Reading, Span
from onrecord.reading import read

WEDNESDAY = date(2024, 5, 15)


@cache
def the_reading(text: str) -> Reading:
    """Return the reading of a text."""
    return read(a_report(text, published_on=WEDNESDAY), the_kit())


def spans_in(text: str, *words: str) -> list[Span]:
    """Return where words first stand in a text."""
    return [Span(text.index(one), text.index(one) + len(one)) for one in words]


def placed(text: str, *words: str) -> Placing | None:
    """Return the placing of the incident that words tell of."""
    report = a_report(text, published_on=WEDNESDAY)
    return placing(report, analysed(text), the_reading(text).mentions, spans_in(text, *words))


def path(place: PlaceRef | None) -> list[str]:
    """Return the names of a place from the finest to the country."""
    return [] if place is None else [place.name, *place.within]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (
            "Gunmen stormed a hotel in Bamako, killing a guard. The envoy was in Geneva.",
            ("Gunmen", "a hotel", "a guard"),
            ["Bamako", "Mali"],
        ),
        (
            (
                "A bomb killed two soldiers in the Karrada neighbourhood of Baghdad, police said. "
                "Last week a mortar hit Basra."
            ),
            ("bomb", "killed", "two soldiers"),
            ["Karrada", "Baghdad", "Iraq"],
        ),
        (
            "A grenade was thrown at a church in the Kenyan capital, wounding a priest.",
            ("grenade", "a church", "a priest"),
            ["Nairobi", "Kenya"],
        ),
        (
            (
                "Somali militants attacked a base overnight. The army lost three men in the attack "
                "near Afgoye, 30 km west of the capital."
            ),
            ("Somali militants", "attacked", "a base"),
            ["Afgoye", "Lower Shabeelle", "Somalia"],
        ),
        (
            (
                "THE GUERRILLAS BURNED A BUS IN THE TOWN OF QUIMBATA, IN NORTHERN PERU, THE POLICE "
                "REPORTED IN LIMA."
            ),
            ("GUERRILLAS", "BURNED", "A BUS"),
            ["QUIMBATA", "Peru"],
        ),
    ],
    ids=["the deed's", "a quarter and its town", "by what it is", "not the yardstick", "unlisted"],
)
def test_the_finest_place_of_the_deed_is_named(
    text: str, words: tuple[str, ...], names: list[str]
) -> None:
    """It comes with what it lies in, up to the country."""
    found = placed(text, *words)
    assert found is not None
    assert path(found.place) == names


def test_a_place_beside_it_is_marked_as_inherited() -> None:
    """Where only another sentence says where, the answer says so."""
    text = "Two aid workers were abducted. Their convoy was on its way to Goma in eastern Congo."
    found = placed(text, "Two aid workers", "abducted")
    assert found is not None
    assert (found.place.name, found.footing) == ("Goma", Footing.INHERITED)


def test_the_country_alone_where_no_place_is_told() -> None:
    """ "Malian soldiers" tell the country, and no more is claimed."""
    text = "Malian soldiers were ambushed by gunmen, the government of Mali said."
    found = placed(text, "Malian soldiers", "ambushed", "gunmen")
    assert found is not None
    assert (path(found.place), found.country) == (["Mali"], "ML")


def test_the_dateline_gives_a_country_by_default() -> None:
    """Where the story names nothing, the country it was filed from is marked as the default."""
    report = wire.story(
        "LIMA, May 14 (Reuters) - Attackers shot a judge.",
        origin="<test>",
        published_on=WEDNESDAY,
    )
    (analysis,) = language.load().analyse([report])
    found = placing(
        report, analysis, read(report, the_kit()).mentions, spans_in(report.text, "a judge")
    )
    assert found is not None
    assert (path(found.place), found.footing) == (["Peru"], Footing.DEFAULT)
    assert found.evidence is not None
    assert found.evidence.of(report.text) == "LIMA"


def test_nothing_named_is_nowhere() -> None:
    """No place is made up."""
    text = "Attackers shot a judge."
    report = a_report(text, published_on=WEDNESDAY)
    assert (
        where(report, analysed(text), the_reading(text).mentions, spans_in(text, "judge")) is None
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Gunmen stopped a bus between Mopti and Gao, killing the driver.",
            "between Mopti and Gao",
        ),
        (
            "Gunmen burned a truck on the road from Mopti to Gao, killing the driver.",
            "between Mopti and Gao",
        ),
    ],
    ids=["between", "the road from"],
)
def test_what_lies_between_two_places_is_named_by_both(text: str, name: str) -> None:
    """It is at neither; the words of both are its evidence."""
    found = placed(text, "Gunmen", "killing", "the driver")
    assert found is not None
    assert path(found.place) == [name, "Mali"]
    assert found.evidence is not None
    assert found.evidence.of(text) in {"Mopti and Gao", "Mopti to Gao"}


def test_places_of_a_list_do_not_lie_in_each_other() -> None:
    """ "In Mopti, Gao and Timbuktu" says nothing of what lies in what."""
    text = "Rebels attacked army posts in Mopti, Segou, and Gao, killing two soldiers."
    found = placed(text, "Rebels", "army posts", "two soldiers")
    assert found is not None
    assert not {"Mopti", "Segou", "Gao"} & {*found.place.within}


def test_words_for_its_people_tell_the_country() -> None:
    """Where nothing else names it, they are the evidence."""
    text = "Two Malian judges were shot by gunmen."
    found = placed(text, "Two Malian judges", "shot", "gunmen")
    assert found is not None
    assert (path(found.place), found.footing) == (["Mali"], Footing.INHERITED)
    assert found.evidence is not None
    assert found.evidence.of(text) == "Malian"


def test_what_lies_a_measured_way_off_is_not_there() -> None:
    """ "150 km south of Cotonou" is not at Cotonou; the country is all that is told."""
    text = "Pirates boarded a tanker about 150 km south of Cotonou in Benin and held a guard."
    found = placed(text, "Pirates", "boarded", "a tanker", "a guard")
    assert found is not None
    assert path(found.place) == ["Benin"]
