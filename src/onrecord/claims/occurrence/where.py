"""Where an incident happened: the finest place its report gives it, with what that lies in.

First the country is settled (`onrecord.claims.occurrence.country`). Then each place named in the
story is weighed as the times are: by how its words hang together with those of the incident, by how
near it stands to where the incident is told, by what it does in its sentence and by what kind of
place it is. "The capital" and "this city" are places too. Of the place that weighs most, a finer
one told of beside it is taken where there is one. Where no place outweighs the doubt, the country
is all there is; the answer says on what footing it stands.

What lies between two places ("the pipeline linking A with B") is named by both. The weights are
those of `onrecord.claims.occurrence.weights`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.claims.occurrence.bearing import by_grammar, by_order, by_place
from onrecord.claims.occurrence.country import country_of, hints, words_for_people
from onrecord.claims.occurrence.footing import Footing, Placing
from onrecord.claims.occurrence.ground import TOWNS, Ground
from onrecord.claims.occurrence.nations import nations
from onrecord.claims.occurrence.stretches import joins_places
from onrecord.claims.occurrence.telling import Telling
from onrecord.claims.occurrence.weights import Weights, shipped, weigh
from onrecord.model import PlaceMention, PlaceRef, PlaceUse, hull

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.model import Analysis, Mentions, Report, Sentence, Span

# Sentences between a place and a finer one, or between a quarter and its town.
_BESIDE = 2
# Wide places hold an incident; they are not where it happened.
_WIDE = frozenset({"region", "sea", "desert", "mountains", "river", "lake", "islands", "strait"})
_FINE = TOWNS | {"site", "borough", "district", "crossing", "pass", "island", "facility", "airport"}
_PREPOSITIONS = ("in", "at", "near", "from", "to", "on", "for")
# Words that may stand between a preposition and the name it governs.
_LEADING = frozenset(
    "the a an of this northern southern eastern western central northeastern northwestern "
    "southeastern southwestern city town village province department district".split()
)
_OFTEN = 3

Candidates = list[tuple[PlaceMention, dict[str, float]]]
"""Places, each with its hints."""
Weighed = list[tuple[float, PlaceMention]]
"""Places, each with its weight, the greatest first."""


def where(
    report: Report, analysis: Analysis, mentions: Mentions, spans: Sequence[Span]
) -> PlaceRef | None:
    """Return where an incident happened, as far as its report says.

    Args:
        report: The report.
        analysis: Its grammar.
        mentions: What is named in it.
        spans: The stretches that tell of the incident: who, whom, with what, the deed.

    Returns:
        The finest place, under the name the report gives it, with the names of what it lies in up
        to the country; the country alone where no place is told; None where nothing is.
    """
    found = placing(report, analysis, mentions, spans)
    return None if found is None else found.place


def placing(
    report: Report,
    analysis: Analysis,
    mentions: Mentions,
    spans: Sequence[Span],
    *,
    kinds: Iterable[str] = (),
    weights: Weights | None = None,
) -> Placing | None:
    """Return where an incident happened, and how that is known; see `where`.

    Args:
        report: The report.
        analysis: Its grammar.
        mentions: What is named in it.
        spans: The stretches that tell of the incident.
        kinds: Codes of the events that tell an incident of its type, as far as known.
        weights: How much each hint counts; None for what ships.
    """
    weights = weights or shipped()
    telling = Telling.of(report, analysis, mentions, spans, kinds=kinds)
    ground = Ground.of(telling, country_of(hints(telling), weights.country))
    return placed(ground, weighed(ground, candidates(ground), weights.where), weights.least)


def placed(ground: Ground, choice: Weighed, least: Mapping[str, float]) -> Placing | None:
    """Return where an incident happened.

    Args:
        ground: The places of its report.
        choice: Those in a country, the likeliest first.
        least: What a place must weigh; see `onrecord.claims.occurrence.weights`.
    """
    if not choice or choice[0][0] <= least["place"]:
        return _of_country(ground)
    found = _finest(ground, choice, least)
    ends = _ends(ground, found)
    if ends is not None:
        return _of_stretch(ground, *ends)
    return _of_place(ground, found, _around(ground, found, choice, least))


def weighed(ground: Ground, found: Candidates, weights: Mapping[str, float]) -> Weighed:
    """Return places with what they weigh, the likeliest first.

    Mentions of one name speak for each other: each weighs what they do together.
    """
    own = [(weigh(reasons, weights), mention) for mention, reasons in found]
    votes: dict[str, float] = defaultdict(float)
    for weight, mention in own:
        votes[ground.name(mention).casefold()] += math.exp(weight)
    own.sort(key=lambda pair: (-pair[0], pair[1].span))
    together = [(math.log(votes[ground.name(mention).casefold()]), mention) for _, mention in own]
    return sorted(together, key=lambda pair: -pair[0])


def candidates(ground: Ground) -> Candidates:
    """Return the places in a country, each with what speaks for and against it.

    What happened "150 km south of Tal Amara" did not happen there.
    """
    found = [
        one for one in ground.places if not ground.is_nation(one) and not ground.is_far_from(one)
    ]
    telling = ground.telling
    order = by_order(telling, (one.span for one in found if one.use is not PlaceUse.BODY))
    return [(one, _hints(ground, one) | order.get(one.span, {})) for one in found]


def names(ground: Ground, mention: PlaceMention) -> tuple[str, ...]:
    """Return what a place is called, and then what its report says it lies in."""
    own = ground.installation(mention) or ground.name(mention)
    around = (ground.name(one) for one in (mention, *ground.holders(mention)))
    return tuple(dict.fromkeys((own, *around)))


def _hints(ground: Ground, mention: PlaceMention) -> dict[str, float]:
    """Return what speaks for and against a place as that of the incident, by name."""
    telling, place = ground.telling, mention.place
    sentence = telling.sentence(mention.span)
    if sentence is None:
        return {}
    preposition = _preposition(telling, mention, sentence)
    named = sum(ground.same(other, mention) for other in ground.places)
    here = ground.country in {one.place.country for one in mention.candidates}
    return {
        "any": 1.0,
        **by_place(telling, sentence),
        **by_grammar(telling, mention, sentence),
        **{f"behind {word}": float(preposition == word) for word in _PREPOSITIONS},
        "as body": float(mention.use is PlaceUse.BODY),
        "nearby": float(mention.use is PlaceUse.RELATION and not ground.places_another(mention)),
        "places another": float(ground.places_another(mention)),
        "fine": float(place.feature in _FINE),
        "a province": float(place.feature == "admin1"),
        "wide": float(place.feature in _WIDE),
        "a city": float(place.feature == "city"),
        "a quarter": float(ground.is_quarter(mention)),
        "by what it is": float(mention.span in ground.roles),
        "abroad": float(
            place.country not in {None, ground.country}
            and not here
            and not ground.is_quarter(mention)
        ),
        "named often": float(named >= _OFTEN),
        "holds the one before": float(_holds_one_before(ground, mention)),
        "an installation": float(mention.facility is not None),
    }


def _preposition(telling: Telling, mention: PlaceMention, sentence: Sentence) -> str:
    """Return the word before a name, articles and directions left out."""
    tokens = telling.analysis.tokens
    index = next(
        token.index
        for token in telling.analysis.tokens_of(sentence)
        if token.span.end > mention.span.start
    )
    index -= 1
    while index >= sentence.first and tokens[index].text.lower() in _LEADING:
        index -= 1
    return tokens[index].text.lower() if index >= sentence.first else ""


def _holds_one_before(ground: Ground, mention: PlaceMention) -> bool:
    """Say whether a name says what the place named before it lies in."""
    index = ground.places.index(mention)
    return index > 0 and ground.holder(ground.places[index - 1]) is mention


def _finest(ground: Ground, weighed: Weighed, least: Mapping[str, float]) -> PlaceMention:
    """Return the place that weighs most, or a finer one in it that weighs not much less."""
    weight, best = weighed[0]
    for other_weight, other in weighed[1:]:
        slack = least["quarter" if ground.is_quarter(other) else "finer"]
        near_enough = other_weight >= weight - slack and _are_beside(ground, other, best)
        if near_enough and ground.lies_in(other, best):
            return other
    return best


def _are_beside(ground: Ground, one: PlaceMention, other: PlaceMention) -> bool:
    """Say whether two places are told of within a few sentences."""
    here, there = (ground.telling.sentence(each.span) for each in (one, other))
    return here is not None and there is not None and abs(here.number - there.number) <= _BESIDE


def _ends(ground: Ground, mention: PlaceMention) -> tuple[PlaceMention, PlaceMention] | None:
    """Return the two places between which something lies of which a place is one end."""
    index = ground.places.index(mention)
    for first, second in pairwise(ground.places[max(0, index - 1) : index + 2]):
        lands = {first.place.country, second.place.country} - {None}
        if len(lands) <= 1 and joins_places(ground.telling.analysis.text, first.span, second.span):
            return first, second
    return None


def _around(
    ground: Ground, mention: PlaceMention, weighed: Weighed, least: Mapping[str, float]
) -> tuple[PlaceMention, ...]:
    """Return what a place lies in, as far as the report names it, without the country."""
    told = [one for one in ground.holders(mention) if not ground.is_nation(one)]
    if ground.is_quarter(mention) and not any(one.place.feature in TOWNS for one in told):
        most = weighed[0][0]
        towns = (
            one
            for weight, one in weighed
            if weight > most - least["quarter"]
            and one.place.feature in TOWNS
            and not ground.same(one, mention)
            and _are_beside(ground, one, mention)
            and ground.lies_in(mention, one)
        )
        told = [*(one for one in (next(towns, None),) if one is not None), *told]
    return tuple(told)


def _of_place(ground: Ground, mention: PlaceMention, around: tuple[PlaceMention, ...]) -> Placing:
    """Return the answer that names a place."""
    place = _in_country(mention, ground.country)
    name = ground.installation(mention) or ground.name(mention)
    outer = [ground.name(one) for one in (mention, *around)]
    outer += around[-1].place.within if around else place.within
    outer += filter(None, [nations().names.get(place.country or "")])
    names = {
        each.casefold(): each for each in reversed(outer) if each.casefold() != name.casefold()
    }
    stated = ground.telling.sentence(mention.span)
    told = stated is not None and stated.number in ground.telling.weights
    return Placing(
        place=replace(place, name=name, within=tuple(reversed(names.values()))),
        footing=Footing.STATED if told else Footing.INHERITED,
        evidence=mention.span,
        around=tuple(one.span for one in around),
        country=place.country,
    )


def _of_stretch(ground: Ground, first: PlaceMention, second: PlaceMention) -> Placing:
    """Return the answer that names the two ends of what lies between."""
    around = tuple(one for one in ground.holders(second) if not ground.is_nation(one))
    country = first.place.country or second.place.country or ground.country
    outer = [*map(ground.name, around), *filter(None, [nations().names.get(country or "")])]
    sentence = ground.telling.sentence(first.span)
    told = sentence is not None and sentence.number in ground.telling.weights
    return Placing(
        place=PlaceRef(
            name=f"between {ground.name(first)} and {ground.name(second)}",
            country=country,
            within=tuple(outer),
        ),
        footing=Footing.STATED if told else Footing.INHERITED,
        evidence=hull((first.span, second.span)),
        around=tuple(one.span for one in around),
        country=country,
    )


def _in_country(mention: PlaceMention, country: str | None) -> PlaceRef:
    """Return the place of a name in the country settled on; a bare name if it bears none there."""
    if country is None or mention.place.country == country:
        return mention.place
    there = (one.place for one in mention.candidates if one.place.country == country)
    bare = PlaceRef(name=mention.place.name, country=country)
    return next(there, bare)


def _of_country(ground: Ground) -> Placing | None:
    """Return the answer that names no more than the country."""
    code, telling = ground.country, ground.telling
    nation = nations().names.get(code or "")
    if nation is None:
        return None
    there = [one for one in telling.mentions.places if one.place.country == code]
    named = [one for one in there if one.place.feature == "country"]
    inside = [one for one in (*named, *there) if telling.sentence(one.span)]
    told = [
        one
        for one in inside
        if (sentence := telling.sentence(one.span)) and sentence.number in telling.weights
    ]
    people = words_for_people(telling, code or "")
    footing = Footing.STATED if told else Footing.INHERITED
    if not inside and not people:
        footing = Footing.DEFAULT
    place = next((one.place for one in named), PlaceRef(name=nation, country=code))
    names = (one.span for one in (*told, *inside, *there))
    return Placing(
        place=replace(place, name=nation, within=()),
        footing=footing,
        evidence=next(iter((*names, *people)), None),
        around=(),
        country=code,
    )
