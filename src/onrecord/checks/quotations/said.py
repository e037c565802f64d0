"""The sentences that a report quotes, each with its speaker, where that is sure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import NON_ANSWERS, EntityKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.language.quotation_marks import Marks
    from onrecord.model import Attribution, EntityMention, Reading, Report

FEWEST_WORDS = 6
"""Words a quoted sentence needs: shorter ones are set phrases, which two people may well say."""

_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

# So much of a quotation has to be in the content of an attribution for its source to have said it.
_MOST = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence, or a part of one, that somebody is quoted with.

    Attributes:
        span: The words between the marks.
        words: Them, in lower case.
        quotation: The whole quotation it stands in.
        paragraph: Place of its paragraph in the report, from 0.
        speaker: Who says it, by its number in the report.
        name: The speaker's name.
        is_person: The speaker is one human being.
    """

    span: Span
    words: tuple[str, ...]
    quotation: Span
    paragraph: int
    speaker: int
    name: str
    is_person: bool


def said(report: Report, reading: Reading, marks: Marks) -> tuple[Said, ...]:
    """Return the quoted sentences of a report whose speaker has a name, in reading order."""
    found = []
    for quoted in marks.quoted:
        speaker = _speaker(reading, quoted.span)
        if speaker is None:
            continue
        for span in _sentences(report.text, quoted.span):
            words = tuple(word.lower() for word in _WORD.findall(span.of(report.text)))
            if len(words) >= FEWEST_WORDS:
                found.append(
                    Said(
                        span=span,
                        words=tuple(word.replace("’", "'") for word in words),
                        quotation=quoted.span,
                        paragraph=quoted.paragraph,
                        speaker=speaker.group,
                        name=speaker.entity.name,
                        is_person=speaker.entity.kind is EntityKind.PERSON,
                    )
                )
    return tuple(found)


def _sentences(text: str, quoted: Span) -> Iterator[Span]:
    for found in _SENTENCE.finditer(text, quoted.start, quoted.end):
        words = found.group()
        start = found.start() + len(words) - len(words.lstrip())
        if words.strip():
            yield Span(start, start + len(words.strip()))


def _speaker(reading: Reading, quoted: Span) -> EntityMention | None:
    """Return who says what stands between two marks; None where it is nobody's, or of several."""
    found = {
        mention.group: mention
        for attribution in reading.mentions.attributions
        if attribution.stance not in NON_ANSWERS and _share(attribution, quoted) >= _MOST
        for mention in _sources(reading, attribution)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _share(attribution: Attribution, quoted: Span) -> float:
    held = sum(
        min(part.end, quoted.end) - max(part.start, quoted.start)
        for part in attribution.content
        if part.overlaps(quoted)
    )
    return held / (quoted.end - quoted.start)


def _sources(reading: Reading, attribution: Attribution) -> list[EntityMention]:
    """Return the bodies and people named as the source of an attribution."""
    inside = [
        mention
        for mention in reading.mentions.entities
        if any(part.covers(mention.name_span) for part in attribution.source)
    ]
    people = [one for one in inside if one.entity.kind is EntityKind.PERSON]
    return [one for one in people or inside if one.entity.named]
