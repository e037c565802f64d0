"""The places of a report, each with the entries its name might mean and why one was chosen.

For who wants to know where a pin on a map came from. Text for a terminal, or plain JSON data. Says
nothing that the reading does not hold; scores are comparable within one name only.
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING

from onrecord.model import PlaceMention, PlaceRef, Reading, Report, plain
from onrecord.resources.borders import distance_km

if TYPE_CHECKING:
    from onrecord.model import Json, PlaceCandidate

# Scores this near to each other tell no place from the other, and places this far apart are not the
# same town under two entries; as the reader of places has it.
_SAME_SCORE = 0.02
_DISTANT_KM = 161.0
_INDENT = "    "
_M = 1_000


def as_text(report: Report, reading: Reading, *, width: int) -> str:
    """Return the places for a terminal, one paragraph each, in reading order."""
    if not reading.mentions.places:
        return "No place is named.\n"
    paragraphs = [
        "\n".join(_lines(report, reading, mention, width)) for mention in reading.mentions.places
    ]
    return "\n\n".join(paragraphs) + "\n"


def as_data(report: Report, reading: Reading) -> Json:
    """Return the places as plain JSON data, in reading order."""
    return [_datum(report, reading, mention) for mention in reading.mentions.places]


def verdict(mention: PlaceMention) -> str:
    """Return why a place was chosen for a name, or why none was."""
    place, candidates = mention.place, mention.candidates
    if place.derived_from is not None:
        return f"no entry was chosen; worked out from “{place.derived_from}”"
    if not candidates:
        return "unplaced: no entry bears the name"
    return _why_none(candidates) if place.gazetteer_id is None else _why(place, candidates)


def _why(place: PlaceRef, candidates: tuple[PlaceCandidate, ...]) -> str:
    best, *others = candidates
    if place.gazetteer_id != best.place.gazetteer_id:
        return "chosen: an entry that the words beside the name ask for"
    if not others:
        return f"chosen: the only entry; {best.reason}"
    lead = best.score - others[0].score
    if place.feature == "country" and lead <= _SAME_SCORE:
        return f"chosen: a nation goes before others of its name; {best.reason}"
    return f"chosen: leads the next by {lead:.2f}; {best.reason}"


def _why_none(candidates: tuple[PlaceCandidate, ...]) -> str:
    best, *others = candidates
    for rival in others:
        if best.score - rival.score > _SAME_SCORE:
            break
        apart = _apart_km(best.place, rival.place)
        if apart is not None and apart > _DISTANT_KM:
            return f"unplaced: entries {apart:,.0f} km apart fit as well as each other"
    return "unplaced: nothing but the name speaks for an entry"


def _apart_km(one: PlaceRef, other: PlaceRef) -> float | None:
    if one.latitude is None or one.longitude is None:
        return None
    if other.latitude is None or other.longitude is None:
        return None
    return distance_km(one.latitude, one.longitude, other.latitude, other.longitude)


def _lines(report: Report, reading: Reading, mention: PlaceMention, width: int) -> Iterator[str]:
    number = _sentence(reading, mention)
    where = f"sentence {number}" if number else "before the story"
    yield f"{_squeezed(mention.span.of(report.text))}  [{where}, {mention.use.value}]"
    yield from _wrapped(verdict(mention), width)
    if mention.place.latitude is not None:
        yield from _wrapped(_described(mention.place), width)
    if mention.relation is not None:
        yield from _wrapped(f"relation: “{mention.relation}”", width)
    if mention.facility is not None:
        yield from _wrapped(f"installation: {mention.facility}", width)
    if mention.derived is not None:
        yield from _wrapped(f"derived: {_described(mention.derived)}", width)
    for rank, candidate in enumerate(mention.candidates, start=1):
        line = f"{rank}  {candidate.score:.2f}  {_described(candidate.place)}; {candidate.reason}"
        yield from _wrapped(line, width)


def _wrapped(line: str, width: int) -> list[str]:
    return wrap(line, width, initial_indent=_INDENT, subsequent_indent=_INDENT * 2)


def _described(place: PlaceRef) -> str:
    """Return a place with all that its entry says of it."""
    country = [place.country] if place.country and place.feature != "country" else []
    parts = [place.name, *filter(None, [place.feature]), *place.within[:-1], *country]
    if place.latitude is not None and place.longitude is not None:
        parts.append(f"{place.latitude:.3f} {place.longitude:.3f}")
        parts[-1] += f" ± {(place.uncertainty_m or 0) / _M:,.0f} km"
    return ", ".join(parts) + (f" ({place.gazetteer_id})" if place.gazetteer_id else "")


def _datum(report: Report, reading: Reading, mention: PlaceMention) -> Json:
    number = _sentence(reading, mention)
    sentence = reading.sentences[number - 1].of(report.text) if number else None
    return {
        "text": mention.span.of(report.text),
        "span": plain(mention.span),
        "sentence": sentence,
        "extent": mention.extent.of(report.text),
        "use": plain(mention.use),
        "relation": mention.relation,
        "facility": mention.facility,
        "place": plain(mention.place),
        "why": verdict(mention),
        "derived": plain(mention.derived),
        "candidates": plain(mention.candidates),
    }


def _sentence(reading: Reading, mention: PlaceMention) -> int | None:
    """Return the number of the sentence a place is named in; None in a dateline."""
    return next(
        (
            number
            for number, sentence in enumerate(reading.sentences, start=1)
            if sentence.covers(mention.span)
        ),
        None,
    )


def _squeezed(text: str) -> str:
    return " ".join(text.split())
