"""What the relations of a report are measured from, on the map.

Gathers the relations that locate one name, wherever in the report it stands, and looks up what each
ground may be: a place named, the country an adjective stands for, or that country's capital.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from onrecord.extract.places.atlas import Atlas
from onrecord.extract.places.fitting import Grounded
from onrecord.extract.places.related import Ground, Relation, RelationKind
from onrecord.extract.places.relating import RelationWords
from onrecord.extract.places.spotting import Spot
from onrecord.resources.gazetteer import PlaceEntry

# Relations whose ground is a country: "the border with Georgia" is not that of the state.
_OF_COUNTRIES = frozenset({RelationKind.BORDER, RelationKind.COAST})
_COUNTRY = "country"


def grounded(
    relation: Relation,
    entries: Mapping[int, Sequence[PlaceEntry]],
    words: RelationWords,
    atlas: Atlas,
) -> Grounded:
    """Return a relation with what its grounds may be.

    Args:
        relation: The relation.
        entries: What each place found may be, the likeliest first, by its number.
        words: The lexicon of relations.
        atlas: The places known.
    """
    grounds = tuple(
        _places(ground, relation, entries, words=words, atlas=atlas) for ground in relation.grounds
    )
    return Grounded(relation=relation, grounds=grounds)


def grounded_by_name(
    told: Sequence[Relation],
    found: Sequence[Spot],
    entries: Mapping[int, Sequence[PlaceEntry]],
    *,
    words: RelationWords,
    atlas: Atlas,
) -> dict[str, tuple[Grounded, ...]]:
    """Return, by the name of each place located, the relations that locate it.

    One name means one place in a report, so what is said of it once holds wherever it stands.
    """
    gathered: dict[str, list[Grounded]] = defaultdict(list)
    for relation in told:
        if relation.figure is not None:
            name = found[relation.figure].name
            gathered[name].append(grounded(relation, entries, words, atlas))
    return {name: tuple(relations) for name, relations in gathered.items()}


def _places(
    ground: Ground,
    relation: Relation,
    entries: Mapping[int, Sequence[PlaceEntry]],
    *,
    words: RelationWords,
    atlas: Atlas,
) -> tuple[PlaceEntry, ...]:
    if ground.spot is not None:
        places = tuple(entries.get(ground.spot, ()))
    else:
        places = nation(ground.country or "", words, atlas)
    if relation.capital:
        codes = [place.country for place in places if place.country]
        return _capital(codes[0], words, atlas) if codes else ()
    if relation.kind in _OF_COUNTRIES:
        return tuple(sorted(places, key=lambda place: place.feature != _COUNTRY))
    return places


def nation(code: str, words: RelationWords, atlas: Atlas) -> tuple[PlaceEntry, ...]:
    """Return the country of a code; () where the lexicon has none."""
    named = atlas.known.get(words.nations.get(code, ""), ())
    return tuple(each for each in named if each.country == code and each.feature == _COUNTRY)


def _capital(code: str, words: RelationWords, atlas: Atlas) -> tuple[PlaceEntry, ...]:
    named = atlas.find(words.capitals.get(code, ""))
    return tuple(each for each in named if each.country == code)[:1]
