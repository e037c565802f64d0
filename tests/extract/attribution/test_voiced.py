"""What the second reader adds to the rules, and what it may not take from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from factories import analysed
from onrecord.extract.attribution.drafts import Draft, Speaker
from onrecord.extract.attribution.learned.decoding import Found
from onrecord.extract.attribution.learned.stances import STANCES
from onrecord.extract.attribution.learned.voices import Heard, Voices
from onrecord.extract.attribution.lexicon import CueLexicon
from onrecord.extract.attribution.speakers import speaker_of, subject_of
from onrecord.extract.attribution.voiced import with_inner, with_stances, with_withheld
from onrecord.model import Certainty, Stance
from onrecord.resources import open_library

if TYPE_CHECKING:
    from onrecord.extract.attribution.drafts import Range
    from onrecord.model import Analysis

LEXICON = CueLexicon.of(open_library())
Told = tuple[str | None, str, str]
"""Source, cue and content in words."""

MINISTRY = "The ministry drew a blank on the motive."
WITHIN = "The agency said villagers counted nine bodies."


def words(analysis: Analysis, text: str) -> Range:
    """Return the tokens of a stretch of the report."""
    start = analysis.text.index(text)
    inside = [
        token.index
        for token in analysis.tokens
        if start <= token.span.start and token.span.end <= start + len(text)
    ]
    return inside[0], inside[-1] + 1


def heard(analysis: Analysis, told: Told, stance: Stance, sure: float) -> Heard:
    """Return an attribution as the second reader would see it; its cue's first word heads it."""
    source, cue, content = told
    found = Found(
        head=words(analysis, cue)[0],
        confidence=sure,
        cue=words(analysis, cue),
        source=None if source is None else words(analysis, source),
        content=(words(analysis, content),),
    )
    return Heard(found, stance)


def drafted(analysis: Analysis, told: Told, stance: Stance) -> Draft:
    """Return an attribution as the rules would read it."""
    source, cue, content = told
    speaker = words(analysis, source or "")
    return Draft(
        verb=words(analysis, cue)[0],
        cue=words(analysis, cue),
        speaker=Speaker(words=speaker, core=speaker, head=speaker[1] - 1),
        content=(words(analysis, content),),
        stance=stance,
        certainty=Certainty.CERTAIN,
    )


def voices(
    analysis: Analysis,
    *,
    withheld: tuple[Heard, ...] = (),
    told: tuple[Heard, ...] = (),
    stances: dict[int, dict[Stance, float]] | None = None,
) -> Voices:
    """Return what the second reader sees in a report."""
    numbers = np.zeros((len(analysis.tokens), len(STANCES)), np.float32)
    for index, sure in (stances or {}).items():
        for stance, share in sure.items():
            numbers[index, STANCES.index(stance)] = share
    return Voices(withheld, told, numbers)


def answered(analysis: Analysis, drafts: list[Draft], *seen: Heard) -> list[Draft]:
    """Return what the rules read with the non-answers that the second reader sees."""
    return with_withheld(analysis, drafts, voices(analysis, withheld=seen), LEXICON)


def test_non_answer_that_only_the_reader_sees_is_added_with_nothing_certain() -> None:
    """The rules do not know "drew a blank"."""
    analysis = analysed(MINISTRY)
    blank = heard(
        analysis, ("The ministry", "drew a blank", "the motive"), Stance.DOES_NOT_KNOW, 0.95
    )
    (draft,) = answered(analysis, [], blank)
    assert draft.stance is Stance.DOES_NOT_KNOW
    assert draft.certainty is Certainty.UNKNOWN
    assert draft.speaker is not None
    assert draft.speaker.words == words(analysis, "The ministry")
    assert draft.voiced


@pytest.mark.parametrize(("sure", "stance"), [(0.7, Stance.ASSERTS), (0.99, Stance.DOES_NOT_KNOW)])
def test_plain_statement_of_the_rules_yields_only_to_a_sure_reader(
    sure: float, stance: Stance
) -> None:
    """What it would add alone is not enough against the rules."""
    analysis = analysed(MINISTRY)
    read = drafted(analysis, ("The ministry", "drew", "a blank"), Stance.ASSERTS)
    blank = heard(
        analysis, ("The ministry", "drew a blank", "the motive"), Stance.DOES_NOT_KNOW, sure
    )
    (draft,) = answered(analysis, [read], blank)
    assert draft.stance is stance


def test_non_answer_of_the_rules_keeps_their_words() -> None:
    """However sure the reader is of others."""
    analysis = analysed(MINISTRY)
    read = drafted(analysis, ("The ministry", "drew", "the motive"), Stance.DECLINES)
    blank = heard(analysis, (None, "drew a blank", "the motive"), Stance.OPEN_QUESTION, 1.0)
    assert answered(analysis, [read], blank) == [read]


def test_one_who_tells_that_he_does_not_know_is_one_non_answer_and_not_two() -> None:
    """The cue of telling hands over the non-answer; it is none itself."""
    text = '"We do not know how many," the chief told reporters.'
    analysis = analysed(text)
    told = heard(
        analysis,
        ("the chief", "told reporters", '"We do not know how many,"'),
        Stance.DECLINES,
        0.98,
    )
    known = heard(analysis, ("the chief", "do not know", "how many"), Stance.DOES_NOT_KNOW, 0.99)
    found = answered(analysis, [], known, told)
    assert [draft.stance for draft in found] == [Stance.DOES_NOT_KNOW]


def test_what_somebody_ought_to_say_is_no_non_answer() -> None:
    """Nobody has been asked yet."""
    analysis = analysed("Officials should say what happened.")
    seen = heard(analysis, ("Officials", "say", "what happened"), Stance.DECLINES, 0.99)
    assert answered(analysis, [], seen) == []


def test_one_who_asks_not_to_be_named_withholds_no_answer() -> None:
    """He has given one."""
    analysis = analysed("Two guards died, said a source who asked not to be named.")
    seen = heard(analysis, ("a source", "asked not to be", "named"), Stance.DECLINES, 0.99)
    assert answered(analysis, [], seen) == []


def test_stance_of_a_plain_statement_is_the_readers_where_it_is_sure() -> None:
    """A denial comes with its polarity; a stance that the rules gave stays."""
    analysis = analysed("The rebels rubbished the claim. The army confirmed the raid.")
    plain = drafted(analysis, ("The rebels", "rubbished", "the claim"), Stance.ASSERTS)
    given = drafted(analysis, ("The army", "confirmed", "the raid"), Stance.CONFIRMS)
    sure = {plain.verb: {Stance.DENIES: 0.9}, given.verb: {Stance.DENIES: 0.9}}
    first, second = with_stances(analysis, [plain, given], voices(analysis, stances=sure))
    assert (first.stance, first.negated) == (Stance.DENIES, True)
    assert second == given


def test_stance_that_the_reader_doubts_stays_plain() -> None:
    """Two stances that are as likely are no stance."""
    analysis = analysed("The rebels rubbished the claim.")
    plain = drafted(analysis, ("The rebels", "rubbished", "the claim"), Stance.ASSERTS)
    torn = {plain.verb: {Stance.DENIES: 0.4, Stance.ACCUSES: 0.4}}
    assert with_stances(analysis, [plain], voices(analysis, stances=torn)) == [plain]


def test_voice_within_what_another_says_is_added() -> None:
    """The first reader cannot see it: its corpus forbids voices within voices."""
    analysis = analysed(WITHIN)
    outer = drafted(
        analysis, ("The agency", "said", "villagers counted nine bodies"), Stance.ASSERTS
    )
    inner = heard(analysis, ("villagers", "counted", "nine bodies"), Stance.ESTIMATES, 0.9)
    found = with_inner(analysis, [outer], voices(analysis, told=(inner,)))
    assert [draft.stance for draft in found] == [Stance.ASSERTS, Stance.ESTIMATES]


def test_voice_that_stands_in_nothing_told_is_not_added() -> None:
    """There the first reader was asked, and saw none."""
    analysis = analysed(WITHIN)
    alone = heard(analysis, ("villagers", "counted", "nine bodies"), Stance.ESTIMATES, 0.9)
    assert with_inner(analysis, [], voices(analysis, told=(alone,))) == []


def test_source_begins_with_the_noun_its_first_preposition_hangs_on() -> None:
    """A reader that sees half a source has not seen another one."""
    text = "A spokesman in Lagos, Bayo Ade, kept mum about the raid."
    analysis = analysed(text)
    speaker = speaker_of(analysis, words(analysis, "in Lagos, Bayo Ade"))
    assert speaker.words[0] == words(analysis, "A spokesman")[0]


@pytest.mark.parametrize(
    ("text", "head", "subject"),
    [
        ("The navy was tight-lipped on Friday.", "tight", "The navy"),
        ("The governor declined to be drawn.", "drawn", "The governor"),
        ("There was no word from the pilot.", "word", None),
    ],
)
def test_subject_of_a_cue_is_its_source(text: str, head: str, subject: str | None) -> None:
    """It stands before the cue, up to three words of grammar above; "there" is nobody."""
    analysis = analysed(text)
    found = subject_of(analysis, words(analysis, head)[0])
    assert (None if found is None else found.words) == (
        None if subject is None else words(analysis, subject)
    )
