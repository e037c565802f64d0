"""The desk check for distances and borders told right beside the name of a place."""

from __future__ import annotations

import pytest

from factories import read_story
from onrecord.checks import distance
from onrecord.model import Query, Severity
from readings import a_report


def checked(text: str) -> list[Query]:
    """Return what the check asks about in a story."""
    story = f"{text} Police gave no more details."
    found = distance.CHECK.run(a_report(story), read_story(story))
    return [query for query in found if query.severity is not Severity.OK]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "The Malian town of Gao, close to Mali's border with Senegal, was shelled.",
            "Gao is about 1,270 km from the nearest point of the border with Senegal",
        ),
        (
            "The Malian town of Gao, a town on the Niger River near Mali's border with Senegal.",
            "Gao is about 1,270 km from the nearest point of the border with Senegal",
        ),
        (
            "Gunmen shot a guard in Gao, a town in northern Mali near the border with Senegal.",
            "Gao is about 1,270 km from the nearest point of the border with Senegal",
        ),
        (
            "A bomb went off in Cúcuta, a Colombian city near the border with Ecuador.",
            "km from the nearest point of the border with Ecuador; “near” does not fit.",
        ),
        (
            "Gunmen shot a guard in Multan, near the Iranian border, on Monday.",
            "km from the nearest point of the border with Iran; “near” does not fit.",
        ),
        (
            "Gunmen shot a guard in Peshawar, on the border with India, on Monday.",
            "km from the nearest point of the border with India; “on” does not fit.",
        ),
        (
            "Gunmen shot a guard in Bamako, near the border with Libya, on Monday.",
            "Bamako lies in a country that has no land border with Libya.",
        ),
        (
            "Gunmen shot a guard in Multan, across the border from Spin Boldak in Afghanistan.",
            "km from Spin Boldak; “across the border” does not fit.",
        ),
        (
            "Gunmen shot a guard in Multan, across the border from Peshawar, on Monday.",
            "Multan and Peshawar lie in one country on the map",
        ),
    ],
)
def test_border_that_is_far_is_asked_about(text: str, wrong: str) -> None:
    """The place lies elsewhere in its country, or its country does not reach that border."""
    (query,) = checked(text)
    assert query.severity is Severity.QUERY
    assert wrong in query.message
    assert query.cited


@pytest.mark.parametrize(
    "text",
    [
        # Near it.
        "A bomb went off in Cúcuta, a Colombian city near the border with Venezuela.",
        "Gunmen shot a guard in Peshawar, near the Afghan border, on Monday.",
        "Gunmen shot a guard in Chaman, across the border from Spin Boldak in Afghanistan.",
        "Gunmen shot a guard in Garissa, near the border with Somalia, on Monday.",
        # Another place's border, or a border of no two countries.
        "From Bamako, the army sent men to a town near the border with Niger.",
        "Bamako sent men to the border with Niger.",
        "A shop burned in Reno, near the California border, on Monday.",
        "A shop burned in Lyon, near the border of two districts, on Monday.",
        # The border of the country it lies in; the sea.
        "Gunmen shot a guard in Gao, far from the Malian border, on Monday.",
        "Boats met near the maritime border with Ghana, off Abidjan.",
        # How far is said.
        "Gunmen shot a guard in Bamako, 900 km from the border with Niger, on Monday.",
        # A border town, a crossing, a whole country.
        "Gunmen shot a guard in Bamako, near the Nigerien border town of Ayorou, he said.",
        "Mali, on the border with Niger, sent help.",
    ],
)
def test_border_that_is_near_or_not_its_own_rings_no_alarm(text: str) -> None:
    """What is said of somewhere else is not held against the place."""
    assert checked(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "The road to Baquba, 300 km northeast of Baghdad, was shut.",
            "from Baghdad in a straight line; the distance stated is too long even by road.",
        ),
        (
            "The road to Mosul, which lies 90 km north of Baghdad, was shut.",
            "from Baghdad in a straight line; the distance stated is too short.",
        ),
        (
            "The road to Mombasa, a port just 60 miles from Nairobi, was shut.",
            "from Nairobi in a straight line; the distance stated is too short.",
        ),
    ],
)
def test_distance_far_off_the_map_is_asked_about(text: str, wrong: str) -> None:
    """Of any place, not of the incident's alone, where it stands right beside the name."""
    (query,) = checked(text)
    assert query.severity is Severity.QUERY
    assert wrong in query.message


@pytest.mark.parametrize(
    "text",
    [
        "The road to Baquba, 55 km northeast of Baghdad, was shut.",
        "The road to Mosul, about 400 km north of Baghdad, was shut.",
        # By road; rounded; not far off.
        "The road to Mombasa, 480 km from Nairobi, was shut.",
        "The road to Baquba, some 40 miles from Baghdad, was shut.",
        "The road to Baquba, 45 km from Baghdad, was shut.",
        # Of another place, from an area, of a place of many.
        "He left Baquba for a camp 300 km northeast of Baghdad.",
        "The road to Kirkuk, 10 km from Kurdistan, was shut.",
        "The road to San Jose, 10 km from Santa Rosa, was shut.",
        "The road to Tal Hamrouna, 300 km northeast of Baghdad, was shut.",
    ],
)
def test_distance_that_may_be_right_rings_no_alarm(text: str) -> None:
    """Roads wind, towns spread, and names are borne by many places."""
    assert checked(text) == []


def test_border_of_the_incident_is_told_once() -> None:
    """It is looked at beside the name and in the sentence of the incident."""
    assert len(checked("Gunmen attacked Bamako, near the border with Niger, killing two.")) == 1
