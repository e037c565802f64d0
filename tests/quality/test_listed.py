"""Bodies that the tables list, found in sentences of our own, at or above the floors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import yaml

from factories import a_report, analysed
from onrecord.extract import entities
from onrecord.model import EntityKind, EntityMention
from onrecord.registry import MentionReader
from onrecord.resources import open_library

FOLDER = Path(__file__).with_name("listed")
FLOORS = {"open": (97.0, 95.0), "held": (92.0, 90.0)}
"""Percent found and percent right, at least, of each half; raised when they rise."""

_MARK = re.compile(r"\{([^{}|]+)\|([^{}|]+)\|([^{}|]+)\}")
_KINDS = {
    EntityKind.ARMED_GROUP,
    EntityKind.NEWS_AGENCY,
    EntityKind.GOVERNMENT,
    EntityKind.SECURITY_FORCE,
    EntityKind.ORGANISATION,
}

# Where a body stands, what it is and its country.
Found = tuple[int, int, str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How one half is read: what was found of what is there, and right of what was found."""

    found: float
    right: float
    misses: tuple[str, ...]


@cache
def reader() -> MentionReader:
    """Return the reader of entities with the data that ships."""
    return entities.build(open_library())


def unmarked(marked: str) -> tuple[str, set[Found]]:
    """Return a text without its marks, and the bodies that they mark."""
    text, gold, end = "", set(), 0
    for mark in _MARK.finditer(marked):
        text += marked[end : mark.start()]
        words, kind, country = mark.groups()
        gold.add((len(text), len(text) + len(words), kind, None if country == "-" else country))
        text, end = text + words, mark.end()
    return text + marked[end:], gold


def read(text: str) -> set[Found]:
    """Return the bodies with names that the reader finds."""
    return {
        (mention.name_span.start, mention.name_span.end, str(mention.entity.kind), country)
        for mention in reader()(a_report(text), analysed(text))
        if isinstance(mention, EntityMention)
        and mention.entity.named
        and mention.entity.kind in _KINDS
        and any(map(str.isupper, mention.name_span.of(text)))
        for country in (mention.entity.country,)
    }


def meets(one: Found, other: Found) -> bool:
    """Say whether two have kind and country in common, and where their name ends.

    Whether "Peru's" or "Tuareg" before it belongs to the name is a matter of taste.
    """
    return one[1:] == other[1:]


@cache
def score(half: str) -> Score:
    """Return how one half is read today."""
    gold_count = found_count = hits = 0
    misses = []
    for marked in yaml.safe_load((FOLDER / f"{half}.yaml").read_text("utf-8")):
        text, gold = unmarked(marked)
        found = read(text)
        right = {one for one in found if any(meets(one, other) for other in gold)}
        gold_count, found_count = gold_count + len(gold), found_count + len(found)
        hits += len(right)
        missed = {one for one in gold if not any(meets(one, other) for other in found)}
        misses += [
            f"{sign} {text[first:last]} ({kind}, {country}) in: {text}"
            for sign, every in (("missed", missed), ("wrong", found - right))
            for first, last, kind, country in sorted(every, key=str)
        ]
    return Score(
        found=100 * hits / gold_count, right=100 * hits / found_count, misses=tuple(misses)
    )


@pytest.mark.parametrize("half", FLOORS)
def test_listed_bodies_are_read_as_well_as_before(half: str) -> None:
    """A fall below a floor is a step back; the half held back tells of sentences never seen."""
    today = score(half)
    print(f"{half}: {today.found:.1f} % found, {today.right:.1f} % right")  # noqa: T201 - for `pytest -s`
    told = "\n".join(today.misses) if half == "open" else f"{len(today.misses)} slips"
    floor_found, floor_right = FLOORS[half]
    assert today.found >= floor_found, told
    assert today.right >= floor_right, told


def test_some_sentences_name_none() -> None:
    """Both halves hold sentences in which whatever is found is wrong."""
    for half in FLOORS:
        marked = yaml.safe_load((FOLDER / f"{half}.yaml").read_text("utf-8"))
        assert sum("{" not in line for line in marked) >= 12
        assert sum("{" in line for line in marked) >= 30
