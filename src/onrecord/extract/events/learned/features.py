"""What the trained reader sees beside the words themselves: grammar, names, the rules.

Everything is a small number that names a row of a table in the weights. Row 0 of each table is
"none of these", so a tag or label that the tables do not know does no harm.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.language.labels import NAMES, RELATIONS, TAGS
from onrecord.model import Factuality, RoleName

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.model import Analysis, EventMention

    Numbers = NDArray[np.int64]

_TAG, _RELATION, _NAME = (
    {name: place for place, name in enumerate(names, start=1)} for names in (TAGS, RELATIONS, NAMES)
)
_HAPPENED, _NOT_SO = 1, 2
_ROLE = {RoleName.AGENT: 3, RoleName.PATIENT: 4, RoleName.INSTRUMENT: 5}

SIZES = {
    "tag": len(TAGS) + 1,
    "relation": len(RELATIONS) + 1,
    "name": len(NAMES) + 1,
    "told": 6,
}
"""Rows of each table of the weights, by feature."""


@dataclass(frozen=True, slots=True)
class WordFeatures:
    """What is seen of each word of a report.

    Attributes:
        tag: Its part of speech.
        relation: How it hangs on its head.
        name: The kind of name it is part of, 0 for none.
        told: What it is in an event the rules read: 1 tells one that happened, 2 one that did not
            or may not have, 3 is its agent, 4 its patient, 5 its instrument, else 0.
    """

    tag: Numbers
    relation: Numbers
    name: Numbers
    told: Numbers

    def arrays(self) -> dict[str, Numbers]:
        """Return all of them by name, as the networks take them."""
        return {"tag": self.tag, "relation": self.relation, "name": self.name, "told": self.told}

    @classmethod
    def of(cls, analysis: Analysis, events: Sequence[EventMention]) -> WordFeatures:
        """Look at each word of a report."""
        tokens = analysis.tokens
        names = np.zeros(len(tokens), np.int64)
        for name in analysis.names:
            names[name.first : name.last] = _NAME.get(name.label, 0)
        return cls(
            tag=np.array([_TAG.get(token.tag, 0) for token in tokens], np.int64),
            relation=np.array([_RELATION.get(token.relation, 0) for token in tokens], np.int64),
            name=names,
            told=_told(analysis, events),
        )


def _told(analysis: Analysis, events: Sequence[EventMention]) -> Numbers:
    starts = np.array([token.span.start for token in analysis.tokens], np.int64)
    told = np.zeros(len(starts), np.int64)
    for event in events:
        for role in event.roles:
            first, last = np.searchsorted(starts, [role.span.start, role.span.end])
            told[first:last] = _ROLE[role.name]
    for event in events:
        happened = event.factuality is Factuality.HAPPENED
        told[event.trigger] = _HAPPENED if happened else _NOT_SO
    return told
