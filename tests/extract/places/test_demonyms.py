"""Words that name a place by its people or its adjective."""

from __future__ import annotations

from functools import cache

import pytest

from factories import a_report, analysed
from onrecord.extract import places
from onrecord.model import DemonymMention, PlaceMention
from onrecord.registry import MentionReader
from onrecord.resources import open_library


@cache
def reader() -> MentionReader:
    """Return the reader of places with the data that ships."""
    return places.build(open_library())


def demonyms_in(text: str) -> list[tuple[str, str]]:
    """Return the demonyms of a text, each with the name of its place."""
    return [
        (mention.span.of(text), mention.place.name)
        for mention in reader()(a_report(text), analysed(text))
        if isinstance(mention, DemonymMention)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Eleven Algerians were freed.", [("Algerians", "Algeria")]),
        ("An Irishman was among the hostages.", [("Irishman", "Ireland")]),
        ("Two Filipina nurses were unhurt.", [("Filipina", "Philippines")]),
        (
            "A Texan oil worker fled with two South Africans.",
            [("Texan", "Texas"), ("South Africans", "South Africa")],
        ),
        ("Chechen fighters held the road.", [("Chechen", "Chechnya")]),
        ("European ministers met on Friday.", [("European", "Europe")]),
        ("The Russian Foreign Ministry confirmed it.", [("Russian", "Russia")]),
        ("U.S. officials gave no comment.", [("U.S.", "United States")]),
        (
            "A POLISH PRIEST WAS KIDNAPPED IN COLOMBIA, PERUVIAN POLICE SAID ON MONDAY.",
            [("POLISH", "Poland"), ("PERUVIAN", "Peru")],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_people_and_adjectives_name_their_place(text: str, found: list[tuple[str, str]]) -> None:
    """Of nations by their own table, of other places by `demonyms`."""
    assert demonyms_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "American Airlines cancelled the flight.",
        "He spoke French language classes.",
        "Leaders of Native Americans were invited.",
        "The road to Saudi Arabia was closed.",
        "Monday was calm.",
    ],
)
def test_other_words_name_no_people(text: str) -> None:
    """A firm, a language, an indigenous people, a country's own name, a verb."""
    assert demonyms_in(text) == []


def test_a_nation_named_by_its_people_says_where_a_town_is() -> None:
    """ "Libyan militias" makes Tripoli the Libyan one."""
    for people, country in (("Libyan", "LY"), ("Lebanese", "LB")):
        text = f"{people} militias fought in Tripoli on Monday."
        found = reader()(a_report(text), analysed(text))
        (tripoli,) = [one for one in found if one.span.of(text) == "Tripoli"]
        assert isinstance(tripoli, PlaceMention)
        assert tripoli.place.country == country
