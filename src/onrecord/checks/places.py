"""A place spelt in two ways: "Peshawar" here and "Peshwar" there.

Two names of places are one when they differ in one word by a slip of the pen, or sound alike in two
romanisations. Capitals behind "in", "near" and the like are looked at too: a misspelt name is often
not known for one. Precision comes first: nothing is said of two names that the map has for two
places, of nations, streets and people, of a second name that the report explains ("also spelt"),
nor of names that differ by an ending, a digit, or a word.

Reads the mentions of places; what is a place of its own the gazetteer says, and without its file
nothing is said of names that the reading did not settle on.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.checks._atlas import gazetteer, is_own, km_between, lexicon
from onrecord.checks._evidence import cited
from onrecord.checks._explained import is_explained
from onrecord.checks._slips import is_doubled, is_other_vowel, is_slip, sound
from onrecord.model import EntityKind, Query, Reading, Report, Severity, Span
from onrecord.registry import Check
from onrecord.resources import open_library
from onrecord.resources.gazetteer import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import PlaceRef

NAME = "places"

# Two entries of the gazetteer so near to each other are one place.
_SAME_KM = 30.0
# A name that neither the map nor the reading knows must be so long: short ones are like too many.
_LONG_ENOUGH = 8
_LEAST = 5

_RUN = r"(?P<run>[A-Z][\w'’-]*[a-z][\w'’-]*(?:[ \t-][A-Z][\w'’-]*[a-z][\w'’-]*){0,2})"
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    """A name of a place, or capitals that may be one.

    Attributes:
        words: Its words, folded as the gazetteer does.
        written: The name as written.
        span: Where it stands first.
        place: What the reading takes it for; None for capitals that it takes for no place.
    """

    words: tuple[str, ...]
    written: str
    span: Span
    place: PlaceRef | None


def check(report: Report, reading: Reading) -> tuple[Query, ...]:
    """Return a query for each two names that seem to name one place."""
    names = _names(report, reading)
    seen: set[frozenset[str]] = set()
    found = []
    for left, right in combinations(names, 2):
        pair = _differing(left, right)
        if pair is None or frozenset(pair) in seen or _are_two(left, right):
            continue
        if not is_explained(report, reading, left.span, right.span):
            seen.add(frozenset(pair))
            found.append(_query(reading, left, right))
    return tuple(sorted(found, key=lambda query: query.evidence))


def _query(reading: Reading, left: _Name, right: _Name) -> Query:
    evidence = tuple(sorted((left.span, right.span)))
    first, second = (left, right) if left.span < right.span else (right, left)
    return Query(
        check=NAME,
        severity=Severity.REFILE,
        message=f"“{first.written}” and “{second.written}” look like one place in two spellings.",
        suggestion="Find out which spelling is right.",
        evidence=evidence,
        cited=cited(reading, evidence),
    )


def _names(report: Report, reading: Reading) -> list[_Name]:
    """Return each name of a place once, where it stands first; those of the reading come first.

    A name in capitals alone, as in a dateline, gives way to the next.
    """
    people = [
        mention.name_span
        for mention in reading.mentions.entities
        if mention.entity.kind is EntityKind.PERSON
    ]
    found: dict[tuple[str, ...], _Name] = {}
    for mention in reading.mentions.places:
        if not _is_street(report, mention.span) and not any(
            one.overlaps(mention.span) for one in people
        ):
            name = _name(report, mention.span, mention.place)
            known = found.setdefault(name.words, name)
            if known.written.isupper() and not name.written.isupper():
                found[name.words] = name  # the capitals of a dateline hide how it is spelt
    for span in _capitals(report, reading):
        name = _name(report, span, None)
        found.setdefault(name.words, name)
    return [name for name in found.values() if name.words and not _DIGIT.search(name.written)]


def _name(report: Report, span: Span, place: PlaceRef | None) -> _Name:
    written = " ".join(span.of(report.text).split())
    words = tuple(folded(written.removesuffix("'s").removesuffix("’s")).split())
    return _Name(words=words, written=written, span=span, place=place)


def _capitals(report: Report, reading: Reading) -> Iterator[Span]:
    """Yield capitals behind "in" and the like that the reading takes for nothing.

    Nor does it help to be taken for a person of whom nothing else is told: a place that no map
    knows often is.
    """
    told = Counter(mention.group for mention in reading.mentions.entities)
    named = [
        *(
            mention.name_span
            for mention in reading.mentions.entities
            if mention.entity.kind is not EntityKind.PERSON
            or mention.entity.role is not None
            or told[mention.group] > 1
        ),
        *(mention.span for mention in reading.mentions.places),
        *(mention.span for mention in reading.mentions.demonyms),
        *(mention.span for mention in reading.mentions.times),
    ]
    for match in _locative().finditer(report.text):
        span = Span(*match.span("run"))
        if span.of(report.text)[-2:] in {"'s", "’s"}:
            span = Span(span.start, span.end - 2)
        if not _is_street(report, span) and not any(one.overlaps(span) for one in named):
            yield span


def _is_street(report: Report, span: Span) -> bool:
    """Say whether a name is that of a street or the like."""
    behind = report.text[span.end : span.end + 24].split()[:1]
    words = {*span.of(report.text).lower().split(), *(word.lower() for word in behind)}
    return not _streets().isdisjoint({word.strip(".,;:") for word in words})


def _differing(left: _Name, right: _Name) -> tuple[str, str] | None:
    """Return the one word that two names write in two ways; None if they differ by more."""
    if len(left.words) != len(right.words) or (left.place is None and right.place is None):
        return None
    pairs = [pair for pair in zip(left.words, right.words, strict=True) if pair[0] != pair[1]]
    if len(pairs) != 1 or min(map(len, pairs[0])) < _LEAST:
        return None
    one, other = pairs[0]
    # An ending, or a stray letter of a damaged file, is no other romanisation.
    ending = one.startswith(other) or other.startswith(one)
    alike = sound(one) is not None and sound(one) == sound(other) and not ending
    slipped = is_slip(one, other) or is_doubled(one, other) or _ends_otherwise(one, other)
    return pairs[0] if one[0] == other[0] and (slipped or alike) else None


def _ends_otherwise(one: str, other: str) -> bool:
    """Say whether two names differ in their last vowel, and none is of a people ("Bengali")."""
    return is_other_vowel(one, other) and "i" not in one[-1] + other[-1]


def _are_two(left: _Name, right: _Name) -> bool:
    """Say whether two names are of two places, or nobody can know that they are of one."""
    mine, other = left.place, right.place
    if mine is not None and other is not None and is_own(mine) and is_own(other):
        if mine.gazetteer_id == other.gazetteer_id:
            return False
        return km_between(mine, other) > _SAME_KM or lexicon()["areas"].issuperset(
            {mine.feature or "", other.feature or ""}
        )
    known, unknown = (left, right) if mine is not None and is_own(mine) else (right, left)
    if known.place is None or not is_own(known.place):
        # Neither is on the map, so they must be long.
        short = len("".join(left.words)) < _LONG_ENOUGH
        return short or _is_known(left, right) or _is_known(right, left)
    return _is_known(unknown, known)


def _is_known(name: _Name, other: _Name) -> bool:
    """Say whether the gazetteer has a place of a name that is not the other's."""
    atlas = gazetteer()
    if atlas is None:
        return True
    entries = atlas.find(name.written)
    own = other.place.gazetteer_id if other.place is not None else None
    if own is not None and any(entry.ref == own for entry in entries):
        return False
    # Found as it sounds only, it is no name of its own.
    return any(folded(entry.name) == folded(name.written) or not entry.usual for entry in entries)


@cache
def _locative() -> re.Pattern[str]:
    library = open_library()
    words = [
        *library.lexicon("places.en").entries["context"]["locative"],
        *library.lexicon("checks.en").entries["map"]["struck"],
    ]
    before = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"\b(?:{before})\s+(?:the\s+(?:[a-z]+\s+){{1,3}}of\s+)?{_RUN}")


@cache
def _streets() -> frozenset[str]:
    words = open_library().lexicon("places.en").entries["context"]["streets"]
    return frozenset(word.rstrip(".") for word in words)


CHECK = Check(
    name=NAME,
    summary="No place stands in the report under two spellings of its name.",
    run=check,
)
