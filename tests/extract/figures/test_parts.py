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
