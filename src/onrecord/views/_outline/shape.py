"""The shape of an outline: title, header, sections of labelled lines, desk checks, evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import Citation, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of the header.

    Attributes:
        label: What it tells ("Published").
        text: What it is.
    """

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Who says so, or a like addition to a line.

    Attributes:
        text: The words.
        cited: The sentences that carry it.
    """

    text: str
    cited: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One finding.

    Attributes:
        text: What is found, in words.
        cited: The sentences that carry it; () where the remarks cite them.
        remarks: Who says so, each with its sentences.
        note: What a reader must know beside it; None where nothing.
    """

    text: str
    cited: tuple[Citation, ...] = ()
    remarks: tuple[Remark, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lines under one label.

    Attributes:
        label: What they tell ("Killed"), or who says them; "" where the section's title says it.
        lines: The lines, at least one.
    """

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the brief.

    Attributes:
        name: As named in the incident schema.
        title: Its heading.
        lead: One sentence that stands before the lines; "" where none is needed.
        groups: What it tells, at least one.
    """

    name: str
    title: str
    lead: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The result of a desk check.

    Attributes:
        severity: What an editor should do about it.
        label: The same as a word.
        text: What was found.
        suggestion: What to ask; None where there is nothing to ask.
        cited: The sentences it is about.
    """

    severity: Severity
    label: str
    text: str
    suggestion: str | None
    cited: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A cited sentence.

    Attributes:
        citation: Its place, as lines cite it.
        mark: The same as printed: "4", or "2:4" for sentence 4 of the second of several reports.
        text: Its words.
    """

    citation: Citation
    mark: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A record in words.

    Attributes:
        title: One line: what happened.
        header: What is known of each report, in their order.
        sections: The parts of the brief, in the order of the incident schema.
        checks: Results of desk checks, the gravest first.
        evidence: All sentences cited, in order.
        several: More than one report, so that a citation must name which.
    """

    title: str
    header: tuple[tuple[Fact, ...], ...]
    sections: tuple[Section, ...]
    checks: tuple[Check, ...]
    evidence: tuple[Evidence, ...]
    several: bool


def mark(citation: Citation, *, several: bool) -> str:
    """Return a citation as printed."""
    return f"{citation.report + 1}:{citation.sentence}" if several else str(citation.sentence)


def marks(cited: Sequence[Citation], *, several: bool) -> str:
    """Return citations as printed, "[1, 4]"; "" for none."""
    if not cited:
        return ""
    return f"[{', '.join(mark(citation, several=several) for citation in cited)}]"
