"""The word lists of the language engine, loaded once; their source is `language.en.toml`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.resources import Lexicon


@cache
def lexicon() -> Lexicon:
    """Return the word lists."""
    return open_library().lexicon("language.en")


def nations() -> Mapping[str, Mapping[str, Any]]:
    """Return the nations, by ISO 3166-1 code."""
    found: Mapping[str, Mapping[str, Any]] = open_library().lexicon("nations").entries["nations"]
    return found
