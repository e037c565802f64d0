"""The trained reader of attributions: an encoder, a finder of cues, a reader of who and what.

Its weights are made by `python -m training attribution`; how well they do is in
docs/quality/attribution.md.
"""

from onrecord.extract.attribution.learned.decoding import Found, Possible, decoded, settled
from onrecord.extract.attribution.learned.features import PairFeatures, WordFeatures
from onrecord.extract.attribution.learned.reader import LearnedReader
from onrecord.extract.attribution.learned.voices import Voices, VoicesReader

__all__ = [
    "Found",
    "LearnedReader",
    "PairFeatures",
    "Possible",
    "Voices",
    "VoicesReader",
    "WordFeatures",
    "decoded",
    "settled",
]
