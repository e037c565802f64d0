"""Incident records built by hand: a rich one, an empty one, and one full of hostile text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from onrecord.model import (
    Certainty,
    Citation,
    CitedSentence,
    Code,
    Credit,
    CreditRole,
    Dateline,
    Distance,
    EntityKind,
    EntityRef,
    Figure,
    Finding,
    Granularity,
    Identifier,
    IncidentId,
    IncidentRecord,
    PlaceRef,
    Population,
    Quantity,
    Query,
    Question,
    ReportId,
    ReportSummary,
    Severity,
    Span,
    Stance,
    Standing,
    TimeRef,
    Value,
    Voice,
    Wording,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

SENTENCES = (
    (
        "Gunmen stormed the Karu Hill copper mine in northern Zambia on Tuesday night, killing at "
        "least three guards and seizing about 40 workers, police said."
    ),
    "The provincial governor, Alice *Star* Banda, put the dead at five.",
    "Two of the hostages are Chilean engineers, the Chilean embassy in Lusaka said.",
    (
        "A group calling itself the Northern Front said it held the mine, Radio Copperbelt "
        "reported, quoting a statement; the station has carried the group's statements before."
    ),
    "Brigadier Joseph Mwale denied that troops had entered the mine.",
    (
        "The mine is operated by Austral Copper Ltd (ACL.AX), an Australian company, with state "
        "firm Zamine."
    ),
    (
        "Austral Copper confirmed “an armed incident” and would not say how many of its fewer "
        "than 600 staff were on shift."
    ),
    "It was unclear if a helicopter heard over the mine belonged to the army.",
    "The mine lies some 120 km (90 miles) north of Kasama, Austral Copper said.",
    (
        "Soldiers closed the road to Kasama, a witness said, and the attackers may have come from "
        "across the border."
    ),
    "The Northern Front blew up a power line in the area in 2009, killing one engineer.",
    "Astral Copper's shares fell.",
)

ZAMBIA = ("Northern Province", "Zambia")


def cites(*numbers: int) -> tuple[Citation, ...]:
    """Return citations of sentences of the first report."""
    return tuple(Citation(0, number) for number in numbers)


def a_voice(
    *chain: str,
    cited: Sequence[int] = (1,),
    stance: Stance = Stance.ASSERTS,
    certainty: Certainty = Certainty.CERTAIN,
    negated: bool = False,
    note: str | None = None,
) -> Voice:
    """Return a voice that plainly says so, unless told otherwise."""
    return Voice(
        chain=chain,
        stance=stance,
        certainty=certainty,
        negated=negated,
        cited=cites(*cited),
        note=note,
    )


def a_finding(
    slot: str,
    value: Value,
    *voices: Voice,
    standing: Standing = Standing.INCIDENT,
    note: str | None = None,
) -> Finding:
    """Return a finding that rests on what its voices cite."""
    told = voices or (a_voice(),)
    return Finding(
        slot=slot,
        value=value,
        standing=standing,
        voices=told,
        cited=tuple(sorted({citation for voice in told for citation in voice.cited})),
        relied_on=(),
        note=note,
    )


def people(
    low: float | None,
    high: float | None,
    words: str = "",
    *,
    hedge: str = "",
    nationality: str | None = None,
) -> Figure:
    """Return a figure that counts people."""
    population = Population(words=words, nationality=nationality)
    return Figure(low=low, high=high, hedge=hedge, population=population)


def a_report_summary(sentences: Sequence[str] = SENTENCES) -> ReportSummary:
    """Return what a record says of the report with these sentences."""
    starts = [sum(len(earlier) + 1 for earlier in sentences[:n]) for n in range(len(sentences))]
    return ReportSummary(
        report_id=ReportId("0123456789abcdef"),
        origin="karu-hill.txt",
        headline=None,
        published_on=date(2021, 3, 10),
        dateline=Dateline(
            span=Span(0, 6), places=("LUSAKA",), filed_on=date(2021, 3, 10), agency="Copperwire"
        ),
        dateline_place="Lusaka, Zambia",
        credits=(
            Credit(name="Ruth Phiri", role=CreditRole.REPORTER, place="Lusaka", span=Span(10, 20)),
            Credit(name="Tom O’Dea", role=CreditRole.REPORTER, place=None, span=Span(21, 30)),
            Credit(name="Lena Voss", role=CreditRole.EDITOR, place=None, span=Span(31, 40)),
        ),
        sentences=tuple(
            CitedSentence(number=n, span=Span(start, start + len(text)), text=text)
            for n, (start, text) in enumerate(zip(starts, sentences, strict=True), start=1)
        ),
        warnings=("a quotation mark is opened and not closed",),
    )


def _incident() -> tuple[Finding, ...]:
    police = a_voice("police")
    night = TimeRef(
        earliest=datetime(2021, 3, 9, 20, tzinfo=UTC),
        latest=datetime(2021, 3, 10, 6, tzinfo=UTC),
        granularity=Granularity.PART_OF_DAY,
        text="on Tuesday night",
        part_of_day="night",
    )
    mine = PlaceRef(name="Karu Hill copper mine", feature="facility", country="ZM")
    kasama = PlaceRef(
        name="Kasama",
        gazetteer_id="geonames:912764",
        latitude=-10.21289,
        longitude=31.18084,
        uncertainty_m=9000,
        feature="city",
        country="ZM",
        within=ZAMBIA,
    )
    distance = Distance(
        stated=(
            Quantity(amount=120, unit="km", resolution=10),
            Quantity(amount=90, unit="mi", resolution=10),
        ),
        origin="Kasama",
        hedge="some",
    )
    attack = Code(scheme="incident-type", code="armed-attack", label="armed attack")
    taking = Code(scheme="incident-type", code="hostage-taking", label="hostage taking")
    company = a_voice("Austral Copper", cited=(7,), stance=Stance.CONFIRMS)
    return (
        a_finding("type", attack, police, company),
        a_finding("type", taking, police),
        a_finding("when", night, police),
        a_finding("facility", mine, police),
        a_finding("sub_place", kasama, a_voice("a witness", cited=(10,))),
        a_finding("near", Wording(text="across the border"), a_voice(cited=(10,))),
        a_finding("distance", distance, a_voice("Austral Copper", cited=(9,))),
    )


def _attackers() -> tuple[Finding, ...]:
    front = EntityRef(name="Northern Front", kind=EntityKind.ARMED_GROUP)
    gunmen = EntityRef(name="gunmen", kind=EntityKind.ARMED_GROUP, named=False)
    claim = a_voice(
        "Northern Front",
        "Radio Copperbelt",
        cited=(4,),
        stance=Stance.CLAIMS_RESPONSIBILITY,
        note="has carried the group's statements before",
    )
    return (
        a_finding("attacker", gunmen, a_voice("police")),
        a_finding("responsibility", front, claim),
    )


def _people() -> tuple[Finding, ...]:
    embassy = a_voice("the Chilean embassy in Lusaka", cited=(3,))
    governor = a_voice("Alice *Star* Banda", cited=(2,))
    company = a_voice("Austral Copper", cited=(7,), stance=Stance.DECLINES)
    return (
        a_finding("killed", people(3, None, "guards", hedge="at least"), a_voice("police")),
        a_finding("killed", people(5, 5), governor),
        a_finding("kidnapped", people(36, 44, "workers", hedge="about"), a_voice("police")),
        a_finding("kidnapped", people(2, 2, "Chilean engineers", nationality="CL"), embassy),
        a_finding("at_risk", people(None, 599, "staff", hedge="fewer than"), company),
    )


def _told() -> tuple[Finding, ...]:
    army = a_voice("Brigadier Joseph Mwale", cited=(5,), stance=Stance.DENIES, negated=True)
    company = a_voice("Austral Copper", cited=(7,), stance=Stance.CONFIRMS)
    declines = a_voice("Austral Copper", cited=(7,), stance=Stance.DECLINES)
    witness = a_voice("a witness", cited=(10,))
    doubt = a_voice("a witness", cited=(10,), certainty=Certainty.POSSIBLE)
    claim = a_voice(
        "Northern Front",
        "Radio Copperbelt",
        cited=(4,),
        stance=Stance.CLAIMS_RESPONSIBILITY,
        note="has carried the group's statements before",
    )
    nobody = a_voice(cited=(8,), stance=Stance.OPEN_QUESTION, certainty=Certainty.UNKNOWN)
    shift = Question(asked="how many of its staff were on shift", of_whom="Austral Copper")
    helicopter = Question(asked="if a helicopter belonged to the army", of_whom=None)
    return (
        a_finding("response", Wording(text="soldiers closed the road to Kasama"), witness),
        a_finding("statement", Wording(text="gunmen stormed the mine"), a_voice("police")),
        a_finding("statement", Wording(text="that it held the mine"), claim),
        a_finding("statement", Wording(text="troops had entered the mine"), army),
        a_finding("statement", Wording(text="“an armed incident”"), company),
        a_finding("statement", Wording(text=""), declines),
        a_finding("statement", Wording(text="the attackers came from across the border"), doubt),
        a_finding("unknown", shift, declines),
        a_finding("unknown", helicopter, nobody),
    )


def _bodies() -> tuple[Finding, ...]:
    austral = EntityRef(
        name="Austral Copper Ltd",
        kind=EntityKind.COMPANY,
        country="AU",
        identifiers=(Identifier(scheme="ric", value="ACL.AX"),),
        role="operator",
        aliases=("Austral Copper", "Astral Copper"),
    )
    zamine = EntityRef(name="Zamine", kind=EntityKind.COMPANY, role="state firm")
    own = a_voice(cited=(6,))
    past = a_voice(cited=(11,))
    return (
        a_finding("company", austral, own, standing=Standing.CONTEXT),
        a_finding("company", zamine, own, standing=Standing.CONTEXT),
        a_finding(
            "background",
            Wording(text="the Northern Front blew up a power line in 2009"),
            past,
            standing=Standing.BACKGROUND,
        ),
        a_finding("killed", people(1, 1, "engineer"), past, standing=Standing.BACKGROUND),
    )


QUERIES = (
    Query(
        check="weekday",
        severity=Severity.OK,
        message="9 March 2021 was a Tuesday.",
        suggestion=None,
        evidence=(Span(62, 69),),
        cited=cites(1),
    ),
    Query(
        check="units",
        severity=Severity.CORRECT,
        message="120 km is 75 miles, not 90.",
        suggestion="Ask which of the two was measured.",
        evidence=(Span(700, 706),),
        cited=cites(9),
    ),
    Query(
        check="names",
        severity=Severity.QUERY,
        message="“Austral Copper” and “Astral Copper” may be one company.",
        suggestion="Ask which spelling is right.",
        evidence=(Span(500, 514), Span(900, 913)),
        cited=cites(6, 12),
    ),
)


def a_record(
    *findings: Finding,
    queries: tuple[Query, ...] = (),
    reports: tuple[ReportSummary, ...] | None = None,
    incident_id: str | None = "inc-0badf00d",
    title: str = "Armed attack and hostage taking at Karu Hill copper mine, reported 10 March 2021",
) -> IncidentRecord:
    """Return a record of these findings."""
    return IncidentRecord(
        incident_id=None if incident_id is None else IncidentId(incident_id),
        title=title,
        as_of=None,
        findings=findings,
        queries=queries,
        reports=(a_report_summary(),) if reports is None else reports,
        kit="kit",
    )


def rich_record() -> IncidentRecord:
    """Return a record with something in every section: figures that differ, unknowns, denials."""
    findings = (*_incident(), *_attackers(), *_people(), *_told(), *_bodies())
    return a_record(*findings, queries=QUERIES)


def no_incident_record() -> IncidentRecord:
    """Return the record of a report that tells of no security incident."""
    background = a_finding(
        "background", Wording(text="the mine opened in 1998"), standing=Standing.BACKGROUND
    )
    statement = a_finding("statement", Wording(text="output rose"), a_voice("Austral Copper"))
    return a_record(background, statement, incident_id=None, title="No security incident found")


HOSTILE = (
    "<script>alert('x')</script>",
    '"><img src=x onerror=alert(1)>',
    "&lt;b&gt; & &amp;",
    "\x1b[31mred\x1b[0m\x1b]8;;http://example.org\x07link\x1b]8;;\x07",
    "nul\x00bell\x07back\x08\x9b2J",
    "line\nbreak\r\nand\u2028separator",
    "**bold** _it_ `code` [a](http://example.org) | pipe ~~gone~~ ![i](x)",
    "# heading",
    "- item",
    "1. item",
    "</bdi></main></body>",
    "\u202eevil\u202c \u2066isolate\u2069",
    "هجوم على منجم في زامبيا",
    "האויב תקף",
    "銅山で武装集団が労働者を人質に取った",
    "👩‍👩‍👧‍👦🔥🇿🇲",
    "Z̷̛͚a̶l̵g̴o̷" * 4,
    "x" * 400,
    "銅" * 120,
    "lone \ud83d half",
    "",
    " ",
)


def hostile_record() -> IncidentRecord:
    """Return a record whose every text of a report is hostile, one kind after the other."""
    findings = []
    for text in HOSTILE:
        voice = a_voice(text, text, note=text)
        entity = EntityRef(
            name=text,
            kind=EntityKind.COMPANY,
            country="XX",
            identifiers=(Identifier(scheme="ric", value=text),),
            role=text,
            aliases=(text, f"other {text}"),
        )
        findings += [
            a_finding("type", Code(scheme="s", code=text, label=text), voice),
            a_finding(
                "when", TimeRef(earliest=None, latest=None, granularity=None, text=text), voice
            ),
            a_finding("place", PlaceRef(name=text, within=(text,)), voice),
            a_finding("near", Wording(text=text), voice, note=text),
            a_finding("killed", people(1, None, text, hedge=text), voice),
            a_finding("statement", Wording(text=text), voice),
            a_finding("unknown", Question(asked=text, of_whom=text), voice),
            a_finding("company", entity, voice),
            a_finding("background", Wording(text=text), standing=Standing.BACKGROUND),
        ]
    queries = tuple(
        Query(
            check="names",
            severity=Severity.QUERY,
            message=text,
            suggestion=text,
            evidence=(Span(0, 1),),
            cited=cites(1),
        )
        for text in HOSTILE
    )
    summary = a_report_summary([text or "-" for text in HOSTILE])
    record = a_record(*findings, queries=queries, reports=(summary,), title=" ".join(HOSTILE))
    return replace(record, others=HOSTILE)
