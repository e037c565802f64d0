"""Which of the places that bear a name is meant, by what else the report names.

Every candidate is weighed on: how well known it is, whether the report speaks of its country or
province, whether the words beside the name say what holds it ("Springfield, Illinois") or what kind
of place it is ("Kunar province"), and how near it lies to the other places of the report
(minimum spread: Leidner 2007). One name means one place in a report, unless its words say
otherwise.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.extract.places.atlas import Atlas
from onrecord.extract.places.lexicon import PlaceWords
from onrecord.extract.places.spotting import Spot
from onrecord.model import Analysis
from onrecord.resources.gazetteer import PlaceEntry, folded

# How well known a place is, in powers of ten of a town's people above a hundred. Set on the
# development corpora, as are the weights of the hints.
_RANK = {
    "country": 4.2,
    "continent": 4.0,
    "region": 3.4,
    "sea": 3.4,
    "desert": 3.4,
    "strait": 3.4,
    "islands": 3.0,
    "island": 3.0,
    "mountains": 3.0,
    "admin1": 3.6,
    "river": 2.5,
    "lake": 2.5,
    "site": 3.0,
    "admin2": 1.2,
}
_OURS = 2.0
_ALTERNATE = -1.4
_COUNTRY_SHARE = 1.0
_COUNTRY_NAMED = 1.0
_PROVINCE_NAMED = 1.5
_HELD = 4.0
_HELD_ELSEWHERE = 2.0
_HOLDS = 2.0
_KIND = 2.5
_OTHER_KIND = -1.5
_NEAR = 3.0
# For a province or country in which all other places of the report lie.
_AROUND = 2.6
_NEAR_KM = 300.0

# Candidates weighed for one name, and names that others are weighed against.
_WEIGHED = 40
_ANCHORS = 16
# Candidates of a held name that a holder is compared with.
_COMPARED = 8
# A large area is no anchor for towns: its middle may be far from them.
_ANCHOR_RADIUS_M = 150_000
# A pull from which nearness is worth telling as a reason.
_NOTABLE = 0.3
# A name of which all places lie in one country speaks for that country, less than its own name.
_SOLE_COUNTRY = 0.5

_LINK = re.compile(
    r"(?:['’]s [\w-]*(?: [\w-]+){0,2}|,|,? ?\(|,? (?:[\w-]+ )?(?:in|of|,)(?: the)?(?: [\w-]+){0,2}"
    r"|,(?: [\w-]+){1,2},? (?:in|of)| [\w-]+,)\s*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A candidate with its weight.

    Attributes:
        entry: The place.
        weight: How well it fits; any number.
        reason: The hints that speak for it.
    """

    entry: PlaceEntry
    weight: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hints:
    """What a report says of the whereabouts of its places.

    `countries` counts how often each country is named, by code, its people included; `provinces`
    has code and folded name of the provinces named; `holders` names what each spot is said to lie
    in, by its place in the row, and `holding` what it is said to hold; `held` gathers the holders
    by name; `sole` has how much a name that means one country only has added to it.
    """

    countries: Mapping[str, float]
    provinces: frozenset[str]
    holders: Mapping[int, tuple[PlaceEntry, ...]]
    holding: Mapping[int, tuple[PlaceEntry, ...]]
    held: Mapping[str, tuple[PlaceEntry, ...]]
    sole: Mapping[str, float]
    features: Mapping[str, frozenset[str]]

    def named(self, code: str | None, *, but: float) -> float:
        """Return how often a country is named, what a name says of its own country left out."""
        return max(0.0, self.countries.get(code or "", 0.0) - but)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Anchor:
    """The likeliest place of a name, and how sure that is, 0 to 1."""

    name: str
    entry: PlaceEntry
    sure: float


def resolve(
    analysis: Analysis, found: Sequence[Spot], words: PlaceWords, atlas: Atlas
) -> tuple[tuple[Weighed, ...], ...]:
    """Return the candidates of each spot, best first."""
    entries = {name: _entries(name, words, atlas) for name in {spot.name for spot in found}}
    hints = _hints(analysis, found, words, entries)
    first = [_weigh(index, spot, entries[spot.name], hints) for index, spot in enumerate(found)]
    anchors = _anchors(found, first)
    return tuple(
        tuple(
            sorted(
                (_drawn(each, spot.name, anchors) for each in weighed),
                key=lambda each: (-each.weight, each.entry.ref),
            )
        )
        for spot, weighed in zip(found, first, strict=True)
    )


def _entries(name: str, words: PlaceWords, atlas: Atlas) -> tuple[PlaceEntry, ...]:
    """Look a name up, if need be without kind or direction ("Fars Province", "North London")."""
    entries = atlas.find(name)
    parts = name.split()
    if not entries and len(parts) > 1 and words.has("kinds", parts[-1]):
        entries = atlas.find(" ".join(parts[:-1]))
    if not entries and len(parts) > 1 and words.has("compass", parts[0]):
        entries = atlas.find(" ".join(parts[1:]))
    return entries[:_WEIGHED]


def _hints(
    analysis: Analysis,
    found: Sequence[Spot],
    words: PlaceWords,
    entries: Mapping[str, tuple[PlaceEntry, ...]],
) -> _Hints:
    holders, holding = _holders(analysis, found, entries)
    held: dict[str, tuple[PlaceEntry, ...]] = {}
    for index, around in holders.items():
        held[found[index].name] = held.get(found[index].name, ()) + around
    countries, sole = _countries(analysis, found, words, entries)
    return _Hints(
        countries=countries,
        sole=sole,
        provinces=frozenset(
            f"{entry.country}.{folded(entry.name)}"
            for spot in found
            for entry in entries[spot.name]
            if entry.feature == "admin1"
        ),
        holders=holders,
        holding=holding,
        held=held,
        features=words.features,
    )


def _countries(
    analysis: Analysis,
    found: Sequence[Spot],
    words: PlaceWords,
    entries: Mapping[str, tuple[PlaceEntry, ...]],
) -> tuple[dict[str, float], dict[str, float]]:
    """Return how often each country is named, and what each name of one country added."""
    countries: dict[str, float] = defaultdict(float)
    sole: dict[str, float] = defaultdict(float)
    for token in analysis.tokens:
        people = token.text.capitalize() if analysis.upper_case else token.text
        if people in words.peoples:
            countries[words.peoples[people]] += 1
    for spot in found:
        codes = {entry.country for entry in entries[spot.name]}
        for entry in words.known.get(spot.name, ()):
            if entry.feature == "country" and entry.country:
                countries[entry.country] += 1
        if len(codes) == 1:
            for code in filter(None, codes):
                countries[code] += _SOLE_COUNTRY
                sole[spot.name] += _SOLE_COUNTRY
    return countries, sole


def _holders(
    analysis: Analysis, found: Sequence[Spot], entries: Mapping[str, tuple[PlaceEntry, ...]]
) -> tuple[dict[int, tuple[PlaceEntry, ...]], dict[int, tuple[PlaceEntry, ...]]]:
    """Return what the words say a spot lies in, and what it holds: "In Amenas, Algeria"."""
    holders: dict[int, tuple[PlaceEntry, ...]] = {}
    holding: dict[int, tuple[PlaceEntry, ...]] = {}
    for index, (spot, after) in enumerate(pairwise(found)):
        between = analysis.text[spot.span.end : after.span.start]
        if not _LINK.fullmatch(between):
            continue
        if between[0] in "'’":
            holders[index + 1] = entries[spot.name]
        else:
            holders[index] = entries[after.name]
            holding[index + 1] = entries[spot.name][:_COMPARED]
    return holders, holding


def _weigh(
    index: int, spot: Spot, entries: Sequence[PlaceEntry], hints: _Hints
) -> tuple[Weighed, ...]:
    """Weigh the candidates of a spot by all but their distance to the other places."""
    features = frozenset(feature for kind in spot.kinds for feature in hints.features.get(kind, ()))
    here, elsewhere = hints.holders.get(index, ()), hints.held.get(spot.name, ())
    weighed = []
    for entry in entries:
        reasons = {
            "well known": _prominence(entry) + (0.0 if entry.usual else _ALTERNATE),
            "country named": _country(entry, hints, spot.name),
            "province named": _province(entry, hints),
            "lies in what is named beside it": _held(entry, here, elsewhere),
            "holds what is named before it": _HOLDS
            if any(_holds(entry, other) for other in hints.holding.get(index, ()))
            else 0.0,
            "of the kind named": _kind(entry, features, hints, spot.name),
        }
        reason = ", ".join(name for name, weight in reasons.items() if weight > 0)
        weighed.append(Weighed(entry=entry, weight=sum(reasons.values()), reason=reason))
    return tuple(weighed)


def _kind(entry: PlaceEntry, features: frozenset[str], hints: _Hints, name: str) -> float:
    """Weigh the kind that the words ask for; a town abroad is not the district asked for."""
    if entry.feature in features:
        return _KIND
    abroad = not hints.named(entry.country, but=hints.sole.get(name, 0.0))
    return _OTHER_KIND if features and abroad else 0.0


def _prominence(entry: PlaceEntry) -> float:
    """Return how well known a place is: its rank, or the order of its population."""
    rank = _RANK.get(entry.feature, math.log10(entry.population + 100) - 2)
    # Our own table has towns and sites only because they make news.
    return max(rank, _OURS) if entry.ref.startswith("onrecord:") else rank


def _country(entry: PlaceEntry, hints: _Hints, name: str) -> float:
    own = hints.sole.get(name, 0.0)
    times = hints.named(entry.country, but=own)
    total = sum(hints.countries.values()) - own
    return _COUNTRY_NAMED + _COUNTRY_SHARE * times / total if times > 0 and total > 0 else 0.0


def _province(entry: PlaceEntry, hints: _Hints) -> float:
    named = f"{entry.country}.{folded(entry.admin1 or '')}" in hints.provinces
    return _PROVINCE_NAMED if named else 0.0


def _held(entry: PlaceEntry, here: Sequence[PlaceEntry], elsewhere: Sequence[PlaceEntry]) -> float:
    if any(_holds(holder, entry) for holder in here):
        return _HELD
    return _HELD_ELSEWHERE if any(_holds(holder, entry) for holder in elsewhere) else 0.0


def _holds(holder: PlaceEntry, entry: PlaceEntry) -> bool:
    """Say whether a place lies in another."""
    if holder.ref == entry.ref or entry.feature == "country":
        return False
    if holder.feature == "country":
        return holder.country == entry.country
    if holder.country and entry.country and holder.country != entry.country:
        return False
    if holder.feature in {"admin1", "admin2"}:
        around = {folded(entry.admin1 or ""), folded(entry.admin2 or "")}
        if folded(holder.name) in around:
            return True
    within = kilometres(holder, entry) * 1_000 <= holder.radius_m
    return within and holder.radius_m > entry.radius_m


def kilometres(here: PlaceEntry, there: PlaceEntry) -> float:
    """Return the distance between two places, to within a hundredth up to some 2,000 km."""
    north = here.latitude - there.latitude
    east = (here.longitude - there.longitude + 180) % 360 - 180
    east *= math.cos(math.radians((here.latitude + there.latitude) / 2))
    return 111.2 * math.hypot(north, east)


def _anchors(found: Sequence[Spot], weighed: Sequence[tuple[Weighed, ...]]) -> list[_Anchor]:
    """Return the likeliest place of each name, where it is small enough to measure from."""
    best: dict[str, _Anchor] = {}
    for spot, candidates in zip(found, weighed, strict=True):
        ordered = sorted(candidates, key=lambda each: -each.weight)[:2]
        if not ordered or ordered[0].entry.radius_m > _ANCHOR_RADIUS_M:
            continue
        lead = ordered[0].weight - (ordered[1].weight if len(ordered) > 1 else 0.0)
        sure = min(1.0, max(0.1, lead / 2))
        if spot.name not in best or best[spot.name].sure < sure:
            best[spot.name] = _Anchor(name=spot.name, entry=ordered[0].entry, sure=sure)
    return sorted(best.values(), key=lambda anchor: -anchor.sure)[:_ANCHORS]


def _drawn(weighed: Weighed, name: str, anchors: Sequence[_Anchor]) -> Weighed:
    """Add what the distance to the other places says."""
    if weighed.entry.feature in {"admin1", "country"}:
        return _drawn_around(weighed, name, anchors)
    if weighed.entry.radius_m > _ANCHOR_RADIUS_M:
        return weighed
    pulls = [
        anchor.sure * math.exp(-kilometres(weighed.entry, anchor.entry) / _NEAR_KM)
        for anchor in anchors
        if anchor.name != name
    ]
    if not pulls:
        return weighed
    pull = max(pulls) + sum(pulls) / len(pulls)
    if pull > _NOTABLE:
        weighed = replace(weighed, reason=f"{weighed.reason}, near other places named")
    return replace(weighed, weight=weighed.weight + _NEAR * pull)


def _drawn_around(weighed: Weighed, name: str, anchors: Sequence[_Anchor]) -> Weighed:
    """Add what it says of a province or country that the other places lie in it."""
    others = [anchor for anchor in anchors if anchor.name != name]
    inside = sum(anchor.sure for anchor in others if _belongs(anchor.entry, weighed.entry))
    if not inside:
        return weighed
    share = inside / sum(anchor.sure for anchor in others)
    reason = f"{weighed.reason}, holds other places named"
    return replace(weighed, weight=weighed.weight + _AROUND * share, reason=reason)


def _belongs(entry: PlaceEntry, area: PlaceEntry) -> bool:
    if entry.country != area.country:
        return False
    return area.feature == "country" or folded(entry.admin1 or "") == folded(area.name)
