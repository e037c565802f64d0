"""Values: what no value may hold."""

from __future__ import annotations

import pytest

from onrecord.model import Figure, PlaceRef


def test_figure_without_ends_is_refused() -> None:
    """A figure that says nothing is no figure."""
    with pytest.raises(ValueError, match="at least one end"):
        Figure(low=None, high=None)


def test_figure_with_ends_in_disorder_is_refused() -> None:
    """The least is not above the most."""
    with pytest.raises(ValueError, match="in order"):
        Figure(low=5, high=3)


def test_half_a_coordinate_is_refused() -> None:
    """A point without its uncertainty would look exact."""
    with pytest.raises(ValueError, match="latitude, longitude and uncertainty"):
        PlaceRef(name="Tal Amara", latitude=33.8, longitude=36.0)
