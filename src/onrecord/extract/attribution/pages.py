"""What reading the attributions of one sentence takes, in one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.extract.attribution.lexicon import CueLexicon
    from onrecord.extract.attribution.quotations import Quotations
    from onrecord.model import Analysis, Sentence


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
