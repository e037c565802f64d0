"""Codes of listed companies: "(BP.L)", "(1963.T)", "(NYSE: XOM)", "$BP", "($BP)", "<BP.L>".

A Reuters code is a symbol, a point and the ending of an exchange; the ending says where the share
is traded, which is often not where the company is at home, so no country is read from it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.model import Identifier, Span

if TYPE_CHECKING:
    from onrecord.extract.entities.lexicon import BodyWords

# Before a ticker stands its exchange: "NYSE: ". No name of one is longer than this.
_EXCHANGE = re.compile(r"([A-Za-z0-9]+)\s?:\s?$")
_WIDEST = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code in the text.

    Attributes:
        identifier: What it is.
        span: Where the code stands, without its brackets.
        hull: Where it stands with them.
    """

    identifier: Identifier
    span: Span
    hull: Span


def pattern(words: BodyWords) -> re.Pattern[str]:
    """Compile the pattern of all codes."""
    return _compiled(words.sets["tickers.suffixes"], words.sets["tickers.exchanges"])


@lru_cache(maxsize=1)
def _compiled(suffixes: frozenset[str], written: frozenset[str]) -> re.Pattern[str]:
    endings = "|".join(sorted(suffixes, key=len, reverse=True))
    exchanges = "|".join(sorted(written, key=len, reverse=True))
    ric = rf"(?P<ric>[A-Z0-9]{{1,8}}[a-z]?\.(?:{endings}))"
    listed = rf"(?:{exchanges})\s?:\s?(?P<ticker>[A-Z0-9][A-Z0-9.\-]{{0,6}})"
    cash = r"\$(?P<cash>[A-Z]{1,5})"
    alone = r"(?<![\w$])\$(?P<alone>[A-Z]{1,5})\b(?![.,]?\d)"
    return re.compile(rf"[(\[<]\s?(?:{ric}|{listed}|{cash})\s?[)\]>]|{alone}")


def codes(text: str, compiled: re.Pattern[str]) -> tuple[Code, ...]:
    """Return the codes in a text, in order."""
    found = []
    for match in compiled.finditer(text):
        scheme = "ric" if match.group("ric") else "ticker"
        name = next(part for part in ("ric", "ticker", "cash", "alone") if match.group(part))
        found.append(
            Code(
                identifier=Identifier(scheme=scheme, value=match.group(name)),
                span=Span(*match.span(name)),
                hull=Span(*match.span()),
            )
        )
    return tuple(found)


def listing(text: str, span: Span) -> str:
    """Return a ticker with the exchange that stands before it: "NYSE:XOM"; else as it stands."""
    before = _EXCHANGE.search(text[max(0, span.start - _WIDEST) : span.start])
    return f"{before.group(1)}:{span.of(text)}" if before else span.of(text)
