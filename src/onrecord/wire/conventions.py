"""The word lists of news wires, loaded once: months, agencies, credit phrases, standing lines.

Their source is `resources/wires.en.toml`; patterns are made of them where they are used.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@cache
def entries() -> Mapping[str, Any]:
    """Return the word lists, by subject."""
    return open_library().lexicon("wires.en").entries


@cache
def words(subject: str, name: str) -> frozenset[str]:
    """Return one word list, in small letters."""
    return frozenset(word.lower() for word in entries()[subject][name])


@cache
def alternatives(subject: str, name: str) -> str:
    """Return one word list as a regular expression, longer words first."""
    return any_of(entries()[subject][name])


def any_of(phrases: Iterable[str]) -> str:
    """Return a regular expression for any of some phrases, longer ones first, blanks elastic."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)
