"""From the grammar of a report to what is named in it, one package or module a kind of mention.

Extractors do not know each other: each reads the report, its grammar and its own data.
"""

from onrecord.extract import events, places
from onrecord.registry import Extractor

EXTRACTORS: tuple[Extractor, ...] = (
    events.EXTRACTOR,
    places.EXTRACTOR,
)
"""All extractors, in the order they run; the order changes no result."""
