"""Desk checks of two versions of one story: what changed without a word?

Each looks at both versions with their readings, in one file with one exported row. A new version
that adds, that explains what it changes, or that says the same in other words is sound.
"""

from onrecord.registry import Comparison

COMPARISONS: tuple[Comparison, ...] = ()

__all__ = ["COMPARISONS"]
