"""What a headline counts: "Blast kills 12, wounds 30", "12 dead in Mosul", "Death toll hits 38".

Headlines are telegrams: no articles, the present for the past, the participle for the passive. So
they are read by patterns of their own, over words and not over grammar: a number with its people,
then what befell them ("Seven foreigners seized"); what befalls, then the number ("kills 12"); a
toll, then the number. What befell one of a list befell all of it ("10 women, 7 men wounded"), so
their kinds are added up. Everything else is left alone: ages, addresses, "in 24 hours",
"five shot", figures that add to others ("two more die"), and what may not be so ("12 feared dead").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.extract.figures.cardinals import spelled
from onrecord.extract.figures.hedging import bound
from onrecord.extract.figures.lexicon import FigureLexicon
from onrecord.intervals import Interval, total
from onrecord.model import Figure
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# Words that a headline puts between a number and what befell its people: "13 off-duty soldiers".
_REACH = 5

_WORD = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_ADDRESS = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """So many people of whom a headline tells what befell them.

    Attributes:
        slot: What befell them, as named in the incident schema.
        interval: How many.
        words: The number with its hedge and its people, as written.
        start: Where these words start in the headline.
        noun: The last word for the people, lower case; "" where there is none.
    """

    slot: str
    interval: Interval
    words: str
    start: int
    noun: str


@dataclass(frozen=True, slots=True)
class _Number:
    interval: Interval
    first: int
    end: int


class _Told(NamedTuple):
    """A number, what befell those it counts, and the place after the last word for them."""

    number: _Number
    slot: str | None
    end: int


def titled(headline: str) -> tuple[Titled, ...]:
    """Return what a headline counts, in reading order; () for one that is not sure of it."""
    found = list(_WORD.finditer(headline))
    words = tuple(match.group().lower().replace("’", "'") for match in found)
    if not _list("doubts").isdisjoint(words):
        return ()
    told = [_Told(number, *_told(words, number)) for number in _numbers(words)]
    figures = []
    for run in _runs(words, told):
        if run[0].slot is not None:
            start, stop = found[run[0].number.first].start(), found[run[-1].end - 1].end()
            alone = len(run) == 1 and run[0].end > run[0].number.end
            noun = words[run[0].end - 1] if alone else ""
            figures.append(
                Titled(
                    slot=run[0].slot,
                    interval=total(one.number.interval for one in run),
                    words=headline[start:stop],
                    start=start,
                    noun=noun,
                )
            )
    return tuple(figures)


def counts(text: str, interval: Interval) -> bool:
    """Say whether any number in some words is this one, whatever it counts."""
    words = tuple(match.group().lower() for match in _WORD.finditer(text))
    return any(number.interval == interval for number in _numbers(words))


def _told(words: Sequence[str], number: _Number) -> tuple[str | None, int]:
    """Return what befell those a number counts, and the place after the last word for them."""
    end = _people(words, number.end)
    if end is None:
        return None, number.end
    beside = {*words[max(0, number.first - 1) : number.first], *words[number.end : end + 1]}
    if not _list("adding").isdisjoint(beside) or _joins_a_person(words, number.first):
        return None, end
    slot = (
        _behind(words, end)
        or _ahead(words, number.first)
        or _toll(words, number)
        or _by_noun(words[end - 1])
    )
    return slot, end


def _joins_a_person(words: Sequence[str], first: int) -> bool:
    """Say whether somebody without a number stands in a list before one: "Mother, 3 sons die"."""
    before = words[: first - 1][-_REACH:] if first and words[first - 1] in _list("joints") else ()
    if not before or not _is_person(before[-1]) or _slot_of(before, len(before) - 1, "behind"):
        return False
    if before[-2:-1] and before[-2] in _list("articles"):
        return True
    return not any(_DIGITS.fullmatch(word) or word in _lexicon().units for word in before)


def _runs(words: Sequence[str], told: Sequence[_Told]) -> Iterator[list[_Told]]:
    """Yield the figures of a headline, those of one list together where one fate is told of all."""
    runs: list[list[_Told]] = []
    for one in told:
        between = words[runs[-1][-1].end : one.number.first] if runs else ()
        if between and _list("joints").issuperset(between):
            runs[-1].append(one)
        else:
            runs.append([one])
    for run in runs:
        slots = [one.slot for one in run if one.slot is not None]
        sure = len(slots) == 1 and run[0].slot != run[-1].slot
        if sure and all(_is_kind(words, one) for one in run):
            yield [one._replace(slot=slots[0]) for one in run]
        elif not (sure and run[0].slot is None):
            yield from ([one] for one in run)


def _is_kind(words: Sequence[str], one: _Told) -> bool:
    """Say whether a number counts people of some kind, who are none of those beside them."""
    return one.end > one.number.end and words[one.end - 1] not in _list("anybody")


def _numbers(words: tuple[str, ...]) -> Iterator[_Number]:
    """Yield the numbers of a headline with their hedges."""
    place = 0
    while place < len(words):
        number = _number_at(words, place)
        if number is None:
            place += 1
        else:
            yield number
            place = number.end


def _number_at(words: tuple[str, ...], place: int) -> _Number | None:
    hedge = _longest(words, place, _lexicon().hedges)
    effect, start = ("none", place) if hedge is None else (hedge[1], place + hedge[0])
    value, end = _value(words, start)
    # "A dozen" and "dozens" are rounder in headlines than anything they could be held against.
    if value is None or not _list("round").isdisjoint(words[start:end]):
        return None
    low, high = bound(value, effect)
    if _is_trap(words, start, end):
        return None
    interval = Interval.find_of(Figure(low=low, high=high))
    return None if interval is None else _Number(interval, place, end)


def _value(words: tuple[str, ...], place: int) -> tuple[float | None, int]:
    if place < len(words) and _DIGITS.fullmatch(words[place]):
        digits = words[place]
        scale = _lexicon().scales.get(words[place + 1]) if place + 1 < len(words) else None
        return float(digits.replace(",", "")) * (scale or 1), place + (2 if scale else 1)
    found = spelled(words, place, _lexicon())
    return (None, place) if found is None else (found.value, found.end)


def _is_trap(words: tuple[str, ...], start: int, end: int) -> bool:
    """Say whether a number is an age, a date, an ordinal, a score or a sum of money."""
    before = words[start - 1] if start else ""
    after = words[end] if end < len(words) else ""
    if after in {"-", "–", "/", "%", "."} or before in {"-", "–", "/", ".", "$", "£", "€", "#"}:
        return True
    if before == "," and after in {",", ""}:
        return True  # "Man, 44, killed"
    year = end == start + 1 and _ADDRESS.fullmatch(words[start]) is not None
    return year or after in _list("units") or before in _list("labels")


def _people(words: Sequence[str], start: int) -> int | None:
    """Return the place after the words for the people a number counts; None if it counts others.

    No word at all counts people too: "12 dead".
    """
    end = start
    for place in range(start, min(start + _REACH, len(words))):
        word = words[place]
        if word in _list("stops") or not (word[0].isalpha() or word in {"-", "'"}):
            break
        if _slot_of(words, place, "behind") is not None:
            break  # "12 dead": lexica have "dead" among the people
        if _is_person(word):
            end = place + 1
    if end == start:
        rest = words[start] if start < len(words) else ""
        bare = not rest or not rest[0].isalpha() or rest in _list("stops")
        return start if bare or _slot_of(words, start, "behind") is not None else None
    return end


def _is_person(word: str) -> bool:
    lexicon = _lexicon()
    stems = (word, word.removesuffix("s"), word.removesuffix("es"), re.sub("men$", "man", word))
    named = word.removesuffix("s") in lexicon.people or word in lexicon.people
    named = named or word in _list("people") or _by_noun(word) is not None
    return named or any(lexicon.role_of(stem, stem) is not None for stem in stems)


def _behind(words: Sequence[str], end: int) -> str | None:
    """Return what befell people, by the words right behind them: "seized", "found dead"."""
    for place in range(end, min(end + 3, len(words))):
        slot = _slot_of(words, place, "behind")
        if slot is not None:
            both = place + 2 < len(words) and words[place + 1] in {"or", "/"}
            return None if both else slot
        if words[place] not in _list("links"):
            return None
    return None


def _by_noun(word: str) -> str | None:
    """Return what befell people, by the noun for them: "bodies", "hostages"."""
    return next((slot for slot, nouns in _table("nouns").items() if word in nouns), None)


def _ahead(words: Sequence[str], first: int) -> str | None:
    """Return what befell people, by the verb right before their number: "kills", "wounding"."""
    for reach in (3, 2, 1):
        if first >= reach:
            slot = _slot_of(words, first - reach, "ahead")
            if slot is not None and _is_whole(words, first - reach, first, slot):
                return slot
    return None


def _is_whole(words: Sequence[str], start: int, end: int, slot: str) -> bool:
    return " ".join(words[start:end]) in _table("ahead")[slot]


def _toll(words: Sequence[str], number: _Number) -> str | None:
    """Return `killed` for a number that a death toll is set at, with nothing between but that."""
    before = words[: number.first]
    if "toll" not in before:
        return None
    place = len(before) - 1 - list(reversed(before)).index("toll")
    if place == 0 or before[place - 1] not in _list("tolls"):
        return None
    between = list(before[place + 1 :])
    # "Death toll in mosque attack reaches 54"
    if between and between[0] in _list("places"):
        between = [word for word in between if word in _list("setting")][-1:]
    whole = bool(between) and all(word in _list("setting") for word in between)
    return "killed" if whole and before[-1] in _list("setting") else None


def _slot_of(words: Sequence[str], place: int, table: str) -> str | None:
    """Return the slot of the phrase that starts at a word, if it is in a table."""
    for slot, phrases in _table(table).items():
        for phrase in phrases:
            parts = phrase.split()
            if list(words[place : place + len(parts)]) == parts:
                return slot
    return None


def _longest(
    words: tuple[str, ...], place: int, phrases: Mapping[str, Sequence[tuple[tuple[str, ...], Any]]]
) -> tuple[int, Any] | None:
    """Return how many words the longest phrase at a place has, and what it means."""
    for phrase, meaning in phrases.get(words[place], ()) if place < len(words) else ():
        if words[place : place + len(phrase)] == phrase:
            return len(phrase), meaning
    return None


@cache
def _lexicon() -> FigureLexicon:
    return FigureLexicon.of(open_library())


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(open_library().lexicon("checks.en").entries["headline"][name])


def _table(name: str) -> Mapping[str, Sequence[str]]:
    table: Mapping[str, Sequence[str]] = (
        open_library().lexicon("checks.en").entries["headline"][name]
    )
    return table
