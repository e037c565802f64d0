"""Spans: the arithmetic of places in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span, hull


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Draw any span of a short text."""
    start = draw(st.integers(0, 50))
    return Span(start, start + draw(st.integers(1, 50)))


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 4)])
def test_empty_or_backward_span_is_refused(start: int, end: int) -> None:
    """A span is never empty: what was not found is None."""
    with pytest.raises(ValueError, match="a span needs"):
        Span(start, end)


@given(spans(), spans())
def test_overlap_is_mutual_and_covering_implies_it(one: Span, other: Span) -> None:
    """Overlap does not depend on who asks; what covers, overlaps."""
    assert one.overlaps(other) == other.overlaps(one)
    if one.covers(other):
        assert one.overlaps(other)


@given(st.lists(spans(), min_size=1))
def test_hull_is_the_shortest_cover(every: list[Span]) -> None:
    """The hull covers all, and both its ends belong to one of them."""
    cover = hull(every)
    assert all(cover.covers(span) for span in every)
    assert cover.start in {span.start for span in every}
    assert cover.end in {span.end for span in every}


def test_hull_of_nothing_is_refused() -> None:
    """There is no place that nothing stands in."""
    with pytest.raises(ValueError, match="no spans"):
        hull([])
