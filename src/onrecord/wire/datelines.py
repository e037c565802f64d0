"""Datelines: "ALGIERS, Jan 16 (Reuters) - ", "NAIROBI, Kenya — ", "2013-01-16 ALGIERS ...".

Reads the beginning of one line; says which places, day and agency it is filed under and where its
story starts. A dateline is a place, a day and an agency, each of which may be missing, and a mark
that closes it. What else could be a dateline ("ETA - ", "UPDATE 2 - ", "Iraq: ") is taken for none:
a story without a dateline is common, and a wrong place spoils a record.

Known limits: without agency, day and country a place must be one the gazetteer knows, and in small
letters a large town; a place glued to the first sentence needs a day before it, and ends before a
word in capitals that is the name of a body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.model import Span
from onrecord.wire.conventions import entries, words
from onrecord.wire.dateline_parts import WORD, Scanner, is_known_agency
from onrecord.wire.dates import WrittenDay
from onrecord.wire.towns import is_place

# Short words in capitals before a bare mark are more often bodies ("UN - ") than places.
_FEWEST_LETTERS = 4

# Marks that part other things as often as datelines.
_BARE_MARKS = frozenset({"", ":", "|"})

# Before a colon, or alone on a line, stand headings of all kinds: only a town counts there, and,
# where its letters are small, only one so large that nothing else of its name comes to mind.
_TOWN = 15_000
_LARGE_TOWN = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """What a dateline says, as far as one line tells.

    Attributes:
        span: The dateline, from its first word to its closing mark.
        places: The places, as written.
        day: The day; None where it gives none.
        agency: The agency, as written; None where it names none.
        is_whole: The line holds nothing else; the story starts on a later one.
    """

    span: Span
    places: tuple[str, ...]
    day: WrittenDay | None
    agency: str | None
    is_whole: bool


def read_dateline(text: str, start: int, end: int) -> Filing | None:
    """Return the dateline at the start of a line, or None if it has none for certain."""
    scanner = Scanner(text, start, end)
    scanner.read()
    if _is_glued(scanner):
        _part_from_story(scanner)
    if not _is_certain(scanner):
        return None
    words_ = text[start : scanner.pos]
    left = len(words_) - len(words_.lstrip())
    right = len(words_.rstrip())
    if left >= right:
        return None
    return Filing(
        span=Span(start + left, start + right),
        places=tuple(scanner.places),
        day=scanner.day,
        agency=scanner.agency,
        is_whole=not scanner.rest,
    )


def _is_glued(scanner: Scanner) -> bool:
    """Say whether nothing parts the place from the first sentence."""
    has_agency = scanner.agency is not None and not scanner.agency_first
    parted = scanner.mark or scanner.late_day or has_agency
    return bool(scanner.places and scanner.rest and not parted)


def _part_from_story(scanner: Scanner) -> None:
    """Give back the words in capitals that belong to the story rather than to the place."""
    place = scanner.places.pop()
    start = scanner.pos - len(place)
    kept = 0
    if scanner.in_capitals:
        for found in WORD.finditer(place):
            if found.group() in _acronyms():
                break
            kept = found.end()
    if kept:
        scanner.places.append(place[:kept])
    scanner.pos = start + kept


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(entries()["places"]["acronyms"])


def _is_certain(scanner: Scanner) -> bool:
    """Say whether what was read can only be a dateline."""
    rest = scanner.rest
    if rest and not _could_open_story(rest):
        return False
    if not scanner.places:
        return _is_certain_without_place(scanner)
    place = scanner.places[0]
    if _is_standing_word(place) or is_known_agency(place.partition(",")[0]):
        return False
    if scanner.in_capitals and (not rest or any(letter.islower() for letter in rest)):
        return _is_certain_in_capitals(scanner)
    return _is_certain_in_small_letters(scanner)


def _is_certain_in_capitals(scanner: Scanner) -> bool:
    """Settle "TUNIS, Jan 16 ..." where the story itself is not in capitals."""
    place = scanner.places[0]
    if scanner.agency or scanner.day:
        return True
    if sum(letter.isalpha() for letter in place) < _FEWEST_LETTERS:
        return False
    if scanner.mark in _BARE_MARKS:
        has_mark = bool(scanner.mark) or not scanner.rest
        return has_mark and is_place(place, _TOWN)
    if "," in place or len(scanner.places) > 1:
        return True
    return place.split()[-1].lower() in words("places", "kinds") or is_place(place)


def _is_certain_in_small_letters(scanner: Scanner) -> bool:
    """Settle "Tunis, Jan 16 ...", and any dateline of a story in capitals throughout."""
    place = scanner.places[0]
    if scanner.known_agency or (scanner.agency and scanner.in_capitals):
        return bool(scanner.mark or scanner.day or scanner.ends_in_bracket or not scanner.rest)
    if scanner.day is not None and scanner.set_off:
        return scanner.mark not in {"", ":"} or not scanner.rest or is_place(place, _TOWN)
    if scanner.in_capitals or scanner.day is not None or not scanner.mark:
        return False
    return is_place(place, _TOWN if "," in place else _LARGE_TOWN)


def _is_certain_without_place(scanner: Scanner) -> bool:
    day = scanner.early_day
    dated = day is not None and bool(scanner.rest) and day.year is not None
    if scanner.agency is None:
        return dated
    if scanner.known_agency:
        return bool(scanner.mark or scanner.ends_in_bracket) or not scanner.rest
    if dated and scanner.mark and scanner.agency.isupper():
        # "March 5, 2014 (JUBA) - ": the brackets hold the place.
        scanner.places, scanner.agency = [scanner.agency], None
        return True
    return False


def _is_standing_word(place: str) -> bool:
    stop = words("places", "stop")
    return all(word.lower() in stop for word in re.findall(r"[^\W\d_]+", place))


def _could_open_story(rest: str) -> bool:
    """Say whether words may be the first of a story: a capital, a digit, or a quotation."""
    opening = rest.lstrip("\"'“‘«([¿¡*")
    return bool(opening) and (not opening[0].islower() or opening.startswith(("al-", "al ", "el-")))
