"""Lemmas worked out once are those that spaCy's own steps give."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from onrecord.language.engine import PIPELINE
from onrecord.language.lemmas import REPLACED, Lemmas, index_words

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*/story.txt"))
TALK = (
    "They're gonna say we ain't gotta go, y'all. Let's leave. The leaves left. He left; it's left."
)


@pytest.fixture(scope="module")
def pipeline() -> Any:  # noqa: ANN401 - spaCy's own type is not exported
    """The packaged pipeline as spaCy means it."""
    folder = Path(spacy.util.get_package_path(PIPELINE))
    return spacy.load(next(folder.glob(f"{PIPELINE}-*")))


def bare(doc: Doc) -> Doc:
    """Return a parsed text without lemmas."""
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc],
        deps=[token.dep_ for token in doc],
        heads=[token.head.i for token in doc],
    )


@pytest.mark.parametrize(
    "text", [TALK, *(file.read_text("utf-8") for file in EXAMPLES)], ids=lambda text: text[:12]
)
def test_lemmas_are_those_of_the_rules(pipeline: Any, text: str) -> None:  # noqa: ANN401
    """At the first meeting with a word and at the second, contractions too."""
    lemmas = Lemmas(tuple(pipeline.get_pipe(name) for name in REPLACED))
    parsed = pipeline(text)
    expected = [token.lemma_ for token in parsed]
    assert [token.lemma_ for token in lemmas(bare(parsed))] == expected
    assert [token.lemma_ for token in lemmas(bare(parsed))] == expected


def test_text_without_words_has_no_lemmas(pipeline: Any) -> None:  # noqa: ANN401
    """It is no error."""
    assert not list(Lemmas(())(Doc(pipeline.vocab)))


def test_indexed_words_change_no_lemma() -> None:
    """They are only found faster."""
    folder = Path(spacy.util.get_package_path(PIPELINE))
    indexed: Any
    plain: Any
    indexed, plain = (spacy.load(next(folder.glob(f"{PIPELINE}-*"))) for _ in range(2))
    index_words(indexed.get_pipe("lemmatizer").lookups)
    assert [word.lemma_ for word in indexed(TALK)] == [word.lemma_ for word in plain(TALK)]


def test_lemmas_are_the_same_when_all_were_forgotten(
    pipeline: Any,  # noqa: ANN401
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is remembered has a limit."""
    monkeypatch.setattr("onrecord.language.lemmas._MOST", 0)
    lemmas = Lemmas(tuple(pipeline.get_pipe(name) for name in REPLACED))
    parsed = pipeline(TALK)
    first, again = ([token.lemma_ for token in lemmas(bare(parsed))] for _ in range(2))
    assert first == again
