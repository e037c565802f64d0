"""The desk check of groups that are counted in two ways."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onrecord.checks import tally
from onrecord.model import Granularity, Query, Severity, Span, TimeMention, TimeRef
from readings import BY_HAND
from tolls import told


def checked(story: str) -> tuple[Query, ...]:
    """Return what the check finds in a story with marked counts."""
    return tally.CHECK.run(*told(story))


@pytest.mark.parametrize(
    "later",
    [
        "The {seven ~hostages|7||back} are in the hills.",
        "The {eight ~engineers|8||back} work for an oil firm.",
        "All {seven|7||back} are well, their firm said.",
        "These {five ~captives|5||back} are well.",
        "The {seven ~hostages|7|kidnapped|back, by the army} are well, the army said.",
    ],
)
def test_group_counted_in_two_ways_is_asked_about(later: str) -> None:
    """Six engineers were taken, and nothing tells why they are another number."""
    (query,) = checked("Gunmen seized {six ~engineers|6|kidnapped|by police}. " + later)
    assert query.severity is Severity.QUERY
    assert "“six engineers” is" in query.message
    assert len(query.cited) == 2


def test_people_carried_off_are_hostages() -> None:
    """Words for the deed alone tell who the hostages are; the driver's release adds nobody."""
    story = "Raiders marched off {five ~clerks|5|}. The driver was let go. "
    (query,) = checked(story + "The {six ~hostages|6||back} are well.")
    assert "“five clerks” is" in query.message
    assert checked(story + "The {four ~hostages|4||back} are well.") == ()
    assert checked(story + "The {five ~hostages|5||back} are well.") == ()
    assert checked(story + "A guard joined them. The {six ~hostages|6||back} are well.") == ()


def test_people_who_came_by_themselves_are_no_hostages() -> None:
    """A count of others beside hostages is not theirs."""
    story = "The bank sent {five ~clerks|5|}. The {six ~hostages|6||back} are well."
    assert checked(story) == ()


def test_dead_are_those_killed() -> None:
    """A noun that tells what befell people points back to whom it befell."""
    (query,) = checked("It killed {nine ~people|9|killed}. The {ten ~dead|10||back} were traders.")
    assert query.suggestion == "Ask whether there are 9 or 10."


@pytest.mark.parametrize(
    "later",
    [
        "The {six ~hostages|6||back} are in the hills.",
        "The {two ~gunmen|2||back} drove off.",
        "{Two|2|freed} were freed. The {four ~hostages|4||back} are well.",
        "One escaped. The {five ~hostages|5||back} are well.",
        "The {five remaining ~hostages|5||back} are well.",
        "{Three ~nurses|3|kidnapped} were taken. The {nine ~hostages|9||back} are well.",
        "{Seven ~hostages|7|kidnapped} are well.",
        "The {two ~engineers|2||back} who got away are well.",
        "Its {seven ~engineers|7||back} are well.",
        "The {seven or eight ~hostages|7-8||back} are well.",
        "The {first ~hostage|1||back} was freed.",
        "Two of the {seven|7||back} were hurt.",
        "The number rose. The {seven ~hostages|7||back} are well.",
    ],
)
def test_groups_that_may_be_others_or_have_changed_are_left_alone(later: str) -> None:
    """People leave, join, or are not those told of before."""
    assert checked("Gunmen seized {six ~engineers|6|kidnapped}. " + later) == ()


@pytest.mark.parametrize(
    "before",
    [
        "Gunmen seized {at least six ~engineers|6-|kidnapped}.",
        "Gunmen seized {an ~engineer|1|kidnapped}.",
        "Gunmen seized {six ~engineers|6|kidnapped} and {seven ~drivers|7|}.",
        "Gunmen shot {six ~engineers|6|injured}.",
        "A party has {six ~hostages|6|} of fortune.",
    ],
)
def test_group_that_may_have_been_told_of_is_left_alone(before: str) -> None:
    """Only an exact count of the same people contradicts another."""
    assert checked(before + " The {seven ~hostages|7||back} are well.") == ()


@pytest.mark.parametrize(
    "story",
    [
        "Police arrested {two ~men|2|} in a flat. The {three ~men|3||back} in custody are French.",
        "Police detained {two ~men|2|}. The {three ~men|3||back} will be brought before a judge.",
        "{Four ~cooks|4|kidnapped} taken in May were freed. The {five ~cooks|5||back} rest.",
        "Rebels freed {four ~surveyors|4|kidnapped}. The {five ~surveyors|5||back} are at home.",
        "{Four ~cooks|4|kidnapped} are home. The men ate. The {five ~men|5||back} slept.",
        "{Four ~cooks|4|kidnapped}, {one of ~the cooks|1|} said, ate. The {five ~cooks|5||back}.",
    ],
    ids=[
        "in custody",
        "brought to court",
        "all are freed",
        "freed before",
        "called the men",
        "one of them",
    ],
)
def test_group_is_followed_to_where_it_ends(story: str) -> None:
    """What befalls a group as a whole changes nothing in how many it has."""
    assert len(checked(story)) == 1


@pytest.mark.parametrize(
    "story",
    [
        "They played {two ~men|2|} up front. The {three ~men|3||back} in defence are French.",
        "Police held {two ~men|2|arrested}, then a third. The {three ~men|3||back} are French.",
        "Rebels shot {two ~men|2|killed}. The {three ~men|3||back} in custody are French.",
        "It took {six ~cooks|6|kidnapped}, but some were freed. The {four ~cooks|4||back} rest.",
        "{Four ~cooks|4|kidnapped} are home. The {five ~men|5||back} came on bikes.",
        "It took {four ~cooks|4|kidnapped}, {two ~boys|2|}. The men ate. The {five ~men|5||back}.",
    ],
    ids=[
        "no arrest",
        "a third",
        "of those shot",
        "some were freed",
        "not called the men",
        "two groups",
    ],
)
def test_group_that_may_be_another_is_left_alone(story: str) -> None:
    """Those in custody may be the gunmen, and "the men" anybody of whom nobody was told."""
    assert checked(story) == ()


def test_one_who_speaks_is_none_of_the_group() -> None:
    """Ten villagers and an officer are no eleven villagers."""
    story = "They shot {ten ~men|10|killed}, {an ~officer|1|} said. The {11 ~men|11||back} ran."
    assert len(checked(story)) == 1


def test_group_called_by_two_words_is_the_same() -> None:
    """Crew, and crew members."""
    story = "Pirates took {17 ~crew|17|kidnapped}. The {19 ~crew members|19||back} are well."
    assert len(checked(story)) == 1


def test_group_of_another_year_is_no_news() -> None:
    """Background has groups of its own."""
    # given
    story = "It killed {nine ~people|9|killed}. In 2011 the {ten ~dead|10||back} were miners."
    report, reading = told(story)
    start = report.text.index("2011")
    year = TimeMention(
        span=Span(start, start + 4),
        read_by=BY_HAND,
        time=TimeRef(
            earliest=datetime(2011, 1, 1, tzinfo=UTC),
            latest=datetime(2012, 1, 1, tzinfo=UTC),
            granularity=Granularity.YEAR,
            text="2011",
        ),
    )
    assert tally.CHECK.run(report, reading)
    # then
    report, reading = told(story, year)
    assert tally.CHECK.run(report, reading) == ()
