"""Which places bear a name: the nations and regions of the lexica first, then the gazetteer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.resources.gazetteer import Gazetteer, PlaceEntry, folded

# Nations and regions are in the gazetteer too; those of the lexica come with their case checked.
# Our own towns and sites are there with their province, so there the gazetteer's row is the better.
_SMALL = frozenset({"city", "site", "crossing", "district", "borough"})
_NATION = "iso:"

# Names of fewer letters are as a rule abbreviations, whose case tells them from villages.
_SHORT = 3

_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Atlas:
    """All places we know, by name.

    Attributes:
        known: Those of the lexica, by name as written.
        gazetteer: The large file; None where it is missing.
    """

    known: Mapping[str, tuple[PlaceEntry, ...]]
    gazetteer: Gazetteer | None
    _found: dict[str, tuple[PlaceEntry, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def find(self, name: str) -> tuple[PlaceEntry, ...]:
        """Return the places that bear a name, those of the lexica first."""
        entries = self._found.get(name)
        if entries is None:
            if len(self._found) > _REMEMBERED:
                self._found.clear()
            entries = self._found[name] = self._looked_up(name)
        return entries

    def _looked_up(self, name: str) -> tuple[PlaceEntry, ...]:
        own = self.known.get(name, ())
        if self.gazetteer is None or (own and len(folded(name)) <= _SHORT):
            return own
        listed = self.gazetteer.find(name)
        if len(name) <= _SHORT and name.isupper():
            listed = ()
        large = tuple(entry for entry in own if entry.feature not in _SMALL)
        refs = {entry.ref for entry in large}
        listed = tuple(
            entry for entry in listed if entry.ref not in refs and not entry.ref.startswith(_NATION)
        )
        return (*large, *listed) or own
