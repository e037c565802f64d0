"""Which names are those of places, by the gazetteer, and of nations, by their lexicon.

Asked only where a dateline's form leaves it open ("PESHAWAR: ...", "Beirut – ..."), since the first
question costs the opening of the gazetteer. Without one no name is a place.
"""

from __future__ import annotations

import logging
from functools import cache
from typing import TYPE_CHECKING

from onrecord.errors import ResourceError
from onrecord.resources import open_library

if TYPE_CHECKING:
    from onrecord.resources.gazetteer import Gazetteer

_LOG = logging.getLogger(__name__)

_TOWNS = frozenset({"city", "town", "village", "capital"})


def is_place(name: str, population: int = 0) -> bool:
    """Say whether a place has this name.

    Args:
        name: The name, with or without its country behind a comma.
        population: Ask for a town of at least this many people whose usual name it is; 0: any
            place.
    """
    gazetteer = _gazetteer()
    if gazetteer is None:
        return False
    found = gazetteer.find(name.partition(",")[0])
    if not population:
        return bool(found)
    return any(
        place.usual and place.feature in _TOWNS and place.population >= population
        for place in found
    )


def is_nation(name: str) -> bool:
    """Say whether a nation has this name today, or had it when reports were written of it."""
    return name.upper() in _nations()


@cache
def _nations() -> frozenset[str]:
    rows = open_library().lexicon("nations").entries["nations"]
    return frozenset(name.upper() for row in rows.values() for name in row["names"])


@cache
def _gazetteer() -> Gazetteer | None:
    # SQLite is loaded only by the few stories that need it.
    from onrecord.resources.gazetteer import NAME, open_gazetteer  # noqa: PLC0415

    try:
        return open_gazetteer(open_library().path(NAME))
    except ResourceError as error:
        _LOG.warning("datelines without agency, day and country are not read: %s", error)
        return None
