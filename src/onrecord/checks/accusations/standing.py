"""How far the law has come with a person, as a report tells it: accused, or settled.

A person stands accused if a sentence that names the person says so ("was charged with"), other than
as what the person says of somebody else. It is settled by a conviction, a plea, a confession or a
claim anywhere in the report, by an acquittal, by a sentence that was served, and where the person
died or was shot in the act: then a flat statement is fair, or none of this check's business.
"Faces life if convicted" settles nothing. Nor is a person only accused of a deed who is charged
with one of another kind: "charged with drunk driving" says nothing of who "shot a guard".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from onrecord.model import Span
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.model import EntityMention, Reading, Report

# Letters before a word of a verdict in which a word may take it back: "if", "has not been".
_REACH = 24


def is_only_accused(report: Report, reading: Reading, person: EntityMention, deed: str) -> bool:
    """Say whether a report has a person accused of a deed, and nothing that settles it."""
    named = {span: _names(report, reading, span, person) for span in reading.sentences}
    sentences = [span for span in reading.sentences if named[span]]
    if any(_is_dead(report.text, span, named[span]) for span in sentences):
        return False
    return not is_settled(report.text) and any(
        _accused(report.text, span, named[span], deed) for span in sentences
    )


def is_settled(text: str) -> bool:
    """Say whether a report tells of a verdict, a plea, a confession or a claim."""
    for found in _settled().finditer(text):
        before = text[max(0, found.start() - _REACH) : found.start()]
        if not _unsettled().search(before):
            return True
    return False


def _is_dead(text: str, sentence: Span, names: Sequence[Span]) -> bool:
    """Say whether a sentence says that the person named in it is dead, or was shot in the act."""
    if _dead().search(sentence.of(text)):
        return True
    return any(
        _lost().match(text, name.end, sentence.end)
        or _caught().search(text[sentence.start : name.start])
        for name in names
    )


def _accused(text: str, sentence: Span, names: Sequence[Span], deed: str) -> bool:
    """Say whether a sentence says that one of the people named in it stands accused of a deed.

    A word of accusation right behind a name is what that person says of another, unless it says by
    itself that it is not ("was charged").
    """
    for found in _accusing().finditer(text, sentence.start, sentence.end):
        is_plain = found.group()[0].isalpha() and " " not in found.group()
        accuses = any(
            name.end <= found.start() and not text[name.end : found.start()].strip()
            for name in names
        )
        is_target = _target().search(text[sentence.start : found.end()]) is not None
        apart = (is_plain and accuses) or is_target
        if not apart and _may_be_of(text[found.start() : sentence.end], deed):
            return True
    return False


def _may_be_of(charge: str, deed: str) -> bool:
    """Say whether words of a charge may be of a deed: of no kind we know, or of one in common."""
    charged, done = _kinds_of(charge), _kinds_of(deed)
    return not charged or not done or not charged.isdisjoint(done)


def _kinds_of(words: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _kinds().items() if pattern.search(words))


def _names(report: Report, reading: Reading, sentence: Span, person: EntityMention) -> list[Span]:
    """Return where a sentence names a person, by any words or by the surname alone."""
    spans = [
        mention.span
        for mention in reading.mentions.entities
        if mention.group == person.group and mention.span.overlaps(sentence)
    ]
    pattern = re.compile(rf"\b{re.escape(surname(report.text, person))}\b")
    found = pattern.finditer(report.text, sentence.start, sentence.end)
    return [*spans, *(Span(*one.span()) for one in found)]


def surname(text: str, person: EntityMention) -> str:
    """Return the last word of a person's name."""
    return person.name_span.of(text).split()[-1]


@cache
def entries() -> Mapping[str, Any]:
    """Return the words of guilt, accusation and verdict."""
    words: Mapping[str, Any] = open_library().lexicon("wording-checks.en").entries["accusations"]
    return words


def one_of(name: str) -> str:
    """Return a word list as a regular expression, longer ones first."""
    return "|".join(sorted(entries()[name], key=len, reverse=True))


def _patterns(name: str) -> Iterator[str]:
    yield from entries()[name]


@cache
def _accusing() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_patterns('accused'))})\b", re.IGNORECASE)


@cache
def _settled() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_patterns('settled'))})\b", re.IGNORECASE)


@cache
def _unsettled() -> re.Pattern[str]:
    return re.compile(rf"(?:\b|(?=n['’]t))(?:{one_of('unsettled')})\b", re.IGNORECASE)


@cache
def _dead() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_patterns('dead'))})\b", re.IGNORECASE)


@cache
def _lost() -> re.Pattern[str]:
    """Find that somebody died right behind the name, behind an aside, or where he was brought."""
    lost = one_of("lost")
    return re.compile(
        rf"(?:,[^,.;]{{1,40}},)?\s+(?:\w+\s+){{0,2}}(?:{lost})\b"
        rf"|\s+to\s+[^.;]{{1,70}}?\bwhere\s+(?:he|she)\s+(?:\w+\s+)?(?:{lost}|{one_of('there')})\b"
    )


@cache
def _caught() -> re.Pattern[str]:
    """Find what stands before the name of somebody shot in the act: "shot the man, named as "."""
    return re.compile(
        rf"\b(?:{one_of('struck')})\s+(?:the|a|an|their)\s+(?:\w+\s+){{0,2}}"
        rf"(?:{one_of('targets')}),?\s+(?:\w+\s+){{0,2}}(?:identified|named)\s+as\s+(?:\w+\s+)?$",
        re.IGNORECASE,
    )


@cache
def _target() -> re.Pattern[str]:
    """Find that a suspect is whom somebody else shot or arrested: "shot the male suspect"."""
    return re.compile(
        rf"\b(?:{one_of('struck')})\s+(?:at\s+)?(?:the|a|an|his|her|their)\s+(?:\w+\s+){{0,2}}"
        rf"(?:{one_of('targets')})$",
        re.IGNORECASE,
    )


@cache
def _kinds() -> Mapping[str, re.Pattern[str]]:
    """Return what finds each kind of deed, in words of a charge or of a deed."""
    kinds: Mapping[str, Sequence[str]] = entries()["kinds"]
    return {
        name: re.compile(rf"\b(?:{'|'.join(stems)})", re.IGNORECASE)
        for name, stems in kinds.items()
    }
