"""An attribution while it is being read: tokens instead of spans, its outer voice by index."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Certainty, Stance

Range = tuple[int, int]
"""First token, and the token after the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A source in tokens.

    Attributes:
        words: All its words, with what is said of it beside its name; "who" where it is one.
        core: The noun phrase that names it.
        head: Index of the noun or pronoun that heads it.
    """

    words: Range
    core: Range
    head: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An attribution in tokens.

    Attributes:
        verb: Index of the token that heads the cue.
        cue: The tokens of the cue.
        speaker: The source; None: nobody is named.
        content: The parts of the content, in reading order.
        stance: What the source does.
        certainty: How firmly it commits itself.
        negated: It says the content is not so.
        outer: The verb of the attribution this one stands in.
        confidence: How likely it is that this is an attribution, 0 to 1.
        learned: The trained reader of attributions saw it too, or alone.
        voiced: The trained reader of voices did.
    """

    verb: int
    cue: Range
    speaker: Speaker | None
    content: tuple[Range, ...]
    stance: Stance
    certainty: Certainty
    negated: bool = False
    outer: int | None = None
    confidence: float = 1.0
    learned: bool = False
    voiced: bool = False
