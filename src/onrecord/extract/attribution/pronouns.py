"""Whom a pronoun stands for, where it is safe to say.

A pronoun as the subject of a cue is, in wire prose, the last speaker that it fits in number and
kind. It stays a pronoun where the sentence in between has another subject that it would fit too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.attribution.clauses import children
from onrecord.extract.attribution.drafts import Speaker
from onrecord.extract.attribution.pages import Page
from onrecord.extract.attribution.sources import (
    NEUTRAL,
    PERSONAL,
    PLURAL,
    PRONOUNS,
    Voice,
    noun_phrase,
    voice_of,
)
from onrecord.model import SourceClass

if TYPE_CHECKING:
    from onrecord.extract.attribution.drafts import Draft
    from onrecord.extract.attribution.lexicon import CueLexicon
    from onrecord.extract.attribution.quotations import Quotations
    from onrecord.model import Analysis, Sentence

# Nouns that stand for a body named before, whatever noun its name has.
_BODIES = frozenset({"company", "firm", "operator", "group", "movement", "newspaper", "agency"})

# How many sentences back a pronoun may point.
_REACH = 3


def fits(pronoun: str, voice: Voice) -> bool:
    """Say whether a pronoun can stand for a source."""
    if voice.name.lower() in PRONOUNS:
        return False
    if pronoun in PERSONAL:
        other = {"he": "female", "she": "male"}.get(pronoun)
        return voice.person and not voice.plural and voice.gender != other
    if pronoun in PLURAL:
        return voice.plural or (not voice.person and voice.kind is not SourceClass.DOCUMENT)
    return pronoun in NEUTRAL and not voice.person and not voice.plural


def voices(
    analysis: Analysis, quotations: Quotations, drafts: list[Draft], lexicon: CueLexicon
) -> dict[int, Voice]:
    """Return the voice of each attribution by its verb, pronouns resolved where it is safe."""
    found: dict[int, Voice] = {}
    history: dict[int, list[Voice]] = {}
    inside = {draft.verb: draft.outer for draft in drafts}
    spoken: dict[int, Voice] = {}
    for draft in sorted(drafts, key=lambda draft: draft.verb):
        if draft.speaker is None:
            continue
        sentence = analysis.sentence_at(analysis.tokens[draft.verb].span)
        voice = voice_of(analysis, draft.speaker, lexicon)
        pronoun = analysis.tokens[draft.speaker.head].text.lower()
        if pronoun in PRONOUNS:
            page = Page(analysis, sentence, quotations, lexicon)
            mine = [spoken[verb] for verb in spoken if inside.get(verb) == draft.verb]
            past = {
                number: [one for one in said if not any(one is other for other in mine)]
                for number, said in history.items()
                if sentence.number - number <= _REACH
            }
            voice = _meant(page, pronoun, past) or voice
        elif _is_bare_role(analysis, draft.speaker):
            noun = analysis.tokens[draft.speaker.head].text.lower()
            page = Page(analysis, sentence, quotations, lexicon)
            voice = (
                _same_role(noun, voice, history, sentence.number)
                or _body_named(page, noun, voice, history)
                or voice
            )
        if voice.name.lower() not in PRONOUNS:
            history.setdefault(sentence.number, []).append(voice)
            spoken[draft.verb] = voice
        found[draft.verb] = voice
    return found


def _is_bare_role(analysis: Analysis, speaker: Speaker) -> bool:
    """Say whether a source is only "the" and a noun: "the source", "the managers"."""
    first, last = speaker.core
    the = analysis.tokens[first].text.lower() == "the"
    return the and last - first == 2 and analysis.tokens[speaker.head].tag in {"NN", "NNS"}  # noqa: PLR2004


def _same_role(
    noun: str, voice: Voice, history: dict[int, list[Voice]], number: int
) -> Voice | None:
    """Return the one earlier speaker named with the same noun; None if none or several are."""
    lately = [
        earlier
        for place, said in history.items()
        if number - place <= _REACH
        for earlier in said
        if earlier.plural == voice.plural or voice.kind is SourceClass.COMPANY
        # "The navy" is not the "commodore of the navy" who spoke before.
        if voice.person or earlier.plural or not earlier.person
    ]
    same = {one.name: one for one in lately if noun in one.name.lower().replace(",", "").split()}
    if not same and noun in _BODIES:
        # "The company": the only one that spoke, by its name.
        same = {one.name: one for one in lately if one.named and one.kind is voice.kind}
    return next(iter(same.values())) if len(same) == 1 else None


def _body_named(
    page: Page, noun: str, voice: Voice, history: dict[int, list[Voice]]
) -> Voice | None:
    """Return the one body that the sentences before tell of: "Norvex has shut ... The company"."""
    if noun not in _BODIES or any(
        one.kind is voice.kind for told in history.values() for one in told
    ):
        return None
    number = page.sentence.number
    before = page.analysis.sentences[max(0, number - 1 - _REACH) : number - 1]
    named = {
        one.name: one
        for sentence in before
        for one in _subjects(page, sentence)
        if one.named and not one.person and one.kind in {voice.kind, None}
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _meant(page: Page, pronoun: str, history: dict[int, list[Voice]]) -> Voice | None:
    """Return the nearest earlier speaker that a pronoun fits; None where it may be another."""
    number = page.sentence.number
    for earlier in range(number, max(0, number - _REACH - 1), -1):
        spoke = [voice for voice in history.get(earlier, ()) if fits(pronoun, voice)]
        if spoke:
            return spoke[-1]
        if earlier == number:
            continue
        others = _subjects(page, page.analysis.sentences[earlier - 1])
        rivals = [voice for voice in others if fits(pronoun, voice) and pronoun in PERSONAL]
        if rivals:
            alone = len(rivals) == 1 and earlier == number - 1
            return rivals[0] if alone and not _spoken_lately(history, pronoun, earlier) else None
    return None


def _spoken_lately(history: dict[int, list[Voice]], pronoun: str, number: int) -> bool:
    """Say whether somebody else whom the pronoun fits spoke shortly before a sentence."""
    return any(
        fits(pronoun, voice)
        for earlier in range(max(0, number - _REACH), number)
        for voice in history.get(earlier, ())
    )


def _subjects(page: Page, sentence: Sentence) -> list[Voice]:
    """Return the subjects of a sentence's main clause."""
    analysis = page.analysis
    there = Page(analysis, sentence, page.quotations, page.lexicon)
    found = []
    for token in analysis.tokens_of(sentence):
        if token.relation != "ROOT":
            continue
        for head in children(analysis, token.index, "nsubj", "nsubjpass"):
            core = noun_phrase(there, head, token.index)
            speaker = Speaker(words=core, core=core, head=head)
            found.append(voice_of(analysis, speaker, page.lexicon))
    return found
