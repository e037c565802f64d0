"""The words of relations between places, compiled from `places.en` and the tables it leans on.

Each pattern matches right before what a relation hangs on (a name, "the border with Libya"), so all
end where the text ends. What they mean is settled in `relations`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.resources import Library

NEEDS = ("places.en", "nations", "regions", "numbers.en", "conversions")
"""Names of the resources read."""

# In these patterns a blank stands for white space of any length, see `_compiled`.
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_AWAY = r",?(?: (?:away|inland|offshore|distant))?"
# "An hour-and-a-half's drive" is left alone: too rare to be worth its traps.
_JOURNEY = r"(?: |-)(?P<time>hours?|minutes?)(?:['’]s?)?(?: |-)(?:long )?"
# Features of our own table that a figure may well be.
_SMALL = frozenset({"city", "site", "crossing", "district", "borough"})
_HALVES = re.compile(r"(?<=[a-z])(north|south|east|west)")


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationWords:
    """The compiled lexica.

    Attributes:
        prefixes: Patterns that end before what a relation hangs on, by kind of relation.
        link: Matches what may stand between a place and what is said of where it lies.
        follow: Matches what may stand between a relation and the place it locates.
        second: Matches what may stand between the two places of "between".
        areas: Names of nations, states and regions: they hold a figure and seldom are one.
        winds: Degrees clockwise from north, by name in small letters without blanks and hyphens.
        hedges: Least and most, as multiples of the number, by hedge in small letters.
        vague: Least and most amount, by words.
        numbers: Amounts by number word.
        metres: Metres in each unit, by its symbol.
        units: Matches each unit's names, by its symbol.
        speeds: Least and most speed in km/h, by means.
        peoples: Codes of nations by adjective.
        nations: Names of nations by code.
        capitals: Names of their capitals by code.
        sets: Word lists of the grammar, by name.
    """

    prefixes: Mapping[str, re.Pattern[str]]
    link: re.Pattern[str]
    follow: re.Pattern[str]
    second: re.Pattern[str]
    areas: frozenset[str]
    winds: Mapping[str, float]
    hedges: Mapping[str, tuple[float, float]]
    vague: Mapping[str, tuple[float, float]]
    numbers: Mapping[str, float]
    metres: Mapping[str, float]
    units: Mapping[str, re.Pattern[str]]
    speeds: Mapping[str, tuple[float, float]]
    peoples: Mapping[str, str]
    nations: Mapping[str, str]
    capitals: Mapping[str, str]
    sets: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, library: Library) -> RelationWords:
        """Compile the lexica.

        Raises:
            ResourceError: One of them is missing or damaged.
        """
        entries = library.lexicon("places.en").entries
        tables, grammar = entries["relations"], entries["relations"]["grammar"]
        nations = library.lexicon("nations").entries["nations"]
        numbers = library.lexicon("numbers.en").entries["units"]
        nouns = [*grammar["kinds"], *entries["facilities"]["nouns"]]
        return cls(
            prefixes=_prefixes(tables, grammar, numbers),
            link=_link(grammar, nouns),
            follow=_compiled(rf",? (?:in|at) the (?:[\w-]+ ){{0,2}}{_any(grammar['kinds'])} of "),
            second=_compiled(rf" {_any(grammar['between_and'])} {grammar['gap']}"),
            areas=_areas(nations, library.lexicon("regions").entries),
            winds={_bare(wind): degrees for wind, degrees in tables["winds"].items()},
            hedges={hedge: (low, high) for hedge, (low, high) in tables["hedges"].items()},
            vague={words: (low, high) for words, (low, high) in tables["vague"].items()},
            numbers={word: float(amount) for word, amount in numbers.items()},
            metres=_metres(library.lexicon("conversions").entries["unit"]),
            units={symbol: _compiled(names) for symbol, names in grammar["units"].items()},
            speeds={means: (low, high) for means, (low, high) in tables["speeds"].items()},
            peoples=_peoples(nations),
            nations={code: row["name"] for code, row in nations.items()},
            capitals={code: row["capital"] for code, row in nations.items() if "capital" in row},
            sets=_sets(grammar, entries["facilities"]["nouns"]),
        )

    def wind(self, words: str | None) -> float | None:
        """Return the bearing that a name of a wind stands for; None for no wind or "central"."""
        return None if words is None else self.winds.get(_bare(words).removesuffix("ern"))


def _prefixes(
    tables: Mapping[str, Any], grammar: Mapping[str, Any], numbers: Iterable[str]
) -> dict[str, re.Pattern[str]]:
    """Compile what may stand before a name or a border, by kind of relation."""
    wind = rf"(?P<wind>{_winds(tables['winds'])})"
    part = wind.replace("<wind>", "<wind>central|", 1)
    length = _length(tables, grammar["units"], numbers)
    turn = "(?:to the|due|further|farther|just|directly)"
    journey = (
        rf"(?P<amount>{_NUMBER}|half an|an?|{_any(numbers)}){_JOURNEY}"
        rf"(?P<means>{_any(tables['speeds'])})(?: {wind})? (?:from|of|outside)"
    )
    patterns = {
        "toward": rf"{length}{_AWAY},? (?:{turn} )?{wind} (?:of|from)",
        "away": rf"{length}{_AWAY} {_any(grammar['from'])}",
        "travel": journey,
        "part of": grammar["part_of"].replace("WIND", part),
        "between": _any(grammar["between"]),
        # "The north of" is a part, "to the north of" and "north of" are not.
        "bearing": rf"(?:{turn} |(?<!the\s)){wind} of",
        "within": _any(grammar["within"]),
        "near": _any(grammar["near"]),
        "on": _any(grammar["on"]),
        "coast": _any(grammar["coast"]),
        "part name": grammar["part_name"].replace("WIND", part),
    }
    gap = grammar["gap"]
    return {
        kind: _compiled(rf"(?<![\w-])(?:{each}) {'' if kind == 'part name' else gap}$")
        for kind, each in patterns.items()
    }


def _length(tables: Mapping[str, Any], units: Mapping[str, str], numbers: Iterable[str]) -> str:
    """Return the pattern of a length with its hedge: "about 1,300 km (825 miles)"."""
    hedges = _any(hedge for hedge in tables["hedges"] if hedge)
    number = rf"{_NUMBER}(?: ?(?:to|or|and|-|–) ?{_NUMBER})?"
    amount = rf"{number}|{_any(tables['vague'])}|{_any(numbers)}"
    unit = "|".join(units.values())
    return (
        rf"(?:(?P<hedge>{hedges}) )?(?P<amount>{amount})(?: |-)?(?P<unit>{unit})"
        r"(?: ?\([^()]{1,40}\)| ?/ ?\d[\w ]{1,14})?(?: or (?:so|more))?"
    )


def _winds(names: Iterable[str]) -> str:
    """Return the pattern of the winds, the halves of a name joined or not."""
    ordered = sorted((name.replace("-", "") for name in names), key=len, reverse=True)
    return "|".join(_HALVES.sub(r"(?:-| )?\1", name) for name in ordered)


def _link(grammar: Mapping[str, Any], nouns: Iterable[str]) -> re.Pattern[str]:
    kinds = _any(nouns)
    noun = rf"(?:(?:an?|the) (?:[\w'’-]+ ){{0,4}}?{kinds},? )?"
    # "The Tal Amara gas field, 40 km ...": the nouns of the name itself.
    return _compiled(rf"(?: (?:[a-z]+ )?{kinds})? ?[,(–—-]* ?{grammar['located']}{noun}(?:in )?")


def _areas(nations: Mapping[str, Any], regions: Mapping[str, Any]) -> frozenset[str]:
    rows = [*regions["places"]["region"], *regions["places"]["state"]]
    names = [name for nation in nations.values() for name in nation["names"]]
    return frozenset([*names, *(row["name"] for row in rows if row.get("feature") not in _SMALL)])


def _compiled(pattern: str) -> re.Pattern[str]:
    spread = pattern.replace(" ?", r"\s*").replace(" ", r"\s+")
    return re.compile(spread, re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


def _bare(wind: str) -> str:
    """Return the name of a wind in small letters, without hyphens and blanks."""
    return re.sub(r"[\s-]", "", wind.lower())


def _metres(rows: Iterable[Mapping[str, Any]]) -> dict[str, float]:
    return {
        symbol: float(row["factors"][0])
        for row in rows
        if row["dimension"] == "length"
        for symbol in row["symbols"]
    }


def _peoples(nations: Mapping[str, Any]) -> dict[str, str]:
    """Return the code of each adjective that is of one nation only."""
    codes: dict[str, set[str]] = defaultdict(set)
    for code, nation in nations.items():
        for word in nation["adjectives"]:
            codes[word].add(code)
    return {word: next(iter(which)) for word, which in codes.items() if len(which) == 1}


def _sets(grammar: Mapping[str, Any], nouns: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the word lists of the grammar; `marks` are the nouns that relations hang on."""
    sets = {name: frozenset(words) for name, words in grammar.items() if isinstance(words, list)}
    marks = sets["borders"] | sets["coasts"] | sets["capitals"]
    return {**sets, "marks": marks, "facilities": frozenset(nouns)}
