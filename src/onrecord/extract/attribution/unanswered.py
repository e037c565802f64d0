"""Non-answers and stances that the trained reader of voices sees, put beside what the rules read.

The rules know the wordings they were told of; the reader has seen others. A non-answer that only it
sees is added, a plain statement of the rules that it takes for a non-answer becomes one, and what
the rules themselves take for a non-answer keeps their words. A plain statement whose cue it is sure
does something else gets that stance.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.attribution.drafts import Draft
from onrecord.extract.attribution.speakers import speaker_of
from onrecord.model import NON_ANSWERS, Certainty, Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.attribution.learned.voices import Voices, Withheld
    from onrecord.model import Analysis

SURE_ALONE = 0.6
"""Confidence from which a non-answer that only the reader sees is one."""

SURE_AGAINST = 0.75
"""Confidence from which it is believed against a plain statement that the rules read."""

SURE_OF_STANCE = 0.8
"""Confidence from which a cue that the lexicon calls plain has the reader's stance."""

# What a source commits itself to in each stance that the reader may give a plain statement.
_STANCES = {
    Stance.DENIES: (Certainty.CERTAIN, True),
    Stance.ACCUSES: (None, False),
    Stance.ESTIMATES: (Certainty.PROBABLE, False),
    Stance.CHARACTERISES: (None, False),
    Stance.DEMANDS: (None, False),
    Stance.INTENDS: (None, False),
    Stance.RETRACTS: (None, False),
    Stance.CONFIRMS: (None, False),
}


def with_withheld(analysis: Analysis, drafts: Sequence[Draft], voices: Voices) -> list[Draft]:
    """Return what the rules read with the non-answers that the reader sees.

    Args:
        analysis: The grammar of the report.
        drafts: What the rules read.
        voices: What the reader sees.
    """
    made = {draft.verb: draft for draft in drafts}
    by_word = {index: draft for draft in drafts for index in (draft.verb, *range(*draft.cue))}
    for one in voices.withheld:
        words = (one.found.head, *range(*one.found.cue))
        others = {by_word[index].verb for index in words if index in by_word}
        if any(made[verb].stance in NON_ANSWERS for verb in others if verb in made):
            continue
        if one.found.confidence < (SURE_AGAINST if others else SURE_ALONE):
            continue
        outer = [made[verb].outer for verb in others if verb in made]
        for verb in others:
            made.pop(verb, None)
        made[one.found.head] = _draft(analysis, one, outer[0] if outer else None)
    return sorted(made.values(), key=lambda draft: draft.verb)


def with_stances(drafts: Sequence[Draft], voices: Voices) -> list[Draft]:
    """Return attributions with the stance of plain ones as the reader sees it, where it is sure."""
    found = []
    for draft in drafts:
        stance, sure = voices.stance_at(draft.verb)
        plain = draft.stance is Stance.ASSERTS and not draft.negated
        if plain and sure >= SURE_OF_STANCE and stance in _STANCES:
            certainty, negated = _STANCES[stance]
            found.append(
                replace(
                    draft,
                    stance=stance,
                    certainty=certainty or draft.certainty,
                    negated=negated,
                    learned=True,
                )
            )
        else:
            found.append(draft)
    return found


def _draft(analysis: Analysis, one: Withheld, outer: int | None) -> Draft:
    found = one.found
    named = found.source is not None and one.stance is not Stance.OPEN_QUESTION
    return Draft(
        verb=found.head,
        cue=found.cue,
        speaker=speaker_of(analysis, found.source) if named and found.source else None,
        content=found.content,
        stance=one.stance,
        certainty=Certainty.UNKNOWN,
        outer=outer,
        confidence=found.confidence,
        learned=True,
    )
