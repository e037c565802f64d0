"""An attribution while it is being read: tokens instead of spans, its outer voice by index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import Certainty, Stance

if TYPE_CHECKING:
    from onrecord.extract.attribution.lexicon import CueLexicon
    from onrecord.extract.attribution.quotations import Quotations
    from onrecord.model import Analysis, Sentence

Range = tuple[int, int]
"""First token, and the token after the last."""


@dataclass(frozen=True, slots=True)
class Page:
    """One sentence with all that reading its attributions takes.

    Attributes:
        analysis: The grammar of the report.
        sentence: The sentence.
        quotations: What stands in quotation marks in the report.
        lexicon: The words of attribution.
    """

    analysis: Analysis
    sentence: Sentence
    quotations: Quotations
    lexicon: CueLexicon


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
    """

    verb: int
    cue: Range
    speaker: Speaker | None
    content: tuple[Range, ...]
    stance: Stance
    certainty: Certainty
    negated: bool = False
    outer: int | None = None
