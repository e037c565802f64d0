"""Which words of a report name a place.

Reads the names the engine found, runs of words with capitals, and the atlas. A run that the atlas
knows is taken for a place only with evidence (see `evidence`). What no atlas knows is a place where
the engine and a preposition agree on it. What was a place once in a report is one wherever it
stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.places.evidence import PLACE_LABELS, Stretch, is_person, is_place, may_follow
from onrecord.extract.places.pages import POSSESSIVES, Page, page_of
from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.extract.places.atlas import Atlas
    from onrecord.extract.places.lexicon import PlaceWords
    from onrecord.model import Analysis, Sentence

# The longest names of places: "Saint Vincent and the Grenadines".
_LONGEST = 6
_INITIALS = 4
_NAMING = frozenset({"NN", "NNS", "NNP", "NNPS", "FW"})
# What the engine calls names of events, times and the like. It mistakes villages for persons,
# bodies and peoples often enough to let those pass.
_NO_PLACES = frozenset({"EVENT", "DATE", "TIME", "LAW", "LANGUAGE", "WORK_OF_ART", "CARDINAL"})
# Shorter words that only the engine takes for a place are mostly no words at all.
_SHORTEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Words that name a place.

    Attributes:
        first: Index of their first token; -1 outside the body.
        last: Index after their last token; -1 outside the body.
        span: Where they stand.
        name: The name to look up: recased, abbreviations written out.
        kinds: Kinds of place that the words beside it ask for ("province").
        embedded: The name is part of the name of a body ("Nablus Police").
        people: The words are those of the people of the place, or its adjective ("Algerian").
    """

    first: int
    last: int
    span: Span
    name: str
    kinds: frozenset[str] = frozenset()
    embedded: bool = False
    people: bool = False


def spots(page: Page) -> tuple[Spot, ...]:
    """Return the places named in a report, in reading order."""
    found: dict[int, Spot] = {}
    waiting: list[Stretch] = []
    reached = 0
    for sentence in page.analysis.sentences:
        for run in _runs(page, sentence):
            reached = max(reached, run.first)
            kept = list(_in_run(page, run, reached))
            found.update((spot.first, spot) for spot in kept)
            # A name may go on into the next run: "Gulf of Aden".
            reached = max([reached, *(spot.last for spot in kept)])
            if not kept and reached == run.first:
                waiting.append(run)
    told = {spot.name for spot in found.values() if not spot.embedded}
    for run in waiting:
        spot = _again(page, run, told)
        if spot is not None:
            found[spot.first] = spot
    return tuple(found[index] for index in sorted(found))


def spots_at(
    analysis: Analysis, spans: Iterable[Span], words: PlaceWords, atlas: Atlas
) -> tuple[Spot, ...]:
    """Return the places at given spans, for measuring resolution alone."""
    page = page_of(analysis, words, atlas)
    found = []
    for span in sorted(spans):
        name = " ".join(span.of(analysis.text).split())
        # The corpora count peoples as places ("Algerians"), which our own search does not.
        name = words.demonym(name) or name
        inside = [token for token in analysis.tokens if token.span.overlaps(span)]
        if not inside:
            found.append(Spot(first=-1, last=-1, span=span, name=name))
            continue
        sentence = analysis.sentence_at(inside[0].span)
        run = Stretch(sentence, inside[0].index, inside[-1].index + 1)
        spot = _spot(page, run, words.abbreviations.get(name, name))
        found.append(
            Spot(first=spot.first, last=spot.last, span=span, name=spot.name, kinds=spot.kinds)
        )
    return tuple(found)


def _runs(page: Page, sentence: Sentence) -> Iterator[Stretch]:
    """Return the stretches of words with capitals, small particles between them included."""
    index = sentence.first
    while index < sentence.last:
        if not (page.is_capital(index) or page.is_article(index, sentence)):
            index += 1
            continue
        end = index + 1
        while end < sentence.last:
            step = 1 if page.is_capital(end) else page.bridge(end, sentence)
            if not step:
                break
            end += step
        yield Stretch(sentence, index, end)
        index = end


def _in_run(page: Page, run: Stretch, start: int) -> Iterator[Spot]:
    """Return the places in a run from a word on, the longest names the atlas knows first."""
    index = start
    while index < run.last:
        spot = _longest(page, run, index) or _unlisted(page, run, index)
        if spot is None:
            index += 1
        else:
            page.ends.add(spot.last)
            yield spot
            index = spot.last


def _longest(page: Page, run: Stretch, index: int) -> Spot | None:
    """Return the longest name from here that the atlas knows and the context allows."""
    for end in range(page.reach(index, run.sentence, _LONGEST), index, -1):
        if not page.is_capital(end - 1):
            continue
        name = page.text(index, end)
        here = Stretch(run.sentence, index, end)
        spelt = page.words.abbreviations.get(name)
        if spelt and (page.word(index - 1, run.sentence) in {",", "("} or name.count(".") > 1):
            return replace(_spot(page, here, spelt), kinds=frozenset({"state"}))
        whole = Stretch(run.sentence, run.first, max(run.last, end))
        if page.atlas.find(name) and is_place(page, here, whole):
            return _spot(page, here, name)
    return None


def _spot(page: Page, here: Stretch, name: str) -> Spot:
    follower = page.word(here.last, here.sentence)
    before = page.word(here.first - 1, here.sentence)
    kinds = {follower} & page.words.sets["kinds"]
    if here.last - here.first > 1:
        # "Niger River", "Lake Chad": the name says itself what it is.
        own = {page.word(here.first, here.sentence), page.word(here.last - 1, here.sentence)}
        kinds |= own & page.words.sets["natural"] & page.words.features.keys()
    if before == "of":
        kinds |= {page.word(here.first - 2, here.sentence)} & page.words.sets["kinds_of"]
    return Spot(
        first=here.first,
        last=here.last,
        span=page.analysis.span_of(here.first, here.last),
        name=name,
        kinds=frozenset(kinds),
        embedded=_in_body_name(page, here),
    )


def _in_body_name(page: Page, here: Stretch) -> bool:
    """Say whether a name is part of a body's: "Nablus Police", "University of Peshawar"."""
    sentence = here.sentence
    behind = here.last
    while behind < sentence.last and page.is_capital(behind):
        if page.word(behind, sentence) not in page.words.sets["kinds"]:
            return True
        behind += 1
    if behind > here.last:
        return False
    if here.first - 1 >= sentence.first and page.is_capital(here.first - 1):
        label = page.labels.get(here.first - 1)
        return label is not None and label.label == "ORG" and label.last >= here.last
    if page.word(here.first - 1, sentence) == "of" and here.first - 2 >= sentence.first:
        head = page.word(here.first - 2, sentence)
        return page.is_capital(here.first - 2) and head in page.words.sets["institutions_of"]
    return False


def _unlisted(page: Page, run: Stretch, index: int) -> Spot | None:
    """Return a place the atlas does not know, where engine and context agree on it."""
    sentence = run.sentence
    before = page.locating(index, sentence)
    if index == run.first and run.last - index > 1 and _is_street(page, run, before):
        return _spot(page, run, page.text(run.first, run.last))
    label = page.labels.get(index)
    if label is None or label.label not in PLACE_LABELS or page.named_from(label) != index:
        return _settled(page, run, index)
    here = Stretch(sentence, index, min(page.named_to(label), run.last))
    if here.last <= index or not _looks_like_name(page, here):
        return None
    located = before in page.words.sets["locative"]
    kind = page.word(here.last, sentence) in page.words.sets["kinds"]
    of = before == "of" and page.word(index - 2, sentence) in page.words.sets["kinds_of"]
    return _spot(page, here, page.text(here.first, here.last)) if located or kind or of else None


def _settled(page: Page, run: Stretch, index: int) -> Spot | None:
    """Return a name that only its kind makes a place: "Chinche village", "the town of Chinche".

    In a report in capitals, whose names the engine often mistakes, "in" before a name is enough.
    """
    sentence, settled = run.sentence, page.words.sets["settled"]
    if index != run.first:
        return None
    here = Stretch(sentence, index, run.last)
    behind = page.word(here.last, sentence) in settled
    before = page.word(index - 1, sentence) == "of" and page.word(index - 2, sentence) in settled
    inside = page.analysis.upper_case and page.locating(index, sentence) == "in"
    if not (behind or before or (inside and _is_bare_name(page, here))):
        return None
    if not _looks_like_name(page, here) or _is_other_name(page, here):
        return None
    # "The UCR Buenos Aires province chapter": the name that is known is the place.
    if any(_longest(page, run, later) for later in range(index + 1, run.last)):
        return None
    return _spot(page, here, page.text(here.first, here.last))


def _is_bare_name(page: Page, here: Stretch) -> bool:
    """Say whether nothing but a name stands here: no initials, no noun it belongs to."""
    tokens = page.analysis.tokens
    if any(tokens[index].text.isupper() for index in range(here.first, here.last)):
        return False
    follower = page.word(here.last, here.sentence)
    if follower in page.words.sets["kinds"]:
        return True
    if page.word(here.first - 1, here.sentence) == "the":
        return False
    if not follower:
        return True
    return follower not in POSSESSIVES and not tokens[here.last].tag.startswith("NN")


def _is_other_name(page: Page, here: Stretch) -> bool:
    """Say whether the words are no name, or one of a people, an event or a time."""
    tokens = page.analysis.tokens[here.first : here.last]
    if not all(token.tag in _NAMING or page.is_particle(token.index) for token in tokens):
        return True
    if all(token.text.isupper() for token in tokens) and len(tokens[0].text) <= _INITIALS:
        # "The UCR district offices"; a name in capitals is longer.
        return True
    if tokens[-1].text in page.words.peoples:
        return True
    label = page.labels.get(here.first)
    return label is not None and label.label in _NO_PLACES


def _is_street(page: Page, run: Stretch, before: str) -> bool:
    last = page.analysis.tokens[run.last - 1].text.lower()
    placed = before in page.words.sets["locative"] or before in {"on", "of", "and"}
    return placed and last in page.words.sets["streets"]


def _looks_like_name(page: Page, here: Stretch) -> bool:
    name = page.text(here.first, here.last)
    first = page.analysis.tokens[here.first].text.lower()
    if len(name) < _SHORTEST or any(character.isdigit() for character in name):
        return False
    if page.words.has("not_places", name) or name in page.surnames:
        return False
    sets = page.words.sets
    return first not in sets["titles"] and first not in sets["compass"]


def _again(page: Page, run: Stretch, told: set[str]) -> Spot | None:
    """Return a name that was a place elsewhere in the report, alone or opening a body's name."""
    if page.word(run.first - 1, run.sentence) in page.words.sets["titles"]:
        return None
    for last in range(run.last, run.first, -1):
        here = Stretch(run.sentence, run.first, last)
        name = page.text(run.first, last)
        if name not in told or name in page.surnames or is_person(page, here):
            continue
        if last == run.last or may_follow(page, here):
            return _spot(page, here, name)
    return None
