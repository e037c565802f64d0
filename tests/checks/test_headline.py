"""The desk check of the headline's and the lead's figures against the story."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.checks import headline
from onrecord.checks.headline.titles import Titled, titled
from onrecord.model import PlaceMention, PlaceRef, PlaceUse, Query, Severity, Span
from readings import BY_HAND, a_reading, a_report
from tolls import told


def checked(title: str | None, story: str) -> tuple[Query, ...]:
    """Return what the check finds in a story with marked counts under a headline."""
    return headline.CHECK.run(*told(story, headline=title))


def counts(title: str) -> list[tuple[str, int, int | None]]:
    """Return what befell how many, as a headline has it."""
    return [(one.slot, one.interval.low, one.interval.high) for one in titled(title)]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Blast kills 12 in Ora", [("killed", 12, 12)]),
        ("12 dead, 30 hurt as bomb hits market", [("killed", 12, 12), ("injured", 30, 30)]),
        ("Death toll hits 38 in Ora blast", [("killed", 38, 38)]),
        ("Death toll in mosque attack reaches 54", [("killed", 54, 54)]),
        ("Death toll in mosque raid of 12 gunmen is unclear", []),
        ("Ora bombing toll now at 1,038", [("killed", 1038, 1038)]),
        ("Seven foreigners seized at gas plant", [("kidnapped", 7, 7)]),
        ("Gunmen kidnap 10 miners", [("kidnapped", 10, 10)]),
        ("At least twenty-five killed in air strike", [("killed", 25, None)]),
        ("More than 20 soldiers killed in ambush", [("killed", 21, None)]),
        ("Police arrest five over attack on mosque", [("arrested", 5, 5)]),
        ("Raid leaves three policemen dead, four wounded", [("killed", 3, 3), ("injured", 4, 4)]),
        ("Four men found dead in burnt-out car", [("killed", 4, 4)]),
        ("Two off-duty Japanese nurses abducted", [("kidnapped", 2, 2)]),
        ("Gunman kills 3, wounds nine at rally", [("killed", 3, 3), ("injured", 9, 9)]),
        ("Rebels free 14 hostages", [("freed", 14, 14)]),
        ("Five bodies found near Ora", [("killed", 5, 5)]),
        ("2 SHOT DEAD IN ORA", [("killed", 2, 2)]),
    ],
)
def test_headline_is_read_as_the_telegram_it_is(
    title: str, expected: list[tuple[str, int, int | None]]
) -> None:
    """A number, its people, and what befell them, in either order."""
    assert counts(title) == expected


@pytest.mark.parametrize(
    "title",
    [
        "Man, 44, killed in Ora",
        "22-year-old killed in Ora",
        "Five shot in Ora",
        "Dozens killed in Ora",
        "12 feared dead in mine",
        "Bomb could kill 40, police say",
        "Two more die after Ora blast",
        "Three blasts kill soldier",
        "20 killed or wounded in raid",
        "Brother of 5 killed in crash",
        "Nine days after, killed man is named",
        "Flight 12 missing",
        "12 killed in 2014 raid: anniversary marked",
        "$12 million seized",
        "Update: 12 dead in Ora",
        "",
    ],
)
def test_what_counts_nobody_or_is_not_sure_is_left_alone(title: str) -> None:
    """Ages, names, fears, rounded numbers, increments."""
    assert counts(title) == []


@pytest.mark.parametrize(
    ("title", "story", "severity"),
    [
        (
            "Blast kills 12 in Ora",
            "A bomb killed {21 ~people|21|killed} and hurt {30|30|injured} in Ora, police said.",
            Severity.CORRECT,
        ),
        (
            "12 dead, 30 hurt in Ora",
            "A bomb killed {12 ~people|12|killed} and hurt {13 ~others|13|injured|more} in Ora.",
            Severity.CORRECT,
        ),
        (
            "Gunmen kidnap 10 miners",
            "Gunmen took {12 ~miners|12|kidnapped} in Ora.",
            Severity.QUERY,
        ),
        (
            "Death toll hits 38 in Ora",
            "The toll rose to {48|48|killed} on Tuesday. {100 ~people|100|injured} were hurt.",
            Severity.CORRECT,
        ),
        (
            "Blast kills 14",
            "{A ~bomber|1|killed} hit {12 ~people|12|killed}, {a ~boy|1|killed|of 1} among them.",
            Severity.CORRECT,
        ),
        (
            "At least 20 killed in Ora",
            "It was loud. A strike killed {17 ~people|17|killed} in Ora.",
            Severity.QUERY,
        ),
    ],
    ids=[
        "killed",
        "injured",
        "of one trade",
        "a toll that rose",
        "a part adds nothing",
        "at least",
    ],
)
def test_headline_that_the_story_contradicts(title: str, story: str, severity: Severity) -> None:
    """No figure of the story can be the headline's."""
    (query,) = checked(title, story)
    assert query.severity is severity
    assert query.message.startswith("The headline has ")
    assert query.cited


@pytest.mark.parametrize(
    ("title", "story"),
    [
        ("Blast kills 12", "It killed {12 ~people|12|killed}. Then {21|21|killed} died."),
        ("Blast kills 12", "It killed {at least ten ~people|10-|killed} in Ora."),
        ("Blast kills 12", "It killed {seven ~women|7|killed} and {five ~men|5|killed}."),
        ("Blast kills 12", "It was {12 ~people|12|}, police said. {Nine ~people|9|killed} died."),
        ("Blast kills 12", "It killed {11 ~people|11|killed} and the bomber himself."),
        ("Blast kills 12", "Twelve were hit and {ten ~people|10|killed} died."),
        ("Blast kills 12", "It was loud. {A ~man|1|killed} died."),
        ("Blast kills 12", "One. Two. Three. {Nine ~people|9|killed} died in a raid last year."),
        ("Blast kills 12", "It was loud. {Nine ~soldiers|9|killed} died."),
        ("Blast kills 12", "It hurt {30 ~people|30|injured}."),
        ("Blast kills 12", "{Nine ~pupils|9|killed|of 0} died."),
        ("Blast kills soldiers", "It killed {21 ~people|21|killed}."),
        (None, "It killed {21 ~people|21|killed}."),
    ],
    ids=[
        "one figure fits",
        "it may be 12",
        "some make it together",
        "of a fate not told",
        "the bomber apart",
        "the number is told",
        "told of one by one",
        "far down",
        "some of them",
        "another fate",
        "a part",
        "no figure",
        "no headline",
    ],
)
def test_headline_that_may_be_right_is_left_alone(title: str | None, story: str) -> None:
    """Only what nothing in the story can bear out is told."""
    if "of 0" in story:
        story = "{All ~people|20-|}. " + story
    assert checked(title, story) == ()


def test_headline_above_the_story_is_evidence_too() -> None:
    """Where it stands in the text, its own words are pointed at."""
    # given
    title = "Blast kills 12 in Ora"
    report, reading = told(f"{title}\n\nA bomb killed {{21 ~people|21|killed}} in Ora.")
    body = Span(report.paragraphs[1].start, report.body.end)
    report = replace(report, headline=title, body=body)
    # when
    (query,) = headline.CHECK.run(report, reading)
    # then
    assert [span.of(report.text) for span in query.evidence] == ["12", "21 people"]


@pytest.mark.parametrize(
    "later",
    [
        "{16 ~people|16|killed} died in the blast.",
        "{16 ~people|16|killed|by police} died in the blast, police said.",
        "{15 or more ~people|15-|killed} died in the blast.",
        "The bomber killed {16 ~people|16|killed}, a doctor said.",
    ],
)
def test_later_figure_that_the_lead_contradicts(later: str) -> None:
    """Fourteen and sixteen cannot both be all the dead."""
    (query,) = checked(None, "A bomb killed {14 ~people|14|killed} in Ora. " + later)
    assert query.severity is Severity.QUERY
    assert "sentence 2" in query.message


@pytest.mark.parametrize(
    "later",
    [
        "The toll rose to {16|16|killed}.",
        "Initially {16 ~people|16|killed} were put among the dead.",
        "{Nine ~people|9|killed} died in the market.",
        "{Two more ~people|2|killed|more} died in hospital.",
        "{At least 12 ~people|12-|killed} died.",
        "{16 ~soldiers|16|killed} died.",
        "{16 ~people|16|injured} were hurt.",
        "But {16 ~people|16|killed} died, neighbours said.",
        "{16 ~people|16|killed} died, and a gunman.",
        "The bomber was among {15 ~dead|15|killed}.",
        "{16 ~people|16|} died.",
    ],
)
def test_later_figure_that_is_explained_or_of_others_is_left_alone(later: str) -> None:
    """Tolls rise, are counted in parts, and are told of others."""
    assert checked(None, "A bomb killed {14 ~people|14|killed} in Ora. " + later) == ()


def test_two_voices_may_count_differently() -> None:
    """The army and the rebels have tolls of their own."""
    story = (
        "A bomb killed {14 ~people|14|killed|by the army}. "
        "It was {16 ~people|16|killed|by the rebels}."
    )
    assert checked(None, story) == ()


def test_another_place_has_a_toll_of_its_own() -> None:
    """What is told of another town is no later count of the first."""
    text = "A bomb killed {14 ~people|14|killed} here. {16 ~people|16|killed} died in Lota."
    report, reading = told(text)
    start = report.text.index("Lota")
    span = Span(start, start + 4)
    place = PlaceMention(
        span=span,
        read_by=BY_HAND,
        place=PlaceRef(name="Lota"),
        candidates=(),
        use=PlaceUse.LOCATION,
        relation=None,
        extent=span,
    )
    assert headline.CHECK.run(report, reading)
    placed = replace(reading, mentions=replace(reading.mentions, places=(place,)))
    assert headline.CHECK.run(report, placed) == ()


def test_both_figures_told_twice_are_of_two_events() -> None:
    """A story of two bombs has two tolls."""
    story = (
        "It killed {14 ~people|14|killed}. {16 ~people|16|killed} died. "
        "{14 ~people|14|killed} died. {16 ~people|16|killed} died."
    )
    assert checked(None, story) == ()


@pytest.mark.parametrize("title", ["7", "- 7 -", "7 7 7", "seven ￼ dead", "’", "kills", "toll"])
def test_no_headline_makes_it_fail(title: str) -> None:
    """Whatever stands where a headline should."""
    report = replace(a_report("It was loud."), headline=title)
    assert all(isinstance(one, Titled) for one in titled(title))
    assert headline.CHECK.run(report, a_reading(report)) == ()


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("10 women, 7 men wounded in playground shooting", [("injured", 17, 17)]),
        ("Blast kills 12 soldiers, 7 nurses", [("killed", 19, 19)]),
        ("2 men, 3 women and 4 children killed", [("killed", 9, 9)]),
        # Those before may be among those behind, or the other way round.
        ("Blast kills 12 people, 7 children", [("killed", 12, 12)]),
        ("12 people, 7 soldiers killed in raid", []),
        # The others are not told by a number.
        ("Mother, 3 children killed in fire", []),
        ("Nurse and two guards killed", []),
        ("Two nurses, a guard and 3 drivers killed", []),
        # Each has a fate of its own.
        ("Three policemen dead, four guards wounded", [("killed", 3, 3), ("injured", 4, 4)]),
        ("Suspect dead, 3 officers wounded", [("injured", 3, 3)]),
    ],
)
def test_kinds_of_one_list_in_a_headline_are_added_up(
    title: str, expected: list[tuple[str, int, int]]
) -> None:
    """What befell the last of them befell all."""
    assert counts(title) == expected


def test_list_of_a_headline_makes_the_total_of_the_story() -> None:
    """Ten and seven are 17, not 18."""
    title = "10 women, 7 men wounded at playground"
    assert checked(title, "A shooting left {17 ~people|17|injured}.") == ()
    (query,) = checked(title, "A shooting left {18 ~people|18|injured}.")
    assert "“10 women, 7 men” injured" in query.message


@pytest.mark.parametrize(
    "story",
    [
        (
            "{One ~person|1|killed} died and {two ~people|2|injured} were hurt. He was one of "
            "{three ~people|3|injured} who were hit."
        ),
        (
            "{Two ~people|2|killed} died and {18 ~people|18|injured} were hurt. Ambulances took "
            "{19 ~people|19|injured} away."
        ),
    ],
    ids=["all the dead", "some of them"],
)
def test_injured_further_down_may_take_in_the_dead(story: str) -> None:
    """Who died had been hit too."""
    assert checked(None, story) == ()


def test_injured_who_are_more_than_all_who_were_hit_are_asked_about() -> None:
    """One and two are not five."""
    (query,) = checked(
        None,
        "{One ~person|1|killed} died and {two ~people|2|injured} were hurt. An ambulance took "
        "{five ~people|5|injured} away.",
    )
    assert "five people" in query.message


def test_dead_of_a_lead_are_not_taken_in_without_a_word_of_it() -> None:
    """Eighteen and two are 20; only of those taken away may one be among the dead."""
    story = "{Two ~people|2|killed} died and {18 ~people|18|injured} were hurt. A list has {19|19|"
    (query,) = checked(None, story + "injured} hurt.")
    assert query.severity is Severity.QUERY


@pytest.mark.parametrize(
    "line",
    [
        "{13 Dead|13|killed}, at Least 3 Wounded in Ora Market Bombing",
        "Watch: {13 ~People|13|killed} Killed in Bombing at Ora Market",
    ],
)
def test_headline_of_another_story_between_paragraphs_is_not_the_story(line: str) -> None:
    """Capitals without a full stop are a link."""
    story = f"A bomb killed {{12 ~people|12|killed}}.\n\n{line}\n\nIt was loud."
    assert checked("Bomb kills 12", story) == ()


@pytest.mark.parametrize(
    "line",
    ["The bomb killed {13 ~people|13|killed}.", "The Ora Bomb Killed {13 ~People|13|killed}."],
)
def test_paragraph_that_is_a_sentence_is_the_story(line: str) -> None:
    """It ends as sentences do."""
    story = f"A bomb killed {{12 ~people|12|killed}}.\n\n{line}\n\nIt was loud."
    assert len(checked(None, story)) == 1


@pytest.mark.parametrize(
    "lead",
    [
        "Water burst into the pit, trapping {11 ~men|11|}.",
        "In the pit {11 ~people|11|} were trapped by the water.",
    ],
)
def test_headline_counts_the_trapped_as_the_story_does(lead: str) -> None:
    """No claim tells of the trapped; words beside the count do."""
    (query,) = checked("Fourteen miners trapped in flooded pit", lead)
    assert "trapped" in query.message
    assert checked("Eleven miners trapped in flooded pit", lead) == ()


def test_headline_may_count_those_still_trapped() -> None:
    """Ten were trapped and three came out: seven are left."""
    story = "A fall of rock trapped {10 ~people|10|}, and {three|3|freed} were brought out."
    assert checked("Seven miners trapped in pit", story) == ()


def test_count_of_others_is_not_of_the_trapped() -> None:
    """Rescuers are counted beside a word for trapping."""
    story = "Rescuers dug for the trapped miners; {40 ~people|40|} watched."
    assert checked("Seven miners trapped in pit", story) == ()
