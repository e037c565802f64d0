"""Numbers without a noun, and whom they stand for."""

from __future__ import annotations

import pytest

from figures_read import ends_in, figures_in

Ends = tuple[float | None, float | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In all, 38 people died: 30 in the stadium, eight on the stairs.", [38, 30, 8]),
        ("Guards arrested four poachers on Sunday and another three on Monday.", [4, 3]),
        ("The militia took nine clerks in May, a further six in June.", [9, 6]),
        ("The guerrillas, 20 by one account and 35 by another, vanished.", [20, 35]),
        ("Six of the sailors are Indian and two are Greek.", [6, 2]),
        ("A bomb trapped 30 weavers in the mill; 22 made it out.", [30, 22]),
        ("Two of the raiders were shot dead; the other four surrendered.", [2, 4]),
        ("At least three men took part, though one nurse described five.", [3, 5]),
        ("Some 40 settlers were flown out, while both of the pilots stayed.", [38, 2]),
        ("Police seized 12 men in Leeds and were hunting for hundreds more.", [12, 200]),
    ],
)  # fmt: skip
def test_number_without_a_noun_counts_people_told_before(text: str, expected: list[float]) -> None:
    """A list by place, more of them, some of them, and the rest need no noun again."""
    # when
    found = [low for words, low, _ in ends_in(text) if words not in {"another", "one nurse"}]
    # then
    assert found == expected
    assert all(one.figure.unit == "people" for one in figures_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "Police fired 40 rounds, six into the air.",
        "The raiders burned 12 lorries near Kano and eight in Jos.",
        "The team scored twice and lost three in a row.",
        "He was born in 1961 and left in 1979.",
    ],
)
def test_number_stands_for_no_people_where_things_are_counted(text: str) -> None:
    """What was counted last decides; where nobody was, nobody is meant."""
    assert not [one for one in figures_in(text) if one.figure.unit == "people"]


@pytest.mark.parametrize(
    ("text", "words", "ends"),
    [
        ("Four in five of the 250 men had left.", "Four in five of the 250 men", (200, 200)),
        ("Nine out of ten of the 40 guards fled.", "Nine out of ten of the 40 guards", (36, 36)),
        ("Repairs would cost well over NZ$3 million.", "well over NZ$3 million", (3_000_001, None)),
        ("The firm lost about TT$500 in the raid.", "about TT$500", None),
        ("Soldiers freed both Danes on Friday.", "both Danes", (2, 2)),
        ("They caught around 40 of the 100-plus men.", "around 40 of the 100-plus men", (38, 42)),
        ("They hold six of the district's nine towns.", "six of the district's nine towns", (6, 6)),
    ],
)  # fmt: skip
def test_numbers_written_otherwise(text: str, words: str, ends: Ends | None) -> None:
    """Rates of a known number, glued signs of money, plurals that look like names, owners."""
    # when
    found = {phrase: (low, high) for phrase, low, high in ends_in(text)}
    # then
    assert found.get(words) == ends


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The raiders came in four pick-ups.", "pick-ups"),
        ("They hold six of the district's nine towns.", "towns"),
        ("Saboteurs set two transformers alight.", "transformers"),
        ("Three arrests were made overnight.", "people"),
        ("Divers found two canoeists.", "people"),
    ],
)
def test_what_is_counted_is_the_head_of_its_phrase(text: str, unit: str) -> None:
    """Hyphens, owners and states behind the noun leave it what it is."""
    assert figures_in(text)[0].figure.unit == unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A trawler with 157 aboard was seized.", [157]),
        ("The ferry had 90 on board.", [90]),
        ("The wounded now number 34.", [34]),
        ("A spokesman put the drowned at 58.", [58]),
        ("The toll crept up to 73 overnight.", [73]),
        ("Tens of thousands have been bombed out of their homes.", [20000]),
        ("He was among the 11 cut down in the ambush.", [11]),
        ("Eight are dead, and upwards of 30 are in hospital.", [8, 31]),
        ("Pirates took nine sailors and left the remaining dozen crew.", [9, 12]),
        ("Some 25 day labourers fled.", [23]),
        ("About 100 North Korean soldiers died.", [95]),
    ],
)
def test_people_counted_in_other_turns(text: str, expected: list[float]) -> None:
    """Those aboard, tolls by verb, and labourers by the day are people counted."""
    assert [low for _, low, _ in ends_in(text) if low != 1] == expected


def test_age_behind_a_person_counts_nobody() -> None:
    """An abbot of 90 is one man."""
    assert [low for _, low, _ in ends_in("An abbot of 90 who stayed was hurt.")] == [1]
