"""Exchanges: which one a Reuters code or a ticker belongs to, and when two codes are one.

An exchange is known by the ending of its Reuters codes and by the words before a ticker. On some a
Reuters code is the ticker and the ending ("SHEL.L"), on others not ("TTEF.PA" for TTE of Paris):
only on the former one code is told from the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Exchanges:
    """The exchanges.

    Attributes:
        by_ending: Our code of the exchange, by Reuters ending.
        by_word: Our code of the exchange, by what stands before a ticker.
        same: Codes of those where a Reuters code is the ticker and the ending.
    """

    by_ending: Mapping[str, str]
    by_word: Mapping[str, str]
    same: frozenset[str]

    @classmethod
    def of(cls, entries: Mapping[str, Any]) -> Exchanges:
        """Take the exchanges from the resource `companies`."""
        rows = entries["exchanges"]
        return cls(
            by_ending={end: code for code, row in rows.items() for end in row["suffixes"]},
            by_word={word: code for code, row in rows.items() for word in (code, *row["written"])},
            same=frozenset(code for code, row in rows.items() if row.get("same")),
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
