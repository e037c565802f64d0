"""Which place something is said of: "Mombasa, a port some 440 km southeast of Nairobi".

The words stand right behind a name, with a comma, "which lies" or what kind of place it is between;
a nation or province in between holds the place ("Gao, in northern Mali, near the border with ...").
Shared by the checks that hold such words against the map.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.checks._atlas import Meant, lexicon, meant, nation
from onrecord.extract.places.leads import Lead, lead
from onrecord.extract.places.related import HeadKind, RelationKind
from onrecord.extract.places.relating import RelationWords
from onrecord.model import PlaceUse, Span
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import PlaceMention, Reading, Report

# How far back the words of a relation may reach.
_REACH = 120
# Words that may say what kind of place it is: "a city of about a million people".
_LONGEST_KIND = 9

_KIND = re.compile(r"\s*,\s*(?:an?|the|one of the)\s+(?P<kind>[^,;:()–—\"“”]+?)\s*,?\s*")
_AREA_LINK = re.compile(r"\s*[,(]?\s*(?:in\s+)?(?:the\s+)?(?:[\w-]+\s+){0,2}")
_KIND_IN = re.compile(r"(?P<kind>.*?)\s+(?:in|of)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}")
_VERBAL = re.compile(r"(?:ed|ing)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Where a place is said to lie.

    Attributes:
        figure: The place it is said of.
        ground: The place it is measured from, or of which it lies in a part.
        lead: How far and in which direction, as far as the words go.
        mention: Where the figure is named.
        span: The words, the name of the ground among them.
        names: Figure and ground, as the report names them.
    """

    figure: Meant
    ground: Meant
    lead: Lead
    mention: PlaceMention
    span: Span
    names: tuple[str, str]


def told(report: Report, reading: Reading) -> Iterator[Told]:
    """Yield what is said of where places lie."""
    for ground in reading.mentions.places:
        yield from _by_ground(report, reading, ground)
    for figure in reading.mentions.places:
        yield from _by_nation(report, reading, figure)


def _by_ground(report: Report, reading: Reading, ground: PlaceMention) -> Iterator[Told]:
    """Yield what the words around the name of a ground say: "440 km southeast of Nairobi"."""
    sentence = sentence_of(reading, ground.span)
    place = meant(ground)
    if sentence is None or place is None or ground.facility is not None:
        return
    for found, span in _leads(report.text, sentence, ground):
        mention = figure_before(report, reading, span.start)
        figure = meant(mention) if mention is not None else None
        if mention is not None and figure is not None:
            names = (mention.span.of(report.text), ground.span.of(report.text))
            yield Told(
                figure=figure, ground=place, lead=found, mention=mention, span=span, names=names
            )


def _leads(text: str, sentence: Span, ground: PlaceMention) -> Iterator[tuple[Lead, Span]]:
    """Yield what stands before a name, or behind it: "in Niger's southwest"."""
    span = ground.span
    before = text[max(sentence.start, span.start - _REACH) : span.start]
    behind = _own_part().match(text, span.end, sentence.end)
    if behind is not None:
        size = len(before) - len(re.sub(r"\bin\s+(?:the\s+)?$", "", before))
        wind = relation_words().wind(behind.group("wind"))
        part = Lead(kind=RelationKind.PART, size=size, bearing=wind)
        yield part, Span(span.start - size, behind.end())
    elif ground.use is not PlaceUse.BODY:
        found = lead(before, HeadKind.PLACE, relation_words())
        if found is not None:
            yield found, Span(span.start - found.size, span.end)


def _by_nation(report: Report, reading: Reading, figure: PlaceMention) -> Iterator[Told]:
    """Yield the part of its nation that a town is put in: "the southern Malian town of Gao"."""
    sentence = sentence_of(reading, figure.span)
    place = meant(figure)
    if sentence is None or place is None:
        return
    start = max(sentence.start, figure.span.start - _REACH)
    found = _town_of().search(report.text[start : figure.span.start])
    ground = nation(relation_words().peoples.get(found.group("people"), "")) if found else None
    if found is None or ground is None:
        return
    before = report.text[start : start + found.start("people")]
    part = lead(before, HeadKind.PLACE, relation_words())
    if part is not None and part.kind is RelationKind.PART:
        span = Span(start + found.start("people") - part.size, start + found.end("people"))
        whole = Meant(place=ground, others=())
        names = (figure.span.of(report.text), ground.name)
        yield Told(figure=place, ground=whole, lead=part, mention=figure, span=span, names=names)


def figure_before(report: Report, reading: Reading, start: int) -> PlaceMention | None:
    """Return the place that words starting here are said of; None where they have none beside them.

    Args:
        report: The report.
        reading: Its reading.
        start: Offset of the first word of what is said.
    """
    sentence = sentence_of(reading, Span(start, start + 1))
    if sentence is None:
        return None
    before = [
        mention
        for mention in reading.mentions.places
        if sentence.start <= mention.span.start and mention.span.end <= start
    ]
    first = True
    while len(before) > 1 and meant(before[-1]) is None and _links(_gap(report, before[-2], start)):
        # A river, say, within what kind of place it is: "a town on the river Tal close to".
        before.pop()
    while before:
        mention = before.pop()
        between = _gap(report, mention, start)
        if not (_links(between) if first else _holds_it(between)):
            return None
        place = meant(mention)
        if place is None or not place.is_area:
            return mention
        start, first = mention.span.start, False
    return None


def _holds_it(between: str) -> bool:
    """Say whether an area behind these words holds the place: "Gao, a town in northern Mali"."""
    if _AREA_LINK.fullmatch(between):
        return True
    found = _KIND_IN.fullmatch(between)
    return found is not None and found["kind"].lstrip().startswith(",") and _links(found["kind"])


def _gap(report: Report, mention: PlaceMention, start: int) -> str:
    return report.text[mention.span.end : start]


def _links(between: str) -> bool:
    """Say whether these words may stand between a place and where it is said to lie."""
    if relation_words().link.fullmatch(between):
        return True
    found = _KIND.fullmatch(between)
    if found is None:
        return False
    words = found.group("kind").lower().split()
    if len(words) > _LONGEST_KIND or relation_words().sets["kinds"].isdisjoint(words):
        return False
    return lexicon()["breaks"].isdisjoint(words) and not any(
        _VERBAL.search(word) and word not in lexicon()["states"] for word in words
    )


def sentence_of(reading: Reading, span: Span) -> Span | None:
    """Return the sentence that holds a span; None where none does."""
    return next((sentence for sentence in reading.sentences if sentence.covers(span)), None)


@cache
def relation_words() -> RelationWords:
    """Return the lexicon of relations, compiled once."""
    return RelationWords.of(open_library())


@cache
def _town_of() -> re.Pattern[str]:
    """Return what stands before the name of a town of a nation: "Malian town of "."""
    kinds = "|".join(sorted(relation_words().sets["kinds"], key=len, reverse=True))
    return re.compile(
        rf"\b(?P<people>[A-Z][\w-]+)\s+(?:[a-z-]+\s+){{0,2}}?(?:{kinds})\s+(?:of\s+)?$"
    )


@cache
def _own_part() -> re.Pattern[str]:
    """Return what may stand behind the name of an area and names a part of it: "'s far north"."""
    winds = "|".join(sorted(relation_words().winds, key=len, reverse=True))
    joined = winds.replace("north", "north-?").replace("south", "south-?").replace("-?|", "|")
    return re.compile(rf"['’]s\s+(?:far\s+)?(?P<wind>{joined})\b(?!-|\s+[a-z]+(?<!\sand)\b)")
