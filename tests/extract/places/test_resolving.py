"""How the places that a name may mean are weighed against each other."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ResourceError
from onrecord.extract.places.coherence import OF_OTHERS, Neighbourhood
from onrecord.extract.places.distances import holds, kilometres
from onrecord.extract.places.features import likeness, of_doubt
from onrecord.extract.places.reasons import ONLY, reasons
from onrecord.extract.places.resolving import likelihoods
from onrecord.extract.places.weights import FIRST, SECOND, Weights
from onrecord.resources.gazetteer import PlaceEntry

MOSUL = PlaceEntry(
    ref="geonames:99072",
    name="Mosul",
    latitude=36.335,
    longitude=43.119,
    radius_m=15_000,
    feature="city",
    country="IQ",
    admin1="Nineveh",
    admin2="Mosul District",
    population=1_739_800,
)
TAL_AFAR = replace(
    MOSUL, ref="geonames:448149", name="Tal Afar", latitude=36.376, longitude=42.45, feature="town"
)
LIMA = replace(
    MOSUL,
    ref="geonames:3936456",
    name="Lima",
    latitude=-12.043,
    longitude=-77.028,
    country="PE",
    admin1="Lima",
    admin2=None,
)
NINEVEH = replace(
    MOSUL,
    ref="naturalearth:1",
    name="Nineveh",
    latitude=36.0,
    longitude=42.4,
    radius_m=180_000,
    feature="admin1",
    admin1=None,
    admin2=None,
)


@given(
    st.lists(st.floats(min_value=-60, max_value=60), min_size=1, max_size=40),
    st.floats(min_value=-60, max_value=60),
)
def test_likelihoods_and_doubt_share_one(sums: list[float], doubt: float) -> None:
    """What the candidates leave of 1 is the chance that none of them is meant."""
    found = likelihoods(np.array(sums), doubt)
    assert ((found >= 0) & (found <= 1)).all()
    assert found.sum() <= 1 + 1e-9
    one_more = likelihoods(np.array([*sums, doubt]), -1e9)
    assert found.tolist() == pytest.approx(one_more[:-1].tolist(), abs=1e-9)


def test_a_likelihood_grows_with_its_weight() -> None:
    """And the others lose what it gains."""
    before, after = (likelihoods(np.array([x, 0.0]), 0.0) for x in (1.0, 2.0))
    assert after[0] > before[0]
    assert after[1] < before[1]


def features(*entries: tuple[PlaceEntry, int], likely: list[float]) -> list[dict[str, float]]:
    """Return what the other names say of each candidate, by feature."""
    around = Neighbourhood([one for one, _ in entries], [name for _, name in entries])
    rows = around.features(np.array(likely))
    return [dict(zip(OF_OTHERS, row.tolist(), strict=True)) for row in rows]


def test_neighbours_speak_for_each_other() -> None:
    """Tal Afar for the Mosul 60 km off, not for Lima across the world; nobody for itself."""
    mosul, lima, _ = features((MOSUL, 0), (LIMA, 0), (TAL_AFAR, 1), likely=[0.5, 0.5, 1.0])
    assert mosul["100 km most"] > 0.5 > lima["100 km most"]
    assert (mosul["province most"], lima["province most"]) == (1.0, 0.0)
    alone = features((MOSUL, 0), (LIMA, 0), likely=[0.5, 0.5])
    assert all(value == 0.0 for row in alone for value in row.values())


@given(st.permutations([(MOSUL, 0), (LIMA, 0), (TAL_AFAR, 1), (NINEVEH, 2)]))
def test_the_order_of_candidates_changes_nothing(entries: list[tuple[PlaceEntry, int]]) -> None:
    """Each candidate is told the same of the others wherever it stands."""
    likely = {MOSUL.ref: 0.7, LIMA.ref: 0.3, TAL_AFAR.ref: 1.0, NINEVEH.ref: 1.0}
    rows = features(*entries, likely=[likely[entry.ref] for entry, _ in entries])
    found = {entry.ref: row for (entry, _), row in zip(entries, rows, strict=True)}
    usual = features((MOSUL, 0), (LIMA, 0), (TAL_AFAR, 1), (NINEVEH, 2), likely=[0.7, 0.3, 1, 1])
    assert found[MOSUL.ref] == pytest.approx(usual[0])
    assert found[LIMA.ref] == pytest.approx(usual[1])


def test_a_province_holds_its_towns() -> None:
    """By name, or near its middle where the two sources spell it in two ways."""
    assert holds(NINEVEH, MOSUL)
    assert holds(NINEVEH, replace(TAL_AFAR, admin1="Ninawa"))
    assert holds(NINEVEH, replace(TAL_AFAR, admin1="Nineveh Governorate", longitude=44.0))
    assert not holds(NINEVEH, LIMA)
    assert not holds(MOSUL, NINEVEH)
    far = replace(MOSUL, admin1="Erbil", longitude=43.9)
    assert not holds(NINEVEH, far)


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        (MOSUL, TAL_AFAR, 60.0),
        (
            replace(MOSUL, latitude=0.0, longitude=179.5),
            replace(MOSUL, latitude=0.0, longitude=-179.5),
            111.2,
        ),
    ],
)
def test_distances_are_those_on_the_globe(one: PlaceEntry, other: PlaceEntry, km: float) -> None:
    """Across the date line too."""
    assert kilometres(one, other) == pytest.approx(km, rel=0.01)


def test_another_spelling_is_likelier_meant_than_another_name() -> None:
    """Raqqa is Ar Raqqah; Bombay is not like Mumbai."""
    assert likeness("Raqqa", "Ar Raqqah") > 0.6 > likeness("Bombay", "Mumbai")
    assert likeness("In Amenas", "In Amenas") == 1.0


def test_reasons_say_what_sets_a_candidate_apart() -> None:
    """Only what it has more of than the others; nothing sets two alike apart."""
    parts = np.zeros((2, len(SECOND)))
    assert reasons(parts, [0, 1]) == ["", ""]
    parts[0, SECOND.index("held")] = 2.0
    assert reasons(parts, [1, 0]) == ["", "lies in what is named beside it"]
    assert reasons(parts[:1], [0]) == [ONLY]


def test_doubt_is_greater_of_a_name_that_stands_far_apart() -> None:
    """Mosul and its province are one place; Mosul and Lima are two."""
    assert of_doubt([MOSUL, NINEVEH, TAL_AFAR], 2) == (1.0, 1.0, 0.0, 0.0)
    assert of_doubt([MOSUL, LIMA], 1) == (1.0, 0.0, 0.0, 1.0)
    assert of_doubt([replace(MOSUL, usual=False)], 2) == (1.0, 1.0, 1.0, 0.0)


def test_weights_are_read_by_name() -> None:
    """What is not listed counts nothing; what no place has is an error that names it."""
    tables: dict[str, dict[str, Any]] = {
        "first": {"held": 2.0},
        "second": {"holds": 1.5},
        "first_doubt": {"none": 1.0},
        "second_doubt": {"none": 3.0},
    }
    weights = Weights.of_tables(tables)
    assert weights.first[FIRST.index("held")] == 2.0
    assert weights.second.sum() == 1.5
    tables["second"]["helds"] = 1.0
    with pytest.raises(ResourceError, match="weighs what no place has: helds"):
        Weights.of_tables(tables)
