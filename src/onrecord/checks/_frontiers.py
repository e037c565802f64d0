"""Whether a place lies near the border that its report puts it near to.

"Gao, close to the border with Senegal", "on the Turkish border", "across the border from Eilat", of
a place far from every point of that border. Said right beside the name, or in a sentence that names
the place of the incident and no third one. Borders that no file knows say nothing, and neither do
those of states within a country.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from onrecord.checks._atlas import Meant, is_own, km_between, meant, nation, slack_km
from onrecord.checks._beside import figure_before, relation_words, sentence_of
from onrecord.checks._extents import shipped
from onrecord.model import PlaceUse, Span
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.model import PlaceMention, PlaceRef, Reading, Report
    from onrecord.resources.borders import Borders

# Farther off, nobody would call it near the border. The In Amenas plant, 50 km off, was called so,
# and in the Sahara towns nearly 200 km off are.
_FAR_KM = 200.0
# Farther off, nobody would call it on the border.
_OFF_KM = 75.0

_REACH = 120
_COUNTRY = "country"


def far_from_borders(
    report: Report, reading: Reading, place: PlaceRef | None
) -> Iterator[tuple[Span, str]]:
    """Yield each border that a place is said to be near to and is not.

    Args:
        report: The report.
        reading: Its reading.
        place: The place of the incident, with coordinates from an entry of its own, if there is
            one.

    Yields:
        The words that say so, and what is wrong, in one sentence.
    """
    borders = shipped()
    if borders is None:
        return
    heard: set[str] = set()
    for span, wrong in (
        *_beside_names(report, reading, borders),
        *_of_incident(reading, place, borders),
    ):
        if wrong not in heard:
            heard.add(wrong)
            yield span, wrong


def _beside_names(report: Report, reading: Reading, borders: Borders) -> Iterator[tuple[Span, str]]:
    """Yield what is wrong with borders named right beside the place they are told of."""
    for span, across in _countries(report, reading):
        sentence = sentence_of(reading, span)
        if sentence is None:
            continue
        start = max(sentence.start, span.start - _REACH)
        before = report.text[start : span.start]
        behind = report.text[span.end : sentence.end]
        found = _lead(before, behind)
        figure = found and figure_before(report, reading, start + found.start())
        place = meant(figure) if figure else None
        if found is None or figure is None or place is None or place.is_area:
            continue
        name = " ".join(figure.span.of(report.text).split())
        wrong = _wrong(borders, name, place, across, how=found.groupdict())
        if wrong is not None:
            yield Span(start + found.start(), span.end), wrong


def _countries(report: Report, reading: Reading) -> Iterator[tuple[Span, PlaceRef]]:
    """Yield the places that may stand for what lies across a border, adjectives of nations too."""
    for mention in reading.mentions.places:
        known = meant(mention)
        if known is not None:
            yield mention.span, known.place
        else:
            code = relation_words().peoples.get(mention.span.of(report.text))
            country = nation(code) if code else None
            if country is not None:
                yield mention.span, country
    for demonym in reading.mentions.demonyms:
        if demonym.place.feature == _COUNTRY:
            yield demonym.span, demonym.place


def _lead(before: str, behind: str) -> re.Match[str] | None:
    """Match what stands before what lies across a border; None where no border is meant."""
    if _patterns()["border"].match(behind):
        return _patterns()["adjective"].search(before)
    return _patterns()["with"].search(before) or _patterns()["across"].search(before)


def _wrong(
    borders: Borders, name: str, figure: Meant, across: PlaceRef, *, how: Mapping[str, str | None]
) -> str | None:
    """Return what is wrong with a border said to be near; None where nothing is, or in doubt."""
    over = how.get("over") is not None
    if across.feature != _COUNTRY and not over:
        return None
    if over and across.feature != _COUNTRY:
        return _not_opposite(name, figure, across)
    reach = _OFF_KM if how.get("on") else _FAR_KM
    far = [_far(borders, place, across, reach) for place in figure.all]
    if not all(far):
        return None
    told = "on" if how.get("on") else "near"
    return _message(name, across.name, far[0] or "", told)


def _not_opposite(name: str, figure: Meant, across: PlaceRef) -> str | None:
    """Return what is wrong with "across the border from" a town."""
    if any(place.country is None or across.country is None for place in figure.all):
        return None
    if all(place.country == across.country for place in figure.all):
        return f"{name} and {across.name} lie in one country on the map, on one side of its border."
    lines = [km_between(place, across) - slack_km(place, across) for place in figure.all]
    if min(lines) <= _FAR_KM:
        return None
    return (
        f"{name} is about {round(lines[0], -1):,.0f} km from {across.name}; “across the border” "
        "does not fit."
    )


def _of_incident(
    reading: Reading, place: PlaceRef | None, borders: Borders
) -> Iterator[tuple[Span, str]]:
    """Yield what is wrong with borders told in a sentence of the place of the incident alone."""
    if place is None or place.country is None or not (is_own(place) or not place.derived_from):
        return
    for mention in reading.mentions.places:
        if _is_border(mention) and _is_told_of(reading, mention, place):
            far = _far(borders, place, mention.place, _FAR_KM)
            if far:
                yield mention.extent, _message(place.name, mention.place.name, far, "near")


def _is_border(mention: PlaceMention) -> bool:
    """Say whether a country stands for its border: "near the border with Libya", no length told."""
    words = set((mention.relation or "").lower().split())
    near = not words.isdisjoint(_words("borders")) and not words.isdisjoint(_words("at_border"))
    measured = any(letter.isdigit() for letter in mention.relation or "")
    country = mention.place.feature == _COUNTRY and mention.place.country is not None
    return mention.use is PlaceUse.RELATION and near and country and not measured


def _is_told_of(reading: Reading, mention: PlaceMention, place: PlaceRef) -> bool:
    """Say whether its sentence names the place, and nothing else that may be near the border."""
    around = sentence_of(reading, mention.span)
    if around is None:
        return False
    named = {
        other.place.name
        for other in reading.mentions.places
        if around.covers(other.span)
        and (other.place.feature != _COUNTRY or other.place.country != place.country)
    }
    return named == {place.name, mention.place.name}


def _far(borders: Borders, place: PlaceRef, country: PlaceRef, reach: float) -> str | None:
    """Return how far a place is from its border with a country, in words; None where it is near.

    Args:
        borders: The borders.
        place: The place.
        country: The country across the border.
        reach: How far off it may be, in kilometres.
    """
    own, other = place.country, country.country
    if own is None or other is None or own == other or place.latitude is None:
        return None
    found = borders.nearest(place.latitude, place.longitude or 0.0, own, other)
    if found is None:
        return "none"
    return f"{round(found.km, -1):,.0f}" if found.km - slack_km(place) > reach else None


def _message(name: str, country: str, far: str, told: str) -> str:
    if far == "none":
        return f"{name} lies in a country that has no land border with {country}."
    return (
        f"{name} is about {far} km from the nearest point of the border with {country}; "
        f"“{told}” does not fit."
    )


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return the patterns of what stands before, and behind, the name of a country."""
    words = open_library().lexicon("checks.en").entries["map"]
    near, on, over = (_any(words[f"border_{how}"]) for how in ("near", "on", "across"))
    line, adjectives = (
        _any(_words("borders")),
        _any(_words("border_words") - {"its", "their", "the"}),
    )
    how = rf"\b(?:(?P<near>{near})|(?P<on>{on})|(?P<over>{over}))\s+"
    owner = r"(?:the\s+|its\s+|their\s+|(?:the\s+)?(?:[A-Z][\w-]+\s+){0,2}[A-Z][\w-]+['’]s\s+)"
    area = rf"(?:\s+{_any(_words('border_behind'))})?"
    before = rf"{how}{owner}(?:{adjectives}\s+){{0,3}}"
    return {
        "with": re.compile(rf"{before}{line}{area}\s+(?:with|to)\s+(?:the\s+)?$"),
        "adjective": re.compile(rf"{how}(?:the\s+)?(?:{adjectives}\s+){{0,3}}$"),
        "across": re.compile(rf"\b(?P<over>{over})\s+the\s+{line}\s+from\s+(?:the\s+)?$"),
        "border": re.compile(rf"\s+{line}\b(?!\s+(?:with|{_any(_words('border_towns'))})\b)"),
    }


def _any(words: frozenset[str] | list[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(word.replace(" ", r"\s+") for word in ordered) + ")"


@cache
def _words(name: str) -> frozenset[str]:
    """Return a list of single words of the lexicon of relations."""
    relations = open_library().lexicon("places.en").entries["relations"]
    return frozenset(relations["grammar"][name])
