"""Which place a relation locates: "In Amenas, a town close to the border with Libya".

The figure stands right before the relation, with nothing but its kind or "which lies" between, or
right behind it ("60 km south of Mosul in the town of Tal Amara"). A nation or region there holds
the figure, which may stand before it ("In Amenas in southern Algeria, near ..."). Relations joined
by "and", or by a comma behind one that has its figure, share it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.places.related import Relation, RelationKind
from onrecord.extract.places.relating import RelationWords
from onrecord.extract.places.spotting import Spot
from onrecord.model import Analysis, Sentence

_JOINED = re.compile(r"\s*(?:,\s*)?(?:and|but)\s+(?:also\s+)?")
_LISTED = re.compile(r"\s*,\s*")
_HELD = re.compile(
    r"\s*[,(]?\s*(?:in\s+)?(?:(?:far\s+)?(?:[a-z]+-)?[a-z]+(?:ern|ral)\s+|the\s+)?", re.IGNORECASE
)


def located(
    analysis: Analysis,
    sentence: Sentence,
    told: Sequence[Relation],
    *,
    found: Sequence[Spot],
    words: RelationWords,
) -> Iterator[Relation]:
    """Return the relations of a sentence, in order, each with the place it locates."""
    inside = [
        number for number, spot in enumerate(found) if sentence.first <= spot.first < sentence.last
    ]
    last: Relation | None = None
    for relation in told:
        if relation.figure is None:
            shared = _shared(analysis, relation, last)
            free = _free(inside, last, found, words)
            relation = shared or _placed(analysis, relation, free, found=found, words=words)  # noqa: PLW2901
        yield relation
        last = relation


def _free(
    inside: Sequence[int], last: Relation | None, found: Sequence[Spot], words: RelationWords
) -> list[int]:
    """Return the places of a sentence that may hold or be a figure.

    The country off whose coast something is, or on whose border, does not hold it.
    """
    if last is None or _areas(last):
        return list(inside)
    across = {ground.spot for ground in last.grounds}
    return [each for each in inside if each not in across or found[each].name not in words.areas]


def _shared(analysis: Analysis, relation: Relation, last: Relation | None) -> Relation | None:
    """Return a relation with the figure of the one before it, if they go together."""
    if last is None or last.span.end > relation.span.start:
        return None
    between = analysis.text[last.span.end : relation.span.start]
    placed = last.figure is not None or last.within or _areas(last)
    listed = _LISTED.fullmatch(between) and placed
    if listed or _JOINED.fullmatch(between):
        return replace(relation, figure=last.figure, within=(*_areas(last), *last.within))
    return None


def _areas(relation: Relation) -> tuple[int, ...]:
    """Return what the figure of a relation lies in by its words: Mali for "northern Mali"."""
    if relation.kind not in {RelationKind.PART, RelationKind.WITHIN}:
        return ()
    return tuple(ground.spot for ground in relation.grounds if ground.spot is not None)


def _placed(
    analysis: Analysis,
    relation: Relation,
    inside: Sequence[int],
    *,
    found: Sequence[Spot],
    words: RelationWords,
) -> Relation:
    """Return a relation with the place beside it that it locates, and what that lies in."""
    grounds = {ground.spot for ground in relation.grounds}
    before = [
        number
        for number in inside
        if found[number].span.end <= relation.span.start and number not in grounds
    ]
    start = relation.span.start
    within: list[int] = []
    link = words.link
    while before:
        number = before.pop()
        spot = found[number]
        if not link.fullmatch(analysis.text[spot.span.end : start]):
            break
        if spot.name not in words.areas:
            return replace(relation, figure=number, within=tuple(within))
        within.append(number)
        start, link = spot.span.start, _HELD
    behind = _behind(analysis, relation, inside, found=found, words=words)
    return replace(relation, figure=behind, within=tuple(within))


def _behind(
    analysis: Analysis,
    relation: Relation,
    inside: Sequence[int],
    *,
    found: Sequence[Spot],
    words: RelationWords,
) -> int | None:
    """Return the place right behind a relation that it locates."""
    if relation.kind in {RelationKind.PART, RelationKind.WITHIN}:
        return None
    end = relation.span.end
    number = next((each for each in inside if found[each].span.start >= end), None)
    if number is None or found[number].name in words.areas:
        return None
    link = analysis.text[end : found[number].span.start]
    return number if words.follow.fullmatch(link) else None
