"""The desk check of totals against the parts their own sentence gives them."""

from __future__ import annotations

import pytest

from factories import a_report, read_story
from onrecord.checks import sums
from onrecord.model import Query, Severity
from tolls import told


def checked(story: str) -> tuple[Query, ...]:
    """Return what the check finds in a story with marked counts."""
    return sums.CHECK.run(*told(story))


def found(story: str) -> list[tuple[Severity, str]]:
    """Return severity and message of what the check finds."""
    return [(query.severity, query.message) for query in checked(story)]


@pytest.mark.parametrize(
    ("story", "message"),
    [
        (
            "A bomb killed {six ~people|6|killed}, including {seven ~soldiers|7||of 0}.",
            "7 soldiers cannot be among 6 people.",
        ),
        (
            "They seized {nine ~engineers|9|kidnapped}, all {ten|10|} of them Chinese.",
            "10 cannot be among 9 engineers.",
        ),
    ],
    ids=["including", "all of them"],
)
def test_part_greater_than_its_total_is_to_be_corrected(story: str, message: str) -> None:
    """Both numbers are exact, so one of them is wrong as it stands."""
    assert found(story) == [(Severity.CORRECT, message)]


def test_hedged_part_that_cannot_fit_is_asked_about() -> None:
    """About thirty are at least 28, and about twenty at most 22."""
    story = "{About 20 ~people|18-22|injured}, among them {some 30 ~pupils|28-32||of 0}, were hurt."
    message = "(28 to 32) pupils cannot be among 18 to 22 people."
    assert found(story) == [(Severity.QUERY, message)]


@pytest.mark.parametrize(
    ("story", "message"),
    [
        (
            "Of {12 ~hostages|12|kidnapped}, {eight|8|freed|of 0} left, {five|5|killed|of 0} died.",
            "8 + 5 = 13, more than 12.",
        ),
        (
            "Of {21 ~crew|21|} {15 ~Greeks|15||of 0}, {4 ~French|4||of 0} and {3 ~Irish|3||of 0}.",
            "15 Greeks + 4 French + 3 Irish = 22, more than 21.",
        ),
        (
            "Among {14 ~people|14|killed} were {nine ~pupils|9||of 0}, {six ~teachers|6||of 0}.",
            "9 pupils + 6 teachers = 15, more than 14.",
        ),
        (
            "Among {six ~people|6|killed} were {four ~women|4||of 0} and {three ~men|3||of 0}.",
            "4 women + 3 men = 7, more than 6.",
        ),
        (
            "Of {30 ~men|30|killed} {14|14||of 0} in Dan, {9|9||of 0} in Kolo, {8|8||of 0} in Ora.",
            "14 + 9 + 8 = 31, more than 30.",
        ),
    ],
    ids=["two fates", "three nations", "two trades", "two sexes", "three places"],
)
def test_parts_that_are_apart_and_make_more_are_asked_about(story: str, message: str) -> None:
    """Nobody is in two of them, so together they are more than all."""
    assert found(story) == [(Severity.QUERY, message)]


@pytest.mark.parametrize(
    "story",
    [
        "It killed {six ~people|6|killed}, with {four ~women|4||of 0} and {three ~nuns|3||of 0}.",
        "It killed {15 ~people|15|killed}, with {nine ~women|9||of 0}, {eight ~Japanese|8||of 0}.",
        "It killed {at least six ~people|6-|killed}, {four ~women|4||of 0}, {five ~men|5||of 0}.",
        "It killed {six ~people|6|killed} and hurt {12 ~soldiers|12|injured}.",
        "It killed {two ~boys|2|killed}, one of 14, and hurt {four ~others|4|injured|of 0, more}.",
        "It killed {six ~people|6|killed}, including {up to seven ~soldiers|-7||of 0}.",
        "It had {56 ~guests|56|} and {10 ~crew|10|}, among them {30 ~Greeks|30||of 1}.",
        "{Six ~Greeks|6|}, {four ~guests|4|}, {a ~Briton|1|} and {two ~Irish|2|} were seized.",
        "{Four ~Danish citizens|4|}, {two ~Irish|2|} and {three ~Greeks|3|} were seized.",
        "{The 12 ~dead|12|killed|back} include two; {the 30 ~wounded|30|injured|of 0, back} two.",
        "It hit {two ~cooks|2|}, {one of ~them a nun|1||of 0}, {four ~boys|4||of 0}.",
        "Image {5 of ~5 two boys|5|} {5 ~two boys|2||of 0} were shot.",
    ],
    ids=[
        "women and nuns overlap",
        "women and Japanese overlap",
        "the top is open",
        "no parts",
        "what adds is no part",
        "up to seven may be six",
        "parts of two totals",
        "all are one list",
        "a nation by two words",
        "a group of its own",
        "the list goes on",
        "numbers side by side",
    ],
)
def test_parts_that_may_fit_are_left_alone(story: str) -> None:
    """Only what no numbers can make good is told."""
    assert checked(story) == ()


@pytest.mark.parametrize(
    "story",
    [
        "It killed {ten ~people|10|killed}: {six ~soldiers|6|} and {three ~policemen|3|}.",
        "It killed {ten ~people|10|killed} – {six ~women|6|} and {three ~men|3|} – police said.",
        "It killed {ten ~people|10|killed}, {six ~women|6|} and {three ~men|3|}, police said.",
        "{Ten ~people|10|killed} died in Ora: {six ~women|6|}, {two ~men|2|} and {a ~boy|1|}.",
        "It killed {ten ~members|10|killed} of the guard ({six ~women|6|} and {three ~men|3|}).",
        "{Ten ~nurses|10|kidnapped}, {six ~Japanese|6|} and {three ~Greeks|3|}, were seized.",
        "{Ten ~guards|10|killed}, {six ~women|6|} and {three ~men|3|}, were shot.",
        "{Ten ~crew|10|freed} of the Irene, {six ~Irish|6|} and {three ~Greeks|3|}, are home.",
        "It killed {ten ~guards|10|killed} – {six ~women|6|} and {three ~men|3|} – on Monday.",
    ],
    ids=[
        "colon",
        "dashes",
        "commas",
        "colon further on",
        "brackets",
        "nations",
        "aside",
        "of a ship",
        "dash",
    ],
)
def test_list_that_spells_its_total_out_must_make_it(story: str) -> None:
    """Nine are not ten, where the words leave nobody out."""
    (query,) = checked(story)
    assert query.severity is Severity.QUERY
    assert query.message.endswith("= 9, not 10.")


@pytest.mark.parametrize(
    "story",
    [
        "{Three ~people|3|killed} – {a ~man|1|}, his wife and {two ~sons|2|} – died.",
        "It killed {ten ~people|10|killed}: {six ~women|6|}, {three ~men|3|} and John Roe.",
        "It hit {ten ~soldiers|10|killed}, {six ~women|6|} and {three ~men|3|}, police said.",
        "{Ten ~guards|10|killed}, {six ~women|6|} and {three ~men|3|} were shot.",
        "{Ten ~crew|10|freed} of the Irene, {six ~Irish|6|} and {three ~Greeks|3|} are home.",
        "{Ten ~guards|10|killed}, {six ~women|6|} and {three ~nuns|3|}, were shot.",
        "{Ten ~people|10|killed} died: {six|6|} in Ora and {three|3|} in Lota.",
        "It killed {ten ~people|10|killed}: {six ~women|6|}, {some ~men|2-9|}.",
    ],
    ids=[
        "somebody uncounted",
        "somebody named",
        "other people",
        "one list of three",
        "a list of three behind a ship",
        "nuns are women",
        "by place",
        "it may make it",
    ],
)
def test_list_that_may_be_open_is_left_alone(story: str) -> None:
    """What is not all figures of some kinds of people does not spell a total out."""
    assert checked(story) == ()


def test_list_that_makes_its_total_adds_up() -> None:
    """What was checked and adds up is worth one line."""
    story = "{Three ~people|3|killed}, {a ~man|1|} and {two ~women|2|}, were shot."
    (query,) = checked(story)
    assert (query.severity, query.message) == (Severity.OK, "1 man + 2 women = 3.")
    assert query.suggestion is None
    assert len(query.evidence) == 3


def test_list_further_down_must_fit_in_the_total() -> None:
    """The dead are named by kind where the lead has them all."""
    story = "It killed {six ~people|6|killed}. The dead were {four ~women|4|killed}"
    assert found(story + " and {three ~boys|3|killed}.") == [
        (Severity.QUERY, "4 women + 3 boys = 7, more than 6.")
    ]


@pytest.mark.parametrize(
    ("story", "message"),
    [
        (
            (
                "It hit {six|6|killed}. The dead were {three ~guards|3|killed} who hid, "
                "{two ~cooks|2|killed} and {two ~drivers|2|killed}."
            ),
            "3 guards + 2 cooks + 2 drivers = 7, more than 6.",
        ),
        (
            (
                "It hit {six ~nurses|6|killed}. {Five|5|killed|of 0} of them were from the town "
                "of Ora, {two|2|} came from Lota and {one|1|} from Dan."
            ),
            "5 + 2 + 1 = 8, more than 6.",
        ),
    ],
    ids=["by trade", "by home"],
)
def test_those_told_of_further_down_are_no_more_than_all(story: str, message: str) -> None:
    """A list of who the dead were, or of where they came from, has nobody twice."""
    assert found(story) == [(Severity.QUERY, message)]


@pytest.mark.parametrize(
    "story",
    [
        "It hit {six|6|killed}. It hit {five ~guards|5|killed} and {two ~cooks|2|killed}.",
        "It hit {six|6|killed}. {Five|5|killed|of 0} were from Ora, {two|2|} from Ora too.",
        "It hit {six|6|killed}. {Five|5|killed|of 0} were from Ora, {two|2|} had children.",
    ],
    ids=["no list of all", "one place", "no place"],
)
def test_those_who_may_be_told_of_twice_are_left_alone(story: str) -> None:
    """A cook may be a guard, and who has children comes from somewhere."""
    assert checked(story) == ()


@pytest.mark.parametrize(
    "speaking", ["A doctor said", "Two nurses and a doctor said", "Police and two doctors said"]
)
def test_who_speaks_is_no_part_and_no_total(speaking: str) -> None:
    """ "A doctor said six of them were badly hurt" counts six of others."""
    story = (
        "A bomb killed three people and hurt 20 at a market in Kano on Monday, police said. "
        f"{speaking} six of them were badly hurt."
    )
    found = sums.CHECK.run(a_report(story), read_story(story))
    assert [query.message for query in found if query.severity is not Severity.OK] == []


@pytest.mark.parametrize(
    "later",
    [
        "The dead were {four ~women|4|killed} and {two ~boys|2|killed}.",
        "The dead were {four ~women|4|killed}; {three ~nuns|3|killed} fled.",
        "Another bomb killed {four ~women|4|killed} and {three ~boys|3|killed}.",
        "It hurt {four ~women|4|injured} and {three ~boys|3|injured}.",
        "All {nine ~people|9|killed} died. It hit {four ~women|4|killed}, {five ~men|5|killed}.",
        "It killed {four ~women|4|killed} here. It killed {three ~boys|3|killed} there.",
    ],
)
def test_list_further_down_that_may_fit_is_left_alone(later: str) -> None:
    """It is of others, of another fate, or the total has changed."""
    assert checked("It killed {six ~people|6|killed}. " + later) == ()


@pytest.mark.parametrize(
    "between",
    [
        ", today includes",
        " and now includes",
        ", but years later included",
        " in May, and currently counts among them",
        ", and has since grown, including",
    ],
)
def test_figure_of_another_time_is_no_part(between: str) -> None:
    """A club that began with eight may have 75 by now."""
    story = f"The club began with {{eight ~members|8|}}{between} {{75 ~pupils|75||of 0}}."
    assert found(story) == []


def test_part_of_the_same_time_is_still_one() -> None:
    """No word between them moves the second to another day."""
    story = "The club has {eight ~members|8|}, and includes {75 ~pupils|75||of 0}."
    assert found(story) == [(Severity.CORRECT, "75 pupils cannot be among 8 members.")]
