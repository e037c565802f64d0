"""Documents as the reader learns from them: cut, and thinned without losing who takes part."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from training.incidents.documents import Document, fold
from training.incidents.gold import gold

SENTENCES = (
    "Gunmen killed a guard",
    "It rained",
    "The fair goes on",
    "A guard was buried",
    "Prices rose",
)
GOLD = gold([({"attack"}, {"perpetrator": [["gunmen"]], "people": [["guard"]]})])


def document() -> Document:
    """Return a report of five sentences in which two tell who takes part."""
    text = ". ".join(SENTENCES)
    words, spans, numbers = [], [], []
    for number, sentence in enumerate(SENTENCES, start=1):
        for word in sentence.split():
            start = text.index(word, spans[-1][1] if spans else 0)
            words.append(word.lower())
            spans.append((start, start + len(word)))
            numbers.append(number)
    size = len(words)
    guards = [place for place, word in enumerate(words) if word == "guard"]
    return Document(
        name="five sentences",
        text=text,
        spans=tuple(spans),
        words=tuple(words),
        sentence=np.array(numbers),
        features={"tag": np.arange(size)},
        lower=np.arange(size, dtype=np.float16)[:, None],
        gold=GOLD,
        mentions=((0, 1, 0), *((place, place + 1, 1) for place in guards)),
        of_muc4=False,
    )


def chance(seed: int) -> Random:
    """Return a chance that is the same each time."""
    return Random(seed)  # noqa: S311 - no secret depends on it


def mentioned(one: Document) -> list[str]:
    """Return the words that name somebody who takes part."""
    return [" ".join(one.words[first:last]) for first, last, _ in one.mentions]


def test_thinned_document_keeps_all_who_take_part() -> None:
    """Only sentences in which nobody does may go."""
    thinned = document().thinned(1.0, chance(1))
    assert mentioned(thinned) == ["gunmen", "guard", "guard"]
    assert " ".join(thinned.words) == "gunmen killed a guard a guard was buried"


def test_thinned_document_is_of_one_piece() -> None:
    """What is known of each word stays beside it."""
    whole = document()
    thinned = whole.thinned(0.5, chance(3))
    assert 0 < len(thinned) < len(whole)
    for place, (start, end) in enumerate(thinned.spans):
        assert thinned.text[start:end].lower() == thinned.words[place]
        assert thinned.lower[place, 0] == thinned.features["tag"][place]
        assert whole.words[int(thinned.lower[place, 0])] == thinned.words[place]
        assert whole.sentence[int(thinned.lower[place, 0])] == thinned.sentence[place]


def test_nothing_goes_where_nothing_is_to_go() -> None:
    """A share of none is the document itself."""
    whole = document()
    assert whole.thinned(0.0, chance(1)) is whole


def test_cut_document_names_only_who_is_left() -> None:
    """Mentions behind the cut are gone."""
    assert mentioned(document().cut(4)) == ["gunmen", "guard"]


def test_bare_document_shows_no_grammar() -> None:
    """The words stay, what is seen beside them is nothing."""
    bare = document().cut(100, bare=True)
    assert bare.words == document().words
    assert not bare.features["tag"].any()


@pytest.mark.parametrize("name", ["a", "b", "DEV-MUC3-0001"])
def test_fold_is_of_the_name(name: str) -> None:
    """A document is always of the same fifth."""
    assert fold(name) == fold(name)
    assert 0 <= fold(name) <= 4
