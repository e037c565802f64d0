"""Datelines: "ALGIERS, Jan 16 (Reuters) - ", "NAIROBI, Kenya — ", "2013-01-16 ALGIERS ...".

Reads the beginning of one line; says which places, day and agency it is filed under and where its
story starts. A dateline is a place, a day and an agency, each of which may be missing, and a mark
that closes it. What else could be a dateline ("ETA - ", "UPDATE 2 - ", "Iraq: ") is taken for none:
a story without a dateline is common, and a wrong place spoils a record.

Known limits: a place in small letters needs an agency or a day beside it, or, before a colon, to be
a large town; a place glued to the first sentence needs a day before it, and ends before a word in
capitals that is the name of a body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.model import Span
from onrecord.wire.conventions import entries, words
from onrecord.wire.dateline_parts import WORD, Scanner
from onrecord.wire.dates import WrittenDay
from onrecord.wire.towns import is_town

# Short words in capitals before a bare mark are more often bodies ("UN - ") than places.
_FEWEST_LETTERS = 4

# Before a colon stand headings of all kinds: only a town counts there, and, where its letters are
# small, only one so large that nothing else of its name comes to mind.
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
    parted = scanner.mark or scanner.agency or scanner.late_day
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
    if _is_standing_word(scanner.places[0]):
        return False
    if scanner.in_capitals and (not rest or any(letter.islower() for letter in rest)):
        return _is_certain_in_capitals(scanner)
    return _is_certain_in_small_letters(scanner)


def _is_certain_in_capitals(scanner: Scanner) -> bool:
    """Settle "TUNIS, Jan 16 ..." where the story itself is not in capitals."""
    if scanner.agency or scanner.day:
        return True
    letters = sum(letter.isalpha() for letter in scanner.places[0])
    if scanner.mark == ":":
        return letters > _FEWEST_LETTERS and is_town(scanner.places[0], _TOWN)
    return scanner.mark not in {"", "|"} and letters >= _FEWEST_LETTERS


def _is_certain_in_small_letters(scanner: Scanner) -> bool:
    """Settle "Tunis, Jan 16 ...", and any dateline of a story in capitals throughout."""
    if scanner.known_agency or (scanner.agency and scanner.in_capitals):
        return bool(scanner.mark or scanner.day or not scanner.rest)
    if scanner.day is not None and scanner.set_off:
        return scanner.mark not in {"", ":"} or not scanner.rest
    bare = scanner.mark == ":" and not scanner.in_capitals and not scanner.day
    return bare and is_town(scanner.places[0], _LARGE_TOWN)


def _is_certain_without_place(scanner: Scanner) -> bool:
    if scanner.agency is not None:
        return scanner.known_agency and (bool(scanner.mark) or not scanner.rest)
    day = scanner.early_day
    return day is not None and bool(scanner.rest) and day.year is not None


def _is_standing_word(place: str) -> bool:
    stop = words("places", "stop")
    return all(word.lower() in stop for word in re.findall(r"[^\W\d_]+", place))


def _could_open_story(rest: str) -> bool:
    """Say whether words may be the first of a story: a capital, a digit, or a quotation."""
    opening = rest.lstrip("\"'“‘«([¿¡*")
    return bool(opening) and (not opening[0].islower() or opening.startswith(("al-", "al ", "el-")))
