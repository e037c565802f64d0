"""The encoder: one vector a word, the same whatever it is batched with, computed once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from factories import analysed
from onrecord.encoding import WIDTH, Encoder, load
from onrecord.resources import open_library

TEXT = "Gunmen stormed a hotel in Kidal on Tuesday.\n\nPolice said twelve people died."


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    """Return the encoder that ships."""
    return load(open_library())


def test_every_word_has_a_vector(encoder: Encoder) -> None:
    """Of the width all readers are trained on, and different for different words."""
    analysis = analysed(TEXT)
    encoded = encoder.encode(analysis)
    for vectors in (encoded.words, encoded.lower):
        assert vectors.shape == (len(analysis.tokens), WIDTH)
        assert np.isfinite(vectors).all()
        assert not np.allclose(vectors[0], vectors[1])
    assert not np.allclose(encoded.words, encoded.lower)


def test_report_is_encoded_once(encoder: Encoder) -> None:
    """All readers share one pass."""
    analysis = analysed(TEXT)
    assert encoder.encode(analysis) is encoder.encode(analysis)


def test_each_thread_keeps_its_own_report(encoder: Encoder) -> None:
    """Reports that are read at once do not put one another out."""
    analysis = analysed(TEXT)
    mine = encoder.encode(analysis)
    with ThreadPoolExecutor(1) as other:
        theirs = other.submit(encoder.encode, replace(analysis)).result()
    assert encoder.encode(analysis) is mine
    assert np.array_equal(mine.words, theirs.words)


def test_readers_of_one_library_share_the_encoder() -> None:
    """The weights are in memory once."""
    assert load(open_library()) is load(open_library())


@pytest.mark.parametrize("most", [0, 50_000], ids=["forgotten", "remembered"])
def test_words_met_again_are_encoded_the_same(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """Their pieces are remembered, and forgotten when there are too many."""
    monkeypatch.setattr("onrecord.encoding.encoder._MOST", most)
    first, again = (encoder.encode(replace(analysed(TEXT))) for _ in range(2))
    assert first is not again
    assert np.array_equal(first.words, again.words)


def test_report_without_words_has_no_vectors(encoder: Encoder) -> None:
    """It is no error."""
    analysis = analysed("...")
    assert encoder.encode(analysis).words.shape[1] == WIDTH
