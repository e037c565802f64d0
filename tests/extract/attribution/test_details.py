"""What is kept beside who said what: the words of doubt, and whether the source is a party."""

from __future__ import annotations

import pytest

from attributions import the_attribution

HEDGES = [
    ("Police said the men may have fled.", ["may"]),
    (
        "Police said the men apparently fled and were believed to be armed.",
        ["apparently", "believed"],
    ),
    ("A doctor said the two seemed to be unhurt.", ["seemed"]),
    ("Police said the raid took place in May.", []),
    ("A villager said she could hear shots.", []),
    ("Police said they believed in dialogue.", []),
]


@pytest.mark.parametrize(("text", "hedges"), HEDGES, ids=[case[0][:48] for case in HEDGES])
def test_words_of_doubt_are_kept_as_spans(text: str, hedges: list[str]) -> None:
    """A month is no doubt, and what one could hear one did hear."""
    one = the_attribution(text)
    assert [span.of(text) for span in one.hedges] == hedges


PARTIES = [
    ("A survivor said the gunmen came at dawn.", True),
    ("The rebels said they had taken the town.", True),
    ("Larkspur Gold Inc. said three of its workers were missing.", True),
    ("Larkspur Gold Inc. said the road was closed.", None),
    ("The ministry said three workers were missing.", None),
    ("A doctor said three workers were dead.", False),
    ("An analyst at the institute said the raid was planned.", False),
]


@pytest.mark.parametrize(("text", "party"), PARTIES, ids=[case[0][:48] for case in PARTIES])
def test_source_is_a_party_only_where_the_words_say_so(text: str, *, party: bool | None) -> None:
    """Neither marked nor cleared without a word for it."""
    assert the_attribution(text).party is party
