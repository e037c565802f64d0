"""Parts: which figures are stated parts of a stated total."""

from __future__ import annotations

import pytest

from factories import read_story


def parts(text: str) -> list[tuple[str, str | None]]:
    """Return the phrase of each figure of people, with that of its total."""
    return [
        (one.phrase.of(text), None if one.part_of is None else one.part_of.of(text))
        for one in read_story(text).mentions.figures
        if one.figure.unit == "people"
    ]


@pytest.mark.parametrize(
    ("text", "part", "total"),
    [
        ("Seven people, including five Japanese, were taken.", "five Japanese", "Seven people"),
        ("The raid left 12 dead, among them three nuns.", "three nuns", "12 dead"),
        ("Of the 40 hostages, 12 were freed on Sunday.", "12", "40 hostages"),
        ("Ten men were seized, four of whom were let go.", "four", "Ten men"),
        ("Twenty people were hurt, three of them badly.", "three", "Twenty people"),
        ("Three of the nine sailors were freed.", "Three of the nine sailors", "nine sailors"),
        ("Three of the ship's 21 crew drowned.", "Three of the ship's 21 crew", "21 crew"),
        ("Sixty people died: 40 men and 20 women.", "20 women", "Sixty people"),
        ("Twelve people, nine cooks and three guards, died.", "nine cooks", "Twelve people"),
        (
            "Some 40 clerks had lined up when the shell fell; ten were killed.",
            "ten",
            "Some 40 clerks",
        ),
        (
            "Pirates seized six sailors; two are Thai, three Lao and one Dutch.",
            "three Lao",
            "six sailors",
        ),
        ("A dozen Danes, two nurses among them, were held.", "two nurses", "A dozen Danes"),
        ("He stabbed four pilgrims, none fatally.", "none", "four pilgrims"),
        ("Rebels shot up a bus with 20 monks, leaving only three alive.", "only three", "20 monks"),
        ("Of 41 hostages troops freed 18, including two Poles.", "two Poles", "18"),
        ("The raid killed eight guards, six of them cadets.", "six of them cadets", "eight guards"),
        ("Twelve people were wounded, three seriously.", "three", "Twelve people"),
        ("A blast hurt 30, four with burns.", "four", "30"),
        (
            "Ten people who had fled to a church, six women and four girls, died.",
            "six women",
            "Ten people",
        ),
    ],
    ids=lambda value: value[:30],
)
def test_stated_part_points_at_its_total(text: str, part: str, total: str) -> None:
    """The words say of what a figure is a part."""
    assert (part, total) in parts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Three soldiers and two civilians died in the ambush.",
        "Rebels killed 12 villagers, then took 20 boys with them.",
        "Twelve people, nine cooks and two guards, died.",
        "Rebels killed five soldiers who held the camp, three porters and two cooks.",
    ],
)
def test_what_no_word_makes_a_part_is_none(text: str) -> None:
    """Figures side by side, or a list that does not add up, are no parts."""
    assert [total for _, total in parts(text)] == [None] * len(parts(text))


def test_other_trades_behind_an_aside_are_no_part() -> None:
    """Drivers are no passengers, though children before them are."""
    told = dict(parts("A bomb killed seven passengers, three of them children, two drivers."))
    assert told["three of them children"] == "seven passengers"
    assert told["two drivers"] is None


@pytest.mark.parametrize(
    ("text", "part", "total"),
    [
        (
            "Eight of the 12 divers were brought up alive, but four were found dead.",
            "four",
            "12 divers",
        ),
        ("The court named 13 suspects and said five had already been held.", "five", "13 suspects"),
        ("Nine inmates broke out on Monday and six were recaptured.", "six", "Nine inmates"),
        ("Bandits seized 20 pupils, and three have since been freed.", "three", "20 pupils"),
    ],
    ids=lambda value: value[:30],
)
def test_number_told_on_is_a_part_of_those_before(text: str, part: str, total: str) -> None:
    """The whole they share, or a word by its verb, tells of whom."""
    assert (part, total) in parts(text)


@pytest.mark.parametrize(
    "text",
    [
        "A blast wounded nine traders, and two were later arrested.",
        "Bandits seized 20 pupils, and 30 have since been freed.",
        "Rebels seized 20 pupils and three were shot.",
    ],
)
def test_number_is_no_part_where_nothing_tells_it_on(text: str) -> None:
    """Who is held after a bomb is none of the dead, and no part is more than its whole."""
    assert [total for _, total in parts(text)] == [None, None]


def test_others_beside_a_share_need_room_in_the_whole() -> None:
    """Nine of twelve and four come to more than twelve."""
    assert ("four", None) in parts("Nine of the 12 divers were saved, but four were found dead.")
