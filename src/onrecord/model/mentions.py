"""What is named in a report: each mention keeps its span and who read it.

An extractor makes one kind of mention and knows nothing of the others; what needs two kinds (which
figure counts whom, whose voice carries what) is settled in `onrecord.claims`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.ids import Provenance
from onrecord.model.spans import Span
from onrecord.model.values import EntityRef, Figure, PlaceRef, Quantity, TimeRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of a report that names something.

    Attributes:
        span: The words.
        read_by: Which code and data read it.
    """

    span: Span
    read_by: Provenance


class MentionForm(StrEnum):
    """By what words a body or person is mentioned."""

    NAME = "name"
    """A name, or a description of one that has none: "MEND", "masked gunmen"."""
    ROLE_NOUN = "role noun"
    """A noun that points back: "the company", "the minister"."""
    PRONOUN = "pronoun"
    """A pronoun that points back: "it", "she"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMention(Mention):
    """A body or person is named.

    Attributes:
        entity: Who it is, as far as these words and the rest of the report say.
        group: Number of the body in this report, from 0: mentions of one body share it.
        name_span: The name alone, without articles, titles and codes.
        identifier_spans: Where its codes stand ("BP.L"), in the order of `entity.identifiers`.
        form: Whether these words name it or point back to where it is named.
    """

    entity: EntityRef
    group: int
    name_span: Span
    identifier_spans: tuple[Span, ...] = ()
    form: MentionForm = MentionForm.NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCandidate:
    """A place that a name might mean.

    Attributes:
        place: The place.
        score: How well it fits, 0 to 1; comparable within one mention only.
        reason: Why, in a few words.
    """

    place: PlaceRef
    score: float
    reason: str


class PlaceUse(StrEnum):
    """What a place name does in its sentence."""

    LOCATION = "location"
    """Something happened or is there: "in southern Algeria", "at Tiguentourine"."""
    RELATION = "relation"
    """Something else is placed by it: "close to the border with Libya", "south of Tal Amara"."""
    BODY = "body"
    """It stands for its government, people or team: "Algeria has allowed France"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention(Mention):
    """A place is named.

    Attributes:
        place: The place meant; without coordinates where no candidate is good enough.
        candidates: The places the name might mean, best first; () for a name of no entry.
        use: What the name does in its sentence.
        relation: For RELATION, the words of it ("close to the border with"); else None.
        extent: The whole phrase ("southern Algeria", "the In Amenas facility", "close to the
            border with Libya"); at least the name.
        facility: The kind of installation the phrase names ("gas field", "camp"); else None.
        derived: The place the whole phrase names, worked out, where that is another than `place`:
            a part of it, an installation at it, or what lies at a distance from it; else None.
    """

    place: PlaceRef
    candidates: tuple[PlaceCandidate, ...]
    use: PlaceUse
    relation: str | None
    extent: Span
    facility: str | None = None
    derived: PlaceRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DemonymMention(Mention):
    """The people of a place are named, or it gives something its adjective ("Algerian troops").

    Attributes:
        place: The place, a nation or a part of one; nothing is said to be there.
    """

    place: PlaceRef


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention(Mention):
    """A time is named.

    Attributes:
        time: The time, anchored at the report's date where it is relative.
    """

    time: TimeRef


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureMention(Mention):
    """Something is counted or measured.

    Attributes:
        figure: The number as an interval, with its unit and population.
        phrase: The whole noun phrase with its number ("at least seven foreigners").
        head: Index of the token that heads it: the noun counted, or the number where no noun is.
        definite: The words point back to people told of before ("the five Japanese").
        others: The words add to people told of before ("two more bodies", "another five"): the
            figure's bearing is then `MORE`.
        part_of: Phrase of the figure of the same report that this one is a stated part of ("seven
            people, including five Japanese"); None where it is no stated part.
        quantity: For a measure, the amount as written; None for a count.
        restates: Span of the number this one restates in another unit ("1,300 km (825 miles)");
            None where it stands alone.
    """

    figure: Figure
    phrase: Span
    head: int
    definite: bool = False
    others: bool = False
    part_of: Span | None = None
    quantity: Quantity | None = None
    restates: Span | None = None


class Factuality(StrEnum):
    """Whether an event is told as having happened."""

    HAPPENED = "happened"
    NEGATED = "negated"
    POSSIBLE = "possible"
    """Feared, threatened, planned, conditional: told, but not as having happened."""
    GENERIC = "generic"
    """No particular event: "kidnappings in recent years"."""


class RoleName(StrEnum):
    """What somebody or something is in an event."""

    AGENT = "agent"
    """Who did it."""
    PATIENT = "patient"
    """Whom or what it was done to."""
    INSTRUMENT = "instrument"
    """With what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Somebody or something that takes part in an event.

    Attributes:
        name: What it is there.
        span: The noun phrase.
        head: Index of the token that heads it.
    """

    name: RoleName
    span: Span
    head: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention(Mention):
    """An event is told.

    Attributes:
        code: Its type, from the lexicon `events.en` ("kidnapping", "armed-attack", "killing").
        effect: What it does to its patient, as a figure slot of the incident schema ("killed",
            "injured", "kidnapped" ...); None where it does none.
        trigger: Index of the token that tells it ("attacked", "bombing").
        factuality: Whether it is told as having happened.
        roles: Who and what takes part.
    """

    code: str
    effect: str | None
    trigger: int
    factuality: Factuality
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """Somebody or something that takes part in an incident.

    Attributes:
        role: What it is there, a role of `resources/incident-types.toml`: attacker_individual,
            attacker_organisation, target, victim or weapon.
        span: The words that name it best.
        named: They are a name; a description ("gunmen", "seven workers") otherwise.
        confidence: How likely it is part of such an incident, 0 to 1, as the trained reader puts
            it; never how likely what is told is true.
        mentions: Everywhere it is named in this role, in reading order.
    """

    role: str
    span: Span
    named: bool
    confidence: float
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentMention(Mention):
    """A report tells of an incident. Its span is the hull of the words that name who takes part.

    Attributes:
        code: Its type, from `resources/incident-types.toml` ("bombing").
        stage: How far it got, from the same table ("accomplished", "threatened").
        confidence: How likely the report tells of such an incident, 0 to 1, as the trained reader
            puts it.
        fillers: Who and what takes part, by role, the likeliest first.
    """

    code: str
    stage: str
    confidence: float
    fillers: tuple[Filler, ...]


class Stance(StrEnum):
    """What a source does with what it is asked or says."""

    ASSERTS = "asserts"
    RELAYS = "relays"
    CONFIRMS = "confirms"
    DENIES = "denies"
    CLAIMS_RESPONSIBILITY = "claims responsibility"
    ACCUSES = "accuses"
    CHARACTERISES = "characterises"
    ESTIMATES = "estimates"
    INTENDS = "intends"
    DEMANDS = "demands"
    RETRACTS = "retracts"
    DOES_NOT_KNOW = "does not know"
    IS_CHECKING = "is checking"
    DECLINES = "declines to comment"
    GIVES_NO_MORE = "gives no more details"
    NOT_REACHED = "could not be reached"
    OPEN_QUESTION = "open question"


NON_ANSWERS = frozenset(
    {
        Stance.DOES_NOT_KNOW,
        Stance.IS_CHECKING,
        Stance.DECLINES,
        Stance.GIVES_NO_MORE,
        Stance.NOT_REACHED,
        Stance.OPEN_QUESTION,
    }
)
"""Stances that assert nothing: what stands under them is not known, and never a fact."""


NOT_TOLD_AS_SO = frozenset({Stance.INTENDS, Stance.DEMANDS, Stance.RETRACTS})
"""Stances whose content is wished, threatened or taken back: said, but never as having happened."""


class Certainty(StrEnum):
    """How firmly a source commits itself (FactBank: Saurí and Pustejovsky 2009). Never our view."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Manner(StrEnum):
    """How the content is given (PARC 3.0)."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class SourceClass(StrEnum):
    """What kind of voice a source is."""

    OFFICIAL = "official"
    SECURITY_FORCE = "security force"
    COMPANY = "company"
    WITNESS = "witness"
    MEDICAL = "medical"
    ARMED_GROUP = "armed group"
    NEWS_AGENCY = "news agency"
    DOCUMENT = "document"
    EXPERT = "expert"
    PERSON = "person"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Mention):
    """Somebody says something, or would not. Its span is the hull of its parts.

    Attributes:
        source: The words naming who says it; () where nobody is named ("it was unclear if").
        cue: The words that hand it over ("said", "according to", "could not say if").
        content: The words handed over; () where there are none ("declined to comment").
        stance: What the source does.
        certainty: How firmly the source commits itself to the content.
        negated: The source says the content is not so.
        manner: Whether the content is quoted.
        source_name: Who says it, with pronouns and role nouns resolved as far as is safe.
        source_class: What kind of voice it is.
        named: The source is a person or body with a name.
        party: The source is one of those the incident is about (an attacker, a victim, the company
            hit), or speaks for them; None where the words do not say.
        hedges: Words in the content by which the source is less than sure of it ("may have").
        confidence: How likely it is that this is an attribution with these parts, 0 to 1, as
            measured on news nobody trained on; never how likely what is said is true.
        vouching: Words by which the report vouches for the source ("which has regular direct
            contact with Islamists"); None where it does not.
        within: The attribution this one stands in: who relays this source; None if the report
            itself does.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance: Stance
    certainty: Certainty
    negated: bool
    manner: Manner
    source_name: str | None
    source_class: SourceClass | None
    named: bool
    party: bool | None = None
    hedges: tuple[Span, ...] = ()
    confidence: float = 1.0
    vouching: Span | None = None
    within: Attribution | None = None

    def chain(self) -> tuple[Attribution, ...]:
        """Return this attribution and those it stands in, from the first voice outwards."""
        links: list[Attribution] = [self]
        while links[-1].within is not None:
            links.append(links[-1].within)
        return tuple(links)
