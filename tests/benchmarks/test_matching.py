"""An item is found only in its slot, with its facts, its voice and a sentence to cite."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from benchmarks.expectations import Item, item_of, parse_bounds, read_items
from benchmarks.matching import Outcome, compare, distance_km, has_words, is_met, lines_of
from onrecord.model import (
    Certainty,
    Citation,
    CitedSentence,
    Credit,
    CreditRole,
    EntityKind,
    EntityRef,
    Figure,
    Finding,
    Granularity,
    Identifier,
    IncidentId,
    IncidentRecord,
    PlaceRef,
    Population,
    Query,
    ReportId,
    ReportSummary,
    Severity,
    Span,
    Stance,
    Standing,
    TimeRef,
    Value,
    Voice,
    Wording,
)

HERE = (Citation(0, 1),)


def a_voice(*chain: str, stance: Stance = Stance.ASSERTS, note: str | None = None) -> Voice:
    """Return a voice, from the first outwards."""
    return Voice(
        chain=chain,
        stance=stance,
        certainty=Certainty.CERTAIN,
        negated=False,
        cited=HERE,
        note=note,
    )


def a_finding(slot: str, value: Value, *voices: Voice) -> Finding:
    """Return a finding of the incident that cites the first sentence."""
    return Finding(
        slot=slot,
        value=value,
        standing=Standing.INCIDENT,
        voices=voices,
        cited=HERE,
        relied_on=(),
    )


def a_record(*findings: Finding, queries: tuple[Query, ...] = ()) -> IncidentRecord:
    """Return a record of one report of one sentence."""
    report = ReportSummary(
        report_id=ReportId("r"),
        origin="<test>",
        headline=None,
        published_on=date(2020, 2, 3),
        dateline=None,
        dateline_place=None,
        credits=(Credit(name="Ada Lund", role=CreditRole.EDITOR, place="Oslo", span=Span(0, 8)),),
        sentences=(CitedSentence(number=1, span=Span(0, 9), text="It burns."),),
        warnings=(),
    )
    return IncidentRecord(
        incident_id=IncidentId("inc"),
        title="A fire",
        as_of=None,
        findings=findings,
        queries=queries,
        reports=(report,),
        kit="by hand",
    )


def met(item: Item, *findings: Finding, queries: tuple[Query, ...] = ()) -> bool:
    """Say whether a record of these findings meets an item."""
    return is_met(item, lines_of(a_record(*findings, queries=queries)))


SEVEN = Figure(
    low=7, high=None, hedge="at least", population=Population(words="foreigners", role="foreigners")
)
KILLED = a_finding("killed", SEVEN, a_voice("the mayor", "Radio One"))


@pytest.mark.parametrize(
    "item",
    [
        Item(name="x", slots=("killed",), bounds=(7, None)),
        Item(name="x", slots=("killed",), bounds=(7, None), hedge="at least"),
        Item(name="x", slots=("injured", "killed"), bounds=(7, None), who="foreigners|people"),
        Item(name="x", slots=("killed",), source="mayor"),
        Item(name="x", slots=("killed",), source="governor|the mayor", via="Radio One"),
        Item(name="x", slots=("killed",), stances=("asserts",)),
    ],
    ids=["bounds", "hedge", "who", "source", "relayed", "stance"],
)
def test_figure_is_found_by_its_facts(item: Item) -> None:
    """Articles and the wording of labels do not matter."""
    assert met(item, KILLED)


@pytest.mark.parametrize(
    "item",
    [
        Item(name="x", slots=("injured",), bounds=(7, None)),
        Item(name="x", slots=("killed",), bounds=(7, 7)),
        Item(name="x", slots=("killed",), bounds=(7, None), hedge="more than"),
        Item(name="x", slots=("killed",), bounds=(7, None), who="soldiers"),
        Item(name="x", slots=("killed",), source="deputy mayor"),
        Item(name="x", slots=("killed",), source="mayor", via="Radio Two"),
        Item(name="x", slots=("killed",), source="mayor", stances=("denies",)),
        Item(name="x", slots=("killed",), source="Radio One"),
    ],
    ids=["slot", "bounds", "hedge", "who", "source", "relay", "stance", "relay as source"],
)
def test_figure_with_another_fact_is_another_figure(item: Item) -> None:
    """One wrong fact, and the item is missed."""
    assert not met(item, KILLED)


@pytest.mark.parametrize(
    ("voice", "wanted", "same"),
    [
        ("the local officials", "local officials", True),
        ("local and company officials", "local officials", False),
        ("local and company officials", "company officials", False),
        ("Norwegian owner Acme Lines", "Acme Lines", True),
        ("Acme Lines and the navy", "Acme Lines", False),
        ("army spokesman Leon Cruz", "army", False),
        ("Mauritania's ANI news agency", "ANI", True),
    ],
)
def test_voice_is_the_one_wanted(voice: str, wanted: str, *, same: bool) -> None:
    """A name may stand among words about it; a description is another if it differs."""
    statement = a_finding("statement", Wording(text="it burns"), a_voice(voice))
    assert met(Item(name="x", slots=("statement",), source=wanted), statement) is same


def test_finding_without_a_sentence_does_not_count() -> None:
    """What cites nothing, or a sentence that the report does not have, is not found."""
    item = Item(name="x", slots=("killed",), bounds=(7, None))
    assert not met(item, replace(KILLED, cited=()))
    assert not met(item, replace(KILLED, cited=(Citation(0, 9),)))


def test_background_never_fills_a_slot_of_the_incident() -> None:
    """An old toll is found under background, and nowhere else."""
    old = replace(KILLED, standing=Standing.BACKGROUND)
    assert not met(Item(name="x", slots=("killed",), bounds=(7, None)), old)
    assert met(Item(name="x", slots=("background",), words=("foreigners",)), old)


@pytest.mark.parametrize(
    ("text", "words", "stands"),
    [
        ("The BP field", "bp", True),
        ("A BPX field", "bp", False),
        ("the workers’ camp", "workers' camp", True),
        ("one  two", "one two", True),
        ("Irish", "Irishman|Irish", True),
        ("1,300 km", "300 km", True),
        ("", "a", False),
    ],
)
def test_words_stand_as_whole_words(text: str, words: str, *, stands: bool) -> None:
    """Case, blanks and the shape of an apostrophe do not matter; letters do."""
    assert has_words(text, words) is stands


def test_place_lies_where_it_should() -> None:
    """A namesake far off is another place, and a place without coordinates is none yet."""
    item = Item(name="x", slots=("place",), words=("Paris",), near=(48.85, 2.35), country="FR")
    paris = PlaceRef(name="Paris", latitude=48.86, longitude=2.34, uncertainty_m=1e4, country="FR")
    texas = PlaceRef(
        name="Paris", latitude=33.66, longitude=-95.55, uncertainty_m=1e4, country="US"
    )
    assert met(item, a_finding("place", paris))
    assert not met(item, a_finding("place", texas))
    assert not met(item, a_finding("place", PlaceRef(name="Paris", country="FR")))


def test_distance_is_that_of_the_globe() -> None:
    """London and Paris lie 344 km apart."""
    assert distance_km((51.5074, -0.1278), (48.8566, 2.3522)) == pytest.approx(343.6, abs=1)


def test_day_of_a_time_and_of_the_report() -> None:
    """Both are compared as days."""
    time = TimeRef(
        earliest=datetime(2020, 2, 2, 6, tzinfo=UTC),
        latest=datetime(2020, 2, 2, 12, tzinfo=UTC),
        granularity=Granularity.PART_OF_DAY,
        text="on Sunday morning",
        part_of_day="morning",
    )
    assert met(Item(name="x", slots=("when",), on=date(2020, 2, 2)), a_finding("when", time))
    assert not met(Item(name="x", slots=("when",), on=date(2020, 2, 3)), a_finding("when", time))
    assert met(Item(name="x", slots=("report.published",), on=date(2020, 2, 3)))


def test_body_has_its_code_and_country() -> None:
    """A ticker is compared to the letter."""
    body = EntityRef(
        name="Acme Oil",
        kind=EntityKind.COMPANY,
        country="GB",
        identifiers=(Identifier(scheme="ric", value="ACM.L"),),
    )
    shown = a_finding("company", body)
    assert met(Item(name="x", slots=("company",), words=("Acme",), identifier="ACM.L"), shown)
    assert not met(Item(name="x", slots=("company",), words=("Acme",), identifier="ACM.N"), shown)
    assert not met(Item(name="x", slots=("company",), words=("Acme",), country="US"), shown)


def test_credits_vouching_and_queries_are_lines_too() -> None:
    """What is told of the report, of a source and by a desk check can be asked for."""
    query = Query(
        check="units",
        severity=Severity.QUERY,
        message="10 km is 6 miles, not 9",
        suggestion=None,
        evidence=(Span(0, 2),),
        cited=HERE,
    )
    vouched = a_finding("statement", Wording(text="it burns"), a_voice("A", note="often right"))
    assert met(Item(name="x", slots=("report.editor",), words=("Ada Lund", "Oslo")))
    assert met(Item(name="x", slots=("statement.note",), words=("often right",)), vouched)
    assert met(Item(name="x", slots=("check.units.query",), words=("10 km",)), queries=(query,))
    assert not met(Item(name="x", slots=("check.units.ok",)), queries=(query,))


def test_what_must_not_be_there() -> None:
    """A false fact is one that stands in a slot and is none of the true ones."""
    one = a_finding("killed", Figure(low=1, high=1))
    only = Item(name="x", slots=("killed",), only=("7..", "1"))
    assert met(only, KILLED, one)
    assert not met(only, KILLED, a_finding("killed", Figure(low=2, high=2)))
    assert met(Item(name="x", slots=("killed",), only=()))
    absent = Item(name="x", slots=("killed",), words=("foreigners",), absent=True)
    assert met(absent, one)
    assert not met(absent, KILLED)


def test_outcome_counts_what_a_brief_must_carry() -> None:
    """What it must not carry adds nothing to its share."""
    items = (
        Item(name="found", slots=("killed",), bounds=(7, None)),
        Item(name="missed", slots=("injured",), bounds=(3, 3)),
        Item(name="clean", slots=("missing",), only=()),
        Item(name="wrong", slots=("killed",), only=("1",)),
    )
    outcome = compare(a_record(KILLED), items)
    assert outcome == Outcome(found=("found",), missed=("missed",), false=("wrong",))
    assert outcome.share == 0.5


def test_list_of_misses_ends_in_the_share() -> None:
    """The last line is what is quoted."""
    shown = str(Outcome(found=("a", "b", "c"), missed=("d",), false=("not.x",)))
    assert shown.splitlines()[-3:] == [
        "MISSED d",
        "FALSE  not.x",
        "3 of 4 items found (75.0%), 1 false facts",
    ]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [("5", (5, 5)), ("7..", (7, None)), ("..15", (None, 15)), ("2..3", (2, 3))],
)
def test_interval_as_written(text: str, bounds: tuple[float | None, float | None]) -> None:
    """Two dots leave an end open."""
    assert parse_bounds(text) == bounds


@pytest.mark.parametrize("text", ["", "..", "many"])
def test_no_interval_is_an_error(text: str) -> None:
    """A slip in an expectation must not pass for an open figure."""
    with pytest.raises(ValueError, match=r"interval|convert"):
        parse_bounds(text)


@pytest.mark.parametrize(
    "row",
    [
        {"name": "x", "slot": "killed", "words": ["a"], "sauce": "police"},
        {"name": "x", "slot": "statement", "stance": "mumbles"},
    ],
    ids=["unknown key", "unknown stance"],
)
def test_slip_in_an_expectation_is_an_error(row: dict[str, object]) -> None:
    """An expectation that means nothing would be missed, or met, for ever."""
    with pytest.raises(ValueError, match=r"sauce|mumbles"):
        item_of(Path("x.toml"), row)


def test_items_of_one_file_have_names_of_their_own(tmp_path: Path) -> None:
    """Misses are listed by name."""
    file = tmp_path / "x.toml"
    row = '[[item]]\nname = "a"\nslot = "type"\n'
    file.write_text(row + row, "utf-8")
    with pytest.raises(ValueError, match="share a name: a"):
        read_items(file)
