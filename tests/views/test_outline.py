"""The wording that all views share."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from onrecord.model import (
    Bearing,
    Certainty,
    Citation,
    Distance,
    EntityKind,
    EntityRef,
    Figure,
    Granularity,
    Identifier,
    PlaceRef,
    Population,
    Quantity,
    Question,
    Severity,
    Stance,
    Standing,
    TimeRef,
    Value,
    Wording,
)
from onrecord.resources import open_library
from onrecord.views._outline import Line, outline
from onrecord.views._outline.safe import safe
from onrecord.views._outline.values import words
from onrecord.views._outline.voices import deed_words, source_words, voice_words
from records import (
    QUERIES,
    a_finding,
    a_record,
    a_report_summary,
    a_voice,
    cites,
    people,
    rich_record,
)


def houses(low: float | None, high: float | None, hedge: str = "", unit: str = "houses") -> Figure:
    """Return a figure that counts no people."""
    return Figure(low=low, high=high, unit=unit, hedge=hedge)


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        (people(7, None, "foreigners", hedge="at least"), "at least 7 foreigners"),
        (people(7, None, "foreigners"), "at least 7 foreigners"),
        (people(1, 1, "French national"), "1 French national"),
        (people(1, 1), "1 person"),
        (people(12, 12), "12 people"),
        (people(None, 19, "employees", hedge="fewer than"), "fewer than 20 employees (at most 19)"),
        (people(21, None, "troops", hedge="more than"), "more than 20 troops (at least 21)"),
        (people(None, 30, "miners", hedge="up to"), "at most 30 miners"),
        (people(18, 22, "miners", hedge="about"), "18 to 22 miners (“about”)"),
        (people(24, None, "people", hedge="dozens of"), "at least 24 people (“dozens of”)"),
        (people(10, 12, "miners"), "10 to 12 miners"),
        (people(1300, 1300, "villagers"), "1,300 villagers"),
        (people(0, 0, "survivors"), "no survivors"),
        (replace(people(2, 2, "bodies"), bearing=Bearing.MORE), "2 more bodies"),
        (replace(people(2, 2, "others"), bearing=Bearing.MORE), "2 others"),
        (replace(people(38, 38), bearing=Bearing.TOTAL), "38 people in all"),
        (replace(people(41, 41), bearing=Bearing.FORMER), "41 people before"),
        (houses(40, 40), "40 houses"),
        (houses(2.5, 2.5, unit="km"), "2.5 km"),
        (houses(3, 3, unit="mi"), "3 miles"),
        (houses(None, 2.5, "under", "km"), "at most 2.5 km (“under”)"),
        (
            Figure(low=2, high=2, population=Population(words="", nationality="CL")),
            "2 people from Chile",
        ),
    ],
    ids=str,
)
def test_figures_in_words(figure: Figure, shown: str) -> None:
    """An interval reads as the report would say it, and never surer."""
    assert words(figure) == shown


def a_time(hours: float, granularity: Granularity, part: str | None = None) -> TimeRef:
    """Return a time that begins on 16 January 2013 and lasts so many hours."""
    start = datetime(2013, 1, 16, tzinfo=UTC)
    return TimeRef(
        earliest=start,
        latest=start + timedelta(hours=hours),
        granularity=granularity,
        text="these words",
        part_of_day=part,
    )


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        (houses(2_000_000, 2_000_000, unit="USD"), "$2 million"),
        (houses(2_750_000, 2_750_000, unit="EUR"), "2.75 million euros"),
        (houses(1_234_567, 1_234_567, unit="USD"), "$1,234,567"),
        (houses(999_999, 999_999, unit="USD"), "$999,999"),
        (houses(3_400_000_000, 3_400_000_000, unit="peso"), "3.4 billion pesos"),
        (houses(90_000, None, unit="TZS"), "at least 90,000 Tanzanian shillings"),
        (houses(1_000_000, 2_000_000, unit="USD"), "$1 million to $2 million"),
        (
            houses(None, 4_999_999, unit="USD", hedge="less than"),
            "less than $5 million (at most $4,999,999)",
        ),
        (houses(1, 1, unit="EUR"), "1 euro"),
        (houses(2, 2, unit="t of dynamite"), "2 tonnes of dynamite"),
        (houses(80, 80, unit="kg of explosives"), "80 kg of explosives"),
        (houses(2_000_000, 2_000_000, unit="rifles"), "2,000,000 rifles"),
        (houses(2, 2, unit="9mm pistols"), "two 9mm pistols"),
        (houses(0, 0, unit="houses"), "no houses"),
        (people(0, 0), "nobody"),
        (people(0, 0, "soldiers"), "no soldiers"),
        (people(1, 1, "22-year-old"), "one 22-year-old"),
        (people(40, 40, "22-year-olds"), "40 22-year-olds"),
    ],
    ids=str,
)
def test_amounts_as_a_desk_writes_them(figure: Figure, shown: str) -> None:
    """Money has its sign or name, large amounts lose no digit, none are told in words."""
    assert words(figure) == shown


def test_every_currency_a_report_can_name_has_its_words() -> None:
    """A code that figures can have never reaches a brief as a code."""
    figures = open_library().lexicon("figures.en").entries
    codes = {*figures["currency"].values()}
    codes |= {code for named in figures["money"].values() for code in named.values()}
    names = open_library().lexicon("unit-names.en").entries
    assert codes - {""} <= {*names["signs"], *names["money"]}


@pytest.mark.parametrize(
    ("time", "shown"),
    [
        (a_time(24, Granularity.DAY), "16 January 2013"),
        (a_time(24, Granularity.DAY, "morning"), "16 January 2013, morning"),
        (a_time(30, Granularity.PART_OF_DAY, "night"), "16 January 2013, night"),
        (a_time(48, Granularity.DAY), "16 January 2013 to 17 January 2013"),
        (a_time(7 * 24, Granularity.WEEK), "16 January 2013 to 22 January 2013"),
        (a_time(10 * 24, Granularity.MONTH), "January 2013"),
        (a_time(400 * 24, Granularity.YEAR), "2013 to 2014"),
        (a_time(100 * 24, Granularity.LONGER), "2013"),
        (a_time(1, Granularity.HOUR), "16 January 2013 (“these words”)"),
        (a_time(0.1, Granularity.MINUTE), "16 January 2013 (“these words”)"),
        (replace(a_time(1, Granularity.LONGER), latest=None), "since 2013"),
        (replace(a_time(1, Granularity.DAY), latest=None), "16 January 2013"),
        (replace(a_time(1, Granularity.LONGER), earliest=None), "“these words”"),
        (replace(a_time(1, Granularity.DAY), granularity=None), "“these words”"),
        (replace(a_time(1, Granularity.DAY), earliest=None, text=""), "time not given"),
    ],
    ids=str,
)
def test_times_in_words(time: TimeRef, shown: str) -> None:
    """A time is as fine as the words; a clock is left in them, since they seldom name a zone."""
    assert words(time) == shown


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (PlaceRef(name="Tal Amara"), "Tal Amara"),
        (PlaceRef(name="Tal Amara", country="SY"), "Tal Amara, Syria"),
        (PlaceRef(name="Tal Amara", country="QQ"), "Tal Amara, QQ"),
        (PlaceRef(name="Syria", country="SY"), "Syria"),
        (PlaceRef(name="Oran", within=("Oran", "Algeria")), "Oran, Algeria"),
        (
            PlaceRef(name="X", latitude=28.0439, longitude=9.5545, uncertainty_m=5000),
            "X (28.04° N, 9.55° E, ± 5 km)",
        ),
        (
            PlaceRef(name="X", latitude=-28.0439, longitude=-9.5545, uncertainty_m=300),
            "X (28.044° S, 9.555° W, ± 300 m)",
        ),
        (
            PlaceRef(name="X", latitude=28.0439, longitude=9.5545, uncertainty_m=60_000),
            "X (28.0° N, 9.6° E, ± 60 km)",
        ),
        (
            PlaceRef(name="X", latitude=28.0439, longitude=9.5545, uncertainty_m=150_000),
            "X (28° N, 10° E, ± 150 km)",
        ),
        (
            PlaceRef(name="X", latitude=28.0439, longitude=9.5545, uncertainty_m=1_500_000),
            "X",
        ),
    ],
    ids=str,
)
def test_places_in_words(place: PlaceRef, shown: str) -> None:
    """Coordinates show no more digits than their uncertainty allows."""
    assert words(place) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (
            EntityRef(
                name="Halbeck",
                kind=EntityKind.COMPANY,
                country="DE",
                role="operator",
                identifiers=(
                    Identifier(scheme="ric", value="HBK.DE"),
                    Identifier(scheme="isin", value="DE01"),
                ),
                aliases=("Halbeck", "HBK"),
            ),
            "Halbeck (HBK.DE, DE01), operator, Germany, also called “HBK”",
        ),
        (
            EntityRef(
                name="Ada Finn",
                kind=EntityKind.PERSON,
                role="spokeswoman",
                affiliation="Halbeck",
                age=34,
            ),
            "Ada Finn, 34, spokeswoman, Halbeck",
        ),
        (
            EntityRef(
                name="Ali Hahn", kind=EntityKind.PERSON, role="Police chief", affiliation="Police"
            ),
            "Ali Hahn, Police chief",
        ),
        (EntityRef(name="Chile", kind=EntityKind.GOVERNMENT, country="CL"), "Chile"),
        (EntityRef(name="gunmen", kind=EntityKind.ARMED_GROUP, named=False), "gunmen"),
        (Distance(stated=(), origin="Lusaka", hedge="far"), "far from Lusaka"),
        (
            Distance(stated=(Quantity(amount=40, unit="km", resolution=10),), origin=None),
            "40 km",
        ),
        (Wording(text="as they say"), "as they say"),
        (Question(asked="who did it", of_whom=None), "who did it"),
    ],
    ids=str,
)
def test_other_values_in_words(value: Value, shown: str) -> None:
    """What is unknown is left out."""
    assert words(value) == shown


@pytest.mark.parametrize(
    ("voice", "shown"),
    [
        (a_voice(), "this report"),
        (a_voice("police"), "police"),
        (a_voice("officials", "Jiji"), "officials, via Jiji"),
        (a_voice("police", stance=Stance.RELAYS), "police"),
        (a_voice("police", stance=Stance.CONFIRMS), "police (confirmed)"),
        (a_voice("police", certainty=Certainty.PROBABLE), "police (as probable)"),
        (a_voice("police", certainty=Certainty.UNKNOWN), "police (not sure)"),
        (a_voice("army", stance=Stance.DENIES, negated=True), "army (denied)"),
        (a_voice("army", negated=True), "army (said that it is not so)"),
        (
            a_voice("army", stance=Stance.DOES_NOT_KNOW, certainty=Certainty.UNKNOWN),
            "army (did not know)",
        ),
        (a_voice("", "Jiji"), "a source that is not named, via Jiji"),
    ],
    ids=str,
)
def test_voices_in_words(voice: object, shown: str) -> None:
    """Who says so, through whom; in brackets what they did other than plainly say it."""
    assert voice_words(voice) == shown  # type: ignore[arg-type]


def test_every_stance_has_its_words() -> None:
    """A stance added to the model is worded, or this fails."""
    assert all(deed_words(a_voice("x", stance=stance)) for stance in Stance)


def lines(section: str, *findings: object) -> list[Line]:
    """Return the lines of one section of a record."""
    shown = outline(a_record(*findings))  # type: ignore[arg-type]
    (found,) = (one for one in shown.sections if one.name == section)
    return [line for group in found.groups for line in group.lines]


def test_own_voice_is_named_only_beside_others() -> None:
    """A line nobody else carries needs no name; one that others carry too does."""
    soldiers = Wording(text="soldiers came")
    (alone,) = lines("response", a_finding("response", soldiers, a_voice(cited=(2,))))
    (shared,) = lines(
        "response", a_finding("response", soldiers, a_voice(cited=(2,)), a_voice("army"))
    )
    assert (alone.cited, alone.remarks) == (cites(2), ())
    assert [remark.text for remark in shared.remarks] == ["this report", "army"]
    assert shared.cited == ()


def test_who_claims_is_not_named_twice() -> None:
    """A group that claims an attack says so by its own account."""
    front = EntityRef(name="Red Front", kind=EntityKind.ARMED_GROUP)
    claim = a_voice("red front", "ANI", stance=Stance.CLAIMS_RESPONSIBILITY)
    (line,) = lines("attackers", a_finding("responsibility", front, claim))
    (remark,) = line.remarks
    assert remark.text == "by its own account, via ANI (claimed responsibility)"


@pytest.mark.parametrize(
    ("of_whom", "chain", "shown"),
    [
        ("police", ("police",), ["ask police (did not know)"]),
        ("the pilot", ("police",), ["ask the pilot", "police (did not know)"]),
        ("police", (), ["ask police"]),
        (None, ("police",), ["police (did not know)"]),
        (None, (), ["the report names nobody who would know"]),
    ],
)
def test_unknowns_say_whom_to_ask(
    of_whom: str | None, chain: tuple[str, ...], shown: list[str]
) -> None:
    """An unknown is a call to make."""
    question = Question(asked="who did it", of_whom=of_whom)
    voice = a_voice(*chain, stance=Stance.DOES_NOT_KNOW)
    (line,) = lines("unknowns", a_finding("unknown", question, voice))
    assert [remark.text for remark in line.remarks] == shown


def test_statements_stand_under_their_source() -> None:
    """All a source said stands together, where the source appears first."""
    (section,) = (one for one in outline(rich_record()).sections if one.name == "statements")
    copper = next(group for group in section.groups if group.label == "Austral Copper")
    labels = [group.label for group in section.groups]
    assert labels[:2] == ["police", "Northern Front, via Radio Copperbelt"]
    assert [line.text for line in copper.lines] == [
        "confirmed: “an armed incident”",
        "declined to comment",
    ]


def test_vouching_stands_with_what_the_source_said() -> None:
    """How the report vouches for a source is told once, not in every line that rests on it."""
    voice = a_voice("Radio Kasama", note="long well informed")
    record = a_record(
        a_finding("killed", people(1, 1), voice),
        a_finding("statement", Wording(text="that one man died"), voice),
    )
    told = {
        section.name: line
        for section in outline(record).sections
        for group in section.groups
        for line in group.lines
    }
    assert told["people"].note is None
    assert told["statements"].text == "said: one man died"
    assert told["statements"].note == "the report says of Radio Kasama: “long well informed”"


def test_background_stays_out_of_every_other_section() -> None:
    """A figure of the past is shown as background, under its own label."""
    past = a_finding("killed", people(9, 9), standing=Standing.BACKGROUND)
    shown = outline(a_record(past))
    (background,) = (one for one in shown.sections if one.name == "background")
    (group,) = background.groups
    assert (group.label, group.lines[0].text) == ("Killed", "9 people")
    (people_section,) = (one for one in shown.sections if one.name == "people")
    assert people_section.groups[0].lines[0].text == "not reported"


def test_gravest_checks_come_first() -> None:
    """An editor reads from the top; what adds up stands last."""
    checks = outline(a_record(queries=QUERIES)).checks
    assert [check.severity for check in checks] == [
        Severity.CORRECT,
        Severity.QUERY,
        Severity.OK,
    ]


def test_several_reports_are_told_apart() -> None:
    """With two reports, a citation names which, and each has its header."""
    voice = replace(a_voice("police"), cited=(Citation(1, 2),))
    record = a_record(
        a_finding("killed", people(1, 1), voice),
        reports=(a_report_summary(), a_report_summary(("One.", "Two."))),
    )
    shown = outline(record)
    assert shown.several
    assert [(one.mark, one.text) for one in shown.evidence] == [("2:2", "Two.")]
    assert len(shown.header) == 2


def test_header_tells_what_is_known_and_no_more() -> None:
    """A bare report has its origin only; a full one all it gives."""
    bare = replace(
        a_report_summary(),
        published_on=None,
        dateline=None,
        dateline_place=None,
        credits=(),
        warnings=(),
    )
    (facts,) = outline(a_record(reports=(bare,))).header
    assert [(fact.label, fact.text) for fact in facts] == [("Source", "karu-hill.txt")]
    as_of = replace(a_record(), as_of=datetime(2021, 3, 11, 14, 5, tzinfo=UTC))
    (facts,) = outline(as_of).header
    assert ("As of", "11 March 2021, 14:05 UTC") in [(fact.label, fact.text) for fact in facts]


def test_header_names_the_other_incidents_of_the_report() -> None:
    """A reader of one brief learns that there are more."""
    (facts,) = outline(replace(a_record(), others=("A raid", "A bombing in Gao"))).header
    told = [fact.text for fact in facts if fact.label == "Told too"]
    assert told == ["A raid", "A bombing in Gao"]


def test_dateline_of_unknown_place_is_shown_as_written() -> None:
    """Where the gazetteer knows no such place, the words stand."""
    unknown = replace(a_report_summary(), dateline_place=None)
    (facts,) = outline(a_record(reports=(unknown,))).header
    assert "LUSAKA (Copperwire)" in [fact.text for fact in facts]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb\r\n c", "a b c"),
        ("\x1b[31mred", "␛[31mred"),
        ("nul\x00", "nul␀"),
        ("\x7f\x9b2J", "␡\ufffd2J"),
        ("a\u202eb\u2066c\ufeff", "abc"),
        ("half \ud83d", "half \ufffd"),
        ("هجوم 銅山 👩‍👩‍👧", "هجوم 銅山 👩‍👩‍👧"),
    ],
    ids=ascii,
)
def test_safe_text_keeps_letters_and_drops_commands(text: str, shown: str) -> None:
    """Letters of every script stay; what would drive a terminal is shown as a sign."""
    assert safe(text) == shown


def test_nobody_is_a_source_too() -> None:
    """A chain without a name is said to have none."""
    assert source_words(("",)) == "a source that is not named"
