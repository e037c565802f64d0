"""The places of a report as one incident sees them: what lies in what, and under which names.

Reads the places named and the towns called by what they are. The words say what a place lies in
("Tal Amara, Nabat province", "the capital's old quarter"), else the gazetteer does. A quarter of
which neither knows the town lies in the likeliest town told of beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.claims.occurrence.capitals import capitals
from onrecord.claims.occurrence.nations import nations
from onrecord.model import PlaceMention, PlaceUse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.claims.occurrence.telling import Telling
    from onrecord.model import Span

TOWNS = frozenset({"city", "town", "village"})
"""Features of what has quarters."""

_QUARTERS = frozenset(
    "neighborhood neighborhoods neighbourhood neighbourhoods quarter quarters suburb suburbs "
    "barrio borough".split()
)
_NATIONS = frozenset({"country", "continent"})
# From the widest to the finest.
_ORDER = ("country", "region", "admin1", "admin2", "city", "town", "village")
# Characters that what places a name by another may have: ", about 105 km to the west of".
_APART = 45
# What stands between the name of a place and that of what holds it.
_LINK = re.compile(
    r"(?:\s+[\w-]+)?\s*(?:,|\(|\b(?:of|in)\b)\s*(?:(?:in|of|also in)\s+)?(?:the\s+)?"
    r"(?:[\w-]+\s+){0,2}(?:of\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
_COMMA = re.compile(r"\s*,\s*")
_LAST = re.compile(r"\s*,?\s+and\s+", re.IGNORECASE)
_MEASURE = re.compile(r"\b(?:km|kms|kilomet(?:er|re)s?|miles?)\b", re.IGNORECASE)
_OWNED = re.compile(r"['’]s\s+(?:[\w-]+\s+){0,2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The places of a report.

    Attributes:
        telling: The incident.
        country: ISO 3166-1 alpha-2 code of the country it happened in; None where unknown.
        places: All mentions of places in the story, in reading order.
        roles: The names of the towns that are called by what they are, by span.
    """

    telling: Telling
    country: str | None
    places: tuple[PlaceMention, ...]
    roles: Mapping[Span, str]

    @classmethod
    def of(cls, telling: Telling, country: str | None) -> Ground:
        """Gather the places of a report."""
        by_role = capitals(telling, country)
        inside = [one for one in telling.mentions.places if telling.sentence(one.span) is not None]
        taken = [one.span for one in inside]
        added = [one for one in by_role if not any(one.span.overlaps(span) for span in taken)]
        return cls(
            telling=telling,
            country=country,
            places=tuple(sorted((*inside, *added), key=lambda one: one.span)),
            roles={one.span: one.place.name for one in added},
        )

    def name(self, mention: PlaceMention) -> str:
        """Return a name as the report has it, blanks squeezed; a town's own for "the capital"."""
        written = " ".join(mention.span.of(self.telling.analysis.text).split())
        return self.roles.get(mention.span, written)

    def installation(self, mention: PlaceMention) -> str | None:
        """Return the name of an installation that bears a place's name: "Tal Amara airport"."""
        if mention.facility is None or mention.extent.end <= mention.span.end:
            return None
        words = self.telling.analysis.text[mention.span.start : mention.extent.end]
        return " ".join(words.split())

    def same(self, one: PlaceMention, other: PlaceMention) -> bool:
        """Say whether two mentions name one place, as far as names tell."""
        return self.name(one).casefold() == self.name(other).casefold()

    def is_nation(self, mention: PlaceMention) -> bool:
        """Say whether a mention names a nation or more: no place within a country."""
        if mention.place.feature in _NATIONS:
            return True
        nation = nations().names.get(mention.place.country or "", "")
        return nation.casefold() == self.name(mention).casefold()

    def places_another(self, mention: PlaceMention) -> bool:
        """Say whether a name only tells where another lies: "Tal Amara, 20 km from Nabat"."""
        if mention.use is not PlaceUse.RELATION:
            return False
        index = self.places.index(mention)
        text = self.telling.analysis.text
        return any(
            mention.span.start - before.span.end <= _APART
            and not set(text[before.span.end : mention.span.start]) & set(".;")
            for before in self.places[max(0, index - 1) : index]
        )

    def is_far_from(self, mention: PlaceMention) -> bool:
        """Say whether something is told to be a measured way from a place."""
        return mention.use is PlaceUse.RELATION and bool(_MEASURE.search(mention.relation or ""))

    def is_quarter(self, mention: PlaceMention) -> bool:
        """Say whether the words make a place a part of a town: "the Tal Amara neighbourhood"."""
        words = mention.extent.of(self.telling.analysis.text).lower().split()
        start = mention.extent.start
        before = self.telling.analysis.text[max(0, start - 30) : start].lower().split()
        led = len(before) > 1 and before[-1] in {"of", "the"} and _QUARTERS & set(before[-3:])
        return words[-1] in _QUARTERS or bool(led)

    def holder(self, mention: PlaceMention) -> PlaceMention | None:
        """Return the place that the words say another lies in; None where they say nothing."""
        text, index = self.telling.analysis.text, self.places.index(mention)
        sentence = self.telling.sentence(mention.span)
        for behind in self.places[index + 1 : index + 2]:
            if self._is_listed(index):
                break
            between = text[mention.span.end : behind.span.start]
            linked = sentence is not None and sentence.span.covers(behind.span)
            if linked and _LINK.fullmatch(between) and self.may_hold(behind, mention):
                return behind
        for before in self.places[max(0, index - 1) : index]:
            between = text[before.span.end : mention.span.start]
            if _OWNED.fullmatch(between) and self.may_hold(before, mention):
                return before
        return None

    def _is_listed(self, index: int) -> bool:
        """Say whether a place is one of several: "in Tal Amara, Nabat and Kerem"."""
        text = self.telling.analysis.text
        for one, behind in pairwise(self.places[index:]):
            between = text[one.span.end : behind.span.start]
            if _LAST.fullmatch(between):
                return True
            if not _COMMA.fullmatch(between):
                return False
        return False

    def holders(self, mention: PlaceMention) -> tuple[PlaceMention, ...]:
        """Return what the words say a place lies in, from the nearest outwards."""
        found: list[PlaceMention] = []
        holder = self.holder(mention)
        while holder is not None and not any(self.same(holder, one) for one in (mention, *found)):
            found.append(holder)
            holder = self.holder(holder)
        return tuple(found)

    def may_hold(self, holder: PlaceMention, mention: PlaceMention) -> bool:
        """Say whether one place can lie in another, by what they are."""
        if self.same(holder, mention) or self.is_quarter(holder):
            return False
        wide, fine = holder.place.feature, mention.place.feature
        if wide not in _ORDER or fine not in _ORDER or self.is_quarter(mention):
            return wide in _ORDER or holder.use is not PlaceUse.RELATION
        return _ORDER.index(wide) < _ORDER.index(fine)

    def lies_in(self, mention: PlaceMention, wide: PlaceMention) -> bool:
        """Say whether a place lies in another, by the words or the gazetteer."""
        if any(self.same(one, wide) for one in self.holders(mention)):
            return True
        if self.is_quarter(mention) and wide.place.feature in TOWNS:
            return mention.place.feature not in TOWNS or mention.place.country != wide.place.country
        known = {name.casefold() for name in mention.place.within}
        # Which town or province a name means may be mistaken; that it is theirs is not.
        return wide.place.name.casefold() in known and not self.same(wide, mention)
