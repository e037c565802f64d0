"""Which words name a place by its people or its adjective: "Algerians", "two Japanese", "Texan".

They are no places of a report, nothing happens "in" them, but each names a nation or a region, and
tells much about the other names. A word for a language ("spoke French"), for an indigenous people
("Native Americans") or in the name of a firm ("American Airlines") names none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.places.spotting import Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.extract.places.pages import Page
    from onrecord.model import Sentence

# The longest demonym: "South East Asian".
_LONGEST = 3
_NO_PEOPLE = frozenset({"PERSON", "LANGUAGE", "WORK_OF_ART"})
_PEOPLE = frozenset({"NORP", "GPE", "LOC"})


def demonyms(page: Page, taken: Iterable[Spot]) -> tuple[Spot, ...]:
    """Return the demonyms of a report, in reading order.

    Args:
        page: The report.
        taken: The places found; their words are no demonyms ("Saudi Arabia", "American Samoa").
    """
    places = {index for spot in taken for index in range(spot.first, spot.last)}
    return tuple(
        spot
        for sentence in page.analysis.sentences
        for spot in _in_sentence(page, sentence, places)
    )


def _in_sentence(page: Page, sentence: Sentence, places: set[int]) -> Iterator[Spot]:
    index = sentence.first
    while index < sentence.last:
        spot = _longest(page, sentence, index) if page.is_capital(index) else None
        if spot is None:
            index += 1
            continue
        if places.isdisjoint(range(spot.first, spot.last)):
            yield spot
        index = spot.last


def _longest(page: Page, sentence: Sentence, index: int) -> Spot | None:
    """Return the longest demonym that starts here, if it is used as one."""
    for last in range(min(index + _LONGEST, sentence.last), index, -1):
        name = page.words.demonym(page.text(index, last))
        if name is None:
            continue
        if not _is_people(page, sentence, index, last):
            return None
        span = page.analysis.span_of(index, last)
        return Spot(first=index, last=last, span=span, name=name, people=True)
    return None


def _is_people(page: Page, sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a word that may name people or an adjective of a place does so here."""
    label = page.labels.get(first)
    if label is not None and label.label in _NO_PEOPLE:
        return False
    if page.word(first - 1, sentence) in page.words.sets["indigenous"]:
        return False
    follower = page.word(last, sentence)
    if follower in page.words.sets["indigenous"] or follower in page.words.sets["languages"]:
        return False
    if page.analysis.upper_case:
        # Words in capitals are read as names too easily: "POLISH" is a verb as well.
        return label is not None and label.label in _PEOPLE
    return last >= sentence.last or not page.is_capital(last) or _is_of_state(page, sentence, last)


def _is_of_state(page: Page, sentence: Sentence, index: int) -> bool:
    """Say whether the name that goes on here is that of a state's body, or of one of its people.

    "Russian Foreign Ministry" and "French President Chirac" are; "American Airlines" is not.
    """
    label = page.labels.get(index - 1)
    if label is None or label.last <= index:
        return True
    words = page.words.sets["institutions"] | page.words.sets["bodies"] | page.words.sets["titles"]
    return any(page.word(here, sentence) in words for here in range(index, label.last))
