"""Bodies and people named in a report: who they are and which names are one body."""

from __future__ import annotations

from functools import cache

import pytest

from factories import a_report, analysed
from onrecord.extract import entities
from onrecord.model import EntityKind, EntityMention, EntityRef
from onrecord.registry import MentionReader
from onrecord.resources import open_library


@cache
def reader() -> MentionReader:
    """Return the reader of entities with the data that ships."""
    return entities.build(open_library())


def mentions_in(text: str) -> tuple[EntityMention, ...]:
    """Return the mentions of bodies in a text."""
    found = reader()(a_report(text), analysed(text))
    return tuple(mention for mention in found if isinstance(mention, EntityMention))


def bodies_in(text: str, kind: EntityKind) -> list[EntityRef]:
    """Return the bodies of one kind, each once, in order."""
    found = {mention.group: mention.entity for mention in mentions_in(text)}
    return [entity for entity in found.values() if entity.kind is kind]


def names_in(text: str, kind: EntityKind) -> list[str]:
    """Return the names of the bodies of one kind."""
    return [entity.name for entity in bodies_in(text, kind)]


@pytest.mark.parametrize(
    ("text", "name", "country", "role"),
    [
        ("Two men worked for Norwegian oil firm Nordolje.", "Nordolje", "NO", "oil firm, employer"),
        ("The Polish engineering firm BCD Corp built it.", "BCD Corp", "PL", "engineering firm"),
        ("Malian state company Soramine shut the mine.", "Soramine", "ML", "state company"),
        (
            "Bonatti, an Italian construction company, said it was checking.",
            "Bonatti",
            "IT",
            "Italian construction company",
        ),
        ("Barrick Gold Corp halted work.", "Barrick Gold Corp", "CA", None),
        ("Employees of Chevron were flown out of Warri.", "Chevron", "US", None),
        ("The pipeline is operated by Oleoductos SA.", "Oleoductos SA", None, "operator"),
    ],
    ids=lambda value: value,
)
def test_companies_are_told_by_the_words_around_them(
    text: str, name: str, country: str | None, role: str | None
) -> None:
    """Trade and role come from the report's words, a country from them or from the register."""
    (company,) = bodies_in(text, EntityKind.COMPANY)
    assert (company.name, company.country, company.role) == (name, country, role)


@pytest.mark.parametrize(
    ("text", "name", "scheme", "value"),
    [
        ("Vale (VALE3.SA) closed the pit.", "Vale", "ric", "VALE3.SA"),
        ("Nagoya Plant Works (1234.T) sent a team.", "Nagoya Plant Works", "ric", "1234.T"),
        ("Royal Dutch Shell (RDSa.L) left.", "Royal Dutch Shell", "ric", "RDSa.L"),
        ("Exxon Mobil (NYSE: XOM) left.", "Exxon Mobil", "ticker", "XOM"),
        ("Tesla ($TSLA) closed its plant.", "Tesla", "ticker", "TSLA"),
    ],
)
def test_a_code_identifies_the_company_before_it(
    text: str, name: str, scheme: str, value: str
) -> None:
    """The code is kept as written, with its span."""
    (mention,) = mentions_in(text)
    (identifier,) = (code for code in mention.entity.identifiers if code.is_written)
    assert mention.entity.name == name
    assert (identifier.scheme, identifier.value) == (scheme, value)
    assert [span.of(text) for span in mention.identifier_spans] == [value]


def test_partners_in_a_joint_venture_say_so() -> None:
    """All of the list are partners; the venture operates the field, and so they do."""
    text = (
        "The mine is operated by a joint venture including Vale (VALE3.SA), Danish mining firm "
        "Norda (NRD.CO) and Malian state company Soramine."
    )
    found = bodies_in(text, EntityKind.COMPANY)
    assert [(each.name, each.country) for each in found] == [
        ("Vale", "BR"),
        ("Norda", "DK"),
        ("Soramine", "ML"),
    ]
    assert [each.role for each in found] == [
        "operator, partner in the joint venture",
        "mining firm, operator, partner in the joint venture",
        "state company, operator, partner in the joint venture",
    ]


def test_a_venture_may_have_a_name_of_its_own() -> None:
    """A name put together from its partners' is a venture's."""
    text = "BCD has a deal with the Soramine-Vale-Norda Association for work there."
    assert names_in(text, EntityKind.JOINT_VENTURE) == ["Soramine-Vale-Norda Association"]


def test_a_name_without_its_form_of_law_is_the_same_company() -> None:
    """What was a company once is one everywhere."""
    text = "BCD Corporation sent a team. BCD said the team was safe."
    groups = {mention.group for mention in mentions_in(text)}
    (company,) = bodies_in(text, EntityKind.COMPANY)
    assert len(groups) == 1
    assert (company.name, company.aliases) == ("BCD Corporation", ("BCD",))


def test_names_merely_alike_stay_apart() -> None:
    """Whether one is a slip of the other is for a desk check to ask."""
    text = (
        "Workers of the engineering firm BDC Corp (1234.WA) were taken. The men work for the "
        "engineering firm BCD Corporation."
    )
    assert names_in(text, EntityKind.COMPANY) == ["BDC Corp", "BCD Corporation"]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Three men died, Egypt's MENA news agency reported.", "MENA", "EG"),
        ("Xinhua reported the blast.", "Xinhua", "CN"),
        ("The men were safe, Kyodo said, quoting a diplomat.", "Kyodo", "JP"),
        ("He told Agence France-Presse that he was free.", "Agence France-Presse", "FR"),
        ("State-run Anadolu news agency said four died.", "Anadolu", "TR"),
        ("Mauritania's ANI news agency received a call.", "ANI", "MR"),
        ("India's ANI news agency received a call.", "ANI", "IN"),
        ("A spokesman told Reuters.", "Reuters", "GB"),
        ("The Saudi Press Agency named the dead.", "Saudi Press Agency", "SA"),
    ],
)
def test_news_agencies_are_known_with_their_country(text: str, name: str, country: str) -> None:
    """Where two share a name, the country beside it decides."""
    (agency,) = bodies_in(text, EntityKind.NEWS_AGENCY)
    assert (agency.name, agency.country) == (name, country)


def test_an_agency_of_a_shared_name_has_no_country_of_its_own() -> None:
    """Two agencies are called ANI; nothing here says which."""
    (agency,) = bodies_in("ANI reported that the men were alive.", EntityKind.NEWS_AGENCY)
    assert agency.country is None


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Al Shabaab said it fired the mortars.", "Al Shabaab", "SO"),
        ("Boko Haram fighters burned the village.", "Boko Haram", "NG"),
        ("Two policemen were shot by ETA.", "ETA", "ES"),
        ("ELN rebels blew up a pylon.", "ELN", "CO"),
        ("Shining Path guerrillas killed a mayor.", "Shining Path", "PE"),
        ("The Tehrik-i-Taliban Pakistan denied it.", "Tehrik-i-Taliban Pakistan", "PK"),
        ("Abu Sayyaf freed two hostages.", "Abu Sayyaf", "PH"),
        ("Naxalites ambushed a convoy.", "Naxalites", "IN"),
        ("The Lord’s Resistance Army crossed the river.", "Lord’s Resistance Army", "UG"),
        ("Islamic State said its men did it.", "Islamic State", None),
        ("MEND said it had attacked the platform.", "MEND", "NG"),
        ("The Zetas killed the editor.", "Zetas", "MX"),
    ],
)
def test_armed_groups_are_known_by_name(text: str, name: str, country: str | None) -> None:
    """A group of several countries, or none, gives none."""
    (group,) = bodies_in(text, EntityKind.ARMED_GROUP)
    assert (group.name, group.country, group.named) == (name, country, True)


@pytest.mark.parametrize(
    "text",
    [
        "He studied physics at MIT in Boston.",
        "The team played in a TIP-sponsored cup.",
        "Prices in the US rose; IS analysts said.",
    ],
)
def test_an_abbreviation_needs_support(text: str) -> None:
    """Three letters are many things; a group only with a word or a country for it."""
    assert names_in(text, EntityKind.ARMED_GROUP) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "An al Qaeda-linked group operating in the Sinai said it did it.",
            "al Qaeda-linked group operating in the Sinai",
        ),
        (
            "Fighters under the command of Omar Teldi hold the men.",
            "fighters under the command of Omar Teldi",
        ),
        ("Suspected Islamist militants attacked the post.", "Islamist militants"),
        ("Five masked gunmen stormed the bank.", "masked gunmen"),
        ("A faction loyal to Khalil Dao attacked at dawn.", ""),
        ("A little-known armed group claimed it.", "little-known armed group"),
        ("Somali pirates boarded the tanker.", "Somali pirates"),
        ("At least three attackers were killed.", "attackers"),
    ],
)
def test_groups_without_a_name_are_described(text: str, name: str) -> None:
    """Counts, articles and doubt are left off; a "faction" needs a word of fighting."""
    found = [each for each in bodies_in(text, EntityKind.ARMED_GROUP) if not each.named]
    assert [each.name for each in found] == ([name] if name else [])


@pytest.mark.parametrize(
    "text",
    [
        "Rebel leaders met in Geneva.",
        "Fighter jets flew over the town.",
        "A group of tourists left the hotel.",
        "The company's news network was down.",
    ],
)
def test_other_groups_are_not_armed(text: str) -> None:
    """A noun that only sorts another, or a body without a word of fighting, is none."""
    assert names_in(text, EntityKind.ARMED_GROUP) == []


def test_the_gunmen_are_those_told_of_before() -> None:
    """A bare noun with "the" points back."""
    text = "Masked gunmen stormed the bank. The gunmen fled in a van."
    assert names_in(text, EntityKind.ARMED_GROUP) == ["masked gunmen"]


def test_his_group_is_that_of_the_person_named() -> None:
    """A possessive is resolved within its sentence."""
    text = "Omar Teldi left last year. Teldi set up his own armed Islamist group in May."
    (group,) = bodies_in(text, EntityKind.ARMED_GROUP)
    assert group.name == "Teldi's own armed Islamist group"


def test_an_abbreviation_in_brackets_is_an_alias() -> None:
    """From there on both are one body."""
    text = (
        "The Revolutionary Armed Forces of Colombia (FARC) said it shot down the plane. FARC "
        "rebels hold the crew."
    )
    (group,) = bodies_in(text, EntityKind.ARMED_GROUP)
    assert group.name == "Revolutionary Armed Forces of Colombia"
    assert group.aliases == ("FARC",)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The Danish government had no comment.", "Danish government", "DK"),
        ("The Polish Foreign Ministry was checking.", "Polish Foreign Ministry", "PL"),
        ("Peruvian Interior Ministry officials gave no toll.", "Peruvian Interior Ministry", "PE"),
        ("Turkey's Interior Ministry named the men.", "Interior Ministry", "TR"),
        ("The Ministry of Mines closed the pit.", "Ministry of Mines", None),
        ("The White House condemned the attack.", "White House", "US"),
        ("Mali has asked its neighbours for help.", "Mali", "ML"),
        ("The government of Malta refused.", "government of Malta", "MT"),
        ("The U.S. State Department urged caution.", "State Department", "US"),
    ],
)
def test_governments_are_told_with_their_nation(text: str, name: str, country: str | None) -> None:
    """Ministries, governments, and nations that act."""
    (body,) = bodies_in(text, EntityKind.GOVERNMENT)
    assert country == body.country
    assert body.name.endswith(name)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Malian troops surrounded the hotel.", "Malian troops", "ML"),
        ("Riot police fired tear gas.", "riot police", None),
        ("Security forces sealed off the street.", "security forces", None),
        ("The Philippine navy freed the crew.", "Philippine navy", "PH"),
        ("Police found two bodies.", "police", None),
        ("The Colombian National Police held him.", "Colombian National Police", "CO"),
    ],
)
def test_forces_are_told_with_their_state(text: str, name: str, country: str | None) -> None:
    """An adjective says whose they are."""
    (force,) = bodies_in(text, EntityKind.SECURITY_FORCE)
    assert (force.name, force.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Police chief John Roe said two men died.", "John Roe", "Police chief"),
        ("Interior Minister Jane Harl said so.", "Jane Harl", "Interior Minister"),
        (
            "Ada Finn, a spokeswoman for the hospital, said six died.",
            "Ada Finn",
            "spokeswoman for the hospital",
        ),
        ("Militants led by Omar Teldi took the town.", "Omar Teldi", "commander"),
        ("Peter Hahn left the country on Monday.", "Peter Hahn", None),
    ],
)
def test_people_are_told_with_what_they_do(text: str, name: str, role: str | None) -> None:
    """By the title before the name or the description behind it."""
    (person,) = bodies_in(text, EntityKind.PERSON)
    assert (person.name, person.role) == (name, role)


def test_a_surname_alone_is_the_person_named_in_full() -> None:
    """Whatever the engine takes the surname for."""
    text = "Omar Teldi was seen near Gao. Teldi is wanted in France. Officials fear Teldi."
    (person,) = bodies_in(text, EntityKind.PERSON)
    assert (person.name, person.aliases) == ("Omar Teldi", ("Teldi",))
    assert sum(mention.entity == person for mention in mentions_in(text)) == 3


def test_a_report_in_capitals_has_its_bodies() -> None:
    """Names get the capitals that names have."""
    text = (
        "THE FARABUNDO MARTI NATIONAL LIBERATION FRONT (FMLN) SAID ITS GUERRILLAS ATTACKED AN ARMY "
        "POST. THE SPANISH FOREIGN MINISTRY CONDEMNED THE ATTACK, WHO EVER WAS BEHIND IT."
    )
    assert "Farabundo Marti National Liberation Front" in names_in(text, EntityKind.ARMED_GROUP)
    assert names_in(text, EntityKind.GOVERNMENT) == ["Spanish Foreign Ministry"]
    assert names_in(text, EntityKind.ORGANISATION) == []


@pytest.mark.parametrize(
    "text",
    ["\u201c\u201d \u2018", "a", "(((", "(BP.L)", "\U0001f600 \U0001f525", "'s", "- - -", "$BP"],
)
def test_odd_text_is_no_error(text: str) -> None:
    """Whatever the words are, the reader returns."""
    for mention in mentions_in(text):
        assert mention.span.of(text)
