"""Incidents to learn from: what might date and place each, and which of it is right.

The stretches that tell of an incident are those that name a filler of its gold template. A time is
right when the benchmark writes it as the key does, a place when it or what it lies in is the most
specific one of the key, a country when the key names it. Where the key bounds the day by that of
the report alone, or names no place in the country, the doubt is right. An incident of which nothing
read is right teaches nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from benchmarks.tasks.muc4_slots import countries_named, incident_date, incident_location
from onrecord.claims.occurrence.country import country_of, hints
from onrecord.claims.occurrence.ground import Ground
from onrecord.claims.occurrence.nations import nations
from onrecord.claims.occurrence.telling import Telling
from onrecord.claims.occurrence.when import Candidates as Times
from onrecord.claims.occurrence.when import candidates as times_of
from onrecord.claims.occurrence.when import dated
from onrecord.claims.occurrence.where import Candidates as Places
from onrecord.claims.occurrence.where import candidates as places_of
from onrecord.claims.occurrence.where import names, placed, weighed
from onrecord.resources import open_library
from onrecord.resources.taxonomy import Taxonomy
from training.incidents.gold import mentions, of_muc4

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType

    from onrecord.claims.occurrence.weights import Weights
    from onrecord.model import Span
    from training.occurrence.documents import Document

_DOUBT: Mapping[str, float] = {}
_NOTHING: Mapping[str, Any] = {"incident_date": (), "incident_location": ()}


@dataclass(frozen=True, slots=True)
class Case:
    """A choice, as the annotators made it.

    Attributes:
        hints: What speaks for each candidate, by name; nothing does for the doubt.
        right: Whether each is right.
    """

    hints: tuple[Mapping[str, float], ...]
    right: tuple[bool, ...]

    @property
    def teaches(self) -> bool:
        """Whether some candidates are right and some are not."""
        return any(self.right) and not all(self.right)


@dataclass(frozen=True, eq=False)
class Incident:
    """An incident in its report; what is worked out of it is kept.

    Attributes:
        document: The report.
        spans: The stretches that tell of it.
        kinds: Codes of the events that tell an incident of its type.
        template: What its annotators wrote; None for one of which they know nothing.
    """

    document: Document
    spans: tuple[Span, ...]
    kinds: tuple[str, ...]
    template: Mapping[str, Any] | None = None
    _places: dict[str | None, tuple[Ground, Places]] = field(init=False, default_factory=dict)

    @cached_property
    def telling(self) -> Telling:
        """The incident as its report tells it."""
        one = self.document
        return Telling.of(one.report, one.analysis, one.mentions, self.spans, kinds=self.kinds)

    @cached_property
    def times(self) -> Times:
        """The times of its report."""
        return times_of(self.telling)

    @cached_property
    def countries(self) -> Mapping[str, Mapping[str, float]]:
        """What speaks for each country."""
        return hints(self.telling)

    def places(self, weights: Mapping[str, float]) -> tuple[Ground, Places]:
        """Return the places of its report, given the weights of the hints for a country."""
        code = country_of(self.countries, weights)
        if code not in self._places:
            ground = Ground.of(self.telling, code)
            self._places[code] = ground, places_of(ground)
        return self._places[code]

    def answers(self, weights: Weights) -> dict[str, Any]:
        """Return when and where it happened, as the benchmark writes it."""
        time = dated(self.telling, self.times, weights.when)
        ground, found = self.places(weights.country)
        place = placed(ground, weighed(ground, found, weights.where), weights.least)
        return {
            "incident_date": incident_date(
                time.time if time and time.evidence else None,
                self.document.report.published_on,
            ),
            "incident_location": [
                *incident_location(
                    place.place if place and place.evidence else None,
                    countries_named(self.document.mentions),
                )
            ],
        }


def told_by_gold(document: Document, score: ModuleType) -> list[Incident]:
    """Return the incidents of the gold, in the scorer's order."""
    found = []
    for gold in score.gold_templates(document.row):
        template = gold["source"]
        named = mentions(document.analysis, of_muc4({"templates": [template]}))
        spans = (document.analysis.span_of(first, last) for first, last, _ in sorted(named))
        kinds = (event for name in gold["types"] for event in _events(name.upper()))
        found.append(Incident(document, tuple(dict.fromkeys(spans)), tuple(kinds), template))
    return found


def _events(name: str) -> tuple[str, ...]:
    """Return the codes of the events that tell an incident of a type of MUC-4."""
    types = taxonomy().types_called("muc4", name)
    return tuple(event for kind in types for event in kind.events)


@cache
def taxonomy() -> Taxonomy:
    """Return our types of incidents, read once."""
    return Taxonomy.of(open_library())


def time_case(incident: Incident, score: ModuleType) -> Case:
    """Return which time dates an incident of the gold."""
    day = incident.document.report.published_on
    wanted = {
        (date["from"], date["to"])
        for filler in (incident.template or _NOTHING)["incident_date"]
        for date in filler["parsed"]
        if date
    }
    written = (incident_date(mention.time, day) for mention, _ in incident.times)
    return Case(
        (_DOUBT, *(one for _, one in incident.times)),
        (
            score.parse_date(incident_date(None, day)) in wanted,
            *(score.parse_date(one) in wanted for one in written),
        ),
    )


def country_case(incident: Incident, score: ModuleType) -> Case:
    """Return which country an incident of the gold happened in."""
    wanted = {country for country, _ in locations(incident.template or _NOTHING, score)}
    known = nations().names
    return Case(
        tuple(incident.countries.values()),
        tuple(score.fold(known.get(code, code)) in wanted for code in incident.countries),
    )


def place_case(incident: Incident, weights: Mapping[str, float], score: ModuleType) -> Case:
    """Return which place an incident of the gold happened at.

    Args:
        incident: The incident.
        weights: Of the hints for its country.
        score: The benchmark's scorer.
    """
    wanted = locations(incident.template or _NOTHING, score)
    ground, found = incident.places(weights)
    finest = {path[-1] for _, path in wanted if path}
    called = ({*map(score.fold, names(ground, mention))} for mention, _ in found)
    return Case(
        (_DOUBT, *(one for _, one in found)),
        (any(not path for _, path in wanted), *(bool(one & finest) for one in called)),
    )


def locations(template: Mapping[str, Any], score: ModuleType) -> list[tuple[str, list[str]]]:
    """Return country and names of each place that annotators hold right."""
    return [
        score.parse_location(value)
        for filler in template["incident_location"]
        for value in filler["values"]
    ]
