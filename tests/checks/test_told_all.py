"""The desk check of lists of all who were struck against the lead's total."""

from __future__ import annotations

import pytest

from onrecord.checks import sums
from onrecord.model import Query, Severity
from tolls import told

LEAD = "A bomb killed {nine ~people|9|killed} in a tea shop. "


def checked(story: str) -> list[Query]:
    """Return what the check asks about in a story with marked counts."""
    found = sums.CHECK.run(*told(story))
    return [query for query in found if query.severity is not Severity.OK]


@pytest.mark.parametrize(
    "listed",
    [
        "The dead were {five ~porters|5|}, {two ~clerks|2|} and {a ~cook|1|}.",
        "Those killed were {five ~porters|5|} from the hills, {six ~clerks|6|} and {a ~cook|1|}.",
        "The dead were {five ~porters|5|killed} and {two ~clerks|2|killed}, he said.",
        "The victims were {five ~porters|5|} and {a ~clerk|1|}, and no further dead lie there.",
    ],
)
def test_full_list_that_makes_another_number_is_asked_about(listed: str) -> None:
    """The list is said to be of all of them."""
    (query,) = checked(LEAD + listed)
    assert query.severity is Severity.QUERY
    assert "all of them are 9" in query.message


@pytest.mark.parametrize(
    "listed",
    [
        "The dead were {five ~porters|5|}, {three ~clerks|3|} and {a ~cook|1|}.",
        "The dead were {five ~porters|5|}, {two ~clerks|2|}, their cook and a driver.",
        "The dead were {five ~porters|5|} and {two ~clerks|2|}, and the owner of the shop.",
        "The dead were {five ~porters|5|} and {two ~clerks|2|} and the owner of the shop.",
        "The dead were {five ~porters|5|} with the mayor and {two ~clerks|2|}.",
        "The dead included {five ~porters|5|} and {two ~clerks|2|}.",
        "The dead were {at least five ~porters|5-|} and {two ~clerks|2|}.",
        "The dead were {five ~porters|5|} and {two ~clerks|2|}; others were not identified.",
        "The wounded were {five ~porters|5|} and {two ~clerks|2|}.",
    ],
)
def test_list_that_fits_or_is_open_is_left_alone(listed: str) -> None:
    """Somebody without a number, somebody added, or another fate."""
    assert checked(LEAD + listed) == []


def test_story_with_two_totals_is_left_alone() -> None:
    """The list may be of either."""
    story = LEAD + "It killed {seven ~people|7|killed} at first. "
    assert checked(story + "The dead were {five ~porters|5|} and {two ~clerks|2|}.") == []
