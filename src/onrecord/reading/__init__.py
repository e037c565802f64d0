"""From a report to its reading: a pure function of one report and one kit of resources."""

from onrecord.reading.kit import Kit, build_kit
from onrecord.reading.read import read, read_all

__all__ = ["Kit", "build_kit", "read", "read_all"]
