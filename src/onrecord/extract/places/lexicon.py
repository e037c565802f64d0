"""The words places are read with, and the places that need no gazetteer: nations, regions, states.

Compiled once from `places.en`, `nations`, `regions` and `demonyms`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.resources.gazetteer import PlaceEntry, folded

if TYPE_CHECKING:
    from onrecord.resources import Lexicon

# A name of two letters or with points ("US", "D.C.") is written in capitals or it is another word.
_SHORT = 3
# Headlines give these in capitals; other names in capitals are abbreviations ("SWAT").
_CAPITALISED = frozenset({"country", "admin1", "continent"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """The compiled lexica.

    Attributes:
        known: Nations, regions and US states by each of their names, as written.
        nations: Names of the nations by code.
        capitals: Names of their capitals.
        peoples: Codes of nations by demonym; a demonym of two nations is left out.
        regional: Names of other places by demonym ("Texan").
        abbreviations: States and provinces in full, by their newspaper abbreviation or code.
        sets: The word lists of `places.en`, by name.
        features: Features of the gazetteer that a kind of place asks for.
        relations: Matches what places something else, right before a name.
        compass: Matches words of direction right before a name.
    """

    known: Mapping[str, tuple[PlaceEntry, ...]]
    nations: Mapping[str, str]
    capitals: frozenset[str]
    peoples: Mapping[str, str]
    regional: Mapping[str, str]
    abbreviations: Mapping[str, str]
    sets: Mapping[str, frozenset[str]]
    features: Mapping[str, frozenset[str]]
    relations: re.Pattern[str]
    compass: re.Pattern[str]

    def has(self, name: str, word: str) -> bool:
        """Say whether a word list holds a word, in whatever case."""
        return word.lower() in self.sets[name]

    def demonym(self, word: str) -> str | None:
        """Return the name of the place whose people or adjective a word names; None if none."""
        return self.nations.get(self.peoples.get(word, "")) or self.regional.get(word)

    @classmethod
    def of(
        cls, words: Lexicon, nations: Lexicon, regions: Lexicon, demonyms: Lexicon
    ) -> PlaceWords:
        """Compile the four lexica."""
        entries = words.entries
        rows = nations.entries["nations"]
        sets = {
            name: frozenset(value)
            for part in ("names", "context", "uses", "relations", "facilities")
            for name, value in entries[part].items()
            if isinstance(value, list)
        }
        patterns = "|".join(entries["relations"]["patterns"])
        compass = "|".join(sorted(map(re.escape, sets["compass"]), key=len, reverse=True))
        return cls(
            known=_known(rows, regions.entries["places"]),
            nations={code: nation["name"] for code, nation in rows.items()},
            capitals=frozenset(row["capital"] for row in rows.values() if "capital" in row),
            peoples=_peoples(rows),
            regional={
                word: place
                for place, listed in demonyms.entries["demonyms"].items()
                for word in listed
            },
            abbreviations=_abbreviations(regions.entries),
            sets=sets,
            features={
                kind: frozenset(wanted) for kind, wanted in entries["names"]["features"].items()
            },
            relations=re.compile(
                rf"\b(?P<words>{patterns})\s+{entries['relations']['between']}$", re.IGNORECASE
            ),
            compass=re.compile(rf"\b(?:the )?(?:(?:{compass})[ -])+$", re.IGNORECASE),
        )


def _known(
    nations: Mapping[str, Any], places: Mapping[str, Any]
) -> dict[str, tuple[PlaceEntry, ...]]:
    found: dict[str, list[PlaceEntry]] = defaultdict(list)
    for code, nation in nations.items():
        entry = _entry(nation, f"iso:{code}", feature="country", country=code)
        _add(found, entry, nation["names"])
    for row in places["region"]:
        ref = f"onrecord:{folded(row['name']).replace(' ', '-')}"
        entry = _entry(row, ref, feature=row["feature"], country=row.get("country"))
        _add(found, entry, [row["name"], *row.get("names", ())])
    for row in places["state"]:
        entry = _entry(row, f"geonames:{row['geonames']}", feature="admin1", country="US")
        dotted = [name for name in row["abbreviations"] if name.count(".") > 1]
        _add(found, entry, [row["name"], *dotted])
    return {name: tuple(entries) for name, entries in found.items()}


def _entry(row: Mapping[str, Any], ref: str, *, feature: str, country: str | None) -> PlaceEntry:
    return PlaceEntry(
        ref=ref,
        name=row["name"],
        latitude=row["latitude"],
        longitude=row["longitude"],
        radius_m=float(row["radius_m"]),
        feature=feature,
        country=country,
    )


def _add(found: dict[str, list[PlaceEntry]], entry: PlaceEntry, names: Iterable[str]) -> None:
    for name in dict.fromkeys(names):
        found[name].append(entry)
        if entry.feature in _CAPITALISED and len(name) > _SHORT and "." not in name:
            found[name.upper()].append(entry)


def _peoples(nations: Mapping[str, Any]) -> dict[str, str]:
    codes: dict[str, set[str]] = defaultdict(set)
    for code, nation in nations.items():
        for word in [*nation["adjectives"], *nation["people"]]:
            codes[word].add(code)
    return {word: next(iter(which)) for word, which in codes.items() if len(which) == 1}


def _abbreviations(regions: Mapping[str, Any]) -> dict[str, str]:
    found = dict(regions["province"])
    for row in regions["places"]["state"]:
        for short in [row["code"], *row["abbreviations"]]:
            found[short] = row["name"]
            found[short.rstrip(".")] = row["name"]
    return found
