"""The stances in the order in which the trained reader of voices gives them."""

from onrecord.model import Stance

STANCES: tuple[Stance | None, ...] = (None, *Stance)
"""What a word does: head no cue, or one of a stance."""
