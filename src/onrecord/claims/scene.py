"""What the readers of claims look at: one report, with what of it belongs to the incident.

Built once for each report, so that no reader works out twice which voice carries a word or which
event is background.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.claims.deeds import Deeds
from onrecord.claims.standing import standings
from onrecord.claims.voices import Voices
from onrecord.extract.events.lexicon import EventLexicon
from onrecord.model import (
    Analysis,
    Attribution,
    Certainty,
    Claim,
    EventMention,
    Factuality,
    Mentions,
    Provenance,
    Report,
    RoleName,
    Sentence,
    Span,
    Standing,
    Value,
    a_claim,
)
from onrecord.resources.taxonomy import Taxonomy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.resources import Library

NAME = "claims"
VERSION = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The lexica that claims are read by.

    Attributes:
        claims: The entries of `claims.en`.
        classes: Class of each event type, by code: incident, effect or response.
        labels: Name of each event type, by code.
        taxonomy: What kinds of incidents there are.
        deeds: What befalls people, by the verbs that tell it.
        events: The lexicon of events.
        attackers: Roles of people who attack, by `roles.en`.
        amounts: The entries of `amounts.en`.
        money: The units of figures that are money, by `figures.en`.
        read_by: Provenance of every claim.
    """

    claims: Mapping[str, Any]
    classes: Mapping[str, str]
    labels: Mapping[str, str]
    taxonomy: Taxonomy
    deeds: Deeds
    events: EventLexicon
    attackers: frozenset[str]
    amounts: Mapping[str, Any]
    money: frozenset[str]
    read_by: Provenance

    @classmethod
    def of(cls, library: Library) -> Words:
        """Read the lexica."""
        claims = library.lexicon("claims.en")
        events = library.lexicon("events.en")
        roles = library.lexicon("roles.en")
        amounts = library.lexicon("amounts.en")
        figures = library.lexicon("figures.en")
        rows = events.entries["event"]
        taxonomy = Taxonomy.of(library)
        return cls(
            claims=claims.entries,
            classes={row["code"]: row["class"] for row in rows},
            labels={row["code"]: row["label"] for row in rows},
            taxonomy=taxonomy,
            deeds=Deeds.of(claims.entries),
            events=EventLexicon.of(library),
            attackers=frozenset(roles.entries["attackers"]["roles"]),
            amounts=amounts.entries,
            money=_money(figures.entries),
            read_by=Provenance(
                stage=NAME,
                version=VERSION,
                resources=(
                    claims.citation,
                    events.citation,
                    roles.citation,
                    taxonomy.citation,
                    amounts.citation,
                ),
            ),
        )


def _money(figures: Mapping[str, Any]) -> frozenset[str]:
    """Return the codes and names by which figures of money have their unit."""
    names = figures["money"]
    codes = {code for by_country in names.values() for code in by_country.values()}
    return frozenset({*figures["currency"].values(), *names, *codes}) - {""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One report as the readers of claims see it.

    Attributes:
        report: The report.
        analysis: Its grammar.
        mentions: What is named in it.
        words: The lexica.
        voices: Who says what.
        standing: What each event mention is to the incident, in the order of `mentions.events`.
        has_incident: The report tells of a security incident.
    """

    report: Report
    analysis: Analysis
    mentions: Mentions
    words: Words
    voices: Voices
    standing: tuple[Standing, ...]
    has_incident: bool

    @property
    def taxonomy(self) -> Taxonomy:
        """What kinds of incidents there are."""
        return self.words.taxonomy

    def events(self, *classes: str) -> tuple[EventMention, ...]:
        """Return the events of the incident that are told as having happened.

        Args:
            classes: The classes wanted (incident, effect, response); none given means all.
        """
        return tuple(
            event
            for event, standing in zip(self.mentions.events, self.standing, strict=True)
            if standing is Standing.INCIDENT
            and event.factuality is Factuality.HAPPENED
            and self.voices.vouches(event.span)
            and (not classes or self.words.classes[event.code] in classes)
        )

    def sentence(self, span: Span) -> Sentence:
        """Return the sentence in which a span starts, or, in the gap before one, the next.

        Raises:
            LookupError: It starts behind the last sentence.
        """
        for sentence in self.analysis.sentences[self._near(span) :]:
            if sentence.span.end > span.start:
                return sentence
        raise LookupError(f"no sentence at or behind offset {span.start}")

    def _near(self, span: Span) -> int:
        """Return the place of a sentence that starts at or before a span."""
        starts = [sentence.span.start for sentence in self.analysis.sentences]
        return max(0, bisect_right(starts, span.start) - 1)

    def claim(  # noqa: PLR0913 - what a claim may say beside its words
        self,
        slot: str,
        value: Value,
        evidence: Span,
        *,
        standing: Standing = Standing.INCIDENT,
        attribution: Attribution | None = None,
        certainty: Certainty | None = None,
        negated: bool | None = None,
        incident: int | None = None,
    ) -> Claim:
        """Make a claim of this report, in the voice given, else the one that carries its words."""
        return a_claim(
            report_id=self.report.report_id,
            slot=slot,
            value=value,
            evidence=evidence,
            attribution=attribution or self.voices.of_span(evidence),
            certainty=certainty,
            negated=negated,
            standing=standing,
            incident=incident,
            read_by=self.words.read_by,
        )


def a_scene(report: Report, analysis: Analysis, mentions: Mentions, words: Words) -> Scene:
    """Look at a report as a whole, before any claim is read."""
    standing = standings(report, analysis, mentions, words.claims)
    voices = Voices.of(mentions.attributions)
    told = [
        event
        for event, stands in zip(mentions.events, standing, strict=True)
        if stands is Standing.INCIDENT
        and event.factuality is Factuality.HAPPENED
        and voices.vouches(event.span)
    ]
    return Scene(
        report=report,
        analysis=analysis,
        mentions=mentions,
        words=words,
        voices=voices,
        standing=standing,
        has_incident=_has_incident(analysis, told, words)
        or any(
            one.confidence >= SURE and words_of(words.taxonomy, told, one.code)
            for one in mentions.incidents
        ),
    )


def _has_incident(analysis: Analysis, told: list[EventMention], words: Words) -> bool:
    """Say whether the events told make a security incident.

    An event that only violence makes is enough if it is told more than in passing: near the top, or
    more than once. A weaker one ("attacked", "killed") must be told near the top, strike somebody
    or be done by attackers, and the report must tell of no accident.
    """
    events = [event for event in told if words.classes[event.code] == "incident"]
    security = words.claims["security"]
    lemmas = {token.lemma for token in analysis.tokens}
    violence = len(lemmas.intersection(security["violence"]))
    strong = [event for event in events if event.code in security["strong"]]
    lead = [event for event in told if analysis.sentence_at(event.span).number <= _LEAD]
    by_attackers = any(_is_by_attackers(analysis, event, words) for event in lead)
    sure = by_attackers or any(event.code in security["sure"] for event in strong)
    if violence < (1 if sure else _FEWEST_WORDS_OF_VIOLENCE):
        return False
    if len(strong) > 1 or any(event in lead for event in strong):
        return True
    if lemmas.intersection(security["accidents"]) or not any(event in lead for event in events):
        return False
    return by_attackers or any(_strikes(event) for event in lead)


def _is_by_attackers(analysis: Analysis, event: EventMention, words: Words) -> bool:
    attackers = words.claims["attackers"]["nouns"]
    return any(
        role.name is RoleName.AGENT and analysis.tokens[role.head].lemma in attackers
        for role in event.roles
    )


def _strikes(event: EventMention) -> bool:
    return event.effect is not None and any(role.name is RoleName.PATIENT for role in event.roles)


def words_of(taxonomy: Taxonomy, events: Sequence[EventMention], code: str) -> list[Span]:
    """Return the words that tell events of a type of incident, in reading order."""
    found = []
    for event in events:
        kind = taxonomy.find_type_of_event(event.code)
        if kind is not None and kind.code == code:
            found.append(event.span)
    return found


SURE = 0.5
"""Confidence of an incident from which a report tells one though the rules find none."""

# An incident that a story is about is told in its first sentences.
_LEAD = 5
_FEWEST_WORDS_OF_VIOLENCE = 2
