"""What is known of one incident: findings with their reasons, as of one moment.

A record is never stored as truth: it is computed from claims, and every part of it points back to
the sentences it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from onrecord.model.claims import Standing
from onrecord.model.ids import ClaimId, IncidentId, ReportId
from onrecord.model.mentions import Certainty, Stance
from onrecord.model.reports import Credit, Dateline
from onrecord.model.spans import Span
from onrecord.model.values import Value


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """A sentence of one of the record's reports.

    Attributes:
        report: Place of the report in `IncidentRecord.reports`, from 0.
        sentence: Number of the sentence in that report, from 1.
    """

    report: int
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who says something, and through whom.

    Attributes:
        chain: The names of those who say it, from the first voice outwards: ("company officials",
            "Jiji news agency"). The report itself, always the last, is not named; () is the
            report's own voice.
        stance: What the first voice does.
        certainty: How firmly the first voice commits itself.
        negated: It says that it is not so.
        cited: The sentences in which it does.
        note: Words by which the report vouches for the source; None where it does not.
    """

    chain: tuple[str, ...]
    stance: Stance
    certainty: Certainty
    negated: bool
    cited: tuple[Citation, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the claims on one matter amount to.

    Attributes:
        slot: What is found, as named in the incident schema.
        value: The value.
        standing: Whether it is the incident, its context or background.
        voices: All who say so, in order of appearance.
        cited: The sentences it rests on, in order.
        relied_on: The claims it rests on.
        note: What a reader must know beside it ("adds up: 5 + 1 + 1 = 7"); None where nothing.
    """

    slot: str
    value: Value
    standing: Standing
    voices: tuple[Voice, ...]
    cited: tuple[Citation, ...]
    relied_on: tuple[ClaimId, ...]
    note: str | None = None


class Severity(StrEnum):
    """What an editor should do about a desk check's result, after the wires' own practice."""

    CORRECT = "correct"
    """A number, company, code or person is wrong as it stands: correct it before publishing."""
    REFILE = "refile"
    """A name is misspelt or a sentence broken: send it again without it."""
    QUERY = "query"
    """It does not add up: ask the reporter."""
    NOTE = "note"
    """Worth knowing."""
    OK = "ok"
    """It was checked and adds up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Something a desk check found.

    Attributes:
        check: Name of the check ("units").
        severity: What an editor should do about it.
        message: What was found, in one sentence.
        suggestion: What to ask the reporter; None where there is nothing to ask.
        evidence: The words it is about, in code points of the report's text.
        cited: The sentences they stand in.
        before: For a comparison of two versions, the words of the older one it is about, in code
            points of that one's text; else ().
    """

    check: str
    severity: Severity
    message: str
    suggestion: str | None
    evidence: tuple[Span, ...]
    cited: tuple[Citation, ...]
    before: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedSentence:
    """A sentence as evidence.

    Attributes:
        number: Its number in its report, from 1.
        span: Where it stands in the report's text.
        text: Its words, blanks squeezed.
    """

    number: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSummary:
    """A report as a record shows it.

    Attributes:
        report_id: The report.
        origin: Where it came from.
        headline: Its headline; None where it has none.
        published_on: The day it was published; None where nobody says.
        dateline: Its dateline; None where it has none.
        dateline_place: The place of the dateline with its country ("Algiers, Algeria"); None
            where there is no dateline or the place is not known.
        credits: Its reporters and editors.
        sentences: Its sentences.
        warnings: What was odd in it.
    """

    report_id: ReportId
    origin: str
    headline: str | None
    published_on: date | None
    dateline: Dateline | None
    dateline_place: str | None
    credits: tuple[Credit, ...]
    sentences: tuple[CitedSentence, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRecord:
    """What is known of one incident.

    Attributes:
        incident_id: Its name; None where the report tells of no security incident.
        title: One line: what happened where, when, in our words from the findings.
        as_of: The moment the record shows; None for a single report, which has no history.
        findings: What is known, in the order of the incident schema, then of appearance.
        queries: What does not add up.
        reports: The reports it rests on.
        others: Titles of the other incidents that the same report tells of, in its order.
        kit: Fingerprint of the code and data that read them.
    """

    incident_id: IncidentId | None
    title: str
    as_of: datetime | None
    findings: tuple[Finding, ...]
    queries: tuple[Query, ...]
    reports: tuple[ReportSummary, ...]
    kit: str
    others: tuple[str, ...] = ()

    def of(self, *slots: str) -> tuple[Finding, ...]:
        """Return the findings of these slots, in order."""
        return tuple(finding for finding in self.findings if finding.slot in slots)
