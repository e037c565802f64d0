"""What the trained reader sees beside the words: small numbers, one a word, none out of range."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from factories import analysed
from onrecord.extract.events import rules
from onrecord.extract.events.learned.features import SIZES, WordFeatures
from onrecord.resources import open_library

RULES = rules(open_library())


def features_of(text: str) -> WordFeatures:
    """Return what is seen of each word of a text."""
    return WordFeatures.of(analysed(text), RULES(analysed(text)))


def told(text: str) -> dict[str, int]:
    """Return what each word of a text is in the events that the rules read."""
    seen = features_of(text).told
    return {token.text: int(seen[token.index]) for token in analysed(text).tokens}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed four guards at a mine near Kidal on Tuesday.",
        "GUNMEN KILLED FOUR GUARDS AT A MINE NEAR KIDAL.\n\nTHE ATTACK WAS NOT CLAIMED.",
        "12 34 - 56 ... !!! 78",
    ],
    ids=["a sentence", "capitals", "no words"],
)
def test_every_word_has_every_feature(text: str) -> None:
    """The tables of the weights have a row for each number."""
    arrays = features_of(text).arrays()
    assert arrays.keys() == SIZES.keys()
    for name, numbers in arrays.items():
        assert numbers.shape == (len(analysed(text).tokens),)
        assert numbers.dtype == np.int64
        assert ((numbers >= 0) & (numbers < SIZES[name])).all()


def test_words_are_told_apart_by_their_part_in_an_event() -> None:
    """Who did it, what was done, to whom and with what."""
    seen = told("Gunmen killed four guards with rifles on Tuesday.")
    assert seen["Gunmen"] == 3
    assert seen["killed"] == 1
    assert (seen["four"], seen["guards"]) == (4, 4)
    assert seen["rifles"] == 5
    assert seen["Tuesday"] == 0


def test_what_only_may_have_happened_is_marked() -> None:
    """An event that is denied or threatened is not one that happened."""
    assert told("The group threatened to kill a guard.")["kill"] == 2
    assert told("Gunmen did not kill the guard.")["kill"] == 2


def test_word_that_tells_an_event_is_no_part_of_another() -> None:
    """Its being the event counts more than its being somebody's victim or deed."""
    text = "Gunmen carried out the bombing of a bank."
    events = RULES(analysed(text))
    seen = WordFeatures.of(analysed(text), events).told
    assert {int(seen[event.trigger]) for event in events} == {1}


def test_names_are_seen_with_their_kind() -> None:
    """Two places are of one kind, a place and a day of two, and other words of none."""
    text = "Gunmen drove from Lima to London on Tuesday."
    name = features_of(text).name
    kinds = {token.text: int(name[token.index]) for token in analysed(text).tokens}
    assert kinds["Lima"] == kinds["London"] != 0
    assert kinds["Tuesday"] not in {0, kinds["Lima"]}
    assert kinds["drove"] == 0


def test_what_the_tables_do_not_know_is_none_of_these() -> None:
    """A tag or label of a newer engine does no harm."""
    analysis = analysed("Gunmen killed a guard in Kidal.")
    odd = replace(
        analysis,
        tokens=tuple(replace(token, tag="NEW", relation="new") for token in analysis.tokens),
        names=tuple(replace(name, label="NEW") for name in analysis.names),
    )
    seen = WordFeatures.of(odd, ())
    assert not any(numbers.any() for numbers in seen.arrays().values())
