"""The nations' names and people, for telling which country a report speaks of.

Reads the lexicon `nations` once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Nations:
    """The nations of the world.

    Attributes:
        names: The name of each, by ISO 3166-1 alpha-2 code.
        capitals: The name of its capital, by code.
        peoples: The code for each word for its people, in small letters; none for a word of two.
    """

    names: Mapping[str, str]
    capitals: Mapping[str, str]
    peoples: Mapping[str, str]


@cache
def nations() -> Nations:
    """Return the nations, read once."""
    rows = open_library().lexicon("nations").entries["nations"]
    found: dict[str, set[str]] = {}
    for code, row in rows.items():
        for word in (*row["adjectives"], *row["people"]):
            found.setdefault(word.lower(), set()).add(code)
    return Nations(
        names={code: row["name"] for code, row in rows.items()},
        capitals={code: row["capital"] for code, row in rows.items() if "capital" in row},
        peoples={word: min(codes) for word, codes in found.items() if len(codes) == 1},
    )
