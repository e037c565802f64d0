"""Places named in a report: which they are, where, and what the name does there."""

from __future__ import annotations

import dataclasses
import logging
from functools import cache

import pytest

from factories import a_report, analysed
from onrecord.extract import places
from onrecord.extract.places.reader import PlaceReader
from onrecord.model import PlaceMention, PlaceUse, Span
from onrecord.registry import MentionReader
from onrecord.resources import open_library


@cache
def reader() -> MentionReader:
    """Return the reader of places with the data that ships."""
    return places.build(open_library())


def places_in(text: str) -> tuple[PlaceMention, ...]:
    """Return the places a text names."""
    found = reader()(a_report(text), analysed(text))
    return tuple(mention for mention in found if isinstance(mention, PlaceMention))


def named_in(text: str) -> list[str]:
    """Return the words of the places a text names."""
    return [mention.span.of(text) for mention in places_in(text)]


def the_place(text: str, name: str) -> PlaceMention:
    """Return the place of a name in a text."""
    (first, *_) = [mention for mention in places_in(text) if mention.span.of(text) == name]
    return first


@pytest.mark.parametrize(
    ("text", "name", "country", "point"),
    [
        ("The buses came from In Amenas on Sunday.", "In Amenas", "DZ", (28.0, 9.6)),
        ("In Amenas, three men were missing.", "In Amenas", "DZ", (28.0, 9.6)),
        ("They searched the pumping station at Tiguentourine.", "Tiguentourine", "DZ", (27.9, 9.1)),
        ("Protesters marched through Algiers, the capital.", "Algiers", "DZ", (36.7, 3.1)),
        ("A spokeswoman in Tokyo gave no details.", "Tokyo", "JP", (35.7, 139.7)),
        ("Gunmen opened fire at a cafe in Ouagadougou.", "Ouagadougou", "BF", (12.4, -1.5)),
        ("Two blasts hit a market in Maiduguri.", "Maiduguri", "NG", (11.8, 13.2)),
        ("The girls were taken from a school in Chibok.", "Chibok", "NG", (10.9, 12.8)),
        ("Rockets fell near the airport in Kidal.", "Kidal", "ML", (18.4, 1.4)),
        ("Shrines in Timbuktu were torn down.", "Timbuktu", "ML", (16.8, -3.0)),
        ("The consulate in Benghazi burned.", "Benghazi", "LY", (32.1, 20.1)),
        ("Iraqi troops moved into Mosul.", "Mosul", "IQ", (36.3, 43.1)),
        ("Air strikes on Raqqa killed 20.", "Raqqa", "SY", (36.0, 39.0)),
        ("The convoy left Deir ez-Zor at dawn.", "Deir ez-Zor", "SY", (35.3, 40.1)),
        ("A bomb went off in Peshawar on Friday.", "Peshawar", "PK", (34.0, 71.6)),
        ("Lawyers were killed at a hospital in Quetta.", "Quetta", "PK", (30.2, 67.0)),
        ("The governor of Kandahar was unhurt.", "Kandahar", "AF", (31.6, 65.7)),
        ("Shelling of Aleppo resumed.", "Aleppo", "SY", (36.2, 37.2)),
        ("Separatists in Cabinda fired on a bus.", "Cabinda", "AO", (-5.5, 12.2)),
        ("Oil workers were seized in Port Harcourt.", "Port Harcourt", "NG", (4.8, 7.0)),
        ("Youths blocked the road to Warri.", "Warri", "NG", (5.5, 5.8)),
        ("Rebels attacked an army post in Arauca.", "Arauca", "CO", (7.1, -70.8)),
        ("A refinery in Barrancabermeja was hit.", "Barrancabermeja", "CO", (7.1, -73.9)),
        ("The minister flew to Bogota.", "Bogota", "CO", (4.6, -74.1)),
        ("Fighting spread to San Salvador.", "San Salvador", "SV", (13.7, -89.2)),
        ("Guerrillas held parts of Soyapango.", "Soyapango", "SV", (13.7, -89.1)),
        ("Soldiers died in an ambush in Chalatenango.", "Chalatenango", "SV", (14.0, -88.9)),
        ("Villagers in Ayacucho fled.", "Ayacucho", "PE", (-13.2, -74.2)),
        ("Hundreds were held in a school in Beslan.", "Beslan", "RU", (43.2, 44.5)),
        ("A lorry ploughed into crowds in Nice.", "Nice", "FR", (43.7, 7.3)),
        ("Smugglers cross the Sahara at night.", "Sahara", None, (23.0, 10.0)),
        ("A jet crashed in Sinai.", "Sinai", "EG", (29.5, 33.8)),
        ("Drought has struck the Sahel.", "Sahel", None, (14.5, 2.0)),
        ("Pirates boarded a ship in the Gulf of Aden.", "Gulf of Aden", None, (12.5, 47.5)),
        ("Two tankers burned in the Strait of Hormuz.", "Strait of Hormuz", None, (26.6, 56.3)),
        ("Monks were shot in Burma.", "Burma", "MM", (21.0, 96.0)),
        ("A ferry sank off the coast of Zanzibar.", "Zanzibar", "TZ", (-6.1, 39.3)),
        ("Troops patrolled the Niger Delta.", "Niger Delta", "NG", (5.0, 6.2)),
    ],
)
def test_a_place_is_found_where_it_lies(
    text: str, name: str, country: str | None, point: tuple[float, float]
) -> None:
    """Towns, regions, seas and sites of many countries, each in a sentence of its own."""
    place = the_place(text, name).place
    assert place.country == country
    assert (place.latitude, place.longitude) == pytest.approx(point, abs=1.0)
    assert place.uncertainty_m is not None


@pytest.mark.parametrize(
    "text",
    [
        "Mr Jackson and Mrs Lincoln were unhurt.",
        "Eleven Algerian and two French nationals were freed.",
        "U.S. officials gave no comment.",
        "The Israeli army fired on the Lebanese village.",
        "On Monday, the minister spoke.",
        "Nobody was hurt.",
        'She was unhurt. "I ran," said Georgia.',
    ],
    ids=lambda text: text,
)
def test_people_adjectives_and_days_are_no_places(text: str) -> None:
    """A demonym names people, a surname one person."""
    assert named_in(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ouallam residents fled at dawn.", ["Ouallam"]),
        ("Chibok, in Borno State, is quiet.", ["Chibok", "Borno State"]),
        ("They met near Ouallam, in northern Tillabéri.", ["Ouallam", "Tillabéri"]),
    ],
)
def test_a_small_town_is_told_by_who_lives_there_or_what_holds_it(
    text: str, found: list[str]
) -> None:
    """Where the engine takes it for no name, or for another."""
    assert named_in(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He works for Boston Scientific and for Phoenix Holdings.", []),
        ("A ferry sank off Cox's Bazar on Sunday.", ["Cox's Bazar"]),
        ("The lorry left for Gao at dawn.", ["Gao"]),
        ("They came from the town of Reading.", ["Reading"]),
    ],
)
def test_names_are_read_whole_and_firms_left_out(text: str, found: list[str]) -> None:
    """A mark inside a name does not end it; a firm called after a town is not in it."""
    assert named_in(text) == found


def test_the_kind_beside_a_name_decides_between_town_and_province() -> None:
    """Khartoum is the city, Khartoum state the state."""
    for text, feature in (
        ("Troops fought in Khartoum, Sudan.", "city"),
        ("Troops fought in Khartoum state, Sudan.", "admin1"),
    ):
        assert the_place(text, "Khartoum").place.feature == feature


def test_a_place_of_another_nation_is_not_the_one_told() -> None:
    """No Tawila of Sudan is known; Yemen has one, and Tula is a city of that alternate name."""
    assert the_place("Twelve died in Tawila, Sudan.", "Tawila").place.latitude is None


def test_in_before_a_name_is_not_swallowed() -> None:
    """Few towns are called "In"."""
    assert named_in("In Kidal, two soldiers died.") == ["Kidal"]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            "He drove from Springfield, Illinois, to Springfield, Missouri.",
            ["Illinois", "Missouri"],
        ),
        ("The van was found in Springfield, Ill.", ["Illinois"]),
        ("Police in Springfield, Mass., made an arrest.", ["Massachusetts"]),
    ],
)
def test_what_stands_behind_a_town_says_which_it_is(text: str, states: list[str]) -> None:
    """A state holds its own Springfield."""
    found = [mention for mention in places_in(text) if mention.span.of(text) == "Springfield"]
    assert [mention.place.within[0] for mention in found] == states


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The Ontario man lives in London, Ontario.", "London", "CA"),
        ("A court in Tripoli, Lebanon, freed him.", "Tripoli", "LB"),
        ("Libyan militias fought in Tripoli on Monday.", "Tripoli", "LY"),
        ("Police in Hyderabad, Pakistan, found a bomb.", "Hyderabad", "PK"),
        ("Indian police in Hyderabad held two men.", "Hyderabad", "IN"),
        ("Georgia accused Russia of bombing Gori.", "Georgia", "GE"),
        ("A tornado hit Atlanta and other towns in Georgia.", "Georgia", "US"),
        ("Venezuelan soldiers patrolled Valencia.", "Valencia", "VE"),
        ("Spanish police raided flats in Valencia.", "Valencia", "ES"),
        ("Cordoba, in Argentina, saw looting.", "Cordoba", "AR"),
    ],
)
def test_the_rest_of_the_report_tells_which_place_is_meant(
    text: str, name: str, country: str
) -> None:
    """Countries, their people and neighbouring towns decide between places of one name."""
    assert the_place(text, name).place.country == country


def test_a_province_is_asked_for_by_its_kind() -> None:
    """Kandahar the province is not Kandahar the city."""
    text = "Three policemen were shot in Kandahar province, in Afghanistan."
    mention = the_place(text, "Kandahar")
    assert mention.place.feature == "admin1"
    assert mention.extent.of(text) == "Kandahar province"


def test_a_name_of_no_entry_is_a_place_without_coordinates() -> None:
    """Unknown is None, never a guess."""
    mention = the_place("They were found near the village of Qarzatown.", "Qarzatown")
    assert mention.place.latitude is None
    assert mention.place.uncertainty_m is None
    assert mention.candidates == ()


def test_a_town_abroad_is_not_the_district_asked_for() -> None:
    """An alternate name of an Iranian town does not place an Afghan district."""
    text = "Afghan police said the men came from Nika district."
    assert the_place(text, "Nika").place.latitude is None


def test_candidates_are_shown_best_first_with_reasons() -> None:
    """Nobody has to take our word for it."""
    found = the_place("Indian police in Hyderabad held two men.", "Hyderabad").candidates
    assert 2 <= len(found) <= 5
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert all(0 <= each.score <= 1 and each.reason for each in found)
    assert "in the country of other places named" in found[0].reason


def test_a_place_says_what_it_lies_in() -> None:
    """From the province to the country."""
    assert the_place("A bomb went off in Peshawar.", "Peshawar").place.within == (
        "Khyber Pakhtunkhwa",
        "Pakistan",
    )


@pytest.mark.parametrize(
    ("text", "name", "relation", "extent"),
    [
        (
            "The well lies close to the border with Chad.",
            "Chad",
            "close to the border with",
            "close to the border with Chad",
        ),
        (
            "The mine is 120 km (75 miles) south-west of Lima.",
            "Lima",
            "120 km (75 miles) south-west of",
            "120 km (75 miles) south-west of Lima",
        ),
        (
            "The plant is about 1,100 km from the capital, Tripoli.",
            "Tripoli",
            "about 1,100 km from",
            "about 1,100 km from the capital, Tripoli",
        ),
        ("The bodies were found south of Baghdad.", "Baghdad", "south of", "south of Baghdad"),
        ("Soldiers were ambushed near Kidal.", "Kidal", "near", "near Kidal"),
        ("The plane came down just outside Goma.", "Goma", "just outside", "just outside Goma"),
        (
            "A boat was found off the northern coast of Yemen.",
            "Yemen",
            "off the northern coast of",
            "off the northern coast of Yemen",
        ),
        (
            "A truck was hit on the road to Kirkuk.",
            "Kirkuk",
            "on the road to",
            "on the road to Kirkuk",
        ),
    ],
)
def test_a_relation_places_something_else(text: str, name: str, relation: str, extent: str) -> None:
    """What is near a border is not in the other country."""
    mention = the_place(text, name)
    assert mention.use is PlaceUse.RELATION
    assert mention.relation == relation
    assert mention.extent.of(text) == extent


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nigeria has asked its neighbours for help.", "Nigeria"),
        ("Ankara denied the report, but Turkey said it was checking.", "Turkey"),
        ("The deal allowed France to use the base.", "France"),
        ("Talks between Chad and Sudan failed.", "Sudan"),
        ("Kenya's government sent troops.", "Kenya"),
        ("Texas officials gave no details.", "Texas"),
        ("He studied at the University of Nairobi.", "Nairobi"),
    ],
)
def test_a_name_may_stand_for_a_body(text: str, name: str) -> None:
    """A government that speaks is not where something happened."""
    assert the_place(text, name).use is PlaceUse.BODY


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A bomb exploded in Nigeria.", "Nigeria"),
        ("An earthquake hit Turkey on Tuesday.", "Turkey"),
        ("Fighters came from Mali's northern desert.", "Mali"),
        ("Two men were killed in southern Yemen.", "Yemen"),
    ],
)
def test_a_name_may_say_where(text: str, name: str) -> None:
    """Prepositions, blows and borders are about ground."""
    assert the_place(text, name).use is PlaceUse.LOCATION


@pytest.mark.parametrize(
    ("text", "name", "facility", "extent"),
    [
        (
            "Rebels seized the Palma gas field on Friday.",
            "Palma",
            "gas field",
            "the Palma gas field",
        ),
        (
            "Troops surrounded the miners' camp at Marikana.",
            "Marikana",
            "camp",
            "the miners' camp at Marikana",
        ),
        (
            "A bomber struck a police station in Quetta.",
            "Quetta",
            "police station",
            "a police station in Quetta",
        ),
        ("A fire broke out at the Abqaiq refinery.", "Abqaiq", "refinery", "the Abqaiq refinery"),
        (
            "Gunmen stormed a luxury hotel in Bamako.",
            "Bamako",
            "luxury hotel",
            "a luxury hotel in Bamako",
        ),
    ],
)
def test_an_installation_is_told_with_its_place(
    text: str, name: str, facility: str, extent: str
) -> None:
    """The gas field at a town is at that town, and is a gas field."""
    mention = the_place(text, name)
    assert (mention.use, mention.facility) == (PlaceUse.LOCATION, facility)
    assert mention.extent.of(text) == extent


def test_an_installation_belongs_to_its_nearest_place() -> None:
    """The country behind it holds it; it is no second installation."""
    text = "Rebels seized the Palma gas field in northern Mozambique."
    mention = the_place(text, "Mozambique")
    assert mention.facility is None
    assert mention.extent.of(text) == "northern Mozambique"


def test_a_direction_belongs_to_the_extent_not_to_the_name() -> None:
    """Southern Algeria is a part of Algeria."""
    text = "The convoy was attacked in southern Algeria."
    mention = the_place(text, "Algeria")
    assert mention.extent.of(text) == "southern Algeria"
    assert mention.place.country == "DZ"


def test_neighbours_in_a_list_are_each_a_place() -> None:
    """Joining words join names only where the gazetteer has them whole."""
    assert named_in("Fighting hit Iraq, Syria and Trinidad and Tobago.") == [
        "Iraq",
        "Syria",
        "Trinidad and Tobago",
    ]


def test_a_report_in_capitals_has_its_places() -> None:
    """Names that are common words too are known by their size."""
    text = (
        "A CAR BOMB EXPLODED NEAR A BANK IN LIMA, PERU, LAST NIGHT. POLICE SAID GUERRILLAS FROM "
        "AYACUCHO WERE RESPONSIBLE FOR THE ATTACK. EL SALVADOR CONDEMNED IT."
    )
    assert named_in(text) == ["LIMA", "PERU", "AYACUCHO", "EL SALVADOR"]


@pytest.mark.parametrize(
    "text",
    ["\u201c\u201d \u2018", "a", "(((", "\U0001f600 \U0001f525 Kabul", "- - -", "In", "of the"],
)
def test_odd_text_is_no_error(text: str) -> None:
    """Whatever the words are, the reader returns."""
    for mention in places_in(text):
        assert mention.span.of(text)


def test_without_the_gazetteer_nations_and_regions_are_found(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Less is resolved, and the log says so once."""
    # given
    library = open_library()
    manifest = {name: row for name, row in library.manifest.items() if name != "gazetteer"}
    smaller = dataclasses.replace(library, manifest=manifest)
    text = "A bomb exploded in Quetta, Pakistan, and pirates sailed the Gulf of Aden."
    # when
    with caplog.at_level(logging.WARNING):
        read = places.build(smaller)
    found = read(a_report(text), analysed(text))
    # then
    assert len(caplog.records) == 1
    placed = {
        mention.span.of(text): mention.place.latitude is not None
        for mention in found
        if isinstance(mention, PlaceMention)
    }
    assert placed == {"Quetta": False, "Pakistan": True, "Gulf of Aden": True}


def test_given_spans_are_resolved_alone() -> None:
    """Resolution can be measured apart from recognition."""
    text = "Algerians fled to Tunis."
    spans = [Span(0, 9), Span(18, 23)]
    found = PlaceReader.of(open_library()).at(analysed(text), spans)
    assert [mention.place.country for mention in found] == ["DZ", "TN"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels burned Quimbatara village at dawn.", "Quimbatara"),
        ("Rebels burned the town of Quimbatara at dawn.", "Quimbatara"),
        ("THE REBELS BURNED A BUS IN QUIMBATARA LAST NIGHT.", "QUIMBATARA"),
        ("A BOMB WENT OFF IN THE EL TAMBORAL NEIGHBORHOOD, THE POLICE REPORTED.", "EL TAMBORAL"),
    ],
    ids=["kind behind", "kind before", "in capitals, behind in", "in capitals, kind behind"],
)
def test_a_kind_makes_an_unlisted_name_a_place(text: str, name: str) -> None:
    """Villages and quarters that no list has are told by what the report calls them."""
    assert name in named_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "A Spanish village was burned.",
        "THE UCR DISTRICT OFFICES WERE BURNED IN THE NATIONAL POLICE RAID OF LAST NIGHT.",
        "THESE TOWNS WERE BURNED.",
    ],
    ids=["people", "initials", "determiner"],
)
def test_what_is_no_name_is_no_place_before_a_kind(text: str) -> None:
    """Words for peoples, initials and determiners name no village."""
    assert named_in(text) == []
