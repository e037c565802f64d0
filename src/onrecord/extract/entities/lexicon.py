"""The words and names that bodies and people are told by.

Compiled once from `bodies.en`, `armed-groups`, `news-agencies`, `government-bodies` and `nations`.
Names are kept by their words in small letters; whether capitals fit is checked where a name is
found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.extract.entities.tables import Listed, agencies, armed_groups, institutions

if TYPE_CHECKING:
    from onrecord.resources import Lexicon

_WORD = re.compile(r"[^\s\-–/]+")


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name in small letters, hyphens taken for blanks."""
    return tuple(word.lower().replace("’", "'") for word in _WORD.findall(name))


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
        capitals: Codes of nations by the name of their capital, in small letters.
        portfolios: What a word of a portfolio is called otherwise, by that word.
    """

    sets: Mapping[str, frozenset[str]]
    roles: Mapping[str, str]
    listed: Mapping[str, tuple[tuple[tuple[str, ...], Listed], ...]]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    nations: Mapping[str, str]
    peoples: Mapping[str, str]
    names: Mapping[str, str]
    capitals: Mapping[str, str]
    portfolios: Mapping[str, str]

    @classmethod
    def of(cls, *lexica: Lexicon) -> BodyWords:
        """Compile the lexica, in whatever order they come.

        Args:
            lexica: `bodies.en`, `armed-groups`, `news-agencies`, `government-bodies`, `nations`.
        """
        tables = {lexicon.name: lexicon.entries for lexicon in lexica}
        entries = tables["bodies.en"]
        rows = tables["nations"]["nations"]
        armed, agency = entries["armed"]["well_known"], entries["agency"]["well_known"]
        every = [
            *armed_groups(tables["armed-groups"]["armed"]["groups"], frozenset(armed)),
            *agencies(tables["news-agencies"]["agencies"]["listed"], frozenset(agency)),
            *institutions(tables["government-bodies"]),
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
            capitals={
                row["capital"].lower(): code for code, row in rows.items() if "capital" in row
            },
            portfolios=entries["government"]["same"],
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


def _by_first_word(
    every: Iterable[Listed],
) -> dict[str, tuple[tuple[tuple[str, ...], Listed], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Listed]]] = defaultdict(list)
    for one in every:
        words = words_of(one.spelling)
        # The engine parts "Lord's", "Lions'" and "Return," in two.
        found[words[0].removesuffix("'s").rstrip("',")].append((words, one))
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
