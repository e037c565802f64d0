"""Sentences of our own with who says what in them, in a notation that is quick to write.

A text is one or more lines that begin at the margin, a paragraph each; its attributions follow,
indented, one a line; a blank line ends it; ``#`` begins a remark:

    Police would not say who drove, the radio reported.
      Police | would not say | who drove | declines to comment | unknown | the radio
      the radio | reported | Police would not say who drove | asserts | certain |

The fields are source (``-`` where nobody is named), cue, content (its parts with ``~`` between
them), stance, certainty (``not certain``: the source says it is not so) and the sources it goes
through, from the nearest outwards (``>`` between them). Words that occur more than once are taken
at their first place; ``word#2`` takes the second.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import Certainty, Span, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FIELDS = 6
_TURN = re.compile(r"#(\d+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An attribution as its writer means it, in letters of the text.

    Attributes:
        source: Who says it; () where nobody is named.
        cue: The words that hand it over.
        content: Its parts.
        stance: What the source does.
        certainty: How firmly.
        negated: The source says it is not so.
        chain: Words of the sources it goes through, from the nearest outwards.
        who: Whom a pronoun or role noun stands for; None where the source says it itself, or the
            writer did not.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance: Stance
    certainty: Certainty
    negated: bool
    chain: tuple[str, ...]
    who: str | None = None


@dataclass(frozen=True, slots=True)
class Sentences:
    """A text with its attributions.

    Attributes:
        name: File and line it begins at.
        text: Its paragraphs, a blank line between them.
        told: Its attributions.
    """

    name: str
    text: str
    told: tuple[Told, ...]


def sentences(path: Path) -> list[Sentences]:
    """Return the texts of a file.

    Raises:
        ValueError: A line does not follow the notation, or its words do not stand in the text; all
            such lines are named.
    """
    found, wrong = [], []
    for number, paragraphs, rows in _blocks(path.read_text("utf-8")):
        text = "\n\n".join(paragraphs)
        told = []
        for line, row in rows:
            try:
                told.append(_told(text, row))
            except ValueError as error:
                wrong.append(f"{path.name}:{line}: {error}")
        if not paragraphs:
            wrong.append(f"{path.name}:{number}: attributions without a text")
        found.append(Sentences(f"{path.stem}:{number}", text, tuple(told)))
    if wrong:
        raise ValueError("\n".join(wrong))
    return found


def _blocks(text: str) -> Iterator[tuple[int, list[str], list[tuple[int, str]]]]:
    """Yield the line each text begins at, its paragraphs, and its rows with their lines."""
    begun, paragraphs, rows = 0, list[str](), list[tuple[int, str]]()
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        if line.startswith("#"):
            continue
        if not line.strip():
            if paragraphs or rows:
                yield begun, paragraphs, rows
            paragraphs, rows = [], []
        elif line[0].isspace():
            rows.append((number, line.strip()))
        else:
            begun = number if not paragraphs else begun
            paragraphs.append(line.strip())


def _told(text: str, row: str) -> Told:
    fields = [field.strip() for field in row.split("|")]
    if len(fields) != _FIELDS:
        raise ValueError(f"{len(fields)} fields instead of {_FIELDS}: {row}")
    source, cue, content, stance, certainty, chain = fields
    if not cue:
        raise ValueError(f"no cue: {row}")
    through = tuple(part.strip() for part in chain.split(">") if part.strip())
    for words in through:
        _span(text, words, 0)
    return Told(
        source=() if source == "-" else (_span(text, source, 0),),
        cue=(_span(text, cue, 0),),
        content=_parts(text, content),
        stance=Stance(stance),
        certainty=Certainty(certainty.removeprefix("not ")),
        negated=certainty.startswith("not "),
        chain=through,
    )


def _parts(text: str, content: str) -> tuple[Span, ...]:
    found: list[Span] = []
    for part in (one.strip() for one in content.split("~")):
        if part:
            found.append(_span(text, part, found[-1].end if found else 0))
    return tuple(found)


def _span(text: str, words: str, after: int) -> Span:
    turn = _TURN.search(words)
    bare, wanted = (words[: turn.start()], int(turn[1])) if turn else (words, 1)
    whole = re.compile(rf"(?<!\w){re.escape(bare)}(?!\w)")
    places = [one.start() for one in whole.finditer(text, after)]
    if len(places) < wanted:
        raise ValueError(f"{bare!r} does not stand in the text {wanted} times")
    return Span(places[wanted - 1], places[wanted - 1] + len(bare))
