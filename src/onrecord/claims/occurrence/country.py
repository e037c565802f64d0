"""The country an incident happened in, by all that a report says of countries.

Counts the nations, peoples, places and armed groups named, in the whole report, near its top and
where the incident is told, and the country it was filed from. A report filed abroad ("MADRID") on a
murder in El Salvador tells of both countries; what hangs on the words of the incident outweighs the
rest.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.claims.occurrence.bearing import by_grammar
from onrecord.claims.occurrence.nations import nations
from onrecord.claims.occurrence.weights import weigh
from onrecord.model import EntityKind, PlaceUse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.claims.occurrence.telling import Telling
    from onrecord.model import PlaceMention, Span

_LEAD = 2
# Of a place that hangs on the words of the incident.
_OWN = ("of its noun", "of its verb", "in its clause", "below its clause")


def country_of(
    found: Mapping[str, Mapping[str, float]], weights: Mapping[str, float]
) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of the likeliest country; None where none is named.

    Args:
        found: What speaks for each; see `hints`.
        weights: How much each hint counts.
    """
    sums = {code: weigh(one, weights) for code, one in found.items()}
    return max(sorted(sums), key=lambda code: sums[code], default=None)


def hints(telling: Telling) -> dict[str, dict[str, float]]:
    """Return what speaks for each country, by name.

    The name of a hint whose strength is its share among all countries ends in "share"; any other
    counts once.
    """
    counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for code, name in (
        *_of_places(telling),
        *_of_peoples(telling),
        *_of_groups(telling),
    ):
        counts[code][name] += 1
    totals: dict[str, float] = defaultdict(float)
    for found in counts.values():
        for name, count in found.items():
            totals[name] += count
    return {
        code: {
            hint: value
            for name, count in found.items()
            for hint, value in ((name, 1.0), (f"{name} share", count / totals[name]))
        }
        | _together(found)
        for code, found in counts.items()
    }


def _together(found: Mapping[str, float]) -> dict[str, float]:
    """Return what hints say together: a country of nothing but place names is often a mistake."""
    place, people = "place" in found, "people" in found
    return {
        "nothing but places": float(place and not people and "nation" not in found),
        "people and ground": float(people and (place or "nation" in found)),
        "filed from and told of": float(place and "dateline" in found),
    }


def _of_places(telling: Telling) -> Iterator[tuple[str, str]]:
    """Yield country and hint of the places named."""
    dateline = telling.report.dateline
    for mention in telling.mentions.places:
        code = mention.place.country
        if code is None:
            continue
        sentence = telling.sentence(mention.span)
        kind = "nation" if mention.place.feature == "country" else "place"
        if sentence is None:
            if dateline is not None and dateline.span.overlaps(mention.span):
                yield code, "dateline"
            continue
        yield code, kind
        if sentence.number <= _LEAD:
            yield code, f"{kind} in the lead"
        if sentence.number == telling.top:
            yield code, f"{kind} where it is told most"
        for hint in _own(telling, mention):
            yield code, f"{kind} {hint}"


def _own(telling: Telling, mention: PlaceMention) -> Iterator[str]:
    """Yield how a place hangs on the words of the incident."""
    sentence = telling.sentence(mention.span)
    if sentence is None or mention.use is not PlaceUse.LOCATION:
        return
    grammar = by_grammar(telling, mention, sentence)
    own = any(grammar[name] for name in _OWN)
    if own:
        yield "of the incident"
    if grammar["a deed"] and own:
        yield "of its deed"
    elif grammar["a deed"] and not grammar["of what is said"]:
        yield "of a deed"


def _of_peoples(telling: Telling) -> Iterator[tuple[str, str]]:
    """Yield country and hint of the words for its people ("Salvadoran")."""
    peoples = nations().peoples
    for sentence in telling.analysis.sentences:
        clauses = {telling.clause(word) for word in telling.words_in(sentence)}
        for token in telling.analysis.tokens_of(sentence):
            code = peoples.get(token.text.lower())
            if code is None:
                continue
            yield code, "people"
            if sentence.number <= _LEAD:
                yield code, "people in the lead"
            if telling.clause(token.index) in clauses:
                yield code, "people in its clause"


def words_for_people(telling: Telling, code: str) -> list[Span]:
    """Return where the story has words for the people of a country ("Salvadoran")."""
    peoples = nations().peoples
    return [
        token.span
        for sentence in telling.analysis.sentences
        for token in telling.analysis.tokens_of(sentence)
        if peoples.get(token.text.lower()) == code
    ]


def _of_groups(telling: Telling) -> Iterator[tuple[str, str]]:
    """Yield country and hint of the armed groups whose home is known."""
    for mention in telling.mentions.entities:
        code = mention.entity.country
        if code is None or mention.entity.kind is not EntityKind.ARMED_GROUP:
            continue
        yield code, "group"
        sentence = telling.sentence(mention.span)
        if sentence is not None and any(
            telling.analysis.tokens[word].span.overlaps(mention.name_span)
            for word in telling.words_in(sentence)
        ):
            yield code, "group of the incident"
