"""What the words of a report mean, each in its context, as vectors: the encoder.

A small transformer (MiniLM-L6 as trained on for our tasks, 8-bit weights, uncased) run by ONNX
Runtime on the processor. One pass serves all readers that are trained on it: the vectors of the
report that was encoded last are kept. Nothing here knows what the vectors are used for.
"""

from onrecord.encoding.encoder import WIDTH, Encoded, Encoder, load
from onrecord.encoding.network import Network
from onrecord.encoding.products import load_product
from onrecord.encoding.windows import MAX_PIECES, Window, paragraphs, windows

__all__ = [
    "MAX_PIECES",
    "WIDTH",
    "Encoded",
    "Encoder",
    "Network",
    "Window",
    "load",
    "load_product",
    "paragraphs",
    "windows",
]
