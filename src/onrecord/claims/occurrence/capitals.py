"""Towns a report calls by what they are: "the capital", "the Malian capital", "this city".

"This city" is where the report was filed; "the capital" that of the country its incident happened
in, unless its people stand before it. They are mentions of places like any other, under the name of
the town.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.claims.occurrence.nations import nations
from onrecord.model import PlaceMention, PlaceRef, PlaceUse, Provenance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.claims.occurrence.telling import Telling
    from onrecord.model import Token

_READ_BY = Provenance(stage="claims", version=1)
_HERE = frozenset({"city", "town", "capital"})
# "Ten km south of the capital" is not in it.
_APART = frozenset(
    "north south east west northeast northwest southeast southwest km kilometres kilometers miles "
    "outside near away".split()
)


def capitals(telling: Telling, country: str | None) -> tuple[PlaceMention, ...]:
    """Return the mentions of towns by what they are.

    Args:
        telling: The incident.
        country: The country it happened in, as far as known.
    """
    found = []
    for token in telling.analysis.tokens:
        if token.lemma in _HERE:
            place = _meant(telling, token, country)
            if place is not None:
                found.append(
                    PlaceMention(
                        span=token.span,
                        read_by=_READ_BY,
                        place=place,
                        candidates=(),
                        use=_use(telling, token),
                        relation=None,
                        extent=token.span,
                    )
                )
    return tuple(found)


def _meant(telling: Telling, token: Token, country: str | None) -> PlaceRef | None:
    """Return the town a word means here; None where it is none of ours."""
    tokens = telling.analysis.tokens
    follower = tokens[token.index + 1].text.lower() if token.index + 1 < len(tokens) else ""
    beside = [child.lower() for child in _before(telling, token)]
    if follower == "of" or not beside:
        return None
    if "this" in beside:
        return _filed_from(telling)
    if token.lemma != "capital" or "the" not in beside:
        return None
    peoples = nations().peoples
    code = next((peoples[word] for word in beside if word in peoples), country)
    name = nations().capitals.get(code or "")
    if name is None:
        return None
    named = (one.place for one in telling.mentions.places if one.place.name == name)
    known = next((place for place in named if place.country == code), None)
    return known or PlaceRef(name=name, feature="city", country=code)


def _before(telling: Telling, token: Token) -> Iterator[str]:
    """Yield the words before a noun that belong to it."""
    for child in token.children:
        if child < token.index:
            yield telling.analysis.tokens[child].text


def _filed_from(telling: Telling) -> PlaceRef | None:
    """Return the first place of the dateline that is known."""
    dateline = telling.report.dateline
    if dateline is None:
        return None
    filed = (
        one.place
        for one in telling.mentions.places
        if dateline.span.overlaps(one.span) and one.place.feature != "country"
    )
    return next(filed, None)


def _use(telling: Telling, token: Token) -> PlaceUse:
    """Say whether something is in a town, or only placed by it."""
    tokens = telling.analysis.tokens
    first = min((child for child in token.children if child < token.index), default=token.index)
    before = [tokens[index].text.lower() for index in range(max(0, first - 2), first)]
    return PlaceUse.RELATION if _APART.intersection(before) else PlaceUse.LOCATION
