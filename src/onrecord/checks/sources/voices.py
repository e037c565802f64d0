"""The voices of a report that bear on what happened, and which of them nobody can name.

A voice bears on the event if what it says holds an event, a claim on the incident, or a word of
such things ("the attack", "the dead"). It is unnamed if its own words say so ("a source", "an
insider"), or its sentence does ("on condition of anonymity"), other than of somebody it speaks of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from onrecord.model import (
    NON_ANSWERS,
    NOT_TOLD_AS_SO,
    Figure,
    SourceClass,
    Span,
    Stance,
    Standing,
)
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.model import Attribution, Reading, Report

# Who does not know more was asked about the event, and stands behind what is known of it.
_ASKED = frozenset({Stance.DOES_NOT_KNOW, Stance.IS_CHECKING, Stance.GIVES_NO_MORE})
_AUTHORITIES = frozenset({SourceClass.OFFICIAL, SourceClass.SECURITY_FORCE, SourceClass.MEDICAL})
_SILENT = (NON_ANSWERS - _ASKED) | NOT_TOLD_AS_SO | {Stance.DENIES}


@dataclass(frozen=True, slots=True)
class Voices:
    """The voices that bear on the event of a report.

    Attributes:
        known: Those that are named, or told by their office ("police").
        unnamed: Those that are not.
    """

    known: tuple[Attribution, ...]
    unnamed: tuple[Attribution, ...]


def voices_of(report: Report, reading: Reading) -> Voices:
    """Return the voices that bear on the event of a report.

    Beside an unnamed voice, one that only may bear on it is none: nor a pronoun, which may be the
    unnamed one again, nor who was asked and did not know.
    """
    text = report.text
    speaking = list(_speaking(reading))
    sure = [one for one in speaking if one.stance not in _ASKED and _bears(text, reading, one)]
    unnamed = tuple(one for one in sure if is_unnamed(text, reading, one))
    if unnamed:
        known = [one for one in sure if one not in unnamed and not _is_pronoun(text, one)]
    else:
        known = [one for one in speaking if one in sure or _may_bear(text, one)]
    return Voices(known=tuple(known), unnamed=unnamed)


def gives_toll(report: Report, reading: Reading, voice: Attribution) -> bool:
    """Say whether a voice confirms, or tells of people killed or hurt."""
    if voice.stance is Stance.CONFIRMS:
        return True
    if any(_any_of("tolls").search(part.of(report.text)) for part in voice.content):
        return True
    hurt = [one.span for one in reading.mentions.events if one.effect in {"killed", "injured"}]
    return any(_overlaps(voice.content, span) for span in hurt)


def has_any_voice(report: Report, reading: Reading) -> bool:
    """Say whether anybody speaks in a report, by what was read or by its words."""
    if any(True for _ in _speaking(reading)):
        return True
    return _any_of("cues").search(report.text) is not None


def has_words_of_a_voice(report: Report, reading: Reading) -> bool:
    """Say whether a sentence on the event has a cue in it, though no voice was read there.

    A court that deals with it is a voice too.
    """
    sentences = [sentence.of(report.text) for sentence in reading.sentences]
    if any(_any_of("courts").search(one) for one in sentences):
        return True
    return any(
        _any_of("cues").search(one)
        and (_any_of("matters").search(one) or _any_of("around").search(one))
        for one in sentences
    )


def is_unnamed(text: str, reading: Reading, voice: Attribution) -> bool:
    """Say whether a voice is one that nobody can name."""
    words = [part.of(text) for part in voice.source]
    if _one_of("unnamed").search(" ".join([*words, voice.source_name or ""])):
        return True
    told = max(voice.content, key=lambda part: part.end - part.start, default=None)
    return any(
        told is None or not told.overlaps(Span(*found.span()))
        for sentence in _sentences_of(text, reading, voice)
        for found in _one_of("withheld").finditer(text, sentence.start, sentence.end)
    )


def _sentences_of(text: str, reading: Reading, voice: Attribution) -> Iterator[Span]:
    """Yield the sentences that name a voice, and one behind it that goes on with a pronoun."""
    for place, sentence in enumerate(reading.sentences):
        if not _overlaps(voice.source, sentence):
            continue
        yield sentence
        for following in reading.sentences[place + 1 : place + 2]:
            if following.of(text).split()[0].lower() in entries()["people"]:
                yield following


def is_several(text: str, unnamed: tuple[Attribution, ...]) -> bool:
    """Say whether unnamed voices are more than one source."""
    told = {_words(text, one) for one in unnamed if not _is_pronoun(text, one)}
    return len(told) > 1 or any(_one_of("counted").search(words) for words in told)


def entries() -> Mapping[str, Any]:
    """Return the words on sources."""
    words: Mapping[str, Any] = open_library().lexicon("wording-checks.en").entries["sources"]
    return words


def _speaking(reading: Reading) -> Iterator[Attribution]:
    for voice in reading.mentions.attributions:
        told = voice.content or voice.stance in _ASKED
        if voice.source and told and voice.stance not in _SILENT:
            yield voice


def _bears(text: str, reading: Reading, voice: Attribution) -> bool:
    if any(_any_of("matters").search(part.of(text)) for part in voice.content):
        return True
    told = [one.span for one in reading.mentions.events]
    told += [one.evidence for one in reading.claims if _is_of_incident(one.standing, one.value)]
    return any(_overlaps(voice.content, span) for span in told)


def _may_bear(text: str, voice: Attribution) -> bool:
    """Say whether a voice may bear on the event: an authority was asked, or it is spoken of."""
    if voice.stance in _ASKED and voice.source_class in _AUTHORITIES:
        return True
    return any(_any_of("around").search(part.of(text)) for part in voice.content)


def _is_of_incident(standing: Standing, value: object) -> bool:
    return standing is Standing.INCIDENT and isinstance(value, Figure)


def _overlaps(parts: tuple[Span, ...], span: Span) -> bool:
    return any(part.overlaps(span) for part in parts)


def _is_pronoun(text: str, voice: Attribution) -> bool:
    return _words(text, voice) in entries()["pronouns"]


def _words(text: str, voice: Attribution) -> str:
    return " ".join(" ".join(part.of(text) for part in voice.source).lower().split())


@cache
def _one_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(entries()[name])})\b", re.IGNORECASE)


@cache
def _any_of(name: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in entries()[name])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
