"""Ministries: one by its country and portfolio, however it is written."""

from __future__ import annotations

from functools import cache

import pytest

from factories import a_report, analysed
from onrecord.extract import entities
from onrecord.model import EntityKind, EntityMention
from onrecord.registry import MentionReader
from onrecord.resources import open_library


@cache
def reader() -> MentionReader:
    """Return the reader of entities with the data that ships."""
    return entities.build(open_library())


def groups_in(text: str) -> list[int]:
    """Return the number of the body that each mention of a ministry is of."""
    return [
        mention.group
        for mention in reader()(a_report(text), analysed(text))
        if isinstance(mention, EntityMention)
        and mention.entity.kind is EntityKind.GOVERNMENT
        and "inistry" in mention.name_span.of(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Algeria's oil ministry said so. The Algerian Ministry of Petroleum gave no figure.",
        "The Polish Defence Ministry denied it. Poland's Ministry of Defense had no comment.",
        "Ghana's Home Affairs Ministry knew. The Ghanaian Interior Ministry was told on Sunday.",
    ],
)
def test_a_ministry_is_one_however_it_is_written(text: str) -> None:
    """The order of its words and the other name of its portfolio make no second one."""
    first, second = groups_in(text)
    assert first == second


@pytest.mark.parametrize(
    "text",
    [
        "Algeria's oil ministry said so. The Algerian Ministry of Health gave no figure.",
        "Poland's Defence Ministry denied it. Peru's Defence Ministry had no comment.",
    ],
)
def test_another_country_or_portfolio_is_another_ministry(text: str) -> None:
    """Each is part of what a ministry is."""
    first, second = groups_in(text)
    assert first != second
