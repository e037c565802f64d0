"""The places of a dateline: "ALGIERS", "GENEVA/ANKARA".

They stand outside the body of the report and so in no sentence, yet they are places named, and
tell much about the others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.places.spotting import Spot
from onrecord.model import Span

if TYPE_CHECKING:
    from onrecord.extract.places.atlas import Atlas
    from onrecord.extract.places.lexicon import PlaceWords
    from onrecord.model import Report


def dateline_spots(report: Report, words: PlaceWords, atlas: Atlas) -> tuple[Spot, ...]:
    """Return the places of a report's dateline, in reading order; their tokens are none (-1)."""
    if report.dateline is None:
        return ()
    found = []
    offset = report.dateline.span.start
    for part in [piece for place in report.dateline.places for piece in _pieces(place)]:
        start = report.text.find(part, offset, report.dateline.span.end)
        if start < 0:
            continue
        offset = start + len(part)
        name = words.abbreviations.get(part, part)
        name = name if atlas.find(name) else part.title()
        found.append(Spot(first=-1, last=-1, span=Span(start, offset), name=name))
    return tuple(found)


def _pieces(place: str) -> list[str]:
    """Return the names in a dateline's place: "ALGIERS, Algeria" and "LIMA (PERU)" have two."""
    return [piece.strip() for piece in re.split(r"[/,()]", place) if piece.strip()]
