"""The fit of the weights that date and place incidents."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.scorers import scorer
from factories import a_report, analysed, the_kit
from onrecord.claims.occurrence.weights import Weights, shipped
from onrecord.reading import read
from training.occurrence.cases import Case, country_case, place_case, time_case
from training.occurrence.documents import FOLDS, Document
from training.occurrence.fitting import fitted, likelihood
from training.occurrence.measuring import Told, shares
from training.occurrence.shipping import as_toml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType

SCORER = Path(__file__).resolve().parents[3] / "shared" / "bench" / "muc4" / "score.py"
needs_scorer = pytest.mark.skipif(
    not SCORER.is_file(), reason="the scorer is not in ../shared/bench/muc4"
)
FRIDAY = date(1989, 12, 29)
TEXT = "Gunmen killed a judge in Lima yesterday, police said today in Arequipa."


# -- fitting


def choices(*hints: Mapping[str, float], right: int, times: int = 10) -> list[Case]:
    """Return the same choice several times over."""
    return [Case(hints, tuple(place == right for place in range(len(hints))))] * times


def test_what_goes_with_the_right_ones_counts() -> None:
    """What goes with the wrong ones counts against."""
    found = fitted(choices({"near": 1.0}, {"far": 1.0}, right=0), fine=1.0)
    assert found["near"] > 0 > found["far"]


def test_weights_have_two_digits_and_the_greatest_comes_first() -> None:
    """So the resource can be read."""
    cases = choices({"a": 1.0}, {"b": 1.0}, right=0) + choices({"c": 1.0}, {"b": 1.0}, right=0)
    values = [*fitted(cases, fine=1.0).values()]
    assert values == sorted((round(value, 2) for value in values), reverse=True)


def test_a_dear_weight_is_a_small_one() -> None:
    """What the square of a weight costs keeps it near nothing."""
    cases = choices({"near": 1.0}, {}, right=0)
    assert fitted(cases, fine=10.0)["near"] < fitted(cases, fine=0.1)["near"]


def test_a_rare_hint_is_left_out() -> None:
    """One report's tale is no rule."""
    cases = choices({"near": 1.0}, {}, right=0) + choices({"odd": 1.0}, {}, right=0, times=2)
    assert "odd" not in fitted(cases, fine=1.0)


@pytest.mark.parametrize("right", [(True, True), (False, False)], ids=["all", "none"])
def test_a_choice_without_right_or_wrong_teaches_nothing(right: tuple[bool, bool]) -> None:
    """It is passed over."""
    assert not Case(({}, {"near": 1.0}), right).teaches


def test_better_weights_make_the_right_ones_likelier() -> None:
    """An even choice of two has the logarithm of a half."""
    cases = choices({"near": 1.0}, {}, right=0)
    assert likelihood(cases, {}) == pytest.approx(-0.6931, abs=1e-4)
    assert likelihood(cases, {"near": 1.0}) > likelihood(cases, {})


# -- shipping

BEFORE = (
    '[when]\nany = 1.00\n\n[where]\n\n[country]\n\n[least]\n\n[meta]\nversion = 4\nlicence = ""\n'
)


def test_resource_holds_the_weights() -> None:
    """Names with blanks are quoted."""
    weights = Weights(when={"told here": 1.5}, where={}, country={}, least={"place": -1.0})
    found = tomllib.loads(as_toml(weights, BEFORE))
    assert found["when"] == {"told here": 1.5}
    assert found["least"] == {"place": -1.0}


@pytest.mark.parametrize(("value", "version"), [(1.0, 4), (2.0, 5)], ids=["same", "changed"])
def test_version_is_raised_where_weights_changed(value: float, version: int) -> None:
    """The same numbers are the same version."""
    weights = Weights(when={"any": value}, where={}, country={}, least={})
    assert tomllib.loads(as_toml(weights, BEFORE))["meta"]["version"] == version


# -- cases


@pytest.fixture(scope="module")
def score() -> ModuleType:
    """Return the benchmark's scorer."""
    return scorer(SCORER)


def a_document(day: str, place: str) -> Document:
    """Return a report whose annotators gave it one incident."""
    empty = (
        "perp_individual perp_organization physical_target_id human_target_description "
        "instrument_id perp_organization_confidence human_target_number physical_target_number"
    )
    ends = [None, day[1:]] if day.startswith("/") else [day, day]
    template: dict[str, Any] = {name: [] for name in empty.split()} | {
        "template_optional": False,
        "incident_type": [{"values": ["ATTACK"], "optional": False}],
        "human_target_name": [{"values": ["a judge"], "optional": False}],
        "incident_date": [{"values": [day], "parsed": [{"from": ends[0], "to": ends[1]}]}],
        "incident_location": [{"values": [place]}],
    }
    report = a_report(TEXT, published_on=FRIDAY)
    mentions = read(report, the_kit()).mentions
    row = {"docid": "d", "text": TEXT, "templates": [template]}
    return Document(row, report, analysed(TEXT), mentions)


def test_every_document_has_a_fold() -> None:
    """By its name alone."""
    one = a_document("1989-12-28", "PERU: LIMA (CITY)")
    assert one.fold == a_document("/1989-12-29", "PERU").fold
    assert 0 <= one.fold < FOLDS


@pytest.mark.shared
@needs_scorer
def test_candidates_are_right_as_the_scorer_has_it(score: ModuleType) -> None:
    """The day before the report is yesterday; Lima is right, Arequipa is not."""
    told = Told.by_gold(a_document("1989-12-28", "PERU: LIMA (CITY)"), score)
    (incident,) = told.incidents
    time = time_case(incident, score)
    assert dict(
        zip(["", *(one.time.text for one, _ in incident.times)], time.right, strict=True)
    ) == {
        "": False,
        "yesterday": True,
        "today": False,
    }
    _, places = incident.places(shipped().country)
    right = place_case(incident, shipped().country, score).right
    assert dict(zip(["", *(one.place.name for one, _ in places)], right, strict=True)) == {
        "": False,
        "Lima": True,
        "Arequipa": False,
    }
    assert any(country_case(incident, score).right)


@pytest.mark.shared
@needs_scorer
def test_doubt_is_right_where_annotators_knew_no_more(score: ModuleType) -> None:
    """Not after the report; no place within the country."""
    (incident,) = Told.by_gold(a_document("/1989-12-29", "PERU"), score).incidents
    assert time_case(incident, score).right[0]
    assert place_case(incident, shipped().country, score).right[0]


@pytest.mark.shared
@needs_scorer
def test_shares_are_those_of_the_scorer(score: ModuleType) -> None:
    """One incident, dated and placed rightly."""
    told = [Told.by_gold(a_document("1989-12-28", "PERU: LIMA (CITY)"), score)]
    found = shares(told, lambda _: shipped(), score)
    assert (found.date, found.country, found.leaf, found.none) == ((1, 1), (1, 1), (1, 1), (0, 0))
    assert str(found).startswith("date 100.0 (1 of 1)")
