"""Whose voice carries a word: the innermost attribution whose content it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import NON_ANSWERS, NOT_TOLD_AS_SO, Attribution, Certainty

if TYPE_CHECKING:
    from onrecord.model import Span


@dataclass(frozen=True, slots=True)
class Voices:
    """The attributions of a report, for looking up who says a word.

    Attributes:
        answers: Those that hand over content, the shortest content first.
        non_answers: Those whose content nobody says is so.
    """

    answers: tuple[Attribution, ...]
    non_answers: tuple[Attribution, ...]

    @classmethod
    def of(cls, attributions: tuple[Attribution, ...]) -> Voices:
        """Arrange attributions for looking up."""
        filled = sorted(
            (attribution for attribution in attributions if attribution.content),
            key=lambda attribution: sum(part.end - part.start for part in attribution.content),
        )
        return cls(
            tuple(one for one in filled if one.stance not in NON_ANSWERS),
            tuple(one for one in filled if one.stance in NON_ANSWERS),
        )

    def of_span(self, span: Span) -> Attribution | None:
        """Return the innermost attribution that hands over a span; None: the report's own voice."""
        for attribution in self.answers:
            if any(part.start <= span.start < part.end for part in attribution.content):
                return attribution
        return None

    def vouches(self, span: Span) -> bool:
        """Say whether somebody, or the report itself, tells a span as so.

        What its only voice denies, takes back, only intends or demands, or does not commit itself
        to, or what nobody knows, is not told.
        """
        attribution = self.of_span(span)
        if attribution is None:
            return self.unanswered(span) is None
        if attribution.stance in NOT_TOLD_AS_SO:
            return False
        return not attribution.negated and attribution.certainty is not Certainty.UNKNOWN

    def unanswered(self, span: Span) -> Attribution | None:
        """Return the non-answer in whose content a span stands; None if it stands in none."""
        for attribution in self.non_answers:
            if any(part.start <= span.start < part.end for part in attribution.content):
                return attribution
        return None
