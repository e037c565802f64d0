"""Accusations of violence against a named person or body that nobody in the report makes.

"The Red Dawn is accused of the attack" has an accuser where a voice of the report tells of the
body, or where its own sentences speak of police and courts, who accuse by arresting and charging.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.checks.sources.voices import entries
from onrecord.model import EntityKind, MentionForm, Span, hull

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import EntityMention, Reading, Report

# Letters between a name and the words of blame: "the Red Dawn, a splinter group, is accused of".
_REACH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """An accusation that nobody makes.

    Attributes:
        name: Whom it is made against.
        span: The words of it, with the name.
    """

    name: str
    span: Span


def without_accuser(report: Report, reading: Reading) -> Iterator[Blame]:
    """Yield the first such accusation of each body or person, in reading order."""
    seen: set[int] = set()
    for sentence in reading.sentences:
        words = _blaming().search(report.text, sentence.start, sentence.end)
        if words is None or not _tells_of_event(reading, sentence):
            continue
        mention = _blamed(report.text, reading, words)
        if mention is None or mention.group in seen:
            continue
        if _is_bare(report, reading, mention, sentence):
            seen.add(mention.group)
            span = hull([mention.name_span, Span(*words.span())])
            yield Blame(name=mention.entity.name, span=span)


def _tells_of_event(reading: Reading, sentence: Span) -> bool:
    return any(sentence.covers(event.span) for event in reading.mentions.events)


def _blamed(text: str, reading: Reading, words: re.Match[str]) -> EntityMention | None:
    """Return who is named right before words of blame, or right behind "blamed on"."""
    behind = words.group().lower().endswith(" on")
    for mention in reading.mentions.entities:
        if not mention.entity.named or mention.form is not MentionForm.NAME:
            continue
        span = mention.name_span
        gap = (words.end(), span.start) if behind else (span.end, words.start())
        if 0 <= gap[1] - gap[0] <= _REACH and not re.search(r"[.;:!?]", text[gap[0] : gap[1]]):
            nearer = [
                other
                for other in reading.mentions.entities
                if other.entity.named and gap[0] <= other.name_span.start < gap[1]
            ]
            if not nearer:
                return mention
    return None


def _is_bare(report: Report, reading: Reading, mention: EntityMention, sentence: Span) -> bool:
    """Say whether an accusation is made by nobody: not in its sentence, nor elsewhere."""
    names = mention.name_span.of(report.text).split()
    person = mention.entity.kind is EntityKind.PERSON
    name = re.compile(rf"\b{re.escape(names[-1] if person else ' '.join(names))}\b")
    places = {sentence, *(one for one in reading.sentences if name.search(one.of(report.text)))}
    places |= {
        one
        for one in reading.sentences
        for other in reading.mentions.entities
        if other.group == mention.group and one.covers(other.span)
    }
    if any(_law().search(one.of(report.text)) for one in places):
        return False
    return not any(
        voice.source and place.overlaps(voice.span)
        for voice in reading.mentions.attributions
        for place in places
    )


@cache
def _blaming() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(entries()['blamed'])})\b", re.IGNORECASE)


@cache
def _law() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(entries()['law'])})\b", re.IGNORECASE)
