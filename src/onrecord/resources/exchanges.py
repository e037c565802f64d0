"""Exchanges: which one a Reuters code or a ticker belongs to, and when two codes are one.

An exchange is known by the ending of its Reuters codes and by the words before a ticker. On some a
Reuters code is the ticker and the ending ("SHEL.L"), on others not ("TTEF.PA" for TTE of Paris):
only on the former one code is told from the other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_ANY = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One exchange.

    Attributes:
        name: Its name.
        country: ISO 3166-1 alpha-2 code of its country.
        form: Matches the codes that it can give; None where they have no form of their own.
        looks: That form in words ("four digits"); None where there is none.
        guests: Countries whose companies are often listed there as well; "*" stands for any.
        domestic: Companies of no other country are listed there than of its own and its guests'.
        shared: What stands before a ticker and is another exchange's short name as well.
    """

    name: str
    country: str
    form: re.Pattern[str] | None = None
    looks: str | None = None
    guests: frozenset[str] = frozenset()
    domestic: bool = False
    shared: frozenset[str] = frozenset()

    def lists_often(self, country: str) -> bool:
        """Say whether companies of a country are often listed there."""
        return country == self.country or not self.guests.isdisjoint({country, _ANY})


@dataclass(frozen=True, slots=True)
class Exchanges:
    """The exchanges.

    Attributes:
        by_ending: Our code of the exchange, by Reuters ending.
        by_word: Our code of the exchange, by what stands before a ticker.
        same: Codes of those where a Reuters code is the ticker and the ending.
        known: The exchanges, by our code.
    """

    by_ending: Mapping[str, str]
    by_word: Mapping[str, str]
    same: frozenset[str]
    known: Mapping[str, Exchange]

    @classmethod
    def of(cls, entries: Mapping[str, Any]) -> Exchanges:
        """Take the exchanges from the resource `companies`."""
        rows = entries["exchanges"]
        return cls(
            by_ending={end: code for code, row in rows.items() for end in row["suffixes"]},
            by_word={word: code for code, row in rows.items() for word in (code, *row["written"])},
            same=frozenset(code for code, row in rows.items() if row.get("same")),
            known={code: _exchange(row) for code, row in rows.items()},
        )

    def of_code(self, scheme: str, value: str) -> str | None:
        """Return our code of the exchange that a Reuters code or ticker belongs to."""
        if scheme == "ric":
            return self.by_ending.get(value.rpartition(".")[2])
        if scheme == "ticker" and ":" in value:
            return self.by_word.get(value.partition(":")[0].strip())
        return None

    def key(self, scheme: str, value: str) -> str:
        """Return under what a code is filed: "NYSE:XOM" for "XOM.N", else with its scheme."""
        exchange = self.of_code(scheme, value)
        if scheme == "ric" and exchange in self.same:
            return f"{exchange}:{value.rpartition('.')[0]}"
        if scheme == "ticker" and exchange is not None:
            return f"{exchange}:{value.partition(':')[2].strip()}"
        return f"{scheme}:{value}"


def symbol(scheme: str, value: str) -> str:
    """Return a Reuters code without its ending, a ticker without its exchange."""
    return value.rpartition(".")[0] if scheme == "ric" else value.rpartition(":")[2].strip()


def _exchange(row: Mapping[str, Any]) -> Exchange:
    return Exchange(
        name=row["name"],
        country=row["country"],
        form=re.compile(row["form"]) if "form" in row else None,
        looks=row.get("looks"),
        guests=frozenset(row.get("guests", ())),
        domestic=row.get("domestic", False),
        shared=frozenset(row.get("shared", ())),
    )
