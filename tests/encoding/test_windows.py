"""Windows: every word of a paragraph in exactly one, none too long for the encoder."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from factories import analysed
from onrecord.encoding import MAX_PIECES, paragraphs, windows

TEXT = (
    "Gunmen stormed a hotel in Kidal on Tuesday. Police said twelve people died.\n\n"
    "The group said it had carried out the raid. Nobody else claimed it.\n\n"
    "Shares of the owner fell."
)


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_every_word_stands_in_one_window(data: st.DataObject) -> None:
    """Whatever the lengths of its words, and in the order of the report."""
    analysis = analysed(TEXT)
    size = len(analysis.tokens)
    lengths = data.draw(st.lists(st.integers(1, 60), min_size=size, max_size=size))
    cut = windows(analysis, lengths)
    covered = [index for window in cut for index in range(window.first, window.last)]
    inside = [index for first, last in paragraphs(analysis) for index in range(first, last)]
    assert [index for index in covered if index in set(inside)] == inside
    assert len(set(covered)) == len(covered)
    assert all(
        sum(lengths[window.first : window.last]) <= MAX_PIECES or window.last - window.first == 1
        for window in cut
    )


def test_short_paragraphs_share_a_window() -> None:
    """Each is read with its neighbours."""
    analysis = analysed(TEXT)
    (window,) = windows(analysis, [1] * len(analysis.tokens))
    assert (window.first, window.last) == (0, len(analysis.tokens))


def test_long_paragraph_is_cut_between_sentences() -> None:
    """Not in the middle of one."""
    analysis = analysed(TEXT)
    starts = {sentence.first for sentence in analysis.sentences}
    cut = windows(analysis, [4] * len(analysis.tokens))
    assert len(cut) > 1
    assert all(window.first in starts for window in cut)
