"""The desk check for one body or person under two names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.checks import names
from onrecord.model import Citation, EntityKind, EntityMention, Query, Severity, Span
from readings import a_name, a_reading, a_report

COMPANY = EntityKind.COMPANY
PERSON = EntityKind.PERSON
GROUP = EntityKind.ARMED_GROUP
BODY = EntityKind.ORGANISATION
AGENCY = EntityKind.NEWS_AGENCY


def checked(left: str, right: str, kind: EntityKind, **more: str) -> tuple[Query, ...]:
    """Return what the check finds in a report that names these two."""
    report = a_report(f"It hired {left} in May. It later paid {right} again.")
    mentions = (
        a_name(report, left, kind=kind, code=more.get("code"), country=more.get("country")),
        a_name(
            report,
            right,
            group=1,
            kind=kind,
            code=more.get("other_code"),
            country=more.get("other_country"),
        ),
    )
    return names.CHECK.run(report, a_reading(report, *mentions))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Mott & Dalby Corp", "Mott & Dallby Corporation"),
        ("KDG Corp", "KGD Corporation"),
        ("KDG Ltd", "KGD Limited"),
        ("Tarkwa Minerals plc", "Tarwka Minerals plc"),
        ("Petrolandia SA", "Petrolanida SA"),
        ("Norsk Vannkraft ASA", "Norsk Vankraft ASA"),
        ("Halbeck GmbH", "Hallbeck GmbH"),
        ("Bank of Mombasa", "Bank of Mombassa"),
        ("Consolidated Diamond", "Consoldiated Diamond"),
        ("Consolidated Zinc Holdings", "Consolitaded Zinc Holdings"),
        ("Orient Telecom Inc", "Oreint Telecom Inc"),
        # Two vowels in each other's place.
        ("Halvorsen Boring Ltd", "Halverson Boring Ltd"),
    ],
)
def test_company_under_two_names_is_to_be_corrected(left: str, right: str) -> None:
    """One slip in a name that agrees otherwise: one of the two names is wrong."""
    (query,) = checked(left, right, COMPANY)
    assert query.severity is Severity.CORRECT
    assert left in query.message
    assert right in query.message


@pytest.mark.parametrize(
    ("left", "right"),
    [("Austrel", "Austral"), ("KDG", "KGD Inc"), ("Petrokam", "Petrokma")],
)
def test_company_with_nothing_else_in_common_is_asked_about(left: str, right: str) -> None:
    """A slip alone is a reason to ask, not to correct."""
    (query,) = checked(left, right, COMPANY)
    assert query.severity is Severity.QUERY


def test_one_country_speaks_for_one_company() -> None:
    """Two names of a Norwegian company that differ by a slip: one of them is wrong."""
    (query,) = checked("Austrel", "Austral", COMPANY, country="NO", other_country="NO")
    assert query.severity is Severity.CORRECT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Yusuf Daramola", "Daromola"),
        ("Benkhalfa", "Benkhlafa"),
        ("Samir Benkhalfa", "Samir Benkalfa"),
        ("Mohamed Raif", "Mohammed Raif"),
        ("Abdelrahmane Sifi", "Abderrahmane Sifi"),
        ("Jürgen Kloeckner", "Jurgen Klöckner"),
        ("Hakim al-Zubaydi", "Zubaidi"),
        # Two romanisations.
        ("Muhammad Raif", "Mohamed Raif"),
        ("Muammar Gaddafi", "Moammar Qadhafi"),
        ("Muammar Gaddafi", "Qaddafi"),
        ("Aleksandr Petrov", "Alexander Petrov"),
        ("Nuri Belmoukhtar", "Belmokhtar"),
        ("Osman Warsame", "Usman Warsame"),
        ("Bianca Marlett", "Marlet"),
        ("Abdikadir Jimale", "Abdiqadir Jimale"),
        # A letter doubled beside a name that agrees.
        ("Nils Addam", "Nils Adam"),
    ],
)
def test_person_under_two_names_is_misspelt_once(left: str, right: str) -> None:
    """Names from another alphabet have more than one spelling; one story should keep to one."""
    (query,) = checked(left, right, PERSON)
    assert query.severity is Severity.REFILE


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Jaish al-Fursan", "Jaish al-Fusran", GROUP),
        ("Lashkar-e-Taiba", "Lashkar-e-Toiba", GROUP),
        ("Rote Faust", "Rote Fuast", GROUP),
        ("Doctors for Health", "Docotrs for Health", BODY),
        ("Centre for Mine Safety", "Center for Mine Safety", BODY),
        ("Radio Kasama", "Radio Kasmaa", AGENCY),
    ],
)
def test_other_bodies_are_asked_about(left: str, right: str, kind: EntityKind) -> None:
    """A body may be another than it seems: only the reporter knows."""
    (query,) = checked(left, right, kind)
    assert query.severity is Severity.QUERY


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        # Other letters, but a body of its own.
        ("ABC Corp", "NBC Corp", COMPANY),
        ("KDB", "KGD", COMPANY),
        ("BP", "BHP", COMPANY),
        ("GE", "EG", COMPANY),
        ("Total", "Tokai", COMPANY),
        ("Eastern Airways", "Western Airways", COMPANY),
        ("Northern Rail", "Southern Rail", COMPANY),
        ("Gambia Airways", "Zambia Airways", COMPANY),
        ("Niger Petroleum", "Nigeria Petroleum", COMPANY),
        ("Slovakia Steel", "Slovenia Steel", COMPANY),
        ("Austria Telekom", "Australia Telekom", COMPANY),
        ("Iran Air", "Iraq Air", COMPANY),
        ("Bank of China", "Bank of India", COMPANY),
        ("Sentra Oil", "Sentra Gas", COMPANY),
        ("Sonara", "Sonatel-BP-Sonara Association", COMPANY),
        ("Radio One", "Radio Two", AGENCY),
        ("UNHCR", "UNICEF", BODY),
        ("MNLF", "MILF", GROUP),
        ("YPG", "YPJ", GROUP),
        ("5th Division", "6th Division", BODY),
        ("Group 21", "Group 12", BODY),
        ("Block IV", "Block VI", BODY),
        ("Third Brigade", "First Brigade", GROUP),
        ("Islamic Front", "Islamist Front", GROUP),
        ("Ansar al-Haqq", "Ansar al-Deen", GROUP),
        # The same body, in a form of its name.
        ("Tarkwa Minerals", "Tarkwa Minerals plc", COMPANY),
        ("Tarkwa Minerals Ltd", "Tarkwa Minerals Limited", COMPANY),
        ("Société Minière", "Societe Miniere", COMPANY),
        ("Algeria Telecom", "Algerian Telecom", COMPANY),
        ("State Railway", "State Railways", COMPANY),
        ("Miners’ Union", "Miners Union", BODY),
        ("Al-Nasr Front", "al-Nasr Front", GROUP),
        ("the Crescent Society", "Crescent Society's", BODY),
        # People of one family, or of like names.
        ("Karim Belaid", "Nadir Belaid", PERSON),
        ("Ivan Petrov", "Olga Petrova", PERSON),
        ("Ivano Moretti", "Ivana Moretti", PERSON),
        ("John Smithson", "Jane Smithsom", PERSON),
        ("Alan Johnson", "Boris Johnston", PERSON),
        ("Ali Hassan", "Ala Hassan", PERSON),
        ("Kouassi", "Kouassis", PERSON),
        ("Peter Hansen", "Peter Jansen", PERSON),
        ("Lee", "Les", PERSON),
        ("Martin Oduya", "Morton Oduya", PERSON),
        ("Khaled Omar", "Hassan Omar", PERSON),
        ("Mohammed Saleh", "Muhammad Karim", PERSON),
        # A government is never a slip of another.
        ("North Korea", "South Korea", EntityKind.GOVERNMENT),
        ("Ministry of Defense", "Ministry of Defence", EntityKind.GOVERNMENT),
        ("Second Battalion", "Secnod Battalion", EntityKind.SECURITY_FORCE),
    ],
)
def test_different_bodies_ring_no_alarm(left: str, right: str, kind: EntityKind) -> None:
    """What tells real bodies apart is not taken for a slip."""
    assert checked(left, right, kind) == ()


@pytest.mark.parametrize(
    "more",
    [{"code": "KDG.L", "other_code": "KGD.AX"}, {"country": "GB", "other_country": "AU"}],
    ids=["codes", "countries"],
)
def test_companies_that_the_report_tells_apart_are_two(more: dict[str, str]) -> None:
    """Two tickers, or two countries, are two companies, however alike their names."""
    assert checked("KDG Corp", "KGD Corp", COMPANY, **more) == ()


def test_company_and_person_are_never_one() -> None:
    """A man and a company that share a name but for a slip are left alone."""
    report = a_report("Halbeck said Hallbeck GmbH was safe.")
    mentions = (
        a_name(report, "Halbeck", kind=PERSON),
        a_name(report, "Hallbeck GmbH", group=1, kind=COMPANY),
    )
    assert names.CHECK.run(report, a_reading(report, *mentions)) == ()


def test_family_name_of_somebody_else_is_no_slip() -> None:
    """ "Johnson" is Alan Johnson's, so it is no slip of Boris Johnston's."""
    report = a_report("Alan Johnson met Boris Johnston. Later came Johnson.")
    mentions = (
        a_name(report, "Alan Johnson", kind=PERSON),
        a_name(report, "Boris Johnston", group=1, kind=PERSON),
        a_name(report, "Johnson.".strip("."), group=2, kind=PERSON),
    )
    assert names.CHECK.run(report, a_reading(report, *mentions)) == ()


def test_descriptions_have_no_spelling() -> None:
    """ "The guards" and "the gaurds" are words, not names."""
    report = a_report("It paid guardsmen. It paid gaurdsmen.")
    mentions = [
        a_name(report, "guardsmen", kind=GROUP),
        a_name(report, "gaurdsmen", group=1, kind=GROUP),
    ]
    unnamed = [
        replace(mention, entity=replace(mention.entity, named=False)) for mention in mentions
    ]
    assert names.CHECK.run(report, a_reading(report, *unnamed)) == ()


def test_two_spellings_within_one_body_are_found() -> None:
    """Where the reading already takes both for one body, the report still has two names for it."""
    report = a_report("Samir Benkhalfa led them. Benkalfa is dead.")
    mentions = (
        a_name(report, "Samir Benkhalfa", kind=PERSON),
        a_name(report, "Benkalfa", kind=PERSON, full="Samir Benkhalfa"),
    )
    (query,) = names.CHECK.run(report, a_reading(report, *mentions))
    assert query.cited == (Citation(0, 1), Citation(0, 2))


def test_query_shows_both_names_and_the_code() -> None:
    """The evidence is the first of each spelling; the code helps to find the right one."""
    # given
    report = a_report("It hired KDG Corp (1812.T). KDG Corp left. KGD Corporation stayed.")
    mentions = (
        a_name(report, "KDG Corp", code="1812.T"),
        a_name(report, "KGD Corporation", group=1),
    )
    # when
    (query,) = names.CHECK.run(report, a_reading(report, *mentions))
    # then
    assert [span.of(report.text) for span in query.evidence] == ["KDG Corp", "KGD Corporation"]
    assert query.cited == (Citation(0, 1), Citation(0, 3))
    assert query.message == (
        "“KDG Corp” (1812.T) and “KGD Corporation” look like one company under two names."
    )


def names_found(text: str, *mentions: EntityMention) -> list[str]:
    """Return the messages about a text in which these names are read."""
    report = a_report(text)
    return [query.message for query in names.CHECK.run(report, a_reading(report, *mentions))]


@pytest.mark.parametrize(
    ("text", "known", "missed"),
    [
        ("Tarkwa Mining left. Workers of Tarwka Mining stayed.", "Tarkwa Mining", "Tarwka Mining"),
        ("Ida Brandvold left. Later Brantvold came.", "Ida Brandvold", "Brantvold"),
        ("Ida Brandvold left. Brantvold said no.", "Ida Brandvold", "Brantvold"),
        ("Muammar Gaddafi fled. Qadhafi’s men stayed.", "Muammar Gaddafi", "Qadhafi"),
    ],
)
def test_capitals_that_the_reading_missed_are_near_misses_too(
    text: str, known: str, missed: str
) -> None:
    """A misspelt name is often not known for a name."""
    report = a_report(text)
    (message,) = names_found(text, a_name(report, known, kind=PERSON))
    assert message == f"“{known}” and “{missed}” look like one name in two spellings."


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Ida Parker left. Parked cars burned.", "Ida Parker"),
        ("Karen Henry judged. Justice Henry said no.", "Karen Henry"),
        ("Ida Brandvold left. Only Brandvold Street was shut.", "Ida Brandvold"),
        ("Ida Lund left. Later Lunde came.", "Ida Lund"),
        ("Ida Brandvold left. The Brandvolds stayed.", "Ida Brandvold"),
        ("North Rail left. South Rail came.", "North Rail"),
    ],
)
def test_capitals_that_may_be_any_word_are_left_alone(text: str, known: str) -> None:
    """The first word of a sentence, a title, a short word, the plural of a family."""
    report = a_report(text)
    assert names_found(text, a_name(report, known, kind=PERSON)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Usman Warsame (also spelt Osman Warsame) came.",
        "It named Usman Warsame. The note said “Osman Warsame [sic]” did it.",
    ],
    ids=["explained", "sic"],
)
def test_spelling_that_the_report_knows_of_is_no_slip(text: str) -> None:
    """The report says itself that the name is written so there."""
    report = a_report(text)
    mentions = (
        a_name(report, "Usman Warsame", kind=PERSON),
        a_name(report, "Osman Warsame", group=1, kind=PERSON),
    )
    assert names_found(text, *mentions) == []


def test_people_of_two_ages_are_two() -> None:
    """A man of 41 and his cousin of 22 may well bear nearly the same name."""
    report = a_report("Zahid Husain died. Zahid Hussein lives.")
    mentions = [
        a_name(report, name, group=group, kind=PERSON)
        for group, name in enumerate(("Zahid Husain", "Zahid Hussein"))
    ]
    aged = [
        replace(mention, entity=replace(mention.entity, age=age))
        for mention, age in zip(mentions, (41, 22), strict=True)
    ]
    assert names_found(report.text, *aged) == []
    assert len(names_found(report.text, *mentions)) == 1


def test_name_of_several_words_may_be_taken_for_another_kind() -> None:
    """What a misspelt name is of is often misread."""
    report = a_report("Rote Faust did it. Rote Fuast is banned.")
    mentions = (
        a_name(report, "Rote Faust", kind=GROUP),
        a_name(report, "Rote Fuast", group=1, kind=PERSON),
    )
    assert len(names_found(report.text, *mentions)) == 1


def test_same_slip_is_told_once() -> None:
    """Short and long names of both companies differ in the same word."""
    report = a_report("Halbeck GmbH, Hallbeck GmbH, Halbeck, and then Hallbeck.")
    mentions = (
        a_name(report, "Halbeck GmbH"),
        a_name(report, "Hallbeck GmbH", group=1),
        a_name(report, "Halbeck,".strip(","), group=2),
    )
    assert len(names.CHECK.run(report, a_reading(report, *mentions))) == 1


def test_endless_words_and_lists_take_no_time() -> None:
    """Hundreds of names, and words no name has, are compared on shelves, not all with all."""
    listed = [f"Comp{chr(97 + n % 26)}{chr(97 + n // 26)}x" for n in range(300)]
    report = a_report(" ".join(listed) + " " + "y" * 20_000)
    mentions = [a_name(report, name, group=n) for n, name in enumerate(listed)]
    mentions.append(a_name(report, "y" * 20_000, group=9999))
    reading = a_reading(report, *mentions)
    assert {query.severity for query in names.CHECK.run(report, reading)} == {Severity.QUERY}


def test_family_name_behind_another_given_name_is_somebody_elses() -> None:
    """A name that the reading missed tells its given name all the same."""
    report = a_report("It hired Ann Halvorsen. It later paid Paul Halverson again.")
    mention = a_name(report, "Ann Halvorsen", kind=PERSON)
    assert names.CHECK.run(report, a_reading(report, mention)) == ()


@pytest.mark.parametrize("before", ["Later", "But", "Police told", "Ann", "Mr.", "it seems that"])
def test_family_name_that_stands_alone_is_still_a_near_miss(before: str) -> None:
    """Words that open a sentence, titles and the same given name are none of somebody else."""
    report = a_report(f"It hired Ann Halvorsen. {before} Halverson said so.")
    mention = a_name(report, "Ann Halvorsen", kind=PERSON)
    assert len(names.CHECK.run(report, a_reading(report, mention))) == 1


def test_romanisations_of_a_family_name_with_other_given_names_are_two_people() -> None:
    """ "Sayed" and "Said" may be one name, but two men bear it."""
    report = a_report("Omar Al-Sayed came. He met Tarek Said there. There Said left at once.")
    known = a_name(report, "Tarek Said", group=1, kind=PERSON)
    start = report.text.rindex("Said")
    span = Span(start, start + len("Said"))
    mentions = (
        a_name(report, "Omar Al-Sayed", kind=PERSON),
        known,
        replace(known, span=span, name_span=span),
    )
    assert names.CHECK.run(report, a_reading(report, *mentions)) == ()
