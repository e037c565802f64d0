"""Totals and the parts their own sentence gives them.

Three faults: a part that cannot fit in its total ("five people, including seven Japanese"); parts
that are apart and make more ("of the 12, eight were freed and five killed"); and a list that spells
its total out and makes another number ("six people: two men and three women").
"""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.checks._tolls import are_apart, holds
from onrecord.checks.sums.results import added_up, by_trade, many, named, result
from onrecord.intervals import Fit, Relation, fit, relation, total
from onrecord.model import Query, Reading, Severity, Span
from onrecord.resources import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.checks._tolls import Toll

# What is added has at least two parts, and no list of a report has more than this.
_PARTS = 2
_MOST_PARTS = 10

# So many letters may stand between a total and the colon that spells it out.
_REACH = 60


def stated(text: str, reading: Reading, counted: Sequence[Toll]) -> Iterator[Query]:
    """Yield what each total with stated parts comes to; one result for a total at most.

    Args:
        text: The text of the report.
        reading: Its reading.
        counted: The people it counts, in reading order.
    """
    for place, whole in enumerate(counted):
        # "56 passengers and 10 crew, among them 30 Danes": the parts may be of both.
        if not holds(whole) or whole.speaks or _is_listed(text, whole, counted[:place]):
            continue
        spelt = _spelt_out(text, reading, counted[place:])
        parts = [one for one in counted if _is_part(text, one, whole, counted)]
        parts = [*_told_on(text, whole, parts), *_from_places(text, parts, counted)]
        query = _not_spelt(reading, whole, spelt) or _beyond(text, reading, whole, spelt or parts)
        if query is not None:
            yield query


def _is_listed(text: str, whole: Toll, earlier: Sequence[Toll]) -> bool:
    """Say whether a figure goes on with a list: "six Germans, four Danes"."""
    if not earlier or earlier[-1].span.end > whole.span.start:
        return False
    return _joint().fullmatch(text, earlier[-1].span.end, whole.span.start) is not None


def _is_part(text: str, one: Toll, whole: Toll, counted: Sequence[Toll]) -> bool:
    """Say whether a figure is told to be a part, by the reading or by "all N of them"."""
    if not holds(one) or one.speaks or _is_of_another_time(text, one, whole):
        return False
    if one.mention.part_of is not None:
        # "Three of the nine": other numbers that stand side by side are "image 5 of 5".
        nested = one.span.covers(whole.span)
        # "The 12 dead include four children, the 30 wounded ...": a group of its own.
        sound = whole.mention.definite if nested else not one.mention.definite
        return one.mention.part_of == whole.span and sound
    if one.sentence != whole.sentence or one.span.start <= whole.span.end:
        return False
    if _of_them().match(text, one.span.end) is None:
        return False
    earlier = [
        other for other in counted if other.sentence == one.sentence and other.span < one.span
    ]
    # The nearest of them, where none holds so many: the reading finds those that do.
    return earlier[-1] is whole and all(
        fit(one.interval, other.interval) is Fit.CANNOT for other in earlier
    )


def _is_of_another_time(text: str, one: Toll, whole: Toll) -> bool:
    """Say whether a figure is told of another time: "began with 8, and today includes 75"."""
    start, end = sorted((one.span, whole.span))
    return start.end <= end.start and _time().search(text, start.end, end.start) is not None


def _told_on(text: str, whole: Toll, parts: Sequence[Toll]) -> list[Toll]:
    """Return parts without those that are no part, but go on with the list their total is in.

    "The dead were seven passengers, three of them children, two drivers and a nurse."
    """
    some = [_of_them().match(text, part.span.end) or part.is_some for part in parts]
    if whole.is_general or not some or not some[0]:
        return list(parts)
    kept: list[Toll] = []
    for part, picks in zip(parts, some, strict=True):
        if not picks and re.search(r",\s+(?:and\s+)?$", text[: part.span.start]):
            break
        kept.append(part)
    return kept


def _from_places(text: str, parts: Sequence[Toll], counted: Sequence[Toll]) -> list[Toll]:
    """Return bare numbers that go on with the parts by place: "five of them from X, two from Y"."""
    if not parts or not _places(text, parts[-1]):
        return []
    last = parts[-1]
    return [
        one
        for one in counted
        if one.sentence == last.sentence
        and one.span.start >= last.span.end
        and one.mention.part_of is None
        and not one.noun
        and holds(one)
        and _places(text, one)
    ]


def _places(text: str, toll: Toll) -> str | None:
    """Return where so many people were, or came from; None where nothing tells."""
    found = _place().match(text, toll.span.end)
    return None if found is None else found[1]


def _not_spelt(reading: Reading, whole: Toll, parts: Sequence[Toll]) -> Query | None:
    """Return a query if a list that spells its total out makes another number."""
    if not parts:
        return None
    added = total(part.interval for part in parts)
    if relation(added, whole.interval) is Relation.EQUAL and added.is_exact:
        message = f"{added_up(parts)}."
        return result(reading, Severity.OK, message, _spans(whole, *parts))
    if relation(added, whole.interval) is not Relation.CONTRADICTORY:
        return None
    message = f"{added_up(parts)}, not {many(whole.interval)}."
    return result(reading, Severity.QUERY, message, _spans(whole, *parts))


def _beyond(text: str, reading: Reading, whole: Toll, parts: Sequence[Toll]) -> Query | None:
    """Return a query if a part, or parts that are apart, cannot fit in their total."""
    for part in parts:
        if fit(part.interval, whole.interval) is Fit.CANNOT:
            certain = part.interval.is_exact and whole.interval.is_exact
            severity = Severity.CORRECT if certain else Severity.QUERY
            among = f"{many(whole.interval)} {whole.population.words}".rstrip()
            message = f"{named(part)} cannot be among {among}."
            return result(reading, severity, message, _spans(whole, part))
    for size in range(min(len(parts), _MOST_PARTS), _PARTS - 1, -1):
        for some in combinations(parts[:_MOST_PARTS], size):
            if not all(_are_apart(text, left, right) for left, right in combinations(some, 2)):
                continue
            added = total(part.interval for part in some)
            if fit(added, whole.interval) is Fit.CANNOT:
                message = f"{added_up(some)}, more than {many(whole.interval)}."
                return result(reading, Severity.QUERY, message, _spans(whole, *some))
    return None


def _are_apart(text: str, one: Toll, other: Toll) -> bool:
    """Say whether parts of one total cannot overlap: also by trade or place, within one list."""
    if one.sentence == other.sentence:
        if by_trade(one, other):
            return True
        # "14 in Dan, nine in Kolo"
        places = [_places(text, toll) for toll in (one, other)]
        if all(places) and len({*places}) > 1:
            return True
    return are_apart(one, other)


def _spelt_out(text: str, reading: Reading, figures: Sequence[Toll]) -> list[Toll]:
    """Return the parts of a list that spells the first figure out; () if none does.

    The list starts behind a colon, a dash or a comma, has nothing in it but figures, and ends where
    a clause does. Where words tell of what the people are ("23 crew of the Irene, seven Greeks and
    ..., were"), it ends with a comma and their verb.
    """
    whole, *others = figures
    parts: list[Toll] = []
    told = _told_of().match(text, whole.span.end)
    last = whole.span.end if told is None else told.end()
    for one in others:
        opening = _opening() if not parts else _joint()
        if one.sentence != whole.sentence or opening.fullmatch(text, last, one.span.start) is None:
            break
        parts.append(one)
        last = one.span.end
    if len(parts) < _PARTS or not (_are_kinds(parts, whole) or _are_set_off(text, whole, parts)):
        return []
    ending = _ending() if told is None else _set_off()
    end = reading.sentences[whole.sentence].end
    return parts if ending.match(text, last, end) is not None else []


def _are_set_off(text: str, whole: Toll, parts: Sequence[Toll]) -> bool:
    """Say whether men and women between two commas are the people before: "six guards, ..., were".

    Without the second comma all three may be one list.
    """
    grown = {part.population.sex for part in parts if part.noun in _lexicon()["grown"]}
    plain = whole.population.age is None and whole.population.sex is None
    if not plain or len(grown) < len(parts) or not all(holds(part) for part in parts):
        return False
    opening = text[whole.span.end : parts[0].span.start]
    return "," not in opening or _set_off().match(text, parts[-1].span.end) is not None


def _are_kinds(parts: Sequence[Toll], whole: Toll) -> bool:
    """Say whether figures are of some kinds of the people that another one counts.

    "Six people, two women and four men" is one list of six; "six soldiers, two women and four men"
    may be one of twelve, but "six engineers, two Greeks and four Danes" is hardly.
    """
    if not all(part.noun and not part.is_general and holds(part) for part in parts):
        return False
    nations = all(part.population.nationality for part in parts)
    named = not whole.population.words.islower() or whole.noun in _lexicon()["of_nations"]
    return whole.is_general or (nations and bool(whole.noun) and not named)


def _spans(*tolls: Toll) -> list[Span]:
    return [toll.span for toll in tolls]


@cache
def _place() -> re.Pattern[str]:
    """Return where people were counted: a name behind "in" or another word of place."""
    of_them = rf"(?:\s+(?:{_any('of_them')}))?"
    came = rf"(?:\s+(?:{_any('placed')}))?"
    kind = rf"(?:(?:the\s+)?(?:{_any('place_kinds')})\s+of\s+)?"
    return re.compile(
        rf"{of_them}{came}\s+(?:{_any('placing')})\s+(?:the\s+)?{kind}([^\W\d_a-z]\w+)"
    )


@cache
def _time() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('times')})\b", re.IGNORECASE)


@cache
def _of_them() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_any('of_them')})\b", re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s+(?:{_any('struck')}))*\s*(?:,|:|–|—|--?|\()\s*|[^:;.,()–—]{{1,{_REACH}}}(?:[:–—(]|--)\s*",
        re.IGNORECASE,
    )


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:,|;)?\s*(?:{_any('joints')})?\s*", re.IGNORECASE)


@cache
def _told_of() -> re.Pattern[str]:
    """Return words between people and a comma that say what they are of: " of the tanker X"."""
    return re.compile(rf"\s+(?:of|from|aboard|on)\s[^:;.,()–—\d]{{1,{_REACH}}}(?=,\s)")


@cache
def _set_off() -> re.Pattern[str]:
    """Return what closes an aside between a subject and its verb: ", were"."""
    return re.compile(rf",\s+(?:{_any('verbs')})\b", re.IGNORECASE)


@cache
def _ending() -> re.Pattern[str]:
    """Return what may stand behind a list: the end of its sentence, a dash, a comma and a verb."""
    return re.compile(
        rf"\s*(?:[.;)–—]|--|,?\s*(?:{_any('ends')})\b|,\s*(?:[^,]*,?\s*)?(?:{_any('cues')})\b)",
        re.IGNORECASE,
    )


def _any(name: str) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in _lexicon()[name])


def _lexicon() -> Mapping[str, Sequence[str]]:
    words: Mapping[str, Sequence[str]] = open_library().lexicon("checks.en").entries["sum"]
    return words
