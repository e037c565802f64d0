"""A kit that reads places and nothing else, with weights chosen for each document.

Geoparsing needs no attributions and no incidents, so their networks need not run; and a document
that the shipped weights have learned from is answered with weights that have not seen it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.places.reader import PlaceReader
from onrecord.resources import open_library

if TYPE_CHECKING:
    from onrecord.extract.places.weights import Weights
    from onrecord.model import Analysis, Claim, Mention, Mentions, Report
    from onrecord.reading import Kit

    WeightsOf = Callable[[str], Weights]


def places_alone(kit: Kit, weights_of: WeightsOf | None = None) -> Kit:
    """Return a kit that reads places only.

    Args:
        kit: The whole kit.
        weights_of: Returns the weights for a document, by its name; those that ship if left out.
    """
    reader = PlaceReader.of(open_library())

    def read(report: Report, analysis: Analysis) -> tuple[Mention, ...]:
        if weights_of is None:
            return reader.read(report, analysis)
        return replace(reader, weights=weights_of(report.guid or "")).read(report, analysis)

    return replace(kit, readers=(("places", read),), claims=_no_claims)


def _no_claims(_report: Report, _analysis: Analysis, _mentions: Mentions) -> tuple[Claim, ...]:
    return ()
