"""Bodies that tables list: what supports a name, what speaks against it, which of several it is."""

from __future__ import annotations

from functools import cache

import pytest

from factories import a_report, analysed
from onrecord.extract import entities
from onrecord.extract.entities.tables import Listed, agencies, armed_groups, institutions
from onrecord.model import EntityKind, EntityMention
from onrecord.registry import MentionReader
from onrecord.resources import open_library
from onrecord.resources.register import open_register

NONE_KNOWN: frozenset[str] = frozenset()


@cache
def reader() -> MentionReader:
    """Return the reader of entities with the data that ships."""
    return entities.build(open_library())


def found_in(text: str, kind: EntityKind) -> list[tuple[str, str | None]]:
    """Return name and country of the named bodies of one kind, in order."""
    return [
        (mention.name_span.of(text), mention.entity.country)
        for mention in reader()(a_report(text), analysed(text))
        if isinstance(mention, EntityMention)
        and mention.entity.kind is kind
        and mention.entity.named
    ]


@cache
def every() -> tuple[Listed, ...]:
    """Return all spellings of all tables."""
    library = open_library()
    return (
        *armed_groups(library.lexicon("armed-groups").entries["armed"]["groups"], NONE_KNOWN),
        *agencies(library.lexicon("news-agencies").entries["agencies"]["listed"], NONE_KNOWN),
        *institutions(library.lexicon("government-bodies").entries),
    )


def test_a_key_means_one_body() -> None:
    """Whoever looks a key up finds one row."""
    names: dict[str, set[str]] = {}
    for one in every():
        names.setdefault(one.ref, set()).add(one.name)
    assert [ref for ref, bearers in names.items() if len(bearers) > 1] == []


@pytest.mark.parametrize(
    ("spelling", "ref"),
    [
        ("Boko Haram", "armed-group:boko-haram"),
        ("AQIM", "armed-group:al-qaeda-in-the-islamic-maghreb"),
        ("Jiji Press", "agency:jiji"),
        ("State Department", "government:us-state-department"),
        ("Quai d'Orsay", "government:fr-quai-d-orsay"),
        ("Supreme Court", "government:supreme-court"),
        ("MSF", "organisation:medecins-sans-frontieres"),
    ],
)
def test_keys_are_stable(spelling: str, ref: str) -> None:
    """All spellings of a body have its key; accents are no part of it."""
    assert {one.ref for one in every() if one.spelling == spelling} == {ref}


def test_the_register_has_the_same_keys() -> None:
    """Whoever looks a body up by the name found gets the row that the reader means."""
    register = open_register(open_library())
    wanted = [one for one in every() if one.spelling == one.name]
    assert len(wanted) > 1_000
    for one in wanted:
        assert one.ref in {entry.ref for entry in register.find(one.name)}, one.name


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Two policemen were shot by ETA.", "ETA", "ES"),
        ("ETA killed a councillor in Bilbao.", "ETA", "ES"),
        ("The IRA gunman was held.", "IRA", None),
        ("He was born in Spain. Years later he joined the ETA.", "ETA", "ES"),
        ("He belonged to Peru's MRTA.", "MRTA", "PE"),
        ("He had left Colombia's AUC.", "AUC", "CO"),
        ("The RUF rebels left Sierra Leone.", "RUF", "SL"),
        ("The November 17 group shot an envoy.", "November 17", "GR"),
        ("Guatemala's URNG signed.", "URNG", "GT"),
        ("Fano militiamen took the town of Lalibela.", "Fano", "ET"),
        ("The Lions' Den militants fled from Nablus.", "Lions' Den", "PS"),
    ],
)
def test_short_and_common_names_need_support(text: str, name: str, country: str | None) -> None:
    """A telling word, a violent act or the country of the group."""
    assert found_in(text, EntityKind.ARMED_GROUP) == [(name, country)]


@pytest.mark.parametrize(
    "text",
    [
        "The plane from Spain has an ETA of 5 p.m.",
        "Spain said the revised ETA is noon.",
        "The ETA was given to the Spanish coastguard.",
        "Her IRA lost half its value.",
        "An IRA account in Ireland is taxed.",
        "The blast of November 17 killed six in Greece.",
        "The house at Fano was sold.",
        "The army of Syria and its white army horses paraded.",
    ],
)
def test_other_meanings_are_no_groups(text: str) -> None:
    """The country of the group alone makes no group of an hour of arrival or a date."""
    assert found_in(text, EntityKind.ARMED_GROUP) == []


def test_an_hour_of_arrival_is_none_beside_the_group_either() -> None:
    """A name once supported is not supported in its other meaning."""
    text = "ETA gunmen hijacked a ferry. The ferry has an ETA of 5 p.m."
    assert found_in(text, EntityKind.ARMED_GROUP) == [("ETA", "ES")]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("SLA fighters attacked a base in Sudan.", "SD"),
        ("SLA militiamen shelled a village in Lebanon.", "LB"),
        ("The SLA kidnapped an heiress in the United States.", "US"),
    ],
)
def test_the_country_decides_between_bearers_of_a_name(text: str, country: str) -> None:
    """Of one word or of several."""
    assert found_in(text, EntityKind.ARMED_GROUP) == [("SLA", country)]


def test_bearers_in_two_countries_are_told_apart_in_one_report() -> None:
    """A nation right before the name decides there."""
    text = "Mauritania's ANI news agency carried a photograph. India's ANI news agency did not."
    assert found_in(text, EntityKind.NEWS_AGENCY) == [("ANI", "MR"), ("ANI", "IN")]


@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [
        ("The Quai d'Orsay confirmed it.", EntityKind.GOVERNMENT, "FR"),
        ("Venezuela's PTJ arrested him.", EntityKind.SECURITY_FORCE, "VE"),
        ("The Bundeswehr lost a helicopter.", EntityKind.SECURITY_FORCE, "DE"),
        ("Colombia's Supreme Court threw it out.", EntityKind.GOVERNMENT, "CO"),
        ("The White House's view is known.", EntityKind.GOVERNMENT, "US"),
        ("ECOWAS lifted the embargo.", EntityKind.ORGANISATION, None),
    ],
)
def test_bodies_of_states_have_their_country(
    text: str, kind: EntityKind, country: str | None
) -> None:
    """That of the table, or the one named right before."""
    ((_, found),) = found_in(text, kind)
    assert found == country


def test_a_name_of_several_words_beside_another_nation_is_another_body() -> None:
    """Pakistan has a Foreign Office too."""
    found = found_in("Pakistan's Foreign Office denied it.", EntityKind.GOVERNMENT)
    assert [country for _, country in found] == ["PK"]


@pytest.mark.parametrize(
    "text",
    [
        "A man was shot outside the White House.",
        "They met in front of the Kremlin.",
        "Guards stood at the gates of the Elysee Palace.",
    ],
)
def test_a_seat_as_a_place_is_no_government(text: str) -> None:
    """Words of place before it make it the building."""
    assert found_in(text, EntityKind.GOVERNMENT) == []


def test_small_letters_are_no_name() -> None:
    """Each word that has a capital in the name has one in the text; nouns for bodies need none."""
    assert found_in("Orange volunteers served soup.", EntityKind.ARMED_GROUP) == []
    found = found_in("The Sinaloa cartel killed him.", EntityKind.ARMED_GROUP)
    assert found == [("Sinaloa cartel", "MX")]


@pytest.mark.parametrize(
    "text",
    [
        "Let the magic begin, the mayor of Lahore in Pakistan said.",
        "Robert McColl of the state Department of Natural Resources said so.",
        "The State Department of Labor in Albany closed the mine.",
    ],
)
def test_a_word_alike_or_a_longer_name_is_another(text: str) -> None:
    """Capitals inside a name count; what goes on with "of" is a name of its own."""
    assert found_in(text, EntityKind.ARMED_GROUP) == []
    assert [one for one in found_in(text, EntityKind.GOVERNMENT) if one[1] == "US"] == []


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The Supreme Court of Canada ruled.", "Supreme Court of Canada", "CA"),
        ("The Canadian Supreme Court ruled.", "Canadian Supreme Court", "CA"),
        ("Canada's Supreme Court ruled.", "Supreme Court", "CA"),
        ("The U.S. State Department knew.", "U.S. State Department", "US"),
        ("The Russian FSB knew.", "FSB", "RU"),
    ],
)
def test_the_nation_beside_belongs_to_a_name_of_several_words(
    text: str, name: str, country: str
) -> None:
    """Before it, not as a possessive, or behind it with "of"."""
    assert found_in(text, EntityKind.GOVERNMENT) == [(name, country)]


@pytest.mark.parametrize(
    "text",
    [
        "The National Security Council met on Sunday.",
        "The Commonwealth of Virginia tried him.",
        "The Commonwealth's attorney, Ann Lee, said so.",
    ],
)
def test_part_of_another_name_is_no_body_of_many(text: str) -> None:
    """The longer name is listed, or the short one is too common to stand alone."""
    words = {name for name, _ in found_in(text, EntityKind.ORGANISATION)}
    assert words.isdisjoint({"Security Council", "Commonwealth"})


@pytest.mark.parametrize(
    "text",
    [
        "THE ARMY SAID NOTHING. LET THE DEAD BE COUNTED, THE BISHOP OF LAHORE SAID.",
        "THE CROWD RAN AND SHOUTED. WHO WAS IN THE CAR WAS NOT KNOWN ON SUNDAY NIGHT.",
        "He fired at the door, NOT KNOWING WHO STOOD BEHIND IT, a neighbour said.",
    ],
)
def test_small_words_in_capitals_are_no_bodies(text: str) -> None:
    """The grammar tells "who" from the WHO."""
    for kind in (EntityKind.ARMED_GROUP, EntityKind.ORGANISATION):
        assert [name for name, _ in found_in(text, kind) if len(name) <= 3] == []
