"""The derived places of a report: names without an entry, and phrases that name more than a name.

Three kinds. A name that no entry was chosen for is put where its relations put it. A phrase with a
relation ("60 km south-west of Mosul", "northern Mali") names a place of its own, beside the name in
it. An installation named with a place ("the In Amenas gas field", "the camp at Tiguentourine")
stands there, out of town by as much as its kind does.

Reads the mentions and relations; writes the mentions again, `place` or `derived` filled in. Nothing
else in them changes, and a place that has an entry keeps it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.places.deriving import derived
from onrecord.extract.places.grounding import grounded
from onrecord.model import Analysis, PlaceMention, PlaceRef, Span

if TYPE_CHECKING:
    from onrecord.extract.places.atlas import Atlas
    from onrecord.extract.places.fitting import Grounded
    from onrecord.extract.places.related import Relation
    from onrecord.extract.places.relating import RelationWords
    from onrecord.resources.borders import Borders
    from onrecord.resources.gazetteer import PlaceEntry

# How far beyond the place's own edge an installation may stand: on its outskirts, or, of the kinds
# that are named after the nearest town, a good hour's drive away. Set by us.
_BESIDE_M = 10_000.0
_OUTLYING_M = 50_000.0
# Of a village somewhere in a wider circle no more than the country is known: a point would pretend.
_WIDEST_M = 200_000.0
_ARTICLE = re.compile(r"^(?:the|an?|its|their)\s+", re.IGNORECASE)
_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "of", "on"})
_AREAS = frozenset({"country", "admin1", "admin2", "region", "continent"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Deriver:
    """What derived places are worked out with.

    Attributes:
        words: The lexicon of relations.
        atlas: The places known.
        borders: The borders and coasts; None where the file is missing.
    """

    words: RelationWords
    atlas: Atlas
    borders: Borders | None

    def mentions(
        self,
        analysis: Analysis,
        mentions: Sequence[PlaceMention],
        told: Sequence[Relation],
        entries: Mapping[int, Sequence[PlaceEntry]],
    ) -> tuple[PlaceMention, ...]:
        """Return the mentions with what is derived.

        Args:
            analysis: The grammar of the report.
            mentions: The places found, in the order that the relations number them by.
            told: The relations.
            entries: The entries of each place, the likeliest first; the first one counts, and only
                where the mention has chosen one.
        """
        chosen = {
            number: entries.get(number, ())[:1]
            for number, mention in enumerate(mentions)
            if mention.place.gazetteer_id is not None
        }
        by_name: dict[str, list[Relation]] = defaultdict(list)
        pointing: dict[int, Relation] = {}
        for relation in told:
            if relation.figure is not None:
                by_name[mentions[relation.figure].place.name].append(relation)
            for ground in relation.grounds[:1]:
                if ground.spot is not None:
                    pointing.setdefault(ground.spot, relation)
        placed = {
            name: self._of_name(analysis, name, relations, chosen)
            for name, relations in by_name.items()
        }
        return tuple(
            self._with(
                analysis, mention, placed, self._pointed(analysis, pointing.get(number), chosen)
            )
            for number, mention in enumerate(mentions)
        )

    def _with(
        self,
        analysis: Analysis,
        mention: PlaceMention,
        placed: Mapping[str, PlaceRef | None],
        pointed: PlaceRef | None,
    ) -> PlaceMention:
        place = mention.place
        if place.latitude is None:
            place = placed.get(place.name) or place
        whole = pointed or self._installation(analysis, mention)
        return replace(mention, place=place, derived=whole)

    def _of_name(
        self,
        analysis: Analysis,
        name: str,
        told: Sequence[Relation],
        chosen: Mapping[int, Sequence[PlaceEntry]],
    ) -> PlaceRef | None:
        """Return where the relations of a name put it."""
        on_map = [self._grounded(relation, chosen) for relation in told]
        words = "; ".join(dict.fromkeys(_words(analysis, relation.span) for relation in told))
        country = _country(told, chosen)
        place = derived(name, on_map, words=words, country=country, borders=self.borders)
        if place is None or (place.uncertainty_m or 0.0) <= _WIDEST_M:
            return place
        return None if place.country is None else PlaceRef(name=name, country=place.country)

    def _pointed(
        self,
        analysis: Analysis,
        relation: Relation | None,
        chosen: Mapping[int, Sequence[PlaceEntry]],
    ) -> PlaceRef | None:
        """Return the place that the words of a relation name."""
        if relation is None or relation.figure in chosen:
            # "Goerlitz, on the border with Poland" is where Goerlitz is.
            return None
        words = _words(analysis, relation.span)
        return derived(
            words,
            [self._grounded(relation, chosen)],
            words=words,
            country=_country([relation], chosen),
            borders=self.borders,
        )

    def _grounded(self, relation: Relation, chosen: Mapping[int, Sequence[PlaceEntry]]) -> Grounded:
        return grounded(relation, chosen, self.words, self.atlas)

    def _installation(self, analysis: Analysis, mention: PlaceMention) -> PlaceRef | None:
        """Return where an installation stands that is named with a place."""
        place = mention.place
        if mention.facility is None or place.uncertainty_m is None or place.feature in _AREAS:
            return None
        before = analysis.text[mention.extent.start : mention.span.start].split()
        link = before[-1].lower() if before else ""
        words = set(mention.facility.lower().split())
        beside = 0.0
        if link not in _PREPOSITIONS:
            # Named after the place: "the In Amenas gas field".
            outlying = words & self.words.sets["outlying"]
            beside = _OUTLYING_M if outlying else _BESIDE_M
        elif link in {"near", "outside"}:
            beside = _OUTLYING_M
        name = _ARTICLE.sub("", _words(analysis, mention.extent))
        return replace(
            place,
            name=name,
            gazetteer_id=None,
            feature="facility",
            uncertainty_m=place.uncertainty_m + beside,
            derived_from=_words(analysis, mention.extent),
        )


def _country(told: Sequence[Relation], chosen: Mapping[int, Sequence[PlaceEntry]]) -> str | None:
    """Return the one country that the words say holds a figure."""
    codes = {
        entry.country
        for relation in told
        for number in relation.within
        for entry in chosen.get(number, ())
        if entry.country is not None
    }
    return codes.pop() if len(codes) == 1 else None


def _words(analysis: Analysis, span: Span) -> str:
    return " ".join(span.of(analysis.text).split())
