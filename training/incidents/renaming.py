"""Reports under other names: the same words around other people, places and groups.

A reader that has only seen one region's groups learns their names; one that sees each report under
names drawn at random learns what stands around a name. Every name is exchanged for one of as many
words, so that what was marked on words stays true.
"""

from __future__ import annotations

import re
import sqlite3
import tomllib
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

    from onrecord.model import Analysis

    Range = tuple[int, int]

_NAMES = Path(__file__).with_name("names.toml")
_INITIALS = re.compile(r"[A-Z]{2,6}(?:-\d+)?")
_CONSONANTS, _VOWELS = "BCDFGHJKLMNPRSTVZ", "AEIOU"
# One place in so many of the gazetteer is a name to draw.
_EACH_PLACE = 7
# What kind of name the engine's labels are; others stay.
_KINDS = {"PERSON": "person", "GPE": "place", "LOC": "place", "NORP": "people"}
# Words inside a name that are not exchanged.
_KEPT = frozenset(
    "the of and for de la del los las y a an e general colonel captain president minister senator "
    "father monsignor bishop archbishop judge mayor doctor dr mr mrs jr saint san santa".split()
)


@dataclass(frozen=True, slots=True)
class Pool:
    """Names to draw from.

    Attributes:
        given: Given names.
        family: Family names.
        places: Names of places, by how many words they have.
        groups: Names of armed groups, by how many words they have.
        peoples: Words for the people of a country.
        causes: Words such as "Islamic" in the name of a group.
        bodies: Words such as "Front".
    """

    given: tuple[str, ...]
    family: tuple[str, ...]
    places: dict[int, tuple[str, ...]]
    groups: dict[int, tuple[str, ...]]
    peoples: tuple[str, ...]
    causes: tuple[str, ...]
    bodies: tuple[str, ...]


@cache
def pool() -> Pool:
    """Return the names, from `names.toml` and from OnRecord's own data."""
    words = {
        name: tuple(text.split()) for name, text in tomllib.loads(_NAMES.read_text("utf-8")).items()
    }
    library = open_library()
    groups = library.lexicon("armed-groups").entries["armed"]["groups"]
    nations = library.lexicon("nations").entries["nations"]
    return Pool(
        given=words["given"],
        family=words["family"],
        places=_by_length(_places(library.path("gazetteer"))),
        groups=_by_length(
            name
            for group in groups
            for name in (group["name"], *group.get("aliases", ()))
            if not _INITIALS.fullmatch(name)
        ),
        peoples=tuple(
            adjective
            for nation in nations.values()
            for adjective in nation.get("adjectives", ())
            if " " not in adjective
        ),
        causes=words["cause"],
        bodies=words["body"],
    )


def _places(gazetteer: Path) -> list[str]:
    with closing(sqlite3.connect(gazetteer)) as connection:
        rows = connection.execute(
            "SELECT name FROM place WHERE id % ? = 0 ORDER BY id", (_EACH_PLACE,)
        )
        return [name for (name,) in rows if name.isascii()]


def _by_length(names: Iterable[str]) -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = {}
    for name in dict.fromkeys(names):
        found.setdefault(len(name.split()), []).append(name)
    return {length: tuple(listed) for length, listed in found.items()}


class Renamer:
    """Exchanges names in one report, the same name always for the same other.

    Args:
        chance: Where the draws come from.
    """

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._pool = pool()
        self._given: dict[tuple[str, str], str] = {}

    def renamed(
        self, analysis: Analysis, people: Iterable[Range], groups: Iterable[Range]
    ) -> list[str]:
        """Return the words of a report under other names.

        Args:
            analysis: Its grammar, with the names the engine found.
            people: Further stretches that name persons, in words.
            groups: Stretches that name groups.
        """
        words = [token.text for token in analysis.tokens]
        kinds: dict[int, tuple[str, Range]] = {}
        for name in analysis.names:
            kind = _KINDS.get(name.label)
            if kind is not None:
                kinds.update(
                    dict.fromkeys(range(name.first, name.last), (kind, (name.first, name.last)))
                )
        for kind, ranges in (("person", people), ("group", groups)):
            for first, last in ranges:
                kinds.update(dict.fromkeys(range(first, last), (kind, (first, last))))
        done: set[Range] = set()
        for kind, (first, last) in kinds.values():
            if (first, last) not in done:
                done.add((first, last))
                self._rename(words, kind, first, last)
        return words

    def _rename(self, words: list[str], kind: str, first: int, last: int) -> None:
        places = [
            index
            for index in range(first, last)
            if words[index][:1].isalpha() and words[index].lower() not in _KEPT
        ]
        if kind in {"place", "group"}:
            whole = " ".join(words[index] for index in places)
            drawn = self._whole(kind, whole, len(places))
            if drawn is not None:
                for index, word in zip(places, drawn.split(), strict=True):
                    words[index] = word
                return
        for place, index in enumerate(places):
            words[index] = self._word(kind, words[index], is_last=place == len(places) - 1)

    def _whole(self, kind: str, name: str, length: int) -> str | None:
        """Return another name of so many words; None where the words are exchanged one by one."""
        known = self._pool.places if kind == "place" else self._pool.groups
        names = known.get(length)
        if not names or (kind == "group" and _INITIALS.fullmatch(name)):
            return None
        return self._drawn(f"{kind} {length}", name, names)

    def _word(self, kind: str, word: str, *, is_last: bool) -> str:
        if kind == "person":
            return self._drawn("person", word, self._pool.family if is_last else self._pool.given)
        if kind == "people":
            return self._drawn("people", word, self._pool.peoples)
        if kind == "group" and _INITIALS.fullmatch(word):
            return self._initials(word)
        if kind == "group":
            return self._drawn("word", word, self._pool.bodies if is_last else self._pool.causes)
        return word

    def _drawn(self, kind: str, name: str, names: Sequence[str]) -> str:
        key = (kind, name.lower())
        if key not in self._given:
            self._given[key] = self._chance.choice(names)
        return self._given[key]

    def _initials(self, word: str) -> str:
        key = ("initials", word.lower())
        if key not in self._given:
            letters = [self._chance.choice(_CONSONANTS) for _ in word]
            letters[self._chance.randrange(len(letters))] = self._chance.choice(_VOWELS)
            self._given[key] = "".join(letters)
        return self._given[key]
