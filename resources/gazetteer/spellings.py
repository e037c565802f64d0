"""Which alternate names are worth keeping, and the names that a town goes by besides its own."""

from __future__ import annotations

import re

# Shorter alternates are mostly codes of airports and languages.
_SHORTEST = 4

_LATIN = re.compile(
    r"^(?:(?:al|el|ul|ad|ar|as|ash|at|az|an|ed|es|ez|de|la|le)[ -])?[A-ZÀ-ÖØ-ÞĀ-Žʻʼ‘’`][^\W\d_]*"
    r"(?:[ '’‘ʻʼ`.\-]{1,2}[^\W\d_]+)*\.?$"
)

# The article that maps of Arab countries write and reports leave out: "Al Fallūjah" is "Fallujah".
_ARTICLE = re.compile(r"^(?:Al|El|Ad|Ar|As|Ash|At|Ath|Az|An|Adh|Ed|Er|Es|Ez|Et)[ -](?=[^\W\d_]{3})")
ARAB = frozenset("AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE".split())


def is_name(text: str) -> bool:
    """Say whether an alternate looks like a name in Latin letters."""
    return len(text) >= _SHORTEST and bool(_LATIN.match(text))


def without_article(names: list[str], country: str | None) -> list[str]:
    """Return the names of a place of an Arab country without their article; () elsewhere."""
    if country not in ARAB:
        return []
    return [short for name in names if (short := _ARTICLE.sub("", name, count=1)) != name]
