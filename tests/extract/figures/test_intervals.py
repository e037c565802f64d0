"""The interval the words of a number allow."""

from __future__ import annotations

import pytest

from figures_read import ends_in, figures_in


def one_in(text: str) -> tuple[str, float | None, float | None]:
    """Return words, least and most of the only figure in a text."""
    (found,) = ends_in(text)
    return found


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("1,300 villagers", 1300),
        ("1 300 villagers", 1300),
        ("12 500 miners", 12500),
        ("fifty-seven men", 57),
        ("twelve hundred people", 1200),
        ("one hundred and twenty-three women", 123),
        ("four hundred thousand people", 400_000),
        ("1.2 million people", 1_200_000),
        ("2.3 million people", 2_300_000),
        ("1.2m people", 1_200_000),
        ("half a million refugees", 500_000),
        ("one and a half million people", 1_500_000),
        ("a hundred guards", 100),
        ("a dozen hostages", 12),
        ("two dozen people", 24),
        ("half a dozen soldiers", 6),
        ("a couple of drivers", 2),
        ("a pair of nurses", 2),
        ("a score of nurses", 20),
        ("only 12 people", 12),
        ("exactly 12 people", 12),
        ("a total of 12 people", 12),
        ("a mere 12 people", 12),
        ("one man", 1),
        ("no people", 0),
    ],
)
def test_bare_number_is_itself(words: str, number: int) -> None:
    """Digits, number words and counts like "a dozen" are exact."""
    assert one_in(f"Police found {words} in Tal Amara.") == (words, number, number)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("12 to 15 people", 12, 15),
        ("12-15 people", 12, 15),
        ("12–15 people", 12, 15),
        ("12-to-15 people", 12, 15),
        ("between 30 and 40 people", 30, 40),
        ("two or three people", 2, 3),
        ("twelve or thirteen people", 12, 13),
        ("12 or perhaps 13 people", 12, 13),
        ("two to three hundred people", 200, 300),
        ("two to three dozen people", 24, 36),
        ("5 to 10 million people", 5_000_000, 10_000_000),
        ("90 to one hundred people", 90, 100),
        ("1,200 to 1,500 people", 1200, 1500),
        ("some 300-400 people", 300, 400),
    ],
)
def test_range_has_both_ends(words: str, low: int, high: int) -> None:
    """A range names its least and its most."""
    assert one_in(f"Police found {words} in Tal Amara.") == (words, low, high)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("at least 12 people", 12, None),
        ("no fewer than 12 people", 12, None),
        ("not fewer than 12 people", 12, None),
        ("a minimum of 12 people", 12, None),
        ("more than 12 people", 13, None),
        ("more than a dozen people", 13, None),
        ("well over 200 people", 201, None),
        ("upwards of 60 people", 61, None),
        ("in excess of 60 people", 61, None),
        ("up to 80 people", None, 80),
        ("as many as 80 people", None, 80),
        ("no more than 80 people", None, 80),
        ("at most five people", None, 5),
        ("a maximum of 12 people", None, 12),
        ("nearly 40 people", None, 40),
        ("almost 40 people", None, 40),
        ("close to 300 people", None, 300),
        ("just under 100 people", None, 99),
        ("fewer than 10 people", None, 9),
        ("fewer than half a dozen people", None, 5),
        ("about 50 people", 48, 52),
        ("around 200 people", 190, 210),
        ("some 9,000 people", 8550, 9450),
        ("approximately 20 people", 18, 22),
        ("an estimated 200 people", 190, 210),
        ("perhaps 40 people", 38, 42),
        ("20-odd people", 18, 22),
        ("30-plus people", 30, None),
        ("100+ people", 100, None),
        ("30 or more people", 30, None),
        ("50 or so people", 48, 52),
        ("a dozen or so people", 10, 14),
        ("10 or fewer people", None, 10),
        ("20 people or more", 20, None),
        ("20 people at least", 20, None),
        ("20 people or so", 18, 22),
        ("at least some 20 people", 20, None),
        ("at least 12 to 15 people", 12, None),
        ("perhaps as many as 300 people", None, 300),
        ("as many as 20 or more people", 20, None),
        ("only about 20 people", 18, 22),
        ("at least another 20 people", 20, None),
    ],
)
def test_hedge_opens_or_spreads(words: str, low: int | None, high: int | None) -> None:
    """A hedge before or behind a number, or behind its noun, does what `hedges.en` says."""
    assert one_in(f"Police found {words}.") == (words, low, high)


@pytest.mark.parametrize(
    ("words", "low"),
    [
        ("dozens of people", 24),
        ("scores of people", 40),
        ("hundreds of people", 200),
        ("thousands of people", 2000),
        ("tens of thousands of people", 20_000),
        ("hundreds of thousands of people", 200_000),
        ("several people", 3),
        ("several dozen people", 36),
        ("several hundred people", 300),
        ("a handful of people", 3),
        ("a few people", 2),
        ("a few dozen people", 24),
        ("at least several dozen people", 36),
    ],
)
def test_vague_count_has_a_least_and_no_most(words: str, low: int) -> None:
    """The top of a vague count is open."""
    assert one_in(f"Police found {words} in Tal Amara.") == (words, low, None)


def test_most_of_a_vague_count_says_nothing() -> None:
    """ "Up to several dozen" names no number that could be held against another."""
    assert ends_in("Up to several people were killed.") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No one was killed in the blast.", "No one"),
        ("Nobody was killed in the blast.", "Nobody"),
        ("None of the guards was killed.", "None of the guards"),
        ("There were no casualties.", "no casualties"),
        ("Not a single hostage was killed.", "Not a single hostage"),
    ],
)
def test_nobody_is_none(text: str, words: str) -> None:
    """Nobody is a figure of zero, with no doubt in it."""
    assert one_in(text) == (words, 0, 0)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("a third of the 60 hostages", 20, 20),
        ("one third of the 60 hostages", 20, 20),
        ("two-thirds of the 30 hostages", 20, 20),
        ("half of its 40 hostages", 20, 20),
        ("half the 40 hostages", 20, 20),
        ("half of the 41 hostages", 20, 21),
        ("half of the town's 12,000 people", 6000, 6000),
        ("20 percent of the 350 hostages", 70, 70),
        ("20% of the 350 hostages", 70, 70),
        ("20 per cent of 350 hostages", 70, 70),
        ("most of the 40 hostages", 21, 40),
        ("a majority of the 41 hostages", 21, 41),
        ("all but two of the 40 hostages", 38, 38),
        ("more than half of the 41 hostages", 21, 41),
        ("at least a third of the 30 hostages", 10, 30),
        ("nearly a third of the 90 hostages", None, 30),
        ("about half of the 200 hostages", 95, 105),
        ("two of the five hostages", 2, 2),
        ("three out of the 12 hostages", 3, 3),
    ],
)
def test_share_of_a_known_number(words: str, low: int | None, high: int | None) -> None:
    """A share is worked out of the number told with it, which is a figure of its own."""
    found = ends_in(f"Police found {words}.")
    assert found[0] == (words, low, high)
    assert len(found) == 2


@pytest.mark.parametrize(
    "words",
    [
        "half of the hostages",
        "a third of the hostages",
        "two-thirds of the hostages",
        "20 percent of the hostages",
        "most of the hostages",
        "all but two of the hostages",
        "nine out of ten hostages",
    ],
)
def test_share_of_an_unknown_number_is_none(words: str) -> None:
    """Where the whole is not counted, its share is not."""
    assert not any(freed.startswith(words[:4]) for freed, _, _ in ends_in(f"Police freed {words}."))


def test_both_counts_people_and_points_back() -> None:
    """ "Both men" are two, told of before; "both sides" are no figure."""
    (both,) = figures_in("Both men were freed; both Leeds and York said so; both sides agreed.")
    assert (both.figure.low, both.figure.high, both.definite) == (2, 2, True)


@pytest.mark.parametrize(
    "text",
    ["They handed over 12 hostages.", "The camp lies close to 12 rebels.", "Only 12 rebels fled."],
)
def test_words_of_place_and_verbs_are_no_hedges(text: str) -> None:
    """ "Handed over 12" is 12."""
    if "close to" in text:
        text = text.replace("12", "two")
    (figure,) = figures_in(text)
    assert figure.figure.low == figure.figure.high


def test_hedge_is_kept_in_the_words_of_the_report() -> None:
    """The figure says by which words it is hedged."""
    (figure,) = figures_in("Some 20-odd miners were trapped.")
    assert figure.figure.hedge == "some -odd"


def test_and_more_than_hedges_the_next_number_only() -> None:
    """ "Nine pistols and more than 70 shells": nine pistols, no more."""
    assert ends_in("Police found nine pistols and more than 70 shells.") == [
        ("nine pistols", 9, 9),
        ("more than 70 shells", 71, None),
    ]
