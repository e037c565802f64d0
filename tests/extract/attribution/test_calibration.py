"""Confidences that are worth what they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.attribution.calibration import Calibration
from onrecord.extract.attribution.drafts import Draft
from onrecord.model import Certainty, Stance
from onrecord.resources import open_library

LINE = Calibration((0.2, 0.6, 1.0), (0.1, 0.4, 0.9))


@pytest.mark.parametrize(
    ("said", "worth"),
    [(0.0, 0.1), (0.2, 0.1), (0.4, 0.25), (0.6, 0.4), (0.8, 0.65), (1.0, 0.9)],
)
def test_confidence_lies_on_the_line(said: float, worth: float) -> None:
    """Straight between the points, level beyond the first and the last."""
    assert LINE.of_confidence(said) == pytest.approx(worth)


@given(st.floats(0, 1), st.floats(0, 1))
def test_shipped_line_never_falls(one: float, other: float) -> None:
    """Who is surer stays surer, and nobody is surer than sure."""
    shipped = Calibration.of(open_library())
    low, high = sorted([one, other])
    assert 0 <= shipped.of_confidence(low) <= shipped.of_confidence(high) <= 1


def a_draft(*, learned: bool, stance: Stance = Stance.ASSERTS, outer: int | None = None) -> Draft:
    """An attribution of confidence 0.4."""
    return Draft(
        verb=1,
        cue=(1, 2),
        speaker=None,
        content=(),
        stance=stance,
        certainty=Certainty.CERTAIN,
        outer=outer,
        confidence=0.4,
        learned=learned,
    )


def test_only_what_was_counted_is_calibrated() -> None:
    """Rules alone, voices within voices and non-answers have confidences of their own."""
    drafts = [
        a_draft(learned=True),
        a_draft(learned=False),
        a_draft(learned=True, stance=Stance.IS_CHECKING),
        a_draft(learned=True, outer=5),
    ]
    found = [draft.confidence for draft in LINE.applied(drafts)]
    assert found == pytest.approx([0.25, 0.4, 0.4, 0.4])
