"""Guilt of a named person that a report states as a fact, in its own voice.

Read are a deed right behind the name ("Smith killed his wife"), a deed "by" the person, and what he
is called ("the murderer, John Smith"). The report does not say it in its own voice inside quotation
marks, in the content of an attribution, in a sentence with any word of doubt, court or source, or
right behind an attributed sentence of the same paragraph, which it may go on with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.checks.accusations.standing import entries, one_of
from onrecord.model import EntityKind, EntityMention, MentionForm, Span, Stance, hull

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.language.quotation_marks import Marks
    from onrecord.model import Attribution, Reading, Report

_FULL_NAME = 2

_JOINT = re.compile(r"(?:['’]s?)?[\s,]+")

# Letters looked at on both sides of a name.
_AROUND = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Flat:
    """A flat statement of guilt.

    Attributes:
        span: Its words, with the name.
        person: The person it is stated of.
        deed: What the person is said to have done or to be, as written.
    """

    span: Span
    person: EntityMention
    deed: str


def flat_statements(report: Report, reading: Reading, marks: Marks) -> Iterator[Flat]:
    """Yield where a report states somebody's guilt as a fact, in reading order."""
    for mention in reading.mentions.entities:
        if not _is_person(report.text, mention):
            continue
        span = _deed(report.text, mention)
        if span is None or _is_defence(report.text, mention.span, span):
            continue
        whole = hull([mention.span, span])
        if _in_own_voice(report, reading, marks, whole):
            yield Flat(span=whole, person=mention, deed=" ".join(span.of(report.text).split()))


def _is_person(text: str, mention: EntityMention) -> bool:
    """Say whether a mention names a person.

    Rare names may be read as a body's: one of two words whose second stands alone elsewhere, as
    surnames do, is taken for a person's.
    """
    if not mention.entity.named or mention.entity.kind is EntityKind.PERSON:
        return mention.entity.named
    words = mention.name_span.of(text).split()
    if mention.entity.kind is not EntityKind.ORGANISATION or len(words) != _FULL_NAME:
        return False
    given, family = map(re.escape, words)
    return bool(re.search(rf"(?<!{given} )\b(?<!the )(?<!The ){family}\b", text))


def _deed(text: str, mention: EntityMention) -> Span | None:
    """Return the words beside a name that say its bearer did it; None if there are none."""
    end = mention.span.end
    behind = _behind().match(text, end, min(len(text), end + _AROUND))
    # "The brother of Smith stabbed a guard": the name is not of who did it.
    if behind is not None and _oblique().search(text[: mention.span.start][-_AROUND:]):
        behind = None
    if behind is not None:
        return _trimmed(text, *behind.span("deed" if behind["deed"] else "label"))
    if mention.form is not MentionForm.NAME:
        return None
    called = _called_behind().match(text, end, min(len(text), end + _AROUND))
    if called is not None:
        return Span(*called.span("label"))
    start = max(0, mention.name_span.start - _AROUND)
    before = _before().search(text, start, mention.name_span.start)
    if before is None or before["unsure"]:
        return None
    return Span(*before.span("label" if before["label"] else "deed"))


def _is_defence(text: str, name: Span, deed: Span) -> bool:
    """Say whether somebody shot back, or shot who attacked: "fired back and shot the gunman"."""
    if name.end > deed.start:
        return False
    behind = text[deed.end : deed.end + _AROUND]
    return bool(
        _fired_back().search(text[name.end : deed.start]) or _at_an_attacker().match(behind)
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return a stretch without what only joins it to the name before it."""
    joint = _JOINT.match(text, start, end)
    return Span(joint.end() if joint else start, end)


def _in_own_voice(report: Report, reading: Reading, marks: Marks, span: Span) -> bool:
    if any(quoted.span.overlaps(span) for quoted in marks.quoted):
        return False
    if any(part.overlaps(span) for one in reading.mentions.attributions for part in one.content):
        return False
    place = next((n for n, one in enumerate(reading.sentences) if one.covers(span)), None)
    if place is None or _doubtful().search(reading.sentences[place].of(report.text)):
        return False
    return not _goes_on(report, reading, place)


def _goes_on(report: Report, reading: Reading, place: int) -> bool:
    """Say whether a sentence may go on with what a source says before it in its paragraph."""
    if place == 0:
        return False
    sentence, before = reading.sentences[place], reading.sentences[place - 1]
    paragraph = next((one for one in report.paragraphs if one.covers(sentence)), None)
    if paragraph is None or not paragraph.covers(before):
        return False
    return any(
        part.overlaps(before) and 2 * (part.end - part.start) > before.end - before.start
        for one in reading.mentions.attributions
        if one.stance is not Stance.ACCUSES and not _charges(report.text, one)
        for part in one.content
    )


def _charges(text: str, voice: Attribution) -> bool:
    """Say whether a voice does not tell what happened, but lays charges."""
    return any(part.of(text).lower() in entries()["charging"] for part in voice.cue)


@cache
def _behind() -> re.Pattern[str]:
    """Find a deed behind a name, which may have an age or a description in commas behind it."""
    aside = r"(?:,[^,.;]{1,60},|\s+and\s+(?:(?!was\b|were\b|is\b|are\b)[\w’'-]+\s*){1,3}(?=\s))?"
    who = rf"(?:,?\s+(?:who|{one_of('between')})\b)*"
    first = rf"(?:\s+(?:{one_of('first')})\b[^.;:\"“”]{{0,60}}?\s+and)?"
    deed = rf"(?P<deed>{one_of('deeds')})"
    one = rf"\s+(?:is|was)\s+the\s+(?:{one_of('ones')})\s+(?:who|that)"
    called = rf"{aside}\s+(?:is|was)\s+(?:(?:the|a)\s+(?:{one_of('labels')})|{one_of('guilty')})"
    noun = rf"['’]s?\s+(?:{one_of('nouns')})\s+of"
    return re.compile(
        rf"(?:(?:{aside}{who}{first}|{one}){who}\s+{deed}|(?P<label>{called}|{noun}))\b"
    )


@cache
def _oblique() -> re.Pattern[str]:
    """Find what stands before a name that is not the one who acts: "dressed as ", "wife of "."""
    return re.compile(rf"\b(?:{one_of('oblique')})\s+(?:[A-Z][\w.]*\s+)?$")


@cache
def _fired_back() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of('defending')})\b")


@cache
def _at_an_attacker() -> re.Pattern[str]:
    """Find whom somebody shot who defends others, or words that he shot back."""
    attacker = rf"(?:the|an?|his|her|their)\s+(?:\w+\s+){{0,2}}(?:{one_of('targets')})\b"
    return re.compile(rf"\s+(?:(?:at|on)\s+)?{attacker}|[^.;]{{0,40}}\b(?:{one_of('defending')})\b")


@cache
def _called_behind() -> re.Pattern[str]:
    """Find what a person is called behind the name: "John Smith, the killer"."""
    unsure = one_of("unsure")
    return re.compile(
        rf",\s+(?:the|a)\s+(?!{unsure}\b)(?P<label>(?:{one_of('labels')}))\b(?!['’\w])",
    )


@cache
def _before() -> re.Pattern[str]:
    """Find what stands right before a name: "the murderer, ", "was stabbed by "."""
    unsure = one_of("unsure")
    return re.compile(
        rf"(?:(?<!\w)(?P<unsure>(?:{unsure})[\s-]+)?(?<![\w-])(?P<label>{one_of('labels')})"
        rf"(?:,?|(?:\s+(?!and\b|in\b|of\b|to\b)[a-z]+){{1,2}})\s+"
        rf"|\b(?:was|were|been)\s+(?:\w+\s+)?(?P<deed>{one_of('done')})\s+by\s+)$",
        re.IGNORECASE,
    )


@cache
def _doubtful() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of('hedges')})\b|n['’]t\b", re.IGNORECASE)
