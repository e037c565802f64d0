"""What a page shows of a report: its sentences in marked runs, and under each the voices in it.

A word belongs to the innermost attribution it stands in: in "the radio said police had found two
bodies" the words "police" and "had found" are a source and a cue, though the radio's content too.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.model import Stance
from onrecord.views._outline.safe import safe
from onrecord.views._outline.voices import DID, NOBODY, OWN_VOICE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Attribution, Reading, Report, Span

UNSURE = 0.6
"""Confidence below which a page says how confident the reader is."""


class Role(StrEnum):
    """What a run of words is."""

    PLAIN = "plain"
    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a sentence that have one role in one voice.

    Attributes:
        text: The words, blanks included.
        role: What they are.
        voice: Number of the voice they belong to; None for plain words.
    """

    text: str
    role: Role
    voice: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceLine:
    """One voice, in words.

    Attributes:
        number: Its number on the page, from 1.
        chain: Who says it and through whom, to the report itself.
        deed: What the source does, and how firmly.
        remarks: What else is known of it: what kind of source, whether a party, doubts.
    """

    number: int
    chain: str
    deed: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """One sentence.

    Attributes:
        number: Its number in the report.
        runs: Its words.
        voices: The voices whose cue stands in it.
    """

    number: int
    runs: tuple[Run, ...]
    voices: tuple[VoiceLine, ...]


def marked(report: Report, reading: Reading) -> tuple[MarkedSentence, ...]:
    """Return the sentences of a report with its voices marked."""
    voices = tuple(enumerate(reading.mentions.attributions, start=1))
    return tuple(
        MarkedSentence(
            number=number,
            runs=tuple(_runs(report.text, sentence, voices)),
            voices=tuple(
                _line(report.text, place, voice)
                for place, voice in voices
                if sentence.start <= _cue_start(voice) < sentence.end
            ),
        )
        for number, sentence in enumerate(reading.sentences, start=1)
    )


def _cue_start(voice: Attribution) -> int:
    return voice.cue[0].start if voice.cue else voice.span.start


def _runs(text: str, sentence: Span, voices: tuple[tuple[int, Attribution], ...]) -> Iterator[Run]:
    """Yield the words of a sentence, cut wherever a part of a voice begins or ends."""
    parts = [
        (part, role, number, voice)
        for number, voice in voices
        for role, spans in (
            (Role.CONTENT, voice.content),
            (Role.SOURCE, voice.source),
            (Role.CUE, voice.cue),
        )
        for part in spans
        if part.overlaps(sentence)
    ]
    cuts = {sentence.start, sentence.end}
    for part, *_ in parts:
        cuts |= {max(part.start, sentence.start), min(part.end, sentence.end)}
    for start, end in pairwise(sorted(cuts)):
        over = [
            (role is not Role.CONTENT, len(voice.chain()), -(part.end - part.start), role, number)
            for part, role, number, voice in parts
            if part.start <= start and end <= part.end
        ]
        words = _with_blanks(text[start:end])
        if over:
            *_, role, number = max(over)
            yield Run(words, Role(role), number)
        else:
            yield Run(words, Role.PLAIN, None)


def _with_blanks(text: str) -> str:
    """Return words safe to show, with one blank for those at their ends."""
    inner = safe(text)
    if not inner:
        return " " if text.isspace() else ""
    before = " " if text[0].isspace() else ""
    return f"{before}{inner}{' ' if text[-1].isspace() else ''}"


def _line(text: str, number: int, voice: Attribution) -> VoiceLine:
    names = [link.source_name or NOBODY for link in voice.chain()]
    if voice.stance is Stance.OPEN_QUESTION:
        names = names[1:]  # nobody is asked: the report itself does not know
    chain = ", via ".join([*(safe(name) for name in names), OWN_VOICE])
    deed = DID[voice.stance]
    if voice.negated:
        deed += " (says it is not so)"
    remarks = [f"{voice.certainty}"]
    if voice.source_class is not None:
        remarks.append(str(voice.source_class))
    if voice.party:
        remarks.append("a party to the events")
    remarks += [f"hedge: {safe(hedge.of(text))}" for hedge in voice.hedges]
    if voice.vouching is not None:
        remarks.append(f"the report vouches: {safe(voice.vouching.of(text))}")
    if voice.confidence < UNSURE:
        remarks.append(f"read with low confidence ({voice.confidence:.2f})")
    return VoiceLine(number=number, chain=chain, deed=deed, remarks=tuple(remarks))
