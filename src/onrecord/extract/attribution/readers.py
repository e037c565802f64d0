"""Rules and trained readers together: the attributions of a report, each with its confidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord import encoding
from onrecord.extract.attribution.learned import LearnedReader, VoicesReader
from onrecord.extract.attribution.lexicon import CueLexicon
from onrecord.extract.attribution.merging import LEAST_ALONE, merged
from onrecord.extract.attribution.rules import by_rules, nested_again
from onrecord.extract.attribution.voiced import with_inner, with_stances, with_withheld

if TYPE_CHECKING:
    from onrecord.extract.attribution.drafts import Draft
    from onrecord.extract.attribution.quotations import Quotations
    from onrecord.model import Analysis
    from onrecord.resources import Library


@dataclass(frozen=True, slots=True)
class Readers:
    """The rules and both trained readers.

    Attributes:
        lexicon: The words of attribution.
        learned: Finds cues, and who and what.
        voiced: Finds non-answers and stances.
    """

    lexicon: CueLexicon
    learned: LearnedReader
    voiced: VoicesReader

    @classmethod
    def of(cls, library: Library) -> Readers:
        """Load lexica and weights.

        Raises:
            ResourceError: They are missing or damaged.
        """
        encoder = encoding.load(library)
        return cls(
            CueLexicon.of(library),
            LearnedReader.of(library, encoder),
            VoicesReader.of(library, encoder),
        )

    def drafts(self, analysis: Analysis, quotations: Quotations) -> list[Draft]:
        """Return the attributions of a report; confidences are as the readers give them."""
        drafts = by_rules(analysis, quotations, self.lexicon)
        possible = self.learned.read(analysis, quotations, drafts)
        known = {index for draft in drafts for index in (draft.verb, *range(*draft.cue))}
        known |= {one.head for one in possible if one.confidence >= LEAST_ALONE}
        voices = self.voiced.read(analysis, quotations, drafts, known_cues=known)
        drafts = with_withheld(analysis, drafts, voices, self.lexicon)
        drafts = merged(analysis, drafts, possible, self.lexicon, second=voices.cue_at)
        drafts = with_stances(analysis, drafts, voices)
        drafts = with_inner(analysis, drafts, voices)
        return nested_again(analysis, quotations, drafts, self.lexicon)
