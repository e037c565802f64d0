"""Where it happened: the facility, the place, what it lies in and near, how far from where.

A place belongs to the incident when it stands in the clause of one of its events. Of these the
first finest one is *the* place; a coarser one holds it ("southern Algeria"), another fine one is a
further place of the same incident.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.claims.clauses import is_only_mentioned, squeezed
from onrecord.model import (
    Claim,
    Distance,
    PlaceMention,
    PlaceRef,
    PlaceUse,
    Span,
    Standing,
    Wording,
    hull,
)

if TYPE_CHECKING:
    from onrecord.claims.scene import Scene
    from onrecord.model import FigureMention

# Features of a place where an event happens at a point; any other holds such places.
_FINE = frozenset(
    "city town village site borough district crossing pass island facility airport".split()
)
# A wider circle says no more than the names of the places around it.
_WIDEST_M = 150_000
_LENGTHS = frozenset({"km", "mi", "nmi", "m"})
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


def claims(scene: Scene) -> tuple[Claim, ...]:
    """Return where the incident happened."""
    if not scene.has_incident:
        return ()
    told = _told(scene)
    fine = [mention for mention in told if _is_fine(mention)]
    main = next((mention for mention in fine if mention.facility is None), None)
    facility = next((mention for mention in fine if mention.facility is not None), None)
    places = [
        scene.claim(
            _slot(mention, main or facility, facility), _shown(scene, mention), mention.extent
        )
        for mention in told
    ]
    if facility is not None and main is None and not _is_named_after(scene, facility):
        # "A hotel in Bamako": the facility has its own place.
        places.append(scene.claim("place", facility.place, facility.span))
    if not fine:
        places += _derived(scene)
    return (*places, *_relations(scene, told), *_distances(scene))


def _derived(scene: Scene) -> list[Claim]:
    """Return where the incident is said to be by a distance alone: "60 km south-west of Mosul".

    Only the first such words in the clause of one of its events; words that just put it near a
    place are claimed as that.
    """
    clauses = _clauses(scene)
    for mention in scene.mentions.places:
        place = mention.derived
        if (
            mention.use is not PlaceUse.RELATION
            or place is None
            or not _is_measured(scene, mention)
        ):
            continue
        radius = place.uncertainty_m
        if radius is not None and radius <= _WIDEST_M and _stands_in(scene, mention, clauses):
            return [scene.claim("place", place, mention.extent)]
    return []


def _is_measured(scene: Scene, mention: PlaceMention, *, as_claim: bool = False) -> bool:
    """Say whether the phrase of a place holds a distance; or one that is a claim of its own."""
    return any(
        mention.extent.covers(figure.phrase) and (figure.quantity is not None or not as_claim)
        for figure in scene.mentions.figures
    )


def _is_named_after(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a facility bears the name of its place: "the In Amenas gas field"."""
    before = scene.analysis.text[mention.extent.start : mention.span.start].split()
    return not before or before[-1].lower() not in {"in", "at", "near", "outside", "of"}


def _is_fine(mention: PlaceMention) -> bool:
    return is_fine(mention.place)


def is_fine(place: PlaceRef) -> bool:
    """Say whether something happens at a place, and not somewhere within it."""
    return place.feature is None or place.feature in _FINE


def _slot(mention: PlaceMention, main: PlaceMention | None, facility: PlaceMention | None) -> str:
    """Return what a place is to the incident."""
    if not _is_fine(mention):
        # "a gas field in southern Algeria" names no field; it says what holds it.
        return "within"
    same_facility = facility is not None and mention.place.name == facility.place.name
    if mention.facility is not None and same_facility:
        return "facility"
    if main is not None and mention.place.name == main.place.name:
        return "place"
    return "sub_place"


def _shown(scene: Scene, mention: PlaceMention) -> PlaceRef:
    """Return the place under the name the report gives it here.

    "The In Amenas gas field" and "southern Algeria" are other places than In Amenas and Algeria:
    they lie where the words put them, the first farther out, the second in a part of it.
    """
    if mention.facility is not None and not _is_fine(mention):
        words = _part_named(scene, mention)
    else:
        words = mention.extent.of(scene.analysis.text)
    name = _ARTICLE.sub("", squeezed(words))
    if _is_stray(scene, mention):
        return PlaceRef(name=name)  # a place of that name, we do not know which
    place = replace(mention.place, name=name)
    whole = mention.derived
    if whole is None or mention.use is not PlaceUse.LOCATION:
        return place
    return replace(
        place,
        latitude=whole.latitude,
        longitude=whole.longitude,
        uncertainty_m=whole.uncertainty_m,
        derived_from=whole.derived_from,
    )


def _is_stray(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a place was found in a country that nothing else in the report speaks of.

    A namesake far off is the likeliest error of a gazetteer: "Naushki" of a report from Pakistan is
    not the village in Siberia.
    """
    country = mention.place.country
    named = {
        other.place.country
        for other in scene.mentions.places
        if other.place.country is not None and other.place.name != mention.place.name
    } | {other.entity.country for other in scene.mentions.entities if other.entity.country}
    return country is not None and bool(named) and country not in named


def _part_named(scene: Scene, mention: PlaceMention) -> str:
    """Return the name with the words right before it that say which part: "southern Algeria"."""
    text = scene.analysis.text
    before = text[mention.extent.start : mention.span.start].split()
    part = before[-1:] if before and before[-1].lower().endswith("ern") else []
    return " ".join([*part, mention.span.of(text)])


def _told(scene: Scene) -> list[PlaceMention]:
    """Return the places in the clauses of the incident's events and of the response to it."""
    clauses = _clauses(scene)
    return [
        mention
        for mention in scene.mentions.places
        if mention.use is PlaceUse.LOCATION
        and _stands_in(scene, mention, clauses)
        and (_is_fine(mention) or not _is_stray(scene, mention))
    ]


def _clauses(scene: Scene) -> list[set[int]]:
    """Return the words of the clauses of the incident's events and of the response to it."""
    return [
        set(clause(scene, event.trigger))
        for event in scene.events("incident", "effect", "response")
        if not is_only_mentioned(scene, event.trigger)
    ]


def clause(scene: Scene, trigger: int) -> tuple[int, ...]:
    """Return the words of the clause an event is told in.

    The clause of a noun or a participle is that of the verb it hangs on, up to the verb that hands
    it over ("said"), which is another clause.
    """
    tokens = scene.analysis.tokens
    top = trigger
    while tokens[top].head != top and tokens[top].relation not in {"ccomp", "relcl", "parataxis"}:
        above = tokens[top].head
        if tokens[top].relation == "conj" and tokens[above].tag[:2] == "VB":
            break
        top = above
    return scene.analysis.subtree(top)


def _stands_in(scene: Scene, mention: PlaceMention, clauses: list[set[int]]) -> bool:
    sentence = scene.analysis.sentence_at(mention.span) if _in_body(scene, mention.span) else None
    if sentence is None:
        return False
    for token in scene.analysis.tokens_of(sentence):
        if token.span.overlaps(mention.span):
            return any(token.index in words for words in clauses)
    return False


def _in_body(scene: Scene, span: Span) -> bool:
    body = scene.report.body
    try:
        scene.analysis.sentence_at(span)
    except LookupError:
        return False
    return body.covers(span)


def _relations(scene: Scene, told: list[PlaceMention]) -> list[Claim]:
    """Return what the place lies near to, told of the place or of its facility."""
    sentences = {scene.sentence(mention.span).number for mention in told} | {
        scene.sentence(event.span).number
        for event in scene.events("incident")
        if not is_only_mentioned(scene, event.trigger)
    }
    facilities = {mention.facility for mention in told if mention.facility}
    found = []
    for mention in scene.mentions.places:
        if mention.use is not PlaceUse.RELATION or not _in_body(scene, mention.span):
            continue
        if _is_measured(scene, mention, as_claim=True):
            continue  # a distance, which is a claim of its own
        sentence = scene.sentence(mention.span)
        words = {token.lemma for token in scene.analysis.tokens_of(sentence)}
        of_place = any(set(facility.lower().split()) & words for facility in facilities)
        if sentence.number in sentences or of_place:
            text = squeezed(mention.extent.of(scene.analysis.text))
            found.append(scene.claim("near", Wording(text=text), mention.extent))
    return found


def _distances(scene: Scene) -> list[Claim]:
    """Return how far the place is said to be from somewhere."""
    found = []
    by_span = {mention.phrase: mention for mention in scene.mentions.figures}
    for mention in scene.mentions.figures:
        if mention.quantity is None or mention.restates is not None:
            continue
        restated = [
            other
            for other in by_span.values()
            if other.restates is not None
            and other.quantity is not None
            and other.restates.overlaps(mention.phrase)
        ]
        origin = _origin(scene, mention, restated)
        if mention.quantity.unit not in _LENGTHS or origin is None:
            continue
        quantities = [mention.quantity, *(one.quantity for one in restated if one.quantity)]
        value = Distance(
            stated=tuple(quantities),
            origin=origin.place.name,
            hedge=mention.figure.hedge,
        )
        evidence = hull([mention.phrase, origin.span])
        found.append(scene.claim("distance", value, evidence, standing=Standing.CONTEXT))
    return found


def _origin(
    scene: Scene, mention: FigureMention, restated: list[FigureMention]
) -> PlaceMention | None:
    """Return the place that a distance is counted from: the next one named in its sentence."""
    end = max([mention.phrase.end, *(one.phrase.end for one in restated)])
    sentence = scene.sentence(mention.phrase)
    for place in scene.mentions.places:
        if place.span.start >= end and sentence.span.covers(place.span):
            return place
    return None
