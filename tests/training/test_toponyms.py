"""The fit of the weights by which the place that a name means is chosen."""

from __future__ import annotations

import tomllib
from typing import Any

import numpy as np
import pytest

from benchmarks.toponym_folds import FOLDS, fold_of, unseen
from onrecord.extract.places.spotting import Spot
from onrecord.model import Span
from onrecord.resources.gazetteer import PlaceEntry
from training.logit import fit
from training.toponyms.answers import Kind, Point, kinds, points
from training.toponyms.shipping import as_toml

FEATURES = {"department": frozenset({"admin1"})}
ACHI = PlaceEntry(
    ref="geonames:3690465",
    name="Achí",
    latitude=8.57,
    longitude=-74.55,
    radius_m=3_000,
    feature="town",
    country="CO",
)


def test_what_goes_with_the_right_candidate_counts() -> None:
    """A choice that counts more often weighs more."""
    rows = np.array([[1.0, 0.0], [0.0, 1.0]] * 4)
    right = np.array([1.0, 0.0] * 3 + [0.0, 1.0])
    weights = fit(rows, right, [2] * 4, fine=1.0)
    assert weights[0] > 0 > weights[1]
    turned = fit(rows, right, [2] * 4, fine=1.0, counts=np.array([1.0, 1.0, 1.0, 9.0]))
    assert turned[0] < 0 < turned[1]


def test_a_point_is_right_within_161_km_or_by_its_number() -> None:
    """The middle of a province may lie farther from the annotators' point."""
    assert Point(8.0, -74.0, None).fits(ACHI)
    assert not Point(8.0, -72.0, None).fits(ACHI)
    assert Point(8.0, -72.0, 3690465).fits(ACHI)


def test_points_leave_out_what_has_no_place() -> None:
    """A name without coordinates teaches nothing."""
    row = {
        "toponyms": [
            {"start": 0, "end": 4, "lat": 8.5, "lon": -74.5},
            {"start": 9, "end": 12, "lat": None, "lon": None},
        ]
    }
    assert points(row) == {Span(0, 4): Point(8.5, -74.5, None)}


def a_key(*path: tuple[str, str]) -> dict[str, Any]:
    """Return a report's key with one incident in Colombia."""
    place = {
        "country": "COLOMBIA",
        "path": [{"name": name, "kind": kind} for name, kind in path],
    }
    return {"templates": [{"incident_location": [{"parsed": [place]}]}]}


def a_spot(name: str, start: int, *kinds_beside: str) -> Spot:
    """Return a name found in the report."""
    span = Span(start, start + len(name))
    return Spot(first=0, last=1, span=span, name=name, kinds=frozenset(kinds_beside))


def test_a_key_says_of_what_kind_a_name_is() -> None:
    """A town of the country fits; another kind beside a mention makes it teach nothing."""
    spots = [a_spot("Achi", 5), a_spot("Achi", 50, "department")]
    found = kinds(a_key(("ACHI", "TOWN")), spots, {"colombia": "CO"}, FEATURES)
    assert list(found) == [Span(5, 9)]
    assert found[Span(5, 9)].fits(ACHI)
    assert not Kind("CO", frozenset({"admin1"})).fits(ACHI)


def test_a_name_of_two_kinds_teaches_nothing() -> None:
    """Which mention means the town and which the department is not said."""
    spots = [a_spot("Achi", 5)]
    key = a_key(("ACHI", "TOWN"), ("ACHI", "DEPARTMENT"))
    assert kinds(key, spots, {"colombia": "CO"}, FEATURES) == {}


def test_the_resource_is_readable_and_its_version_rises_with_its_weights() -> None:
    """The same weights keep their version."""
    tables = {"first": {"held": 1.5}, "second": {"held": 2.0}, "first_doubt": {"none": 3.0}}
    first = as_toml(tables, "")
    assert tomllib.loads(first)["second"] == {"held": 2.0}
    assert tomllib.loads(first)["meta"]["version"] == 1
    assert as_toml(tables, first) == first
    changed = {**tables, "second": {"held": 2.5}}
    assert tomllib.loads(as_toml(changed, first))["meta"]["version"] == 2


@pytest.mark.parametrize("name", ["40450848", "1110002", "DEV-MUC3-0001"])
def test_a_document_is_answered_with_weights_of_its_fold(name: str) -> None:
    """The weights that shipped have seen it, these have not."""
    assert 0 <= fold_of(name) < FOLDS
    others = {fold_of(str(number)): unseen(str(number)) for number in range(40)}
    assert unseen(name) is others[fold_of(name)]
    assert len({one.second.tobytes() for one in others.values()}) == FOLDS
