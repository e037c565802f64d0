"""Abbreviations that bodies of several kinds bear: which is meant.

"AFP" is a news agency and the armed forces of the Philippines, "RSF" a force of Sudan and a
watchdog of the press. What speaks for one is, the strongest first: its nation right beside the
name, a word beside it that fits no other kind, its full name in the report, its country in the
report or the dateline, that it is well known. Where bodies of two kinds come out even, none is
read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.entities.support import has_country, is_ruled_out, tells

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.entities.drafts import Page
    from onrecord.extract.entities.tables import Listed
    from onrecord.model import EntityKind

# What speaks for a body, the strongest first: nation beside, word beside, full name, country, fame.
_Evidence = tuple[bool, bool, bool, bool, bool]


@dataclass(frozen=True, slots=True)
class Match:
    """A listed name in the report.

    Attributes:
        first: Index of its first token.
        last: Index after its last token.
        spelling: The words, in small letters.
        nation: Code of the nation named right before it, or behind it after "of".
        every: All bodies that bear the name, less those that the words around it rule out.
        kinds: How many kinds of body bear the name, those ruled out included.
    """

    first: int
    last: int
    spelling: str
    nation: str | None
    every: tuple[Listed, ...]
    kinds: int


def weighed(
    page: Page, found: Sequence[Match], named: frozenset[str]
) -> dict[str, tuple[Listed, str | None]]:
    """Return the body that each contested spelling means, with its country; those open left out.

    Args:
        page: The report.
        found: All listed names of the report, contested or not.
        named: Codes of the countries that the report and its dateline name.
    """
    best: dict[str, dict[Listed, _Evidence]] = {}
    for match in found:
        if match.kinds > 1:
            full = _full_names(found, match.spelling)
            weights = best.setdefault(match.spelling, {})
            for one, weight in _weights(page, match, full, named).items():
                weights[one] = max(weight, weights.get(one, weight))
    chosen = {spelling: _heaviest(weights) for spelling, weights in best.items()}
    return {
        spelling: chosen_of(top, None, named)
        for spelling, top in chosen.items()
        if top and len({one.kind for one in top}) == 1
    }


def told_here(page: Page, match: Match, named: frozenset[str]) -> tuple[Listed, str | None] | None:
    """Return what a contested name means by the words beside it alone; None where they do not tell.

    "Major Roe of the AFP told AFP" has both.
    """
    weights = _weights(page, match, frozenset(), named)
    told = {one: weight for one, weight in weights.items() if weight[0] or weight[1]}
    top = _heaviest(told)
    return chosen_of(top, match.nation, named) if len({one.kind for one in top}) == 1 else None


def chosen_of(
    every: Sequence[Listed], beside: str | None, countries: frozenset[str]
) -> tuple[Listed, str | None]:
    """Return the body meant of those that share a name, and its country where that is sure."""
    ordered = sorted(
        every,
        key=lambda one: (
            beside not in one.countries,
            countries.isdisjoint(one.countries),
        ),
    )
    one = ordered[0]
    sole = len({other.ref for other in every}) == 1
    told = sole or not countries.isdisjoint(one.countries)
    return one, one.countries[0] if told and len(one.countries) == 1 else None


def _full_names(found: Sequence[Match], spelling: str) -> frozenset[str]:
    """Return the keys of the bodies that the report gives by another name that is sure."""
    return frozenset(
        one.ref for match in found if match.spelling != spelling for one in match.every if one.sure
    )


def _weights(
    page: Page, match: Match, full: frozenset[str], named: frozenset[str]
) -> dict[Listed, _Evidence]:
    """Return what speaks for each body that a name may mean here; those without support left out.

    Beside a body that is well known, another needs its country or its full name in the report.
    """
    here = (match.first, match.last)
    rivals: set[EntityKind] = {one.kind for one in match.every}
    every = [one for one in match.every if not is_ruled_out(page, here, one.kind)]
    famed = any(one.sure for one in every)
    weights = {}
    for one in every:
        beside = match.nation is not None and match.nation in one.countries
        told = tells(page, here, one.kind, rivals)
        whole, country = one.ref in full, has_country(one, named)
        if beside or whole or country or one.sure or (told and not famed):
            weights[one] = (beside, told, whole, country, one.sure)
    return weights


def _heaviest(weights: dict[Listed, _Evidence]) -> list[Listed]:
    most = max(weights.values(), default=None)
    return [one for one, weight in weights.items() if weight == most]
