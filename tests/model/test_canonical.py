"""Canonical JSON: equal values have equal bytes and equal ids."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import (
    Figure,
    Population,
    Provenance,
    ReportId,
    Span,
    Wording,
    a_claim,
    canonical,
    digest,
    plain,
)

READ_BY = Provenance(stage="test", version=1)


def test_members_of_a_union_name_their_type() -> None:
    """A value says which of the values it is; a part that can be nothing else does not."""
    shown = plain(Figure(low=7, high=None, population=Population(words="foreigners")))
    assert isinstance(shown, dict)
    assert shown["type"] == "Figure"
    assert isinstance(shown["population"], dict)
    assert "type" not in shown["population"]


def test_moments_and_spans_have_one_form() -> None:
    """Days and moments are ISO 8601, spans are pairs."""
    moment = datetime(2013, 1, 16, 5, 30, tzinfo=UTC)
    assert plain([date(2013, 1, 16), moment, Span(3, 9)]) == [
        "2013-01-16",
        "2013-01-16T05:30:00+00:00",
        [3, 9],
    ]


@given(st.dictionaries(st.text(), st.integers() | st.text() | st.none() | st.booleans()))
def test_canonical_text_does_not_depend_on_order(content: dict[str, object]) -> None:
    """The same fields in any order give the same bytes, and reading them back gives the same."""
    turned = dict(reversed(list(content.items())))
    assert canonical(content) == canonical(turned)
    assert json.loads(canonical(content)) == content


def test_unknown_kind_is_refused() -> None:
    """What has no canonical form is never stored in some form."""
    with pytest.raises(TypeError, match="no canonical JSON"):
        plain(object())


def test_same_claim_has_the_same_id_and_another_another() -> None:
    """Reading a report twice adds nothing; one word's difference does."""

    def claimed(words: str) -> str:
        return a_claim(
            report_id=ReportId("r"),
            slot="response",
            value=Wording(text=words),
            evidence=Span(0, 4),
            read_by=READ_BY,
        ).claim_id

    assert claimed("troops moved in") == claimed("troops moved in")
    assert claimed("troops moved in") != claimed("troops moved out")


def test_digest_is_stable_over_releases() -> None:
    """Ids are stored, so the form behind them is pinned here; a change breaks every ledger."""
    assert digest({"a": 1, "b": [Span(0, 2), None]}) == "dbc152eeee7bd660"
