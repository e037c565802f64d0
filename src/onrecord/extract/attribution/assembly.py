"""Drafts turned into attributions: names resolved, spans cut, voices set into one another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.attribution.hedges import hedges
from onrecord.extract.attribution.parties import is_party
from onrecord.extract.attribution.pronouns import voices
from onrecord.extract.attribution.quotations import MARKS, Quotations
from onrecord.extract.attribution.sources import Voice
from onrecord.model import Attribution, Manner, Span, hull

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.extract.attribution.drafts import Draft, Range
    from onrecord.extract.attribution.lexicon import CueLexicon
    from onrecord.model import Analysis, Mention, Provenance


def assembled(
    analysis: Analysis,
    quotations: Quotations,
    drafts: list[Draft],
    *,
    lexicon: CueLexicon,
    read_by: Mapping[tuple[bool, bool], Provenance],
) -> tuple[Mention, ...]:
    """Return the attributions of a report, in reading order.

    Args:
        analysis: The grammar of the report.
        quotations: What stands in quotation marks.
        drafts: What was read.
        lexicon: The words of attribution.
        read_by: By whether the reader of attributions and the reader of voices saw it too.
    """
    drafts = [_with_speaker_of_words(analysis, draft) for draft in drafts]
    known = voices(analysis, quotations, drafts, lexicon)
    by_verb = {draft.verb: draft for draft in drafts}
    made: dict[int, Attribution] = {}

    def make(verb: int, above: frozenset[int]) -> Attribution:
        """Return an attribution, those around it made first."""
        if verb not in made:
            draft = by_verb[verb]
            inside = draft.outer in by_verb and draft.outer not in above
            outer = (
                make(draft.outer, above | {verb}) if inside and draft.outer is not None else None
            )
            made[verb] = _attribution(
                analysis,
                draft,
                known.get(verb),
                lexicon,
                outer=outer,
                read_by=read_by[draft.learned, draft.voiced],
            )
        return made[verb]

    found = [make(draft.verb, frozenset({draft.verb})) for draft in drafts]
    return tuple(sorted(found, key=lambda attribution: attribution.span))


def _with_speaker_of_words(analysis: Analysis, draft: Draft) -> Draft:
    """Return a draft without its speaker where that is a mark: a comma has said nothing."""
    if draft.speaker is None:
        return draft
    words = analysis.span_of(*draft.speaker.words).of(analysis.text)
    return draft if any(map(str.isalnum, words)) else replace(draft, speaker=None)


def _attribution(
    analysis: Analysis,
    draft: Draft,
    voice: Voice | None,
    lexicon: CueLexicon,
    *,
    outer: Attribution | None,
    read_by: Provenance,
) -> Attribution:
    source = () if draft.speaker is None else (analysis.span_of(*draft.speaker.words),)
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
        party=is_party(analysis, draft, voice, lexicon),
        hedges=hedges(analysis, draft.content, lexicon),
        confidence=draft.confidence,
        vouching=_vouching(analysis, draft, lexicon),
        within=outer,
    )


def _manner(analysis: Analysis, parts: tuple[Range, ...]) -> Manner:
    """Return whether a content is quoted: from its first mark to its last, or in part."""
    quoted = [
        [index for index in range(first, last) if analysis.tokens[index].text in MARKS]
        for first, last in parts
    ]
    if not any(quoted):
        return Manner.INDIRECT
    whole = all(
        marks and marks[0] == first and (len(marks) == 1 or marks[-1] >= last - 2)
        for marks, (first, last) in zip(quoted, parts, strict=True)
    )
    return Manner.DIRECT if whole else Manner.MIXED


def _vouching(analysis: Analysis, draft: Draft, lexicon: CueLexicon) -> Span | None:
    """Return the clause by which the report says how a source can know."""
    if draft.speaker is None:
        return None
    inside = range(*draft.speaker.core)
    for index in {draft.speaker.head, *inside}:
        for child in analysis.tokens[index].children:
            token = analysis.tokens[child]
            if token.relation not in {"relcl", "acl", "advcl"} or child < draft.speaker.head:
                continue
            inner = analysis.subtree(child)
            if inner[0] <= draft.verb < inner[-1] + 1 or inner[0] < draft.speaker.core[0]:
                continue
            words = {analysis.tokens[one].lemma for one in inner}
            words |= {analysis.tokens[one].text.lower() for one in inner}
            if words & lexicon.words["vouching.words"]:
                return analysis.span_of(inner[0], inner[-1] + 1)
    return None
