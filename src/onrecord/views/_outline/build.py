"""A record turned into an outline: which lines a brief has, in which order, citing what.

Findings with the standing of background stand in the background section, whatever their slot: told
in the report, but no part of the incident. The sections an editor looks for first say "not
reported" where there is nothing; other empty sections are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import (
    Citation,
    CreditRole,
    EntityRef,
    Finding,
    IncidentRecord,
    Query,
    Question,
    ReportSummary,
    Severity,
    Standing,
)
from onrecord.views._outline.labels import Heading, headings
from onrecord.views._outline.safe import safe
from onrecord.views._outline.shape import (
    Check,
    Evidence,
    Fact,
    Group,
    Line,
    Outline,
    Remark,
    Section,
    mark,
)
from onrecord.views._outline.values import day_words, words
from onrecord.views._outline.voices import (
    deed_words,
    remarks,
    source_words,
    voice_words,
    vouching,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BACKGROUND = "background"
STATEMENT = "statement"
NOT_REPORTED = "not reported"

# What an editor looks for first: here an unknown is an answer.
_ASKED_SECTIONS = frozenset({"where", "attackers", "people"})
_ASKED_SLOTS = frozenset({"when"})

_LEADS = {BACKGROUND: "Told in the report; never counted as part of the incident."}

_CREDITS = (
    (CreditRole.REPORTER, "Reporter"),
    (CreditRole.WRITER, "Writer"),
    (CreditRole.EDITOR, "Editor"),
)

_SEVERITIES = {
    Severity.CORRECT: "Correct",
    Severity.REFILE: "Refile",
    Severity.QUERY: "Query",
    Severity.NOTE: "Note",
    Severity.OK: "OK",
}


def outline(record: IncidentRecord) -> Outline:
    """Return what a view shows of a record.

    A record without an incident shows its report, background and desk checks, and no more.
    """
    shown = [
        heading
        for heading in headings()
        if record.incident_id is not None or heading.name == BACKGROUND
    ]
    laid_out = (_section(record, heading) for heading in shown)
    sections = tuple(section for section in laid_out if section is not None)
    checks = _checks(record.queries)
    return Outline(
        title=safe(record.title),
        header=tuple(_header(record, report) for report in record.reports),
        sections=sections,
        checks=checks,
        evidence=_evidence(record, sections, checks),
        several=len(record.reports) > 1,
    )


def _header(record: IncidentRecord, report: ReportSummary) -> tuple[Fact, ...]:
    facts = [("Headline", report.headline or "")]
    if report.published_on is not None:
        facts.append(("Published", day_words(report.published_on)))
    facts.append(("Dateline", _dateline(report)))
    for role, label in _CREDITS:
        names = [
            f"{credit.name} ({credit.place})" if credit.place else credit.name
            for credit in report.credits
            if credit.role is role
        ]
        facts.append((label + ("s" if len(names) > 1 else ""), ", ".join(names)))
    facts.append(("Source", report.origin))
    if record.as_of is not None:
        facts.append(("As of", f"{day_words(record.as_of)}, {record.as_of:%H:%M} UTC"))
    facts.extend(("Beware", warning) for warning in report.warnings)
    facts.extend(("Told too", title) for title in record.others)
    return tuple(Fact(label=label, text=safe(text)) for label, text in facts if safe(text))


def _dateline(report: ReportSummary) -> str:
    """Return where the story was filed, as known or else as written, and for whom."""
    if report.dateline is None:
        return report.dateline_place or ""
    place = report.dateline_place or "/".join(report.dateline.places)
    return f"{place} ({report.dateline.agency})" if report.dateline.agency else place


def _section(record: IncidentRecord, heading: Heading) -> Section | None:
    found = [
        finding
        for finding in record.findings
        if finding.slot in heading.slots and finding.standing is not Standing.BACKGROUND
    ]
    if heading.name == BACKGROUND:
        found = [
            finding
            for finding in record.findings
            if finding.standing is Standing.BACKGROUND or finding.slot in heading.slots
        ]
    groups = [*_groups(found), *_unanswered(heading, found)]
    if not groups:
        return None
    return Section(
        name=heading.name,
        title=heading.title,
        lead=_LEADS.get(heading.name, ""),
        groups=tuple(groups),
    )


def _unanswered(heading: Heading, found: Sequence[Finding]) -> list[Group]:
    """Return the lines that say that something was not reported."""
    nothing = (Line(text=NOT_REPORTED),)
    if heading.name in _ASKED_SECTIONS and not found:
        return [Group(label="", lines=nothing)]
    told = {finding.slot for finding in found}
    return [
        Group(label=label, lines=nothing)
        for slot, label in heading.slots.items()
        if slot in _ASKED_SLOTS and slot not in told
    ]


def _groups(found: Iterable[Finding]) -> list[Group]:
    """Return findings under their labels: those of one slot, or of one source, together."""
    grouped: dict[str, list[Line]] = {}
    for finding in found:
        if finding.slot == STATEMENT:
            for label, line in _statements(finding):
                grouped.setdefault(label, []).append(line)
        else:
            grouped.setdefault(_label(finding), []).append(_line(finding))
    return [Group(label=label, lines=tuple(lines)) for label, lines in grouped.items()]


def _label(finding: Finding) -> str:
    labels = {slot: label for heading in headings() for slot, label in heading.slots.items()}
    return labels.get(finding.slot, finding.slot)


def _statements(finding: Finding) -> list[tuple[str, Line]]:
    """Return what each source did and said, under its name.

    Here, and not in every line that rests on a source, stands how the report vouches for it.
    """
    said = safe(words(finding.value)).removeprefix("that ")
    return [
        (
            source_words(voice.chain),
            Line(
                text=f"{deed_words(voice)}: {said}" if said else deed_words(voice),
                cited=voice.cited,
                note=vouching(voice),
            ),
        )
        for voice in finding.voices
    ]


def _line(finding: Finding) -> Line:
    told = remarks(finding.voices)
    if isinstance(finding.value, Question):
        told = _whom_to_ask(finding, finding.value)
    elif isinstance(finding.value, EntityRef):
        told = remarks(finding.voices, about=finding.value.name)
    by_voice = {citation for remark in told for citation in remark.cited}
    return Line(
        text=safe(words(finding.value)),
        cited=tuple(citation for citation in finding.cited if citation not in by_voice),
        remarks=told,
        note=safe(finding.note) if finding.note else None,
    )


def _whom_to_ask(finding: Finding, question: Question) -> tuple[Remark, ...]:
    """Return who was asked or would know, and what they did."""
    told = []
    for voice in finding.voices:
        asked = bool(question.of_whom) and voice.chain[:1] == (question.of_whom,)
        if voice.chain:
            text = f"ask {voice_words(voice)}" if asked else voice_words(voice)
            told.append(Remark(text=text, cited=voice.cited))
    if question.of_whom and not any(remark.text.startswith("ask ") for remark in told):
        told.insert(0, Remark(text=f"ask {safe(question.of_whom)}"))
    return tuple(told) or (Remark(text="the report names nobody who would know"),)


def _checks(queries: Sequence[Query]) -> tuple[Check, ...]:
    order = list(_SEVERITIES)
    return tuple(
        Check(
            severity=query.severity,
            label=_SEVERITIES[query.severity],
            text=safe(query.message),
            suggestion=query.suggestion and safe(query.suggestion),
            cited=query.cited,
        )
        for query in sorted(queries, key=lambda query: order.index(query.severity))
    )


def _evidence(
    record: IncidentRecord, sections: Sequence[Section], checks: Sequence[Check]
) -> tuple[Evidence, ...]:
    """Return the sentences cited in what is shown; the others are the wire's, not ours to copy."""
    several = len(record.reports) > 1
    lines = [line for section in sections for group in section.groups for line in group.lines]
    remarks_made = [remark for line in lines for remark in line.remarks]
    parts: list[Line | Remark | Check] = [*lines, *remarks_made, *checks]
    cited = {citation for part in parts for citation in part.cited}
    sentences = {
        Citation(place, sentence.number): sentence.text
        for place, report in enumerate(record.reports)
        for sentence in report.sentences
    }
    return tuple(
        Evidence(
            citation=citation,
            mark=mark(citation, several=several),
            text=safe(sentences[citation]),
        )
        for citation in sorted(cited & sentences.keys())
    )
