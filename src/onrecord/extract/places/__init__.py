"""Places: which words name one, which place it is, and what the name does in its sentence.

Reads the grammar of one report, its dateline, the lexica `places.en`, `nations`, `regions` and
`demonyms`, the weights `toponyms` and the gazetteer; writes place mentions with candidates, and
demonyms ("Algerian", "Texans"), which name a place where nothing is said to be. A name that no
entry fits, or that two distant places fit as well, is a place without coordinates. Where the
gazetteer file is missing, nations, regions and US states are still found. Whether a place is that
of the incident is settled in `onrecord.claims`.

A place without an entry is put where the report says it lies, with the uncertainty of that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.places.needs import NAME, NEEDS, VERSION
from onrecord.registry import Extractor

if TYPE_CHECKING:
    from onrecord.registry import MentionReader
    from onrecord.resources import Library


def build(library: Library) -> MentionReader:
    """Return the reader of places."""
    # It brings arrays along; only a run that reads a report should pay for them.
    from onrecord.extract.places.reader import PlaceReader  # noqa: PLC0415

    return PlaceReader.of(library).read


EXTRACTOR = Extractor(name=NAME, version=VERSION, needs=NEEDS, build=build)
