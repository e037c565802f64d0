"""Drafts turned into attributions: names resolved, spans cut, voices set into one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.attribution.sources import (
    NEUTRAL,
    PERSONAL,
    PLURAL,
    PRONOUNS,
    Voice,
    voice_of,
)
from onrecord.model import Attribution, Manner, Span, hull

if TYPE_CHECKING:
    from onrecord.extract.attribution.drafts import Draft, Range
    from onrecord.extract.attribution.lexicon import CueLexicon
    from onrecord.model import Analysis, Mention, Provenance

_MARKS = ('"', "“", "”", "''")
# How many sentences back a pronoun may point.
_PRONOUN_REACH = 2


def assembled(
    analysis: Analysis, drafts: list[Draft], lexicon: CueLexicon, read_by: Provenance
) -> tuple[Mention, ...]:
    """Return the attributions of a report, in reading order."""
    voices = _voices(analysis, drafts, lexicon)
    by_verb = {draft.verb: draft for draft in drafts}
    made: dict[int, Attribution] = {}

    def make(verb: int, above: frozenset[int]) -> Attribution:
        if verb not in made:
            draft = by_verb[verb]
            inside = draft.outer in by_verb and draft.outer not in above
            outer = make(draft.outer, above | {verb}) if inside and draft.outer else None
            made[verb] = _attribution(
                analysis, draft, voices.get(verb), lexicon, outer=outer, read_by=read_by
            )
        return made[verb]

    found = [make(draft.verb, frozenset({draft.verb})) for draft in drafts]
    return tuple(sorted(found, key=lambda attribution: attribution.span))


def _attribution(
    analysis: Analysis,
    draft: Draft,
    voice: Voice | None,
    lexicon: CueLexicon,
    *,
    outer: Attribution | None,
    read_by: Provenance,
) -> Attribution:
    source = () if draft.source is None else (analysis.span_of(*draft.source),)
    cue = (analysis.span_of(*draft.cue),)
    content = tuple(analysis.span_of(*part) for part in draft.content)
    return Attribution(
        span=hull([*source, *cue, *content]),
        read_by=read_by,
        source=source,
        cue=cue,
        content=content,
        stance=draft.stance,
        certainty=draft.certainty,
        negated=draft.negated,
        manner=_manner(analysis, draft.content),
        source_name=None if voice is None else voice.name,
        source_class=None if voice is None else voice.kind,
        named=voice is not None and voice.named,
        vouching=_vouching(analysis, draft, lexicon),
        within=outer,
    )


def _voices(analysis: Analysis, drafts: list[Draft], lexicon: CueLexicon) -> dict[int, Voice]:
    """Return the voice of each draft by its verb, pronouns resolved where it is safe."""
    found: dict[int, Voice] = {}
    history: list[tuple[int, Voice]] = []
    for draft in sorted(drafts, key=lambda draft: draft.verb):
        if draft.source is None or draft.head is None:
            continue
        number = analysis.sentence_of(draft.verb).number
        voice = voice_of(analysis, draft.source, draft.head, lexicon)
        pronoun = analysis.tokens[draft.head].text.lower()
        if pronoun in PRONOUNS:
            voice = _meant(pronoun, number, history) or voice
        else:
            history.append((number, voice))
        found[draft.verb] = voice
    return found


def _meant(pronoun: str, number: int, history: list[tuple[int, Voice]]) -> Voice | None:
    """Return whom a pronoun stands for: the last source near it that it fits; None if unsure."""
    near = [voice for said, voice in history if number - said <= _PRONOUN_REACH]
    for voice in reversed(near):
        if pronoun in PERSONAL and voice.person and not voice.plural:
            return voice
        if pronoun in PLURAL and (voice.plural or not voice.person):
            return voice
        if pronoun in NEUTRAL and not voice.person and not voice.plural:
            return voice
    return None


def _manner(analysis: Analysis, parts: tuple[Range, ...]) -> Manner:
    words = [analysis.span_of(*part).of(analysis.text) for part in parts]
    if not words or not any(mark in text for text in words for mark in _MARKS):
        return Manner.INDIRECT
    if all(text.startswith(_MARKS) for text in words):
        return Manner.DIRECT
    return Manner.MIXED


def _vouching(analysis: Analysis, draft: Draft, lexicon: CueLexicon) -> Span | None:
    """Return the clause by which the report says how a source can know."""
    if draft.head is None:
        return None
    for child in analysis.tokens[draft.head].children:
        if analysis.tokens[child].relation != "relcl":
            continue
        inner = analysis.subtree(child)
        words = {analysis.tokens[index].lemma for index in inner}
        words |= {analysis.tokens[index].text.lower() for index in inner}
        if words & lexicon.words["vouching.words"]:
            return analysis.span_of(inner[0], inner[-1] + 1)
    return None
