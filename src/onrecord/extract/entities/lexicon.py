"""The words and names that bodies and people are told by.

Compiled once from `bodies.en`, `armed-groups`, `news-agencies` and `nations`. Names are kept by
their words in small letters; whether capitals fit is checked where a name is found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.model import EntityKind

if TYPE_CHECKING:
    from onrecord.resources import Lexicon

_WORD = re.compile(r"[^\s\-–/]+")


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name in small letters, hyphens taken for blanks."""
    return tuple(word.lower().replace("’", "'") for word in _WORD.findall(name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A body that a lexicon lists.

    Attributes:
        name: Its name in the lexicon, the same for all its aliases.
        kind: What it is.
        spelling: The name or alias matched, as written in the lexicon.
        countries: Codes of the countries it belongs to.
        sure: The words alone tell it; others need support from what stands around them.
    """

    name: str
    kind: EntityKind
    spelling: str
    countries: tuple[str, ...]
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyWords:
    """The compiled lexica.

    Attributes:
        sets: Word lists of `bodies.en`, as "section.list".
        roles: What `bodies.en` calls the roles it names, as "section.entry".
        listed: Bodies by the first word of their names, longest names first.
        phrases: Lists of several words each, as tuples of words, longest first.
        nations: Codes of nations by name, as written.
        peoples: Codes of nations by adjective and demonym, as written; ambiguous ones left out.
        names: Names of nations by code.
    """

    sets: Mapping[str, frozenset[str]]
    roles: Mapping[str, str]
    listed: Mapping[str, tuple[tuple[tuple[str, ...], Listed], ...]]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    nations: Mapping[str, str]
    peoples: Mapping[str, str]
    names: Mapping[str, str]

    @classmethod
    def of(cls, bodies: Lexicon, groups: Lexicon, agencies: Lexicon, nations: Lexicon) -> BodyWords:
        """Compile the lexica."""
        entries = bodies.entries
        rows = nations.entries["nations"]
        every = [
            *_groups(groups.entries["armed"]["groups"], entries),
            *_agencies(agencies.entries["agencies"]["listed"], entries),
            *_institutions(entries),
        ]
        return cls(
            sets=_sets(entries),
            roles=_roles(entries),
            listed=_by_first_word(every),
            phrases={
                name: tuple(sorted((words_of(item) for item in items), key=len, reverse=True))
                for name, items in _lists(entries)
            },
            nations={name: code for code, row in rows.items() for name in row["names"]},
            peoples=_peoples(rows),
            names={code: row["name"] for code, row in rows.items()},
        )

    def has(self, name: str, word: str) -> bool:
        """Say whether a word list holds a word, in whatever case."""
        return word.lower() in self.sets[name]

    def nation(self, name: str) -> str | None:
        """Return the code of the nation that a name, adjective or demonym means."""
        return self.peoples.get(name) or self.nations.get(name)


def _lists(entries: Mapping[str, Any]) -> Iterable[tuple[str, list[str]]]:
    for section, table in entries.items():
        for name, value in table.items():
            if isinstance(value, list):
                yield f"{section}.{name}", value


def _sets(entries: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    # Codes and abbreviations keep their capitals, everything else is compared in small letters.
    return {
        name: frozenset(items)
        if name.startswith("tickers.") or name.endswith("well_known")
        else frozenset(item.lower() for item in items)
        for name, items in _lists(entries)
    }


def _roles(entries: Mapping[str, Any]) -> dict[str, str]:
    return {
        f"{section}.{name}": value
        for section, table in entries.items()
        for name, value in table.items()
        if isinstance(value, str)
    }


def _groups(rows: Iterable[Mapping[str, Any]], entries: Mapping[str, Any]) -> Iterable[Listed]:
    known = frozenset(entries["armed"]["well_known"])
    for row in rows:
        for spelling in (row["name"], *row.get("aliases", ())):
            yield Listed(
                name=row["name"],
                kind=EntityKind.ARMED_GROUP,
                spelling=spelling,
                countries=tuple(row["countries"]),
                sure=spelling in known or _is_telling(spelling),
            )


def _agencies(rows: Iterable[Mapping[str, Any]], entries: Mapping[str, Any]) -> Iterable[Listed]:
    known = frozenset(entries["agency"]["well_known"])
    for row in rows:
        for spelling in (row["name"], *row.get("aliases", ())):
            yield Listed(
                name=row["name"],
                kind=EntityKind.NEWS_AGENCY,
                spelling=spelling,
                countries=tuple(row["countries"]),
                sure=spelling in known or len(words_of(spelling)) > 1,
            )


def _institutions(entries: Mapping[str, Any]) -> Iterable[Listed]:
    for name, country in entries["government"]["named"].items():
        yield Listed(
            name=name,
            kind=EntityKind.GOVERNMENT,
            spelling=name,
            countries=(country,) if country else (),
            sure=True,
        )
    for name in entries["organisations"]["listed"]:
        yield Listed(
            name=name, kind=EntityKind.ORGANISATION, spelling=name, countries=(), sure=True
        )


def _is_telling(spelling: str) -> bool:
    """Say whether a group's name can hardly be anything else: several words, or a long one."""
    short = 3
    return len(words_of(spelling)) > 1 or len(spelling) > short or not spelling.isupper()


def _by_first_word(
    every: Iterable[Listed],
) -> dict[str, tuple[tuple[tuple[str, ...], Listed], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Listed]]] = defaultdict(list)
    for one in every:
        words = words_of(one.spelling)
        # The engine parts "Lord's" in two.
        found[words[0].removesuffix("'s")].append((words, one))
    return {
        first: tuple(sorted(names, key=lambda pair: -len(pair[0])))
        for first, names in found.items()
    }


def _peoples(rows: Mapping[str, Any]) -> dict[str, str]:
    codes: dict[str, set[str]] = defaultdict(set)
    for code, row in rows.items():
        for word in (*row["adjectives"], *row["people"]):
            codes[word].add(code)
    return {word: next(iter(which)) for word, which in codes.items() if len(which) == 1}
