"""What a number is to those told before it."""

from __future__ import annotations

import pytest

from figures_read import figures_in
from onrecord.model import Bearing


def borne(text: str) -> dict[str, str]:
    """Return the bearing of each figure of a text that is no plain count, by its words."""
    return {
        one.phrase.of(text): one.figure.bearing
        for one in figures_in(text)
        if one.figure.bearing is not Bearing.COUNT
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Another two men were wounded.", "Another two men"),
        ("A further 12 people were arrested.", "A further 12 people"),
        ("An additional 12 people were arrested.", "An additional 12 people"),
        ("Two more bodies were found.", "Two more bodies"),
        ("Three others were wounded.", "Three others"),
        ("Six other people were wounded.", "Six other people"),
        ("At least another 20 people were killed.", "At least another 20 people"),
        ("Another man was wounded.", "Another man"),
        ("Another was wounded.", "Another"),
        ("One more hostage was freed.", "One more hostage"),
        ("As many as 20 more people were killed.", "As many as 20 more people"),
    ],
)
def test_more_adds_to_those_told_before(text: str, words: str) -> None:
    """Words that add make a figure `MORE`, and `others` says so too."""
    assert borne(text) == {words: "more"}
    assert [one.others for one in figures_in(text)] == [True]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The blast killed three people, raising the toll to 38.", "38"),
        ("The blast killed three people, bringing to 14 the number of dead.", "14"),
        ("The blast killed three people, taking the death toll to at least 17.", "at least 17"),
        ("The death toll climbed to 38.", "38"),
        ("The death toll now stands at 38.", "38"),
        ("The death toll hit 38.", "38"),
        ("Police put the dead at 30.", "30"),
        ("The number of hostages has fallen to 12.", "12"),
        ("The blast pushed the death toll past 90.", "past 90"),
        ("It left 12 dead on Monday and 9 on Tuesday, a total of 21.", "a total of 21"),
        ("In all, 12 people were killed.", "12 people"),
        ("Altogether 12 people were killed.", "12 people"),
        ("The two raids killed 12 people in all.", "12 people"),
    ],
)
def test_total_sets_a_toll_anew(text: str, words: str) -> None:
    """A toll that is raised, or summed up, takes the place of those before."""
    assert borne(text) == {words: "total"}


@pytest.mark.parametrize(
    ("text", "former", "total"),
    [
        ("The death toll rose from 30 to 38.", "30", "38"),
        ("The toll was revised down from 41 to 36.", "41", "36"),
        ("The toll stood at 36, up from an earlier 12.", "12", "36"),
        ("The number of hostages has fallen to 12 from 20.", "20", "12"),
        ("The count was lowered from an earlier estimate of 70 to 52.", "70", "52"),
        ("Officials initially put the toll at 12.", "12", None),
        ("An earlier figure of 12 dead was wrong.", "12 dead", None),
        ("Previous reports of 41 dead were wrong.", "41 dead", None),
        ("Police said 36 people died, not 41 as first reported.", "41", None),
        ("The toll, which stood at 133 on Saturday, has risen to 140.", "133", "140"),
        ("The army had earlier said 18 sailors had drowned.", "18 sailors", None),
        ("It was initially reported that nine nurses were hurt.", "nine nurses", None),
    ],
)
def test_former_no_longer_holds(text: str, former: str, total: str | None) -> None:
    """What a toll was before it was set anew is told apart."""
    assert borne(text) == {former: "former"} | ({total: "total"} if total else {})


@pytest.mark.parametrize(
    "text",
    [
        "The bus ran from 12 villages to 15 towns.",
        "Earlier 12 people were killed in the town.",
        "The plane fell from 30,000 feet.",
        "He went to 12 hospitals.",
        "Twelve people died in all provinces.",
        "Some 12 more than last year.",
        "The chief said 12 people were dead.",
    ],
)
def test_other_numbers_are_plain_counts(text: str) -> None:
    """Words of place, time and comparison leave a number a plain count."""
    assert borne(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "The army said 18 sailors had drowned.",
        "Officials earlier said 18 sailors had drowned.",
        "It was initially reported missing, but now 18 sailors are known to be safe.",
    ],
)
def test_what_nobody_has_replaced_still_holds(text: str) -> None:
    """ "Earlier said" alone dates the telling, and a turn to now ends what was told before."""
    assert "former" not in borne(text).values()


def test_toll_far_before_its_verb_is_set_anew() -> None:
    """What stands between a toll and its verb does not part them."""
    text = (
        "The toll from Sunday's fire at a crowded furniture market in the old port of Basra rose "
        "to 31 on Tuesday."
    )
    assert borne(text) == {"31": "total"}
