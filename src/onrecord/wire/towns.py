"""Which names are those of towns, by the gazetteer.

Asked only where a dateline's form leaves it open ("PESHAWAR: ..."), since the first question costs
the opening of the gazetteer. Without one no name is a town.
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

_FEATURES = frozenset({"city", "town", "village", "capital"})


def is_town(name: str, population: int) -> bool:
    """Say whether a town of at least this many people has this as its usual name.

    Args:
        name: The name, with or without its country behind a comma.
        population: The least number of people.
    """
    gazetteer = _gazetteer()
    if gazetteer is None:
        return False
    town = name.partition(",")[0]
    return any(
        place.usual and place.feature in _FEATURES and place.population >= population
        for place in gazetteer.find(town)
    )


@cache
def _gazetteer() -> Gazetteer | None:
    # SQLite is loaded only by the few stories that need it.
    from onrecord.resources.gazetteer import NAME, open_gazetteer  # noqa: PLC0415

    try:
        return open_gazetteer(open_library().path(NAME))
    except ResourceError as error:
        _LOG.warning("datelines like 'PESHAWAR:' are not read: %s", error)
        return None
