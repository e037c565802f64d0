"""The engine: offsets, paragraphs, and texts no engine was trained on."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factories import a_report, analysed
from onrecord import language
from onrecord.language.pieces import LONGEST_PIECE, pieces
from onrecord.model import Analysis


def sound(analysis: Analysis) -> bool:
    """Say whether all offsets and links of an analysis hold."""
    count = len(analysis.tokens)
    return (
        all(token.index == place for place, token in enumerate(analysis.tokens))
        and all(0 <= token.head < count for token in analysis.tokens)
        and all(token.span.end <= len(analysis.text) for token in analysis.tokens)
        and all(
            sentence.span.start == analysis.tokens[sentence.first].span.start
            and sentence.span.end == analysis.tokens[sentence.last - 1].span.end
            for sentence in analysis.sentences
        )
    )


def test_line_breaks_within_a_paragraph_are_blanks() -> None:
    """A teletype's line ends cut no sentence and make no words."""
    # given
    text = "Gunmen on motorcycles attacked a\nvillage on Sunday and shot dead\nsix people."
    # when
    analysis = analysed(text)
    # then
    assert len(analysis.sentences) == 1
    assert [token.text for token in analysis.tokens] == text.replace(".", " .").split()
    assert all(token.span.of(text) == token.text for token in analysis.tokens)


def test_sentences_are_numbered_across_paragraphs() -> None:
    """A brief cites them by these numbers."""
    analysis = analysed("One man came. He left.\n\nTwo women stayed.")
    assert [(sentence.number, sentence.paragraph) for sentence in analysis.sentences] == [
        (1, 1),
        (2, 1),
        (3, 2),
    ]


def test_many_reports_come_out_in_order() -> None:
    """Batches do not mix reports."""
    texts = [f"Report number {number} came in.\n\nIt was short." for number in range(150)]
    analyses = list(language.load().analyse(a_report(text) for text in texts))
    assert [analysis.text for analysis in analyses] == texts
    assert all(len(analysis.sentences) == 2 for analysis in analyses)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot a mayor on Sunday. " * 1_000,
        "Gunmen, " * 5_000,
        "x" * 25_000,
        "“" * 300 + "They came.",
        "👍🏽 🚨🚨 !!! ???",
        "\x07\x1b[31mGunmen\x00 came.",
        "A. B. C. D. E. said, said, said, said.",
        ", said.",
        '," said',
    ],
    ids=["long", "list", "word", "quotes", "emoji", "controls", "initials", "comma", "quote"],
)
def test_odd_texts_are_analysed_soundly(text: str) -> None:
    """Nothing raises, and every offset holds."""
    assert sound(analysed(text))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*"said told , . \" ” ’ ' “ ( ) : - the police officials and who that".split(), "\n"]
        ),
        min_size=1,
        max_size=30,
    ).filter(lambda words: any(word.strip() for word in words))
)
@example(["said"])
@example([",", "police", "said", ","])
@example(["the", "police", "that", ",", "”", "”", "police", "said"])
def test_any_order_of_words_and_marks_is_analysed_soundly(words: list[str]) -> None:
    """ "A tail ... is fenced off": never so that the analysis breaks."""
    assert sound(analysed(" ".join(words)))


def test_overlong_paragraph_is_cut_at_sentence_ends() -> None:
    """Memory grows with the longest text the engine is given."""
    report = a_report("Gunmen shot a mayor on Sunday. " * 1_000)
    parts = pieces(report)
    assert len(parts) > 1
    assert all(span.end - span.start <= LONGEST_PIECE for _, span in parts)
    assert all(span.of(report.text).rstrip().endswith(".") for _, span in parts)
    assert "".join(span.of(report.text) for _, span in parts) == report.text.rstrip()


def test_paragraph_without_a_blank_is_cut_all_the_same() -> None:
    """Where there is no sentence end, at a blank; where there is none, in mid-word."""
    report = a_report("x" * (2 * LONGEST_PIECE + 1))
    assert [span.end - span.start for _, span in pieces(report)] == [LONGEST_PIECE] * 2 + [1]
