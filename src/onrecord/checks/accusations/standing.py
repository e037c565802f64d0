"""How far the law has come with a person, as a report tells it: accused, or settled.

A person stands accused if a sentence that names the person says so ("was charged with"), other than
as what the person says of somebody else. It is settled by a conviction, a plea, a confession or a
claim anywhere in the report, and by the person's death in the act: then a flat statement is fair.
"Faces life if convicted" settles nothing.
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


def is_only_accused(report: Report, reading: Reading, person: EntityMention) -> bool:
    """Say whether a report has a person accused, and nothing that settles it."""
    named = {span: _names(report, reading, span, person) for span in reading.sentences}
    sentences = [span for span in reading.sentences if named[span]]
    if any(_is_dead(report.text, span, named[span]) for span in sentences):
        return False
    return not is_settled(report.text) and any(
        _accused(report.text, span, named[span]) for span in sentences
    )


def is_settled(text: str) -> bool:
    """Say whether a report tells of a verdict, a plea, a confession or a claim."""
    for found in _settled().finditer(text):
        before = text[max(0, found.start() - _REACH) : found.start()]
        if not _unsettled().search(before):
            return True
    return False


def _is_dead(text: str, sentence: Span, names: Sequence[Span]) -> bool:
    """Say whether a sentence says that the person named in it is dead."""
    if _dead().search(sentence.of(text)):
        return True
    return any(_lost().match(text, name.end, sentence.end) for name in names)


def _accused(text: str, sentence: Span, names: Sequence[Span]) -> bool:
    """Say whether a sentence says that one of the people named in it stands accused.

    A word of accusation right behind a name is what that person says of another, unless it says by
    itself that it is not ("was charged").
    """
    for found in _accusing().finditer(text, sentence.start, sentence.end):
        is_plain = found.group()[0].isalpha() and " " not in found.group()
        accuses = any(
            name.end <= found.start() and not text[name.end : found.start()].strip()
            for name in names
        )
        if not (is_plain and accuses):
            return True
    return False


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
    """Find that somebody died right behind the name, or behind an aside in commas."""
    return re.compile(rf"(?:,[^,.;]{{1,40}},)?\s+(?:\w+\s+){{0,2}}(?:{one_of('lost')})\b")
