"""From the grammar of a report to what is named in it, one package or module a kind of mention.

Extractors do not know each other: each reads the report, its grammar and its own data.
"""

from onrecord.extract import attribution, entities, events, figures, places, times
from onrecord.registry import Extractor

EXTRACTORS: tuple[Extractor, ...] = (
    attribution.EXTRACTOR,
    entities.EXTRACTOR,
    events.EXTRACTOR,
    figures.EXTRACTOR,
    places.EXTRACTOR,
    times.EXTRACTOR,
)
"""All extractors, in the order they run; the order changes no result."""
