"""What the trained reader of voices sees, put beside what the rules and the first reader read.

The rules know the wordings of non-answers they were told of; the reader has seen others. One that
only it sees is added, a plain statement that it takes for a non-answer becomes one, and what the
rules themselves take for a non-answer keeps their words. A plain statement whose cue it is sure
does something else gets that stance. A voice within what another says is added, too: the corpus of
the first reader has none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.attribution.clauses import hides, is_demanded
from onrecord.extract.attribution.drafts import Draft
from onrecord.extract.attribution.quotations import MARKS
from onrecord.extract.attribution.sources import can_speak
from onrecord.extract.attribution.speakers import speaker_of, subject_of
from onrecord.model import NON_ANSWERS, Certainty, Stance

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from onrecord.extract.attribution.drafts import Range, Speaker
    from onrecord.extract.attribution.learned.decoding import Found
    from onrecord.extract.attribution.learned.voices import Heard, Voices
    from onrecord.extract.attribution.lexicon import CueLexicon
    from onrecord.model import Analysis

SURE_ALONE = 0.85
"""Confidence from which a non-answer that only the reader sees is one."""

SURE_AGAINST = 0.9
"""Confidence from which it is believed against a plain statement that the rules read."""

SURE_OF_STANCE = 0.8
"""Confidence from which a cue that the lexicon calls plain has the reader's stance."""

SURE_OF_JUDGEMENT = 0.95
"""The same where all it is sure of is that a statement is a judgement too."""

SURE_INSIDE = 0.7
"""Confidence from which a voice within what another says is one."""

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


def with_withheld(
    analysis: Analysis, drafts: Sequence[Draft], voices: Voices, lexicon: CueLexicon
) -> list[Draft]:
    """Return what the rules read with the non-answers that the reader sees.

    Args:
        analysis: The grammar of the report.
        drafts: What the rules read.
        voices: What the reader sees.
        lexicon: The words of attribution.
    """
    made = {draft.verb: draft for draft in drafts}
    by_word = {index: draft for draft in drafts for index in (draft.verb, *range(*draft.cue))}
    unanswered = {draft.verb for draft in drafts if draft.stance in NON_ANSWERS}
    unanswered |= {one.found.head for one in voices.withheld}
    asked = {
        index
        for draft in drafts
        if draft.stance in NON_ANSWERS
        for part in draft.content
        for index in range(*part)
    }
    for one in voices.withheld:
        words = (one.found.head, *range(*one.found.cue))
        if _only_tells(one, unanswered, asked) or _is_none(analysis, one, lexicon):
            continue
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


def _is_none(analysis: Analysis, one: Heard, lexicon: CueLexicon) -> bool:
    """Say whether nobody withholds anything.

    It only ought to be said, or somebody asks not to be named, or a thing is its own source.
    """
    source = one.found.source or (0, 0)
    mixed = any(_within(index, one.found.content) for index in range(*source))
    verb = one.found.head
    return mixed or is_demanded(analysis, verb) or hides(analysis, verb, lexicon)


def _only_tells(one: Heard, unanswered: Collection[int], asked: Collection[int]) -> bool:
    """Say whether the answer is withheld in what is told: "told reporters: 'We do not know'".

    Args:
        one: What the reader takes for a non-answer.
        unanswered: The heads of all non-answers.
        asked: What the ones that the rules read leave unanswered.
    """
    told = [index for part in one.found.content for index in range(*part)]
    same = 2 * sum(index in asked for index in told) > len(told)
    return same or any(index in unanswered for index in told)


def with_stances(analysis: Analysis, drafts: Sequence[Draft], voices: Voices) -> list[Draft]:
    """Return attributions with the stance of plain ones as the reader sees it, where it is sure."""
    found = []
    for draft in drafts:
        stance, sure = voices.stance_at(draft.verb)
        plain = draft.stance is Stance.ASSERTS and not draft.negated
        # Hearsay is nobody's blame, and "the general's claim" no more than his statement.
        plain = plain and draft.speaker is not None and analysis.tokens[draft.verb].tag[:2] == "VB"
        least = SURE_OF_JUDGEMENT if stance is Stance.CHARACTERISES else SURE_OF_STANCE
        if plain and sure >= least and stance in _STANCES:
            certainty, negated = _STANCES[stance]
            found.append(
                replace(
                    draft,
                    stance=stance,
                    certainty=certainty or draft.certainty,
                    negated=negated,
                    voiced=True,
                )
            )
        else:
            found.append(draft)
    return found


def with_inner(analysis: Analysis, drafts: Sequence[Draft], voices: Voices) -> list[Draft]:
    """Return attributions with those that the reader sees within what others say.

    Args:
        analysis: The grammar of the report.
        drafts: What was read.
        voices: What the reader sees.
    """
    taken = {index for draft in drafts for index in (draft.verb, *range(*draft.cue))}
    found = list(drafts)
    for one in voices.told:
        words = {one.found.head, *range(*one.found.cue)}
        if (
            one.found.confidence >= SURE_INSIDE
            and not words & taken
            and _is_inside(analysis, one, drafts)
        ):
            found.append(_draft(analysis, one, None))
    return sorted(found, key=lambda draft: draft.verb)


def _is_inside(analysis: Analysis, one: Heard, drafts: Sequence[Draft]) -> bool:
    """Say whether a voice with its source stands in the content of another source.

    Whom a pronoun in somebody's own words stands for the report does not say.
    """
    source = one.found.source
    if source is None:
        return False
    words = (one.found.head, *range(*source))
    pronoun = all(analysis.tokens[index].tag == "PRP" for index in range(*source))
    return any(
        draft.speaker is not None
        and draft.stance not in NON_ANSWERS
        and not (pronoun and _is_quoted(analysis, draft))
        and any(all(first <= index < last for index in words) for first, last in draft.content)
        for draft in drafts
    )


def _is_quoted(analysis: Analysis, draft: Draft) -> bool:
    """Say whether the content of an attribution is in its source's own words."""
    return any(analysis.tokens[first].text in MARKS for first, _ in draft.content)


def _speaker(analysis: Analysis, found: Found) -> Speaker | None:
    """Return the source that the reader gives, or the subject of the cue where it gives none.

    A "he" or "they" that is the subject is the source: the reader may have taken whom it stands
    for.
    """
    first, last = found.source or (0, 0)
    while last > first and analysis.tokens[last - 1].tag in _OPENING:
        last -= 1  # "Police in": the rest was not read
    given = speaker_of(analysis, (first, last)) if first < last else None
    own = subject_of(analysis, found.head)
    if own is None or not can_speak(analysis, own.head) or _within(own.head, found.content):
        return given
    pronoun = analysis.tokens[own.head].text.lower() in _THIRD
    return own if given is None or pronoun else given


def _within(index: int, parts: Sequence[Range]) -> bool:
    return any(first <= index < last for first, last in parts)


_THIRD = frozenset({"he", "she", "they"})
# No source ends with a word that opens a phrase.
_OPENING = frozenset({"IN", "DT", "PRP$", "TO", "CC"})


def _draft(analysis: Analysis, one: Heard, outer: int | None) -> Draft:
    found = one.found
    speaker = None if one.stance is Stance.OPEN_QUESTION else _speaker(analysis, found)
    cue = found.cue
    if speaker is not None and cue[0] < speaker.words[1] <= found.head:
        cue = (speaker.words[1], cue[1])  # "He would not be drawn on": its subject is no cue
    certainty, negated = _STANCES.get(one.stance, (Certainty.CERTAIN, False))
    if one.stance in NON_ANSWERS:
        certainty = Certainty.UNKNOWN
    return Draft(
        verb=found.head,
        cue=cue,
        speaker=speaker,
        content=found.content,
        stance=one.stance,
        certainty=certainty or Certainty.CERTAIN,
        negated=negated,
        outer=outer,
        confidence=found.confidence,
        voiced=True,
    )
